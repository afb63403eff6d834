"""A report in which the reader took a wrong club for one of the two is left out; one of another match is told apart."""

from __future__ import annotations

import msgspec
import pytest
from told_match import TRUE, final, goal, reading, record_of

from tabellino.reconcile.matches import pairings

FULL = (reading("one", *TRUE), reading("two", *TRUE))


def misread(*told, clubs=("Torino", "Juventus"), words: str = ""):
    """A reading of other clubs, with these words in its text."""
    found = reading("other", *told)
    report = msgspec.structs.replace(found.report, text=f"{found.report.text} {words}")
    return msgspec.structs.replace(found, clubs=clubs, report=report)


@pytest.mark.parametrize(
    ("remark", "other", "groups"),
    [
        ("the same score, and Lazio are named", misread(final(2, 1), words="Lazio were beaten"), 1),
        ("the same score and scorer", misread(goal("Ljajic", 71), final(2, 1)), 1),
        ("the same score, told from the other side", misread(final(1, 2, None), words="the Biancocelesti lost"), 1),
        ("another score: another match", misread(final(3, 1), words="after Lazio they beat Juventus"), 2),
        ("nothing but the score is the same", misread(final(2, 1)), 2),
        ("no score told", misread(goal("Ljajic", 71), words="Lazio"), 2),
        ("two other clubs", misread(final(2, 1), clubs=("Milan", "Juventus"), words="Lazio and Torino"), 2),
    ],
)
def test_which_reports_are_of_another_match(remark, other, groups):
    assert len(pairings([*FULL, other])) == groups, remark


def test_of_two_reports_that_disagree_none_is_taken_for_misread():
    other = misread(final(2, 1), words="Lazio were beaten")
    assert len(pairings([FULL[0], other])) == 2


def test_what_is_left_out_is_said():
    record = record_of(*FULL, misread(final(2, 1), words="Lazio were beaten"))
    assert "other.txt is left out: it is read as a report of Torino v Juventus" in record.warnings
    assert [info.source for info in record.reports] == ["one.txt", "two.txt"]
