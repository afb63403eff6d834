"""The programme end to end, on a library that knows the labels and on one that knows nothing."""

from __future__ import annotations

import json

import pytest

from gate import measuring, shared_reports
from gate import run as gate_run
from gate.floors import load
from tabellino.errors import NoMatch


class Silent:
    """Finds no match anywhere."""

    def read(self, reports):
        raise NoMatch("nothing here")

    def extract(self, report):
        return ()


class Broken(Silent):
    """Falls over."""

    def read(self, reports):
        raise ZeroDivisionError("by zero")


@pytest.fixture
def run(tmp_path):
    def run(library, *arguments: str) -> int:
        own = ["--floors", str(tmp_path / "floors.toml"), "--shared", str(tmp_path / "nothing")]
        return gate_run.main([*own, *arguments], library)

    return run


def test_a_library_that_knows_the_labels_gets_everything_right(oracle):
    outcomes = gate_run.measure(oracle, gate_run.own_groups(None))
    assert [(o.case.id, o.remarks) for group in outcomes.values() for o in group if o.remarks] == []
    measured, sizes = gate_run.rows(outcomes)
    assert {measured[row]["exact"] for row in ("several", "short", "retold", "full, tune", "long, tune")} == {1.0}
    assert measured["several"]["contradicted_precision"] == measured["several"]["contradicted_recall"] == 1.0
    assert measured["no match"]["false_matches"] == 0
    assert sizes["several"] == sizes["several, tune"] + sizes["several, held_out"]


def test_a_silent_library_recalls_nothing_and_invents_nothing():
    measured, _ = gate_run.rows(gate_run.measure(Silent(), gate_run.own_groups("tune")))
    assert measured["several, tune"]["goal_recall"] == 0.0
    assert measured["several, tune"]["contradicted_precision"] is None
    assert measured["no match, tune"]["false_matches"] == 0
    assert "several" not in measured, "one part is not both"


def test_a_fall_is_counted_and_the_rest_goes_on(run, capsys):
    assert run(Broken(), "--part", "tune", "-v") == 0
    assert "crashed: ZeroDivisionError: by zero" in capsys.readouterr().out


def test_the_baselines_stand_beside_the_solver_and_have_no_floors(run, oracle, capsys, tmp_path):
    assert run(oracle, "--pin") == 0
    assert "several: majority vote" in capsys.readouterr().out
    assert not [row for row in load(tmp_path / "floors.toml") if "majority" in row]


def test_a_figure_below_its_floor_fails_with_its_name(run, oracle, capsys):
    assert run(oracle, "--pin") == 0
    assert run(Silent()) == 1
    assert "several goal_recall: 0.0000, below the floor 1.0000" in capsys.readouterr().err


def test_one_part_is_held_to_the_floors_of_that_part(run, oracle, capsys):
    assert run(oracle, "--pin") == 0
    assert run(Silent(), "--part", "held_out") == 1
    said = capsys.readouterr().err
    assert "retold, held_out goal_recall" in said
    assert "tune" not in said


def test_pinning_does_not_lower_unless_asked(run, oracle, tmp_path):
    assert run(oracle, "--pin") == 0
    assert run(Silent(), "--pin") == 1
    assert load(tmp_path / "floors.toml")["several"]["goal_recall"] == 1.0
    assert run(Silent(), "--pin", "--allow-lower") == 1, "precision and reliability are no longer measured at all"
    assert load(tmp_path / "floors.toml")["several"]["goal_recall"] == 0.0


def test_a_shared_folder_is_measured_with_the_same_measures(tmp_path):
    many = tmp_path / "many"
    (many / "texts").mkdir(parents=True)
    goal = {"minute": 90, "stoppage": 2, "scorer": "A", "team": "home", "own_goal": False, "penalty": True}
    row = {"home": "X", "away": "Y", "score": [1, 0], "half_time": None, "goals": [goal], "red_cards": []}
    merged = {"matches": [row | {"match_id": "x-y", "files": ["1.en.txt", "2.de.txt"]}]}
    single = {"matches": [row | {"file": "1.en.txt", "lang": "en"}, row | {"file": "2.de.txt", "lang": "de"}]}
    for file, data in (("merged.json", merged), ("single.json", single)):
        (many / file).write_text(json.dumps(data), "utf-8")
    for file in ("1.en.txt", "2.de.txt"):
        (many / "texts" / file).write_text(file, "utf-8")
    groups = shared_reports.groups(tmp_path)
    singles = {"shared short, English": 1, "shared short, others": 1}
    assert {name: len(cases) for name, cases in groups.items()} == {"shared several": 1, **singles}
    asked = groups["shared several"][0].asked
    assert asked is not None
    assert asked.goals[0].clock() == 92
    assert asked.score == (1, 0)
    outcomes = gate_run.measure(Silent(), groups)
    assert {"shared several", "shared short, English"} <= gate_run.rows(outcomes)[0].keys(), "each has its row"


def test_without_a_shared_folder_there_are_no_shared_rows(tmp_path):
    assert shared_reports.groups(tmp_path / "nothing") == {}


class Endless(Silent):
    """Searches for ever."""

    def read(self, reports):
        while True:
            pass


def test_a_call_that_runs_away_is_stopped_and_counted_as_a_crash():
    case = gate_run.own_groups("tune")["long"][0]
    [outcome] = measuring.run(Endless(), [case], limit=0.05)
    assert outcome.counts.crashes == 1
    assert outcome.remarks[0] == "crashed: NoAnswerError: no answer in 0.05 s"
