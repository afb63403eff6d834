"""Counts and figures, against cases counted by hand."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from gate.measures import Counts, figures, judge, minute_right, pairs, same_goal
from gate.told import Happening, MatchTold, told_by, turned

#: 3-2 for the home side: an own goal, a penalty, an added-time winner; one red card.
TRUTH = MatchTold(
    home="Leeds United",
    away="Derby County",
    score=(3, 2),
    half_time=(1, 1),
    goals=(
        Happening("Kris Halloran", "home", 17, own_goal=True),
        Happening("Marcus Ayling", "away", 26),
        Happening("Danny Prentice", "home", 58, penalty=True),
        Happening("Joe Tranter", "away", 83),
        Happening("Oumar Traore", "home", 90, 3),
    ),
    reds=(Happening("Paul Garrity", "away", 43),),
    missed_penalties=(Happening("Marcus Ayling", "away", 50),),
)


def changed(**fields: object) -> MatchTold:
    return msgspec.structs.replace(TRUTH, **fields)


def goals_with(index: int, **fields: object) -> MatchTold:
    goals = list(TRUTH.goals)
    goals[index] = msgspec.structs.replace(goals[index], **fields)
    return changed(goals=tuple(goals))


def test_the_truth_itself_is_right_in_everything():
    judged = judge(TRUTH, TRUTH)
    assert judged.remarks == ()
    measured = figures(judged.counts)
    wrong = {n: f for n, f in measured.items() if f not in (1.0, None) and n != "crashes"}
    assert wrong == {}
    assert measured["disallowed_f1"] is None, "nothing asked, nothing found: no figure"


@pytest.mark.parametrize(
    ("found", "expected", "remark"),
    [
        (goals_with(0, own_goal=False), {"goals_right": 4, "exact": 0}, "the own goal given to its scorer as a goal"),
        (goals_with(0, team="away"), {"goals_right": 4, "exact": 0}, "the goal counted for the other side"),
        (goals_with(1, person="M. Ayling"), {"goals_right": 5, "exact": 1}, "initials are the same person"),
        (goals_with(1, person="Marcus"), {"goals_right": 5}, "one name of two is the same person"),
        (goals_with(1, person="Nigel Aylings"), {"goals_right": 4}, "a longer surname is another person"),
        (goals_with(1, person=None), {"goals_found": 4, "goals_right": 4}, "a goal without scorer is not found"),
        (goals_with(1, minute=27), {"minutes_right": 5, "exact": 1}, "one minute off is right"),
        (goals_with(1, minute=28), {"minutes_right": 4, "exact": 0}, "two minutes off is wrong"),
        (goals_with(1, minute=None), {"goals_right": 5, "minutes_right": 4}, "no minute is no right minute"),
        (goals_with(4, minute=93, added_time=None), {"minutes_right": 5}, "90+3 told as the 93rd minute"),
        (goals_with(4, minute=90, added_time=None), {"minutes_right": 5}, "90+3 told as the 90th minute"),
        (goals_with(4, minute=97, added_time=None), {"minutes_right": 4}, "90+3 told as the 97th minute"),
        (changed(score=(2, 3)), {"score_right": 0, "exact": 0}, "the score the wrong way round"),
        (changed(half_time=(1, 0)), {"half_right": 0, "exact": 1}, "half-time is no part of an exact record"),
        (changed(reds=()), {"reds_found": 0, "reds_right": 0, "exact": 0}, "a red card missed"),
        (
            changed(reds=(*TRUTH.reds, Happening("Ross Hegarty", "home"))),
            {"reds_found": 2, "reds_right": 1, "exact": 0},
            "a red card invented",
        ),
        (changed(reds=(Happening("Paul Garrity", "home"),)), {"reds_right": 0}, "a red card for the other side"),
        (changed(reds=(Happening("Garrity", None),)), {"reds_right": 0}, "a red card whose side is not told"),
        (turned(TRUTH), {"teams_right": 1, "home_right": 0, "goals_right": 5, "score_right": 1}, "sides exchanged"),
        (changed(away="Hull City"), {"teams_right": 0, "home_right": 0, "exact": 0}, "another club"),
        (changed(home="Leeds", away="Derby"), {"teams_right": 1, "home_right": 1, "exact": 1}, "short club names"),
    ],
)  # fmt: skip
def test_each_fault_costs_what_it_should(found, expected, remark):
    counts = dataclasses.asdict(judge(found, TRUTH).counts)
    assert {name: counts[name] for name in expected} == expected, remark


def test_where_the_words_allow_both_a_goal_and_an_own_goal_are_right():
    asked = Happening("Danny Prentice", "home", 17, or_own_goal_by="Kris Halloran")
    assert same_goal(Happening("Prentice", "home"), asked)
    assert same_goal(Happening("Halloran", "home", own_goal=True), asked)
    assert not same_goal(Happening("Halloran", "home"), asked)
    assert not same_goal(Happening("Halloran", "away", own_goal=True), asked)


def test_two_goals_of_one_man_are_paired_by_their_minutes():
    asked = (Happening("Brandes", "home", 56), Happening("Brandes", "home", 79))
    found = (Happening("Brandes", "home", 80), Happening("Brandes", "home", 55))
    assert pairs(found, asked, same_goal) == [(0, 1), (1, 0)]


def test_a_goal_told_twice_is_found_once():
    twice = changed(goals=(*TRUTH.goals, TRUTH.goals[1]))
    counts = judge(twice, TRUTH).counts
    assert (counts.goals_found, counts.goals_right) == (6, 5)
    assert figures(counts)["goal_precision"] == 0.8333


def test_no_record_misses_all_that_was_asked():
    judged = judge(None, TRUTH)
    assert judged.counts == Counts(
        matches=1, home_asked=1, score_asked=1, half_asked=1, goals_asked=5, reds_asked=1, missed_asked=1
    )
    assert figures(judged.counts)["goal_recall"] == 0.0
    assert figures(judged.counts)["goal_precision"] is None


def test_where_labels_do_not_tell_the_home_side_nothing_is_asked():
    judged = judge(turned(TRUTH), changed(home_told=False))
    assert (judged.counts.home_asked, judged.counts.home_right) == (0, 0)
    assert judged.remarks == ()


def test_minutes_are_asked_only_of_goals_found_and_only_where_labelled():
    asked = changed(goals=(Happening("Marcus Ayling", "away", None), Happening("Joe Tranter", "away", 83)))
    found = changed(goals=(Happening("Marcus Ayling", "away", 12),))
    counts = judge(found, asked).counts
    assert (counts.goals_right, counts.minutes_asked) == (1, 0)


def test_counts_of_two_matches_add_up_field_by_field():
    one, none = judge(TRUTH, TRUTH).counts, judge(None, TRUTH).counts
    both = one + none
    assert (both.matches, both.goals_asked, both.goals_right, both.answered) == (2, 10, 5, 1)
    measured = figures(both)
    assert (measured["goal_precision"], measured["goal_recall"], measured["exact"]) == (1.0, 0.5, 0.5)
    assert measured["red_f1"] == 0.6667, "2 * 1 / (1 found + 2 asked)"


def test_added_time_before_the_break_is_not_the_next_half():
    assert minute_right(Happening("x", minute=49), Happening("x", minute=45, added_time=4))
    assert not minute_right(Happening("x", minute=49), Happening("x", minute=46))


def test_remarks_name_what_was_missed_and_invented():
    found = changed(goals=(*TRUTH.goals[1:], Happening("Lee Costigan", "home", 61)), score=(3, 3))
    assert judge(found, TRUTH).remarks == (
        "score (3, 3) (true (3, 2))",
        "missed 17' Kris Halloran (og) for home",
        "invented 61' Lee Costigan for home",
    )


def test_believed_facts_carry_their_probability_and_whether_they_were_right():
    found = changed(
        goals=(
            msgspec.structs.replace(TRUTH.goals[1], probability=0.9),
            Happening("Lee Costigan", "home", 61, probability=0.4),
        ),
        reds=(),
    )
    assert judge(found, TRUTH).believed == ((0.9, True), (0.4, False))


def test_turning_twice_changes_nothing():
    assert turned(turned(TRUTH)) == TRUTH


def test_a_record_is_measured_by_what_it_says(record_of):
    measured = told_by(record_of(TRUTH))
    assert judge(measured, TRUTH).remarks == ()
    assert measured.goals[4].clock() == 93
