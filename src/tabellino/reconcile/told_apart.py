"""Which of one man's goals a report tells apart without counting them or giving their minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from tabellino.domain.claim import GoalSays
from tabellino.domain.record import SIDES, Side
from tabellino.reconcile.evidence import GoalClaim, order_fit_of

#: Tellings must be as sure as this.
SURE = 0.5
#: Of the scores at which a goal may have been scored these are looked at: side, goals of the home and of the away side.
MOST_GOALS = 6
ANY_SCORE = frozenset(product(SIDES, range(MOST_GOALS), range(MOST_GOALS)))
#: By report the places and scorers of goals told surely.
Places = Mapping[int, Sequence[tuple[int, int]]]


def surely_told(claims: Sequence[GoalClaim]) -> Places:
    """By report where a goal is told surely and whose."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        for person, chance in claim.scorers.items():
            if person >= 0 and claim.weight * chance >= SURE:
                found[claim.report].append((claim.claim.span[0], person))
    return found


def told_apart(person: int, told: Sequence[GoalClaim], sure: Places, weights: dict[str, Any]) -> list[list[GoalClaim]]:
    """The goals of a man by the claims that tell each of them, in order of the text, of the report that tells most of
    them apart: by what they did to the score (who put a side ahead and made it 3-1 scored twice), or by another man's
    goal told between two that did different things. Empty where no report is sure of one."""
    best: list[list[GoalClaim]] = []
    for report in sorted({claim.report for claim in told}):
        goals: list[list[GoalClaim]] = []
        fits = ANY_SCORE
        for claim in sorted((c for c in told if c.report == report), key=lambda c: c.claim.span):
            if claim.weight * claim.scorers[person] < SURE:
                continue
            its = _fitting(weights, claim.says)
            both = fits & its
            other_between = any(
                goals[-1][-1].claim.span[0] < place < claim.claim.span[0] and who != person
                for place, who in (sure.get(report, ()) if goals else ())
            )
            if not goals or not both or (other_between and fits != its and fits < ANY_SCORE and its < ANY_SCORE):
                goals.append([claim])
                fits = its
            else:
                goals[-1].append(claim)
                fits = both
        best = max(best, goals, key=len)
    return best


def _fitting(weights: dict[str, Any], says: GoalSays) -> frozenset[tuple[Side, int, int]]:
    """The scores at which a goal does all that a claim says it did."""
    return frozenset(one for one in ANY_SCORE if order_fit_of(weights, says, one[0], one[1:]) == 1.0)
