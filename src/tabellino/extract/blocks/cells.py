"""Tables of events that lost their cells: minute, kind of event, running score and man each on a line of its own, in
any order ("38'", "0 - 1", "Smith J.", "(Own goal)"). Which line begins an event is borne out by the running score, for
it goes up by one from goal to goal."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import cast

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.heads import Head
from tabellino.extract.blocks.lexer import lex
from tabellino.extract.blocks.parts import Kind, Part, list_kind
from tabellino.extract.blocks.words import BlockWords, block_words, plain

#: A line of such a table has no more characters than this.
LONGEST = 90
#: A table without minutes has so many scores at least.
LEAST_SCORES = 2
#: What a line may hold of an event: its minute, its kind, the score after it, who; nothing that counts, or prose.
MINUTE, KIND, SCORE, MAN, NOTHING, PROSE = "MKSN-x"
_MINUTE_LINE = re.compile(r"^[^\S\n]*\d{1,3}(?:'|\.|[ ]?\+|[ ]?min)[^\n\w]*+\d{0,2}'?[^\S\n]*$", re.MULTILINE)
_SCORE_LINE = re.compile(r"^[^\S\n]*\d{1,2} ?[-:] ?\d{1,2}\b", re.MULTILINE)
_ADDED = re.compile(r"\+ ?(\d{1,2})'?")
_PIECE = re.compile(r"[^,()\[\]|\n]+")
#: So many figures above a table, less one, may look like its first goal: the final score, that at half-time.
STRAY = 3
#: A mark, a score, a name and his mark, or some of them in this order.
_SCORE_AND_MAN = rf"(?:{lx.MARK}{lx.SCORE}|{lx.SCORE})?(?:{lx.NAME}{lx.MARK}?)?"
_ROLES = {lx.SCORE: SCORE, lx.NAME: MAN, lx.MARK: KIND}


class _Cell(msgspec.Struct, frozen=True):
    """A piece of a line: its role, and what it says: (minute, added), a kind or mark, (home, away), a name's words."""

    role: str
    value: object
    start: int
    end: int


def read_cells(folded: str, clubs: Mapping[str, str], heads: Sequence[Head]) -> list[Part]:
    """The goals and cards of such tables; empty where there is none. The figures of `heads` are no running scores."""
    if not _MINUTE_LINE.search(folded) and len(list(islice(_SCORE_LINE.finditer(folded), LEAST_SCORES))) < LEAST_SCORES:
        return []
    lines = [line.span() for line in re.finditer(r"[^\n]*\S[^\n]*", folded)]
    starts, ends = [head.spans[0][0] for head in heads], [0, *(head.spans[1][1] for head in heads)]
    told = [line for line in lines if line[0] >= ends[bisect_right(starts, line[0])]]
    cells = [cell for line in told for cell in _cells(folded, line, clubs)]
    first = next((cell.role for cell in cells if cell.role in (MINUTE, KIND)), MINUTE)
    best: list[Part] = []
    for anchor in dict.fromkeys((first, MINUTE, KIND, SCORE, MAN)):
        found = _events(folded, cells, anchor)
        if len(_goals(found)) > len(_goals(best)):
            best = found
    return best


def _goals(parts: Sequence[Part]) -> list[Entry]:
    return [entry for part in parts if part.kind == "goals" for entry in part.entries]


def _cells(folded: str, line: Span, clubs: Mapping[str, str]) -> Iterator[_Cell]:
    """What a line holds; one cell of prose where it holds anything else."""
    words = block_words()
    told = folded[line[0] : line[1]]
    if len(told) > LONGEST:
        yield _Cell(PROSE, None, *line)
        return
    maker = words.makers.search(told)
    end = line[0] + (maker.start() if maker else len(told))
    if not folded[line[0] : end].strip(" (-:"):
        yield _Cell(NOTHING, None, *line)  # "Assist: Smith"
        return
    pieces = [piece.span() for piece in _PIECE.finditer(folded, line[0], end)]
    found = [cell for piece in pieces for cell in _held(folded, piece, clubs, words)]
    roles = {cell.role for cell in found}
    figures = any(folded[a:b].strip().isdigit() for a, b in pieces)  # "1-0 Smith (12)"
    if not found or found[0].role == PROSE or figures or roles >= {MINUTE, MAN}:  # with both it is a line of its own
        yield _Cell(PROSE, None, *line)
        return
    bracketed = folded[line[0] : end].lstrip()[:1] == "("
    men = 0
    if len(found) > 1 and found[0].role == found[1].role == MINUTE:  # "45' (+1)"
        (minute, _), (_, added) = (cast("tuple[int, int | None]", cell.value) for cell in found[:2])
        found = [msgspec.structs.replace(found[0], value=(minute, added)), *found[2:]]
    for cell in found:
        men += cell.role == MAN
        if cell.role != PROSE and not (cell.role == MAN and (bracketed or men > 1)):
            yield cell


def _held(folded: str, span: Span, clubs: Mapping[str, str], words: BlockWords) -> list[_Cell]:
    """What a piece of a line holds; nothing for blanks and signs."""
    key = plain(folded[span[0] : span[1]].strip(" :*-!"))
    if not key:
        return []
    if key in words.full_time or words.labels.get(key) == "neutral":
        return [_Cell(NOTHING, None, *span)]
    if words.labels.get(key) == "other":  # the heading of something else
        return [_Cell(PROSE, None, *span)]
    kind = list_kind(words.labels.get(key))
    if kind is not None or key in words.marks:
        return [_Cell(KIND, kind or words.marks[key], *span)]
    if key in words.no_goal or key in words.labels or key in clubs:
        return [_Cell(NOTHING, None, *span)]
    tokens = [token for token in lex(folded, *span, clubs) if token.kind not in (lx.FILL, lx.DASH, lx.DOT, lx.COLON)]
    kinds = "".join(token.kind for token in tokens)
    if added := _ADDED.fullmatch(key):
        return [_Cell(MINUTE, (0, int(added[1])), *span)]
    if kinds == lx.MINUTE and not folded[span[0] : span[1]].strip().isdigit():
        return [_Cell(MINUTE, tokens[0].value, *span)]
    if re.fullmatch(_SCORE_AND_MAN, kinds):
        return [_Cell(_ROLES[token.kind], token.value if token.kind != lx.NAME else token, *span) for token in tokens]
    return [_Cell(PROSE, None, *span)]


def _events(folded: str, cells: Sequence[_Cell], anchor: str) -> list[Part]:
    """The events of cells of which each begins with a cell of one role; none where the score of the goals does not go
    up by one from 0-0, or down to it, or where each goal has a line to itself."""
    parts: list[Part] = []
    held: list[_Cell] = []
    for cell in [*cells, None]:
        if cell is None or cell.role == anchor or cell.role == PROSE:
            if held and held[0].role == anchor and (part := _event(held)) is not None:
                parts.append(part)
            held = []
        if cell is not None and cell.role not in (PROSE, NOTHING):
            held.append(cell)
    goals = [part for part in parts if part.kind == "goals"]
    begins = next((n for n in range(min(STRAY, len(goals))) if _goes_up([p.entries[0].score for p in goals[n:]])), None)
    if begins is None or not any("\n" in folded[slice(*part.span)] for part in goals[begins:]):
        return []
    first, *rest = goals[begins:]
    for part in goals[:begins]:
        part.kind, part.entries = "other", []
    first.entries += [entry for part in rest for entry in part.entries]
    for part in rest:
        part.kind, part.entries = "other", []
    return parts


def _event(held: Sequence[_Cell]) -> Part | None:
    """The goal or card that some cells tell; None where they tell none, or of nobody."""
    told: dict[str, _Cell] = {}
    for cell in held:
        told.setdefault(cell.role, cell)
    if MAN not in told or (MINUTE not in told and SCORE not in told):
        return None
    named = cast("lx.Token", told[MAN].value)
    span = min(cell.start for cell in held), max(cell.end for cell in held)
    entry = Entry(*span, str(named.value), (named.start, named.end))
    if MINUTE in told:
        entry.minute, entry.added = cast("tuple[int, int | None]", told[MINUTE].value)
    kinds = [cast("str", cell.value) for cell in held if cell.role == KIND]
    kind: Kind | None = next((found for word in kinds if (found := list_kind(word)) is not None), None)
    entry.marks = {word for word in kinds if list_kind(word) is None}
    if kind is None and (SCORE in told or "own_goal" in entry.marks):
        kind = "goals"
    if kind == "goals" and SCORE in told:
        entry.score = cast("tuple[int, int]", told[SCORE].value)
    return Part(kind, span, True, entries=[entry]) if kind is not None else None


def _goes_up(scores: Sequence[tuple[int, int] | None]) -> bool:
    """Whether each score is one goal more than the one before it, or one less; true where none is told."""
    told = [score for score in scores if score is not None]
    if len(told) < len(scores):
        return not told
    if sum(told[-1]) < sum(told[0]):
        told.reverse()
    return all((b[0] - a[0], b[1] - a[1]) in ((1, 0), (0, 1)) for a, b in pairwise([(0, 0), *told]))
