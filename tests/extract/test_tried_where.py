"""A regular expression tried only where one of its words stands finds what a search finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.extract.officials import official_claims
from tabellino.extract.tried_where import matches_at

NAMES = ("ab", "abc", "b a", "c")


@given(st.text(alphabet="abc d", max_size=60))
def test_nothing_is_missed_and_nothing_found_twice(text: str):
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})d?")
    assert [m.span() for m in matches_at(text, NAMES, pattern)] == [m.span() for m in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "told", "remark"),
    [
        ("A Crowd of 21,450 saw it.", {"21450"}, "whatever the letters"),
        ("They played in\n front of 9,876 people.", {"9876"}, "a phrase over the end of a line"),
        ("The average crowd of 21,450 will fall.", set(), "another crowd"),
        ("\u0130stanbul had an attendance of 30,000.", {"30000"}, "a letter that grows when made small"),
        ("Nothing was said of the gate.", set(), "the word without a figure"),
    ],
)
def test_the_crowd_is_found_wherever_its_words_stand(text: str, told: set[str], remark: str):
    claims = official_claims(text, text.lower(), "en", frozenset())
    assert {claim.says.value for claim in claims} == told, remark
