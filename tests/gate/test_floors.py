"""Floors rise, do not sink unasked, and say what sank."""

from __future__ import annotations

import pytest

from gate.floors import breaches, load, pinned, save

FLOORS = {"several": {"score": 0.9, "crashes": 0.0}}


@pytest.mark.parametrize(
    ("figures", "messages"),
    [
        ({"several": {"score": 0.9, "crashes": 0}}, []),
        ({"several": {"score": 0.95, "crashes": 0}}, []),
        ({"several": {"score": 0.89996, "crashes": 0}}, []),
        ({"several": {"score": 0.85, "crashes": 0}}, ["several score: 0.8500, below the floor 0.9000"]),
        ({"several": {"score": 0.9, "crashes": 2}}, ["several crashes: 2.0000, above the floor 0.0000"]),
        ({"several": {"score": None, "crashes": 0}}, ["several score: no longer measured 0.9000"]),
        ({"long": {"score": 0.1}}, []),
    ],
    ids=["at the floor", "above", "below by rounding", "below", "over a ceiling", "gone", "another row"],
)
def test_what_sank_is_named(figures, messages):
    assert [str(b) for b in breaches(figures, FLOORS)] == messages


def test_pinning_raises_and_does_not_lower():
    figures = {"several": {"score": 0.8, "crashes": 1}, "long": {"score": 0.7, "half_time": None}}
    assert pinned(figures, FLOORS) == {"several": {"score": 0.9, "crashes": 0.0}, "long": {"score": 0.7}}
    assert pinned({"several": {"score": 0.97}}, FLOORS)["several"]["score"] == 0.97


def test_pinning_lowers_only_when_asked_in_so_many_words():
    assert pinned({"several": {"score": 0.8}}, FLOORS, allow_lower=True)["several"] == {"score": 0.8, "crashes": 0.0}


def test_floors_come_back_as_they_were_saved(tmp_path):
    path = tmp_path / "floors.toml"
    assert load(path) == {}, "nothing is pinned yet"
    save({"several, tune": {"score": 0.9}, "shared long (espn)": {"crashes": 0.0}}, path)
    assert load(path) == {"several, tune": {"score": 0.9}, "shared long (espn)": {"crashes": 0.0}}
    assert path.read_text("utf-8").startswith("# Floors of `make gate`")
