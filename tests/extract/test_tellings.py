"""What a sentence tells of a goal: the trigger, the scorer, whether it was an own goal."""

from __future__ import annotations

import time

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday. "


def told(text: str) -> list[tuple[str | None, bool]]:
    """The scorers told in the text after the result, likeliest reading, with whether the goal was his own."""
    found = []
    for claim in extract(MATCH + text):
        if isinstance(claim.says, GoalSays) and claim.weight >= 0.5 and claim.span[0] >= len(MATCH):
            best = max(claim.says.scorer, key=lambda c: c.weight, default=None)
            found.append((best.value if best and best.weight > 0.35 else None, bool(claim.says.own_goal)))
    return found


@pytest.mark.parametrize(
    ("text", "goals", "remark"),
    [
        ("Lukaku opened the scoring in the 10th minute.", [("Lukaku", False)], "the plain case"),
        ("An own goal from Nathan Baker put Everton ahead.", [("Nathan Baker", True)], "one telling, not two"),
        ("The ball struck Kilgallon and rolled over the line.", [("Kilgallon", True)], "without the words own goal"),
        (
            "Berbatov tried to clear and headed past his own goalkeeper.",
            [("Berbatov", True)],
            "past his own goalkeeper",
        ),
        ("Lukaku walked it in after 30 minutes.", [("Lukaku", False)], "any verb with 'it in'"),
        ("Osman kept his nerve from the spot.", [("Osman", False)], "a penalty told by the nerve it took"),
        ("Kone almost opened the scoring but shot wide.", [], "a chance is no goal"),
    ],
)
def test_who_scored(text: str, goals: list[tuple[str | None, bool]], remark: str) -> None:
    assert told(text) == goals, remark


def test_a_time_before_but_is_not_the_time_of_what_follows() -> None:
    claims = extract(MATCH + "Michu missed a chance in the fifth minute, but Caulker rose to score the winner.")
    goals = [c.says for c in claims if isinstance(c.says, GoalSays) and c.weight > 0.4]
    assert goals, "the winner is read"
    assert all(says.time is None or says.time.best != 5 for says in goals)


@pytest.mark.parametrize("words", ["Smith, Jones, ", "Smith scored ", "he scored his second goal in the 5th minute, "])
def test_no_text_takes_more_time_than_its_length_asks(words: str) -> None:
    """A sentence without an end; a reader that compares all with all would need hours for the longer one."""

    def seconds(length: int) -> float:
        started = time.process_time()
        extract(MATCH + words * (length // len(words)))
        return time.process_time() - started

    seconds(1_000)
    short, long = seconds(15_000), seconds(60_000)
    assert long < 10 * short + 1.0, f"{words!r}: four times the text took {long:.1f} s after {short:.1f} s"
