"""What reports do not tell weighs: a goal in one of several full reports is a slip of the pen or of the reader."""

from __future__ import annotations

import pytest
from told_match import TRUE, final, goal, reading, record_of, sent_off

from tabellino import data
from tabellino.domain.claim import Claim, GoalSays
from tabellino.domain.clock import TimeWindow
from tabellino.reconcile.evidence import GoalClaim, Hypothesis, static_fit
from tabellino.reconcile.scoreline import ScoreClaim
from tabellino.reconcile.silence import silences


def scorers(record) -> list[str | None]:
    return [g.scorer for g in record.goals]


def test_a_goal_that_full_reports_are_silent_about_is_no_goal():
    slip = reading("slip", *TRUE, goal("Baselli", 71))
    others = [reading(f"other{n}", *TRUE) for n in range(2)]
    assert scorers(record_of(slip, *others)) == ["Belotti", "Immobile", "Ljajic"]


def test_one_report_alone_is_heard_whatever_it_leaves_out():
    """It has no other report to be silent beside it: two goals told of a 2-1 stay two goals."""
    record = record_of(reading("alone", goal("Belotti", 12), goal("Immobile", 40), final(2, 1)))
    assert scorers(record) == ["Belotti", "Immobile"]


@pytest.mark.parametrize(
    ("told", "remark"),
    [
        ((final(2, 1),), "a result line tells no goals, so it is silent about none"),
        ((goal("Ljajic", 71), final(2, 1)), "the winner alone: two goals of three were left out anyway"),
    ],
)
def test_a_report_that_tells_few_goals_says_little_by_its_silence(told, remark):
    record = record_of(reading("full", *TRUE), *(reading(f"brief{n}", *told) for n in range(3)))
    assert scorers(record) == ["Belotti", "Immobile", "Ljajic"], remark


def test_silence_of_a_report_that_tells_the_others_lowers_the_probability():
    told = (goal("Belotti", 12), goal("Immobile", 40, surely=0.6), goal("Ljajic", 71))
    full = reading("full", *told, final(2, 1))
    result_alone = record_of(full, reading("result", final(2, 1))).goals[1].probability
    silent = record_of(full, reading("silent", told[0], told[2], final(2, 1))).goals[1].probability
    assert silent < result_alone


def at_minute(person: int, minute: float) -> Hypothesis:
    return Hypothesis(person, False, "home", minute, None, 1.6, 0)


def telling(report: int, person: int, minute: float) -> GoalClaim:
    says = GoalSays(time=TimeWindow(minute, minute, minute, "exact"))
    return GoalClaim(report, 0, Claim((0, 1), "x", says), says, {person: 0.95, -1: 0.05}, {}, 0.95)


def score_of(report: int, goals: int) -> ScoreClaim:
    return ScoreClaim(report, 0, "full_time", frozenset({(goals, 0)}), None, 0.95)


def nats(*claims: GoalClaim, scores: tuple[ScoreClaim, ...]) -> list[float]:
    weights = data.load("weights/solver.toml")
    goals = [at_minute(person, minute) for person, minute in ((0, 10.0), (1, 50.0), (2, 80.0))]
    fits = [[static_fit(weights["goal"], claim, goal) for claim in claims] for goal in goals]
    return silences(fits, claims, scores, weights["silence"])


def test_the_fuller_a_report_the_more_its_silence_weighs():
    one = telling(0, 2, 80.0)
    two_of_two = nats(one, telling(1, 0, 10.0), telling(1, 1, 50.0), scores=(score_of(1, 2),))
    two_of_five = nats(one, telling(1, 0, 10.0), telling(1, 1, 50.0), scores=(score_of(1, 5),))
    assert two_of_two[2] > two_of_five[2] > 0, "the third goal, told by the other report alone"


def test_without_a_final_score_nobody_knows_what_was_left_out():
    assert nats(telling(0, 2, 80.0), telling(1, 0, 10.0), scores=()) == [0.0, 0.0, 0.0]


def test_a_man_whom_one_report_alone_sends_off_is_not_sent_off():
    """Notes with "Boos: many" in their list of cards, beside reports that tell of another man's dismissal."""
    notes = reading("notes", *TRUE, sent_off("Boos"))
    record = record_of(notes, *(reading(f"other{n}", *TRUE) for n in range(2)))
    assert [card.player for card in record.cards] == ["Radu"]


def test_a_dismissal_that_brief_reports_leave_out_stays():
    record = record_of(reading("full", *TRUE), reading("brief", *TRUE[:3], final(2, 1)))
    assert [card.player for card in record.cards] == ["Radu"]
