"""The most probable lawful record, and the most probable one of those that deny it: exact branch and bound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tabellino.reconcile.bound import NEVER, SCORE, Bound, Ceilings, Credits, Gains, Limits, served
from tabellino.reconcile.entries import Entry
from tabellino.reconcile.evidence import Hypothesis
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.scoreline import Score

#: A record is taken for the best when none can be more probable by more than this many nats (rounding errors).
TOLERANCE = 1e-6
#: Rounds in which the credits are bettered before the search branches again.
ROUNDS = 3
#: Branches after which the bound is tightened first.
FIRST_BRANCHES = 200
#: Rounds without a better bound after which the steps are halved.
PATIENCE = 3
#: States that are followed to guess a first record.
BEAM = 4
Key = tuple[int, bool, str]


class Solution(msgspec.Struct, frozen=True):
    """A record: its goals in order, the final score (which untold goals may top up), and its log-probability up to a
    constant that all records of one problem share."""

    goals: tuple[Entry, ...]
    score: Score
    log_probability: float


def key_of(hypothesis: Hypothesis) -> Key:
    """What makes two hypotheses one goal in a record of names: scorer, own goal, side."""
    return hypothesis.person, hypothesis.own_goal, hypothesis.side


class _Way(NamedTuple):
    """An entry as the search goes over it: its step in the state, gains by score, goal (one bit) and side."""

    entry: int
    step: int
    table: Mapping[int, float]
    group: int
    plays: int


class Search:
    """One search: the best record of `entries` within `limits` that is worth more than `least`."""

    def __init__(
        self,
        problem: Problem,
        entries: Iterable[int],
        limits: Limits,
        least: float,
        gains: Gains,
        ceilings: Ceilings | None = None,
    ) -> None:
        self.problem = problem
        self.limits = limits
        self.value = NEVER
        self.taken: tuple[int, ...] = ()
        self.least = least
        self.floor = least + TOLERANCE  # a record must be worth more than this to matter
        self.gains = gains
        self.bound = Bound(problem, entries, limits, gains, ceilings)
        self.upper = float("inf")
        self.branches = 0
        self.cut = NEVER

    def offer(self, taken: Sequence[int]) -> None:
        """Keep a lawful record if it is within the limits and the best so far."""
        limits = self.limits
        if limits.limited and sum(i in limits.limited for i in taken) > limits.at_most:
            return
        value = self.problem.value(taken, limits.not_score)
        if value > self.value:
            self.value, self.taken = value, tuple(taken)
            self.floor = max(self.floor, value + TOLERANCE)

    def gap(self) -> float:
        """By how many nats a record worth more than `least` may be better than the best one found: 0 when the search
        ended with a proof."""
        return max(0.0, self.cut - max(self.value, self.least))

    def guess(self) -> None:
        """Offer a good record, found quickly: the less is then worth following."""
        self.offer(self._pruned(self._repaired(self.bound.forward(self.floor, BEAM)[1])))

    def run(self, most_branches: int) -> None:
        """Search until the best is proved or `most_branches` branches have been looked at. What few branches do not
        settle is tried again with a tighter bound and twice as many."""
        self.upper, taken = self.bound.forward(self.floor)
        self.offer(self._pruned(self._repaired(taken)))
        budget, rounds = FIRST_BRANCHES, ROUNDS
        while self.upper > self.floor:
            self.cut, self.most_branches = NEVER, min(self.branches + budget, most_branches)
            self._lay_ways()
            self._descend(0, 0, self.gains.start, 0, frozenset())
            if self.cut == NEVER or self.branches >= most_branches:
                break
            self._tighten(taken, rounds)
            taken = self.bound.forward(self.floor)[1]
            budget, rounds = 2 * budget, 2 * rounds
        else:
            self.cut = NEVER  # the bound came down to the best record known

    def _tighten(self, taken: Sequence[int], rounds: int) -> None:
        """Better the credits by steps along the subgradient (Held and Karp; step length after Polyak), and repair
        each answer into a lawful record. Entries that no record above the best one can hold fall away."""
        bound, best, upper, at_best = self.bound, self.gains, self.upper, taken
        pace, stale = 1.0, 0
        hopeful = bound.backward(self.floor)[1]
        for _ in range(rounds):
            if stale == PATIENCE:
                pace, stale = pace / 2, 0
                bound.use(best)
                upper, taken = self.upper, at_best
            credits = self._step(bound.gains.credits, taken, upper, pace)
            if credits is None:
                break
            bound.use(Gains(self.problem, hopeful, credits), hopeful)
            upper, taken = bound.forward(self.floor)
            self.offer(self._repaired(taken))
            stale += 1
            if upper < self.upper:
                self.upper, best, at_best, stale = upper, bound.gains, taken, 0
            if self.upper <= self.floor:
                break
            hopeful = bound.backward(self.floor)[1]
        self.gains = best
        bound.use(best)

    def _lay_ways(self) -> None:
        """For each station that counts: its number, and of each entry what the search needs to know."""
        self.served: dict[int, float] = {}  # what each claim got from the goals taken
        self.path: list[int] = []
        self.rests, hopeful = self.bound.backward(self.floor)
        problem, tables = self.problem, self.gains.tables
        self.ways: list[tuple[int, list[_Way]]] = []
        for s, station in enumerate(self.bound.stations):
            ways = [
                _Way(i, self.bound.step[i], tables[i], 1 << problem.group[i], problem.plays[i])
                for i in station
                if i in hopeful
            ]
            if ways or s == problem.half:
                self.ways.append((s, ways))
        self.ways.append((len(self.bound.stations), []))
        self._lay_closings()

    def _lay_closings(self) -> None:
        """For each way the claims and goals with credit that nothing from there on can serve: what they were
        credited with beyond what they got is then taken back."""
        credits, problem = self.gains.credits, self.problem
        last_claim, last_group = dict.fromkeys(credits.claims, 0), dict.fromkeys(credits.groups, 0)
        for way, (_, ways) in enumerate(self.ways):
            for entry in ways:
                i = entry.entry
                for c, _ in problem.shared[i]:
                    if c in last_claim:
                        last_claim[c] = way + 1
                for o in problem.ordered[i]:
                    if o.claim in last_claim:
                        last_claim[o.claim] = way + 1
                if problem.group[i] in last_group:
                    last_group[problem.group[i]] = way + 1
        self.closing_claims: list[list[tuple[int, float]]] = [[] for _ in self.ways]
        self.closing_groups: list[list[tuple[int, float]]] = [[] for _ in self.ways]
        for c, way in last_claim.items():
            self.closing_claims[way].append((c, credits.claims[c]))
        for g, way in last_group.items():
            self.closing_groups[way].append((1 << g, credits.groups[g]))

    def _step(self, now: Credits, taken: Sequence[int], upper: float, pace: float) -> Credits | None:
        claims = served(self.problem, taken, now)
        goals: dict[int, int] = {}
        for i in taken:
            goals[self.problem.group[i]] = goals.get(self.problem.group[i], 0) + 1
        slopes_c = {c: claims.get(c, 0) - 1 for c in {*claims, *now.claims}}
        slopes_g = {g: goals.get(g, 0) - 1 for g in {*now.groups, *(g for g, n in goals.items() if n > 1)}}
        norm = sum(s * s for s in slopes_c.values()) + sum(s * s for s in slopes_g.values())
        if not norm:
            return None
        length = pace * max(0.02, upper - self.floor) / norm
        return Credits(_moved(now.claims, slopes_c, length), _moved(now.groups, slopes_g, length))

    def _repaired(self, taken: Sequence[int]) -> list[int]:
        """A lawful record from an answer: of a goal taken twice the first stays, of a man the side with most of him."""
        problem = self.problem
        sides: dict[int, int] = {}
        for i in taken:
            sides[problem.plays[i]] = sides.get(problem.plays[i], 0) + 1
        groups: set[int] = set()
        kept = []
        for i in taken:
            side = problem.plays[i]
            other = sides.get(-side, 0)
            if problem.group[i] in groups or (side and (other, -side) > (sides[side], side)):
                continue
            groups.add(problem.group[i])
            kept.append(i)
        return kept

    def _pruned(self, taken: list[int]) -> list[int]:
        """A record without the goals that do not pay for themselves."""
        kept, value = taken, self.problem.value(taken, self.limits.not_score)
        while kept:
            less = [kept[:n] + kept[n + 1 :] for n in range(len(kept))]
            best, fewer = max(((self.problem.value(f, self.limits.not_score), f) for f in less), key=lambda p: p[0])
            if best <= value:
                break
            value, kept = best, fewer
        return kept

    def _descend(self, way: int, code: int, value: float, groups: int, sides: frozenset[int]) -> None:
        """Try all ways to go on from a state: `value` is the exact worth of what was taken, with the credits."""
        rests, got_by = self.rests, self.served
        self.branches += 1
        for at in range(way, len(self.ways)):
            s, ways = self.ways[at]
            for c, credit in self.closing_claims[at]:
                if (got := got_by.get(c, 0.0)) < credit:
                    value += got - credit
            for group, credit in self.closing_groups[at]:
                if not groups & group:
                    value -= credit
            rest = rests[s].get(code, NEVER)
            if value + rest <= self.floor:
                return
            if self.branches >= self.most_branches:
                self.cut = max(self.cut, value + rest)
                return
            if s == self.problem.half:
                value += self.problem.half_time[code & SCORE]
            for entry in ways:
                if groups & entry.group or -entry.plays in sides:
                    continue
                after = rests[s + 1].get(code + entry.step)
                if after is not None and value + entry.table[code & SCORE] + after > self.floor:
                    self._take(at, entry, code, value, groups, sides)
        self.offer(self.path)

    def _take(self, way: int, entry: _Way, code: int, value: float, groups: int, sides: frozenset[int]) -> None:
        """Go on with an entry taken: each shared claim now gains only what this goal serves it better."""
        problem, best, i = self.problem, self.served, entry.entry
        after = code + entry.step
        value += problem.own[i] + problem.passing[after & SCORE] - self.gains.credits.groups.get(problem.group[i], 0.0)
        gains = problem.shared[i]
        if problem.ordered[i]:
            own, more = problem.at_score(i, code & SCORE)
            value += own
            gains = gains + more
        before, credits = [], self.gains.credits.claims
        for c, nats in gains:
            known = best.get(c, 0.0)
            if nats > known:
                before.append((c, known))
                best[c] = nats
                credit = credits.get(c, 0.0)
                if nats > credit:
                    value += nats - (known if known > credit else credit)
        if value + self.rests[self.ways[way][0] + 1][after] > self.floor:
            self.path.append(i)
            self._descend(way + 1, after, value, groups | entry.group, sides | {entry.plays} if entry.plays else sides)
            self.path.pop()
        for c, known in reversed(before):
            best[c] = known


def _moved(credits: dict[int, float], slopes: dict[int, int], length: float) -> dict[int, float]:
    moved = {k: credits.get(k, 0.0) + length * slope for k, slope in slopes.items()}
    return {k: credit for k, credit in moved.items() if credit > 0}
