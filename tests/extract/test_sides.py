"""Which two clubs a report is about."""

from __future__ import annotations

import pytest

from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        (
            "Reds held\n\nLiverpool were held by Portsmouth in a draw at Anfield. "
            "It follows the derby defeat against Everton.",
            {"Liverpool", "Portsmouth"},
            "an earlier defeat weighs less than the first sentence",
        ),
        (
            "Everton won 2-1 at Fulham. City and United also won.",
            {"Everton", "Fulham"},
            "forms of many clubs say little",
        ),
    ],
)
def test_the_clubs_of_the_match(text: str, clubs: set[str], remark: str) -> None:
    context = prose_context(tokenise(text), "en")
    assert context is not None
    assert {context.sides.first, context.sides.second} == clubs, remark
