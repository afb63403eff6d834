"""Dismissals: who was sent off, when, and how sure that is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tabellino.domain.claim import CardSays, Claim
from tabellino.domain.clock import TimeWindow
from tabellino.domain.reading import Reading
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.people import People


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A man sent off. `claims` are (report, claim) numbers; times as in `TimeWindow`, None when nobody tells."""

    person: int
    side: str | None
    time: float | None
    window: TimeWindow | None
    second_yellow: bool | None
    probability: float
    claims: tuple[tuple[int, int], ...]


def dismissals(
    readings: Sequence[Reading], pairing: Pairing, people: People, weights: dict[str, float]
) -> list[Dismissal]:
    """Everybody whom the claims, taken together, make more likely sent off than not."""
    told: dict[int, list[tuple[int, int, Claim, CardSays, float]]] = defaultdict(list)
    anybody = 0.0
    for place, number in enumerate(pairing.reports):
        for index, claim in enumerate(readings[number].claims):
            says = claim.says
            if not isinstance(says, CardSays) or says.card != "red" or claim.manner == "opinion":
                continue
            if not says.player:
                anybody = max(anybody, claim.weight)
            for candidate in says.player:
                told[people.find(place, candidate.value)].append((place, index, claim, says, candidate.weight))
    found = []
    for person, claims in told.items():
        if people.known[person].staff:
            continue
        odds = weights["prior"] + weights["somebody"] * anybody
        for _, _, claim, _, chance in claims:
            p = min(0.97, claim.weight) * chance
            odds += max(0.0, math.log((1 - p + p * weights["worth"])))
        probability = 1 / (1 + math.exp(-odds))
        if probability >= weights["threshold"]:
            found.append(_dismissal(person, claims, people, pairing, probability))
    return sorted(found, key=lambda d: (d.time or 999, d.person))


def _dismissal(
    person: int,
    claims: Sequence[tuple[int, int, Claim, CardSays, float]],
    people: People,
    pairing: Pairing,
    probability: float,
) -> Dismissal:
    votes: dict[float, float] = defaultdict(float)
    windows: list[TimeWindow] = []
    for _, _, claim, says, chance in claims:
        if says.time is not None and says.time.best is not None:
            votes[says.time.best] += claim.weight * chance
        elif says.time is not None:
            windows.append(says.time)
    time = max(sorted(votes), key=lambda at: votes[at]) if votes else None
    window = min(windows, key=lambda w: w.latest - w.earliest, default=None)
    seconds = [says.second_yellow for _, _, _, says, _ in claims if says.second_yellow is not None]
    odds = people.known[person].odds
    for _, _, _, says, chance in claims:
        for candidate in says.team:
            odds += chance * candidate.weight * (1 if candidate.value == pairing.home else -1)
    side = "home" if odds > 0.05 else "away" if odds < -0.05 else None
    second = None if not seconds else sum(seconds) * 2 >= len(seconds)
    return Dismissal(
        person, side, time, window, second, probability, tuple(dict.fromkeys((r, i) for r, i, *_ in claims))
    )
