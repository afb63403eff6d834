"""A backtest summed up: one value with every table of the track record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

import msgspec

from tabellino.domain.league import Season
from tabellino.domain.stakes import Zone
from tabellino.errors import UsageError
from tabellino.odds.backtest import (
    FIRST_MATCHDAY,
    Bin,
    Forecast,
    Scores,
    ZoneForecast,
    calibration,
    match_forecasts,
    outcome_pairs,
    scores,
    zone_forecasts,
)
from tabellino.odds.in_play import Chances
from tabellino.odds.settings import Settings

SEASON_MATCHDAYS = (10, 20, 30)


class ZoneScore(msgspec.Struct, frozen=True):
    """Season odds after a matchday: Brier score of a zone over all clubs, and that of giving every club the same."""

    matchday: int
    zone: Zone
    number: int
    brier: float
    even: float


class TrackRecord(msgspec.Struct, frozen=True):
    """How the forecasts of these seasons did.

    `base_rate` are the scores of always giving the shares of outcomes of the seasons before. `half_time` are those of
    the chances at half-time, with `kick_off` the forecasts of the same matches; both None without half-time scores.
    """

    competition: str
    seasons: tuple[str, ...]
    earliest: str
    first_matchday: int
    matches: Scores
    by_season: tuple[tuple[str, Scores], ...]
    base_rate: Scores
    calibration: tuple[Bin, ...]
    half_time: Scores | None
    kick_off: Scores | None
    half_time_calibration: tuple[Bin, ...]
    zones: tuple[ZoneScore, ...]
    zone_calibration: tuple[Bin, ...]
    simulations: int


def track_record(
    seasons: Sequence[Season],
    wanted: Sequence[str],
    *,
    simulations: int = 20_000,
    settings: Settings | None = None,
    note: Callable[[str], None] | None = None,
) -> tuple[TrackRecord, tuple[Forecast, ...]]:
    """Backtest the `wanted` seasons of one competition, with the earlier ones of `seasons` as history.

    `note` is told each season as its turn comes. Ctrl-C stops, and the record is of the seasons finished by then;
    KeyboardInterrupt is raised only when there is none. Raises `UsageError` when a wanted season is not at hand or
    none was played.
    """
    have = {season.season for season in seasons}
    missing = [name for name in wanted if name not in have]
    if missing or not wanted:
        raise UsageError(f"not at hand: {', '.join(missing) or 'any season'}; there are {', '.join(sorted(have))}")
    forecasts: list[Forecast] = []
    zones: list[ZoneForecast] = []
    finished: list[str] = []
    try:
        for number, name in enumerate(wanted, start=1):
            if note is not None:
                note(f"{seasons[0].competition} {name} ({number} of {len(wanted)})")
            matches = list(match_forecasts(seasons, [name], settings=settings))
            zones += zone_forecasts(seasons, [name], SEASON_MATCHDAYS, simulations=simulations, settings=settings)
            forecasts += matches
            finished.append(name)
    except KeyboardInterrupt:
        if not forecasts:
            raise
        zones = [zone for zone in zones if zone.season in finished]
    if not forecasts:
        raise UsageError(f"no match from matchday {FIRST_MATCHDAY} on was played in {', '.join(wanted)}")
    return _summed_up(seasons, finished, tuple(forecasts), tuple(zones), simulations), tuple(forecasts)


def _summed_up(
    seasons: Sequence[Season],
    wanted: Sequence[str],
    forecasts: tuple[Forecast, ...],
    zones: tuple[ZoneForecast, ...],
    simulations: int,
) -> TrackRecord:
    halves = [(f.at_half_time, f.chances, f.outcome) for f in forecasts if f.at_half_time is not None]
    at_half, at_start, outcomes = [h[0] for h in halves], [h[1] for h in halves], [h[2] for h in halves]
    return TrackRecord(
        competition=seasons[0].competition,
        seasons=tuple(wanted),
        earliest=min(season.season for season in seasons),
        first_matchday=FIRST_MATCHDAY,
        matches=_scores(forecasts),
        by_season=tuple(
            (name, _scores(some)) for name in wanted if (some := [f for f in forecasts if f.season == name])
        ),
        base_rate=scores([_base_rate(seasons, min(wanted))] * len(forecasts), [f.outcome for f in forecasts]),
        calibration=calibration(outcome_pairs([f.chances for f in forecasts], [f.outcome for f in forecasts])),
        half_time=scores(at_half, outcomes) if halves else None,
        kick_off=scores(at_start, outcomes) if halves else None,
        half_time_calibration=calibration(outcome_pairs(at_half, outcomes)) if halves else (),
        zones=tuple(_zone_scores(zones)),
        zone_calibration=calibration([(z.probability, z.came) for z in zones]),
        simulations=simulations,
    )


def _scores(forecasts: Sequence[Forecast]) -> Scores:
    return scores([f.chances for f in forecasts], [f.outcome for f in forecasts])


def _base_rate(seasons: Sequence[Season], first: str) -> Chances:
    """Shares of the outcomes in the seasons before the first wanted; thirds when there are none."""
    results = [m.home_goals - m.away_goals for s in seasons if s.season < first for m in s.matches]
    if not results:
        return 1 / 3, 1 / 3, 1 / 3
    count = len(results)
    return sum(r > 0 for r in results) / count, results.count(0) / count, sum(r < 0 for r in results) / count


def _zone_scores(zones: Sequence[ZoneForecast]) -> Iterable[ZoneScore]:
    for matchday in sorted({z.matchday for z in zones}):
        for zone in dict.fromkeys(z.zone for z in zones):
            some = [z for z in zones if (z.matchday, z.zone) == (matchday, zone)]
            if some:
                share = sum(z.came for z in some) / len(some)
                brier = sum((z.probability - z.came) ** 2 for z in some) / len(some)
                yield ZoneScore(matchday, zone, len(some), brier, share * (1 - share))


def season_range(words: str, have: Sequence[str]) -> tuple[str, ...]:
    """The seasons of "2023-24..2025-26", "2023-24,2025-26" or one. Raises `UsageError` for what cannot be read."""
    from tabellino.league.schema import season_name

    first, dots, last = words.partition("..")
    if dots:
        low, high = season_name(first), season_name(last)
        if low > high:
            raise UsageError(f"{words!r} runs backwards; write the older season first")
        return tuple(sorted(name for name in have if low <= name <= high))
    return tuple(season_name(word) for word in words.split(","))


def forecast_rows(forecasts: Sequence[Forecast]) -> list[tuple[str, ...]]:
    """Forecasts as rows for a CSV file, the heading first; the peer comparison reads them."""
    head = ("season", "date", "home", "away", "home_goals", "away_goals", "home_win", "draw", "away_win")
    rows: list[tuple[str, ...]] = [head]
    for f in forecasts:
        day: datetime.date = f.match.date
        goals = (str(f.match.home_goals), str(f.match.away_goals))
        rows.append((f.season, day.isoformat(), f.match.home, f.match.away, *goals, *(f"{p:.6f}" for p in f.chances)))
    return rows
