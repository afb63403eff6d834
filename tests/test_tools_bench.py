"""The bench of the command line measures real processes."""

from __future__ import annotations

import pytest

from tools import bench_front


def test_seconds_and_memory_of_a_real_process_are_measured():
    seconds, memory = bench_front.measure(["--version"])
    assert 0 < seconds < 30
    assert 1 < memory < 2000, "megabytes"


def test_a_command_that_fails_is_no_measurement():
    with pytest.raises(RuntimeError, match="ended with 2"):
        bench_front.measure(["read", "no-such-file.txt"])


def test_every_row_has_name_value_unit_and_bar(monkeypatch):
    monkeypatch.setattr(bench_front, "measure", lambda args: (0.1, 40.0))
    rows = bench_front.run()
    assert [(row[0], row[3]) for row in rows][:2] == [("tabellino --help", 0.25), ("tabellino read, two files", 0.6)]
    assert all(isinstance(value, float) and unit in {"s", "MB"} for _, value, unit, _ in rows)
