"""Rows of a table of what happened, the minute, the man and what he did each in a cell: "| 22' | Smith | Goal |"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.parts import Kind, Part, list_kind
from tabellino.extract.blocks.words import block_words, plain

#: The sign between two cells, at the head of a row and at its end.
BAR = "|"
#: A line with so many of them is a row; with fewer, one that begins or ends with it.
BARS = 2
_WORDS = re.compile(r"[^\W\d_][\w'-]*")


class Row(msgspec.Struct, frozen=True):
    """What a row of a table announces or tells: `kind` of the goal or card, None where the row does not say; `entry`
    None where it names nobody with a minute or a score; `columns` tells which columns it says have minutes
    ("minute") and which men ("man"), by their numbers."""

    kind: Kind | None
    entry: Entry | None
    columns: Mapping[int, str] = msgspec.field(default_factory=dict)


class Table(msgspec.Struct):
    """What has been read of a table: its lists by kind, the kind that its head tells of all rows, and what it tells of
    its columns."""

    parts: dict[Kind, Part] = msgspec.field(default_factory=dict)
    of: Kind | None = None
    columns: Mapping[int, str] = msgspec.field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything of it has been read."""
        return bool(self.parts or self.columns)

    def read(
        self, folded: str, span: Span, clubs: Mapping[str, str], heading: Kind | None
    ) -> tuple[Kind | None, Entry | None]:
        """What the next row tells, under the heading of a list or none: the kind of a goal or card and whose it is;
        None for the head of the table and for rows that tell neither."""
        row = read_row(folded, span, clubs, self.columns)
        if row.entry is None:
            self.columns, self.of = row.columns or self.columns, row.kind or self.of
            return None, None
        return row.kind or self.of or heading or ("goals" if row.entry.score else None), row.entry


def is_row(line: str) -> bool:
    """Whether a line is one of a table."""
    told = line.strip()
    return told.count(BAR) >= BARS or (BAR in told and (told.startswith(BAR) or told.endswith(BAR)))


def read_row(folded: str, span: Span, clubs: Mapping[str, str], columns: Mapping[int, str]) -> Row:
    """The row that a line is, cell by cell; `columns` is what the head of the table says of them: in that of minutes
    bare figures are such, and names stand in that of men."""
    kind: Kind | None = None
    marks: set[str] = set()
    club: str | None = None
    told: list[Span] = []
    clock: Span | None = None
    told_of: dict[int, str] = {}
    men = [number for number, what in columns.items() if what == "man"]
    for number, (first, last) in enumerate(_cells(folded, span)):
        key = plain(folded[first:last])
        if key in block_words().columns:
            told_of[number] = block_words().columns[key]
        elif columns.get(number) == "minute" and key.isdigit():
            clock = first, last
        elif (announced := list_kind(block_words().labels.get(key))) is not None:
            kind = announced
        elif key in block_words().marks:
            marks.add(block_words().marks[key])
        elif key in clubs:
            club = clubs[key]
        elif key and (number in men or not men or not key.isalpha()):
            ahead, first = _announced(folded, first, last)
            kind = ahead or kind
            told.append((first, last))
    if "second_yellow" in marks:
        kind = "second_yellow"
    elif marks and kind is None:
        kind = "missed" if "missed" in marks else "goals"
    return Row(kind, _entry(folded, told, clock, marks, club, clubs), told_of)


def _announced(folded: str, first: int, last: int) -> tuple[Kind | None, int]:
    """The kind of event with which a cell begins, and where the man's name does: "But de Smith"."""
    words = list(_WORDS.finditer(folded, first, last))
    for length in range(min(3, len(words) - 1), 0, -1):
        kind = list_kind(block_words().labels.get(plain(folded[first : words[length - 1].end()])))
        if kind is not None:
            name = next((word for word in words[length:] if plain(word[0]) not in block_words().fill), None)
            return (kind, name.start()) if name else (None, first)
    return None, first


def _entry(
    folded: str,
    told: Sequence[Span],
    clock: Span | None,
    marks: set[str],
    club: str | None,
    clubs: Mapping[str, str],
) -> Entry | None:
    """The one man whom the cells name, with the minute and the score of other cells; None where they name nobody, or
    more than one."""
    tokens = [lex(folded, first, last, clubs) for first, last in told]
    kinds = ["".join(token.kind for token in cell) for cell in tokens]
    named = [cell for cell in tokens if any(token.kind == lx.NAME for token in cell)]
    minutes = [cell[0] for cell, kind in zip(tokens, kinds, strict=True) if kind == lx.MINUTE]
    scores = [cell[0] for cell, kind in zip(tokens, kinds, strict=True) if kind == lx.SCORE]
    if clock is not None:
        minutes.append(Token(lx.MINUTE, (int(folded[clock[0] : clock[1]]), None), *clock))
    if len(named) != 1 or len(minutes) > 1 or len(scores) > 1 or not (minutes or scores):
        return None
    entries = read_entries([*minutes, *scores, *named[0]])
    if len(entries) != 1 or entries[0].name is None:
        return None
    entry = entries[0]
    entry.marks |= marks - {"second_yellow"}
    entry.club = club
    return entry


def _cells(folded: str, span: Span) -> Iterator[Span]:
    """The cells of a row, without the blanks around what they hold; what stands before the first bar is a cell where it
    holds something."""
    place, end = span
    if not folded[place : folded.find(BAR, place, end)].strip():
        place = folded.find(BAR, place, end) + 1
    while place < end:
        stop = folded.find(BAR, place, end)
        stop = end if stop < 0 else stop
        first, last = place, stop
        while first < last and folded[first].isspace():
            first += 1
        while last > first and folded[last - 1].isspace():
            last -= 1
        yield first, last
        place = stop + 1
