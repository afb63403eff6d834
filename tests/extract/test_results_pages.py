"""Lines of results pages: a club with its goals, its scorers, line-ups with marks, cautions of both sides."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report
from tabellino.domain.claim import GoalSays

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
        "Bolton beat Portsmouth 2-1 at the Reebok Stadium. The visitors hit a post from a corner before the break.\n\n"
        "Pompey: James 6, Johnson 5, Pamarot 5, Campbell 6, "
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


LISTS_WITHOUT_MINUTES = [
    ("Bolton 2 (Davies, Nolan)\nPortsmouth 1 (Kanu)", "in brackets behind each club's goals"),
    ("Bolton 2: Davies, Nolan\nPortsmouth 1: Kanu", "behind a colon"),
    ("Bolton (1) 2  Davies, Nolan\nPortsmouth (1) 1  Kanu", "behind the goals of both halves"),
    ("Bolton ..... 2 (Davies 41, Nolan)\nPortsmouth ..... 1 (Kanu)", "dots, and one minute of three"),
    ("Bolton 2 (Davies, Nolan) Portsmouth 1 (Kanu)", "both in one line"),
    ("Bolton 2 Portsmouth 1 (Davies, Nolan; Kanu)", "both in brackets behind the score"),
    ("Bolton 2-1 Portsmouth (Davies, Nolan; Kanu 70)", "the score in one"),
    ("Bolton 2 Portsmouth 1\nFor Bolton: Davies, Nolan 78. For Portsmouth: Kanu.", "clubs named before their scorers"),
    ("Bolton 2 Portsmouth 1\nBolton scorers: Davies, Nolan\nPortsmouth scorer: Kanu", "a label with the club's name"),
    ("Bolton 2 Portsmouth 1\nScorers: Davies, Nolan; Kanu", "a label, a semicolon between the sides"),
    ("Bolton 2-1 Portsmouth. Scorers: Davies, Nolan 78; Kanu.", "a label in the line of the score"),
]


@pytest.mark.parametrize(("lists", "remark"), LISTS_WITHOUT_MINUTES)
def test_the_goals_of_a_club_bear_out_a_list_without_minutes(lists: str, remark: str) -> None:
    text = lists + "\n\nBolton had the better of a poor second half in the rain."
    assert scorers_of(text) == [("Davies", "home"), ("Kanu", "away"), ("Nolan", "home")], remark


@pytest.mark.parametrize("count", ["Davies 2, Nolan", "Davies (2), Nolan", "Davies x2, Nolan", "Nolan, Davies 2"])
def test_a_figure_counts_the_goals_of_a_man_where_the_score_asks_for_it(count: str) -> None:
    record = tabellino.read([Report(f"Bolton 3 ({count})\nPortsmouth 1 (Kanu 5)\n\nIt rained all afternoon.")])
    assert [(g.scorer, g.minute) for g in record.goals if g.team == "away"] == [("Kanu", 5)], "a minute stays one"
    assert sorted(str(g.scorer) for g in record.goals if g.team == "home") == ["Davies", "Davies", "Nolan"]
    assert {g.minute for g in record.goals if g.team == "home"} == {None}


def test_an_own_goal_in_a_list_borne_out_by_the_score_is_the_other_side_s() -> None:
    record = tabellino.read([Report("Bolton 0, Portsmouth 2\n(Nolan 5 og, Valencia)\n\nIt rained all afternoon.")])
    assert [(g.scorer, g.team, g.own_goal) for g in record.goals] == [
        ("Nolan", "away", True),
        ("Valencia", "away", False),
    ]


NO_LISTS = [
    ("Bolton 1 Portsmouth 1\nEverton 1 Fulham 1\nChelsea 0 Arsenal 2", "other matches"),
    ("Bolton 1\nEverton 1\nPortsmouth 1\nFulham 1", "clubs under clubs"),
    ("Bolton 34 12 8 14 44\nPortsmouth 34 10 9 15 39", "a table"),
]


@pytest.mark.parametrize(("lists", "remark"), NO_LISTS)
def test_other_clubs_and_tables_are_no_scorers(lists: str, remark: str) -> None:
    text = lists + "\n\nBolton drew 1-1 with Portsmouth at the Reebok Stadium and stay in the bottom three."
    goals = [claim.says for claim in tabellino.extract(Report(text)) if isinstance(claim.says, GoalSays)]
    assert [goal.scorer for goal in goals if goal.scorer] == [], remark
