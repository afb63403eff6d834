"""How well a goal claim fits a goal of a record, and what it is worth."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import msgspec

from tabellino.domain.claim import Claim, GoalSays
from tabellino.domain.clock import TimeWindow


class GoalClaim(msgspec.Struct, frozen=True):
    """A goal claim with its people resolved. `scorers` maps a person to the chance that the words mean him, key -1
    for somebody else; `sides` maps "home"/"away" to chances, empty when not told. `around` are the positions of the
    clock between which its report tells it, None where that does not go along with the clock."""

    report: int
    number: int
    claim: Claim
    says: GoalSays
    scorers: dict[int, float]
    sides: dict[str, float]
    weight: float
    around: tuple[float, float] | None = None


class Hypothesis(msgspec.Struct, frozen=True):
    """A goal that may have been scored: `person` is -1 for one whose scorer nobody names. `time` is its place on the
    clock (see `Minute.position`), None when nobody tells; `window` bounds it. Of its `cost` (nats) so much as
    `side_cost` is for the scorer's playing for that side, which all his goals of a record cost together but once.
    `told` are the claims (report, number) that tell this goal apart from others of its scorer; empty where none do."""

    person: int
    own_goal: bool
    side: str
    time: float | None
    window: TimeWindow | None
    cost: float
    group: int
    side_cost: float = 0.0
    told: frozenset[tuple[int, int]] = frozenset()


def time_fit(weights: dict[str, Any], window: TimeWindow | None, goal: Hypothesis) -> float:
    """How well the time told fits the goal's, 0 to 1."""
    if window is None:
        return float(weights["time_untold"])
    if goal.time is None:
        if goal.window is None:
            return float(weights["time_unknown"])
        apart = max(window.earliest - goal.window.latest, goal.window.earliest - window.latest, 0.0)
    elif window.best is not None:
        apart = minutes_apart(window.best, goal.time)
        apart = max(0.0, apart - (window.latest - window.earliest) / 2)
    else:
        apart = max(window.earliest - goal.time, goal.time - window.latest, 0.0)
        return 1.0 if apart < 0.5 else float(weights["window_near"] if apart <= 3 else weights["window_far"])
    table: list[float] = weights["minutes_apart"]
    step = math.floor(apart + 0.5)
    return table[step] if step < len(table) else table[-1]


@lru_cache(maxsize=4096)
def minutes_apart(one: float, other: float) -> float:
    """Minutes between two clock positions, over both clocks: 90 + 10 is also the 100th minute, and the 90th to those
    who do not count added time. Two who do differ by what they count: 90 + 2 and 90 + 5 are three minutes apart."""
    apart = abs(_elapsed(one) - _elapsed(other))
    if one % 1 == 0 or other % 1 == 0:
        apart = min(apart, abs(math.floor(one) - math.floor(other)))
    return apart


def _elapsed(position: float) -> float:
    minute = math.floor(position + 1e-9)
    return minute + (position - minute) * 100


def _of_another(weights: dict[str, Any], claim: GoalClaim, goal: Hypothesis) -> bool:
    """Whether a claim surely names another man than a goal's: the side that it tells is then his, and no more is wrong
    with it than the man."""
    return any(
        person not in (-1, goal.person) and chance >= weights["side_follows"]
        for person, chance in claim.scorers.items()
    )


def static_fit(weights: dict[str, Any], claim: GoalClaim, goal: Hypothesis) -> float:
    """The part of the fit that does not depend on the other goals: scorer, side, time, own goal."""
    says = claim.says
    fit: float = time_fit(weights, says.time, goal)
    if not claim.scorers:
        fit *= weights["scorer_untold"]
    elif goal.person < 0:
        fit *= weights["scorer_unknown"]
    else:
        told = claim.scorers.get(goal.person, 0.0)
        wrong = weights["scorer_shot" if goal.own_goal and not says.own_goal else "scorer_wrong"]
        fit *= max(told, weights["scorer_other"] * claim.scorers.get(-1, 0.0), wrong)
    if claim.sides and not _of_another(weights, claim, goal):
        fit *= max(claim.sides.get(goal.side, 0.0), weights["side_wrong"])
    if goal.own_goal != bool(says.own_goal):
        if says.own_goal:
            fit *= weights["own_goal_told"]
        else:
            fit *= weights["own_goal_untold"]
    if goal.time is None and says.time is not None and says.time.best is not None:
        fit *= weights["time_unknown"]
    return float(fit)


def order_fit(
    weights: dict[str, Any],
    says: GoalSays,
    goal: Hypothesis,
    before: tuple[int, int],
) -> float:
    """The part that depends on the score: `before` is the (home, away) score when it was scored."""
    return order_fit_of(weights, says, goal.side, before)


def order_fit_of(weights: dict[str, Any], says: GoalSays, side: str, before: tuple[int, int]) -> float:
    """The same for any goal of a side."""
    own, other = before if side == "home" else before[::-1]
    fit = 1.0
    for effect in says.effects:
        if not _effect_holds(effect, own, other):
            fit *= weights["effect_wrong"]
    if says.score_after is not None:
        after = (own + 1, other)
        if says.score_order == "home" and side == "away":
            after = after[::-1]
        if says.score_after == after[::-1] != after:
            fit *= 1.0 if says.score_order is None else weights["score_swapped"]
        elif says.score_after != after:
            more = all(told >= known for told, known in zip(says.score_after, after, strict=True))
            fit *= weights["score_untold" if more else "score_wrong"]
    if says.nth_of_team is not None and says.nth_of_team not in (own + 1, own + other + 1):
        fit *= weights["nth_untold" if says.nth_of_team > own + 1 else "nth_wrong"]
    return fit


def _effect_holds(effect: str, own: int, other: int) -> bool:
    """Whether a goal by the side with `own` goals against `other` does this."""
    if effect == "opener":
        return own == other == 0
    if effect == "equaliser":
        return own + 1 == other
    if effect == "lead":
        return own == other or own + 1 == other  # "put them level" is told with the same words
    if effect == "doubles":
        return own == other + 1
    if effect == "extends":
        return own > other
    if effect == "reduces":
        return own + 1 < other
    if effect == "replies":
        return own < other
    if effect == "winner":
        return own >= other
    return True


def worth(weights: dict[str, Any], weight: float, fit: float) -> float:
    """Log of how much more probable the claim is given a goal that it fits so well than on average: a mention with
    probability `weight` of telling a goal must fit one (see docs/solver.md)."""
    return math.log((1.0 - weight) + weight * fit / float(weights["base_rate"]))
