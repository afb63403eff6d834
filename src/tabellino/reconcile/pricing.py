"""What a goal that may have been scored costs with all that speaks against it, and which goals can pay for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from tabellino.reconcile.entries import NO_FIT
from tabellino.reconcile.evidence import GoalClaim, Hypothesis, static_fit, worth
from tabellino.reconcile.scoreline import ScoreClaim
from tabellino.reconcile.silence import silences

#: No more goals than this are searched; those that can pay least fall away first.
MOST = 16
#: Versions of one goal: for either side, at several times.
Versions = Sequence[Hypothesis]


def affordable(
    found: Sequence[tuple[float, Versions]],
    claims: Sequence[GoalClaim],
    scores: Sequence[ScoreClaim],
    weights: dict[str, Any],
) -> list[Hypothesis]:
    """The versions of the goals that the claims come near to paying for, numbered goal by goal, those with most
    support (the first of each pair) first. What they come nowhere near to is never named as a goal, even where the
    score asks for one more: we abstain."""
    goal = weights["goal"]
    nothing = [worth(goal, claim.weight, 0.0) for claim in claims]
    kept, fits, nets = [], [], []
    for support, versions in found:
        fit = [[static_fit(goal, claim, h) for claim in claims] for h in versions]
        net = max(_gain(goal, claims, row, nothing) - h.cost for row, h in zip(fit, versions, strict=True))
        if net > -goal["benefit_of_doubt"]:
            kept.append((support, versions))
            fits.append([max(column) for column in zip(*fit, strict=True)])
            nets.append(net)
    against = silences(fits, claims, scores, weights["silence"])
    order = sorted(range(len(kept)), key=lambda n: -kept[n][0])
    best = set(sorted(order, key=lambda n: against[n] - nets[n])[:MOST])
    return [
        replace(h, cost=h.cost + against[n], group=group)
        for group, n in enumerate(n for n in order if n in best)
        for h in kept[n][1]
    ]


def _gain(
    weights: dict[str, Any], claims: Sequence[GoalClaim], fits: Sequence[float], nothing: Sequence[float]
) -> float:
    """The nats of all claims, were they about this goal, over their being about none."""
    gains = (
        worth(weights, claim.weight, fit) - least
        for claim, fit, least in zip(claims, fits, nothing, strict=True)
        if fit >= NO_FIT
    )
    return sum(max(0.0, gain) for gain in gains)
