"""Reports minute by minute: the scores of their lines, and what a headline in capitals says of a man."""

from __future__ import annotations

import tabellino
from tabellino import Report

TICKER = """EVERTON-FULHAM, MINUTE BY MINUTE

1' We are under way at Goodison Park.

12' GOAL, 1-0. Baines crosses and Osman heads home.

31' GOAL! Everton 1-1 Fulham. Dempsey fires in from the edge of the area.

44' Howard saves well from Zamora.

HALF-TIME: Everton 1 Fulham 1.

58' GOAL! Everton 2-1 Fulham. Naismith taps in.

{end}
"""


def score_of(text: str) -> tuple[int, int] | None:
    return tabellino.read([Report(text)]).score.full_time


def test_the_last_line_of_a_ticker_gives_the_score() -> None:
    for end in (
        "FULL-TIME: Everton 2 Fulham 1.",
        "Full time: Everton 2-1 Fulham.",
        "90' It's over! Everton 2-1 Fulham.",
    ):
        assert score_of(TICKER.format(end=end)) == (2, 1), end


def test_a_goal_announced_in_added_time_is_a_score_on_the_way() -> None:
    end = (
        "90+1' GOAL! Everton 2-2 Fulham. Dempsey heads home.\n\n90+4' GOAL! Everton 3-2 Fulham. Osman fires in.\n\n"
        "FULL-TIME: Everton 3 Fulham 2."
    )
    assert score_of(TICKER.format(end=end)) == (3, 2)


def test_figures_beside_minutes_of_prose_are_the_result() -> None:
    text = "Everton 2-1 Fulham\n\nOsman headed home after 12 minutes, Dempsey fired in and Naismith won it on 58."
    assert score_of(text) == (2, 1), "a text without lines of the clock is no ticker"


def test_a_headline_in_capitals_makes_no_name_of_what_a_man_does() -> None:
    text = (
        "OSMAN TAKES EVERTON THROUGH IN STYLE\n\nEverton beat Fulham 1-0 at Goodison Park. Leon Osman headed home "
        "after 12 minutes, and Osman might have had another."
    )
    assert [goal.scorer for goal in tabellino.read([Report(text)]).goals] == ["Leon Osman"]
