"""The most probable lawful record, and the most probable one of those that deny it: exact branch and bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabellino.reconcile.bound import NEVER, SCORE, Bound, Credits, Limits, served
from tabellino.reconcile.entries import Entry
from tabellino.reconcile.evidence import Hypothesis
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.scoreline import Score

#: A record is taken for the best when none can be more probable by more than this many nats (rounding errors).
TOLERANCE = 1e-6
#: Rounds in which the credits are bettered before the search branches.
ROUNDS = 6
#: With the bound this near (nats) to a record known, branching is cheaper than bettering the credits.
NEAR = 2.0
#: Branches after which a search stops without proof (the safety net: none of our texts comes near).
MOST_BRANCHES = 20_000
Key = tuple[int, bool, str]


@dataclass(frozen=True, slots=True)
class Solution:
    """A record: its goals in order, the final score (which untold goals may top up), and its log-probability up to a
    constant that all records of one problem share. No record of the problem is more probable by more than `gap` nats:
    0 when that is proved (within TOLERANCE), else what was left open when the search was cut short."""

    goals: tuple[Entry, ...]
    score: Score
    log_probability: float
    gap: float = 0.0


def key_of(hypothesis: Hypothesis) -> Key:
    """What makes two hypotheses one goal in a record of names: scorer, own goal, side."""
    return hypothesis.person, hypothesis.own_goal, hypothesis.side


@dataclass(slots=True)
class Found:
    """The best record known so far that keeps to some limits: `value` is NEVER when none is known."""

    value: float = NEVER
    taken: tuple[int, ...] = ()

    def offer(self, problem: Problem, taken: Sequence[int], limits: Limits) -> None:
        """Keep a lawful record if it is better."""
        if sum(i in limits.limited for i in taken) > limits.at_most and limits.limited:
            return
        value, _ = problem.value(taken, limits.not_score)
        if value > self.value:
            self.value, self.taken = value, tuple(taken)


class Search:
    """One search: the best record of `entries` within `limits` that is worth more than `least`."""

    def __init__(self, problem: Problem, entries: Iterable[int], limits: Limits, least: float, credits: Credits) -> None:
        self.problem = problem
        self.limits = limits
        self.least = least
        self.found = Found()
        self.bound = Bound(problem, entries, limits)
        self.credits = credits
        self.upper = float("inf")
        self.branches = 0
        self.rounds = 0
        self.cut = NEVER

    def floor(self) -> float:
        """A record must be worth more than this to matter."""
        return max(self.least, self.found.value) + TOLERANCE

    def run(self, most_branches: int = MOST_BRANCHES) -> None:
        """Search until the best is proved or `most_branches` branches have been looked at."""
        self.tighten()
        if self.upper <= self.floor():
            return
        self.bound.set_credits(self.credits)
        self.bound.forward(self.floor())
        self.rests, self.hopeful = self.bound.backward(self.floor())
        self.most_branches = most_branches
        self.served = dict(self.credits.claims)
        self.taken: list[int] = []
        self._descend(0, 0, self.bound.start, 0, frozenset())

    def tighten(self) -> None:
        """Better the credits by steps along the subgradient (Held and Karp; step length after Polyak), and repair
        each answer into a lawful record."""
        best, pace = self.credits, 1.0
        now = best
        stale = 0
        for self.rounds in range(ROUNDS):
            self.bound.set_credits(now)
            upper, taken = self.bound.forward(self.floor())
            if upper <= self.floor():
                self.upper = upper
                return
            self.offer(self._repaired(taken))
            if upper < self.upper - 1e-3:
                stale = 0
            else:
                stale += 1
            if upper < self.upper:
                self.upper, best = upper, now
            if self.upper <= self.floor() + NEAR:
                break
            if stale >= 4:
                pace, stale = pace / 2, 0
                if pace < 0.2:
                    break
            step = self._step(now, taken, upper, pace)
            if step is None:
                break
            now = step
        self.credits = best

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
        length = pace * max(0.02, upper - self.floor()) / norm
        return Credits(_moved(now.claims, slopes_c, length), _moved(now.groups, slopes_g, length))

    def offer(self, taken: Sequence[int]) -> None:
        self.found.offer(self.problem, taken, self.limits)

    def _repaired(self, taken: Sequence[int]) -> list[int]:
        """A lawful record from an answer: of a goal taken twice the first stays, of a man the side with most of him,
        and what pays for itself no longer goes."""
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
        value, _ = problem.value(kept, self.limits.not_score)
        while kept:
            less = [kept[:n] + kept[n + 1 :] for n in range(len(kept))]
            best, fewer = max(((problem.value(f, self.limits.not_score)[0], f) for f in less), key=lambda p: p[0])
            if best <= value:
                break
            value, kept = best, fewer
        return kept

    def _descend(self, s: int, code: int, value: float, groups: int, sides: frozenset[int]) -> None:
        """Try all ways to go on from a state: `value` is the exact worth of what was taken, with the credits."""
        bound, problem = self.bound, self.problem
        self.branches += 1
        last = len(bound.stations)
        rests = self.rests
        while s < last:
            rest, after_rest = rests[s].get(code, NEVER), rests[s + 1]
            if value + rest <= self.floor():
                return
            if self.branches >= self.most_branches:
                self.cut = max(self.cut, value + rest)
                return
            if s == bound.half:
                value += bound.at_half_time(code)
            for i in bound.stations[s]:
                if i not in self.hopeful or groups >> problem.group[i] & 1 or -problem.plays[i] in sides:
                    continue
                after = code + bound.step[i]
                if after not in after_rest:
                    continue
                passing = bound.passing(after)
                if value + bound.gain(i, code) + passing + after_rest[after] <= self.floor():
                    continue
                self._take(s, i, code, value + passing, groups, sides)
            s += 1
        if value + rests[last].get(code, NEVER) > self.floor():
            self.offer(self.taken)

    def _take(self, s: int, i: int, code: int, value: float, groups: int, sides: frozenset[int]) -> None:
        """Go on with an entry taken: each shared claim now gains only what this goal serves it better."""
        problem, best = self.problem, self.served
        value += problem.own[i] - self.credits.groups.get(problem.group[i], 0.0)
        gains = problem.shared[i]
        if problem.ordered[i]:
            own, more = problem.at_score(i, code & SCORE)
            value += own
            gains = gains + more
        before = []
        for c, nats in gains:
            known = best.get(c, 0.0)
            if nats > known:
                value += nats - known
                before.append((c, known))
                best[c] = nats
        after = code + self.bound.step[i]
        if value + self.rests[s + 1][after] > self.floor():
            self.taken.append(i)
            plays = problem.plays[i]
            self._descend(s + 1, after, value, groups | 1 << problem.group[i], sides | {plays} if plays else sides)
            self.taken.pop()
        for c, known in reversed(before):
            best[c] = known


def _moved(credits: dict[int, float], slopes: dict[int, int], length: float) -> dict[int, float]:
    moved = {k: credits.get(k, 0.0) + length * slope for k, slope in slopes.items()}
    return {k: credit for k, credit in moved.items() if credit > 0}
