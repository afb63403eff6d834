"""A check points at the words in the draft and at the lines that speak against them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_records import DRAFT, RECORD, WIRE
from tabellino.domain.check import Check
from tabellino.domain.report import Report


def test_findings_are_the_claims_of_the_draft_that_need_a_look():
    check = Check.of(RECORD, DRAFT, (WIRE,))
    assert [(f.line, f.column, f.end_column, f.verdict, f.level) for f in check.findings] == [
        (3, 1, 37, "contradicted", "error"),
        (4, 1, 14, "disputed", "note"),
    ]
    assert check.draft == "draft.txt"
    assert check.contradicted == 1
    assert check.findings[0].sources == (("wire.txt", 3),)
    assert check.findings[0].correction == "Inter led through an own goal by Andrea Cambiaso"


def test_any_report_of_the_record_can_be_the_draft():
    assert Check.of(RECORD, WIRE, (DRAFT,)).findings == ()


def test_a_draft_that_tells_of_no_match_has_no_findings():
    assert Check.of(RECORD, Report("The weather was fine.", "weather.txt"), (DRAFT, WIRE)).findings == ()


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),  # one line end, not two
        ("a\r\nb", 2, (1, 2)),  # between its halves
        ("a\rb", 2, (2, 1)),  # old Macintosh
        ("é🏟x", 2, (1, 3)),  # code points, not bytes
        ("a\n\nb", 3, (3, 1)),
    ],
)
def test_places_count_from_one(text, offset, place):
    assert Report(text).place(offset) == place


@given(st.text(alphabet="ab\n", max_size=30), st.integers(0, 30))
def test_a_place_leads_back_to_its_offset(text, offset):
    offset = min(offset, len(text))
    line, column = Report(text).place(offset)
    lines = text.split("\n")
    assert sum(len(one) + 1 for one in lines[: line - 1]) + column - 1 == offset


def test_the_quote_stands_at_its_place():
    finding = Check.of(RECORD, DRAFT, (WIRE,)).findings[0]
    assert DRAFT.text.splitlines()[finding.line - 1][finding.column - 1 : finding.end_column - 1] == finding.quote
