"""The reports that the reader is fitted on, and the fit."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from gate import corpus
from tools.log_linear import Example, Matrix, yes_or_no

TRAINING = sorted((corpus.HERE / "training").glob("*.json"))


@pytest.mark.parametrize("path", TRAINING, ids=lambda p: p.stem)
def test_labels_fit_their_text(path: Path) -> None:
    row, text = json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8")
    for telling in row["tellings"]:
        assert text.count(telling["quote"]) == 1, f"{telling['quote']!r} must stand once"
        assert 0 <= telling["goal"] < len(row["goals"]), "a telling is of one of the goals"
    sides = [goal["team"] for goal in row["goals"]]
    assert [sides.count("home"), sides.count("away")] == row["score"], "the goals add up to the score"


ROWS = [json.loads(line) for line in (corpus.HERE / "labels" / "full.jsonl").read_text("utf-8").splitlines()]
MATCHES = {match.id: match for match in corpus.matches()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["match"])
def test_labels_of_the_gate_s_reports_fit_their_text(row: dict[str, Any]) -> None:
    match = MATCHES[row["match"]]
    text = next(report.text for report in match.reports if report.path.name == row["file"])
    assert match.part == "tune", "weights are fitted on the part that may be looked at"
    for telling in row["tellings"]:
        assert text.count(telling["quote"]) == 1, f"{telling['quote']!r} must stand once"
        assert 0 <= telling["goal"] < len(match.facts.goals), "a telling is of one of the goals"
    assert {t["goal"] for t in row["tellings"]} >= {n for n, _ in enumerate(match.reports[0].told.goals)}


def test_a_fit_finds_the_odds_that_made_the_examples() -> None:
    chance = random.Random(1)
    examples = [yes_or_no({"told": 1.0}, chance.random() < 0.8, n) for n in range(2000)]
    (weight,) = Matrix(examples, ["told"]).fit(pull=0.01)
    assert weight == pytest.approx(1.386, abs=0.15), "log(0.8 / 0.2)"


def test_the_pull_keeps_a_weight_from_running_away() -> None:
    examples = [yes_or_no({"told": 1.0}, True, n) for n in range(10)]
    loose, tight = (Matrix(examples, ["told"]).fit(pull=pull)[0] for pull in (0.1, 10.0))
    assert 0 < tight < loose < 10


def test_of_several_right_options_any_will_do() -> None:
    examples = [Example([{"a": 1.0}, {"b": 1.0}, {}], [True, True, False], n) for n in range(20)]
    matrix = Matrix(examples, ["a", "b"])
    weights = matrix.fit(pull=0.1)
    loss, right = matrix.loss(weights)
    assert right == 1.0
    assert loss < 0.1
