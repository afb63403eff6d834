"""Where a report goes along with the clock, and what that tells of goals without a minute."""

from __future__ import annotations

import math
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tabellino
from tabellino.domain.reading import Station, played_between
from tabellino.domain.report import Report
from tabellino.extract.course import HALF_COUNTS, SHARP_COUNTS, SLACK, VAGUE, _longest
from tabellino.extract.reader import read_report

OPENING = (
    "Everton beat Fulham 2-1 at Goodison Park. Osman's 88th-minute winner settled it. It was a poor evening for "
    "football. The crowd had seen better. "
)
ALONG = (
    "Berbatov shot wide in the ninth minute. Lukaku headed in from a corner. Howard saved from him on the half-hour. "
    "Fulham made a change at half-time. Ruiz tapped in for the visitors. Barkley hit a post in the 62nd minute. "
    "Osman drove the ball in from 20 yards."
)


def around(words: str, text: str = OPENING + ALONG) -> tuple[float, float] | None:
    """Between which positions of the clock some words of a text were played, as far as it tells."""
    return played_between(read_report(Report(text)).course, text.index(words))


@pytest.mark.parametrize(
    ("words", "between", "remark"),
    [
        ("Osman's 88th", None, "the opening is out of order"),
        ("Lukaku headed in", (9, 30), "between two minutes"),
        ("Ruiz tapped in", (45.5, 62), "behind half-time"),
        ("Osman drove", (62, math.inf), "behind the last time"),
    ],
)
def test_what_stands_between_two_times_was_played_between_them(words, between, remark):
    assert around(words) == between, remark


def test_a_report_without_times_has_no_course():
    assert read_report(Report("Everton beat Fulham 2-1 at Goodison Park. Osman and Lukaku scored.")).course == ()


def test_a_time_told_again_later_does_not_turn_the_clock_back():
    text = OPENING + ALONG + " Berbatov, whose ninth-minute shot had been their first, was replaced. Rodallega came on."
    assert around("Rodallega", text) == (62, math.inf)


def test_stations_are_in_order_of_the_text_and_of_the_clock():
    course = read_report(Report(OPENING + ALONG)).course
    assert list(course) == sorted(course, key=lambda station: station.offset)
    assert all(one.earliest <= other.latest + 1 for one, other in pairwise(course))
    assert course[0] == Station(course[0].offset, 0.0, 0.0)


def test_goals_without_a_minute_fall_into_the_half_in_which_their_report_tells_them():
    record = tabellino.read(OPENING + ALONG)
    assert [(goal.scorer or "").split()[-1] for goal in record.goals] == ["Lukaku", "Ruiz", "Osman"]
    assert record.score.half_time == (1, 0)
    assert [goal.minute for goal in record.goals] == [None, None, 88], "no minute is made of it"


def test_a_goal_of_the_46th_minute_that_another_report_tells_in_added_time_leaves_the_half_open():
    early = "Everton beat Fulham 2-0. Osman headed in after 20 minutes and Lukaku made it 2-0 in the 46th minute."
    added = "Everton beat Fulham 2-0. Osman scored in the 20th minute. Lukaku headed in during first-half added time."
    again = "Everton beat Fulham 2-0 with goals from Osman (20) and Lukaku (46)."
    assert tabellino.read(early).score.half_time == (1, 0)
    assert tabellino.read([early, again]).score.half_time == (1, 0)
    assert tabellino.read([early, again, added]).score.half_time != (1, 0)


def simply_longest(stations: list[Station]) -> float:
    """What the heaviest run is worth, found by looking at every pair."""
    worth: list[float] = []
    for n, station in enumerate(stations):
        before = [worth[k] for k in range(n) if stations[k].latest <= station.latest + SLACK]
        worth.append(weight(station) + max(before, default=0.0))
    return max(worth, default=0.0)


def weight(station: Station) -> float:
    return SHARP_COUNTS if station.latest - station.earliest <= VAGUE else HALF_COUNTS


@given(st.lists(st.tuples(st.integers(0, 95), st.sampled_from([0, 0, 0, 15, 44])), max_size=14))
def test_the_run_is_the_heaviest_of_all(times: list[tuple[int, int]]):
    stations = [Station(place, float(first), float(first + wide)) for place, (first, wide) in enumerate(times)]
    run = _longest(stations)
    assert sum(map(weight, run)) == pytest.approx(simply_longest(stations))
    assert all(one.offset < other.offset for one, other in pairwise(run))
    assert all(one.latest <= other.latest + SLACK for one, other in pairwise(run))


def test_a_hundred_thousand_times_are_put_in_order_at_once():
    stations = [Station(place, place * 7919 % 90, place * 7919 % 90) for place in range(100_000)]
    start = time.process_time()
    _longest(stations)
    assert time.process_time() - start < 5, "by every pair it would take an hour"
