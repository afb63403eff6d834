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
