"""The most probable lawful record: exact branch and bound over score sequences.

A record is a set of hypotheses taken in order of the clock; each claim is served by the goal of the record that it
fits best. Were every claim served by one goal alone, a dynamic programme over the score would find the best record:
its state is (home, away), which is all that the laws and the words about the score need. So the bound lets a claim
serve every goal that it fits (which counts it too often, never too rarely); where the programme's answer counts one
twice, the search branches on which goal it serves. The same goes for a goal told at two places of the order, and for
a man taken for both sides. When nothing is counted twice the bound is the value, so the first such answer is the most
probable record (`tests/reconcile/test_search.py` holds it against brute force).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from tabellino.reconcile.evidence import GoalClaim, Hypothesis, order_fit, static_fit, worth
from tabellino.reconcile.scoreline import Score, Scoreline

#: Fits below this are no fit: the claim then counts as one that speaks of something else.
NO_FIT = 0.008
#: Places up to here on the clock belong to the first half (45 + 98 at most).
HALF_TIME = 45.99
Key = tuple[int, bool, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A hypothesis at a place of the order."""

    hypothesis: Hypothesis
    place: float


@dataclass(frozen=True, slots=True)
class Solution:
    """A record: its goals in order, the final score (which untold goals may top up), and its log-probability up to a
    constant that all records of one problem share."""

    goals: tuple[Entry, ...]
    score: Score
    log_probability: float


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a branch has decided: claims to the groups they may serve, groups to their entries, people to a side."""

    serves: dict[int, frozenset[int]]
    entries: dict[int, frozenset[int]]
    sides: dict[int, str]


def key_of(hypothesis: Hypothesis) -> Key:
    """What makes two hypotheses one goal in a record of names: scorer, own goal, side."""
    return hypothesis.person, hypothesis.own_goal, hypothesis.side


#: A record is taken for the best when none can be more probable by more than this many nats.
TOLERANCE = 0.02
#: Rounds in which the bound is tightened before the search branches.
ROUNDS = 12
#: At most so many places of the order are tried for a goal without a time.
MOST_PLACES = 3


def entries_of(hypotheses: Sequence[Hypothesis], claims: Sequence[GoalClaim], weights: dict[str, Any]) -> list[Entry]:
    """Hypotheses at their places. One without time stands where the reports tell it: between the goals told before
    and after it, first where words call it the opener, within its bounds."""
    times = sorted({h.time for h in hypotheses if h.time is not None})
    entries: list[Entry] = []
    for h in hypotheses:
        places = [h.time] if h.time is not None else _places(h, times, claims, weights)
        entries += [Entry(h, place) for place in places]
    return sorted(entries, key=lambda e: (e.place, e.hypothesis.group, e.hypothesis.side))


def _places(h: Hypothesis, times: Sequence[float], claims: Sequence[GoalClaim], weights: dict[str, Any]) -> list[float]:
    gaps = [0.5, *((a + b) / 2 for a, b in zip(times, times[1:], strict=False)), (times[-1] if times else 0) + 0.5]
    inside = [gap for gap in gaps if h.window is None or h.window.allows(gap, 1.0)]
    if not inside and h.window is not None:
        return [(h.window.earliest + h.window.latest) / 2]
    votes: dict[float, float] = defaultdict(float)
    told = [c for c in claims if c.scorers.get(h.person, 0.0) > 0.2 and static_fit(weights, c, h) >= NO_FIT]
    for claim in told:
        for effect in claim.says.effects:
            if effect == "opener":
                votes[gaps[0]] += 2 * claim.weight
            elif effect in ("winner", "last"):
                votes[gaps[-1]] += claim.weight
            elif effect in ("equaliser", "reduces", "doubles", "extends") and len(gaps) > 1:
                votes[gaps[1]] += 0.3 * claim.weight
        votes[_told_between(claim, claims, gaps, times)] += claim.weight
    ranked = sorted((gap for gap in inside), key=lambda gap: (-votes[gap], gap))
    return ranked[: MOST_PLACES if any(c.says.effects or c.says.score_after for c in told) else 1]


def _told_between(claim: GoalClaim, claims: Sequence[GoalClaim], gaps: Sequence[float], times: Sequence[float]) -> float:
    """The gap after the last timed goal that the same report tells before this claim."""
    earlier = [
        c.says.time.best
        for c in claims
        if c.report == claim.report
        and c.claim.span[0] < claim.claim.span[0]
        and c.says.time is not None
        and c.says.time.best is not None
        and c.weight > 0.5
    ]
    last = earlier[-1] if earlier else 0.0
    return gaps[sum(time <= last + 0.5 for time in times)]


class Problem:
    """Hypotheses and claims with everything about them that no branch changes."""

    def __init__(
        self, entries: Sequence[Entry], claims: Sequence[GoalClaim], scoreline: Scoreline, weights: dict[str, Any]
    ) -> None:
        self.entries = entries
        self.claims = claims
        self.scoreline = scoreline
        self.weights = weights
        self.nothing = [worth(weights, claim.weight, 0.0) for claim in claims]
        self.base = sum(self.nothing)
        self.affects = [
            [
                (c, fit)
                for c, claim in enumerate(claims)
                if (fit := static_fit(weights, claim, e.hypothesis) * self._rank_fit(claim, i)) >= NO_FIT
                and worth(weights, claim.weight, fit) > self.nothing[c]
            ]
            for i, e in enumerate(entries)
        ]
        self.servers: dict[int, set[int]] = defaultdict(set)
        for i, row in enumerate(self.affects):
            for c, _ in row:
                self.servers[c].add(entries[i].hypothesis.group)
        self.groups: dict[int, list[int]] = defaultdict(list)
        for i, e in enumerate(entries):
            self.groups[e.hypothesis.group].append(i)
        self._gains: dict[tuple[int, int, Score], float] = {}
        self._ordered = [bool(c.says.effects or c.says.score_after or c.says.nth_of_team) for c in claims]
        self.stations: list[list[int]] = []  # entries of one goal at one place: for one side or the other
        for i, e in enumerate(entries):
            last = self.stations[-1][-1] if self.stations else None
            if last is not None and (entries[last].place, entries[last].hypothesis.group) == (e.place, e.hypothesis.group):
                self.stations[-1].append(i)
            else:
                self.stations.append([i])
        self.credit = [0.0] * len(claims)

    def _rank_fit(self, claim: GoalClaim, i: int) -> float:
        """ "His second" is no goal that has none of his before it."""
        nth, person = claim.says.nth_of_player, self.entries[i].hypothesis.person
        if nth is None or person < 0:
            return 1.0
        earlier = {
            e.hypothesis.group
            for e in self.entries
            if e.hypothesis.person == person
            and not e.hypothesis.own_goal
            and (e.place, e.hypothesis.group) < (self.entries[i].place, self.entries[i].hypothesis.group)
        }
        rank = len(earlier - {self.entries[i].hypothesis.group}) + 1
        return 1.0 if rank == nth else float(self.weights["nth_wrong"]) if rank < nth else 0.7

    def gain(self, i: int, c: int, fit: float, before: Score) -> float:
        """What claim `c` adds when entry `i` serves it, scored at `before`."""
        key = (i, c, before if self._ordered[c] else (-1, -1))
        found = self._gains.get(key)
        if found is None:
            claim = self.claims[c]
            if self._ordered[c]:
                fit *= order_fit(self.weights, claim.says, self.entries[i].hypothesis, before)
            found = self._gains[key] = max(0.0, worth(self.weights, claim.weight, fit) - self.nothing[c])
        return found

    def value(self, taken: Sequence[int]) -> tuple[float, Score]:
        """The log-probability of the record with these entries, and its final score with untold goals."""
        best = list(self.nothing)
        total, score, path = 0.0, (0, 0), [(0, 0)]
        half = (0, 0)
        for i in taken:
            h = self.entries[i].hypothesis
            total -= h.cost
            for c, fit in self.affects[i]:
                best[c] = max(best[c], self.nothing[c] + self.gain(i, c, fit, score))
            score = (score[0] + 1, score[1]) if h.side == "home" else (score[0], score[1] + 1)
            path.append(score)
            if self.entries[i].place <= HALF_TIME:
                half = score
        filled, final = self.filled(score)
        return total + sum(best) + filled + self.scoreline.passed(path) + self.scoreline.at_half_time(half), final

    def filled(self, score: Score, banned: Score | None = None) -> tuple[float, Score]:
        """The best final score from known goals, where untold ones may top it up, and what it is worth."""
        untold = self.weights["untold_cost"]
        options = [(self.scoreline.final(score), score)] if score != banned else []
        options += [
            (self.scoreline.final((x, y)) - untold * (x - score[0] + y - score[1]), (x, y))
            for x, y in self.scoreline.named()
            if x >= score[0] and y >= score[1] and (x, y) not in (score, banned)
        ]
        return max(options, default=(float("-inf"), score))

    def solve(
        self,
        *,
        without: Key | None = None,
        at_most: int = 0,
        not_score: Score | None = None,
        most_branches: int = 400,
    ) -> Solution | None:
        """The most probable record; of those that hold the goal `without` at most `at_most` times, or do not end
        `not_score`, where given. None when the limits leave no record. Looks at no more than `most_branches`
        branches; what it then returns is the best found."""
        ticket = count()
        self._settle_credits(without, at_most, not_score)
        root = _Limits({}, {}, {})
        first = self._relax(root, without, at_most, not_score)
        if first is None:
            return None
        heap = [(-first[0], next(ticket), root, first[1])]
        best: Solution | None = None
        while heap and most_branches:
            bound, _, limits, taken = heapq.heappop(heap)
            if best is not None and -bound <= best.log_probability + TOLERANCE:
                break
            most_branches -= 1
            children = list(self._conflict(limits, taken))
            lawful = not self._unlawful(taken)
            if lawful:
                value, final = self.value(taken)
                if final != not_score and (best is None or value > best.log_probability):
                    best = Solution(tuple(self.entries[i] for i in taken), final, value)
            for child in children:
                relaxed = self._relax(child, without, at_most, not_score)
                if relaxed is not None and (best is None or relaxed[0] > best.log_probability + TOLERANCE):
                    heapq.heappush(heap, (-relaxed[0], next(ticket), child, relaxed[1]))
        return best

    def _unlawful(self, taken: Sequence[int]) -> bool:
        """A goal taken twice, or a man for both sides."""
        groups = [self.entries[i].hypothesis.group for i in taken]
        return len(set(groups)) < len(groups) or any(len(s) > 1 for s in self._sides(taken).values())

    def _sides(self, taken: Iterable[int]) -> dict[int, set[str]]:
        sides: dict[int, set[str]] = defaultdict(set)
        for i in taken:
            h = self.entries[i].hypothesis
            if h.person >= 0:
                sides[h.person].add(plays_for(h))
        return sides

    def _conflict(self, limits: _Limits, taken: Sequence[int]) -> Iterable[_Limits]:
        """The branches that settle what an answer counts twice; none when it counts nothing twice."""
        by_group: dict[int, list[int]] = defaultdict(list)
        for i in taken:
            by_group[self.entries[i].hypothesis.group].append(i)
        for group, used in by_group.items():
            if len(used) > 1:
                allowed = limits.entries.get(group, frozenset(self.groups[group]))
                parts = [frozenset({i}) for i in used] + [allowed - set(used)]
                return [_Limits(limits.serves, {**limits.entries, group: part}, limits.sides) for part in parts]
        for person, sides in self._sides(taken).items():
            if len(sides) > 1:
                return [_Limits(limits.serves, limits.entries, {**limits.sides, person: side}) for side in sides]
        shared = self._shared(limits, taken)
        if not shared:
            return []
        c, groups = shared
        allowed = limits.serves.get(c, frozenset(self.servers[c]))
        parts = [frozenset({g}) for g in groups] + [allowed - set(groups)]
        return [_Limits({**limits.serves, c: part}, limits.entries, limits.sides) for part in parts]

    def _served(self, limits: _Limits, taken: Sequence[int]) -> dict[int, list[tuple[float, int]]]:
        """For each claim what the goals of an answer would each gain from it, and their groups."""
        gains: dict[int, list[tuple[float, int]]] = defaultdict(list)
        score = (0, 0)
        for i in taken:
            h = self.entries[i].hypothesis
            for c, fit in self.affects[i]:
                if c not in limits.serves or h.group in limits.serves[c]:
                    gain = self.gain(i, c, fit, score)
                    if gain > 1e-6:
                        gains[c].append((gain, h.group))
            score = (score[0] + 1, score[1]) if h.side == "home" else (score[0], score[1] + 1)
        return gains

    def _shared(self, limits: _Limits, taken: Sequence[int]) -> tuple[int, list[int]] | None:
        """The claim that the bound overrates by most, and the groups to tell apart; None when it overrates none."""
        gains = self._served(limits, taken)
        worst, most = None, 1e-6
        for c in range(len(self.claims)):
            found = [gain for gain, _ in gains.get(c, ())]
            credit = self._credit(c, limits)
            over = credit + sum(max(0.0, gain - credit) for gain in found) - max(found, default=0.0)
            if over > most and len(limits.serves.get(c, (0, 0))) > 1:
                worst, most = c, over
        if worst is None:
            return None
        named = [group for _, group in gains.get(worst, ())]
        return worst, named or [next(iter(limits.serves.get(worst, self.servers[worst])))]

    def _relax(
        self, limits: _Limits, without: Key | None, at_most: int, not_score: Score | None
    ) -> tuple[float, list[int]] | None:
        """The dynamic programme: an upper bound of every record within the limits, and the entries it takes."""
        # state (home, away, times that `without` was taken) -> (value, entries as a linked list)
        start = self.base + sum(self._credit(c, limits) for c in range(len(self.claims))) + self.scoreline.passing((0, 0))
        states: dict[tuple[int, int, int], tuple[float, Any]] = {(0, 0, 0): (start, None)}
        in_first_half = True
        for station in self.stations:
            if in_first_half and self.entries[station[0]].place > HALF_TIME:
                in_first_half = False
                states = {s: (v + self.scoreline.at_half_time(s[:2]), t) for s, (v, t) in states.items()}
            reached = dict(states)
            for i in station:
                h = self.entries[i].hypothesis
                if i not in limits.entries.get(h.group, frozenset({i})) or (
                    limits.sides.get(h.person, plays_for(h)) != plays_for(h)
                ):
                    continue
                fixed, ordered = self._rows(i, limits)
                fixed -= h.cost
                banned = without is not None and key_of(h) == without
                at_home = h.side == "home"
                for (home, away, used), (value, chain) in states.items():
                    if banned and used >= at_most:
                        continue
                    value += fixed
                    for c, fit in ordered:
                        value += max(0.0, self.gain(i, c, fit, (home, away)) - self._credit(c, limits))
                    after = (home + 1, away) if at_home else (home, away + 1)
                    value += self.scoreline.passing(after)
                    state = (*after, used + banned)
                    if state not in reached or value > reached[state][0]:
                        reached[state] = (value, (i, chain))
            states = reached
        if in_first_half:
            states = {s: (v + self.scoreline.at_half_time(s[:2]), t) for s, (v, t) in states.items()}
        best: tuple[float, Any] | None = None
        for (home, away, _), (value, chain) in states.items():
            total = value + self.filled((home, away), not_score)[0]
            if total > float("-inf") and (best is None or total > best[0]):
                best = total, chain
        if best is None:
            return None
        taken: list[int] = []
        chain = best[1]
        while chain is not None:
            taken.append(chain[0])
            chain = chain[1]
        return best[0], taken[::-1]

    def _rows(self, i: int, limits: _Limits) -> tuple[float, list[tuple[int, float]]]:
        """What an entry gains from its claims whatever the score, and the claims that depend on the score."""
        group = self.entries[i].hypothesis.group
        fixed, ordered = 0.0, []
        for c, fit in self.affects[i]:
            if c in limits.serves and group not in limits.serves[c]:
                continue
            if self._ordered[c]:
                ordered.append((c, fit))
            else:
                fixed += max(0.0, self.gain(i, c, fit, (-1, -1)) - self._credit(c, limits))
        return fixed, ordered

    def _credit(self, c: int, limits: _Limits) -> float:
        """The credit of a claim; none where a branch has settled whom it serves, for then nothing counts it twice."""
        return 0.0 if c in limits.serves and len(limits.serves[c]) < 2 else self.credit[c]

    def _settle_credits(self, without: Key | None, at_most: int, not_score: Score | None) -> None:
        """Tighten the bound. A claim with credit u counts u whatever is taken, and each goal only what it gains beyond
        u: never less than its best, and no longer twice for two goals. Credits rise where claims are counted twice and
        fall where none of their goals is taken."""
        self.credit = [0.0] * len(self.claims)
        nothing_decided = _Limits({}, {}, {})
        for _ in range(ROUNDS):
            relaxed = self._relax(nothing_decided, without, at_most, not_score)
            if relaxed is None:
                return
            gains = self._served(nothing_decided, relaxed[1])
            changed = False
            for c, found in gains.items():
                if len(found) > 1:
                    second = sorted((gain for gain, _ in found), reverse=True)[1]
                    if second > self.credit[c] + 1e-6:
                        self.credit[c], changed = second, True
            for c, credit in enumerate(self.credit):
                if credit > 0 and c not in gains:
                    self.credit[c], changed = credit / 2 if credit > 0.05 else 0.0, True
            if not changed:
                return


def plays_for(h: Hypothesis) -> str:
    """The side the scorer plays for: an own goal counts for the other one (law 10)."""
    return h.side if not h.own_goal else ("away" if h.side == "home" else "home")
