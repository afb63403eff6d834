"""Who scored and when, in all the ways of telling it: clefts, passers beside scorers, own goals, men described, the
same man's second goal, and minutes told before, after and by the goal of another."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tabellino.domain.clock import TimeWindow
from tests.extract.sentences import MATCH, rows

ROWS = rows("who_and_when")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "Bent beat Howard in the 44th minute. A minute later he did it again.",
    "Lukaku put Everton ahead on 12 minutes. Ten minutes later he scored again.",
    "Duff found Ruiz on the edge of the area. His shot took a deflection off Distin and beat Howard.",
    "Mirallas's shot was going wide until it struck Hughes and went in.",
    "Naismith replaced Osman and within two minutes the substitute had scored.",
    "Osman headed in with the game a quarter of an hour old.",
    "The pass was Barkley's, the finish Lukaku's.",
    "Stekelenburg's clearance hit Lukaku and rolled in.",
    "Barkley won a penalty, which Baines put away.",
    "On the hour Martinez sent on Naismith for Osman. Five minutes later the substitute headed in.",
    "Ruiz hit the bar in the 30th minute. Two minutes later he hit the net.",
    "The striker who hurt them most was Berbatov. He had scored once and made another for Bent by half-time.",
    "Fulham held out for 36 minutes. Then Baines crossed and Osman headed in.",
    "That was in the 36th minute. By half-time it was two, Osman heading in.",
    "Osman gave them the lead in the 36th minute and Lukaku doubled it two minutes after half-time.",
    "Two minutes after Hughes had been sent off in the 36th minute, Lukaku headed in.",
    "Coleman crossed, Lukaku missed it, and Mirallas turned it in behind him.",
    "Coleman crossed, Hughes missed it, and Mirallas turned it in behind him.",
    "Bent headed in after 12 minutes. Ruiz made it two in the very next attack.",
}


def minute_of(window: TimeWindow | None) -> str:
    """The minute of a window with added time counted on; nothing where it gives none."""
    if window is None or window.best is None:
        return ""
    minute = int(window.best)
    return f" {minute + round((window.best - minute) * 100)}"


def told(text: str) -> set[str]:
    """The surnames of whoever is told to have scored, more likely than not, each with every minute told of him."""
    minutes: dict[str, set[str]] = defaultdict(set)
    for claim in extract(MATCH + text):
        if isinstance(claim.says, GoalSays) and claim.span[0] >= len(MATCH) and claim.weight >= 0.5:
            best = max(claim.says.scorer, key=lambda candidate: candidate.weight, default=None)
            if best is not None and best.weight > 0.4:
                name = best.value.split()[-1] + (" og" if claim.says.own_goal else "")
                minutes[name].add(minute_of(claim.says.time))
    return {name + minute for name, found in minutes.items() for minute in (found - {""} or {""})}


@pytest.mark.parametrize(("text", "goals"), ROWS, ids=[text for text, _ in ROWS])
def test_who_and_when(text: str, goals: str) -> None:
    right = {goal.strip() for goal in goals.split(",") if goal.strip()}
    assert (told(text) == right) == (text not in MISREAD), f"read as {told(text)}"
