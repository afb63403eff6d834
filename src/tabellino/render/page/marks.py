"""A report's text cut where claims begin and end, so that claims may overlap, nest or share a place.

Offsets are code points, as in Python strings. Everything is cut here: the browser, which counts in UTF-16, never does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tabellino.domain.report import Span

#: What may stand between a full stop and the blank after it.
_CLOSING = "\"'”’»)"
#: A line end, or a stop that nothing but a blank or a closing mark follows.
_STOP = re.compile(rf"\n|[.!?](?![^\s{_CLOSING}])")

_FILLED = r"\S(?:[^\n]*\S)?"
#: A line without the blanks at its ends; lines with nothing but a line end between; a line of blanks between two.
_LINE = re.compile(_FILLED)
_BLOCK = re.compile(rf"{_FILLED}(?:[^\S\n]*\n[^\S\n]*{_FILLED})*")
_EMPTY_LINE = re.compile(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S")


class Piece(NamedTuple):
    """A stretch of text under one unchanging set of claims (indices into the spans given), the shortest claim first.

    `starting` and `ending` are those of the claims that begin with this piece or end with it.
    """

    start: int
    end: int
    claims: tuple[int, ...]
    starting: tuple[int, ...]
    ending: tuple[int, ...]


def paragraphs(text: str) -> Iterator[Span]:
    """Where the paragraphs stand: parted by empty lines or, in a text without any, by line ends."""
    parting = _BLOCK if _EMPTY_LINE.search(text) else _LINE
    return (found.span() for found in parting.finditer(text))


def pieces(spans: Sequence[Span], start: int, end: int) -> Iterator[Piece]:
    """The stretch from `start` to `end` in pieces, which join up without gap, each under the same claims throughout.

    Spans that do not reach into the stretch are left out, those that cross its ends are cut.
    """
    inside = sorted([(a, b, i) for i, (a, b) in enumerate(spans) if a < b and a < end and b > start])
    if len(inside) > 1 and any(first[1] > then[0] for first, then in itertools.pairwise(inside)):
        yield from _overlapping(spans, [i for _, _, i in inside], start, end)
        return
    at = start
    for a, b, i in inside:
        if a > at:
            yield Piece(at, a, (), (), ())
        at = min(b, end)
        yield Piece(max(a, start), at, (i,), (i,) if a >= start else (), (i,) if b <= end else ())
    if at < end:
        yield Piece(at, end, (), (), ())


def _overlapping(spans: Sequence[Span], inside: Sequence[int], start: int, end: int) -> Iterator[Piece]:
    """The same where claims share places: a sweep over all their edges."""
    edges = sorted({start, end, *(min(max(edge, start), end) for i in inside for edge in spans[i])})
    beginning: dict[int, list[int]] = {}
    for i in inside:
        beginning.setdefault(max(spans[i][0], start), []).append(i)
    active: set[int] = set()
    for a, b in itertools.pairwise(edges):
        active = {i for i in active if spans[i][1] > a} | set(beginning.get(a, ()))
        order = tuple(sorted(active, key=lambda i: (spans[i][1] - spans[i][0], i)))
        begun, done = (tuple(i for i in order if spans[i][side] == edge) for side, edge in ((0, a), (1, b)))
        yield Piece(a, b, order, begun, done)


def sentence(text: str, span: Span, most: int = 240) -> Span:
    """The sentence around a span: from the last full stop or line end before it to the next one after it.

    A dot within a number or before a small letter ends no sentence. Cut to about `most` characters around the span.
    """
    start, end = max(0, span[0]), min(len(text), span[1])
    first, last = max(0, start - most), min(len(text), end + most)
    for stop in reversed(list(_STOP.finditer(text, first, start))):
        if _ends_sentence(text, stop.start()):
            first = stop.end()
            break
    for stop in _STOP.finditer(text, max(start, end - 1), last):
        if _ends_sentence(text, stop.start()):
            last = stop.start() if stop[0] == "\n" else stop.end()
            break
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _ends_sentence(text: str, i: int) -> bool:
    """Whether the stop found there does end a sentence."""
    if text[i] == "\n":
        return True
    if text[i] == "." and text[i - 1 : i].isupper() and not text[i - 2 : i - 1].isalpha():
        return False  # an initial: "F. P. Esposito"
    after = text[i + 1 : i + 3].lstrip(_CLOSING)
    return not after or (after[0].isspace() and not after[1:].islower())
