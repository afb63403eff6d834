"""Texts cut into pieces: nothing lost, nothing doubled, every claim whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.render.page import marks

TEXTS = st.text(alphabet="ab .\n🙂\u0301ש", max_size=60)
SPANS = st.lists(st.tuples(st.integers(-3, 63), st.integers(-3, 63)), max_size=6)


@given(text=TEXTS, spans=SPANS)
def test_pieces_join_up_to_the_text(text: str, spans: list[tuple[int, int]]):
    for start, end in marks.paragraphs(text):
        pieces = list(marks.pieces(spans, start, end))
        assert "".join(text[p.start : p.end] for p in pieces) == text[start:end]


@given(spans=SPANS, start=st.integers(0, 30), length=st.integers(1, 30))
def test_every_place_is_under_exactly_the_claims_that_cover_it(spans: list[tuple[int, int]], start: int, length: int):
    """Brute force is the judge: place by place."""
    for piece in marks.pieces(spans, start, start + length):
        for at in range(piece.start, piece.end):
            assert set(piece.claims) == {i for i, (a, b) in enumerate(spans) if a <= at < b}


@given(spans=SPANS, start=st.integers(0, 30), length=st.integers(1, 30))
def test_a_claim_that_lies_in_the_stretch_begins_once_and_ends_once(
    spans: list[tuple[int, int]], start: int, length: int
):
    pieces = list(marks.pieces(spans, start, start + length))
    for i, (a, b) in enumerate(spans):
        inside = start <= a < b <= start + length
        assert sum(i in p.starting for p in pieces) == (1 if a < b and start <= a < start + length else 0)
        if inside:
            assert sum(i in p.ending for p in pieces) == 1


def test_the_shortest_claim_comes_first():
    pieces = list(marks.pieces([(0, 10), (2, 4), (2, 7)], 0, 10))
    assert [p.claims for p in pieces] == [(0,), (1, 2, 0), (2, 0), (0,)]


@pytest.mark.parametrize(
    ("text", "paragraphs", "remark"),
    [
        ("", [], "nothing"),
        ("  \n \n", [], "blanks alone"),
        ("one\ntwo", ["one", "two"], "without empty lines every line is a paragraph"),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"], "with them, lines stay together"),
        ("one\r\n\r\ntwo", ["one", "two"], "line ends of Windows"),
        ("\n\n one \n\n\n two\n", ["one", "two"], "blanks around do not count"),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str], remark: str):
    assert [text[a:b] for a, b in marks.paragraphs(text)] == paragraphs, remark


@pytest.mark.parametrize(
    ("text", "words", "sentence", "remark"),
    [
        ("He ran. Rossi scored at last. They sang.", "scored", "Rossi scored at last.", "full stops"),
        ("He ran! Rossi scored?", "scored", "Rossi scored?", "other ends"),
        ("Title\nRossi scored\nMore", "scored", "Rossi scored", "line ends"),
        ("A 3.5 m pass met Rossi vs. a wall. End.", "Rossi", "A 3.5 m pass met Rossi vs. a wall.", "dots within"),
        ("“Rossi scored.” He said so.", "scored", "“Rossi scored.”", "a quotation mark after the stop"),
        (
            "Scored: 76' F. P. Rossi, 90' B. Bianchi. End.",
            "Rossi",
            "Scored: 76' F. P. Rossi, 90' B. Bianchi.",
            "initials",
        ),
        ("One. Two. Three. Four.", "Two. Three", "Two. Three.", "a claim over two sentences"),
    ],
)
def test_the_sentence_around_a_claim(text: str, words: str, sentence: str, remark: str):
    start = text.index(words)
    a, b = marks.sentence(text, (start, start + len(words)))
    assert text[a:b].strip() == sentence, remark


def test_a_text_without_a_stop_is_cut_around_the_claim():
    text = "word " * 5000
    a, b = marks.sentence(text, (10_000, 10_004))
    assert a >= 9_700
    assert b <= 10_300
