"""Counting: what every club has from the matches so far, match by match, so that all dates cost one pass."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from tabellino.domain.league import Match
from tabellino.league.competitions import Awarded, Competition, Deduction

#: Places in a tally: all matches first, then those at home.
PLAYED, WON, DRAWN, LOST, FOR, AGAINST = range(6)
HOME = 6
#: Points for a win and a draw. Three for a win: England 1981, Germany, Italy, Spain, France by 1995.
WIN, DRAW = 3, 1

Tally = list[int]


class Ledger:
    """Tallies of the clubs, and the results of every pair, as of the matches added."""

    def __init__(self, clubs: Iterable[str]) -> None:
        self.tallies: dict[str, Tally] = {club: [0] * 12 for club in clubs}
        self.results: dict[tuple[str, str], tuple[int, int]] = {}
        self.deducted: dict[str, int] = {}

    def add(self, home: str, away: str, score: tuple[int, int], winner: str | None = None) -> None:
        """Count one match; `winner` is who gets the points where the score does not tell."""
        first, second = score
        self.results[home, away] = score
        a, b = self.tallies[home], self.tallies[away]
        outcome = WON if first > second else LOST if first < second else DRAWN
        if winner is not None:
            outcome = WON if winner == home else LOST
        other = LOST if outcome == WON else WON if outcome == LOST else DRAWN
        for start in (0, HOME):
            a[start] += 1
            a[start + outcome] += 1
            a[start + FOR] += first
            a[start + AGAINST] += second
        b[PLAYED] += 1
        b[other] += 1
        b[FOR] += second
        b[AGAINST] += first

    def points(self, club: str) -> int:
        """Points after deductions; may be below nought."""
        tally = self.tallies[club]
        return WIN * tally[WON] + DRAW * tally[DRAWN] - self.deducted.get(club, 0)


class Rulings:
    """The decisions of one season that change scores and points, by date."""

    def __init__(self, rules: Competition, season: str) -> None:
        self.awarded: Mapping[tuple[str, str], Awarded] = {
            (entry.home, entry.away): entry for entry in rules.awarded if entry.season == season and entry.until is None
        }
        self.annulled = tuple(entry for entry in rules.awarded if entry.season == season and entry.until is not None)
        self.winners = {pair: entry.winner for pair, entry in self.awarded.items() if entry.winner}
        self.deductions: tuple[Deduction, ...] = tuple(entry for entry in rules.deduction if entry.season == season)

    def score(self, match: Match, on: datetime.date) -> tuple[int, int] | None:
        """The score that counts on a day: until a ruling, the one on the pitch; None when the match was broken off."""
        ruling = self.awarded.get((match.home, match.away))
        if ruling is None:
            return match.home_goals, match.away_goals
        return ruling.score if on >= ruling.since else ruling.played

    def annulled_later(self, on: datetime.date) -> Iterator[Awarded]:
        """The awards that held on a day and were annulled after it."""
        return (entry for entry in self.annulled if entry.until is not None and entry.since <= on < entry.until)

    def deducted(self, on: datetime.date) -> dict[str, int]:
        """Points taken from clubs as of a day."""
        taken: dict[str, int] = {}
        for entry in self.deductions:
            if entry.since <= on and (entry.until is None or on < entry.until):
                taken[entry.club] = taken.get(entry.club, 0) + entry.points
        return taken
