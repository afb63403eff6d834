"""Chances and log-odds are two ways of writing one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.domain.chance import chance_of, log_odds_of


@given(st.floats(0.001, 0.999))
def test_a_chance_comes_back_from_its_log_odds(chance: float):
    assert chance_of(log_odds_of(chance)) == pytest.approx(chance)


@pytest.mark.parametrize(("chance", "counted"), [(0.0, 0.02), (1.0, 0.98), (0.5, 0.5)])
def test_certainty_counts_as_no_more_than_is_allowed(chance: float, counted: float):
    assert chance_of(log_odds_of(chance, 0.02)) == pytest.approx(counted)
