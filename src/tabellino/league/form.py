"""One club's matches in order: runs, windows, records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from tabellino.domain.claim import Outcome
from tabellino.domain.league import Match, Season
from tabellino.league.competitions import competition
from tabellino.league.ledger import DRAW, WIN, Rulings
from tabellino.league.moments import Moment, played_by

Result = Literal["W", "D", "L"]


class ClubMatch(msgspec.Struct, frozen=True):
    """A match from one club's side. `result` is what counts in the table, after rulings."""

    match: Match
    at_home: bool
    rival: str
    scored: int
    conceded: int
    result: Result

    def __str__(self) -> str:
        where = "v" if self.at_home else "at"
        return f"{self.result} {self.scored}-{self.conceded} {where} {self.rival} ({self.match.date:%-d %b})"


#: Whether a match is of the kind. "unbeaten" and "winless" are kinds of a run.
IS: dict[Outcome, Callable[[ClubMatch], bool]] = {
    "win": lambda one: one.result == "W",
    "draw": lambda one: one.result == "D",
    "defeat": lambda one: one.result == "L",
    "unbeaten": lambda one: one.result != "L",
    "winless": lambda one: one.result != "W",
    "clean_sheet": lambda one: one.conceded == 0,
    "scored": lambda one: one.scored > 0,
    "scoreless": lambda one: one.scored == 0,
    "conceded": lambda one: one.conceded > 0,
}


def club_matches(
    season: Season, club: str, at: Moment | None = None, where: Literal["home", "away"] | None = None
) -> tuple[ClubMatch, ...]:
    """The club's matches by a moment (None: all), in order; only those at home or away when `where` says so."""
    rulings = Rulings(competition(season.competition), season.season)
    matches = season.matches if at is None else played_by(season.matches, at)
    on = at.date if at is not None else None
    found = []
    for match in matches:
        if club not in (match.home, match.away) or (where and (match.home == club) != (where == "home")):
            continue
        score = (
            rulings.score(match, on or match.date.replace(year=match.date.year + 1)) if rulings.awarded else match.score
        )
        if score is not None:
            found.append(_from_side(match, club, score, rulings.winners.get((match.home, match.away))))
    return tuple(found)


def _from_side(match: Match, club: str, score: tuple[int, int], winner: str | None) -> ClubMatch:
    at_home = match.home == club
    scored, conceded = score if at_home else score[::-1]
    result: Result = "W" if scored > conceded else "L" if scored < conceded else "D"
    if winner:
        result = "W" if winner == club else "L"
    return ClubMatch(match, at_home, match.away if at_home else match.home, scored, conceded, result)


def run(matches: Sequence[ClubMatch], outcome: Outcome) -> tuple[ClubMatch, ...]:
    """The matches at the end that are all of the kind, in order; empty when the last one is not."""
    start = len(matches)
    while start and IS[outcome](matches[start - 1]):
        start -= 1
    return tuple(matches[start:])


def against(matches: Iterable[ClubMatch], rival: str | None) -> tuple[ClubMatch, ...]:
    """Those with one rival; all when None."""
    return tuple(one for one in matches if rival is None or one.rival == rival)


def number_of(matches: Iterable[ClubMatch], outcome: Outcome) -> int:
    """How many are of the kind."""
    return sum(map(IS[outcome], matches))


def points_of(matches: Iterable[ClubMatch]) -> int:
    """Points won in these, deductions aside."""
    return sum({"W": WIN, "D": DRAW, "L": 0}[one.result] for one in matches)


def windows(matches: Sequence[ClubMatch], value: int, measure: Callable[[Sequence[ClubMatch]], int]) -> tuple[int, ...]:
    """Every n such that the last n matches measure exactly the value, smallest first."""
    return tuple(n for n in range(1, len(matches) + 1) if measure(matches[-n:]) == value)


def letters(matches: Sequence[ClubMatch], last: int = 5) -> str:
    """The results of the last matches as letters, the latest at the end."""
    return "".join(one.result for one in matches[-last:])
