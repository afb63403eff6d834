"""Competition, season, date, venue, referee and crowd of the match, from what the reports say of it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from tabellino.domain.claim import FactSays
from tabellino.domain.record import MatchInfo
from tabellino.names.folding import fold
from tabellino.names.people import same_person
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.standing import Told

#: European seasons begin with July; a match before it belongs to the season that began the year before.
SEASON_STARTS = 7
#: What is told of the match as such and can be voted on.
FIELDS = ("date", "competition", "venue", "referee", "attendance")


class Fact(msgspec.Struct, frozen=True):
    """A fact of the match with the chance that it is right; `tellings` weigh one report's claims once."""

    value: str
    probability: float


def match_facts(told: Sequence[Told], pairing: Pairing, least: float, witness: dict[int, int]) -> dict[str, Fact]:
    """The likeliest value of every field, of those that are likely enough."""
    facts = {}
    for field in FIELDS:
        votes: dict[str, dict[int, float]] = defaultdict(dict)
        for one in told:
            says = one.claim.says
            if not isinstance(says, FactSays) or says.field != field or one.claim.manner == "opinion":
                continue
            if field == "venue" and says.of is not None and says.of != pairing.home:
                continue
            by = witness.get(one.report, one.report)
            value = _dated(says.value, told) if field == "date" else says.value
            if value is not None:
                key = _known(votes, value, field) if field in ("venue", "referee") else value
                votes[key][by] = max(votes[key].get(by, 0.0), one.claim.weight)
        fact = _likeliest(votes)
        if fact is not None and fact.probability >= least:
            facts[field] = fact
    return facts


def same_value(field: str, one: str, other: str) -> bool:
    """Whether two values of a field mean the same: a referee may be told by his surname, a ground in two spellings."""
    return same_person(one, other) if field == "referee" else fold(one) == fold(other)


def _known(votes: dict[str, dict[int, float]], value: str, field: str) -> str:
    """The value that stands already and means the same."""
    return next((known for known in votes if same_value(field, known, value)), value)


def _dated(value: str, told: Sequence[Told]) -> str | None:
    """A date without year ("--02-14") takes the year of a full date that some report tells for that day."""
    if not value.startswith("--"):
        return value
    for one in told:
        says = one.claim.says
        if isinstance(says, FactSays) and says.field == "date" and says.value[4:] == value[1:]:
            return says.value
    return None


def _likeliest(votes: dict[str, dict[int, float]]) -> Fact | None:
    """The value with most weight; its probability falls with the weight of the others."""
    doubts = {}
    for value, chances in votes.items():
        doubt = 1.0
        for chance in chances.values():
            doubt *= 1.0 - chance
        doubts[value] = max(doubt, 1e-6)
    if not doubts:
        return None
    odds = {value: (1.0 - doubt) / doubt for value, doubt in doubts.items()}
    best = min(odds, key=lambda value: (-odds[value], value))
    return Fact(best, odds[best] / (1.0 + sum(odds.values())))


def match_info(pairing: Pairing, facts: dict[str, Fact], calendar: bool) -> MatchInfo:
    """Which match it is. The season follows from the date of a match in a league or cup: "2025-26", or "2026" where
    seasons lie within one year (`calendar`)."""
    date = facts["date"].value if "date" in facts else None
    competition = facts["competition"].value if "competition" in facts else None
    return MatchInfo(
        home=pairing.home,
        away=pairing.away,
        competition=competition,
        season=season_of(date, calendar) if date and competition else None,
        date=date,
        venue=facts["venue"].value if "venue" in facts else None,
    )


def season_of(date: str, calendar: bool) -> str:
    """The season of a day in ISO 8601: "2025-26" for 2026-02-14."""
    day = datetime.date.fromisoformat(date)
    if calendar:
        return str(day.year)
    start = day.year if day.month >= SEASON_STARTS else day.year - 1
    return f"{start}-{(start + 1) % 100:02}"
