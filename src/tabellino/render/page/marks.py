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
    lines = list(_lines(text))
    empty = [start == end for start, end in lines]
    has_empty = any(empty[i] for i in range(1, len(empty) - 1))
    begin: int | None = None
    last = 0
    for (start, end), blank in zip(lines, empty, strict=True):
        if begin is not None and (blank or not has_empty):
            yield begin, last
            begin = None
        if not blank:
            begin = start if begin is None else begin
            last = end
    if begin is not None:
        yield begin, last


def _lines(text: str) -> Iterator[Span]:
    """Every line without the blanks at its ends; start equals end for an empty one."""
    position = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = position + (line.index(bare) if bare else 0)
        yield start, start + len(bare)
        position += len(line) + 1


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
    if text[i] == "\n":
        return True
    if text[i] not in ".!?":
        return False
    if text[i] == "." and text[i - 1 : i].isupper() and not text[i - 2 : i - 1].isalpha():
        return False  # an initial: "F. P. Esposito"
    after = text[i + 1 : i + 3].lstrip(_CLOSING)
    return not after or (after[0].isspace() and not after[1:].islower())
