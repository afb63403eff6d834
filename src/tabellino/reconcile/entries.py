"""Goals that may have been scored, each at its place in the order of the match."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import msgspec

from tabellino.domain.clock import TimeWindow
from tabellino.reconcile.evidence import GoalClaim, Hypothesis, static_fit

#: Fits below this are no fit: the claim then counts as one that speaks of something else.
NO_FIT = 0.008
#: At most so many places of the order are tried for a goal without a time.
MOST_PLACES = 3
#: Between the last place of the first half (45 and its added time) and the first of the second.
INTERVAL = 45.995
#: Goals without time between two that have one stand so far apart, in the order in which they are told.
APART = 1e-3
#: Words that tell a goal out of the order of play count for so much of those that tell it in its turn.
OUT_OF_ORDER = 0.3
#: A goal told to have been scored between two moments as close as this has others before it and after it.
NARROW = 15.0
#: A goal without time is placed before it: added time is told.
FULL_TIME = 90.0
#: Minutes that a match takes, added time and all, and the least that there is between two goals.
MATCH_ENDS, LEAST_WIDTH = 95.0, 0.7


class Entry(msgspec.Struct, frozen=True):
    """A hypothesis at a place of the order. `cost` (nats) is what a goal without time pays for a place where little of
    the match is played; `around` are the positions of the clock between which the surest of its claims stands in a
    report that goes along with the clock, None where none does."""

    hypothesis: Hypothesis
    place: float
    cost: float = 0.0
    around: tuple[float, float] | None = None


def entries_of(
    hypotheses: Sequence[Hypothesis], claims: Sequence[GoalClaim], weights: dict[str, Any], halves: bool = False
) -> list[Entry]:
    """Hypotheses at their places. One without time stands where the reports tell it: between the goals told before
    and after it, first where words call it the opener, within its bounds; with `halves` (a score at half-time is told)
    also at its likeliest place of the other half."""
    times = sorted({h.time for h in hypotheses if h.time is not None})
    if halves:
        times = sorted({*times, INTERVAL})
    rough = {h.group: at for h in hypotheses if h.time is None and (at := _middle(h.window)) is not None}
    untimed = {h.group: h for h in hypotheses if h.time is None}
    told = {group: _told_of(h, claims, weights) for group, h in untimed.items()}
    order = {group: n for n, group in enumerate(sorted(untimed, key=lambda g: (_how_far(told[g], claims), g)))}
    places: dict[int, list[float]] = {}  # one list for both sides of a goal
    entries: list[Entry] = []
    for h in hypotheses:
        if h.time is not None:
            entries.append(Entry(h, h.time))
            continue
        if h.group not in places:
            beside = {at for group, at in rough.items() if group != h.group}
            places[h.group] = _places(h, sorted({*times, *beside}), told[h.group], claims, halves)
        widths = [_width(place, times) for place in places[h.group]]
        around = _around(told[h.group])
        entries += [
            Entry(h, place + APART * order[h.group], weights["place"] * math.log(max(widths) / width), around)
            for place, width in zip(places[h.group], widths, strict=True)
        ]
    return sorted(entries, key=lambda e: (e.place, e.hypothesis.group, e.hypothesis.side))


def _middle(window: TimeWindow | None) -> float | None:
    """The middle of a window so narrow ("just before half-time") that others come before it or after it."""
    if window is None or window.latest - window.earliest > NARROW:
        return None
    return (window.earliest + window.latest) / 2


def _told_of(h: Hypothesis, claims: Sequence[GoalClaim], weights: dict[str, Any]) -> list[GoalClaim]:
    """The claims that may tell of a goal: those that tell it apart, where there are such."""
    meant = [c for c in claims if c.scorers.get(h.person, 0.0) > 0.2 and static_fit(weights, c, h) >= NO_FIT]
    return [c for c in meant if (c.report, c.number) in h.told] or meant


def _around(told: Sequence[GoalClaim]) -> tuple[float, float] | None:
    """Between which positions of the clock the surest of some claims stands that a report tells as it goes along."""
    along = [claim for claim in told if claim.around is not None]
    return max(along, key=lambda claim: (claim.weight, claim.claim.span)).around if along else None


def _how_far(told: Sequence[GoalClaim], claims: Sequence[GoalClaim]) -> float:
    """How far into its report the surest of these claims stands, of all goals that the report tells, from 0 to 1;
    before all others where words call the goal the opener."""
    if not told:
        return 1.0
    surest = max(told, key=lambda c: (c.weight, c.claim.span))
    if any("opener" in c.says.effects for c in told):
        return -1.0
    beside = sorted(c.claim.span for c in claims if c.report == surest.report)
    return bisect_left(beside, surest.claim.span) / len(beside)


def _places(
    h: Hypothesis, times: Sequence[float], told: Sequence[GoalClaim], claims: Sequence[GoalClaim], halves: bool
) -> list[float]:
    gaps = [0.5, *((a + b) / 2 for a, b in pairwise(times)), (times[-1] if times else 0) + 0.5]
    inside = [gap for gap in gaps if (gap < FULL_TIME if h.window is None else h.window.allows(gap, 1.0))]
    if not inside and h.window is not None:
        return [(h.window.earliest + h.window.latest) / 2]
    votes: dict[float, float] = defaultdict(float)
    along = any(claim.around is not None for claim in told)
    for claim in told:
        for effect in claim.says.effects:
            if effect == "opener":
                votes[gaps[0]] += 2 * claim.weight
            elif effect in ("winner", "last"):
                votes[gaps[-1]] += claim.weight
            elif effect in ("equaliser", "reduces", "replies", "doubles", "extends") and len(gaps) > 1:
                votes[gaps[1]] += 0.3 * claim.weight
        out_of_order = along and claim.around is None
        votes[_told_between(claim, claims, gaps, times)] += claim.weight * (OUT_OF_ORDER if out_of_order else 1.0)
    ranked = sorted((gap for gap in inside), key=lambda gap: (-votes[gap], gap))
    likeliest = ranked[:MOST_PLACES]
    if halves and len({place < INTERVAL for place in likeliest}) == 1:
        likeliest += [place for place in ranked if (place < INTERVAL) != (likeliest[0] < INTERVAL)][:1]
    return likeliest


def _width(place: float, times: Sequence[float]) -> float:
    """Minutes of the match between the times beside a place."""
    after = bisect_right(times, place)
    earliest = times[after - 1] if after else 0.0
    latest = times[after] if after < len(times) else max(MATCH_ENDS, earliest)
    return max(latest - earliest, LEAST_WIDTH)


def _told_between(
    claim: GoalClaim, claims: Sequence[GoalClaim], gaps: Sequence[float], times: Sequence[float]
) -> float:
    """The gap after the last timed goal that the same report tells before this claim; where it goes along with the
    clock, no earlier than that has come, and after none that it tells later."""
    since, until = claim.around or (0.0, math.inf)
    earlier = [
        at
        for c in claims
        if c.report == claim.report
        and c.claim.span[0] < claim.claim.span[0]
        and c.weight > 0.5
        and (at := _position(c.says.time)) is not None
        and (claim.around is None or since <= at <= until)
    ]
    last = earlier[-1] if earlier else since
    return gaps[sum(time <= last + 0.5 for time in times)]


def _position(time: TimeWindow | None) -> float | None:
    """The minute told, or the middle of a narrow window; None for neither."""
    return time.best if time is not None and time.best is not None else _middle(time)
