"""The record of a match: what the reports, taken together, support."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from tabellino.domain.claim import Card, JudgedClaim
from tabellino.domain.report import Report, Span

Side = Literal["home", "away"]
#: Both, in the order of a score.
SIDES: tuple[Side, ...] = ("home", "away")
Score = tuple[int, int]

SCHEMA = "tabellino/record/1"


class MatchInfo(msgspec.Struct, frozen=True):
    """Which match it is. Every field but the two clubs is None when no report tells. `date` is ISO 8601."""

    home: str
    away: str
    competition: str | None = None
    season: str | None = None
    date: str | None = None
    venue: str | None = None


class ScoreLine(msgspec.Struct, frozen=True):
    """Scores as (home, away); None when not told and not derivable. `full_time` is the score the
    goals add up to (after extra time where it was played); `extra_time` repeats it then, and is None otherwise."""

    full_time: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    shootout: Score | None = None


class Goal(msgspec.Struct, frozen=True):
    """A goal. `team` is the side it counts for. `minute` is None when the reports do not tell, `between` then bounds
    it (minutes, inclusive) where they do. `scorer` is None when nobody names him, or not surely enough: `perhaps` is
    then who is likeliest, None where nobody is. `score_after` is None where the final score has goals that nobody tells
    of, which may have come before it; `probability` is that of the goal as given (scorer, side, own goal)."""

    minute: int | None
    added_time: int | None
    team: Side
    scorer: str | None
    own_goal: bool
    penalty: bool
    assist: str | None
    how: tuple[str, ...]
    score_after: Score | None
    probability: float
    claims: tuple[str, ...]
    between: tuple[int, int] | None = None
    perhaps: str | None = None

    @property
    def scorer_told(self) -> str:
        """Who scored, in words for people; that nobody tells it, where that is so."""
        return self.scorer or (f"perhaps {self.perhaps}" if self.perhaps else "scorer not told")


class Booking(msgspec.Struct, frozen=True):
    """A card. Times as in `Goal`; `probability` is that of the card for a player of `team` (any when None)."""

    minute: int | None
    added_time: int | None
    player: str
    team: Side | None
    card: Card
    second_yellow: bool | None
    probability: float
    claims: tuple[str, ...]
    between: tuple[int, int] | None = None


class Incident(msgspec.Struct, frozen=True):
    """A missed penalty, a disallowed goal, woodwork, a clearance off the line. `player` is the one who shot."""

    what: str
    minute: int | None
    added_time: int | None
    player: str | None
    team: Side | None
    probability: float
    claims: tuple[str, ...]


class ReportInfo(msgspec.Struct, frozen=True):
    """One of the reports. `reliability` is the share of its checkable claims that the record supports, None when it
    makes none. `sha256` is that of the UTF-8 text."""

    id: int
    source: str
    outlet: str | None
    title: str | None
    date: str | None
    language: str | None
    claims: int
    contradicted: int
    not_understood: tuple[Span, ...]
    sha256: str
    copy_of: int | None = None
    reliability: float | None = None


class NextBest(msgspec.Struct, frozen=True):
    """The next-best record: how much less probable (natural log) and in which words it differs."""

    margin: float
    differs: tuple[str, ...]


class MatchRecord(msgspec.Struct, frozen=True):
    """The whole answer; two records are equal when every field is. `match` is None only in the JSON of a failure."""

    match: MatchInfo
    score: ScoreLine
    goals: tuple[Goal, ...]
    cards: tuple[Booking, ...]
    missed_penalties: tuple[Incident, ...]
    disallowed_goals: tuple[Incident, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[JudgedClaim, ...]
    reports: tuple[ReportInfo, ...]
    next_best: NextBest | None
    probabilities: dict[str, float]
    warnings: tuple[str, ...]
    schema: str = SCHEMA

    def texts(self, reports: Iterable[Report]) -> dict[int, Report]:
        """The reports by their number in this record, as far as they are among those given.

        Numbers are looked up by source and text, as a report that tells of no match, or of another one, has none.
        """
        given = {(report.source, report.sha256()): report for report in reports}
        known = {info.id: given.get((info.source, info.sha256)) for info in self.reports}
        return {number: report for number, report in known.items() if report is not None}
