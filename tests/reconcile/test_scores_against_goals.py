"""The final score that reports give in figures, against goals that the reader found in their prose."""

from __future__ import annotations

import msgspec
import pytest

from tests.reconcile.told_match import TRUE, final, goal, reading, record_of

#: Shots that were read as goals.
SHOTS = (goal("Belotti", 12), goal("Immobile", 40), goal("Ljajic", 71))


def score_of(*readings):
    return record_of(*readings).score.full_time


def test_what_reads_like_goals_in_reports_of_a_goalless_draw_is_none():
    assert score_of(reading("one", *SHOTS, final(0, 0)), reading("two", final(0, 0))) == (0, 0)
    assert score_of(reading("one", *SHOTS, final(0, 0, None))) == (0, 0)


def test_one_of_two_reports_alone_makes_no_goalless_draw():
    assert score_of(reading("one", *TRUE), reading("two", final(0, 0))) == (2, 1)


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


def test_in_languages_whose_reader_was_not_fitted_prose_is_not_wrong_about_what_a_goal_did():
    others = [reading(f"other{n}x{n * 7}", *TRUE) for n in range(3)]
    wrong = reading("draft Belotti", goal("Belotti", 12, effects=("equaliser",)))
    assert record_of(wrong, *others).claims[0].verdict == "contradicted"
    foreign = msgspec.structs.replace(wrong, language="it")
    assert record_of(foreign, *others).claims[0].verdict == "disputed"
