"""Who keeps goal, from the words beside his name: texts seldom say "goalkeeper", but "shot straight at Hart"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import chain

from tabellino import data
from tabellino.extract.context import Context
from tabellino.extract.neighbours import WordWeights, neighbours
from tabellino.extract.vocabulary import vocabulary

#: Units before and after a name that speak of who he is.
BEFORE, AFTER = 4, 4
#: What a squad's word counts for besides, in a language that borrows its weights: of its own words few speak of
#: goalkeepers, and nobody would be one whom they do not call so.
SQUAD_ALONE = 1.5


def mark_keepers(context: Context) -> None:
    """Say of everybody named whether he keeps goal: where the weights, over all his mentions, make it likelier than
    not."""
    weights: Mapping[str, float] = context.weights["keeper"]
    beside, borrows = _word_weights(context.vocabulary.language), context.vocabulary.borrows
    for number, person in enumerate(context.units.people):
        told = sum([weights.get(name, 0.0) * value for name, value in _told(context, number).items()])
        words = sum([beside.around(context.units, place, BEFORE, AFTER) for place in person.mentions])
        person.keeper = told + words + (SQUAD_ALONE * context.known[number].keeper if borrows else 0.0) > 0


@cache
def _word_weights(language: str) -> WordWeights:
    """The weights of words beside a name; kept, as most words of a text stand in others too."""
    words = vocabulary(language)
    return WordWeights(words, data.load(f"weights/{words.weights}.toml")["keeper"])


def keeper_features(context: Context, person: int) -> dict[str, float]:
    """How often each word stands beside somebody's name, and what is known of him. For whoever fits the weights."""
    units, words = context.units, context.vocabulary
    beside = [neighbours(units, words, place, BEFORE, AFTER) for place in units.people[person].mentions]
    return _told(context, person) | Counter(chain.from_iterable(beside))


def _told(context: Context, person: int) -> dict[str, float]:
    known, mentions = context.known[person], context.units.people[person].mentions
    found = {"bias": 1.0, "mention": float(len(mentions))}
    if known.keeper:
        found["keeper of a squad"] = known.keeper
    elif known.first or known.second:
        found["player of a squad"] = max(known.first, known.second)
    return found
