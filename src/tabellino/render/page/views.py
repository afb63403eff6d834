"""What the page is given beside the record: stakes, standings and how it was made, as small frozen values.

The page knows nothing of the rooms that work these out; the pipeline turns their results into these.
Probabilities run from 0 to 1. Every `error` is one standard error of the probability, None when not known.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from tabellino.domain.record import Side


class Chances(msgspec.Struct, frozen=True):
    """Chances of the three results; they add up to 1."""

    home: float
    draw: float
    away: float


class CurvePoint(msgspec.Struct, frozen=True):
    """The chances at one minute of the match clock (0 is kick-off)."""

    minute: int
    added_time: int | None
    chances: Chances


class Swing(msgspec.Struct, frozen=True):
    """What one event did to the chances. `what` names it in words: "Cambiaso own goal, 1-0". `between` bounds the
    minute where no report tells it; the chances then are those at the middle."""

    minute: int | None
    added_time: int | None
    what: str
    team: Side | None
    before: Chances
    after: Chances
    between: tuple[int, int] | None = None


class Counterfactual(msgspec.Struct, frozen=True):
    """The chances had something not happened. `worth` bounds what it gave to the club `to`, as a difference of its
    chance to win, over the published effects; None when only one effect was used."""

    what: str
    happened: Chances
    instead: Chances
    to: str = ""
    worth: tuple[float, float] | None = None


class OddsLine(msgspec.Struct, frozen=True):
    """One club's odds of one thing before and after the match; `change_error` is the error of the difference."""

    club: str
    before: float
    after: float
    before_error: float | None = None
    after_error: float | None = None
    change_error: float | None = None


class OddsTable(msgspec.Struct, frozen=True):
    """Odds of one thing ("the title", "the Champions League", "relegation") for the clubs that it concerns."""

    of: str
    lines: tuple[OddsLine, ...]


class Importance(msgspec.Struct, frozen=True):
    """How much hung on the match for a club: the largest difference that its result makes to the odds of `of`."""

    club: str
    of: str
    value: float
    error: float | None = None


class StakesView(msgspec.Struct, frozen=True):
    """What the match changed. Every part may be empty. `basis` is one sentence on the data, its last date and the
    seed the figures rest on; it is never left out where there are figures."""

    basis: str
    curve: tuple[CurvePoint, ...] = ()
    swings: tuple[Swing, ...] = ()
    counterfactuals: tuple[Counterfactual, ...] = ()
    odds: tuple[OddsTable, ...] = ()
    importance: tuple[Importance, ...] = ()


class StandingsLine(msgspec.Struct, frozen=True):
    """One club's line of the table. `zone` is a key of `StandingsView.zones`, None outside them. `form` holds the last
    results, oldest first, as "W", "D", "L"."""

    place: int
    club: str
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    points: int
    form: str = ""
    zone: str | None = None


class StandingsView(msgspec.Struct, frozen=True):
    """The table after the match. `moment` says when, in words; `zones` maps a zone's key to its name, in order of the
    table; `notes` are sentences that a reader needs (how level clubs were separated)."""

    competition: str
    moment: str
    lines: tuple[StandingsLine, ...]
    zones: dict[str, str] = {}
    notes: tuple[str, ...] = ()


class Made(msgspec.Struct, frozen=True):
    """How the page was made. `facts` are further pairs of name and value (seed, last date of the results, ...)."""

    version: str
    at: str | None = None
    facts: tuple[tuple[str, str], ...] = ()


Level = Literal["very", "fairly", "not"]
