"""How a claim about the score stands to the record: final, at half time, on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import ScoreSays
from tabellino.reconcile.corrections import corrected_score
from tabellino.reconcile.misread import names_club
from tabellino.reconcile.reasons import Words, figures
from tabellino.reconcile.scoreline import turn
from tabellino.reconcile.standing import Fault, Standing, Told, unheld
from tabellino.reconcile.unread import another_score
from tabellino.reconcile.views import GoalView, Score

#: Characters between a final score and the half-time score of the same line.
SAME_LINE = 30
#: Characters of headline and first sentence, in which a report tells its own match's result.
FIRST_WORDS = 250


class ScoreJudge(msgspec.Struct):
    """Holds score claims against the record. Nothing is held against `final` where no report tells it (not
    `final_known`); `half_time` is None where the record does not know it."""

    final: Score
    final_known: bool
    final_sure: float
    half_time: Score | None
    half_time_sure: float
    goals: Sequence[GoalView]
    words: Words
    weights: dict[str, Any]

    def standing(self, told: Told, says: ScoreSays, weight: float) -> Standing:
        """How the claim stands."""
        ways, winner = turn(says, self.words.home, self.words.away)
        if not ways and winner is None:
            return unheld("the words tell of a score without saying which")
        if not self.final_known:
            return unheld("no report tells the final score, or of a goal")
        if says.moment == "during" or (says.moment == "full_time" and self._is_running(told, says)):
            return self._during(told, says, weight)
        if says.moment == "full_time":
            return self._whole(told, says, weight, self.final, self.final_sure, ("score", "full_time"))
        if says.moment == "half_time":
            says = self._in_its_line(told, says)
            if self.half_time is None:
                return unheld("the half-time score is not known")
            key = ("score", "half_time")
            return self._whole(told, says, weight, self.half_time, self.half_time_sure, key)
        return unheld("the reports do not tell enough of extra time to say")

    def _is_running(self, told: Told, says: ScoreSays) -> bool:
        """Whether a score line is one of a report's running scores: another one, and that report tells the final
        score too ("17' Inter 1-0 Juventus ... FULL-TIME: Inter 3-2 Juventus")."""
        if says.first is None or says.second is None or self._agrees(says, self.final) or self._is_headline(told, says):
            return False
        if not self._otherwise_read((says.first, says.second), self.final):
            return False
        return any(
            isinstance(other.says, ScoreSays) and other.says.moment == "full_time" and other.says.first is not None
            and self._agrees(other.says, self.final)
            for other in told.reading.claims
        )  # fmt: skip

    def _whole(
        self, told: Told, says: ScoreSays, weight: float, right: Score, sure: float, key: tuple[str, str]
    ) -> Standing:
        ways, _ = turn(says, self.words.home, self.words.away)
        also = self._first_half() if key[1] == "half_time" else ()
        if self._agrees(says, right):
            fault = self._way_round(says, right, key[1]) or (
                self._unread(told, says, right) if key[1] == "full_time" else None
            )
            return Standing(key, sure, weight, fault, also=also, aspects=_aspects(says))
        moment = "at half-time it was" if key[1] == "half_time" else "the match ended"
        reason = f"{moment} {self.words.score(right)}"
        score = (says.first, says.second) if says.first is not None and says.second is not None else None
        correction = corrected_score(told.claim.quote, score, self._in_order(says, right)) if score else figures(right)
        reversed_ = score is not None and score[::-1] == right and says.club_first is None
        misread = reversed_ or (key[1] == "full_time" and self._of_another(told, says, score, right))
        if weight < self.weights["claim"]["figure" if not misread else "named"]:
            return unheld(f"{reason}; the words may speak of another moment or another match")
        outcome = not any(_sign(way) == _sign(right) for way in ways) if ways else True
        fault = Fault("score", reason, correction, grave=not misread, instead=score, outcome=outcome)
        also = also or self._every_goal()
        return Standing(key, sure, weight, fault, also=also, aspects=_aspects(says))

    def _unread(self, told: Told, says: ScoreSays, right: Score) -> Fault | None:
        """A score in figures in words that were read for no more than who won: "drew 5-4"."""
        figure = another_score(told.claim.quote, (right,)) if says.first is None else None
        reason = f"the words have {figure}, and the match ended {self.words.score(right)}"
        return Fault("score", reason, grave=False) if figure else None

    def _in_its_line(self, told: Told, says: ScoreSays) -> ScoreSays:
        """A half-time score that follows the final one in its line ("Hannover 2-1 Mainz (half-time: 1-0)") has the same
        club's goals first."""
        if says.first is None or says.club_first is not None:
            return says
        for other in told.reading.claims:
            line = other.says
            between = told.reading.report.text[other.span[1] : told.claim.span[0]]
            if (
                isinstance(line, ScoreSays) and line.moment == "full_time" and line.club_first == self.words.home
                and other.span[1] <= told.claim.span[0] <= other.span[1] + SAME_LINE and "\n" not in between
                and self._agrees(line, self.final)
            ):  # fmt: skip
                return msgspec.structs.replace(says, club_first=line.club_first)
        return says

    def _of_another(self, told: Told, says: ScoreSays, score: Score | None, right: Score) -> bool:
        """Whether the words may be right for another moment, or for another match of the clubs: those who misprint a
        score seldom turn the result round, while "beat Ajax 3-1 before Christmas" speaks of what was. A report that
        tells no other result says it of this match in its first words."""
        if score is None:
            return says.winner == "" or not self._is_its_result(told, right)
        if self._is_headline(told, says):
            return score[0] != score[1] and right[0] == right[1]  # then it may tell the shoot-out
        if self._otherwise_read(score, right):
            return True
        mine = score[::-1] if says.club_first == self.words.away else score
        turned = not told.claim.block and says.club_first is not None and _sign(mine) != _sign(right)
        return turned and not self._is_its_result(told, right)

    def _is_headline(self, told: Told, says: ScoreSays) -> bool:
        """Whether a report begins with a score between the two clubs ("Swansea 4-5 Crystal Palace"), or has one in its
        first words and the true result nowhere: no other match's, nor another moment's."""
        if says.moment != "full_time" or says.club_first is None:
            return False
        begins = not told.reading.report.text[: told.claim.span[0]].strip()
        if not begins and not self._is_its_result(told, self.final):
            return False
        return all(names_club(told.claim.quote, club) for club in self.words.clubs.values())

    def _is_its_result(self, told: Told, right: Score) -> bool:
        """Whether a claim stands in a report's first words, and the report tells the true result nowhere."""
        return told.claim.span[0] <= FIRST_WORDS and not any(
            isinstance(other.says, ScoreSays) and other.says.moment == "full_time" and self._agrees(other.says, right)
            for other in told.reading.claims
        )

    def _otherwise_read(self, score: Score, right: Score) -> bool:
        """Whether the figures are right for another moment or the other side: the reader may have mixed those up."""
        passed = {(0, 0), *(goal.after for goal in self.goals)}
        return not {score, score[::-1]}.isdisjoint({right, *passed})

    def _way_round(self, says: ScoreSays, right: Score, moment: str) -> Fault | None:
        """A score that is right only with the visitors' goals first: printed the wrong way round, or told for the side
        that led. The winner's goals stand first in many a report, so a final score has the loser's there."""
        if says.club_first is not None or says.first is None or says.second is None:
            return None
        if (says.first, says.second) == right or (moment == "full_time" and says.first >= says.second):
            return None
        when = "at half-time it was" if moment == "half_time" else "the match ended"
        return Fault("score", f"{when} {self.words.score(right)}", figures(right), grave=False)

    def _in_order(self, says: ScoreSays, right: Score) -> Score:
        """The right score with the goals of the claim's club first."""
        return right[::-1] if says.club_first == self.words.away else right

    def _agrees(self, says: ScoreSays, right: Score) -> bool:
        ways, winner = turn(says, self.words.home, self.words.away)
        if winner is not None:
            return winner == ("home" if right[0] > right[1] else "away" if right[0] < right[1] else "draw")
        return right in ways

    def _first_half(self) -> tuple[tuple[str, int], ...]:
        """The goals that make the half-time score; all of them when none was scored by then: their minutes tell it."""
        early = [goal for goal in self.goals if goal.time is not None and goal.time < 46]
        return tuple(("goal", goal.number) for goal in early or self.goals if goal.time is not None)

    def _every_goal(self) -> tuple[tuple[str, int], ...]:
        """The goals of the record where they add up to its score: who tells all of them tells the score."""
        return tuple(("goal", goal.number) for goal in self.goals) if len(self.goals) == sum(self.final) else ()

    def _during(self, told: Told, says: ScoreSays, weight: float) -> Standing:
        """A score on the way: one that the match went through; where a time is told, the score then."""
        ways, _ = turn(says, self.words.home, self.words.away)
        if says.winner:  # any lead will do
            lead = 1 if says.winner == self.words.home else -1
            passed = [goal for goal in self.goals if _sign(goal.after) == lead]
        else:
            passed = [goal for goal in self.goals if goal.after in ways]
        sure = min((goal.probability for goal in self.goals), default=self.final_sure)
        if passed or (0, 0) in ways:
            key = ("goal", passed[0].number) if passed else ("score", "full_time")
            return Standing(key, passed[0].probability if passed else sure, weight, aspects=frozenset(("score",)))
        if len(self.goals) != sum(self.final) or says.first is None or says.second is None:
            return unheld("not every goal is known, so neither is every score on the way")
        told_score = (says.first, says.second)
        path = ", ".join(figures(goal.after) for goal in self.goals)
        if says.winner:
            fault = Fault("score", f"the score went {path}, home side first: {says.winner} never led", grave=False)
            return Standing(("goals",), sure, weight, fault, aspects=frozenset(("score",)))
        turned = [goal for goal in self.goals if any(way[::-1] == goal.after for way in ways)]
        if turned:
            reason = f"{self.words.goal(turned[0])}, so it stood {self.words.score(turned[0].after)}"
            right = self._in_order(says, turned[0].after)
            line = says.moment == "full_time" or says.time is not None  # of a result, or of a ticker
            grave = line and says.club_first is not None and weight >= self.weights["claim"]["named"]
            fault = Fault("score", reason, corrected_score(told.claim.quote, told_score, right), grave=grave)
            return Standing(("goal", turned[0].number), sure, weight, fault, aspects=frozenset(("score",)))
        reason = f"the score went {path}, home side first, and was never {figures(told_score)}"
        return Standing(("goals",), sure, weight, Fault("score", reason, grave=False), aspects=frozenset(("score",)))


def _aspects(says: ScoreSays) -> frozenset[str]:
    return frozenset(("score", *(("figures",) if says.first is not None else ())))


def _sign(score: Score) -> int:
    """1 when the first side won, -1 when the second did, 0 for a draw."""
    return (score[0] > score[1]) - (score[0] < score[1])
