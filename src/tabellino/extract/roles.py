"""Who keeps goal, from the words beside his name: texts seldom say "goalkeeper", but "shot straight at Hart"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tabellino.extract.context import Context
from tabellino.extract.neighbours import neighbours

#: Units before and after a name that speak of who he is.
BEFORE, AFTER = 4, 4


def mark_keepers(context: Context) -> None:
    """Say of everybody named whether he keeps goal: where the weights, over all his mentions, make it likelier than
    not."""
    weights: Mapping[str, float] = context.weights["keeper"]
    weight = weights.get
    for number, person in enumerate(context.units.people):
        told = sum([weight(name, 0.0) * value for name, value in _told(context, number).items()])
        beside = sum([weight(name, 0.0) for name in _beside(context, number)])
        person.keeper = told + beside > 0


def keeper_features(context: Context, person: int) -> dict[str, float]:
    """How often each word stands beside somebody's name, and what is known of him. For whoever fits the weights."""
    return _told(context, person) | Counter(_beside(context, person))


def _told(context: Context, person: int) -> dict[str, float]:
    known, mentions = context.known[person], context.units.people[person].mentions
    found = {"bias": 1.0, "mention": float(len(mentions))}
    if known.keeper:
        found["keeper of a squad"] = known.keeper
    elif known.first or known.second:
        found["player of a squad"] = max(known.first, known.second)
    return found


def _beside(context: Context, person: int) -> list[str]:
    """The names of the words beside all mentions of somebody."""
    units, words = context.units, context.vocabulary
    return [name for place in units.people[person].mentions for name in neighbours(units, words, place, BEFORE, AFTER)]
