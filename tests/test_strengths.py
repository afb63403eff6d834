"""Strengths: the optimum is one, and only what was known counts."""

from __future__ import annotations

import datetime

import msgspec
import numpy as np
import pytest

from odds_helpers import day, small_season
from tabellino.domain.league import Season
from tabellino.errors import UsageError
from tabellino.league.season_store import load
from tabellino.odds.grid import ScoreGrid, score_grid, score_grids
from tabellino.odds.settings import default_settings
from tabellino.odds.strengths import _Known, _Problem, fit_strengths

SETTINGS = default_settings().strengths


def problem(season: Season) -> _Problem:
    return _Problem.of(_Known.of(season, (), None, (), SETTINGS), SETTINGS)


def somewhere(one: _Problem, seed: int = 0) -> np.ndarray:
    return one.mean + np.random.default_rng(seed).normal(0, 0.1, len(one.mean))


@pytest.mark.parametrize("seed", range(3))
def test_the_gradient_is_the_slope_of_the_log_posterior(seed: int):
    one = problem(small_season(seed=seed, most_goals=2))
    theta, step = somewhere(one, seed), 1e-5
    gradient, _ = one.slopes(theta)
    for k in range(len(theta)):
        shift = np.eye(len(theta))[k] * step
        slope = (one.value(theta + shift) - one.value(theta - shift)) / (2 * step)
        assert slope == pytest.approx(gradient[k], abs=1e-5), f"parameter {k}"


@pytest.mark.parametrize("seed", range(3))
def test_the_curvature_is_the_slope_of_the_gradient(seed: int):
    one = problem(small_season(seed=seed, most_goals=2))
    theta, step = somewhere(one, seed), 1e-5
    _, curvature = one.slopes(theta)
    for k in range(len(theta)):
        shift = np.eye(len(theta))[k] * step
        slope = (one.slopes(theta - shift)[0] - one.slopes(theta + shift)[0]) / (2 * step)
        np.testing.assert_allclose(slope, curvature[k], atol=1e-4, err_msg=f"parameter {k}")


def test_newton_ends_where_the_gradient_is_nought():
    one = problem(small_season())
    theta, curvature = one.solve(one.mean)
    assert np.abs(one.slopes(theta)[0]).max() < 1e-6
    assert np.linalg.eigvalsh(curvature).min() > 0


def test_the_order_of_matches_changes_nothing():
    season = small_season()
    turned = msgspec.structs.replace(season, matches=season.matches[::-1])
    one, other = fit_strengths(season), fit_strengths(turned, on=day(12))
    np.testing.assert_array_equal(one.attack, other.attack)
    np.testing.assert_array_equal(one.covariance, other.covariance)


def test_results_of_the_day_and_after_are_not_known():
    season = small_season()
    cut = msgspec.structs.replace(season, matches=season.matches[:6])
    one = fit_strengths(season, on=day(6))
    np.testing.assert_array_equal(one.attack, fit_strengths(cut, on=day(6)).attack)
    assert (one.matches, one.last_result) == (6, day(5))


def test_a_start_elsewhere_ends_at_the_same_place():
    season = small_season()
    early, late = fit_strengths(season, on=day(4)), fit_strengths(season, on=day(9))
    warm = fit_strengths(season, on=day(9), start=early)
    np.testing.assert_allclose(warm.attack, late.attack, atol=1e-6)


def test_a_promoted_club_starts_below_the_others():
    before = small_season(4, seed=1, season="2020-21")
    now = small_season(4, seed=2)
    renamed = [
        msgspec.structs.replace(m, home=m.home.replace("D", "X"), away=m.away.replace("D", "X")) for m in now.matches
    ]
    now = msgspec.structs.replace(now, matches=tuple(renamed))
    morning = fit_strengths(now, [before], on=day(0))
    new = morning.index("Club X")
    assert morning.attack[new] == pytest.approx(SETTINGS.prior.promoted_attack)
    assert morning.defence[new] == pytest.approx(SETTINGS.prior.promoted_defence)
    assert morning.matches == 12


def test_a_later_season_is_no_history():
    now, later = small_season(), small_season(seed=5, season="2022-23")
    np.testing.assert_array_equal(fit_strengths(now, [later]).attack, fit_strengths(now).attack)


def test_an_awarded_match_tells_nothing_of_strength():
    season = small_season()
    awarded = (*season.matches[:-1], msgspec.structs.replace(season.matches[-1], awarded=True, home_goals=3))
    cut = msgspec.structs.replace(season, matches=season.matches[:-1])
    one = fit_strengths(msgspec.structs.replace(season, matches=awarded), on=day(12))
    np.testing.assert_array_equal(one.attack, fit_strengths(cut, on=day(12)).attack)


def test_a_season_without_clubs_is_refused():
    with pytest.raises(UsageError, match="neither matches nor fixtures"):
        fit_strengths(Season("serie-a", "2021-22", ()))


def test_an_unknown_club_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match="no strengths for 'Ajax'; known clubs: Club A"):
        score_grid(fit_strengths(small_season()), "Ajax", "Club A")


def test_the_champions_of_that_morning_are_the_strongest():
    """The packaged seasons: Inter led with eight points on 14 February 2026."""
    strengths = fit_strengths(load("serie-a", "2025-26"), [load("serie-a", "2024-25")], datetime.date(2026, 2, 14))
    quality = strengths.attack + strengths.defence
    assert strengths.clubs[int(quality.argmax())] == "Inter"
    assert 0.05 < strengths.advantage < 0.4


@pytest.mark.parametrize("rho", [-0.15, -0.05, 0.0, 0.05])
@pytest.mark.parametrize(("home", "away"), [(0.3, 0.3), (1.5, 1.1), (4.0, 0.5)])
def test_a_grid_adds_up_to_one_and_keeps_the_expected_goals(home: float, away: float, rho: float):
    grid = ScoreGrid(score_grids(np.log([home]), np.log([away]), rho)[0])
    assert grid.chances.sum() == pytest.approx(1)
    assert sum(grid.outcomes()) == pytest.approx(1)
    assert grid.expected_goals() == pytest.approx((home, away), rel=1e-4), "the dependence leaves both means alone"


def test_a_negative_dependence_makes_more_draws():
    free, tied = (ScoreGrid(score_grids(np.log([1.3]), np.log([1.1]), rho)[0]) for rho in (0.0, -0.1))
    assert tied.outcomes()[1] > free.outcomes()[1]
    assert tied.score(0, 0) > free.score(0, 0)
    assert free.score(99, 0) == 0.0
