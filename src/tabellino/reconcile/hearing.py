"""Every claim held against the record: which judge hears which kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import (
    CardSays,
    DisallowedSays,
    FactSays,
    GoalSays,
    IncidentSays,
    LeagueSays,
    MissedPenaltySays,
    OpinionSays,
    Says,
    ScoreSays,
)
from tabellino.domain.reading import Reading
from tabellino.reconcile.card_standing import CardJudge
from tabellino.reconcile.corrections import corrected_scorer
from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.facts import Fact, same_value
from tabellino.reconcile.goal_standing import GoalJudge
from tabellino.reconcile.incidents import Happening
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.quotes import is_named_in
from tabellino.reconcile.score_standing import ScoreJudge
from tabellino.reconcile.standing import Fault, Standing, Told, unheld

#: The home side, as a thing of the record that claims speak of.
HOST = ("host",)
#: Fields that are printed figures and names: who tells another one is wrong. Dates and competitions are read from words
#: that speak of other matches too often.
GRAVE = frozenset(("attendance", "referee"))
#: Crowds are rounded to thousands.
ROUND = 1000
NO_RESULTS = "claims about table and form are held against results, and none were given"


def told_claims(readings: Sequence[Reading], pairing: Pairing) -> tuple[Told, ...]:
    """Every claim of the reports of a match, report by report in order of the text."""
    return tuple(
        Told(place, index, claim, readings[number], f"{place + 1}#{index + 1}")
        for place, number in enumerate(pairing.reports)
        for index, claim in enumerate(readings[number].claims)
    )


class Hearing(msgspec.Struct):
    """The judges of one match and what they hold claims against."""

    goals: GoalJudge
    scores: ScoreJudge
    cards: CardJudge
    facts: Mapping[str, Fact]
    happenings: Sequence[Happening]
    goal_claims: Mapping[tuple[int, int], GoalClaim]
    home_sure: float
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
        host = self._host(told, says)
        if host is not None:
            return host
        fact = self.facts.get(says.field)
        if fact is None:
            return unheld("the record does not tell this")
        key = ("fact", says.field)
        day = says.value.startswith("--") and fact.value.endswith(says.value[1:])  # "--02-14": a date without year
        aspects = frozenset((says.field,))
        if day or same_value(says.field, says.value, fact.value) or self._is_rounded(says, fact.value):
            return Standing(key, fact.probability, told.claim.weight, aspects=aspects)
        grave = says.field in GRAVE
        fault = Fault(says.field, f"the other reports make it {fact.value}", fact.value, grave=grave, witnesses=2)
        return Standing(key, fact.probability, told.claim.weight, fault, aspects=aspects)

    def _host(self, told: Told, says: FactSays) -> Standing | None:
        """How a claim of the home side stands: told as such, or by the ground of one of the two clubs."""
        clubs = self.scores.words.clubs
        told_host = says.value if says.field == "home" else says.of if says.field == "venue" else None
        if told_host not in clubs.values():
            return None
        if told_host == clubs["home"]:
            return None if says.field == "venue" else Standing(HOST, self.home_sure, told.claim.weight)
        fault = Fault("home", f"{clubs['home']} were at home", grave=True, witnesses=2)
        return Standing(HOST, self.home_sure, told.claim.weight, fault, also=(("fact", "venue"),))

    def _is_rounded(self, says: FactSays, right: str) -> bool:
        """Whether a crowd is the right one, rounded."""
        if says.field != "attendance" or not (says.value.isdigit() and right.isdigit()):
            return False
        crowd, true = int(says.value), int(right)
        return crowd % ROUND == 0 and abs(crowd - true) <= ROUND

    def _happening(self, told: Told, says: MissedPenaltySays | DisallowedSays | IncidentSays) -> Standing:
        number = next((n for n, h in enumerate(self.happenings) if any(one.id == told.id for one in h.told)), None)
        if number is None:
            return unheld("the reader is not sure what these words tell")
        happening = self.happenings[number]
        if len({one.report for one in happening.told}) < 2:
            instead = self._instead(told, says, happening)
            if instead is None:
                return unheld("no other report tells of it")
            taker = self.goals.solved.people.known[self.happenings[instead].person].name
            wrong = max(says.player, key=lambda candidate: candidate.weight).value
            correction = corrected_scorer(told.claim.quote, wrong, taker)
            grave = told.claim.block or is_named_in(told, wrong)
            fault = Fault("player", f"{taker} missed the penalty, and nobody else", correction, grave, witnesses=2)
            sure = self.happenings[instead].probability
            return Standing(("incident", instead), sure, told.claim.weight, fault)
        aspects = frozenset(("player",)) if happening.person >= 0 else frozenset()
        return Standing(("incident", number), happening.probability, told.claim.weight, aspects=aspects)

    def _instead(self, told: Told, says: Says, happening: Happening) -> int | None:
        """The missed penalty that others tell where a claim names another taker; None when the report tells that one
        too, or another time."""
        top = max(getattr(says, "player", ()), key=lambda candidate: candidate.weight, default=None)
        if happening.kind != "missed_penalties" or top is None or top.weight < self.weights["claim"]["named"]:
            return None
        others = [
            n for n, h in enumerate(self.happenings)
            if h.kind == happening.kind and len({one.report for one in h.told}) > 1
        ]  # fmt: skip
        if len(others) != 1:
            return None
        other = self.happenings[others[0]]
        fits = happening.time is None or other.time is None
        if not fits and happening.time is not None and other.time is not None:
            fits = abs(happening.time - other.time) <= self.weights["incident"]["same"]
        tells_both = any(one.report == told.report for one in other.told)
        return others[0] if fits and other.person >= 0 and not tells_both else None
