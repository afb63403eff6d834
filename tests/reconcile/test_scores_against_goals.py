"""The final score that reports give in figures, against goals that the reader found in their prose; and own goals."""

from __future__ import annotations

import msgspec
import pytest

import tabellino
from tabellino import Report
from tabellino.domain.claim import ScoreSays
from tests.reconcile.told_match import TRUE, final, goal, reading, record_of

#: Shots that were read as goals.
SHOTS = (goal("Belotti", 12), goal("Immobile", 40), goal("Ljajic", 71))


def told_of(text):
    return tabellino.read([Report(text)])


def score_of(*readings):
    return record_of(*readings).score.full_time


def test_where_nobody_tells_of_a_goal_or_a_draw_no_score_is_given():
    lost = told_of("Juventus lost at home to Inter.")
    assert lost.score.full_time is None
    assert {claim.verdict for claim in lost.claims if isinstance(claim.says, ScoreSays)} == {"unverifiable"}
    drawn = "Juventus and Inter shared the points in Turin. It was a stalemate in which neither keeper had much to do."
    assert told_of(drawn).score.full_time == (0, 0), "a draw without goals"


def test_what_reads_like_goals_in_reports_of_a_goalless_draw_is_none():
    assert score_of(reading("one", *SHOTS, final(0, 0)), reading("two", final(0, 0))) == (0, 0)
    assert score_of(reading("one", *SHOTS, final(0, 0, None))) == (0, 0)


def test_one_of_two_reports_alone_makes_no_goalless_draw():
    assert score_of(reading("one", *TRUE), reading("two", final(0, 0))) == (2, 1)


def test_copies_of_one_report_make_no_goalless_draw_surer():
    copied = [reading("two", final(0, 0)) for _ in range(4)]
    assert score_of(reading("one", *TRUE), *copied) == (2, 1)


@pytest.mark.parametrize(
    ("goals", "remark"),
    [
        (SHOTS, "three that make it 2-1"),
        (SHOTS[:1], "one alone"),
        ((*SHOTS, goal("Baselli", 80)), "four"),
    ],
)
def test_a_single_report_is_taken_at_its_word(goals, remark):
    assert score_of(reading("one", *goals, final(3, 1))) == (3, 1), remark


def test_of_two_reports_the_one_that_tells_an_own_goal_is_likelier_right():
    own = reading("one", *TRUE[:2], goal("Radu", 71, team="Torino", own_goal=True), final(2, 1))
    shot = reading("two", *TRUE[:2], goal("Ljajic", 71, team="Torino"), final(2, 1))
    last = record_of(own, shot).goals[-1]
    assert (last.scorer or last.perhaps, last.own_goal, last.team) == ("Radu", True, "home")


def test_two_who_name_the_shooter_outvote_one_who_tells_an_own_goal():
    own = reading("one", *TRUE[:2], goal("Radu", 71, team="Torino", own_goal=True), final(2, 1))
    shot = [reading(f"{n}{n * 9}x", *TRUE[:2], goal("Ljajic", 71, team="Torino"), final(2, 1)) for n in (2, 3, 4)]
    assert record_of(own, *shot).goals[-1].scorer == "Ljajic"


def test_in_languages_whose_reader_was_not_fitted_prose_is_not_wrong_about_what_a_goal_did():
    others = [reading(f"other{n}x{n * 7}", *TRUE) for n in range(3)]
    wrong = reading("draft Belotti", goal("Belotti", 12, effects=("equaliser",)))
    assert record_of(wrong, *others).claims[0].verdict == "contradicted"
    foreign = msgspec.structs.replace(wrong, language="it")
    assert record_of(foreign, *others).claims[0].verdict == "disputed"
