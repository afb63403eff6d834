"""From a report to its reading: a pure function, without state or clock."""

from __future__ import annotations

import math
from typing import Any

from tabellino import data
from tabellino.domain.claim import Claim, GoalSays, ScoreSays
from tabellino.domain.reading import Player, Reading
from tabellino.domain.report import Report
from tabellino.extract import patterns
from tabellino.extract.allegiance import find_allegiance
from tabellino.extract.cards import card_claims
from tabellino.extract.clubs import club_forms
from tabellino.extract.context import Context
from tabellino.extract.goals import find_mentions, goal_claims
from tabellino.extract.moments import moment_claims
from tabellino.extract.scores import score_claims
from tabellino.extract.sides import Sides, find_sides
from tabellino.extract.text import Text, tokenise
from tabellino.extract.times import find_times
from tabellino.extract.units import Units, unitise
from tabellino.extract.vocabulary import Vocabulary, vocabulary


def read_report(report: Report) -> Reading:
    """What the report says. Never raises for the sake of the text: a text that reports no match gives a reading
    with the reason in `no_match`."""
    text = tokenise(report.text)
    language = "en"
    words = vocabulary(language)
    units, sides = _units(text, words)
    if sides is None:
        return Reading(report, None, 0.5, (), (), language, "it names no two clubs")
    weights: dict[str, Any] = data.load(f"weights/{language}.toml")
    context = Context(units, words, weights, sides, find_times(units, words))
    context.allegiance = find_allegiance(context)
    claims = sorted(_claims(context), key=lambda claim: claim.span)
    return Reading(
        report,
        (sides.first, sides.second),
        sides.home,
        tuple(claims),
        _players(context),
        language,
        _why_no_match(context, claims),
    )


def _units(text: Text, words: Vocabulary) -> tuple[Units, Sides | None]:
    """The units of a text; national teams are looked for only where no two clubs are named."""
    units = unitise(text, words, club_forms(nations=False))
    named: set[str] = set()
    for code, value in zip(units.codes, units.value, strict=True):
        if code == patterns.CLUB:
            named |= {club for club, how in value if how in ("name", "alias", "nickname")}  # type: ignore[union-attr]
    if len(named) >= 2:
        return units, find_sides(units, words)
    with_nations = unitise(text, words, club_forms(nations=True))
    return with_nations, find_sides(with_nations, words)


def _claims(context: Context) -> list[Claim]:
    found = list(goal_claims(context, find_mentions(context)))
    found += score_claims(context)
    found += card_claims(context)
    found += moment_claims(context)
    return found


def _players(context: Context) -> tuple[Player, ...]:
    return tuple(
        Player(person.name, round(odds, 3), person.staff > 0, person.keeper > 0)
        for person, odds in zip(context.units.people, context.allegiance, strict=True)
    )


def _why_no_match(context: Context, claims: list[Claim]) -> str | None:
    """The reason why a text reports no match; None when it does. A log-linear judgement over what was found."""
    weights = context.weights["match"]
    if not weights:
        return None
    goals = sum(claim.weight for claim in claims if isinstance(claim.says, GoalSays))
    scores = max((c.weight for c in claims if isinstance(c.says, ScoreSays) and c.says.moment == "full_time"), default=0)
    strength = weights["bias"] + weights["goals"] * math.log1p(goals) + weights["score"] * scores
    return None if strength > 0 else "it tells of no goal and no result"
