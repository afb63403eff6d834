"""League claims held against the results, at the moment of their report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from tabellino.domain.claim import LeagueSays
from tabellino.domain.league import Match, Season
from tabellino.errors import DataError
from tabellino.league.competitions import Competition, competition
from tabellino.league.form import ClubMatch, club_matches
from tabellino.league.moments import Moment, after
from tabellino.league.schema import clubs_of
from tabellino.league.standings import Standings, standings

#: What a league claim without the word "league" may also count.
CUPS = "matches in other competitions, which may count here, are not among the results at hand"


class Judgement(msgspec.Struct, frozen=True):
    """What results say of a claim. `reason` is the sentence that counts it out; `correction` what the words should
    say, None when the claim holds or nothing can be suggested. `right` is the number that should stand in the place
    of the one told, None when the claim holds or tells none."""

    verdict: Literal["supported", "contradicted", "unverifiable"]
    reason: str
    correction: str | None = None
    right: int | None = None


def judge(says: LeagueSays, seasons: Season | Sequence[Season], at: Match | Moment) -> Judgement:
    """The verdict on one claim. For several claims of one report, make one `Judge` and ask it for each.

    `seasons` begin with the one of the report's match; further seasons serve claims that reach back. `at` is the
    match that the report tells of, or a moment.
    """
    held = [seasons] if isinstance(seasons, Season) else list(seasons)
    return Judge(held[0], at, held[1:]).judge(says)


class Judge:
    """Judges the league claims of one report; what it has counted once it keeps.

    `others` may be a function that gives them: it is called once, and only for a claim that reaches back.
    """

    def __init__(
        self, season: Season, at: Match | Moment, others: Sequence[Season] | Callable[[], Sequence[Season]] = ()
    ) -> None:
        self.season = season
        self.rules: Competition = competition(season.competition)
        self.match = at if isinstance(at, Match) else None
        self.moment = after(at) if isinstance(at, Match) else at
        self._others = others
        self.clubs = clubs_of(season)
        self._matches: dict[tuple[str, str | None, bool], tuple[ClubMatch, ...]] = {}

    def judge(self, says: LeagueSays) -> Judgement:
        """The verdict on a claim. Never raises: what cannot be judged is unverifiable, with the reason."""
        from tabellino.league.judge_form import FORM
        from tabellino.league.judge_table import TABLE

        if says.what == "beyond_results":
            return unverifiable(f"results do not tell {says.detail or 'this'}")
        how = TABLE.get(says.what) or FORM[says.what]
        unknown = self._unknown(says)
        if unknown is not None:
            return unverifiable(unknown)
        try:
            return how(self, says)
        except DataError as missing:
            return unverifiable(str(missing))

    def _unknown(self, says: LeagueSays) -> str | None:
        """Why the claim's clubs cannot be found in the season; None when they can."""
        if says.club is None:
            return "the words leave open which club is meant"
        if says.league is False:
            return "the count takes in other competitions, and the results at hand are those of the league"
        if says.club not in self.clubs:
            return f"{says.club} do not play in {self.rules.name} {self.season.season}"
        if self.rules.cup and says.what != "fixture":
            return f"{self.rules.name} is a cup and has no table"
        return None

    @cached_property
    def others(self) -> tuple[Season, ...]:
        """The other seasons of the competition, in order."""
        given = self._others() if callable(self._others) else self._others
        here = self.season
        same = [one for one in given if one.competition == here.competition and one.season != here.season]
        return tuple(sorted(same, key=lambda one: one.season))

    @cached_property
    def table(self) -> Standings:
        """The table after the match and before the next."""
        return standings(self.season, self.moment, why=True)

    @cached_property
    def table_at_night(self) -> Standings:
        """The table when the day's matches are over."""
        return standings(self.season, Moment(self.moment.date), why=True)

    @cached_property
    def table_before(self) -> Standings:
        """The table without the match that the report tells of, and without those of its hour."""
        if self.match is None:
            return self.table
        earlier = self._before()
        moment = Moment(earlier[-1].date, earlier[-1].kick_off) if earlier else Moment(datetime.date.min)
        return standings(self.season, moment, why=True)

    def _before(self) -> tuple[Match, ...]:
        assert self.match is not None
        start = (self.match.date, self.match.kick_off)
        return tuple(
            m for m in self.season.matches
            if m.date < start[0] or (m.date == start[0] and start[1] and m.kick_off and m.kick_off < start[1])
        )  # fmt: skip

    def table_of(self, says: LeagueSays) -> Standings:
        """The table that a claim speaks of."""
        return self.table_before if says.before else self.table

    def matches(self, says: LeagueSays, club: str | None = None) -> tuple[ClubMatch, ...]:
        """The club's matches in the season that a claim counts over, the latest last."""
        name = club or says.club or ""
        key = (name, says.where, says.before)
        if key not in self._matches:
            found = club_matches(self.season, name, self.moment, says.where)
            if says.before and found and found[-1].match == self.match:
                found = found[:-1]
            self._matches[key] = found
        return self._matches[key]

    def with_earlier(self, says: LeagueSays, enough: int | None = None) -> tuple[ClubMatch, ...]:
        """As `matches`, with those of the earlier seasons at hand before them, as far as they follow without a gap;
        without them when the season itself has `enough`."""
        found = list(self.matches(says))
        if enough is not None and len(found) >= enough:
            return tuple(found)
        year = int(self.season.season[:4])
        for one in reversed([one for one in self.others if one.season < self.season.season]):
            year -= 1
            if int(one.season[:4]) != year or says.club not in clubs_of(one):
                break
            found[:0] = club_matches(one, says.club or "", None, says.where)
        return tuple(found)


def supported(reason: str) -> Judgement:
    return Judgement("supported", reason)


def contradicted(reason: str, correction: str | None = None, right: int | None = None) -> Judgement:
    return Judgement("contradicted", reason, correction, right)


def unverifiable(reason: str) -> Judgement:
    return Judgement("unverifiable", reason)


def fits(value: int, told: int, bound: str) -> bool:
    """Whether a count is what was told: exactly, at least or at most."""
    return value >= told if bound == "at_least" else value <= told if bound == "at_most" else value == told
