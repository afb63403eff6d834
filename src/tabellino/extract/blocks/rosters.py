"""Line-ups with a line for each man, as pages print them: "25 Ospina", "4Maksimovic", "K. Koulibaly (c)", under the
club's name. Their figures are those on the shirts, and no minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import cast

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.lexer import lex
from tabellino.extract.blocks.lineups import Squad
from tabellino.extract.blocks.parts import Part, list_kind
from tabellino.extract.blocks.words import block_words, plain

#: So many lines in a row are a line-up: with figures before the names, and without (a list of scorers has fewer).
LEAST_NUMBERED, LEAST_BARE = 7, 9
#: So many start a match.
STARTERS = 11
#: A line-up's line has no more characters than this; a club's name stands no further above it than so many lines.
LONGEST, ABOVE = 60, 4
#: A man of a line-up: his number, his name, what is told of him.
_MAN = re.compile(
    r"[^\S\n]*[*|-]?[^\S\n]*(?P<number>\[?\d{1,2}(?!\d|'|[.:]\d)[.)\]]?[^\S\n]*[-|]?[^\S\n]*)?"
    r"(?P<name>(?:(?:van|von|de|di|da|dos|del|el|ten|ter|der) )*"
    r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:(?:[.'-][^\S\n]?|[^\S\n])[^\W\d_]+)*\.?)(?P<rest>[^\n]*)"
)
#: What may follow a name: nothing, a bracket, a card; a minute only where a figure on the shirt stands before the name,
#: else it may be that of his goal.
_REST = re.compile(r"[^\S\n]*(?:$|[(\[|,*']|[^\x00-\x7f])")
_REST_OF_NUMBERED = re.compile(r"[^\S\n]*(?:$|[(\[|,*']|\d{1,3}'|[^\x00-\x7f])")


class _Line(msgspec.Struct, frozen=True):
    """A line with its `name` where it is a man's, and the kind of what else it is: a "club", the "bench", or None."""

    start: int
    end: int
    name: Span | None
    numbered: bool
    kind: str | None
    club: str | None = None


def read_rosters(folded: str, clubs: Mapping[str, str]) -> list[Part]:
    """The line-ups of a text that have a line for each man."""
    found: list[Part] = []
    if folded.count("\n") < LEAST_NUMBERED:
        return found
    for lines in _runs(list(_lines(folded, clubs))):
        men = [line for line in lines if line.name is not None]
        bench = next((n for n, line in enumerate(lines) if line.kind == "bench"), len(lines))
        starting = [line.name for line in lines[:bench] if line.name is not None][:STARTERS]
        others = [line.name for line in men if line.name is not None and line.name not in starting]
        part = Part("lineup", (men[0].start, men[-1].end), True)
        part.squad = Squad(tuple(starting), tuple(others), men[-1].end)
        part.club = lines[0].club
        found += [part, *_signed(folded, men, lines[0].club)]
    return found


def _signed(folded: str, men: Sequence[_Line], club: str | None) -> Iterator[Part]:
    """What pictures behind a man tell of him: "Smith ⚽ 44' 🟥 63'"."""
    signs = block_words().signs
    for man in men:
        places = [place for place in range(man.name[1], man.end) if folded[place] in signs] if man.name else []
        for place, last in pairwise([*places, man.end]):
            kind = list_kind(signs[folded[place]])
            tokens = lex(folded, place + 1, last, {})
            minutes = [token for token in tokens if token.kind == lx.MINUTE]
            if kind is None or man.name is None:
                continue
            part = Part(kind, (man.name[0], last), True, club=None if kind == "goals" else club)
            for clock in minutes:
                minute, added = cast("tuple[int, int | None]", clock.value)
                entry = Entry(man.name[0], last, folded[slice(*man.name)], man.name, minute, added)
                entry.marks = {str(token.value) for token in tokens if token.kind == lx.MARK}
                entry.club = club if "own_goal" not in entry.marks else None
                part.entries.append(entry)
            if part.entries:
                yield part


def _lines(folded: str, clubs: Mapping[str, str]) -> Iterator[_Line]:
    words = block_words()
    for found in re.finditer(r"[^\n]*\S[^\n]*", folded):
        line = found[0].strip()
        if len(line) > LONGEST:
            yield _Line(*found.span(), None, numbered=False, kind="prose")
            continue
        key = plain(line.strip(" :*-|#"))
        if key in clubs:
            yield _Line(*found.span(), None, numbered=False, kind="club", club=clubs[key])
        elif key in words.labels:
            yield _Line(*found.span(), None, numbered=False, kind=words.labels[key])
        else:
            yield _man(folded, found.span(), words.notes_of_men)


def _man(folded: str, span: Span, notes: Sequence[str]) -> _Line:
    man = _MAN.fullmatch(folded, *span)
    if man is None:
        return _Line(*span, None, numbered=False, kind="other")
    first, last = man.span("name")
    cut = min((at for note in notes if (at := folded.find(note, first + 2, last)) > 0), default=last)
    if cut == last and not (_REST_OF_NUMBERED if man["number"] else _REST).match(man["rest"]):
        return _Line(*span, None, numbered=False, kind="other")
    while folded[cut - 1].isspace():
        cut -= 1
    return _Line(*span, (first, cut), numbered=man["number"] is not None, kind=None)


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines of each line-up, the first of them with the club under whose name it stands; the bench's heading goes
    on with it."""
    place = 0
    while place < len(lines):
        first = place
        while place < len(lines) and (
            lines[place].name is not None or (place > first and lines[place].kind == "bench")
        ):
            place += 1
        run = list(lines[first:place])
        men = [line for line in run if line.name is not None]
        numbered = sum(line.numbered for line in men)
        if numbered >= LEAST_NUMBERED and numbered * 2 > len(men):
            run = run[next(n for n, line in enumerate(run) if line.numbered) :]
        elif len(men) < LEAST_BARE:
            run = []
        if run:
            above = [line for line in lines[max(0, first - ABOVE) : first] if line.club is not None]
            yield [msgspec.structs.replace(run[0], club=above[-1].club if above else None), *run[1:]]
        place = max(place, first + 1)
