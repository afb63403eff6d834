"""The bench of the solver measures matches of so many witnesses."""

from __future__ import annotations

import pytest

from tabellino.reconcile.matches import pairings
from tools import bench_solver


@pytest.mark.parametrize("number", [2, 10, 50])
def test_so_many_reports_are_of_one_match_and_no_copies(number: int):
    told = bench_solver.readings(number)
    (pairing,) = pairings(told)
    assert len(pairing.reports) == number
    assert pairing.copies == {}


def test_every_row_has_name_value_unit_and_bar(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bench_solver, "seconds", lambda told: 0.005)
    rows = [row[1:] for row in bench_solver.run()]
    assert rows == [(5.0, "ms", None), (5.0, "ms", 10.0), (5.0, "ms", None)]
