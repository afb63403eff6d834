"""Every claim held against the record: which judge hears which kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tabellino.domain.claim import (
    CardSays,
    DisallowedSays,
    FactSays,
    GoalSays,
    IncidentSays,
    LeagueSays,
    MissedPenaltySays,
    OpinionSays,
    ScoreSays,
)
from tabellino.domain.reading import Reading
from tabellino.names.folding import fold
from tabellino.reconcile.card_standing import CardJudge
from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.facts import Fact
from tabellino.reconcile.goal_standing import GoalJudge
from tabellino.reconcile.incidents import Happening
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.score_standing import ScoreJudge
from tabellino.reconcile.standing import Fault, Standing, Told, unheld

NO_RESULTS = "claims about table and form are held against results, and none were given"


def told_claims(readings: Sequence[Reading], pairing: Pairing) -> tuple[Told, ...]:
    """Every claim of the reports of a match, report by report in order of the text."""
    return tuple(
        Told(place, index, claim, readings[number])
        for place, number in enumerate(pairing.reports)
        for index, claim in enumerate(readings[number].claims)
    )


@dataclass(slots=True)
class Hearing:
    """The judges of one match and what they hold claims against."""

    goals: GoalJudge
    scores: ScoreJudge
    cards: CardJudge
    facts: Mapping[str, Fact]
    happenings: Sequence[Happening]
    goal_claims: Mapping[tuple[int, int], GoalClaim]
    weights: Mapping[str, Any]

    def standing(self, told: Told) -> Standing:
        """How a claim stands to the record."""
        says = told.claim.says
        if isinstance(says, LeagueSays):
            return unheld(NO_RESULTS)
        if told.claim.manner == "opinion" or isinstance(says, OpinionSays):
            return unheld("a judgement, not a fact to check")
        if isinstance(says, GoalSays):
            return self.goals.standing(told, self.goal_claims[told.report, told.number])
        if isinstance(says, ScoreSays):
            return self.scores.standing(told, says, told.claim.weight)
        if isinstance(says, CardSays):
            return self.cards.standing(told, says)
        if isinstance(says, FactSays):
            return self._fact(told, says)
        return self._happening(told, says)

    def _fact(self, told: Told, says: FactSays) -> Standing:
        fact = self.facts.get(says.field)
        if fact is None:
            return unheld("the record does not tell this")
        key = ("fact", says.field)
        day = says.value.startswith("--") and fact.value.endswith(says.value[1:])  # "--02-14": a date without year
        if day or fold(says.value) == fold(fact.value):
            return Standing(key, fact.probability, told.claim.weight)
        fault = Fault(says.field, f"the other reports make it {fact.value}", grave=False)
        return Standing(key, fact.probability, told.claim.weight, fault)

    def _happening(self, told: Told, says: MissedPenaltySays | DisallowedSays | IncidentSays) -> Standing:
        number = next((n for n, h in enumerate(self.happenings) if any(one.id == told.id for one in h.told)), None)
        if number is None:
            return unheld("the reader is not sure what these words tell")
        happening = self.happenings[number]
        if len({one.report for one in happening.told}) < 2:
            return unheld("no other report tells of it")
        return Standing(("incident", number), happening.probability, told.claim.weight)
