"""Who keeps goal, from the words beside his name: texts seldom say "goalkeeper", but "shot straight at Hart"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain

from tabellino.extract.context import Context
from tabellino.extract.neighbours import neighbours

#: Units before and after a name that speak of who he is.
BEFORE, AFTER = 4, 4


def mark_keepers(context: Context) -> None:
    """Say of everybody named whether he keeps goal: where the weights, over all his mentions, make it likelier than
    not."""
    weights: Mapping[str, float] = context.weights["keeper"]
    for number, person in enumerate(context.units.people):
        told = keeper_features(context, number)
        person.keeper = sum(weights.get(name, 0.0) * value for name, value in told.items()) > 0


def keeper_features(context: Context, person: int) -> dict[str, float]:
    """How often each word stands beside somebody's name."""
    found: dict[str, float] = {"bias": 1.0}
    known, mentions = context.known[person], context.units.people[person].mentions
    if known.keeper:
        found["keeper of a squad"] = known.keeper
    elif known.first or known.second:
        found["player of a squad"] = max(known.first, known.second)
    found["mention"] = float(len(mentions))
    beside = [neighbours(context.units, context.vocabulary, place, BEFORE, AFTER) for place in mentions]
    return found | Counter(chain.from_iterable(beside))
