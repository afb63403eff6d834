"""Dismissals, missed penalties, goals that did not count and own goals, and what only sounds like them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tabellino import extract
from tabellino.domain.claim import CardSays, DisallowedSays, GoalSays, MissedPenaltySays
from tests.extract.sentences import rows

MATCH = "Everton beat Fulham 4-2 at Goodison Park on Saturday. "
ROWS = rows("cards_and_near_goals", 3)
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "Parker went through Osman and was on his way to the tunnel before the winger had hit the ground.",
    "For the second time this season Parker failed to last the ninety minutes, his foul on Osman bringing a red card.",
    "Meulensteen took charge after the dismissal of Jol in December.",
    "Berbatov could even afford to miss a penalty.",
    "There was no goal for Ruiz when he swept it in, the linesman flagging.",
    "Hughes thrashed it against the back of his goalkeeper and over the line. An own goal.",
    "The ball went in off Hughes. It was an own goal.",
    "Everton's second was an own goal. Hughes got the last touch as he tried to clear.",
    "An own goal put Everton ahead. The unlucky man was Hughes.",
    "The referee chats with his assistant and off go Berbatov and Osman.",
    "OFF! Ruiz had a booking. Now he has two.",
    "Hughes and Osman are throwing punches. Red card for the one. Red card for the other.",
    "Osman's free-kick was a peach. The referee had seen a push in the wall and chalked it off.",
}


def told(text: str) -> Iterator[tuple[str, str]]:
    """What each claim of the text after the result tells, and of whom by surname: "?" where nobody is likely."""
    for claim in extract(MATCH + text):
        says = claim.says
        if claim.weight < 0.5:
            continue
        if isinstance(says, CardSays) and says.card == "red" and says.player:
            kind, men = "red", says.player
        elif isinstance(says, MissedPenaltySays):
            kind, men = "miss", says.player
        elif isinstance(says, DisallowedSays):
            kind, men = "off", says.player
        elif isinstance(says, GoalSays) and says.own_goal:
            kind, men = "own", says.scorer
        else:
            continue
        best = max(men, key=lambda man: man.weight, default=None)
        yield kind, best.value.split()[-1] if best and best.weight > 0.35 else "?"


@pytest.mark.parametrize(("kind", "sentence", "names"), ROWS, ids=[row[1] for row in ROWS])
def test_what_is_told(kind: str, sentence: str, names: str) -> None:
    right = {name for name in names.split(",") if name}
    found = {name for what, name in told(sentence) if what == kind}
    assert (found == right) != (sentence in MISREAD), f"{kind}: read {sorted(found)}, right {sorted(right)}"
