"""Lines of results pages: a club with its goals, its scorers, line-ups with marks, cautions of both sides."""

from __future__ import annotations

import tabellino
from tabellino import Report

RESULTS_PAGE = """BOLTON (1) 2
Davies 41, Nolan 78
PORTSMOUTH (1) 1
Kanu 19

Bolton: Jaaskelainen, Hunt, Faye, Ben Haim, Gardner, Campo, Nolan, Speed, Giannakopoulos (Diouf 65), Davies, Anelka.
Portsmouth: James, Johnson, Pamarot, Campbell, Stefanovic, O'Neil, Mendes, Davis, Taylor, Kanu, Mwaruwari (LuaLua 70).
Booked: Campo, Mendes. Attendance 22,447.
"""


def test_goals_of_the_clubs_on_lines_of_their_own_are_the_score() -> None:
    record = tabellino.read([Report(RESULTS_PAGE)])
    assert (record.match.home, record.score.full_time, record.score.half_time) == ("Bolton Wanderers", (2, 1), (1, 1))
    assert [(g.minute, g.team) for g in record.goals] == [(19, "away"), (41, "home"), (78, "home")]


def test_men_of_both_sides_booked_in_one_line_are_each_of_his_own() -> None:
    record = tabellino.read([Report(RESULTS_PAGE)])
    assert {(card.player, card.team) for card in record.cards} == {("Campo", "home"), ("Mendes", "away")}


def test_marks_under_a_club_s_name_are_its_line_up_and_no_goals() -> None:
    text = (
        "Bolton beat Portsmouth 2-1 at the Reebok Stadium.\n\nPompey: James 6, Johnson 5, Pamarot 5, Campbell 6, "
        "Stefanovic 6 (Traore 83), O'Neil 7, Davis 6, Mendes 6, Taylor 7, Benjani 6 (LuaLua 70), Kanu 8."
    )
    record = tabellino.read([Report(text)])
    assert record.goals == (), "nobody scored in the fifth minute"


def test_a_label_without_a_colon_ends_a_list() -> None:
    text = "Bolton 1 Portsmouth 0\nScorer: Nolan 78. Sent off: Mendes 60. Attendance 22,447."
    assert [card.player for card in tabellino.read([Report(text)]).cards] == ["Mendes"]


def scorers_of(text: str) -> list[tuple[str | None, str | None]]:
    """The goals of the one report as (surname, side), by side."""
    record = tabellino.read([Report(text)])
    return sorted(((g.scorer or "").split()[-1], g.team) for g in record.goals)


def test_scorers_without_minutes_under_each_club_s_goals_are_its_own() -> None:
    text = (
        "LEAGUE CUP\n\nBolton......... 2\n  Davies, Nolan\nPortsmouth..... 1\n  Kanu\nHalf-time: 1-0. Att: 9,104\n\n"
        "Everton....... 0\nFulham........ 1\n  McBride\n\nBolton went through at the Reebok Stadium."
    )
    assert scorers_of(text) == [("Davies", "home"), ("Kanu", "away"), ("Nolan", "home")]


def test_scorers_in_two_columns_belong_to_the_club_above_them() -> None:
    text = (
        "BOLTON (0) 2            PORTSMOUTH (1) 1\nDavies                  Kanu 12\nNolan\n\n"
        "Bolton, who had been behind at the interval, climbed out of the bottom three."
    )
    assert scorers_of(text) == [("Davies", "home"), ("Kanu", "away"), ("Nolan", "home")]


def test_scorers_parted_by_a_bar_or_labels_count_for_their_clubs() -> None:
    prose = "\n\nBolton had the better of a poor second half in the rain."
    for lists in (
        "Bolton 1 Portsmouth 3\nNolan 14 / Kanu 18, 45, 90",
        "Bolton 1 Portsmouth 3\nBolton scorer Nolan (14 mins)\nPortsmouth scorers Kanu (18, 45, 90)",
        "Bolton 1 Portsmouth 3\nScorers: Bolton - Nolan. Portsmouth - Kanu 18, 45, 90.",
    ):
        goals = scorers_of(lists + prose)
        assert goals == [("Kanu", "away")] * 3 + [("Nolan", "home")], lists


def test_names_that_do_not_add_up_to_the_score_are_no_scorers() -> None:
    text = (
        "Bolton 1 Portsmouth 1\nDavies, Nolan; Kanu, James, Mendes\n\n"
        "Bolton drew 1-1 with Portsmouth at the Reebok Stadium and stay in the bottom three."
    )
    assert scorers_of(text) == []


def test_two_surnames_of_which_one_begins_the_other_are_two_men() -> None:
    text = (
        "Bolton (1) 2  Portsmouth (1) 1\nRobertson 7, Davies 70; Kanu 4\nSent off: Roberts (Bolton) 73\n\n"
        "Bolton won with ten men."
    )
    assert ("Robertson", "home") in scorers_of(text)
