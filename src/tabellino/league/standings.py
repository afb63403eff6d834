"""The table on a date, under the rules of the competition and season."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tabellino.domain.league import Match, Season
from tabellino.league.competitions import Competition, Criteria, competition
from tabellino.league.ledger import AGAINST, DRAWN, FOR, HOME, LOST, PLAYED, WON, Ledger, Rulings
from tabellino.league.moments import Moment, played_by
from tabellino.league.schema import bounds, clubs_of
from tabellino.league.tiebreaks import Separation, TieBreak

#: A club, whether it shares its place, and what is still to decide or was decided off the table.
Placed = tuple[str, bool, str | None]


class Row(msgspec.Struct, frozen=True):
    """One club's line. `place` counts from 1 and is `shared` with others when the rules cannot break the tie from
    results. `points` are after `deducted` ones. `home` holds played, won, drawn, lost, goals for and against at home.
    `note` says what is still to decide ("play-off"), None mostly."""

    place: int
    club: str
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    points: int
    deducted: int = 0
    shared: bool = False
    home: tuple[int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0)
    note: str | None = None

    @property
    def goal_difference(self) -> int:
        """Goals for less goals against."""
        return self.goals_for - self.goals_against

    @property
    def away(self) -> tuple[int, int, int, int, int, int]:
        """As `home`, for matches away."""
        whole = (self.played, self.won, self.drawn, self.lost, self.goals_for, self.goals_against)
        a, b, c, d, e, f = (x - y for x, y in zip(whole, self.home, strict=True))
        return a, b, c, d, e, f


class Standings(msgspec.Struct, frozen=True):
    """The table at a moment. `rows` go from the first place down. `complete` tells that no match is to come.

    `separations` say how level clubs were put in order; they are filled when asked for (`why=True`).
    """

    competition: str
    season: str
    moment: Moment
    rows: tuple[Row, ...]
    complete: bool
    separations: tuple[Separation, ...] = ()

    def row(self, club: str) -> Row | None:
        """The line of a club by canonical name; None when it does not play."""
        return next((row for row in self.rows if row.club == club), None)


def standings(season: Season, at: Moment | datetime.date | None = None, why: bool = False) -> Standings:
    """The table at a moment (a date means its end), by default after the last result.

    Raises UnknownCompetition, and DataError for a season before the rules begin or a cup.
    """
    moment = end_of(season) if at is None else Moment(at) if isinstance(at, datetime.date) else at
    tables = Tables(season)
    tables.play(played_by(season.matches, moment), moment.date)
    return tables.now(moment, why)


def end_of(season: Season) -> Moment:
    """The moment after the last result and, in a season that is over, every later ruling and play-off."""
    days = [season.matches[-1].date] if season.matches else [bounds(season.season)[0]]
    if all(fixture.status == "cancelled" for fixture in season.fixtures):
        rules = competition(season.competition)
        days += [entry.since for entry in rules.deduction if entry.season == season.season]
        days += [entry.since for entry in rules.awarded if entry.season == season.season]
        days += [entry.date for entry in rules.played_off if entry.season == season.season]
        ended_early = rules.criteria_of(season.season).points_per_match_from if rules.criteria else None
        days += [ended_early] if ended_early else []
    return Moment(max(days))


def every_date(season: Season) -> Iterator[Standings]:
    """The table at the end of each day on which a match was played, in order; one pass over the matches."""
    tables = Tables(season)
    start = 0
    matches = season.matches
    while start < len(matches):
        day = matches[start].date
        stop = start
        while stop < len(matches) and matches[stop].date == day:
            stop += 1
        tables.play(matches[start:stop], day)
        yield tables.now(Moment(day))
        start = stop


class Tables:
    """Builds tables of one season, moment after moment."""

    def __init__(self, season: Season) -> None:
        self.season = season
        self.rules: Competition = competition(season.competition)
        self.criteria: Criteria = self.rules.criteria_of(season.season)
        self.rulings = Rulings(self.rules, season.season)
        clubs = clubs_of(season)
        self.ledger = Ledger(sorted(clubs))
        self.waiting: list[Match] = []
        self.to_play = len(season.matches) + sum(fixture.status != "cancelled" for fixture in season.fixtures)
        self.steps: list[Separation] | None = None

    def play(self, matches: Sequence[Match], on: datetime.date) -> None:
        """Count matches as of a day. Those under a later ruling are counted as on the pitch, and anew after it."""
        if self.rulings.awarded:
            self._play_with_rulings(matches, on)
        else:
            for match in matches:
                self.ledger.add(match.home, match.away, (match.home_goals, match.away_goals))

    def _play_with_rulings(self, matches: Sequence[Match], on: datetime.date) -> None:
        for match in (*self.waiting, *matches):
            ruling = self.rulings.awarded.get((match.home, match.away))
            score = self.rulings.score(match, on)
            if (match.home, match.away) in self.ledger.results:
                self._take_back(match)
            if score is not None:
                self.ledger.add(match.home, match.away, score, self.rulings.winners.get((match.home, match.away)))
            if ruling is not None and on < ruling.since and match not in self.waiting:
                self.waiting.append(match)
        self.waiting = [m for m in self.waiting if on < self.rulings.awarded[m.home, m.away].since]

    def _take_back(self, match: Match) -> None:
        """Count everything but this match anew; rulings are a handful a decade, so that may cost."""
        results = {pair: score for pair, score in self.ledger.results.items() if pair != (match.home, match.away)}
        self.ledger = self._counted_anew(results)

    def _counted_anew(self, results: Mapping[tuple[str, str], tuple[int, int]]) -> Ledger:
        ledger = Ledger(self.ledger.tallies)
        for (home, away), score in results.items():
            ledger.add(home, away, score, self.rulings.winners.get((home, away)))
        return ledger

    def now(self, moment: Moment, why: bool = False) -> Standings:
        """The table of what has been counted."""
        counted, self.ledger = self.ledger, self.as_ruled(moment.date)
        table = self._table(moment, why)
        self.ledger = counted
        return table

    def as_ruled(self, on: datetime.date) -> Ledger:
        """What has been counted, with the deductions of a day and the awards that held then and were annulled later."""
        ledger = self.ledger
        played, clubs = ledger.results, ledger.tallies
        annulled = [
            entry
            for entry in self.rulings.annulled_later(on)
            if (entry.home, entry.away) not in played and entry.home in clubs and entry.away in clubs
        ]
        if annulled:
            ledger = self._counted_anew(played)
            for entry in annulled:
                ledger.add(entry.home, entry.away, entry.score, entry.winner)
        ledger.deducted = self.rulings.deducted(on) if self.rulings.deductions else {}
        return ledger

    def _table(self, moment: Moment, why: bool) -> Standings:
        self.steps = [] if why else None
        played = sum(tally[PLAYED] for tally in self.ledger.tallies.values()) // 2
        complete = played >= self.to_play
        rows = self._rows(self._order(moment, complete), moment, complete)
        key, name = self.season.competition, self.season.season
        return Standings(key, name, moment, tuple(rows), complete, tuple(self.steps or ()))

    def _order(self, moment: Moment, complete: bool) -> list[list[str]]:
        """The clubs as lists, first to last, each of clubs that nothing separates."""
        ledger, criteria = self.ledger, self.criteria
        groups: dict[float, list[str]] = {}
        per_match = criteria.points_per_match_from is not None and moment.date >= criteria.points_per_match_from
        for club, tally in ledger.tallies.items():
            points: float = ledger.points(club)
            if per_match:
                points = points / tally[PLAYED] if tally[PLAYED] else 0.0
            groups.setdefault(points, []).append(club)
        tie_break = TieBreak(ledger, criteria.restart, self.steps, criteria.until_met == "shared")
        order: list[list[str]] = []
        for points in sorted(groups, reverse=True):
            group = groups[points]
            parts = [group] if len(group) == 1 else tie_break.separate(group, criteria.order)
            if complete and criteria.if_it_matters:
                first = 1 + sum(map(len, order))
                parts = self._where_it_matters(parts, first, tie_break)
            order += parts
        return order

    def _where_it_matters(self, parts: list[list[str]], first: int, tie_break: TieBreak) -> list[list[str]]:
        """A final table's ties on a place that leads somewhere go through the further criteria."""
        separated: list[list[str]] = []
        for part in parts:
            places = range(first, first + len(part))
            if len(part) > 1 and len({self._leads_to(place) for place in places}) > 1:
                separated += tie_break.separate(part, self.criteria.if_it_matters or ())
            else:
                separated.append(part)
            first += len(part)
        return separated

    def _leads_to(self, place: int) -> tuple[str, ...]:
        zones = zones_at(self.rules, self.season.season, place)
        return ("title", *zones) if place == 1 else zones

    def _rows(self, order: list[list[str]], moment: Moment, complete: bool) -> Iterator[Row]:
        placed: list[Placed] = [(club, len(group) > 1, None) for group in order for club in group]
        firsts = [first for group, first in _firsts(order) for _ in group]
        notes = self._play_offs(order, moment) if complete else {}
        if notes:
            placed, firsts = _replaced(placed, firsts, notes)
        deducted = self.ledger.deducted
        for (club, shared, note), place in zip(placed, firsts, strict=True):
            tally = self.ledger.tallies[club]
            a, b, c, d, e, f = tally[HOME:]
            yield Row(
                place, club, tally[PLAYED], tally[WON], tally[DRAWN], tally[LOST], tally[FOR], tally[AGAINST],
                self.ledger.points(club), deducted.get(club, 0), shared, (a, b, c, d, e, f), note,
            )  # fmt: skip

    def _play_offs(self, order: list[list[str]], moment: Moment) -> dict[int, tuple[str, str, str]]:
        """By place, the two clubs level for it and the next, in order, with a note, where the rules want a play-off."""
        clubs = [club for group in order for club in group]
        found: dict[int, tuple[str, str, str]] = {}
        for rule in self.rules.play_offs_of(self.season.season):
            if len(clubs) <= rule.place:
                continue
            first, second = clubs[rule.place - 1], clubs[rule.place]
            if self.ledger.points(first) != self.ledger.points(second):
                continue
            found[rule.place] = (first, second, f"play-off: {rule.format}")
            for played in self.rules.played_off:
                if (played.season, played.place) == (self.season.season, rule.place) and played.date <= moment.date:
                    loser = played.home if played.winner == played.away else played.away
                    score = "{}-{}".format(*played.score)
                    found[rule.place] = (played.winner, loser, f"play-off {played.home} v {played.away} {score}")
        return found


def _firsts(order: list[list[str]]) -> Iterator[tuple[list[str], int]]:
    place = 1
    for group in order:
        yield group, place
        place += len(group)


def _replaced(
    placed: list[Placed], firsts: list[int], notes: dict[int, tuple[str, str, str]]
) -> tuple[list[Placed], list[int]]:
    """The order with the play-offs in it: decided ones by their winner, those to come as a shared place."""
    rows = list(placed)
    for place, (first, second, note) in notes.items():
        to_come = note.startswith("play-off:")
        rows[place - 1], rows[place] = (first, to_come, note), (second, to_come, note)
        firsts[place - 1], firsts[place] = place, place if to_come else place + 1
    return rows, firsts


def zones_at(rules: Competition, season: str, place: int) -> tuple[str, ...]:
    """Where a place leads, by the names of `Zones` ("champions_league", "relegation", ...); empty when nowhere.

    The further Champions League place, where the season has one, moves the others down by one.
    """
    zones = rules.zones_of(season)
    if zones is None:
        return ()
    extra = rules.extra_champions_league.get(season, 0)
    found = []
    for name in ("champions_league", "champions_league_qualifying", "europa_league",
                 "europa_league_with_cup", "europa_or_conference_league", "conference_league_with_cup",
                 "relegation_play_off", "relegation"):  # fmt: skip
        span = getattr(zones, name)
        if span is None:
            continue
        first, last = span
        if extra and not name.startswith("relegation"):
            first, last = (first, last + extra) if name == "champions_league" else (first + extra, last + extra)
        if first <= place <= last:
            found.append(name)
    return tuple(found)
