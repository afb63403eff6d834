"""Scorers in two columns: each side's under its club and goals, "WOLVES (0) 2     BOLTON (1) 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks.lines import TALLY, tally_of
from tabellino.extract.blocks.parts import Tally
from tabellino.extract.blocks.words import plain

_GAP = re.compile(r" {3,}")


class Column(msgspec.Struct, frozen=True):
    """A club with its goals at the head of a column. `span` is that of the head in the text, `left` the place in the
    line where the column begins."""

    club: str
    tally: Tally
    span: Span
    left: int


def column_heads(folded: str, start: int, end: int, clubs: Mapping[str, str]) -> tuple[Column, ...]:
    """The heads of the two columns that a line begins; empty for other lines."""
    cells = list(_cells(folded, start, end))
    if len(cells) != 2:
        return ()
    found = []
    for first, last in cells:
        told = TALLY.fullmatch(folded, first, last)
        club = clubs.get(plain(told["club"])) if told else None
        if told is None or club is None:
            return ()
        found.append(Column(club, tally_of(told), (first, last), first - start))
    return tuple(found) if found[0].club != found[1].club else ()


def cells_under(folded: str, start: int, end: int, heads: tuple[Column, ...]) -> Iterator[tuple[Column, Span]]:
    """What a line has under each head: the cell that begins nearer to it than to the other."""
    for first, last in _cells(folded, start, end):
        yield min(heads, key=lambda head: abs(head.left - (first - start))), (first, last)


def _cells(folded: str, start: int, end: int) -> Iterator[Span]:
    place = start
    for gap in [*_GAP.finditer(folded, start, end), None]:
        first, last = place, gap.start() if gap else end
        while last > first and folded[last - 1].isspace():
            last -= 1
        if last > first:
            yield first, last
        place = gap.end() if gap else end
