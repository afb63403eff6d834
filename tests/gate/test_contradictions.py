"""Planted errors found, false alarms counted, open questions left out."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from gate.contradictions import judge_contradictions, true_quotes_contradicted
from gate.corpus import LabelledReport, Wrong
from gate.told import MatchTold

TOLD = MatchTold(home="Leeds", away="Derby")
TEXT = "Ayling levelled in the 68th minute. Prentice had scored first. Traore won it in the 93rd minute."


@pytest.fixture
def labelled(tmp_path: Path) -> LabelledReport:
    path = tmp_path / "01.en.txt"
    path.write_text(TEXT, "utf-8")
    wrong = Wrong("levelled in the 68th minute", "58th minute", "minute")
    either, true = ("Prentice had scored first",), ("Traore won it in the 93rd minute",)
    return LabelledReport(path, "en", "short", TOLD, (), (wrong,), either, true)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("quotes", "found", "right", "claimed"),
    [
        ((), 0, 0, 0),
        (("68th minute",), 1, 1, 1),
        (("68th minute", "Ayling levelled"), 1, 2, 2),
        (("Prentice had scored first",), 0, 0, 0),
        (("Traore won it",), 0, 0, 1),
        (("68th minute", "93rd minute"), 1, 1, 2),
    ],
    ids=["nothing", "the error", "the error twice", "an open question", "a false alarm", "one of each"],
)
def test_contradicted_claims_are_counted(labelled, record_of, quotes, found, right, claimed):
    record = record_of(TOLD, [(1, span(q), q) for q in quotes])
    counts, _ = judge_contradictions(record, [labelled])
    assert (counts.errors_asked, counts.errors_found) == (1, found)
    assert (counts.contradicted_right, counts.contradicted_found) == (right, claimed)


def test_without_a_record_every_error_is_missed(labelled):
    counts, _ = judge_contradictions(None, [labelled])
    assert (counts.errors_asked, counts.errors_found) == (1, 0)


def test_reports_are_told_by_source_when_the_library_numbers_them_otherwise(labelled, record_of):
    other = msgspec.structs.replace(labelled, errors=(), either=(), true=())
    record = record_of(TOLD, [(1, span("68th minute"), "68th minute")], sources=["02.txt", "01.txt"])
    counts, remarks = judge_contradictions(record, [other, labelled])
    assert (counts.errors_found, remarks) == (1, [])


def test_true_words_within_a_contradicted_claim_are_reported(labelled, record_of):
    inside = record_of(TOLD, [(1, span("93rd minute"), "93rd minute")])
    around = record_of(TOLD, [(1, (0, len(TEXT)), TEXT)])
    assert true_quotes_contradicted(inside, [labelled]) == ["01.en.txt: 'Traore won it in the 93rd minute'"]
    assert true_quotes_contradicted(around, [labelled]) == []
