"""Small worlds for the solver: lawful matches with reports made from them, and a judge by brute force."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tabellino import data
from tabellino.domain.claim import Candidate, Claim, GoalSays, ScoreSays
from tabellino.domain.clock import TimeWindow
from tabellino.domain.reading import Player, Reading
from tabellino.domain.report import Report
from tabellino.reconcile.entries import NO_FIT, Entry
from tabellino.reconcile.evidence import GoalClaim, order_fit, static_fit, worth
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.problem import HALF_TIME
from tabellino.reconcile.scoreline import ScoreClaim, agrees, log_worth
from tabellino.reconcile.solve import Solved, solve

WEIGHTS = data.load("weights/solver.toml")
HOME, AWAY = "Inter", "Juventus"


# ---- the judge ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """All that a record is judged by, as data; nothing here is worked out in advance."""

    entries: Sequence[Entry]
    claims: Sequence[GoalClaim]
    scores: Sequence[ScoreClaim]

    def records(self) -> Iterator[tuple[Entry, ...]]:
        """Every lawful record: of each goal one entry or none, and everybody plays for one side."""
        groups: dict[int, list[Entry | None]] = {}
        for entry in self.entries:
            groups.setdefault(entry.hypothesis.group, [None]).append(entry)
        for choice in product(*groups.values()):
            taken = tuple(e for e in self.entries if any(e is c for c in choice))
            plays = {(e.hypothesis.person, (e.hypothesis.side == "home") != e.hypothesis.own_goal) for e in taken}
            named = [pair for pair in plays if pair[0] >= 0]
            if len({person for person, _ in named}) == len(named):
                yield taken

    def worth_of(self, record: Sequence[Entry], not_score: tuple[int, int] | None = None) -> float:
        """The log-probability of a record by the definition in docs/solver.md, -inf when it must end `not_score`."""
        path = [(0, 0)]
        for e in record:
            home, away = path[-1]
            path.append((home + 1, away) if e.hypothesis.side == "home" else (home, away + 1))
        total = -sum(e.hypothesis.cost - e.hypothesis.side_cost + e.cost for e in record)
        total -= sum({e.hypothesis.person: e.hypothesis.side_cost for e in record}.values())
        for claim in self.claims:
            fits = [self._fit(claim, n, record, before) for n, before in enumerate(path[:-1])]
            total += worth(WEIGHTS["goal"], claim.weight, max(fits, default=0.0))
        half = path[sum(e.place <= HALF_TIME for e in record)]
        for claim in self.scores:
            holds = {"half_time": agrees(claim, half), "during": any(agrees(claim, score) for score in path)}
            if claim.moment in holds:
                total += self._told(claim, holds[claim.moment])
        named = [score for claim in self.scores if claim.moment == "full_time" for score in claim.ways]
        finals = [
            (home, away)
            for home, away in {path[-1], *named} - {not_score}
            if home >= path[-1][0] and away >= path[-1][1]
        ]
        return total + max((self._final(final, path[-1], final in named) for final in finals), default=-math.inf)

    def _fit(self, claim: GoalClaim, n: int, record: Sequence[Entry], before: tuple[int, int]) -> float:
        e = record[n]
        fit = static_fit(WEIGHTS["goal"], claim, e.hypothesis)
        nth = claim.says.nth_of_player
        if nth is not None and e.hypothesis.person >= 0:
            earlier = [o.hypothesis for o in record[:n]]
            rank = sum(h.person == e.hypothesis.person and not h.own_goal for h in earlier) + 1
            fit *= 1.0 if rank == nth else WEIGHTS["goal"]["nth_wrong"] if rank < nth else WEIGHTS["goal"]["nth_later"]
        if fit < NO_FIT:
            return 0.0
        return fit * order_fit(WEIGHTS["goal"], claim.says, e.hypothesis, before)

    def _told(self, claim: ScoreClaim, holds: bool) -> float:
        return log_worth(WEIGHTS["score"], claim, holds) - (
            log_worth(WEIGHTS["score"], claim, False) if claim.moment == "during" else 0.0
        )

    def _final(self, final: tuple[int, int], known: tuple[int, int], named: bool) -> float:
        claims = [claim for claim in self.scores if claim.moment == "full_time"]
        told = sum(
            log_worth(WEIGHTS["score"], claim, agrees(claim, final), final[::-1] in claim.ways) for claim in claims
        )
        eased = sum(self._eased(*side) for side in zip(known, final, strict=True)) if named else 0.0
        return told + eased - WEIGHTS["score"]["per_goal"] * sum(final) - self._untold(sum(final) - sum(known))

    def _eased(self, known: int, goals: int) -> float:
        many = WEIGHTS["score"]["many"]
        return known * WEIGHTS["score"]["ease"] * math.log(goals / many) if goals > many else 0.0

    def _untold(self, goals: int) -> float:
        return min(WEIGHTS["goal"]["untold_cost"] * goals, WEIGHTS["goal"]["untold_most"])


# ---- lawful matches, and reports of them --------------------------------------------------------------------------

NAMES = {
    HOME: ("Lautaro Martinez", "Marcus Thuram", "Nicolo Barella", "Federico Dimarco", "Piotr Zielinski"),
    AWAY: ("Kenan Yildiz", "Dusan Vlahovic", "Weston McKennie", "Manuel Locatelli", "Andrea Cambiaso"),
}


@dataclass(frozen=True)
class TrueGoal:
    scorer: str
    club: str  # for which it counts
    minute: int
    own_goal: bool


@dataclass(frozen=True)
class TrueMatch:
    goals: tuple[TrueGoal, ...]

    def score(self) -> tuple[int, int]:
        home = sum(goal.club == HOME for goal in self.goals)
        return home, len(self.goals) - home


def lawful_match(rng: random.Random, most: int = 5) -> TrueMatch:
    """A match with up to `most` goals, some of them own goals; minutes lie apart enough to tell goals by them."""
    minutes = sorted(rng.sample(range(2, 90, 6), rng.randint(0, most)))
    goals = []
    for minute in minutes:
        club, own_goal = rng.choice((HOME, AWAY)), rng.random() < 0.1
        of = club if not own_goal else AWAY if club == HOME else HOME
        goals.append(TrueGoal(rng.choice(NAMES[of]), club, minute, own_goal))
    return TrueMatch(tuple(goals))


def reading_of(match: TrueMatch, rng: random.Random, noise: float, name: str) -> Reading:
    """A report that tells the match, each thing wrong with chance `noise`, and leaves goals out as often."""
    claims = []
    home, away = match.score()
    if rng.random() < noise:
        home += 1
    claims.append(_claim(0, ScoreSays("full_time", home, away, HOME)))
    for number, goal in enumerate(match.goals, start=1):
        if rng.random() < noise:
            continue
        scorer = rng.choice(NAMES[goal.club]) if rng.random() < noise else goal.scorer
        minute = max(1, goal.minute + rng.choice((-1, 1, 9))) if rng.random() < noise else goal.minute
        says = GoalSays(
            scorer=(Candidate(scorer, 0.95),),
            team=(Candidate(goal.club, 0.9),),
            time=TimeWindow(minute, minute, minute, "exact"),
            own_goal=goal.own_goal or None,
        )
        claims.append(_claim(number * 40, says))
    text = f"{name}: " + " ".join(str(rng.random()) for _ in range(30))
    players = tuple(Player(p, 2.0 if club == HOME else -2.0) for club in NAMES for p in NAMES[club])
    return Reading(Report(text, source=name), (HOME, AWAY), 0.9, tuple(claims), players, "en")


def _claim(start: int, says: GoalSays | ScoreSays) -> Claim:
    return Claim(span=(start, start + 20), quote="as told", says=says, weight=0.93)


def solved(readings: Sequence[Reading]) -> Solved:
    return solve(readings, pairings(readings)[0])


def told(s: Solved) -> list[tuple[str | None, str, bool, float | None]]:
    """The goals of a record as (name, side, own goal, clock position)."""
    return [
        (
            s.people.known[e.hypothesis.person].name if e.hypothesis.person >= 0 else None,
            e.hypothesis.side,
            e.hypothesis.own_goal,
            e.hypothesis.time,
        )
        for e in s.best.goals
    ]
