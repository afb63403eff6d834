"""Which match the reports are about, and who is at home."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tabellino.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class Pairing:
    """Reports (indices) about one pair of clubs; `home_probability` is that of `home` being at home."""

    home: str
    away: str
    home_probability: float
    reports: tuple[int, ...]


def pairings(readings: Sequence[Reading]) -> list[Pairing]:
    """The matches told of, the one with most reports first. Reports without a match are in none."""
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if reading.clubs is not None and reading.no_match is None:
            groups[frozenset(reading.clubs)].append(number)
    return sorted(
        (_pairing(readings, numbers) for numbers in groups.values()), key=lambda p: (-len(p.reports), p.reports)
    )


def _pairing(readings: Sequence[Reading], numbers: Sequence[int]) -> Pairing:
    clubs = readings[numbers[0]].clubs
    assert clubs is not None
    one, two = sorted(clubs)
    odds = 0.0
    for number in numbers:
        reading = readings[number]
        assert reading.clubs is not None
        chance = min(0.98, max(0.02, reading.home))
        odds += math.log(chance / (1 - chance)) * (1 if reading.clubs[0] == one else -1)
    if odds < 0 or (odds == 0 and clubs[0] == two):
        one, two, odds = two, one, -odds
    return Pairing(one, two, 1 / (1 + math.exp(-odds)), tuple(numbers))
