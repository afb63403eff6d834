"""What a record's match changed: the season before and after it, and the match itself minute by minute."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from tabellino.domain.league import Fixture, Match, Season
from tabellino.domain.record import MatchRecord
from tabellino.domain.stakes import InPlay, MatchEffect, Stakes
from tabellino.errors import TabellinoError
from tabellino.odds.grid import score_grid
from tabellino.odds.match_effect import match_effect
from tabellino.odds.match_story import in_play
from tabellino.odds.settings import Settings, default_settings
from tabellino.odds.situation import Situation, situation
from tabellino.odds.strengths import Strengths, fit_strengths


def stakes(
    record: MatchRecord,
    season: Season | None,
    earlier: Iterable[Season] = (),
    *,
    simulations: int | None = None,
    seed: int | None = None,
    settings: Settings | None = None,
) -> Stakes:
    """Season and in-play stakes of a record's match.

    `season` is the league season it belongs to and `earlier` those before it, which the strengths rest on too; None
    when no season at hand has the match. What cannot be worked out is None, with the reason in `notes`; nothing is
    raised for that.
    """
    settings = settings or default_settings()
    if season is None:
        return Stakes(None, None, ("no season at hand has this match, so there are no strengths to reckon with",))
    try:
        day = _day(record, season)
        now = situation(season, day)
        strengths = fit_strengths(season, earlier, now.on, settings=settings.strengths)
        home, away = now.club(record.match.home), now.club(record.match.away)
    except TabellinoError as problem:
        return Stakes(None, None, (str(problem),))
    notes: list[str] = []
    effect = _season_part(record, now, strengths, f"{home} v {away}", simulations, seed, settings, notes)
    curve = _in_play_part(record, strengths, home, away, settings, notes)
    return Stakes(effect, curve, tuple(notes))


def _day(record: MatchRecord, season: Season) -> datetime.date | None:
    """The day of the match: as the results have it, else as the reports tell."""
    matches: list[Match | Fixture] = [*season.matches, *season.fixtures]
    for match in matches:
        if (match.home, match.away) == (record.match.home, record.match.away) and match.date:
            return match.date
    return datetime.date.fromisoformat(record.match.date) if record.match.date else None


def _season_part(
    record: MatchRecord,
    now: Situation,
    strengths: Strengths,
    words: str,
    simulations: int | None,
    seed: int | None,
    settings: Settings,
    notes: list[str],
) -> MatchEffect | None:
    try:
        return match_effect(
            now,
            strengths,
            now.fixture(words),
            score=record.score.full_time,
            simulations=simulations,
            seed=seed,
            settings=settings.season,
        )
    except TabellinoError as problem:
        notes.append(f"no season odds: {problem}")
        return None


def _in_play_part(
    record: MatchRecord, strengths: Strengths, home: str, away: str, settings: Settings, notes: list[str]
) -> InPlay | None:
    try:
        return in_play(record, score_grid(strengths, home, away), settings.in_play)
    except TabellinoError as problem:
        notes.append(f"no chances minute by minute: {problem}")
        return None
