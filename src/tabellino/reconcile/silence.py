"""What speaks against a goal without a word: a report that tells the goals of the match, and not this one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.scoreline import ScoreClaim


def silences(
    fits: Sequence[Sequence[float]],
    claims: Sequence[GoalClaim],
    scores: Sequence[ScoreClaim],
    weights: Mapping[str, float],
) -> list[float]:
    """For each goal the nats that the reports silent about it speak against it. `fits` tell, goal by goal, how well
    each of the claims fits it; `weights` are those of [silence].

    A report that tells d of the n goals of its final score tells any one of them with a chance of about d / n, so its
    silence is worth -log(1 - d / n). With one report alone there is nothing: a goal it is silent about has no claim.
    """
    by_report: dict[int, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        by_report[claim.report].append(n)
    nats = [0.0] * len(fits)
    if len(by_report) < 2:
        return nats
    totals = _totals(scores)
    for report, own in by_report.items():
        total = totals.get(report, totals.get(None))
        if not total:
            continue
        told = [max(claims[c].weight * min(1.0, fit[c] / weights["fit"]) for c in own) for fit in fits]
        share = (min(total, sum(told)) + weights["more"]) / (total + weights["more"] + weights["fewer"])
        for n, telling in enumerate(told):
            nats[n] -= math.log(1.0 - weights["told"] * share * (1.0 - telling))
    return nats


def _totals(scores: Sequence[ScoreClaim]) -> dict[int | None, int]:
    """By report the goals of the final score that it tells, likeliest reading; by None those that all tell."""
    votes: dict[int | None, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for claim in scores:
        if claim.moment == "full_time" and claim.ways:
            goals = sum(next(iter(claim.ways)))
            for of in (claim.report, None):
                votes[of][goals] += claim.weight
    return {of: max(sorted(told), key=lambda goals: told[goals]) for of, told in votes.items()}
