"""What is certain by arithmetic: the title, relegation, safety.

A bound decides most cases: the most points a club can still have against what the others have already. Where the bound
leaves it open, a way to play out the season is built that would prove the opposite; when that fails too, the answer
is None (nothing is claimed that was not shown).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tabellino.domain.league import Season
from tabellino.league.competitions import competition
from tabellino.league.ledger import DRAW, WIN
from tabellino.league.moments import played_by
from tabellino.league.standings import Standings


class Outlook(msgspec.Struct, frozen=True):
    """Whether something is `certain`: True, False, or None when neither could be shown. `because` counts it out."""

    certain: bool | None
    because: str


class Race:
    """Points and matches to come at a moment."""

    def __init__(self, season: Season, table: Standings) -> None:
        self.season, self.table = season, table
        self.rules = competition(season.competition)
        self.points = {row.club: row.points for row in table.rows}
        done = len(played_by(season.matches, table.moment))
        self.to_come = [(match.home, match.away) for match in season.matches[done:]]
        self.to_come += [(f.home, f.away) for f in season.fixtures if f.status != "cancelled"]
        left = dict.fromkeys(self.points, 0)
        for pair in self.to_come:
            for club in pair:
                left[club] += 1
        self.left = left

    def most(self, club: str) -> int:
        """The points that a club has when it wins all that is left."""
        return self.points[club] + WIN * self.left[club]

    def first(self, club: str) -> Outlook:
        """Whether nobody can catch the club at the top any more."""
        rivals = [other for other in self.points if other != club]
        best = max(rivals, key=lambda other: (self.most(other), self.points[other]))
        mine, theirs = self.points[club], self.most(best)
        told = f"{club} have {mine} points; {best} can still reach {theirs} ({self.left[best]} to play)"
        if self.table.complete:
            row = self.table.row(club)
            return Outlook(row is not None and row.place == 1 and not row.shared, f"the season is over: {told}")
        if theirs < mine or (theirs == mine and self._ahead_when_level(club, best, rivals)):
            return Outlook(True, told)
        return Outlook(False, told)

    def _ahead_when_level(self, club: str, other: str, rivals: Sequence[str]) -> bool:
        """Whether a tie at the end is decided already: by the two matches between the clubs where these come first."""
        criteria = self.rules.criteria_of(self.season.season)
        level = [rival for rival in rivals if self.most(rival) == self.points[club]]
        if level != [other] or criteria.order[0] != "h2h_points" or self.rules.play_offs_of(self.season.season):
            return False
        total = 0
        meetings = [m for m in played_by(self.season.matches, self.table.moment) if {m.home, m.away} == {club, other}]
        for match in meetings:
            difference = match.home_goals - match.away_goals
            total += (difference > 0) - (difference < 0) if match.home == club else (difference < 0) - (difference > 0)
        return len(meetings) == 2 and total > 0

    def below(self, club: str, safe: int) -> Outlook:
        """Whether the club can no longer reach a place up to `safe` (17 where three of twenty go down)."""
        mine = self.most(club)
        out_of_reach = sorted(
            (c for c in self.points if c != club and self.points[c] > mine), key=lambda c: -self.points[c]
        )
        told = f"{club} can reach {mine} points at most; {len(out_of_reach)} clubs have more already"
        if len(out_of_reach) >= safe:
            return Outlook(True, told)
        if self._can_finish_above(club, len(self.points) - safe):
            return Outlook(False, f"{told}, and {safe} would be needed")
        return Outlook(None, f"{told}; whether {safe} will, hangs on how the others play one another")

    def above(self, club: str, place: int) -> Outlook:
        """Whether the club is sure of a place up to `place`."""
        mine = self.points[club]
        threats = [other for other in self.points if other != club and self.most(other) >= mine]
        told = f"{club} have {mine} points; {len(threats)} clubs can still reach that"
        if len(threats) < place:
            return Outlook(True, told)
        if self._can_be_passed(club, place):
            return Outlook(False, told)
        return Outlook(None, f"{told}; whether {place} of them do, hangs on how they play one another")

    def _can_finish_above(self, club: str, number: int) -> bool:
        """Whether a play-out exists in which `number` others end below the club (which wins everything) or level."""
        others = sorted((c for c in self.points if c != club), key=lambda c: (self.points[c], self.left[c]))
        low = set(others[:number])
        finals = self._play_outs({club}, low)
        return any(sum(final[c] <= final[club] for c in low) >= number for final in finals)

    def _can_be_passed(self, club: str, number: int) -> bool:
        """Whether a play-out exists in which `number` others reach the club, which loses everything."""
        others = sorted((c for c in self.points if c != club), key=lambda c: (-self.most(c), -self.points[c]))
        high = set(others[:number])
        finals = self._play_outs(high, {club})
        return any(sum(final[c] >= final[club] for c in high) >= number for final in finals)

    def _play_outs(self, winners: set[str], losers: set[str]) -> Iterator[dict[str, int]]:
        """Final points when the winners beat everyone and the losers lose to everyone: with draws among their like,
        with wins for the club that has less, and with wins for the one that has more."""
        rank = {c: 2 if c in winners else 0 if c in losers else 1 for c in self.points}
        for among in ("draw", "lower", "higher"):
            final = dict(self.points)
            for home, away in self.to_come:
                if rank[home] != rank[away]:
                    final[home if rank[home] > rank[away] else away] += WIN
                elif among == "draw":
                    final[home] += DRAW
                    final[away] += DRAW
                else:
                    final[home if (final[home] <= final[away]) == (among == "lower") else away] += WIN
            yield final
