"""Who scored, in sentences with several men: passers, goalkeepers and those who missed stand beside the scorer."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tests.extract.sentences import MATCH, rows

ROWS = rows("who_scored")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "Howard was left rooted as Ruiz's 25-yarder arrowed into the top corner.",
    "Fulham have not won at Goodison since 1966, when Leggat scored twice.",
    "Naismith, a half-time replacement for Osman, won it deep into stoppage time.",
    "Baines's cross went in off the unfortunate Hughes.",
    "Barkley's low drive was fumbled by Stekelenburg, and Naismith reacted quickest.",
    "Lukaku then turned provider, teeing up Mirallas for a tap-in.",
    "Lukaku scored one and made the other for Mirallas.",
    "Having set up Mirallas, Lukaku got one himself.",
    "Stekelenburg saved from Mirallas but was powerless when Lukaku volleyed the loose ball back.",
    "Ruiz chanced his arm from 30 yards and was rewarded when Howard misjudged the flight.",
    "Lukaku, who scored the winner at Norwich, was quiet.",
}


def scorers(sentence: str) -> set[str]:
    """The surnames of whoever is told to have scored, more likely than not."""
    found = set()
    for claim in extract(MATCH + sentence):
        if isinstance(claim.says, GoalSays) and claim.span[0] >= len(MATCH) and claim.weight >= 0.5:
            best = max(claim.says.scorer, key=lambda candidate: candidate.weight, default=None)
            if best is not None and best.weight > 0.4:
                found.add(best.value.split()[-1] + (" og" if claim.says.own_goal else ""))
    return found


@pytest.mark.parametrize(("sentence", "names"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_who_scored(sentence: str, names: str) -> None:
    right = {name for name in names.split(",") if name}
    assert (scorers(sentence) == right) == (sentence not in MISREAD), f"read as {scorers(sentence)}"
