"""No lawful record can be worth more than this: a dynamic programme over the score, tightened by credits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log1p

from tabellino.reconcile.problem import SIDE, Factors, Problem, score_of
from tabellino.reconcile.scoreline import Score

#: Bits of a state that hold the score; above them stands how often the limited goal was taken.
SCORE = SIDE * SIDE - 1
NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a record must keep to: the entries `limited` are taken at most `at_most` times, and the final score is
    not `not_score`."""

    limited: frozenset[int] = frozenset()
    at_most: int = 0
    not_score: Score | None = None


@dataclass(slots=True)
class Credits:
    """Credits of shared claims and of goals, in nats, not negative.

    A claim with credit u counts u whatever is taken, and each goal only what it gains beyond u: never less than its
    best, and no longer twice for two goals. A goal with credit counts it whatever is taken, and pays it whenever it
    is. So the bound holds for all credits (they are Lagrange multipliers of "a claim is served once" and "a goal is
    scored once"), and the least bound is looked for.
    """

    claims: dict[int, float] = field(default_factory=dict)
    groups: dict[int, float] = field(default_factory=dict)

    def total(self) -> float:
        """What the credits count whatever is taken."""
        return sum(self.claims.values()) + sum(self.groups.values())


class Bound:
    """The bound on the records of a problem that take only `entries` and keep to `limits`, at given credits."""

    def __init__(self, problem: Problem, entries: Iterable[int], limits: Limits) -> None:
        self.problem = problem
        self.limits = limits
        allowed = set(entries)
        if limits.at_most == 0:
            allowed -= limits.limited
        self.stations: list[list[int]] = []
        self.half = 0
        for s, station in enumerate(problem.stations):
            if s == problem.half:
                self.half = len(self.stations)
            if kept := [i for i in station if i in allowed]:
                self.stations.append(kept)
        if problem.half == len(problem.stations):
            self.half = len(self.stations)
        counted = limits.limited if limits.at_most else frozenset()
        self.step = {i: problem.step[i] + (SCORE + 1) * (i in counted) for s in self.stations for i in s}
        self.most = (limits.at_most + 1) * (SCORE + 1) - 1 if counted else None
        self._finals: dict[int, float] = {}
        self._halves: dict[int, float] = {}
        self._passing: dict[int, float] = {}
        self.layers: list[dict[int, float]] = []
        self.gains: dict[int, float] = {}
        self.tops: dict[int, float] = {}
        self._ordered: dict[int, list[tuple[float, Factors, float]]] = {}
        self._tables: dict[int, dict[int, float]] = {}
        self._most_half = problem.scoreline.most_at_half_time()
        self._most_passing = problem.scoreline.most_passing()
        self._more: dict[int, float] = {}

    def set_credits(self, credits: Credits) -> None:
        """Work out what each entry gains beyond the credits."""
        self.credits = credits
        claims, groups, problem = credits.claims, credits.groups, self.problem
        self.start = problem.base + credits.total() + self.passing(0)
        for i in self.step:
            gain = problem.own[i] - groups.get(problem.group[i], 0.0)
            for c, nats in problem.shared[i]:
                over = nats - claims.get(c, 0.0)
                if over > 0:
                    gain += over
            self.gains[i] = self.tops[i] = gain
            if problem.ordered[i]:
                self._order(i)
        self._rest = self._most_of_rest()

    def _order(self, i: int) -> None:
        """Keep of the claims that speak of the score those that can gain beyond their credit."""
        rows = []
        for o in self.problem.ordered[i]:
            credit = self.credits.claims.get(o.claim, 0.0) if o.shared else 0.0
            if o.top > credit:
                rows.append((o.odds, o.factors, credit))
                self.tops[i] += o.top - credit
        self._ordered[i] = rows
        self._tables[i] = {}

    def _most_of_rest(self) -> list[float]:
        """For each station no less than what the goals from there on can add, whatever the score."""
        most = [0.0]
        for station in reversed(self.stations):
            most.append(most[-1] + max(0.0, max(self.tops[i] for i in station)))
        most.reverse()
        return [m + (self._most_half if s <= self.half else 0.0) for s, m in enumerate(most)]

    def _most_from(self, code: int) -> float:
        """No less than what the final score and the scores still to be passed can add from a score on."""
        code &= SCORE
        found = self._more.get(code)
        if found is None:
            score = score_of(code)
            goals = min(sum(score), len(self._most_passing) - 1)
            found = self.problem.scoreline.best_from(score) + self._most_passing[goals]
            self._more[code] = found
        return found

    def gain(self, i: int, code: int) -> float:
        """What an entry adds to the bound when scored at a score, without what the score itself is worth."""
        rows = self._ordered.get(i)
        if not rows:
            return self.gains[i]
        code &= SCORE
        table = self._tables[i]
        found = table.get(code)
        if found is None:
            found = self.gains[i]
            for odds, factors, credit in rows:
                over = log1p(odds * factors[code]) - credit
                if over > 0:
                    found += over
            table[code] = found
        return found

    def passing(self, code: int) -> float:
        code &= SCORE
        found = self._passing.get(code)
        if found is None:
            found = self._passing[code] = self.problem.passing(code)
        return found

    def final(self, code: int) -> float:
        code &= SCORE
        found = self._finals.get(code)
        if found is None:
            found = self._finals[code] = self.problem.filled(score_of(code), self.limits.not_score)[0]
        return found

    def at_half_time(self, code: int) -> float:
        code &= SCORE
        found = self._halves.get(code)
        if found is None:
            found = self._halves[code] = self.problem.scoreline.at_half_time(score_of(code))
        return found

    def forward(self, least: float) -> tuple[float, list[int]]:
        """The bound and the entries of the answer that reaches it (which may take a goal twice); NEVER and none when
        it is no more than `least`. States from which nothing above `least` can be reached are not followed."""
        now: dict[int, float] = {0: self.start}
        layers = self.layers = []
        passing, most = self._passing, self.most
        for s, station in enumerate(self.stations):
            if s == self.half:
                now = {code: value + self.at_half_time(code) for code, value in now.items()}
            layers.append(now)
            then = dict(now)
            floor = least - self._rest[s + 1]
            slack = {code: floor - value - self._most_from(code) for code, value in now.items()}
            for i in station:
                step, gain, top, ordered = self.step[i], self.gains[i], self.tops[i], bool(self._ordered.get(i))
                for code, value in now.items():
                    after = code + step
                    if top <= slack[code] or (most is not None and after > most):
                        continue
                    score = after & SCORE
                    value += (self.gain(i, code) if ordered else gain) + (
                        passing[score] if score in passing else self.passing(score)
                    )
                    if after not in then or value > then[after]:
                        then[after] = value
            now = {code: value for code, value in then.items() if value + self._most_from(code) > floor}
        if self.half == len(self.stations):
            now = {code: value + self.at_half_time(code) for code, value in now.items()}
        layers.append(now)
        best, end = max(((value + self.final(code), -code) for code, value in now.items()), default=(NEVER, 0))
        return best, self._trace(-end) if best > NEVER else []

    def _trace(self, code: int) -> list[int]:
        """The entries on the way to a final state, by going back over the layers."""
        taken: list[int] = []
        for s in range(len(self.stations) - 1, -1, -1):
            value = self.layers[s + 1][code]
            if s + 1 == self.half:
                value = self._before_half(s, code)
            if self.layers[s].get(code) == value:
                continue
            for i in self.stations[s]:
                before = code - self.step[i]
                if before in self.layers[s] and value == self.layers[s][before] + (
                    self.gain(i, before) + self.passing(code)
                ):
                    taken.append(i)
                    code = before
                    break
            else:
                raise AssertionError("a layer of the programme holds a value that no way reaches")
        return taken[::-1]

    def _before_half(self, s: int, code: int) -> float:
        """The value of a state after station `s`, before what the half-time score is worth was added."""
        values = [self.layers[s][code]] if code in self.layers[s] else []
        for i in self.stations[s]:
            before = code - self.step[i]
            if before in self.layers[s]:
                values.append(self.layers[s][before] + (self.gain(i, before) + self.passing(code)))
        return max(values)

    def backward(self, least: float) -> tuple[list[dict[int, float]], set[int]]:
        """After `forward`: for each station and state the most that the goals from there on can add; and the entries
        that a record worth more than `least` can hold."""
        rest = {code: self.final(code) for code in self.layers[-1]}
        if self.half == len(self.stations):
            rest = {code: value + self.at_half_time(code) for code, value in rest.items()}
        rests, hopeful = [rest], set()
        most = self.most
        for s in range(len(self.stations) - 1, -1, -1):
            here: dict[int, float] = {}
            for code, value in self.layers[s].items():
                best = rest.get(code, NEVER)
                for i in self.stations[s]:
                    after = code + self.step[i]
                    if after not in rest or (most is not None and after > most):
                        continue
                    more = self.gain(i, code) + self.passing(after) + rest[after]
                    if more > best:
                        best = more
                    if value + more > least:
                        hopeful.add(i)
                here[code] = best
            if s == self.half:
                here = {code: value + self.at_half_time(code) for code, value in here.items()}
            rest = here
            rests.append(rest)
        return rests[::-1], hopeful


def served(problem: Problem, taken: Sequence[int], credits: Credits) -> dict[int, int]:
    """How many goals of an answer each shared claim serves beyond its credit."""
    counts: dict[int, int] = {}
    code = 0
    for i in taken:
        gains = problem.shared[i]
        if problem.ordered[i]:
            gains = gains + problem.at_score(i, code)[1]
        for c, nats in gains:
            if nats > credits.claims.get(c, 0.0):
                counts[c] = counts.get(c, 0) + 1
        code += problem.step[i]
    return counts
