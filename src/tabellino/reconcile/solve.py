"""From readings to the most probable record and what is nearly as probable."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino import data
from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Candidate, GoalSays, ScoreSays
from tabellino.domain.reading import Reading, played_between
from tabellino.domain.record import Score
from tabellino.reconcile.alternatives import Alternatives, alternatives
from tabellino.reconcile.copies import in_order
from tabellino.reconcile.entries import entries_of
from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.hypotheses import hypotheses
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.people import People
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.scoreline import ScoreClaim, Scoreline, agrees, turn
from tabellino.reconcile.search import Solution

#: Where it is not as sure as this who was at home, a running score leaves open whose goals stand first.
HOME_KNOWN = 0.9


class Solved(msgspec.Struct):
    """The solver's answer: the best record, and for each of its goals and its score the best record without it (None
    when none is within reach). The claims are those of all reports, copies too; `problem` heard the witnesses alone.
    `gap` is 0 when every search ended with a proof (see `Alternatives`); `words` are those of the longest report."""

    pairing: Pairing
    people: People
    goal_claims: list[GoalClaim]
    score_claims: list[ScoreClaim]
    problem: Problem
    best: Solution
    weights: dict[str, Any]
    without: dict[int, Solution | None]
    other_score: Solution | None
    gap: float
    words: int = 0

    def goal_probability(self, number: int) -> float:
        """How sure the goal with this number (from 0) of the record is, as given: scorer, side, own goal."""
        return self._sure(self.without[number])

    def outweighs(self, number: int) -> bool:
        """Whether a record without this goal is so much less probable that its scorer can be named. One long report
        alone tells of more that was no goal, so more is asked of it."""
        other, weights = self.without[number], self.weights["probability"]
        long = self.pairing.is_of_one and self.words > weights["long"]
        least = float(weights["least_margin_long" if long else "least_margin"])
        return other is None or self.best.log_probability - other.log_probability >= least

    def score_probability(self) -> float:
        """How sure the final score is; hardly, when nobody tells its figures and it is but the count of goals told."""
        told = any(claim.moment == "full_time" and self.best.score in claim.ways for claim in self.score_claims)
        return min(self._sure(self.other_score), 1.0 if told else float(self.weights["probability"]["only_counted"]))

    @property
    def score(self) -> Score | None:
        """The final score; None where nobody tells of a goal, nor of a draw."""
        drawn = any(claim.moment == "full_time" and agrees(claim, (0, 0)) for claim in self.score_claims)
        return self.best.score if drawn or self.best.score != (0, 0) else None

    @property
    def tells_all_goals(self) -> bool:
        """Whether the goals of the record add up to its final score: none is there that only the score asks for."""
        return len(self.best.goals) == sum(self.best.score)

    def warnings(self) -> tuple[str, ...]:
        """What the reader of the record must know: that a search was cut short before its proof."""
        if not self.gap:
            return ()
        return (
            "the reports leave so much open that the search was cut short: some other record may be "
            f"{math.exp(min(self.gap, 50.0)):.3g} times as probable as what it found",
        )

    def _sure(self, other: Solution | None) -> float:
        """From the margin over the best record that denies it, by the fitted scale. Never surer than what one report
        tells is right, when there is but one."""
        scale = self.weights["probability"]
        alone = float(scale["alone"]) if self.pairing.is_of_one else 1.0
        if other is None:
            return float(scale["most"]) * alone
        margin = self.best.log_probability - other.log_probability
        return alone * min(float(scale["most"]), chance_of(scale["slope"] * margin + scale["offset"]))


def solve(readings: Sequence[Reading], pairing: Pairing) -> Solved:
    """The most probable record of the match that `pairing` names."""
    weights = data.load("weights/solver.toml")
    if pairing.is_of_one:  # what one report misprints nothing can tell
        weights = {**weights, "score": {**weights["score"], "figure_wrong": weights["score"]["figure_wrong_alone"]}}
    people = People([readings[n] for n in pairing.reports], (pairing.home, pairing.away), pairing.copies)
    goals: list[GoalClaim] = []
    scores: list[ScoreClaim] = []
    for place in in_order([readings[n].report for n in pairing.reports]):
        for index, claim in enumerate(readings[pairing.reports[place]].claims):
            if claim.manner == "opinion":
                continue
            if isinstance(claim.says, GoalSays):
                around = played_between(readings[pairing.reports[place]].course, claim.span[0])
                goals.append(_goal_claim(place, index, claim, claim.says, people, pairing, around))
            elif isinstance(claim.says, ScoreSays):
                ways, winner = turn(claim.says, pairing.home, pairing.away)
                if ways or winner:
                    scores.append(ScoreClaim(place, index, claim.says.moment, ways, winner, _capped(claim.weight)))
    heard = [claim for claim in scores if claim.report not in pairing.copies]
    scoreline = Scoreline(heard, weights["score"])
    goals = _of_goalless(_with_winners(goals, scoreline, weights), scoreline, weights)
    witnessed = [claim for claim in goals if claim.report not in pairing.copies]
    problem = _problem(witnessed, heard, scoreline, people, weights)
    found = alternatives(problem, weights["search"]["reach"], weights["search"]["most_branches"])
    best, without = _told(problem, found, float(weights["goal"]["least_support"]))
    words = max(len(readings[number].report.text.split()) for number in pairing.reports)
    return Solved(pairing, people, goals, scores, problem, best, weights, without, found.other_score, found.gap, words)


def _told(problem: Problem, found: Alternatives, least: float) -> tuple[Solution, dict[int, Solution | None]]:
    """The best record without the goals that no claim tells of, and what denies each of the others. Such a goal stands
    in for one that the final score asks for; that one is untold. Of several goals of a man whose goals are counted or
    told apart each has claims of its own or shares them, which does not show here."""
    taken = [problem.entries.index(entry) for entry in found.best.goals]
    goals = Counter(entry.hypothesis.person for entry in found.best.goals)
    counted = {who for claim in problem.claims if claim.says.nth_of_player is not None for who in claim.scorers}
    kept = [
        n
        for n, (i, entry) in enumerate(zip(taken, found.best.goals, strict=True))
        if (goals[entry.hypothesis.person] > 1 and (entry.hypothesis.person in counted or entry.hypothesis.told))
        or problem.support(taken, i) >= least
    ]
    best = msgspec.structs.replace(found.best, goals=tuple(found.best.goals[n] for n in kept))
    return best, {new: found.without[old] for new, old in enumerate(kept)}


def _with_winners(goals: Sequence[GoalClaim], scoreline: Scoreline, weights: dict[str, Any]) -> list[GoalClaim]:
    """The claims, those of a winner's goal that tell no side as told of the side that the reports say won."""
    chances = scoreline.winners()
    sure = float(weights["goal"]["winner_side"])
    sides = {side: sure * chance + (1.0 - sure) * 0.5 for side, chance in chances.items()}
    return [
        msgspec.structs.replace(goal, sides=sides) if "winner" in goal.says.effects and not goal.sides else goal
        for goal in goals
    ]


def _of_goalless(goals: list[GoalClaim], scoreline: Scoreline, weights: dict[str, Any]) -> list[GoalClaim]:
    """The claims, as unlikely to tell of goals as the reports are sure that there were none: what reads like one in a
    report of a goalless draw, shot upon shot, errs throughout, and none of it bears the other out."""
    chance = scoreline.goalless()
    if chance < weights["score"]["goalless"]:
        return goals
    return [msgspec.structs.replace(goal, weight=goal.weight * (1.0 - chance)) for goal in goals]


def _problem(
    goals: list[GoalClaim], scores: list[ScoreClaim], scoreline: Scoreline, people: People, weights: dict[str, Any]
) -> Problem:
    """What the claims of the witnesses leave to decide."""
    weights_of_goals = weights["goal"]
    halves = any(score.moment == "half_time" and score.ways for score in scores)
    entries = entries_of(hypotheses(goals, scores, people, weights), goals, weights_of_goals, halves)
    return Problem(entries, goals, scoreline, weights_of_goals)


def _capped(weight: float) -> float:
    """No single reading is surer than this: reports err, and so do readers."""
    return min(weight, 0.985)


def _goal_claim(
    place: int,
    index: int,
    claim: Any,
    says: GoalSays,
    people: People,
    pairing: Pairing,
    around: tuple[float, float] | None,
) -> GoalClaim:
    if says.score_order == "home" and pairing.home_probability < HOME_KNOWN:
        says = msgspec.structs.replace(says, score_order=None)
    scorers: dict[int, float] = defaultdict(float)
    for candidate in says.scorer:
        scorers[people.find(place, candidate.value)] += candidate.weight
    if scorers:
        scorers[-1] = max(0.0, 1.0 - sum(scorers.values()))
    return GoalClaim(
        place, index, claim, says, dict(scorers), _sides(says.team, pairing), _capped(claim.weight), around
    )


def _sides(team: Sequence[Candidate], pairing: Pairing) -> dict[str, float]:
    sides = {pairing.home: "home", pairing.away: "away"}
    return {sides[c.value]: c.weight for c in team if c.value in sides}
