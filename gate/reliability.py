"""Whether probabilities mean something: of the facts given p, a share of about p should be right."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from gate.same import same_club
from gate.told import MatchTold, turned

#: Lower edges of the bins. The two above 0.9 are what the issue asks about: right at least 97 times in 100.
EDGES = (0.0, 0.5, 0.7, 0.9, 0.97)
SURE = 0.9


@dataclasses.dataclass(frozen=True)
class Bin:
    """Facts with a probability from `low` up to the next edge: how many, how many right, and their mean probability."""

    low: float
    facts: int
    right: int
    mean: float


def table(believed: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """The reliability table; empty bins are left out."""
    rows = list(believed)
    bins: list[Bin] = []
    for low, high in zip(EDGES, (*EDGES[1:], float("inf")), strict=True):
        inside = [(p, right) for p, right in rows if low <= p < high]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            bins.append(Bin(low, len(inside), sum(right for _, right in inside), round(mean, 3)))
    return tuple(bins)


def sure_and_right(believed: Iterable[tuple[float, bool]]) -> float | None:
    """The share of right ones among facts given `SURE` or more; None when there are none."""
    sure = [right for p, right in believed if p >= SURE]
    return round(sum(sure) / len(sure), 4) if sure else None


def fields_believed(probabilities: Mapping[str, float], found: MatchTold, asked: MatchTold) -> list[tuple[float, bool]]:
    """The probabilities of the record's fields with whether each is right. Keys are told by their last word
    ("score.full_time"; plain "score" is the final one); one that the labels say nothing about is left out. A record
    with the sides exchanged is turned before its scores are looked at, so that it costs `home` alone (see `judge`)."""
    home_right = same_club(found.home, asked.home)
    if not home_right and same_club(found.home, asked.away):
        found = turned(found)
    final = None if asked.score is None or not asked.home_told else found.score == asked.score
    truth: dict[str, bool | None] = {
        "score": final,
        "full_time": final,
        "half_time": None
        if asked.half_time is None or found.half_time is None or not asked.home_told
        else found.half_time == asked.half_time,
        "home": home_right if asked.home_told else None,
    }
    judged = ((p, truth.get(key.rsplit(".", 1)[-1])) for key, p in probabilities.items())
    return [(p, right) for p, right in judged if right is not None]
