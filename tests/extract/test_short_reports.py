"""Goals as short reports tell them: two in half a sentence, minutes in a row, the clock behind the goal, and words
that only sound like one."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tests.extract.sentences import MATCH, rows
from tests.extract.test_who_and_when import told

ROWS = rows("short_reports")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD: frozenset[str] = frozenset(
    {
        "Ruiz unleashed a shot which reared up off Distin, sailed over Howard and dropped in off the bar.",
        "Ruiz took his total to 15, which puts him alongside Distin, with two goals in seven minutes.",
        "Howard had to pick Bent's header out of the net.",
        "Coleman pulled it back for Lukaku, bang.",
        "Osman (32 minutes) and Lukaku with a 35th-minute header gave Everton the points.",
        "Bent had Howard diving in the third minute and in the eighth Duff fired low beyond him.",
        "Lukaku and Osman had both put Everton ahead before the break.",
        "Osman got his head to Baines's cross, 27 minutes on the clock.",
    }
)


@pytest.mark.parametrize(("text", "goals"), ROWS, ids=[text for text, _ in ROWS])
def test_short_reports(text: str, goals: str) -> None:
    right = {goal.strip() for goal in goals.split(",") if goal.strip()}
    assert (told(text) == right) == (text not in MISREAD), f"read as {told(text)}"


@pytest.mark.parametrize(
    "text",
    [
        "Bent had a goal in either half for the visitors.",
        "A goal in each half from Bent settled it.",
        "Bent helped himself to two, the second a penalty.",
    ],
)
def test_a_goal_in_each_half_is_two(text: str) -> None:
    goals = [claim.says for claim in extract(MATCH + text) if isinstance(claim.says, GoalSays) and claim.weight > 0.4]
    assert {goal.nth_of_player for goal in goals} >= {1, 2}, [goal.nth_of_player for goal in goals]
