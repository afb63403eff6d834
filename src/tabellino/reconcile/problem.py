"""What every record of one match is worth: hypotheses and claims with all that no choice among them changes."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tabellino.domain.claim import GoalSays
from tabellino.reconcile.entries import NO_FIT, Entry
from tabellino.reconcile.evidence import GoalClaim, order_fit_of, static_fit, worth
from tabellino.reconcile.scoreline import Score, Scoreline

#: Places up to here on the clock belong to the first half (45 + 98 at most).
HALF_TIME = 45.99
#: A score as one number, home * SIDE + away, so that a goal adds SIDE or 1; no side scores so many.
SIDE = 64
#: What a claim gains: its number and the nats.
Gains = list[tuple[int, float]]


def score_of(code: int) -> Score:
    """The (home, away) score of a number."""
    return code // SIDE, code % SIDE


class ByScore(dict[int, float]):
    """A function of the score, by the score as a number; each is worked out once."""

    def __init__(self, function: Callable[[Score], float]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, code: int) -> float:
        found = self[code] = self._function(score_of(code))
        return found


class Factors(dict[int, float]):
    """By how much a claim that speaks of the score fits worse, by the score (as a number) before the goal."""

    def __init__(self, weights: dict[str, Any], says: GoalSays, side: str) -> None:
        super().__init__()
        self._weights, self._says, self._side = weights, says, side

    def __missing__(self, code: int) -> float:
        found = self[code] = order_fit_of(self._weights, self._says, self._side, score_of(code))
        return found


class Ordered(NamedTuple):
    """A claim that speaks of the score, for one entry: it gains log(1 + odds * factor), at most `top`."""

    claim: int
    odds: float
    factors: Factors
    top: float
    shared: bool


class Counting(NamedTuple):
    """A claim on somebody's goal with this number, for one entry: how well it fits but for the number."""

    claim: int
    nth: int
    fit: float


class Problem:
    """Entries and claims with what each entry would gain from each claim.

    A claim that only one goal can serve is no matter of choice: it is part of that entry's `own` value. The others
    are `shared`. Claims that speak of the score (opener, "made it 2-1") gain by the score before the goal. Claims that
    count a man's goals ("his second") are gained here as if his goals before it were taken as the claim would have it,
    no less than they can gain in any record; `value` counts those that a record has. Likewise what a man's side costs
    is shared here among all his goals that are considered, and counted once in `value`.
    """

    def __init__(
        self, entries: Sequence[Entry], claims: Sequence[GoalClaim], scoreline: Scoreline, weights: dict[str, Any]
    ) -> None:
        self.entries = entries
        self.claims = claims
        self.scoreline = scoreline
        self.weights = weights
        self.nothing = [worth(weights, claim.weight, 0.0) for claim in claims]
        self.base = sum(self.nothing)
        self.group = [e.hypothesis.group for e in entries]
        self.step = [SIDE if e.hypothesis.side == "home" else 1 for e in entries]
        self.plays = [_plays(e) for e in entries]
        self._person = [e.hypothesis.person for e in entries]
        self._own_goal = [e.hypothesis.own_goal for e in entries]
        self._side_cost = [e.hypothesis.side_cost for e in entries]
        self._share = _shares(entries)
        self.own = [
            cost - share - e.hypothesis.cost - e.cost
            for e, cost, share in zip(entries, self._side_cost, self._share, strict=True)
        ]
        self.shared: list[Gains] = [[] for _ in entries]
        self._known_factors: dict[Any, Factors] = {}
        self.ordered: list[list[Ordered]] = [[] for _ in entries]
        self._most_earlier = _earlier(entries)
        self._counting: list[list[Counting]] = [[] for _ in entries]
        self._gain_claims()
        self._at_rank: dict[tuple[int, int], tuple[float, Gains, list[Ordered]]] = {}
        self._at_score: dict[int, tuple[float, Gains]] = {}
        self.passing = ByScore(scoreline.passing)
        self.half_time = ByScore(scoreline.at_half_time)
        self.final = ByScore(lambda score: self.filled(score)[0])
        self.most_from = ByScore(self._most_from)
        self.most_at_half = scoreline.most_at_half_time()
        self._most_passing = scoreline.most_passing()
        self.stations = _stations(entries)
        first = [s for s, station in enumerate(self.stations) if entries[station[0]].place > HALF_TIME]
        self.half = first[0] if first else len(self.stations)

    def first_credits(self) -> dict[int, float]:
        """Credits to begin with: what a claim gains from the second of the goals that it fits."""
        best: dict[int, dict[int, float]] = defaultdict(dict)
        for i, group in enumerate(self.group):
            for c, gain in [*self.shared[i], *((o.claim, o.top) for o in self.ordered[i] if o.shared)]:
                best[c][group] = max(gain, best[c].get(group, 0.0))
        return {c: sorted(gains.values())[-2] for c, gains in best.items()}

    def _gain_claims(self) -> None:
        for c, claim in enumerate(self.claims):
            says = claim.says
            fits = []
            for i, e in enumerate(self.entries):
                fit = static_fit(self.weights, claim, e.hypothesis)
                if says.nth_of_player is not None and e.hypothesis.person >= 0:
                    self._counting[i].append(Counting(c, says.nth_of_player, fit))
                    fit *= self._rank_fit(says.nth_of_player, self._at_best(i, says.nth_of_player))
                if fit >= NO_FIT:
                    fits.append((i, fit))
            shared = len({self.group[i] for i, _ in fits}) > 1
            if says.effects or says.score_after or says.nth_of_team:
                for i, fit in fits:
                    odds = claim.weight * fit / (self.weights["base_rate"] * (1 - claim.weight))
                    factors = self._factors(says, self.entries[i].hypothesis.side)
                    self.ordered[i].append(Ordered(c, odds, factors, math.log1p(odds), shared))
                continue
            for i, fit in fits:
                gain = self._gain(c, fit)
                if gain > 0 and shared:
                    self.shared[i].append((c, gain))
                elif gain > 0:
                    self.own[i] += gain

    def _rank_fit(self, nth: int, rank: int) -> float:
        """How well "his second" fits the goal of his with this number in a record."""
        return 1.0 if rank == nth else float(self.weights["nth_wrong" if rank < nth else "nth_later"])

    def at_rank(self, i: int, rank: int) -> tuple[float, Gains, list[Ordered]]:
        """What an entry has of its own, from shared claims and from those that speak of the score, when it is its
        scorer's goal with this number."""
        found = self._at_rank.get((i, rank))
        if found is None:
            found = self._at_rank[i, rank] = self._counted(i, rank)
        return found

    def _counted(self, i: int, rank: int) -> tuple[float, Gains, list[Ordered]]:
        own, shared, ordered = self.own[i], dict(self.shared[i]), {o.claim: o for o in self.ordered[i]}
        for c, nth, fit in self._counting[i]:
            most, now = fit * self._rank_fit(nth, self._at_best(i, nth)), fit * self._rank_fit(nth, rank)
            if now == most or most < NO_FIT:
                continue
            now = now if now >= NO_FIT else 0.0
            if c in ordered:
                ordered[c] = ordered[c]._replace(odds=ordered[c].odds * now / most)
            elif c in shared:
                shared[c] = self._gain(c, now)
            else:
                own -= self._gain(c, most) - self._gain(c, now)
        return own, list(shared.items()), list(ordered.values())

    def _at_best(self, i: int, nth: int) -> int:
        """The number nearest to `nth` that an entry can have among the goals of its scorer in a record."""
        return min(nth, self._most_earlier[i] + 1)

    def _gain(self, c: int, fit: float) -> float:
        """What a claim gains from a goal that fits it so."""
        return max(0.0, worth(self.weights, self.claims[c].weight, fit) - self.nothing[c])

    def _factors(self, says: GoalSays, side: str) -> Factors:
        key = (says.effects, says.score_after, says.score_order, says.nth_of_team, side)
        if key not in self._known_factors:
            self._known_factors[key] = Factors(self.weights, says, side)
        return self._known_factors[key]

    def at_score(self, i: int, code: int) -> tuple[float, Gains]:
        """What an entry scored at a score gains of its own, and from shared claims, by claims that speak of it."""
        key = i << 12 | code
        found = self._at_score.get(key)
        if found is None:
            found = self._at_score[key] = _at_score(self.ordered[i], code)
        return found

    def final_score(self, taken: Sequence[int], banned: Score | None = None) -> Score:
        """The final score of the record with these entries, with untold goals (and not `banned`)."""
        return self.filled(score_of(sum(self.step[i] for i in taken)), banned)[1]

    def value(self, taken: Sequence[int], banned: Score | None = None) -> float:
        """The log-probability of the lawful record with these entries (that does not end `banned`)."""
        best: dict[int, float] = {}
        code = half = 0
        total = self.base + self.passing[0]
        scored: dict[int, int] = {}
        for i in taken:
            own, gains, ordered, person = self.own[i], self.shared[i], self.ordered[i], self._person[i]
            goals = scored.get(person)  # his before it, in the right net; None for his first of any kind
            total += self._share[i] if goals is not None else self._share[i] - self._side_cost[i]
            rank = 1 + (goals or 0)
            scored[person] = rank - self._own_goal[i]
            if self._counting[i]:
                own, gains, ordered = self.at_rank(i, rank)
            total += own
            if ordered:
                own, more = _at_score(ordered, code) if self._counting[i] else self.at_score(i, code)
                total += own
                gains = gains + more
            for c, gain in gains:
                if gain > best.get(c, 0.0):
                    best[c] = gain
            code += self.step[i]
            total += self.passing[code]
            if self.entries[i].place <= HALF_TIME:
                half = code
        total += sum(best.values()) + self.half_time[half]
        return total + (self.final[code] if banned is None else self.filled(score_of(code), banned)[0])

    def support(self, taken: Sequence[int], i: int) -> float:
        """The nats that claims gain by one of the entries taken: those that no other goal serves as well, and what it
        makes of the scores before the last. About 0 for a goal that only the final score asks for."""
        rest = [j for j in taken if j != i]
        with_it, without = (self.value(some) - self.final[sum(self.step[j] for j in some)] for some in (taken, rest))
        return with_it - without + self.entries[i].hypothesis.cost + self.entries[i].cost

    def _most_from(self, score: Score) -> float:
        """No less than what the final score and the scores still to be passed can add from a score on."""
        goals = min(sum(score), len(self._most_passing) - 1)
        return self.scoreline.best_from(score) + self._most_passing[goals]

    def filled(self, score: Score, banned: Score | None = None) -> tuple[float, Score]:
        """The best final score from known goals, where untold ones may top it up, and what it is worth."""
        untold, most = self.weights["untold_cost"], self.weights["untold_most"]
        final = self.scoreline.final
        options = [(final(score) + self.scoreline.eased(score, score), score)] if score != banned else []
        options += [
            (
                final((x, y)) + self.scoreline.eased(score, (x, y)) - min(most, untold * (x - score[0] + y - score[1])),
                (x, y),
            )
            for x, y in self.scoreline.named()
            if x >= score[0] and y >= score[1] and (x, y) not in (score, banned)
        ]
        return max(options, default=(float("-inf"), score))

    def lawful(self, taken: Sequence[int]) -> bool:
        """Whether no goal is taken twice and nobody plays for both sides."""
        groups = {self.group[i] for i in taken}
        sides = {self.plays[i] for i in taken if self.plays[i]}
        return len(groups) == len(taken) and not any(-side in sides for side in sides)


def _plays(e: Entry) -> int:
    """The scorer and the side he plays for as one number, negative for away, 0 for nobody: an own goal counts for
    the other side (law 10)."""
    h = e.hypothesis
    if h.person < 0:
        return 0
    return h.person + 1 if (h.side == "home") != h.own_goal else -h.person - 1


def _shares(entries: Sequence[Entry]) -> list[float]:
    """The least share of each entry in what its scorer's side costs: all his goals that are considered pay alike."""
    groups: dict[int, set[int]] = defaultdict(set)
    for e in entries:
        groups[e.hypothesis.person].add(e.hypothesis.group)
    return [e.hypothesis.side_cost / len(groups[e.hypothesis.person]) for e in entries]


def _earlier(entries: Sequence[Entry]) -> list[int]:
    """How many goals of its scorer each entry can have before it, of all that are considered."""
    found = []
    for e in entries:
        h = e.hypothesis
        earlier = {
            o.hypothesis.group
            for o in entries
            if o.hypothesis.person == h.person
            and not o.hypothesis.own_goal
            and (o.place, o.hypothesis.group) < (e.place, h.group)
        }
        found.append(len(earlier - {h.group}))
    return found


def _at_score(ordered: Sequence[Ordered], code: int) -> tuple[float, Gains]:
    """What claims that speak of the score gain from a goal scored at one: of their own, and those that are shared."""
    own, shared = 0.0, []
    for o in ordered:
        gain = math.log1p(o.odds * o.factors[code])
        if o.shared:
            shared.append((o.claim, gain))
        else:
            own += gain
    return own, shared


def _stations(entries: Sequence[Entry]) -> list[list[int]]:
    """The entries of one goal at one place, for one side or the other, in order."""
    stations: list[list[int]] = []
    for i, e in enumerate(entries):
        last = entries[stations[-1][-1]] if stations else None
        if last is not None and (last.place, last.hypothesis.group) == (e.place, e.hypothesis.group):
            stations[-1].append(i)
        else:
            stations.append([i])
    return stations
