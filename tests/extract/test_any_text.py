"""Whatever text comes, it is read: no exception, quotes that stand where they are said to stand, and in linear time."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tabellino
from tabellino.cli.demo import sample_reports
from tabellino.errors import TabellinoError

OPENINGS = {
    "de": "Dortmund schlug Bayern am Samstag in der Bundesliga mit 2:1, und es war ein Spiel mit vielen Toren. ",
    "es": "El Sevilla ganó por 2-1 al Betis en el derbi de la Liga, con goles de los dos delanteros. ",
    "fr": "Lyon a battu Nantes 2-1 ce samedi en Ligue 1, avec des buts dans les deux périodes. ",
    "it": "L'Inter ha battuto la Juventus per 2-1 nella partita di sabato, con i gol della ripresa. ",
    "pt": "O Benfica venceu o Porto por 2-1 no sábado, com golos na primeira e na segunda parte. ",
}
REAL = [
    *(report.text for report in sample_reports()),
    *(opening + Path(__file__).parents[1].joinpath(f"data/prose/{language}.txt").read_text("utf-8")[:3000]
      for language, opening in OPENINGS.items()),
]  # fmt: skip
#: What stands between the pieces of a text: signs, figures and words that mean something to the grammar.
BETWEEN = [
    *(
        "",
        " ",
        "\n",
        "\n\n",
        "\t",
        "'",
        "’",
        "(",
        ")",
        "((",
        "-",
        "–",
        ":",
        "; ",
        ", ",
        "…",
        "..",
        "?!",
        " and ",
        " who ",
    ),
    *("1-0", "2:1", "90+4'", "45'", "(p)", "og", " 0 ", "99999999999999999999", "²", "½"),
    *("\u200b", "\u0301", "İ", "ß", "ﬁ", "🙂", "中国", "Ж", "\x00", "\ud7ff"),
]


def holds(text: str) -> None:
    """The claims of a text quote it, and the text alone makes a record or ends in an error that we tell."""
    for claim in tabellino.extract(text):
        start, end = claim.span
        assert 0 <= start < end <= len(text)
        assert claim.quote == text[start:end]
    with contextlib.suppress(TabellinoError):
        tabellino.read(text)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    holds(text)


@settings(max_examples=120)
@given(st.data())
def test_a_report_cut_up_and_put_together_again_is_read(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(REAL))
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=12)))
    pieces = [text[first:last] for first, last in zip([0, *places], [*places, len(text)], strict=True)]
    kept = data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=12))
    holds("".join(piece + data.draw(st.sampled_from(BETWEEN)) for piece in kept)[:4000])


@pytest.mark.parametrize(
    ("piece", "remark"),
    [
        ("1-0 ", "scores alone"),
        ("Smith ", "a name alone"),
        ("(", "brackets that never close"),
        ("Everton beat Fulham 2-1. Smith scored in the 12th minute. ", "a report again and again"),
    ],
)
def test_a_text_four_times_as_long_takes_no_more_than_four_times_as_long(piece: str, remark: str) -> None:
    def seconds(size: int) -> float:
        text = "Everton beat Fulham 2-1. " + piece * (size // len(piece))
        began = time.perf_counter()
        tabellino.extract(text)
        return time.perf_counter() - began

    seconds(5_000)  # what is loaded once
    short = min(seconds(40_000) for _ in range(2))
    assert min(seconds(160_000) for _ in range(2)) < 4 * 3 * max(short, 0.02), remark  # noise may treble it
