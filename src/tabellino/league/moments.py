"""A moment of a season: what has been played by then."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from tabellino.domain.league import Match, Season
from tabellino.errors import UsageError
from tabellino.league.schema import clubs_of, in_order
from tabellino.names.clubs import canonical, resolve


class Moment(msgspec.Struct, frozen=True):
    """A day, or within it the end of the matches that kicked off by `kick_off` (None: of the whole day)."""

    date: datetime.date
    kick_off: datetime.time | None = None

    def __str__(self) -> str:
        if self.kick_off is None:
            return f"{self.date:%-d %B %Y}"
        return f"{self.date:%-d %B %Y}, after the {self.kick_off:%H:%M} matches"


def after(match: Match) -> Moment:
    """The moment after a match and before the next: those of its day that kicked off later are to come.

    Where the kick-off is not known, the whole day counts.
    """
    return Moment(match.date, match.kick_off)


def played_by(matches: Sequence[Match], moment: Moment) -> Sequence[Match]:
    """The matches played by then, of matches in order."""
    latest = moment.kick_off or datetime.time.max
    return matches[: bisect_right(matches, (moment.date, latest, "\U0010ffff"), key=in_order)]


def find_match(season: Season, words: str) -> Match:
    """The match meant by "Inter v Juventus": home first. Raises UsageError, saying what would have been right."""
    home, separator, away = next(
        (words.partition(mark) for mark in (" v ", " vs ", " - ", "-") if mark in words), ("", "", "")
    )
    if not separator:
        raise UsageError(f"{words!r} is no match; write home and away club as in 'Inter v Juventus'")
    clubs = clubs_of(season)
    first, second = _club(home, clubs), _club(away, clubs)
    for match in season.matches:
        if (match.home, match.away) == (first, second):
            return match
    raise UsageError(f"{first} v {second} has no result in {season.competition} {season.season}")


def _club(words: str, clubs: set[str]) -> str:
    name = canonical(words.strip())
    if name in clubs:
        return name
    found = [one.name for one in resolve(words.strip()) if one.name in clubs]
    if len(found) == 1:
        return found[0]
    told = f"can be {', '.join(found)}" if found else f"does not play; these do: {', '.join(sorted(clubs))}"
    raise UsageError(f"{words.strip()!r} {told}")
