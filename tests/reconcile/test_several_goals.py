"""A man's goals: how many a report tells without counting them, in which order, and how sure each of them is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from told_match import final, goal, reading, record_of

from tabellino.domain.clock import TimeWindow

#: "just before half-time", "just after half-time".
LATE_IN_THE_FIRST = TimeWindow(38.0, 45.9, None, "rough")
EARLY_IN_THE_SECOND = TimeWindow(46.0, 53.0, None, "rough")

AHEAD = goal("Belotti", team="Torino", effects=("lead",))
LEVEL = goal("Immobile", team="Lazio", effects=("equaliser",))
MADE_IT_2_1 = goal("Belotti", team="Torino", score_after=(2, 1))


def told(*says) -> list[tuple[str | None, tuple[int, int]]]:
    """The goals of the record of one report that says these things and the score."""
    record = record_of(reading("alone", *says, final(2, 1)))
    return [(g.scorer, g.score_after) for g in record.goals]


@pytest.mark.parametrize(
    ("says", "remark"),
    [
        ((AHEAD, LEVEL, MADE_IT_2_1), "ahead, level, and then 2-1: two goals of his"),
        (
            (AHEAD, LEVEL, goal("Belotti", team="Torino", effects=("winner",))),
            "the lead, and the winner after the equaliser",
        ),
        ((goal("Belotti", effects=("opener",)), LEVEL, MADE_IT_2_1), "the opener is no 2-1, whatever stands between"),
    ],
)
def test_goals_are_told_apart_by_what_they_did_to_the_score(says, remark):
    assert told(*says) == [("Belotti", (1, 0)), ("Immobile", (1, 1)), ("Belotti", (2, 1))], remark


@pytest.mark.parametrize(
    ("says", "remark"),
    [
        ((MADE_IT_2_1, goal("Belotti", effects=("winner",)), LEVEL), "the goal that made it 2-1 was the winner"),
        ((goal("Belotti"), LEVEL, goal("Belotti", effects=("winner",))), "a headline tells nothing of the score"),
        ((AHEAD, AHEAD, LEVEL), "the same said twice"),
    ],
)
def test_one_goal_told_twice_is_one(says, remark):
    assert [scorer for scorer, _ in told(*says)].count("Belotti") == 1, remark


def test_a_goal_told_roughly_has_others_before_it_and_after_it():
    """No minute is told, yet "just before half-time" comes before "just after half-time"."""
    says = (
        goal("Belotti", team="Torino"),
        replace(goal("Immobile", team="Lazio"), time=LATE_IN_THE_FIRST),
        replace(goal("Ljajic", team="Torino"), time=EARLY_IN_THE_SECOND),
    )
    assert told(*says) == [("Belotti", (1, 0)), ("Immobile", (1, 1)), ("Ljajic", (2, 1))]


def test_of_a_man_s_goals_the_one_that_is_told_better_is_surer():
    sure, doubtful = goal("Belotti", 12, team="Torino"), goal("Belotti", 71, team="Torino", surely=0.5)
    first, _, second = record_of(reading("alone", sure, goal("Immobile", 40), doubtful, final(2, 1))).goals
    assert (first.scorer, second.scorer) == ("Belotti", "Belotti")
    assert first.probability > second.probability


def test_a_goal_of_which_no_more_is_told_leaves_the_minutes_of_the_others():
    """The last goal is told before any minute, without what it did to the score; it came after it all the same."""
    says = (goal("Belotti", team="Torino", effects=("lead",)), goal("Ljajic", team="Torino"), goal("Belotti", 38))
    record = record_of(reading("alone", *says, final(2, 0)))
    assert [(g.scorer, g.minute) for g in record.goals] == [("Belotti", 38), ("Ljajic", None)]
