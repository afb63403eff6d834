"""The track record: every forecast made with what was known that morning, held against what came."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import msgspec

from tabellino.domain.league import Match, Season
from tabellino.domain.record import Score
from tabellino.domain.stakes import Zone
from tabellino.league.standings import standings
from tabellino.odds.grid import ScoreGrid, score_grid
from tabellino.odds.in_play import Chances, MatchModel
from tabellino.odds.season import season_odds
from tabellino.odds.settings import Settings, default_settings
from tabellino.odds.situation import of_league, situation
from tabellino.odds.strengths import Strengths, fit_strengths
from tabellino.odds.zones import zone_places

#: Forecasts begin here: before, a season says little, and the peers' measurements begin here too.
FIRST_MATCHDAY = 6


class Forecast(msgspec.Struct, frozen=True):
    """One match: home win, draw, away win as forecast that morning, and what came (0 home, 1 draw, 2 away).

    `at_half_time` are the chances given the half-time score; None where the file has none.
    """

    competition: str
    season: str
    match: Match
    chances: Chances
    outcome: int
    at_half_time: Chances | None


class ZoneForecast(msgspec.Struct, frozen=True):
    """One club's odds of a zone after a matchday, and whether it came there."""

    competition: str
    season: str
    matchday: int
    club: str
    zone: Zone
    probability: float
    came: bool


class Scores(msgspec.Struct, frozen=True):
    """Mean scores of forecasts, lower being better, with the standard error of the first."""

    number: int
    rps: float
    rps_error: float
    log_loss: float
    brier: float


class Bin(msgspec.Struct, frozen=True):
    """Forecasts from `low` to below `high`: how many, their mean, the share that came, and its standard error."""

    low: float
    high: float
    number: int
    mean: float
    share: float
    error: float


def match_forecasts(
    seasons: Sequence[Season],
    wanted: Sequence[str],
    *,
    first_matchday: int = FIRST_MATCHDAY,
    half_time: bool = True,
    settings: Settings | None = None,
) -> Iterator[Forecast]:
    """Forecasts for all matches of the `wanted` seasons from a matchday on, refitted every morning.

    `seasons` are those of one competition, older ones included. Awarded matches are left out.
    """
    settings = settings or default_settings()
    for season in (s for s in seasons if s.season in wanted):
        fitted: Strengths | None = None
        for day, matches in by_day(season, first_matchday):
            fitted = fit_strengths(season, seasons, day, settings=settings.strengths, start=fitted)
            for match in matches:
                grid = score_grid(fitted, match.home, match.away)
                yield Forecast(
                    competition=season.competition,
                    season=season.season,
                    match=match,
                    chances=grid.outcomes(),
                    outcome=outcome_of((match.home_goals, match.away_goals)),
                    at_half_time=_at_half_time(grid, match.half_time, settings) if half_time else None,
                )


def by_day(season: Season, first_matchday: int) -> Iterator[tuple[datetime.date, list[Match]]]:
    """The matches of each day, those of a matchday before the first and those without one left out."""
    wanted = [
        m for m in season.matches if of_league(m) and not m.awarded and (m.matchday or first_matchday) >= first_matchday
    ]
    for day in sorted({match.date for match in wanted}):
        yield day, [match for match in wanted if match.date == day]


def _at_half_time(grid: ScoreGrid, score: Score | None, settings: Settings) -> Chances | None:
    if score is None:
        return None
    model = MatchModel(grid, settings=settings.in_play)
    return model.chances(45 + model.clock.added[0], score)


def zone_forecasts(
    seasons: Sequence[Season],
    wanted: Sequence[str],
    matchdays: Sequence[int] = (10, 20, 30),
    *,
    simulations: int = 20_000,
    settings: Settings | None = None,
) -> Iterator[ZoneForecast]:
    """Odds of every club and zone after these matchdays, and what came. Seasons not yet over are left out."""
    settings = settings or default_settings()
    for season in (s for s in seasons if s.season in wanted):
        final = standings(season)
        if not final.complete:
            continue
        places = {row.club: place for place, row in enumerate(final.rows, start=1)}
        last = max((match.matchday or 0 for match in season.matches), default=0)
        for matchday in (number for number in matchdays if number < last):
            day = morning_after(season, matchday)
            now = situation(season, day)
            strengths = fit_strengths(season, seasons, day, settings=settings.strengths)
            odds = season_odds(now, strengths, simulations=simulations, settings=settings.season)
            spans = zone_places(now)[0]
            for club in odds.clubs:
                for zone, one in club.zones.items():
                    came = places[club.club] in spans[zone]
                    yield ZoneForecast(
                        season.competition, season.season, matchday, club.club, zone, one.probability, came
                    )


def morning_after(season: Season, matchday: int) -> datetime.date:
    """The morning of the day on which the next matchday is mainly played: rescheduled matches do not count."""
    days = sorted(m.date for m in season.matches if m.matchday == matchday + 1)
    return days[len(days) // 4]


def outcome_of(score: Score) -> int:
    """0 for a home win, 1 for a draw, 2 for an away win."""
    return 0 if score[0] > score[1] else 1 if score[0] == score[1] else 2


def scores(chances: Sequence[Chances], outcomes: Sequence[int]) -> Scores:
    """Mean ranked probability score (Epstein 1969; for three outcomes as Constantinou and Fenton 2012), log loss and
    Brier score (sum over the outcomes)."""
    import numpy as np

    p, o = np.array(chances).reshape(-1, 3), np.array(outcomes, dtype=np.intp)
    each = ranked_probability_scores(chances, outcomes)
    hit = np.eye(3)[o]
    return Scores(
        number=len(o),
        rps=float(np.mean(each)),
        rps_error=float(np.std(each, ddof=1) / len(o) ** 0.5),
        log_loss=float(-np.log(p[np.arange(len(o)), o]).mean()),
        brier=float(((p - hit) ** 2).sum(1).mean()),
    )


def ranked_probability_scores(chances: Sequence[Chances], outcomes: Sequence[int]) -> list[float]:
    """The ranked probability score of every forecast, from 0 (right and sure) to 1."""
    found = []
    for (home, draw, _), outcome in zip(chances, outcomes, strict=True):
        found.append(((home - (outcome == 0)) ** 2 + (home + draw - (outcome <= 1)) ** 2) / 2)
    return found


def calibration(pairs: Sequence[tuple[float, bool]], width: float = 0.1) -> tuple[Bin, ...]:
    """How often things came that were given such a chance, by bins of the chance; empty bins are left out."""
    count = round(1 / width)
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(count)]
    for chance, came in pairs:
        bins[min(int(chance * count + 1e-9), count - 1)].append((chance, came))
    found = []
    for k, inside in enumerate(bins):
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            share = sum(came for _, came in inside) / len(inside)
            # The error that the forecasts themselves claim, so that a bin of nothing but misses has one too.
            error = (sum(chance * (1 - chance) for chance, _ in inside)) ** 0.5 / len(inside)
            found.append(Bin(k / count, (k + 1) / count, len(inside), mean, share, error))
    return tuple(found)


def outcome_pairs(chances: Sequence[Chances], outcomes: Sequence[int]) -> list[tuple[float, bool]]:
    """Each of the three chances of every forecast, with whether it came."""
    return [(chance, k == o) for three, o in zip(chances, outcomes, strict=True) for k, chance in enumerate(three)]
