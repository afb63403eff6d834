"""The track record: scores by hand, no peeking, and bins that count."""

from __future__ import annotations

import datetime

import msgspec
import numpy as np
import pytest

from odds_helpers import day, small_season
from tabellino.domain.league import Season
from tabellino.errors import UsageError
from tabellino.league.season_store import load
from tabellino.odds.backtest import (
    calibration,
    match_forecasts,
    morning_after,
    outcome_of,
    ranked_probability_scores,
    scores,
    zone_forecasts,
)
from tabellino.odds.track_record import season_range, track_record


@pytest.mark.parametrize(
    ("chances", "outcome", "rps"),
    [
        pytest.param((1.0, 0.0, 0.0), 0, 0.0, id="right and sure"),
        pytest.param((1.0, 0.0, 0.0), 2, 1.0, id="wrong and sure"),
        pytest.param((1.0, 0.0, 0.0), 1, 0.5, id="a draw is nearer to a win than a defeat is"),
        pytest.param((0.5, 0.3, 0.2), 0, (0.25 + 0.04) / 2, id="by hand"),
        pytest.param((1 / 3, 1 / 3, 1 / 3), 1, (1 / 9 + 1 / 9) / 2, id="even"),
    ],
)
def test_the_ranked_probability_score(chances: tuple[float, float, float], outcome: int, rps: float):
    assert ranked_probability_scores([chances], [outcome]) == [pytest.approx(rps)]


def test_the_other_scores_by_hand():
    told = scores([(0.5, 0.3, 0.2), (0.2, 0.3, 0.5)], [0, 1])
    assert told.number == 2
    assert told.log_loss == pytest.approx(-(np.log(0.5) + np.log(0.3)) / 2)
    assert told.brier == pytest.approx(((0.25 + 0.09 + 0.04) + (0.04 + 0.49 + 0.25)) / 2)


def test_calibration_counts_every_pair_once():
    pairs = [(0.05, False), (0.1, True), (0.19, False), (1.0, True)]
    bins = calibration(pairs)
    assert [(b.low, b.number, b.share) for b in bins] == [(0.0, 1, 0.0), (0.1, 2, 0.5), (0.9, 1, 1.0)]
    assert bins[1].mean == pytest.approx(0.145)


@pytest.mark.parametrize(("score", "outcome"), [((2, 0), 0), ((1, 1), 1), ((0, 1), 2)])
def test_outcomes(score: tuple[int, int], outcome: int):
    assert outcome_of(score) == outcome


def test_a_forecast_knows_nothing_of_its_day_or_later():
    """Turning the later results round changes no forecast before them."""
    season = small_season(4, 3)
    turned = msgspec.structs.replace(
        season,
        matches=season.matches[:6]
        + tuple(
            msgspec.structs.replace(m, home_goals=m.away_goals, away_goals=m.home_goals) for m in season.matches[6:]
        ),
    )
    one, other = (list(match_forecasts([s], ["2021-22"], first_matchday=1)) for s in (season, turned))
    assert [f.chances for f in one[:7]] == [f.chances for f in other[:7]], "the seventh is of the day that differs"
    assert [f.chances for f in one[7:]] != [f.chances for f in other[7:]]


def test_half_time_scores_sharpen_and_their_lack_is_said():
    season = small_season(4, 3)
    with_half = msgspec.structs.replace(
        season, matches=tuple(msgspec.structs.replace(m, half_time=(m.home_goals, 0)) for m in season.matches)
    )
    assert all(f.at_half_time is None for f in match_forecasts([season], ["2021-22"]))
    for f in match_forecasts([with_half], ["2021-22"]):
        assert f.at_half_time is not None
        if f.match.home_goals > 0:
            assert f.at_half_time[0] > f.chances[0]


def test_awarded_matches_are_not_forecast():
    season = small_season(4, 3)
    awarded = msgspec.structs.replace(season.matches[-1], awarded=True)
    cut = msgspec.structs.replace(season, matches=(*season.matches[:-1], awarded))
    assert len(list(match_forecasts([cut], ["2021-22"], first_matchday=1))) == 11


def test_a_rescheduled_match_does_not_move_the_morning_after_a_matchday():
    season = load("serie-a", "2024-25")
    assert morning_after(season, 10) == datetime.date(2024, 11, 2)


def test_season_odds_of_a_finished_season_are_held_against_its_table():
    seasons = [load("serie-a", "2023-24"), load("serie-a", "2024-25")]
    found = list(zone_forecasts(seasons, ["2024-25"], [30], simulations=800))
    titles = {z.club: z for z in found if z.zone == "title"}
    assert len(titles) == 20
    assert [club for club, z in titles.items() if z.came] == ["Napoli"]
    assert sum(z.came for z in found if z.zone == "relegation") == 3
    assert sum(z.probability for z in titles.values()) == pytest.approx(1)


def test_a_season_that_goes_on_has_no_season_forecasts():
    season = small_season(4, 3)
    going_on = Season("serie-a", "2021-22", season.matches[:8], fixtures=(), sources=())
    from tabellino.odds.situation import as_fixture

    going_on = msgspec.structs.replace(going_on, fixtures=tuple(map(as_fixture, season.matches[8:])))
    assert list(zone_forecasts([going_on], ["2021-22"], [2])) == []


def test_a_track_record_beats_the_base_rate():
    """The last third of a packaged season."""
    season = load("serie-a", "2024-25")
    known = [load("serie-a", "2023-24"), season]
    forecasts = list(match_forecasts(known, ["2024-25"], first_matchday=26, half_time=False))
    assert len(forecasts) == 130
    told = scores([f.chances for f in forecasts], [f.outcome for f in forecasts])
    base = scores([(0.43, 0.26, 0.31)] * 130, [f.outcome for f in forecasts])
    assert told.rps < base.rps - 0.02


def test_a_track_record_has_every_table():
    seasons = [small_season(6, 1, "2020-21"), small_season(6, 2)]
    record, forecasts = track_record(seasons, ["2021-22"], simulations=80)
    assert record.matches.number == len(forecasts) == 15
    assert record.half_time is None, "the helper's matches have no half-time scores"
    assert sum(b.number for b in record.calibration) == 3 * 15
    assert [name for name, _ in record.by_season] == ["2021-22"]


def test_a_backtest_that_is_stopped_keeps_the_seasons_that_were_finished():
    seasons = [small_season(6, n, name) for n, name in enumerate(("2019-20", "2020-21", "2021-22"), start=1)]
    told: list[str] = []

    def stop_at_the_third(name: str) -> None:
        told.append(name)
        if len(told) == 3:
            raise KeyboardInterrupt

    wanted = ["2019-20", "2020-21", "2021-22"]
    record, forecasts = track_record(seasons, wanted, simulations=80, note=stop_at_the_third)
    assert told[0] == "serie-a 2019-20 (1 of 3)"
    assert record.seasons == ("2019-20", "2020-21")
    assert {f.season for f in forecasts} == {"2019-20", "2020-21"}
    whole, _ = track_record(seasons, wanted[:2], simulations=80)
    assert record == whole, "as if only those had been asked for"


def test_a_backtest_stopped_before_its_first_season_is_stopped():
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        track_record([small_season(6, 1)], ["2021-22"], simulations=80, note=stop)


def test_a_season_not_at_hand_is_refused_with_those_that_are():
    with pytest.raises(UsageError, match="not at hand: 1999-00; there are 2021-22"):
        track_record([small_season()], ["1999-00"])


@pytest.mark.parametrize(
    ("words", "seasons"),
    [
        ("2021-22..2022-23", ("2021-22", "2022-23")),
        ("2021/22", ("2021-22",)),
        ("2020-21,2022-23", ("2020-21", "2022-23")),
    ],
)
def test_ranges_of_seasons(words: str, seasons: tuple[str, ...]):
    assert season_range(words, ["2020-21", "2021-22", "2022-23"]) == seasons


@pytest.mark.parametrize(("words", "told"), [("2022-23..2021-22", "runs backwards"), ("soon", "'soon' is no season")])
def test_what_is_no_range_is_refused(words: str, told: str):
    with pytest.raises(UsageError, match=told):
        season_range(words, ["2021-22"])


def test_days_of_the_helper():
    assert small_season(4).matches[3].date == day(3)
