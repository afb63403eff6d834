"""The season at hand that a record's match belongs to: its table after the match, and what the match changed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabellino.domain.league import Season
    from tabellino.domain.record import MatchRecord
    from tabellino.domain.stakes import Stakes
    from tabellino.league.lookup import Found
    from tabellino.render.page import StandingsView

#: Zones of the rules -> what readers call them, in order of the table.
ZONE_NAMES = {
    "champions_league": "Champions League",
    "champions_league_qualifying": "Champions League qualifying",
    "europa_league": "Europa League",
    "europa_league_with_cup": "Europa League, unless the cup decides",
    "europa_or_conference_league": "Europa or Conference League, as the cup decides",
    "conference_league_with_cup": "Conference League, unless the cup decides",
    "relegation_play_off": "relegation play-off",
    "relegation": "relegation",
}


def season_at(competition: str, season: str | None, day: datetime.date | None) -> Season:
    """The season of a league that was named or, by its day, meant; the latest when neither is told.

    Raises UnknownCompetition, DataError for a cup, and SourceNotFound when it is not at hand.
    """
    from tabellino.league import competitions
    from tabellino.league.schema import FIRST_MONTH
    from tabellino.league.season_store import load

    competitions.competition(competition).refuse_cup()
    if season is None and day is not None:
        year = day.year if day.month >= FIRST_MONTH else day.year - 1
        season = f"{year}-{(year + 1) % 100:02}"
    return load(competition, season)


def season_of(record: MatchRecord) -> Found | None:
    """The record's match among the results at hand; None when no season has it with these clubs at this ground."""
    from tabellino.errors import UnknownCompetition
    from tabellino.league.lookup import find

    match = record.match
    date = datetime.date.fromisoformat(match.date) if match.date else None
    try:
        found = find(match.home, match.away, date, match.competition, record.score.full_time)
    except UnknownCompetition:  # reports name cups and leagues that have no rules here; their clubs may meet elsewhere
        return None
    return None if found is None or found.swapped else found


def stakes_of(record: MatchRecord, found: Found | None, simulations: int | None, seed: int | None) -> Stakes:
    """What the match changed in its season and minute by minute; what is not known is None, with a note."""
    from tabellino.odds.at_hand import earlier_seasons
    from tabellino.odds.stakes import stakes

    if found is None:
        return stakes(record, None)
    earlier = earlier_seasons(found.season)
    return stakes(record, found.season, earlier, simulations=simulations, seed=seed)


def standings_after(found: Found) -> StandingsView:
    """The table right after the match, as the page shows it. Raises DataError where the rules do not reach."""
    from tabellino.league.competitions import competition
    from tabellino.league.form import club_matches, letters
    from tabellino.league.moments import after
    from tabellino.league.standings import standings, zones_at
    from tabellino.render.page import StandingsLine, StandingsView

    season, moment = found.season, after(found.match)
    rules = competition(season.competition)
    table = standings(season, moment)
    lines, used = [], set()
    for row in table.rows:
        zone = next(iter(zones_at(rules, season.season, row.place)), None)
        used.add(zone)
        form = letters(club_matches(season, row.club, moment))
        lines.append(
            StandingsLine(
                row.place,
                row.club,
                row.played,
                row.won,
                row.drawn,
                row.lost,
                row.goals_for,
                row.goals_against,
                row.points,
                form,
                zone,
            )
        )
    zones = {zone: name for zone, name in ZONE_NAMES.items() if zone in used}
    deducted = [f"{row.club} had {row.deducted} points taken away." for row in table.rows if row.deducted]
    notes = (*deducted, *(() if found.sure else ("Several matches of these clubs fit; this is the latest.",)))
    return StandingsView(f"{rules.name} {season.season}", f"after this match, {moment}", tuple(lines), zones, notes)
