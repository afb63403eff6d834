"""Which match the reports are about, and who is at home."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tabellino import data
from tabellino.domain.chance import chance_of, log_odds_of
from tabellino.domain.reading import Reading
from tabellino.reconcile.copies import copies
from tabellino.reconcile.misread import is_of_this_match


@dataclass(frozen=True, slots=True)
class Pairing:
    """Reports (indices) about one pair of clubs; `home_probability` is that of `home` being at home. `copies` tells of
    places in `reports` that copy another place: they are heard, but are no witness of their own."""

    home: str
    away: str
    home_probability: float
    reports: tuple[int, ...]
    copies: Mapping[int, int] = field(default_factory=dict, hash=False)

    @property
    def is_of_one(self) -> bool:
        """Whether one report alone tells of the match, or one and its copies."""
        return len(self.reports) - len(self.copies) == 1


def pairings(readings: Sequence[Reading]) -> list[Pairing]:
    """The matches told of, the one with most reports first. Reports without a match are in none, nor are those of the
    first match in which the reader took a wrong club for one of the two."""
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if reading.clubs is not None and reading.no_match is None:
            groups[frozenset(reading.clubs)].append(number)
    largest = max(groups.values(), key=len, default=[])
    for clubs, numbers in groups.items():
        if len(numbers) < len(largest):
            others = [readings[n] for n in largest]
            groups[clubs] = [n for n in numbers if not is_of_this_match(readings[n], others)]
    found = [_pairing(readings, numbers) for numbers in groups.values() if numbers]
    return sorted(found, key=lambda pairing: (-len(pairing.reports), pairing.reports))


def _pairing(readings: Sequence[Reading], numbers: Sequence[int]) -> Pairing:
    weights = data.load("weights/verdicts.toml")["copy"]
    copied = copies([readings[n].report for n in numbers], weights["shingle"], weights["share"]) if numbers[1:] else {}
    one, two = sorted(readings[numbers[0]].clubs or ())
    told = []
    for place, number in enumerate(numbers):
        reading = readings[number]
        assert reading.clubs is not None
        if place not in copied:
            told.append(log_odds_of(reading.home, 0.02) * (1 if reading.clubs[0] == one else -1))
    odds = math.fsum(told)
    first_named = sum((readings[n].clubs or ("",))[0] == one for n in numbers)
    if odds < 0 or (odds == 0 and 2 * first_named < len(numbers)):  # nobody tells: most name the home side first
        one, two, odds = two, one, -odds
    return Pairing(one, two, chance_of(odds), tuple(numbers), copied)
