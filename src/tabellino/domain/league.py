"""Results and fixtures of a league season."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec


class Match(msgspec.Struct, frozen=True):
    """A match that was played (or awarded), as results files hold it.

    Clubs are names as the source spells them until `names.clubs` has resolved them. Goals are those of the final
    score, after extra time where `extra_time` is True; kicks of a shoot-out stand in `shootout` alone. `half_time`
    is None where the file does not give it. `matchday` is None for cup rounds and play-offs, whose name is in
    `round`. `awarded` is True when the score was decided by a ruling and not on the pitch. `kick_off` is local time,
    None when unknown.
    """

    date: datetime.date
    home: str
    away: str
    home_goals: int
    away_goals: int
    half_time: tuple[int, int] | None = None
    matchday: int | None = None
    round: str | None = None
    kick_off: datetime.time | None = None
    awarded: bool = False
    extra_time: bool = False
    shootout: tuple[int, int] | None = None

    @property
    def score(self) -> tuple[int, int]:
        """Goals of home and away."""
        return self.home_goals, self.away_goals


class Fixture(msgspec.Struct, frozen=True):
    """A match to come, or one whose result the file does not have. `date` is None when not yet set.

    A cancelled match will not be played; a postponed one will, on a day not yet told.
    """

    date: datetime.date | None
    home: str
    away: str
    matchday: int | None = None
    round: str | None = None
    kick_off: datetime.time | None = None
    status: Literal["postponed", "cancelled"] | None = None


class Season(msgspec.Struct, frozen=True):
    """All that is known of one season of one competition.

    `competition` is the key of its rules file ("serie-a"), `season` is written "2025-26" ("2025" for a season within
    one year). Matches are in order of date, then kick-off (unknown last), then home club. `sources` name where the
    results came from; `gaps` say in sentences what the source lacks or where it had to be set right.
    """

    competition: str
    season: str
    matches: tuple[Match, ...]
    fixtures: tuple[Fixture, ...] = ()
    sources: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
