"""From readings to the most probable record and what is nearly as probable."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tabellino import data
from tabellino.domain.claim import Candidate, GoalSays, ScoreSays
from tabellino.domain.reading import Reading
from tabellino.reconcile.alternatives import alternatives
from tabellino.reconcile.entries import entries_of
from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.hypotheses import hypotheses
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.people import People
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.scoreline import ScoreClaim, Scoreline, turn
from tabellino.reconcile.search import Solution


@dataclass(slots=True)
class Solved:
    """The solver's answer: the best record, and for each of its goals and its score the best record without it (None
    when none is within reach)."""

    pairing: Pairing
    people: People
    goal_claims: list[GoalClaim]
    score_claims: list[ScoreClaim]
    problem: Problem
    best: Solution
    weights: dict[str, Any]
    without: dict[int, Solution | None]
    other_score: Solution | None

    def goal_probability(self, number: int) -> float:
        """How sure the goal with this number (from 0) of the record is, as given: scorer, side, own goal."""
        return self._sure(self.without[number])

    def score_probability(self) -> float:
        """How sure the final score is."""
        return self._sure(self.other_score)

    def _sure(self, other: Solution | None) -> float:
        """From the margin over the best record that denies it, by the fitted scale."""
        scale = self.weights["probability"]
        if other is None:
            return float(scale["most"])
        margin = self.best.log_probability - other.log_probability
        return min(float(scale["most"]), 1 / (1 + math.exp(-scale["slope"] * margin - scale["offset"])))


def solve(readings: Sequence[Reading], pairing: Pairing) -> Solved:
    """The most probable record of the match that `pairing` names."""
    weights = data.load("weights/solver.toml")
    people = People([readings[n] for n in pairing.reports], pairing.home)
    goals: list[GoalClaim] = []
    scores: list[ScoreClaim] = []
    for place, number in enumerate(pairing.reports):
        for index, claim in enumerate(readings[number].claims):
            if claim.manner == "opinion":
                continue
            if isinstance(claim.says, GoalSays):
                goals.append(_goal_claim(place, index, claim, claim.says, people, pairing))
            elif isinstance(claim.says, ScoreSays):
                ways, winner = turn(claim.says, pairing.home, pairing.away)
                if ways or winner:
                    scores.append(ScoreClaim(place, index, claim.says.moment, ways, winner, _capped(claim.weight)))
    goal_weights = weights["goal"]
    scoreline = Scoreline(scores, weights["score"])
    entries = entries_of(hypotheses(goals, people, goal_weights), goals, goal_weights)
    problem = Problem(entries, goals, scoreline, goal_weights)
    found = alternatives(problem, weights["search"]["reach"])
    without = dict(enumerate(found.without))
    return Solved(pairing, people, goals, scores, problem, found.best, weights, without, found.other_score)


def _capped(weight: float) -> float:
    """No single reading is surer than this: reports err, and so do readers."""
    return min(weight, 0.985)


def _goal_claim(
    place: int, index: int, claim: Any, says: GoalSays, people: People, pairing: Pairing
) -> GoalClaim:
    scorers: dict[int, float] = defaultdict(float)
    for candidate in says.scorer:
        scorers[people.find(place, candidate.value)] += candidate.weight
    if scorers:
        scorers[-1] = max(0.0, 1.0 - sum(scorers.values()))
    return GoalClaim(place, index, claim, says, dict(scorers), _sides(says.team, pairing), _capped(claim.weight))


def _sides(team: Sequence[Candidate], pairing: Pairing) -> dict[str, float]:
    sides = {pairing.home: "home", pairing.away: "away"}
    return {sides[c.value]: c.weight for c in team if c.value in sides}
