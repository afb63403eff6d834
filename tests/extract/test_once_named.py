"""Words with a capital that name nobody: what begins a sentence, a line all in capitals, the place of a dispatch."""

from __future__ import annotations

import pytest

from tabellino.domain.report import Report
from tabellino.extract.reader import read_report
from tests.extract.sentences import MATCH


def men(text: str) -> set[str]:
    """Everybody of whom something can be told in a text."""
    return {player.name for player in read_report(Report(text)).players}


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("Unbelievable. Osman headed in.", "Unbelievable", False),
        ("Hello! Osman headed in.", "Hello", False),
        ("Rodallega. He had to be there.", "Rodallega", False),
        ("Rodallega. He had to be there, and Rodallega was.", "Rodallega", True),
        ("Rodallega headed in.", "Rodallega", True),
    ],
)
def test_a_word_alone_is_a_name_where_it_stands_elsewhere_too(text: str, word: str, named: bool) -> None:
    assert (word in men(MATCH + text)) == named


@pytest.mark.parametrize(
    ("line", "word", "named"),
    [
        ("NINE HEROES HANG ON", "HANG", False),
        ("OSMAN SINKS FULHAM AGAIN", "SINKS", False),
        ("Everton hang on", "HANG", False),
    ],
)
def test_a_line_in_capitals_names_only_whom_the_text_names(line: str, word: str, named: bool) -> None:
    assert (word in men(f"{line}\n\n{MATCH}Osman headed in.")) == named


def test_the_place_of_a_dispatch_is_nobody() -> None:
    assert "QUENNEVILLE" not in men(f"QUENNEVILLE, France - {MATCH}Osman headed in.")


def test_nobody_is_told_to_have_scored_of_whom_a_sentence_only_begins() -> None:
    text = MATCH + "Osman headed in on 12 minutes. Zonal marking, ladies and gentlemen, and the ball was in the net."
    found = {one.value for claim in read_report(Report(text)).claims for one in getattr(claim.says, "scorer", ())}
    assert "Zonal" not in found
