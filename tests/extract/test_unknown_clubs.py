"""A club that no file knows works under its own name, where a line of the match names it."""

from __future__ import annotations

import pytest

from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

TOLD = "\n\nThe hosts opened the scoring in the 12th minute and won 2-1. Ulf Anders scored the winner on 80 minutes.\n"


@pytest.mark.parametrize(
    ("line", "clubs", "remark"),
    [
        ("Nordhausen Rovers 2-1 Selby Wanderers", ("Nordhausen Rovers", "Selby Wanderers"), "score between two"),
        ("Nordhausen Rovers - Selby Wanderers 2:1 (1:0)", ("Nordhausen Rovers", "Selby Wanderers"), "score after them"),
        ("Nordhausen Rovers 2, Selby Wanderers 1", ("Nordhausen Rovers", "Selby Wanderers"), "each with its goals"),
        ("Arsenal 2-1 Selby Wanderers", ("Arsenal", "Selby Wanderers"), "a known club against an unknown one"),
        ("Arsenal - Selby Wanderers : 2-1 (1-0)", ("Arsenal", "Selby Wanderers"), "a colon before the score"),
        ("FA Cup, England\nArsenal - Selby Wanderers: 2-1", ("Arsenal", "Selby Wanderers"), "beside a country"),
    ],
)
def test_the_line_of_the_match_names_clubs_that_no_file_knows(line, clubs, remark):
    reading = read_report(Report(line + TOLD))
    assert reading.clubs is not None, remark
    assert set(reading.clubs) == set(clubs), remark


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Monday 2-1 at last", "no name after the score"),
        ("2-1 and all that", "no name before it"),
        ("The road to Ennepetal", "no score at all"),
    ],
)
def test_a_line_without_two_names_and_a_score_names_no_club(line, remark):
    assert read_report(Report(line + "\n\nA quiet day in the park, they said.\n")).clubs is None, remark


@pytest.mark.parametrize("how", ["Reigning", "Misfiring"])
def test_how_a_club_plays_is_no_part_of_its_name(how):
    head = f"{how} Selby Wanderers beat Nordhausen Rovers 2-1"
    assert read_report(Report(f"{head}\n\n{head}.{TOLD}")).clubs == ("Selby Wanderers", "Nordhausen Rovers")
