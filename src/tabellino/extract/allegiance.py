"""Whose player somebody is: evidence from the words beside the names, spread along who plays with and against whom."""

from __future__ import annotations

import math
from collections import defaultdict


from tabellino.extract.patterns import Alphabet
from tabellino.extract.sides import Sides, meant
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: Rounds of passing evidence between team-mates and opponents: chains of names in one report are short.
ROUNDS = 4
#: No chain of hints is surer than this, in log-odds: a club named beside the player always outweighs it.
SUREST = 5.0


def find_allegiance(units: Units, vocabulary: Vocabulary, sides: Sides) -> list[float]:
    """For every person of the report the log-odds of playing for `sides.first` (0: no hint)."""
    direct = [0.0] * len(units.people)
    for pattern, row in vocabulary.patterns("allegiance"):
        for match in pattern.finditer(units.codes):
            places = Alphabet.captured(match)
            club = meant(units, places["club"], sides.first, sides.second)
            if club is not None:
                direct[_who(units, places["person"])] += row["weight"] * (1 if club == sides.first else -1)
    edges: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for pattern, row in vocabulary.patterns("pair"):
        for match in pattern.finditer(units.codes):
            places = Alphabet.captured(match)
            a, b = _who(units, places["a"]), _who(units, places["b"])
            if a != b:
                edges[a].append((b, row["same"]))
                edges[b].append((a, row["same"]))
    odds = [_clip(value) for value in direct]
    for _ in range(ROUNDS):
        odds = [
            _clip(direct[n] + sum(weight * math.tanh(odds[m] / 2) for m, weight in edges[n]))
            for n in range(len(direct))
        ]
    return odds


def _clip(value: float) -> float:
    return max(-SUREST, min(SUREST, value))


def _who(units: Units, place: int) -> int:
    meanings: tuple[int, ...] = units.value[place]  # type: ignore[assignment]
    return meanings[0]



