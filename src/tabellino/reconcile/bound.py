"""No lawful record can be worth more than this: a dynamic programme over the score, tightened by credits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log1p

import msgspec

from tabellino.reconcile.problem import SIDE, ByScore, Factors, Problem
from tabellino.reconcile.scoreline import Score

#: Bits of a state that hold the score; above them stands how often the limited goal was taken.
SCORE = SIDE * SIDE - 1
NEVER = float("-inf")


class Limits(msgspec.Struct, frozen=True):
    """What a record must keep to: the entries `limited` are taken at most `at_most` times, and the final score is
    not `not_score`."""

    limited: frozenset[int] = frozenset()
    at_most: int = 0
    not_score: Score | None = None


class Credits(msgspec.Struct):
    """Credits of shared claims and of goals, in nats, not negative.

    A claim with credit u counts u whatever is taken, and each goal only what it gains beyond u: never less than its
    best, and no longer twice for two goals. A goal with credit counts it whatever is taken, and pays it whenever it
    is. So the bound holds for all credits (they are Lagrange multipliers of "a claim is served once" and "a goal is
    scored once"), and the least bound is looked for.
    """

    claims: dict[int, float] = msgspec.field(default_factory=dict)
    groups: dict[int, float] = msgspec.field(default_factory=dict)

    def total(self) -> float:
        """What the credits count whatever is taken."""
        return sum(self.claims.values()) + sum(self.groups.values())


class Gains:
    """What each entry adds to the bound beyond given credits, the score that it leads to included."""

    def __init__(self, problem: Problem, entries: Iterable[int], credits: Credits) -> None:
        self.credits = credits
        self.start = problem.base + credits.total() + problem.passing[0]
        self.tops: dict[int, float] = {}
        self.tables: dict[int, _AtScore] = {}
        claims, groups = credits.claims, credits.groups
        for i in entries:
            gain = problem.own[i] - groups.get(problem.group[i], 0.0)
            for c, nats in problem.shared[i]:
                over = nats - claims.get(c, 0.0)
                if over > 0:
                    gain += over
            top, rows = gain, []
            for o in problem.ordered[i]:
                credit = claims.get(o.claim, 0.0) if o.shared else 0.0
                if o.top > credit:
                    top += o.top - credit
                    rows.append((o.odds, o.factors, credit))
            self.tops[i] = top  # no less than what it can add at any score, without the score that it leads to
            self.tables[i] = _AtScore(gain, rows, problem.passing, problem.step[i])


class _AtScore(dict[int, float]):
    """What an entry adds, by the score (as a number) before it."""

    def __init__(self, gain: float, rows: list[tuple[float, Factors, float]], passing: ByScore, step: int) -> None:
        self._gain, self._rows, self._passing, self._step = gain, rows, passing, step

    def __missing__(self, code: int) -> float:
        found = self._gain + self._passing[code + self._step]
        for odds, factors, credit in self._rows:
            over = log1p(odds * factors[code]) - credit
            if over > 0:
                found += over
        self[code] = found
        return found


#: For each station, by score before it, the most that a record which passes there can be worth.
Ceilings = list[dict[int, float]]


class Bound:
    """The bound on the records of a problem that take only `entries` and keep to `limits`, at given credits.

    What is found out about a state holds at all credits: where a record that passes it cannot be worth enough, no
    later round needs to follow it. `ceilings` hand on what is known from another search with no more limits.
    """

    def __init__(
        self, problem: Problem, entries: Iterable[int], limits: Limits, gains: Gains, ceilings: Ceilings | None = None
    ) -> None:
        self.problem = problem
        self.limits = limits
        self.ceilings = ceilings
        counted = limits.limited if limits.at_most else frozenset()
        self.most = (limits.at_most + 1) * (SCORE + 1) - 1
        self.step = {
            i: problem.step[i] + (SCORE + 1) * (i in counted)
            for i in entries
            if limits.at_most or i not in limits.limited
        }
        self.final = problem.final
        if (banned := limits.not_score) is not None:
            self.final = ByScore(lambda score: problem.filled(score, banned)[0])
        self.use(gains)

    def use(self, gains: Gains, among: set[int] | None = None) -> None:
        """Take the gains at other credits, and of the entries only those `among` them, when given."""
        self.gains = gains
        if among is not None:
            self.step = {i: step for i, step in self.step.items() if i in among}
        self.stations = [[i for i in station if i in self.step] for station in self.problem.stations]

    def at_half_time(self, states: dict[int, float]) -> dict[int, float]:
        """The states with what their score is worth at half-time."""
        half_time = self.problem.half_time
        return {code: value + half_time[code & SCORE] for code, value in states.items()}

    def forward(self, least: float, beam: int = 0) -> tuple[float, list[int]]:
        """The bound and the entries of the answer that reaches it (which may take a goal twice); NEVER and none when
        it is no more than `least`. States from which nothing above `least` can be reached are not followed. With
        `beam` only so many states are followed: no bound then, but soon a good answer."""
        now: dict[int, float] = {0: self.gains.start}
        self.layers: list[dict[int, float]] = []
        self._rest = self._most_of_rest() if self.ceilings is None else []
        for s, station in enumerate(self.stations):
            if s == self.problem.half:
                now = self.at_half_time(now)
            self.layers.append(now)
            if station:
                now = self._pass(s, now, least) if self.ceilings is None else self._pass_below(s, now, least)
            if 0 < beam < len(now):
                now = self._likeliest(now, beam)
        if self.problem.half == len(self.stations):
            now = self.at_half_time(now)
        self.layers.append(now)
        best, end = max(((value + self.final[code & SCORE], -code) for code, value in now.items()), default=(NEVER, 0))
        return (best, self._trace(-end)) if best > NEVER else (NEVER, [])

    def _most_of_rest(self) -> list[float]:
        """For each station no less than what the goals from there on can add, whatever the score."""
        most = [0.0]
        for station in reversed(self.stations):
            most.append(most[-1] + max(0.0, max((self.gains.tops[i] for i in station), default=0.0)))
        most.reverse()
        return [m + (self.problem.most_at_half if s <= self.problem.half else 0.0) for s, m in enumerate(most)]

    def _pass(self, s: int, now: dict[int, float], least: float) -> dict[int, float]:
        """The states after station `s`, but for those from which even the most of the rest does not reach `least`."""
        most, most_from, tops, tables = self.most, self.problem.most_from, self.gains.tops, self.gains.tables
        floor = least - self._rest[s + 1]
        then, slacks = {}, []
        for code, value in now.items():
            slack = floor - value - most_from[code & SCORE]
            if slack < 0:
                then[code] = value
            slacks.append((code, value, slack))
        for i in self.stations[s]:
            step, top, table = self.step[i], tops[i], tables[i]
            for code, value, slack in slacks:
                if top > slack and (after := code + step) <= most:
                    value += table[code & SCORE]
                    if after in then:
                        if value > then[after]:
                            then[after] = value
                    elif value + most_from[after & SCORE] > floor:
                        then[after] = value
        return then

    def _pass_below(self, s: int, now: dict[int, float], least: float) -> dict[int, float]:
        """The states after station `s`, but for those that are known not to be worth more than `least`."""
        assert self.ceilings is not None
        most, tables = self.most, self.gains.tables
        open_ = {code for code, ceiling in self.ceilings[s + 1].items() if ceiling > least}
        then = {code: value for code, value in now.items() if code & SCORE in open_}
        for i in self.stations[s]:
            step, table = self.step[i], tables[i]
            for code, value in now.items():
                after = code + step
                if after & SCORE in open_ and after <= most:
                    value += table[code & SCORE]
                    if after not in then or value > then[after]:
                        then[after] = value
        return then

    def _likeliest(self, now: dict[int, float], beam: int) -> dict[int, float]:
        most_from = self.problem.most_from
        ranked = sorted(now, key=lambda code: (-now[code] - most_from[code & SCORE], code))
        return {code: now[code] for code in ranked[:beam]}

    def _trace(self, code: int) -> list[int]:
        """The entries on the way to a final state, by going back over the layers."""
        taken: list[int] = []
        for s in range(len(self.stations) - 1, -1, -1):
            best, by, before = self.layers[s].get(code, NEVER), -1, code
            for i in self.stations[s]:
                earlier = code - self.step[i]
                if earlier in self.layers[s]:
                    value = self.layers[s][earlier] + self.gains.tables[i][earlier & SCORE]
                    if value > best:
                        best, by, before = value, i, earlier
            if by >= 0:
                taken.append(by)
            code = before
        return taken[::-1]

    def backward(self, least: float) -> tuple[list[dict[int, float]], set[int]]:
        """After `forward`: for each station and state the most that the goals from there on can add; and the entries
        that a record worth more than `least` can hold. What it finds out about states lowers the ceilings."""
        rest = {code: self.final[code & SCORE] for code in self.layers[-1]}
        ceilings = [self._ceiling(self.layers[-1], rest)]
        if self.problem.half == len(self.stations):
            rest = self.at_half_time(rest)
        rests, hopeful, tables = [rest], set(), self.gains.tables
        for s in range(len(self.stations) - 1, -1, -1):
            here: dict[int, float] = {}
            ways = [(i, self.step[i], tables[i]) for i in self.stations[s]]
            for code, value in self.layers[s].items():
                best = rest.get(code, NEVER)
                for i, step, table in ways:
                    after = rest.get(code + step)
                    if after is not None:
                        after += table[code & SCORE]
                        if after > best:
                            best = after
                        if value + after > least:
                            hopeful.add(i)
                if value + best > least:
                    here[code] = best
            ceilings.append(self._ceiling(self.layers[s], here))
            rest = self.at_half_time(here) if s == self.problem.half else here
            rests.append(rest)
        ceilings.reverse()
        self.ceilings = ceilings
        return rests[::-1], hopeful

    def _ceiling(self, layer: dict[int, float], rest: dict[int, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for code, more in rest.items():
            score, ceiling = code & SCORE, layer[code] + more
            if ceiling > found.get(score, NEVER):
                found[score] = ceiling
        return found


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
