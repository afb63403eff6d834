"""A season as it stands on the morning of a day: what is known, and what is to come."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Mapping

import msgspec

from tabellino.domain.league import Fixture, Match, Season
from tabellino.domain.record import Score
from tabellino.errors import UsageError
from tabellino.league.competitions import Competition
from tabellino.league.schema import in_order
from tabellino.league.standings import Tables
from tabellino.names.clubs import canonical, resolve

Pair = tuple[str, str]


class Situation(msgspec.Struct, frozen=True):
    """A season on one morning.

    `results` are the scores that count (home club, away club to goals), `deducted` the points taken, `points` those
    of each club after it, `played` its matches. `known` are the matches behind the results, as played; `fixtures`
    what is to come, in order of date (unknown last). `set_results` were not played but supposed.
    """

    season: Season
    rules: Competition
    on: datetime.date
    clubs: tuple[str, ...]
    known: tuple[Match, ...]
    results: dict[Pair, Score]
    points: dict[str, int]
    deducted: dict[str, int]
    played: dict[str, int]
    fixtures: tuple[Fixture, ...]
    set_results: dict[Pair, Score] = {}

    def fixture(self, words: str) -> int:
        """The number of the fixture meant by "Inter v Juventus". Raises `UsageError` with the near ones if none is."""
        home, away = self.pair(words)
        for number, fixture in enumerate(self.fixtures):
            if (fixture.home, fixture.away) == (home, away):
                return number
        score = self.results.get((home, away))
        if score is not None:
            raise UsageError(
                f"{home} v {away} was played before {self.on} and ended {score[0]}-{score[1]}; "
                f"go back with --on to the day of the match or before"
            )
        near = self._near(home, away)
        raise UsageError(f"{home} v {away} is not among the {len(self.fixtures)} matches to come{near}")

    def pair(self, words: str) -> Pair:
        """Home and away club of "Inter v Juventus". Raises `UsageError`."""
        for mark in (" v ", " vs ", " - "):
            home, found, away = words.partition(mark)
            if found:
                return self.club(home), self.club(away)
        raise UsageError(f"{words!r} is no match; write home and away club as in 'Inter v Juventus'")

    def club(self, words: str) -> str:
        """The club of this season that goes by a name. Raises `UsageError`, listing the clubs."""
        name = canonical(words.strip())
        if name in self.clubs:
            return name
        found = [one.name for one in resolve(words.strip()) if one.name in self.clubs]
        if len(found) == 1:
            return found[0]
        near = difflib.get_close_matches(words.strip(), self.clubs, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        clubs = ", ".join(self.clubs)
        raise UsageError(f"{words.strip()!r} does not play in {self.season.season}; {hint}Clubs: {clubs}")

    def _near(self, home: str, away: str) -> str:
        near = [f"{f.home} v {f.away}" for f in self.fixtures if {f.home, f.away} & {home, away}]
        return f"; near ones: {', '.join(near[:6])}" if near else ""


def situation(
    season: Season,
    on: datetime.date | None = None,
    *,
    also: Iterable[Match] = (),
    rules_on: datetime.date | None = None,
) -> Situation:
    """The season on the morning of `on` (None: after its last result).

    `also` are matches of that very day known already. `rules_on` is the day up to which rulings count (points
    deducted, matches awarded), by default the day before. Raises `UsageError` when the season has no clubs, and as
    the rules do.
    """
    first, last = _first_and_last(season)
    if first is None or last is None:
        raise UsageError(
            f"{season.competition} {season.season} has neither matches nor fixtures; "
            f"get them with `tabellino seasons fetch {season.competition} {season.season}`"
        )
    on = on or last + datetime.timedelta(days=1)
    also = tuple(also)
    pairs = {(match.home, match.away) for match in also}
    league = [match for match in season.matches if of_league(match)]
    known = [m for m in league if m.date < on and (m.home, m.away) not in pairs]
    known = sorted([*known, *also], key=in_order)
    later = [m for m in league if m.date >= on and (m.home, m.away) not in pairs]
    tables = Tables(season)
    ruled = rules_on or on - datetime.timedelta(days=1)
    tables.play(known, ruled)
    ledger = tables.as_ruled(ruled)
    clubs = tuple(sorted(ledger.tallies))
    to_come = [as_fixture(match) for match in later]
    listed = [f for f in season.fixtures if f.status != "cancelled" and of_league(f)]
    to_come += [f for f in listed if (f.home, f.away) not in pairs]
    # A match broken off that awaits its ruling has no score yet: it is still to be decided, so it is simulated.
    undecided = [as_fixture(m) for m in known if (m.home, m.away) not in ledger.results]
    return Situation(
        season=season,
        rules=tables.rules,
        on=on,
        clubs=clubs,
        known=tuple(known),
        results=dict(ledger.results),
        points={club: ledger.points(club) for club in clubs},
        deducted={club: ledger.deducted.get(club, 0) for club in clubs},
        played={club: ledger.tallies[club][0] for club in clubs},
        fixtures=tuple(
            sorted(
                (f for f in [*to_come, *undecided] if (f.home, f.away) not in ledger.results),
                key=lambda f: (f.date or datetime.date.max, f.home, f.away),
            )
        ),
    )


def supposing(situation: Situation, results: Mapping[str, Score]) -> Situation:
    """The same morning had these fixtures ended so ("Milan v Napoli" to (1, 1)). Strengths do not learn from it.

    Raises `UsageError` for a match already played or not to come.
    """
    scores, points, played = dict(situation.results), dict(situation.points), dict(situation.played)
    wanted: dict[Pair, Score] = {}
    for words, score in results.items():
        fixture = situation.fixtures[situation.fixture(words)]
        pair = (fixture.home, fixture.away)
        if pair in wanted:
            raise UsageError(f"{pair[0]} v {pair[1]} is set twice; set it once")
        if not all(0 <= goals <= 14 for goals in score):
            raise UsageError(f"{words}: {score[0]}-{score[1]} is no score to suppose; goals run from 0 to 14")
        wanted[pair] = scores[pair] = score
        for club, own, other in ((pair[0], *score), (pair[1], *score[::-1])):
            points[club] += 3 if own > other else 1 if own == other else 0
            played[club] += 1
    left = tuple(f for f in situation.fixtures if (f.home, f.away) not in wanted)
    return msgspec.structs.replace(
        situation, results=scores, points=points, played=played, fixtures=left, set_results=wanted
    )


def of_league(match: Match | Fixture) -> bool:
    """Whether a match counts for the table: play-offs carry a round and no matchday."""
    return match.matchday is not None or match.round is None


def as_fixture(match: Match) -> Fixture:
    """A match whose result is not known yet."""
    return Fixture(match.date, match.home, match.away, match.matchday, match.round, match.kick_off)


def _first_and_last(season: Season) -> tuple[datetime.date | None, datetime.date | None]:
    dates = [m.date for m in season.matches]
    if dates:
        return dates[0], dates[-1]
    days = [f.date for f in season.fixtures if f.date]
    if season.fixtures:
        day = min(days, default=datetime.date(int(season.season[:4]), 7, 1))
        return day, day - datetime.timedelta(days=1)
    return None, None
