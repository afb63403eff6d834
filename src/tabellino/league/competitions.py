"""The rules of competitions, each with the seasons that it holds for (data/competitions/*.toml)."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from tabellino import data
from tabellino.errors import DataError, UnknownCompetition
from tabellino.names.folding import fold

RULES = Path(data.__file__).parent / "competitions"

#: What clubs level on points are compared by. h2h_* count only the matches among the level clubs.
Criterion = Literal[
    "goal_difference",
    "goals_for",
    "away_goals",
    "wins",
    "away_wins",
    "h2h_points",
    "h2h_goal_difference",
    "h2h_goals_for",
    "h2h_away_goals",
]


class Criteria(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True):
    """How level clubs are ordered, from the season `since` to `until` (None: until the next entry).

    `restart`: after a criterion has split a group, the clubs still level begin anew with the first criterion, among
    themselves. `until_met`: what becomes of clubs that have not played all matches among themselves when it is
    head-to-head's turn: the "next" criterion decides, or the place is "shared". `if_it_matters` are the further
    criteria of a final table, for clubs whose tie touches the title, relegation or a place in Europe. `last` names
    what decides beyond results. `points_per_match_from` is the day of a ruling that ranks by points per match from
    then on.
    """

    since: str
    order: tuple[Criterion, ...]
    last: str
    until: str | None = None
    restart: bool = False
    until_met: Literal["next", "shared"] = "next"
    if_it_matters: tuple[Criterion, ...] | None = None
    points_per_match_from: datetime.date | None = None


class PlayOff(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True):
    """Two clubs level on points for `place` and the next play it off."""

    since: str
    place: int
    format: str
    until: str | None = None


class PlayedOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A play-off that was played; the winner takes `place`."""

    season: str
    date: datetime.date
    place: int
    home: str
    away: str
    score: tuple[int, int]
    winner: str


class Zones(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True):
    """Places that lead somewhere, first and last inclusive; None where there are none. Those `_with_cup` go to the
    league only when the winners of the cups do not take them; `europa_or_conference_league` leads to Europe anyhow,
    and the winner of the cup decides to which of the two."""

    since: str
    until: str | None = None
    champions_league: tuple[int, int] | None = None
    champions_league_qualifying: tuple[int, int] | None = None
    europa_league: tuple[int, int] | None = None
    europa_league_with_cup: tuple[int, int] | None = None
    europa_or_conference_league: tuple[int, int] | None = None
    conference_league_with_cup: tuple[int, int] | None = None
    relegation_play_off: tuple[int, int] | None = None
    relegation: tuple[int, int] | None = None


class Deduction(msgspec.Struct, frozen=True, rename={"since": "from"}, forbid_unknown_fields=True):
    """Points taken from a club on the day `since`, given back on `until` (None: never)."""

    season: str
    club: str
    points: int
    since: datetime.date
    reason: str
    until: datetime.date | None = None


class Awarded(msgspec.Struct, frozen=True, rename={"since": "from"}, forbid_unknown_fields=True):
    """A score decided by a ruling of the day `since`. `played` is the score on the pitch, which counted until then;
    None when the match was not played to its end. `winner` gets the points where the score that counts is level. A
    ruling annulled on the day `until` holds up to it, for a match that had not been played by then."""

    season: str
    home: str
    away: str
    score: tuple[int, int]
    since: datetime.date
    reason: str
    played: tuple[int, int] | None = None
    winner: str | None = None
    until: datetime.date | None = None


class ClubsFrom(msgspec.Struct, frozen=True, rename={"since": "from"}, forbid_unknown_fields=True):
    """How many clubs take part, from a season on."""

    since: str
    number: int


class Competition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One competition. `titles` are the headings of results files, `words` how reports call it; `football_data` the
    division code of football-data.co.uk, `openfootball` the address of a season ("{season}" stands for it).
    `extra_champions_league` are the further places known so far; a season of 2023-24 or later that is not in it
    is not known."""

    key: str
    name: str
    country: str
    titles: tuple[str, ...]
    words: tuple[str, ...]
    clubs: tuple[ClubsFrom, ...]
    criteria: tuple[Criteria, ...]
    zones: tuple[Zones, ...]
    cup: bool = False
    football_data: str | None = None
    openfootball: str | None = None
    play_off: tuple[PlayOff, ...] = ()
    played_off: tuple[PlayedOff, ...] = ()
    extra_champions_league: dict[str, int] = {}
    deduction: tuple[Deduction, ...] = ()
    awarded: tuple[Awarded, ...] = ()

    def number_of_clubs(self, season: str) -> int | None:
        """How many clubs a season has; None for cups and for seasons before the first entry."""
        return max((entry for entry in self.clubs if entry.since <= season), key=lambda e: e.since, default=_NO).number

    def refuse_cup(self) -> None:
        """Raises DataError for a cup, which has no table; it lists the leagues."""
        if self.cup:
            leagues = ", ".join(key for key in known() if not competition(key).cup)
            raise DataError(f"{self.name} is a cup and has no table; the leagues are {leagues}")

    def criteria_of(self, season: str) -> Criteria:
        """The order of level clubs in a season. Raises DataError for a cup and for a season before the rules begin."""
        self.refuse_cup()
        holding = [entry for entry in self.criteria if entry.since <= season <= (entry.until or season)]
        if not holding:
            first = min(entry.since for entry in self.criteria)
            raise DataError(f"{self.name} {season}: no rules for this season; they begin with {first}")
        return max(holding, key=lambda entry: entry.since)

    def ended_early(self, season: str) -> bool:
        """Whether a ruling ended the season before its last match."""
        return any(entry.since <= season <= (entry.until or season) and entry.points_per_match_from is not None
                   for entry in self.criteria)  # fmt: skip

    def zones_of(self, season: str) -> Zones | None:
        """Where the places of a season lead; None when not known."""
        holding = [entry for entry in self.zones if entry.since <= season <= (entry.until or season)]
        return max(holding, key=lambda entry: entry.since, default=None)

    def play_offs_of(self, season: str) -> tuple[PlayOff, ...]:
        """The play-offs that a season's rules know."""
        return tuple(entry for entry in self.play_off if entry.since <= season <= (entry.until or season))


class _None(msgspec.Struct, frozen=True):
    since: str = ""
    number: None = None


_NO = _None()


@lru_cache(maxsize=32)
def competition(key: str) -> Competition:
    """The rules of a competition by its key, name or a heading ("serie-a", "Serie A", "Italian Serie A").

    Raises UnknownCompetition, which lists the known ones, and DataError when a rules file breaks its schema.
    """
    path = RULES / f"{fold(key).replace(' ', '-')}.toml"
    if path.is_file():
        return _load(path)
    found = by_title(key)
    if found is None:
        raise UnknownCompetition(f"unknown competition {key!r}; known: {', '.join(known())}")
    return found


def known() -> tuple[str, ...]:
    """The keys of all competitions."""
    return tuple(sorted(path.stem for path in RULES.glob("*.toml")))


def by_title(title: str) -> Competition | None:
    """The competition whose results files are headed so; None when none is."""
    folded = fold(title)
    for key in known():
        one = competition(key)
        if folded in {fold(text) for text in (one.name, *one.titles)}:
            return one
    return None


def by_football_data(code: str) -> Competition | None:
    """The competition of a division code of football-data.co.uk; None when there are no rules for it."""
    return next((one for one in map(competition, known()) if one.football_data == code), None)


def _load(path: Path) -> Competition:
    try:
        return msgspec.convert(data.parse(path.read_text("utf-8")), Competition)
    except ValueError as broken:
        raise DataError(f"data/competitions/{path.name}: {broken}; see docs/league.md for its fields") from broken
