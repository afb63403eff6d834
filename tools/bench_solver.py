"""How long the solver takes for a match told by 2, 10 and 50 reports, reading them not counted."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence
from importlib import resources

import msgspec

from tabellino.domain.claim import Claim, GoalSays
from tabellino.domain.clock import TimeWindow
from tabellino.domain.reading import Reading
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.solve import solve

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

_ROUNDS = 15
#: Chance that a further report of the same text is a minute off with a goal, and that it leaves a claim out.
_MINUTE_OFF, _LEFT_OUT = 0.15, 0.1


def run() -> list[Row]:
    """The rows of the bench: medians over several rounds, who is who and the copies found included."""
    return [
        (f"a match of {reports} reports solved", 1000 * seconds(readings(reports)), "ms", bar)
        for reports, bar in ((2, None), (10, 10.0), (50, None))
    ]


def readings(number: int, seed: int = 1) -> list[Reading]:
    """What so many reports say: the sample texts, then variations of them that are no copies."""
    rng = random.Random(seed)
    folder = resources.files("tabellino.data") / "samples"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name)
    texts = [entry.read_text("utf-8") for entry in files]
    base = [reading for reading in map(read_report, map(Report, texts)) if reading.no_match is None]
    return [base[n] if n < len(base) else _varied(base[n % len(base)], rng) for n in range(number)]


def _varied(reading: Reading, rng: random.Random) -> Reading:
    """The same telling by somebody else: surer or less sure, now and then a minute off or silent."""
    claims = tuple(_varied_claim(claim, rng) for claim in reading.claims if rng.random() > _LEFT_OUT)
    report = msgspec.structs.replace(reading.report, text=" ".join(str(rng.random()) for _ in range(100)))
    return msgspec.structs.replace(reading, claims=claims, report=report)


def _varied_claim(claim: Claim, rng: random.Random) -> Claim:
    says = claim.says
    if isinstance(says, GoalSays) and says.time is not None and rng.random() < _MINUTE_OFF:
        said, by = says.time, rng.choice((-1, 1))
        best = None if said.best is None else said.best + by
        window = TimeWindow(said.earliest + by, said.latest + by, best, said.source)
        says = msgspec.structs.replace(says, time=window)
    return msgspec.structs.replace(claim, says=says, weight=claim.weight * rng.uniform(0.9, 1.0))


def seconds(told: Sequence[Reading]) -> float:
    """The median of solving once more."""
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        solve(told, pairings(told)[0])
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:40} {value:8.3f} {unit:3} {'' if bar is None else f'(bar {bar})'}")
