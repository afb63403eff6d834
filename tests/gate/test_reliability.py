"""The reliability table, counted by hand."""

from __future__ import annotations

from gate.reliability import Bin, fields_believed, sure_and_right, table
from gate.told import MatchTold

BELIEVED = [(0.99, True), (0.98, True), (0.92, False), (0.6, True), (0.55, False), (0.2, False)]


def test_facts_fall_into_bins_and_empty_bins_are_left_out():
    assert table(BELIEVED) == (
        Bin(0.0, 1, 0, 0.2),
        Bin(0.5, 2, 1, 0.575),
        Bin(0.9, 1, 0, 0.92),
        Bin(0.97, 2, 2, 0.985),
    )


def test_the_share_of_right_among_the_sure():
    assert sure_and_right(BELIEVED) == 0.6667
    assert sure_and_right([(0.3, True)]) is None


def test_fields_of_the_record_are_judged_where_labels_tell():
    found = MatchTold("Leeds", "Derby", score=(2, 1), half_time=(0, 0))
    asked = MatchTold("Leeds United", "Derby County", score=(2, 1))
    probabilities = {"score": 0.9, "score.half_time": 0.8, "home": 0.7, "venue": 0.6}
    assert fields_believed(probabilities, found, asked) == [(0.9, True), (0.7, True)]


def test_a_record_with_the_sides_exchanged_costs_the_home_side_alone():
    found = MatchTold("Derby", "Leeds", score=(1, 2), half_time=(0, 1))
    asked = MatchTold("Leeds United", "Derby County", score=(2, 1), half_time=(1, 0))
    probabilities = {"score": 0.9, "half_time": 0.8, "home": 0.7}
    assert fields_believed(probabilities, found, asked) == [(0.9, True), (0.8, True), (0.7, False)]
