"""Which goals may have been scored: every scorer the claims name, with every time they give him."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from tabellino.domain.chance import chance_of
from tabellino.domain.clock import TimeWindow
from tabellino.domain.record import SIDES
from tabellino.reconcile.evidence import GoalClaim, Hypothesis, minutes_apart
from tabellino.reconcile.people import People
from tabellino.reconcile.pricing import affordable
from tabellino.reconcile.scoreline import ScoreClaim
from tabellino.reconcile.told_apart import Places, surely_told, told_apart

#: Times of one scorer closer than this many minutes are tellings of one goal.
SAME_GOAL = 3
#: A time counts from a goal told no more than so many characters before it.
NEXT = 250
#: A scorer must be meant with at least this chance for a goal of his to be considered.
MEANT = 0.2
#: A side is considered for a scorer when he plays for it with at least this chance: hints may be wrong about him, and
#: the scores that several reports tell then set it right.
LEAST_SIDE = 0.005
#: A time told without a scorer is lent to those named up to so many characters later (or earlier).
LEND, LEND_BACK = 600, 150
#: A time told with a scorer who is meant with more than this chance is his and is not lent.
SURE = 0.75
MOST_LENT = 3
#: What but one goal of a match did.
ONLY_ONE = frozenset(("opener", "winner"))


def hypotheses(
    claims: Sequence[GoalClaim], scores: Sequence[ScoreClaim], people: People, all_weights: dict[str, Any]
) -> list[Hypothesis]:
    """The goals worth considering, in order of the clock (those without time last). Hypotheses of one `group` are
    the same goal for different sides or at different places of the order; a record takes at most one of them."""
    weights = all_weights["goal"]
    found: list[tuple[float, list[Hypothesis]]] = []
    by_key: dict[tuple[int, bool], list[GoalClaim]] = defaultdict(list)
    for claim in claims:
        for person, chance in claim.scorers.items():
            if person >= 0 and chance >= MEANT:
                by_key[person, bool(claim.says.own_goal)].append(claim)
    lenders, only = _lenders(claims)
    sure = surely_told(claims)
    for (person, own_goal), told in by_key.items():
        for time, window, support, of_it in _goals_of(person, told, sure, weights):
            versions = _sides(person, own_goal, time, window, people, weights)
            if time is None:
                for lent in _lent_times(told, lenders, only, window):
                    versions += _sides(person, own_goal, lent, None, people, weights)
            found.append((support, [replace(version, told=of_it) for version in versions]))
    found += _unnamed(claims, found, weights)
    return affordable(found, claims, scores, all_weights)


def _goals_of(person: int, told: Sequence[GoalClaim], sure: Places, weights: dict[str, Any]) -> list[_Goal]:
    """The goals of one scorer: clusters of the times told, and goals without time where more are counted or told
    apart."""
    clusters: list[_Cluster] = []
    timed = [(c.says.time.best, c) for c in told if c.says.time is not None and c.says.time.best is not None]
    for at, claim in sorted(timed, key=lambda pair: (pair[0], pair[1].weight * pair[1].scorers[person])):
        near = bool(clusters) and minutes_apart(at, clusters[-1].times[-1][0]) <= SAME_GOAL
        if not near or clusters[-1].counts_apart(claim) or clusters[-1].precedes(claim, person):
            clusters.append(_Cluster([], defaultdict(set), []))
        clusters[-1].add(at, claim, claim.weight * claim.scorers[person])
    goals = [_Goal(_best_time(cluster.times), None, sum(weight for _, weight in cluster.times)) for cluster in clusters]
    untimed = [c for c in told if c.says.time is None or c.says.time.best is None]
    for window in _distinct_windows(untimed, [goal.time for goal in goals]):
        goals.append(_Goal(None, window, sum(c.weight * c.scorers[person] for c in untimed if c.says.time == window)))
    apart = told_apart(person, told, sure, weights)
    counted = max((len(apart), *(c.says.nth_of_player or 1 for c in told)))
    support = sum(c.weight * c.scorers[person] for c in untimed)
    of_it = [frozenset((c.report, c.number) for c in goal) for goal in apart if all(c.says.time is None for c in goal)]
    for n in range(counted - len(goals) if untimed else 0):
        goals.append(_Goal(None, None, support, of_it[n] if n < len(of_it) and len(apart) > 1 else frozenset()))
    return goals


class _Goal(NamedTuple):
    """Time or bounds of a goal, how much claims support it, and those that tell it apart from others of its scorer."""

    time: float | None
    window: TimeWindow | None
    support: float
    told: frozenset[tuple[int, int]] = frozenset()


class _Cluster(NamedTuple):
    """Tellings of one goal of a scorer: times with their weights, by report the how-manieth of his it is told to be,
    and the tellings themselves."""

    times: list[tuple[float, float]]
    counted: dict[int, set[int]]
    told: list[GoalClaim]

    def add(self, at: float, claim: GoalClaim, weight: float) -> None:
        self.times.append((at, weight))
        self.told.append(claim)
        if claim.says.nth_of_player is not None:
            self.counted[claim.report].add(claim.says.nth_of_player)

    def counts_apart(self, claim: GoalClaim) -> bool:
        """Whether a report counts two goals of a scorer that may lie close together: "Kroos (24, 26)"."""
        nth = claim.says.nth_of_player
        return nth is not None and not self.counted[claim.report] <= {nth}

    def precedes(self, claim: GoalClaim, person: int) -> bool:
        """Whether a report that surely tells this goal tells another to have come so long after it: "was left with an
        empty goal after 87 minutes. Two minutes later he bent one in off the bar"."""
        time = claim.says.time
        if time is None or time.source != "relative":
            return False
        return any(
            one.report == claim.report
            and one.weight * one.scorers[person] > SURE
            and 0 <= claim.claim.span[0] - one.claim.span[1] <= NEXT
            and one.says.time is not None
            and one.says.time.best is not None
            and one.says.time.best < time.earliest
            for one in self.told
        )


#: By report the places and minutes of goals told with a time and without a sure scorer, in order of the text.
Lenders = Mapping[int, list[tuple[int, float]]]
#: By report the minutes told of the opener or the winner, whoever is taken for its scorer: a match has one of each.
Only = Mapping[tuple[int, str], set[float]]


def _lenders(claims: Sequence[GoalClaim]) -> tuple[Lenders, Only]:
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    only: dict[tuple[int, str], set[float]] = defaultdict(set)
    for claim in claims:
        time = claim.says.time
        if time is None or time.best is None:
            continue
        if max(claim.scorers.values(), default=0.0) <= SURE:
            found[claim.report].append((claim.claim.span[0], time.best))
        for effect in ONLY_ONE.intersection(claim.says.effects):
            only[claim.report, effect].add(time.best)
    return {report: sorted(times) for report, times in found.items()}, only


def _lent_times(told: Sequence[GoalClaim], lenders: Lenders, only: Only, window: TimeWindow | None) -> list[float]:
    """Times that words beside a scorer's may lend to his goal: "Villa were level after 22 minutes. … Benteke headed
    in." They come from goals told just before (or in the same breath after) without a scorer, or with one in doubt; and
    from anywhere in the report for its opener ("found the opener in the 16th minute") and winner."""
    lent: set[float] = set()
    for claim in told:
        if claim.says.time is not None and claim.says.time.best is not None:
            continue
        place, times = claim.claim.span[0], lenders.get(claim.report, [])
        first, after = bisect_left(times, (place - LEND, 0.0)), bisect_right(times, (place + LEND_BACK, math.inf))
        near = {time for _, time in times[first:after]}
        near.update(*(only.get((claim.report, effect), ()) for effect in ONLY_ONE.intersection(claim.says.effects)))
        lent |= {time for time in near if window is None or window.allows(time, 1.0)}
    return sorted(lent)[:MOST_LENT]


def _distinct_windows(untimed: Sequence[GoalClaim], times: Sequence[float | None]) -> list[TimeWindow]:
    """Bounds told for goals that none of the timed ones satisfies."""
    found: list[TimeWindow] = []
    for claim in untimed:
        window = claim.says.time
        if window is None or any(time is not None and window.allows(time, 1.0) for time in times):
            continue
        for n, other in enumerate(found):
            if window.meets(other):
                if window.latest - window.earliest < other.latest - other.earliest:
                    found[n] = window
                break
        else:
            found.append(window)
    return found


def _best_time(cluster: Sequence[tuple[float, float]]) -> float:
    """The time with most weight behind it; of equals the earlier."""
    total: dict[float, float] = defaultdict(float)
    for at, weight in cluster:
        total[at] += weight
    return max(sorted(total), key=lambda at: total[at])


def _sides(
    person: int, own_goal: bool, time: float | None, window: TimeWindow | None, people: People, weights: dict[str, Any]
) -> list[Hypothesis]:
    known = people.known[person]
    cost = weights["goal_cost"] + weights["own_goal_cost"] * own_goal
    cost += weights["keeper_cost"] * (known.keeper and not own_goal)
    cost += 3.0 * (known.staff > 0)
    made = []
    for side in SIDES:
        toward_home = known.odds * weights["side_doubt"] * (-1 if own_goal else 1)
        chance = chance_of(toward_home if side == "home" else -toward_home)
        if chance >= LEAST_SIDE:
            doubt = -math.log(chance)
            made.append(Hypothesis(person, own_goal, side, time, window, cost + doubt, 0, doubt))
    return made


def _unnamed(
    claims: Sequence[GoalClaim], found: Sequence[tuple[float, list[Hypothesis]]], weights: dict[str, Any]
) -> list[tuple[float, list[Hypothesis]]]:
    """Goals told with a time but no scorer, where nobody's goal has that time."""
    times = [h.time for _, versions in found for h in versions if h.time is not None]
    made: list[tuple[float, list[Hypothesis]]] = []
    for claim in claims:
        window = claim.says.time
        if claim.scorers and max(claim.scorers, key=lambda n: claim.scorers[n]) >= 0:
            continue
        if window is None or window.best is None or claim.weight < 0.5:
            continue
        if any(minutes_apart(window.best, time) <= SAME_GOAL for time in times):
            continue
        times.append(window.best)
        sides = [side for side in SIDES if not claim.sides or claim.sides.get(side, 0.0) > 0.2]
        cost = weights["goal_cost"] + weights["unknown_cost"]
        made.append((claim.weight * 0.5, [Hypothesis(-1, False, side, window.best, None, cost, 0) for side in sides]))
    return made
