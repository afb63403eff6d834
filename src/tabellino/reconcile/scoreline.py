"""What the reports say about the score, as log-likelihoods of scores and of score sequences."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import ScoreSays

Score = tuple[int, int]


class ScoreClaim(msgspec.Struct, frozen=True):
    """A score claim turned to the match: `ways` are the (home, away) scores it allows, `winner` "home", "away",
    "draw" or None. One of the two is used."""

    report: int
    number: int
    moment: str
    ways: frozenset[Score]
    winner: str | None
    weight: float


def turn(says: ScoreSays, home: str, away: str) -> tuple[frozenset[Score], str | None]:
    """The scores, home first, that a claim allows; where the words leave open whose goals stand first, both ways."""
    if says.first is None or says.second is None:
        if says.winner is None:
            return frozenset(), None
        return frozenset(), {home: "home", away: "away", "": "draw"}.get(says.winner)
    pair = (says.first, says.second)
    if says.club_first == home:
        return frozenset({pair}), None
    if says.club_first == away:
        return frozenset({pair[::-1]}), None
    return frozenset({pair, pair[::-1]}), None


def agrees(claim: ScoreClaim, score: Score) -> bool:
    """Whether a score is one that the claim allows."""
    if claim.winner is not None:
        sign = "home" if score[0] > score[1] else "away" if score[0] < score[1] else "draw"
        return sign == claim.winner
    return score in claim.ways


def log_worth(weights: dict[str, Any], claim: ScoreClaim, holds: bool, turned: bool = False) -> float:
    """Log-likelihood of a claim given that it holds or not, relative to one that speaks of another match; `turned` is
    True where it would hold for the other side."""
    base = weights["winner_base"] if claim.winner is not None else weights["base"]
    if claim.ways and claim.moment == "full_time":
        goals = max(sum(score) for score in claim.ways)
        base *= math.exp(-weights["rarer"] * max(0, goals - weights["common"]))
    fit = 1.0 if holds else 0.0
    if not holds and claim.winner is None:
        fit = weights["turned" if turned else "figure_wrong"]
    return math.log(1 - claim.weight + claim.weight * fit / base)


class Scoreline:
    """Log-likelihoods of final scores, half-time scores and scores passed, from all score claims."""

    def __init__(self, claims: Sequence[ScoreClaim], weights: dict[str, Any]) -> None:
        self.weights = weights
        self.full_time = [claim for claim in claims if claim.moment == "full_time"]
        self.half_time = [claim for claim in claims if claim.moment == "half_time"]
        self.during = [claim for claim in claims if claim.moment == "during" and claim.ways]
        self._final: dict[Score, float] = {}
        self._half: dict[Score, float] = {}
        self._passing: dict[Score, float] = {}
        self._named = {score for claim in self.full_time for score in claim.ways}
        self._unnamed = self._best_unnamed()
        self._reachable: dict[Score, float] = {}

    def final(self, score: Score) -> float:
        """Of a final score."""
        if score not in self._final:
            prior = -self.weights["per_goal"] * sum(score)
            self._final[score] = prior + sum(
                log_worth(self.weights, claim, agrees(claim, score), score[::-1] in claim.ways)
                for claim in self.full_time
            )
        return self._final[score]

    def eased(self, known: Score, final: Score) -> float:
        """What the goals of a record cost less where figures tell a final score with many of a side: that one of eleven
        men has one of its seven goals is likelier than that he has its only one. `known` are those of each side that
        the record names."""
        if final not in self._named:
            return 0.0
        return sum([self._eased(*side) for side in zip(known, final, strict=True)])

    def _eased(self, known: int, goals: int) -> float:
        many: float = self.weights["many"]
        return known * self.weights["ease"] * math.log(goals / many) if goals > many else 0.0

    def at_half_time(self, score: Score) -> float:
        """Of a half-time score."""
        if score not in self._half:
            self._half[score] = sum(log_worth(self.weights, claim, agrees(claim, score)) for claim in self.half_time)
        return self._half[score]

    def passed(self, path: Iterable[Score]) -> float:
        """Of the scores that a match went through. A sequence cannot pass both a score and its reverse, unless it is
        level, so the sum over its scores counts every claim once."""
        return sum(self.passing(score) for score in path)

    def passing(self, score: Score) -> float:
        """Of passing through one score, over not passing."""
        if score not in self._passing:
            self._passing[score] = sum(
                log_worth(self.weights, claim, True) - log_worth(self.weights, claim, False)
                for claim in self.during
                if score in claim.ways
            )
        return self._passing[score]

    def best_from(self, score: Score) -> float:
        """No less than `final` of any score with at least so many goals on both sides."""
        if score not in self._reachable:
            home, away = score
            reachable = [
                self.final(named) + self.eased(named, named)
                for named in self._named
                if named[0] >= home and named[1] >= away
            ]
            self._reachable[score] = max([self._unnamed - self.weights["per_goal"] * (home + away), *reachable])
        return self._reachable[score]

    def _best_unnamed(self) -> float:
        """The most that a final score can be worth that no claim names, without what its goals cost."""
        figures = sum(log_worth(self.weights, claim, False, True) for claim in self.full_time if claim.winner is None)
        results = [claim for claim in self.full_time if claim.winner is not None]
        return figures + max(
            sum(log_worth(self.weights, claim, claim.winner == result) for claim in results)
            for result in ("home", "away", "draw")
        )

    def winners(self) -> dict[str, float]:
        """How probable it is of each side that it won, "home" and "away", by the final scores that claims name; empty
        where they name none that anybody won."""
        won = {"home": 0.0, "away": 0.0}
        for score in self._named:
            if score[0] != score[1]:
                won["home" if score[0] > score[1] else "away"] += math.exp(self.final(score))
        total = sum(won.values())
        return {side: chance / total for side, chance in won.items()} if total else {}

    def goalless(self) -> float:
        """How probable it is that nobody scored, by what claims say of the final score alone."""
        if (0, 0) not in self._named:
            return 0.0
        told = [math.exp(self.final(score)) for score in self._named]
        return math.exp(self.final((0, 0))) / (sum(told) + math.exp(self._unnamed))

    def most_at_half_time(self) -> float:
        """No less than `at_half_time` of any score."""
        return sum(max(log_worth(self.weights, claim, holds) for holds in (True, False)) for claim in self.half_time)

    def most_passing(self) -> list[float]:
        """For each number of goals n, no less than what all scores passed after the n-th goal are worth together."""
        levels: dict[int, float] = {}
        for claim in self.during:
            for score in claim.ways:
                level = score[0] + score[1]
                levels[level] = max(levels.get(level, 0.0), self.passing(score))
        top = max(levels, default=0)
        return [sum(value for level, value in levels.items() if level > n) for n in range(top + 1)]

    def named(self) -> set[Score]:
        """Every final score that a claim names."""
        return self._named
