"""The parts that verdicts are made of: clocks, copies, corrections, the words of reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.domain.clock import TimeWindow
from tabellino.reconcile.clocks import minutes_less, minutes_off, outlet_offsets
from tabellino.reconcile.corrections import corrected_minute, corrected_score, corrected_scorer
from tabellino.reconcile.facts import season_of
from tabellino.reconcile.reasons import ordinal, possessive

CLOCK = {"elapsed_least": 3, "elapsed_share": 0.7}


@pytest.mark.parametrize(
    ("remark", "told", "right", "minutes"),
    [
        ("the same", 17.0, 17.0, 0),
        ("one low", 16.0, 17.0, -1),
        ("90+10 is also the 100th", 100.0, 90.10, 0),
        ("added time not counted", 90.0, 90.04, 0),
        ("first-half added time", 45.03, 48.0, 0),
    ],
)
def test_minutes_are_compared_over_both_clocks(remark, told, right, minutes):
    assert minutes_less(told, right) == minutes, remark


@pytest.mark.parametrize(
    ("remark", "apart", "offsets"),
    [
        ("all one low", [(0, -1), (0, -1), (0, -1)], {0: -1}),
        ("two goals prove no clock", [(0, -1), (0, -1)], {}),
        ("an exact outlet", [(0, 0), (0, 0), (0, 0)], {}),
        ("one of four two low", [(0, -1), (0, -1), (0, -1), (0, -2)], {0: -1}),
        ("half of them", [(0, -1), (0, -1), (0, 0), (0, 0)], {}),
        ("two low is no clock but errors", [(0, -2), (0, -2), (0, -2)], {}),
    ],
)
def test_an_outlet_s_clock_is_known_by_all_its_minutes(remark, apart, offsets):
    assert outlet_offsets(apart, CLOCK) == offsets, remark


def test_a_window_without_best_value_is_off_only_outside_its_bounds():
    late = TimeWindow(39.0, 45.07, None, "phase")
    assert minutes_off(late, 42.0) == 0
    assert minutes_off(late, 30.0) == 9


@pytest.mark.parametrize(
    ("quote", "told", "right", "corrected"),
    [
        ("Ljajic 74' pen", 74.0, 71.0, "Ljajic 71' pen"),
        ("in the 3rd minute", 3.0, 22.0, "in the 22nd minute"),
        ("headed in on 58 minutes", 58.0, 85.0, "headed in on 85 minutes"),
        ("Rossi 90+3'", 90.03, 90.05, "Rossi 90+5'"),
        ("with a quarter of an hour left", 75.0, 79.0, "in the 79th minute"),
        ("3-1, Rossi 3'", 3.0, 8.0, "3-1, Rossi 8'"),
    ],
)
def test_a_wrong_minute_is_put_right_in_its_own_words(quote, told, right, corrected):
    assert corrected_minute(quote, told, right) == corrected


def test_a_wrong_score_is_put_right_in_its_own_words():
    assert corrected_score("won 3–1 away", (3, 1), (2, 1)) == "won 2–1 away"
    assert corrected_score("won by two", (3, 1), (2, 1)) == "2-1"


def test_a_wrong_name_is_put_right_in_its_own_words():
    assert (
        corrected_scorer("Daniele Baselli struck late", "Daniele Baselli", "Adem Ljajic") == "Adem Ljajic struck late"
    )
    assert corrected_scorer("Baselli struck late", "Daniele Baselli", "Adem Ljajic") == "Ljajic struck late"
    assert corrected_scorer("he struck late", "Daniele Baselli", "Adem Ljajic") == "Adem Ljajic"


@given(st.integers(1, 130), st.integers(1, 130))
def test_a_corrected_minute_names_the_right_one(told, right):
    assert str(right) in corrected_minute(f"struck in minute {told}", float(told), float(right))


@pytest.mark.parametrize(("number", "word"), [(1, "1st"), (11, "11th"), (22, "22nd"), (83, "83rd"), (112, "112th")])
def test_ordinals(number, word):
    assert ordinal(number) == word


def test_possessives_are_of_the_surname():
    assert (possessive("Marco Reus"), possessive("Robin van Persie")) == ("Reus'", "van Persie's")


@pytest.mark.parametrize(
    ("date", "calendar", "season"),
    [
        ("2026-02-14", False, "2025-26"),
        ("2025-08-16", False, "2025-26"),
        ("1999-09-11", False, "1999-00"),
        ("2024-10-05", True, "2024"),
    ],
)
def test_the_season_of_a_day(date, calendar, season):
    assert season_of(date, calendar) == season


@pytest.mark.parametrize(
    ("told", "position", "off"),
    [(94.0, 90.0, 0.0), (94.0, 90.04, 0.0), (94.0, 88.0, 6.0), (49.0, 45.0, 4.0), (107.0, 90.0, 17.0)],
    ids=["added time not known", "90+4", "before the end", "the second half", "extra time"],
)
def test_the_94th_minute_is_the_90th_whose_added_time_nobody_tells(told: float, position: float, off: float):
    assert minutes_off(TimeWindow(told, told, told, "exact"), position) == pytest.approx(off)


def test_the_46th_minute_may_be_of_the_first_half_s_added_time():
    added = TimeWindow(45.01, 45.09, None, "phase")
    assert minutes_off(added, 46.0) == 0
    assert minutes_off(added, 56.0) > 0
    assert minutes_off(added, 44.0) > 0
