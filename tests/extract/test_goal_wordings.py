"""How goals are told: some hundred wordings, and such as only sound like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabellino.extract.goals import find_mentions
from tabellino.extract.mentions import Mention
from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise

DATA = Path(__file__).parent.parent / "data"
BEFORE = (
    "Arsenal beat Everton 3-1 on Saturday with Thierry Henry, Robert Pires, Joseph Yobo, Tim Howard and Tim Cahill "
    "on the field."
)
#: Told less surely than so, words are as well not read as a goal.
SURE = 0.6
#: Not read yet; a wording that is read now leaves this list.
UNREAD = {
    "Henry, much the smallest man in the penalty area, got up above Yobo to head it in.",
    "Henry swung his left foot and the next thing Howard knew the ball was in the net.",
    "Yobo's mistake let Henry in and he beat Howard.",
    "Henry it was who scored.",
    "It was two when Henry met a cross.",
    "Two became three when Henry met a cross.",
    "The finishing touch came from Henry.",
    "It took Henry just six minutes to score.",
    "Henry ended a run of six games without a goal.",
    "Henry punished Everton from close range.",
    "Henry tried his luck from distance and saw his shot fly in.",
    "Henry stunned Everton.",
    "Henry came to the rescue.",
    "Henry had two by half-time.",
    "Howard could only push Henry's header into the net.",
}
#: Taken for goals, where nothing else is told; a wording that no longer is leaves this list.
TAKEN_FOR_GOALS: set[str] = set()


def sentences(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def tellings(sentence: str) -> list[tuple[str | None, Mention]]:
    """The scorer's name and the telling, of each telling that the reader finds in the sentence."""
    text = f"{BEFORE} {sentence}"
    context = prose_context(tokenise(text), "en")
    assert context is not None
    first = len(BEFORE)
    found = [m for m in find_mentions(context) if context.units.starts[m.first] >= first]
    return [(None if m.top is None else context.units.people[m.top].name, m) for m in found]


@pytest.mark.parametrize("sentence", sentences("goal_wordings.txt"))
def test_a_goal_is_read_however_it_is_told(sentence: str):
    read = any(name is not None and "Henry" in name for name, _ in tellings(sentence))
    assert read == (sentence not in UNREAD)


@pytest.mark.parametrize("sentence", sentences("no_goal_wordings.txt"))
def test_what_only_sounds_like_a_goal_is_none(sentence: str):
    surest = max((telling.weight for _, telling in tellings(sentence)), default=0.0)
    assert (surest > SURE) == (sentence in TAKEN_FOR_GOALS), f"told with {surest:.2f}"
