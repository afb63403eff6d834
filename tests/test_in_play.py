"""The chances during a match: they start at the grid, end at the result, and follow goals and cards."""

from __future__ import annotations

import time

import numpy as np
import pytest

from tabellino.domain.record import Booking, Goal, MatchInfo, MatchRecord, ScoreLine
from tabellino.errors import UsageError
from tabellino.odds.grid import ScoreGrid, score_grids
from tabellino.odds.in_play import Line, MatchModel
from tabellino.odds.match_clock import MatchClock, goal_shares
from tabellino.odds.match_story import in_play
from tabellino.odds.settings import default_settings

SETTINGS = default_settings().in_play
GRID = ScoreGrid(score_grids(np.log([1.6]), np.log([1.0]), -0.08)[0])


def goal(minute: int | None, team: str, added_time: int | None = None) -> Goal:
    return Goal(minute, added_time, team, "Somebody", False, False, None, (), (0, 0), 1.0, ())


def red(minute: int | None, team: str | None, between: tuple[int, int] | None = None) -> Booking:
    return Booking(minute, None, "Kalulu", team, "red", True, 1.0, (), between)


def record(goals: tuple[Goal, ...] = (), cards: tuple[Booking, ...] = ()) -> MatchRecord:
    info, score = MatchInfo("Inter", "Juventus"), ScoreLine()
    return MatchRecord(info, score, goals, cards, (), (), (), (), (), None, {}, ())


def test_at_kick_off_the_chances_are_the_grids():
    assert MatchModel(GRID).chances(0, (0, 0)) == pytest.approx(GRID.outcomes(), abs=1e-7)


@pytest.mark.parametrize(("score", "chances"), [((2, 1), (1, 0, 0)), ((1, 1), (0, 1, 0)), ((0, 3), (0, 0, 1))])
def test_at_the_end_the_result_is_certain(score: tuple[int, int], chances: tuple[int, int, int]):
    model = MatchModel(GRID)
    assert model.chances(model.clock.steps, score) == chances


def test_chances_add_up_and_a_lead_grows_surer_with_time():
    model = MatchModel(GRID)
    wins = []
    for step in range(model.clock.steps + 1):
        chances = model.chances(step, (1, 0))
        assert sum(chances) == pytest.approx(1)
        wins.append(chances[0])
    assert wins == sorted(wins)


def test_working_back_agrees_with_going_forward():
    """From 1-0 at step 60 all paths are gone through forward, and their ends weighted as at kick-off."""
    model = MatchModel(GRID)
    home, away = (rates[:, 0] for rates in model._goal_chances())

    def forward(start: tuple[int, int], first: int) -> np.ndarray:
        chances = np.zeros(home.shape[1:])
        chances[start] = 1
        for step in range(first, len(home)):
            moved = chances * (1 - home[step] - away[step])
            moved[1:] += (chances * home[step])[:-1]
            moved[:, 1:] += (chances * away[step])[:, :-1]
            chances = moved
        return chances

    size = home.shape[1]
    weighted = forward((1, 0), 60) * GRID.chances[:size, :size] / np.maximum(forward((0, 0), 0), 1e-300)
    lead = np.subtract.outer(np.arange(size), np.arange(size))
    exact = np.array([weighted[lead > 0].sum(), weighted[lead == 0].sum(), weighted[lead < 0].sum()])
    assert model.chances(60, (1, 0)) == pytest.approx(exact / exact.sum())


@pytest.mark.parametrize("study", SETTINGS.red_card, ids=lambda effect: effect.study)
def test_a_man_more_helps_in_every_study(study):
    model = MatchModel(GRID, [Line((11, 10), study), Line((11, 9), study), Line((10, 10), study)])
    even, more, two_more = (model.chances(48, (1, 1), men, study)[0] for men in ((11, 11), (11, 10), (11, 9)))
    assert even < more <= two_more
    assert sum(model.chances(48, (1, 1), (10, 10), study)) == pytest.approx(1)


@pytest.mark.parametrize("men", [(11, 6), (12, 11)])
def test_impossible_numbers_of_men_are_refused(men: tuple[int, int]):
    with pytest.raises(UsageError, match="at most 11, and no match goes on with fewer than 7"):
        MatchModel(GRID, [Line(men, SETTINGS.red_card[0])])


@pytest.mark.parametrize(
    ("minute", "added_time", "step"),
    [(0, None, 0), (1, None, 1), (45, None, 45), (45, 3, 48), (46, None, 49), (90, None, 93), (90, 6, 99)],
)
def test_minutes_are_steps_and_back(minute: int, added_time: int | None, step: int):
    clock = MatchClock((3, 6))
    assert clock.step(minute, added_time) == step
    assert clock.minute(step) == (minute, added_time)


@pytest.mark.parametrize(
    ("minute", "added_time", "words"),
    [
        (91, None, "minute 91 is past the end"),
        (-1, None, "minute -1 is past the end"),
        (90, 7, r"90\+7 is past the end of a half with 6 minutes added"),
        (45, 4, r"45\+4 is past the end of a half with 3"),
        (60, 2, r"60\+2 is no minute"),
        (0, 1, r"0\+1 is no minute"),
    ],
)
def test_minutes_that_a_match_does_not_have_are_refused(minute: int, added_time: int | None, words: str):
    with pytest.raises(UsageError, match=words):
        MatchClock((3, 6)).step(minute, added_time)


@pytest.mark.parametrize("added", [(0, 0), (3, 6), (1, 12)])
def test_the_first_half_has_its_share_of_the_goals_and_scoring_rises(added: tuple[int, int]):
    clock = MatchClock(added)
    shares = goal_shares(clock, 0.441)
    assert shares.sum() == pytest.approx(1)
    assert shares[: 45 + added[0]].sum() == pytest.approx(0.441)
    assert shares[-1] > shares[0] > 0


# The story of a record


def test_the_derby_ditalia_minute_by_minute():
    goals = (goal(17, "home"), goal(26, "away"), goal(76, "home"), goal(83, "away"), goal(90, "home"))
    story = in_play(record(goals, (red(None, "away", (43, 45)),)), GRID)
    first, last = story.curve[0], story.curve[-1]
    assert (first.minute, first.home) == (0, pytest.approx(GRID.outcomes()[0]))
    assert (last.score, last.men, last.home) == ((3, 2), (11, 10), 1.0)
    assert [swing.what for swing in story.swings] == ["goal", "goal", "red_card", "goal", "goal", "goal"]
    for swing in story.swings:
        gained = swing.after[0] - swing.before[0]
        assert (gained > 0) == ((swing.team == "home") != (swing.what == "red_card")), swing
    card = story.swings[2]
    assert card.lowest is not None
    assert card.highest is not None
    assert 0 < card.lowest < card.highest
    assert len(story.counterfactuals) == len(SETTINGS.red_card)
    assert all(one.with_card[0] > one.without[0] for one in story.counterfactuals)
    assert "taken as 44" in story.notes[0]


def test_two_red_cards_in_one_minute_leave_ten_or_nine():
    one_each = in_play(record(cards=(red(60, "home"), red(60, "away"))), GRID)
    assert one_each.curve[-1].men == (10, 10)
    nine = in_play(record(cards=(red(60, "home"), red(60, "home"))), GRID)
    assert nine.curve[-1].men == (9, 11)
    assert nine.swings[1].before == pytest.approx(nine.swings[0].after), "the second starts where the first ended"


def test_six_men_are_refused():
    with pytest.raises(UsageError, match="no match goes on with fewer than 7"):
        in_play(record(cards=tuple(red(60, "home") for _ in range(5))), GRID)


def test_added_time_is_as_long_as_its_goals_need():
    story = in_play(record((goal(45, "home", 5), goal(90, "away", 11))), GRID)
    assert (story.curve[-1].minute, story.curve[-1].added_time) == (90, 11)
    assert story.curve[50].score == (1, 0), "45+5"


@pytest.mark.parametrize(
    ("given", "note"),
    [
        pytest.param(record((goal(None, "home"),)), "the minute of a goal is not told", id="goal without a minute"),
        pytest.param(record(cards=(red(60, None),)), "the side of the dismissal of Kalulu", id="card without a side"),
        pytest.param(record((goal(105, "home"),)), "a goal in extra time", id="goal of extra time"),
    ],
)
def test_what_cannot_be_placed_is_said(given: MatchRecord, note: str):
    story = in_play(given, GRID)
    assert note in story.notes[0]
    assert story.swings == ()
    assert story.curve[-1].score == (0, 0)


def test_a_whole_story_takes_no_time_worth_telling():
    """20 ms is the goal on a free core (tools/bench_odds.py); here ten times that, so that a busy machine passes."""
    started = time.process_time()
    in_play(record((goal(17, "home"),), (red(44, "away"),)), GRID)
    assert time.process_time() - started < 0.2
