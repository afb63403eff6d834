"""The one strict schema behind all readers of results."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import permutations
from typing import Literal

import msgspec

from tabellino.domain.league import Fixture, Match, Season
from tabellino.errors import DataError, UsageError
from tabellino.league.competitions import Competition
from tabellino.names.clubs import canonical

#: A line of the file, counted from 1, and what it says.
Row = tuple[int, Match | Fixture]

#: More goals than any league match has seen since 1900 by one side (36 in a Scottish cup match of 1885).
MOST_GOALS = 36
#: A season of two years may begin on 1 July and, after the pause of 2020, run to the end of August.
FIRST_MONTH, LAST_MONTH = 7, 8


def season_name(text: str) -> str:
    """ "2025-26" from "2025/26", "2025-26", "2025/2026" or "2025-2026"; "2025" stays. Raises UsageError."""
    found = re.fullmatch(r"(\d{4})(?:[/-](\d{2}|\d{4}))?", text.strip())
    if found is None or (found[2] and (int(found[1]) + 1) % 100 != int(found[2]) % 100):
        raise UsageError(f"{text!r} is no season; write it as 2025-26, or as 2025 when it lies within one year")
    return f"{found[1]}-{found[2][-2:]}" if found[2] else found[1]


def bounds(season: str) -> tuple[datetime.date, datetime.date]:
    """First and last day on which a match of the season can lie."""
    year = int(season[:4])
    if "-" not in season:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return datetime.date(year, FIRST_MONTH, 1), datetime.date(year + 1, LAST_MONTH, 31)


def assemble(rows: Iterable[Row], competition: Competition, season: str, file: str, told: int | None = None) -> Season:
    """The season of these rows, clubs under their canonical names, matches in order.

    `told` is how many matches the file itself says it has. In a league every pair meets at each ground: what the file
    does not list is to come, on a day not told (files of results alone leave it out). Raises DataError, with file and
    line, for a date outside the season, a club against itself or twice on one day, two rows for one match, an
    impossible score.
    """
    country = competition.country
    gaps: list[str] = []
    named = [(line, _named(row, country)) for line, row in rows]
    named = _set_years_right(named, season, gaps)
    check = _Check(file, season, competition)
    for line, row in named:
        check(line, row)
    matches = tuple(sorted((row for _, row in named if isinstance(row, Match)), key=in_order))
    fixtures = tuple(row for _, row in named if isinstance(row, Fixture))
    gaps += _what_lacks(matches, fixtures, competition, season, told)
    if check.twice_round:
        fixtures += _not_listed(check.pairs, competition.ended_early(season))
    return Season(competition.key, season, matches, fixtures, (file,), tuple(gaps))


def in_order(match: Match) -> tuple[datetime.date, datetime.time, str]:
    """The order of matches: date, kick-off (unknown last), home club."""
    return match.date, match.kick_off or datetime.time.max, match.home


def clubs_of(season: Season) -> set[str]:
    """The clubs of a season, from its matches and fixtures."""
    clubs = {name for match in season.matches for name in (match.home, match.away)}
    return clubs | {name for fixture in season.fixtures for name in (fixture.home, fixture.away)}


def _named(row: Match | Fixture, country: str) -> Match | Fixture:
    home, away = _name(row.home, country), _name(row.away, country)
    if (home, away) != (row.home, row.away):
        row = msgspec.structs.replace(row, home=home, away=away)
    if isinstance(row, Match) and row.half_time is None and row.score == (0, 0) and not row.awarded:
        return msgspec.structs.replace(row, half_time=(0, 0))  # a match without goals had none at half-time either
    return row


@lru_cache(maxsize=4096)
def _name(name: str, country: str) -> str:
    """The canonical name of a club in a competition of this country; abroad it is looked for when none here has it."""
    return canonical(name, country) if _known(name, country) else canonical(name)


def _known(name: str, country: str) -> bool:
    """Whether a club of the competition's own country goes by the name; AS Monaco and Swansea are filed there too."""
    return canonical(name, country) != " ".join(name.split()) or canonical(name) == canonical(name, country)


def _set_years_right(rows: list[Row], season: str, gaps: list[str]) -> list[Row]:
    """Late matchdays dated before the season began were printed with the year before: they get the right one.

    Some files of 2019-20, which ended in July, have this; without it, the last matches would come first.
    """
    opening = [row.date for _, row in rows if row.matchday == 1 and row.date]
    if not opening or "-" not in season:
        return rows
    first = min(opening)
    moved, right = 0, []
    for line, row in rows:
        if row.date and row.date < first and (row.matchday or 0) > 1:
            row = msgspec.structs.replace(row, date=row.date.replace(year=row.date.year + 1))
            moved += 1
        right.append((line, row))
    if moved:
        gaps.append(f"{moved} matches were dated before the first matchday ({first}); they are read as a year later")
    return right


def _not_listed(pairs: Collection[tuple[str, str]], ended_early: bool) -> tuple[Fixture, ...]:
    """The pairs of a double round that no row has; cancelled where a ruling ended the season early."""
    clubs = sorted({club for pair in pairs for club in pair})
    status: Literal["cancelled"] | None = "cancelled" if ended_early else None
    return tuple(Fixture(None, *pair, status=status) for pair in permutations(clubs, 2) if pair not in pairs)


class _Check:
    """Rows one by one against the schema, remembering those before."""

    def __init__(self, file: str, season: str, competition: Competition) -> None:
        self.file = file
        self.season = season
        self.first, self.last = bounds(season)
        self.twice_round = not competition.cup and bool(competition.clubs)
        self.pairs: dict[tuple[str, str], tuple[int, Match | Fixture]] = {}
        self.days: dict[tuple[datetime.date, str], tuple[int, Match | Fixture]] = {}

    def __call__(self, line: int, row: Match | Fixture) -> None:
        if row.home == row.away:
            self.refuse(line, f"{row.home} plays against itself; a match has two clubs")
        if row.date and not self.first <= row.date <= self.last:
            self.refuse(line, f"{row.date} is outside the season {self.season} ({self.first} to {self.last})")
        if isinstance(row, Match):
            self.score(line, row)
        if self.twice_round:
            self.pair(line, row)
        if isinstance(row, Match):
            self.day(line, row)

    def refuse(self, line: int, why: str) -> None:
        raise DataError(f"{self.file}:{line}: {why}")

    def score(self, line: int, row: Match) -> None:
        for goals in (*row.score, *(row.half_time or ())):
            if not 0 <= goals <= MOST_GOALS:
                self.refuse(line, f"{goals} goals for one side; a number from 0 to {MOST_GOALS} would be right")
        if row.half_time and not row.awarded and any(h > f for h, f in zip(row.half_time, row.score, strict=True)):
            half, full = "{}-{}".format(*row.half_time), "{}-{}".format(*row.score)
            self.refuse(
                line, f"half-time {half} has more goals than the final score {full}; are they the wrong way round?"
            )

    def pair(self, line: int, row: Match | Fixture) -> None:
        before = self.pairs.setdefault((row.home, row.away), (line, row))
        if before[1] is not row:
            told = [f"{r.home_goals}-{r.away_goals}" if isinstance(r, Match) else "no score" for r in (before[1], row)]
            self.refuse(
                line,
                f"{row.home} v {row.away} stands here ({told[1]}) and on line {before[0]} ({told[0]}); "
                "each pair meets once at each ground: keep the right one",
            )

    def day(self, line: int, row: Match) -> None:
        for name in (row.home, row.away):
            before = self.days.setdefault((row.date, name), (line, row))
            if before[1] is not row:
                self.refuse(line, f"{name} plays twice on {row.date}, here and on line {before[0]}; one date is wrong")


def _what_lacks(
    matches: tuple[Match, ...], fixtures: tuple[Fixture, ...], competition: Competition, season: str, told: int | None
) -> list[str]:
    """In sentences, how the file falls short of a whole season."""
    gaps = []
    rows = len(matches) + len(fixtures)
    if told is not None and told != rows:
        gaps.append(f"the file says it has {told} matches and holds {rows}")
    if competition.cup:
        return gaps
    clubs = {name for match in matches for name in (match.home, match.away)}
    clubs |= {name for fixture in fixtures for name in (fixture.home, fixture.away)}
    number = competition.number_of_clubs(season)
    if number is not None and len(clubs) != number:
        gaps.append(f"{len(clubs)} clubs play; {competition.name} {season} has {number}")
    whole = len(clubs) * (len(clubs) - 1)
    if rows < whole:
        gaps.append(f"{rows} of {whole} matches of {len(clubs)} clubs are listed; the others count as not played yet")
    cancelled = sum(row.status == "cancelled" for row in fixtures)
    if fixtures:
        note = f", {cancelled} of them cancelled" if cancelled else ""
        gaps.append(f"{len(fixtures)} matches have no result{note}")
    without = sum(match.half_time is None and not match.awarded for match in matches)
    if without:
        gaps.append(f"{without} matches have no half-time score")
    return gaps
