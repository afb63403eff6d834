"""Season odds: brute force is the judge, and the laws of probability hold."""

from __future__ import annotations

import datetime
import itertools

import msgspec
import numpy as np
import pytest

from odds_helpers import day, small_season
from tabellino.domain.league import Fixture, Season
from tabellino.domain.stakes import SeasonOdds
from tabellino.errors import UsageError
from tabellino.league.season_store import load
from tabellino.league.standings import standings
from tabellino.odds.grid import outcomes, score_grid, score_grids
from tabellino.odds.match_effect import match_effect
from tabellino.odds.play_offs import play_off_chances
from tabellino.odds.sampler import Sampler
from tabellino.odds.season import season_odds
from tabellino.odds.settings import SeasonSettings
from tabellino.odds.simulation import CHUNK, Simulation
from tabellino.odds.situation import Situation, situation, supposing
from tabellino.odds.strengths import Strengths, fit_strengths

#: Strengths as good as known, so that every chance can be worked out exactly.
CERTAIN = SeasonSettings(simulations=40_000, seed=1, spread=1e-9)


def prepared(season: Season, on: datetime.date) -> tuple[Situation, Strengths]:
    return situation(season, on), fit_strengths(season, on=on)


def exact_places(now: Situation, strengths: Strengths, season: Season) -> np.ndarray:
    """Chance of every (place, club), by going through all scores of the matches left."""
    clubs = now.clubs
    grids = [score_grid(strengths, f.home, f.away).chances[:6, :6] for f in now.fixtures]
    chances = np.zeros((len(clubs), len(clubs)))
    for scores in itertools.product(itertools.product(range(6), range(6)), repeat=len(grids)):
        weight = float(np.prod([grid[score] for grid, score in zip(grids, scores, strict=True)]))
        ended = {(f.home, f.away): score for f, score in zip(now.fixtures, scores, strict=True)}
        matches = tuple(
            msgspec.structs.replace(m, home_goals=ended[m.home, m.away][0], away_goals=ended[m.home, m.away][1])
            if (m.home, m.away) in ended
            else m
            for m in season.matches
        )
        rows = standings(msgspec.structs.replace(season, matches=matches)).rows
        for first, group in itertools.groupby(enumerate(rows), key=lambda one: one[1].place):
            members = [row.club for _, row in group]
            for place, club in itertools.product(range(first - 1, first - 1 + len(members)), members):
                chances[place, clubs.index(club)] += weight / len(members)
    return chances / chances.sum(0)


@pytest.mark.parametrize(
    ("competition", "seed"),
    [("serie-a", 1), ("serie-a", 8), ("la-liga", 2), ("bundesliga", 4)],
)
def test_the_odds_are_those_of_going_through_all_scores(competition: str, seed: int):
    season = small_season(4, seed, competition=competition, most_goals=1)
    now, strengths = prepared(season, day(10))
    assert len(now.fixtures) == 2
    odds = season_odds(now, strengths, settings=CERTAIN)
    exact = exact_places(now, strengths, season)
    for c, club in enumerate(now.clubs):
        told = next(one for one in odds.clubs if one.club == club)
        np.testing.assert_allclose(told.places, exact[:, c], atol=0.012, err_msg=club)


@pytest.mark.parametrize("rho", [-0.12, 0.05])
def test_sampled_scores_follow_the_grid(rho: float):
    strengths = fit_strengths(small_season(4, 1, most_goals=3))
    certain = Strengths(**{**vars(strengths), "low_score": rho})
    home, away = np.array([0, 1, 2]), np.array([1, 2, 3])
    sampler = Sampler(certain, certain.clubs, home, away, seed=5, variance_factor=1e-9)
    eta, zeta = certain.log_rates(home, away)
    counted, number = np.zeros((3, 16, 16)), 0
    for chunk in (sampler.chunk(k, 8192) for k in range(30)):
        number += 8192
        for k in range(3):
            np.add.at(counted[k], (chunk.home_goals[k], chunk.away_goals[k]), 1)
    expected = score_grids(eta, zeta, rho)
    # Beside chance: rounded rates make five goals and more up to 2 % likelier, and the tables of 30 chunks are rounded.
    off = np.abs(counted / number - expected)
    allowed = 4.5 * np.sqrt(expected * (1 - expected) / number) + 0.03 * expected + 1e-4
    assert (off < allowed).all(), f"a score is off: {np.argwhere(off >= allowed)[:3]}"
    for told, right in zip(outcomes(counted / number), outcomes(expected), strict=True):
        assert told == pytest.approx(right, abs=0.004)


def test_uncertain_strengths_make_the_odds_less_sure():
    now, strengths = prepared(small_season(6, 3), day(15))
    sure = season_odds(now, strengths, settings=CERTAIN)
    unsure = season_odds(now, strengths, settings=msgspec.structs.replace(CERTAIN, spread=1.0))
    assert max(c.places[0] for c in unsure.clubs) < max(c.places[0] for c in sure.clubs)


def of_club(odds: SeasonOdds, club: str) -> tuple[float, ...]:
    return next(one.places for one in odds.clubs if one.club == club)


def test_places_and_clubs_add_up_to_one():
    now, strengths = prepared(small_season(6, 2), day(12))
    odds = season_odds(now, strengths, simulations=2000, seed=3)
    for club in odds.clubs:
        assert sum(club.places) == pytest.approx(1), club.club
        assert club.zones["title"].probability == club.places[0]
    assert np.sum([club.places for club in odds.clubs], axis=0) == pytest.approx(np.ones(6))


def test_the_same_seed_gives_the_same_odds_on_any_number_of_threads():
    now, strengths = prepared(small_season(4, 2), day(6))
    simulation = Simulation(now, strengths, seed=9)
    (one,), _ = simulation.run(40_000, threads=1)
    (two,), _ = simulation.run(40_000, threads=2)
    np.testing.assert_array_equal(one.places, two.places)
    (other,), _ = Simulation(now, strengths, seed=10).run(40_000)
    assert not np.array_equal(one.places, other.places)


def test_the_order_of_matches_in_the_file_changes_nothing():
    season = small_season(4, 2)
    turned = msgspec.structs.replace(season, matches=season.matches[:6] + season.matches[6:][::-1])
    one, other = (season_odds(*prepared(s, day(6)), simulations=800, seed=1) for s in (season, turned))
    assert one == other


def test_a_season_that_is_over_is_certain():
    season = small_season(4, 5)
    odds = season_odds(*prepared(season, day(40)), simulations=80)
    table = standings(season).rows
    assert odds.matches_left == 0
    for place, row in enumerate(table):
        if not row.shared:
            assert of_club(odds, row.club)[place] == 1.0


def test_a_run_that_is_stopped_keeps_what_it_had():
    now, strengths = prepared(small_season(4, 2), day(6))

    def stop_after_the_second(made: int, wanted: int) -> None:
        if made > CHUNK:
            raise KeyboardInterrupt

    odds = season_odds(now, strengths, simulations=100_000, progress=stop_after_the_second)
    assert odds.simulations == 2 * CHUNK
    assert sum(odds.clubs[0].places) == pytest.approx(1)


def test_the_standard_error_is_the_scatter_between_seeds():
    now, strengths = prepared(small_season(6, 3), day(15))
    runs = [season_odds(now, strengths, simulations=1600, seed=seed) for seed in range(40)]
    club = runs[0].clubs[1].club
    titles = [next(c for c in run.clubs if c.club == club).zones["title"] for run in runs]
    scatter = np.std([one.probability for one in titles], ddof=1)
    assert 0.6 < scatter / titles[0].standard_error < 1.3


# Before and after a match


def test_the_odds_before_are_the_mean_of_those_after():
    now, strengths = prepared(small_season(6, 3), day(15))
    effect = match_effect(now, strengths, 2, simulations=4000, seed=2)
    results = effect.results[:3]
    assert sum(one.probability for one in results) == pytest.approx(1, abs=1e-5)
    leader = effect.before.clubs[0]
    after = 0.0
    for one in results:
        change = [c for c in one.changes if (c.club, c.zone) == (leader.club, "title")]
        after += one.probability * (change[0].after if change else leader.places[0])
    assert after == pytest.approx(leader.places[0], abs=2e-3)


def test_the_odds_before_are_those_of_the_plain_simulation():
    now, strengths = prepared(small_season(6, 3), day(15))
    effect = match_effect(now, strengths, 2, simulations=40_000, seed=2)
    plain = season_odds(now, strengths, simulations=40_000, seed=3)
    for club in plain.clubs:
        assert of_club(effect.before, club.club)[0] == pytest.approx(club.places[0], abs=0.012), club.club


def test_a_result_is_as_likely_as_the_grid_says():
    now, strengths = prepared(small_season(6, 3), day(15))
    effect = match_effect(now, strengths, 2, score=(3, 2), simulations=4000, seed=2, settings=CERTAIN)
    grid = score_grid(strengths, effect.home, effect.away)
    told = [one.probability for one in effect.results]
    assert told == pytest.approx([*grid.outcomes(), grid.score(3, 2)], rel=0.02)


def test_a_win_helps_the_winner_and_the_difference_is_surer_than_the_odds():
    now, strengths = prepared(small_season(6, 3), day(15))
    effect = match_effect(now, strengths, 2, simulations=16_000, seed=2)
    win = effect.results[0]
    own = [change for change in win.changes if change.club == effect.home and change.zone == "title"]
    assert own[0].after > own[0].before
    before = next(c for c in effect.before.clubs if c.club == effect.home).zones["title"]
    assert own[0].standard_error < before.standard_error
    swings = [one.swing for one in effect.importance]
    assert swings == sorted(swings, reverse=True)


def test_the_error_of_a_difference_is_its_scatter_between_seeds():
    now, strengths = prepared(small_season(6, 3), day(20))
    moved, errors = [], []
    for seed in range(24):
        effect = match_effect(now, strengths, 2, simulations=1600, seed=seed)
        win = {(change.club, change.zone): change for change in effect.results[0].changes}
        change = win[effect.home, "title"]
        moved.append(change.after - change.before)
        errors.append(change.standard_error)
    assert 0.6 < np.std(moved, ddof=1) / np.mean(errors) < 1.6


# What-ifs and what cannot be


def test_a_supposed_result_counts_as_played():
    now, strengths = prepared(small_season(4, 2), day(6))
    first = now.fixtures[0]
    words = f"{first.home} v {first.away}"
    then = supposing(now, {words: (4, 0)})
    assert then.points[first.home] == now.points[first.home] + 3
    assert len(then.fixtures) == len(now.fixtures) - 1
    odds = season_odds(then, strengths, simulations=80)
    assert f"supposing {words} 4-0" in odds.notes


def test_what_cannot_be_supposed_is_refused_with_the_reason():
    now, _ = prepared(small_season(4, 2), day(6))
    played, coming = now.known[0], now.fixtures[0]
    with pytest.raises(UsageError, match=f"{played.home} v {played.away} was played before .* and ended"):
        supposing(now, {f"{played.home} v {played.away}": (1, 1)})
    with pytest.raises(UsageError, match="goals run from 0 to 14"):
        supposing(now, {f"{coming.home} v {coming.away}": (15, 0)})
    with pytest.raises(UsageError, match="'Ajax' does not play in 2021-22"):
        supposing(now, {"Ajax v Club A": (1, 1)})
    with pytest.raises(UsageError, match="is no match; write home and away club as in"):
        supposing(now, {"Club A": (1, 1)})


def test_a_match_that_is_not_to_come_is_refused_with_the_near_ones():
    season = small_season(4, 2)
    gone = season.matches[8]
    now = situation(msgspec.structs.replace(season, matches=season.matches[:8] + season.matches[9:]), day(6))
    with pytest.raises(UsageError, match="is not among the 5 matches to come; near ones: Club"):
        now.fixture(f"{gone.home} v {gone.away}")


def test_a_season_without_a_match_played_rests_on_the_seasons_before():
    before = small_season(4, 1, season="2020-21")
    fixtures = tuple(Fixture(None, m.home, m.away) for m in small_season(4, 1).matches)
    season = Season("serie-a", "2021-22", (), fixtures)
    now = situation(season)
    odds = season_odds(now, fit_strengths(season, [before], now.on), simulations=800)
    assert odds.matches_left == 12
    assert {club.played for club in odds.clubs} == {0}


def test_a_season_without_clubs_is_refused():
    with pytest.raises(UsageError, match="neither matches nor fixtures"):
        situation(Season("serie-a", "2021-22", ()))


@pytest.mark.parametrize(("wanted", "made"), [(8, 8), (17, 16), (1000, 1000), (10_000, 10_000), (40_003, 40_000)])
def test_as_many_seasons_are_made_as_wanted_in_eights(wanted: int, made: int):
    now, strengths = prepared(small_season(4, 2), day(10))
    (tally,), told = Simulation(now, strengths, seed=1).run(wanted)
    assert (told, tally.weight.sum()) == (made, made)


@pytest.mark.parametrize("number", [0, 7, 10**9])
def test_a_senseless_number_of_seasons_is_refused(number: int):
    now, strengths = prepared(small_season(4, 2), day(6))
    with pytest.raises(UsageError, match="simulate from 8 to 100,000,000"):
        Simulation(now, strengths, seed=1).run(number)


def test_the_stronger_club_wins_play_offs_more_often():
    strengths = fit_strengths(small_season(4, 2))
    quality = strengths.attack + strengths.defence
    best, worst = int(quality.argmax()), int(quality.argmin())
    neutral, at_home, two_legs = (
        play_off_chances(strengths, strengths.clubs, form)
        for form in ("one match on neutral ground", "one match at the better of the mini-league", "two legs")
    )
    for chances in (neutral, two_legs):
        assert chances[best, worst] > 0.5
        assert chances[best, worst] + chances[worst, best] == pytest.approx(1, abs=0.06)
    assert at_home[best, worst] > neutral[best, worst] + 0.01, "the ground of the club above helps it"
    assert at_home[worst, best] > neutral[worst, best] + 0.01


def test_the_morning_of_the_derby_ditalia():
    """14 February 2026, packaged results: a fit with fixed strengths gave Inter 91.8 %, Milan 6.2 %, Napoli 1.5 %."""
    season = load("serie-a", "2025-26")
    now = situation(season, datetime.date(2026, 2, 14))
    assert len(now.fixtures) == 140
    strengths = fit_strengths(season, [load("serie-a", "2024-25")], now.on)
    odds = {club.club: club.zones["title"].probability for club in season_odds(now, strengths, simulations=8000).clubs}
    assert odds["Inter"] == pytest.approx(0.90, abs=0.05)
    assert odds["Milan"] == pytest.approx(0.07, abs=0.04)
