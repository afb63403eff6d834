"""The most probable record of a problem, and the most probable ones that deny each of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from tabellino.reconcile.bound import NEVER, Bound, Credits, Gains, Limits
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.search import Key, Search, Solution, key_of


class Alternatives(msgspec.Struct, frozen=True):
    """The best record; `without` gives for each of its goals (from 0) the best record that denies it: for the one of a
    scorer, side and kind that claims support most the best record that has none of those, for the next the best that
    has one at most, and so on; `other_score` the best one that ends otherwise. None where no record that is less
    probable by no more than the reach (nats) does so. No record that any of the searches looked for is more probable
    than the one it found by more than `gap` nats: 0 when all ended with a proof, more when one was cut short."""

    best: Solution
    without: tuple[Solution | None, ...]
    other_score: Solution | None
    gap: float = 0.0


def alternatives(problem: Problem, reach: float, most_branches: int) -> Alternatives:
    """The most probable record and what denies it within `reach` nats. A search that looks at more than
    `most_branches` branches is cut short."""
    everything = range(len(problem.entries))
    gains = Gains(problem, everything, Credits(problem.first_credits()))
    first = Search(problem, everything, Limits(), NEVER, gains)
    first.offer(())
    first.guess()
    first.run(most_branches)
    best = _solution(problem, first)
    others = _Others(problem, first, reach, most_branches)
    ranks = _ranks(problem, first.taken)
    answers = {one: others.best(_fewer(problem, *one)) for one in sorted(ranks, key=lambda one: -one[1])}
    other_score = others.best(Limits(not_score=best.score))
    return Alternatives(best, tuple(answers[one] for one in ranks), other_score, max(first.gap(), others.gap))


def _ranks(problem: Problem, taken: Sequence[int]) -> list[tuple[Key, int]]:
    """For each goal of a record its key, and how many goals of that key claims support better."""
    keys = [key_of(problem.entries[i].hypothesis) for i in taken]
    several = {key for key, goals in Counter(keys).items() if goals > 1}
    support = [problem.support(taken, i) if key in several else 0.0 for i, key in zip(taken, keys, strict=True)]
    places = range(len(keys))
    return [(keys[n], sum(keys[o] == keys[n] and (-support[o], o) < (-support[n], n) for o in places)) for n in places]


def _fewer(problem: Problem, key: Key, most: int) -> Limits:
    limited = frozenset(i for i, e in enumerate(problem.entries) if key_of(e.hypothesis) == key)
    return Limits(limited, most)


class _Others:
    """Searches for records that deny something, each helped by what the ones before it found."""

    def __init__(self, problem: Problem, first: Search, reach: float, most_branches: int) -> None:
        self.problem = problem
        self.gap = 0.0
        taken = first.taken
        self.least = first.value - reach
        self.most_branches = most_branches
        self.known = [taken, *(tuple(i for i in taken if i != out) for out in taken)]
        everything = range(len(problem.entries))
        self.gains = Gains(problem, everything, first.gains.credits)
        bound = Bound(problem, everything, Limits(), self.gains)
        bound.forward(self.least)
        self.hopeful = bound.backward(self.least)[1]
        self.ceilings = bound.ceilings

    def best(self, limits: Limits) -> Solution | None:
        search = Search(self.problem, self.hopeful, limits, self.least, self.gains, self.ceilings)
        for taken in self.known:
            search.offer(taken)
        search.run(self.most_branches)
        self.gap = max(self.gap, search.gap())
        if search.value <= self.least:
            return None
        self.known.append(search.taken)
        return _solution(self.problem, search)


def _solution(problem: Problem, search: Search) -> Solution:
    taken = search.taken
    final = problem.final_score(taken, search.limits.not_score)
    return Solution(tuple(problem.entries[i] for i in taken), final, search.value)
