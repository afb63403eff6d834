"""How well what a claim tells fits a goal of the record."""

from __future__ import annotations

import msgspec
import pytest
from told_match import at, final, goal, reading, record_of

from tabellino import data
from tabellino.domain.claim import Candidate, GoalSays
from tabellino.domain.reading import Player
from tabellino.reconcile.evidence import minutes_apart, order_fit_of
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.record import make_record
from tabellino.reconcile.scoreline import ScoreClaim, log_worth

WEIGHTS = data.load("weights/solver.toml")["goal"]
SWAPPED, WRONG, UNTOLD = (WEIGHTS[f"score_{name}"] for name in ("swapped", "wrong", "untold"))


@pytest.mark.parametrize(
    ("remark", "told", "order", "side", "before", "fit"),
    [
        ("0-1, home first, for the visitors", (0, 1), "home", "away", (0, 0), 1.0),
        ("0-1, home first, for the hosts", (0, 1), "home", "home", (0, 0), SWAPPED),
        ("made it 2-1, for the visitors", (2, 1), "team", "away", (1, 1), 1.0),
        ("made it 1-2 is no score of his own side", (1, 2), "team", "away", (1, 1), SWAPPED),
        ("whose goals stand first is left open", (1, 2), None, "home", (1, 1), 1.0),
        ("a level score is its own reverse", (1, 1), "home", "home", (0, 1), 1.0),
        ("another score", (1, 0), "home", "home", (1, 1), WRONG),
        ("more goals than are told before it", (3, 1), "home", "home", (0, 0), UNTOLD),
    ],
)
def test_a_running_score_fits_the_goal_that_made_it(remark, told, order, side, before, fit):
    says = GoalSays(score_after=told, score_order=order)
    assert order_fit_of(WEIGHTS, says, side, before) == fit, remark


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (90.10, 100.0, 0),
        (90.04, 90.0, 0),
        (90.02, 90.05, 3),
        (45.03, 48, 0),
        (17, 26.0, 9),
    ],
)
def test_minutes_between_places_of_the_clock(one, other, apart):
    """Two who count added time differ by what they count; one who does not may mean any minute of it."""
    assert minutes_apart(one, other) == pytest.approx(apart)


def listed(name: str, home: float):
    """A list of goals with running scores and nothing else to tell whose the scorers are."""
    told = (
        goal("Belotti", 12, score_after=(0, 1), score_order="home"),
        goal("Immobile", 40, score_after=(1, 1), score_order="home"),
        goal("Parolo", 71, score_after=(2, 1), score_order="home"),
        final(2, 1),
    )
    found = reading(name, *told, block=True)
    players = tuple(msgspec.structs.replace(player, odds=0.0) for player in found.players)
    return msgspec.structs.replace(found, home=home, players=players)


def test_running_scores_tell_whose_the_scorers_are_where_the_home_side_is_known():
    known = record_of(listed("list", 0.98))
    assert [(g.scorer, g.team) for g in known.goals] == [("Belotti", "away"), ("Immobile", "home"), ("Parolo", "home")]


def test_a_score_of_many_goals_is_seldom_named_by_chance():
    worth = [
        log_worth(data.load("weights/solver.toml")["score"], told, holds=True)
        for told in (
            ScoreClaim(0, 0, "full_time", frozenset({score}), None, 0.9) for score in ((1, 0), (2, 1), (4, 2), (5, 5))
        )
    ]
    assert worth[0] == worth[1], "up to three goals are common"
    assert worth[1] < worth[2] < worth[3]


def test_the_winner_is_a_goal_of_those_who_won():
    """Nothing else tells whose player a stranger is: his winner is no goal of the side that lost."""
    told = reading("one", goal("Rossi", effects=("winner",)), final(2, 3))
    stranger = (*told.players, Player("Rossi", 0.0))
    record = make_record([msgspec.structs.replace(told, players=stranger)], pairings([told])[0])
    assert [(g.scorer, g.team) for g in record.goals] == [("Rossi", "away")]


@pytest.mark.parametrize(
    ("before", "holds", "remark"),
    [((1, 1), True, "it puts them in front"), ((2, 0), True, "the third of a 3-2"), ((0, 1), False, "it levels")],
)
def test_a_side_that_is_behind_scores_no_winner(before, holds, remark):
    fit = order_fit_of(WEIGHTS, GoalSays(effects=("winner",)), "home", before)
    assert (fit == 1.0) is holds, remark


def test_a_goal_without_time_was_not_scored_after_added_time():
    """The report tells the winner first; what else it tells came before."""
    told = (goal("Ljajic", 94), goal("Immobile"), goal("Belotti"), final(2, 1))
    assert [g.scorer for g in record_of(reading("one", *told)).goals][-1] == "Ljajic"


def test_goals_without_times_stand_in_the_order_in_which_they_are_told():
    """However sure the reader is of each."""
    told = (
        (goal("Belotti", effects=("lead",)), 0.8),
        (goal("Immobile", effects=("equaliser",)), 0.85),
        (goal("Parolo", own_goal=True, effects=("lead",)), 0.9),
        (goal("Radu", effects=("equaliser",)), 0.97),
        goal("Ljajic", 88),
        final(3, 2),
    )
    scorers = [g.scorer for g in record_of(reading("one", *told)).goals]
    assert scorers == ["Belotti", "Immobile", "Parolo", "Radu", "Ljajic"]


@pytest.mark.parametrize(
    ("effect", "other", "minute", "remark"),
    [
        ("opener", "opener", 16, "a match has one opener, so its minute is told"),
        ("opener", "extends", None, "another goal's minute is not lent"),
    ],
)
def test_the_minute_of_the_opener_may_be_told_elsewhere_beside_the_wrong_man(effect, other, minute, remark):
    told = [goal("Ljajic", effects=(effect,)), *([goal("Belotti", 70)] * 60)]  # far apart
    told += [goal("Baselli", 16, surely=0.8, effects=(other,)), final(2, 0)]
    goals = {g.scorer: g.minute for g in record_of(reading("one", *told)).goals}
    assert goals.get("Ljajic") == minute, remark


def test_nobody_scores_only_because_the_score_asks_for_one_more():
    """The words tell of one goal, Belotti's or Ljajic's; the other one of the 2-0 is untold."""
    told = GoalSays((Candidate("Belotti", 0.6), Candidate("Ljajic", 0.35)), time=at(84))
    record = record_of(reading("one", told, final(2, 0)))
    assert [(g.scorer, g.score_after) for g in record.goals] == [("Belotti", None)]
