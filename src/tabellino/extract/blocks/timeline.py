"""Lines of a timeline: a minute, what happened in a word or two, and to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import cast

import msgspec

from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.lines import LABEL_REACH
from tabellino.extract.blocks.parts import Kind, list_kind
from tabellino.extract.blocks.shapes import complete
from tabellino.extract.blocks.words import block_words, plain

#: A line of fewer tokens tells nothing of anybody; what happened has no more words than that.
LEAST, MOST_WORDS = 2, 3
#: Marks of goals that are words of their own for what happened: "4' Own goal: Smith".
GOALS = ("own_goal", "penalty")
#: What stands between a minute, a word for the event and a name without meaning.
_BETWEEN = frozenset((lx.DASH, lx.COLON, lx.FILL, lx.FOR))
#: The letters of a club behind the minute: "12' MUN Goal: Smith".
_LETTERS = re.compile(r"([A-Z]{2,3})\s+(?=[A-Z][a-z])")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Event(msgspec.Struct, frozen=True):
    """What a line of a timeline tells."""

    kind: Kind
    entries: list[Entry]


def read_event(folded: str, tokens: Sequence[Token], end: int, clubs: Mapping[str, str]) -> Event | None:
    """The event of a line that ends at `end`, what happened before the man's name and the minute at either end:
    "45+3' - Red card for Gordon", "GOAL! Smith 12'". None for other lines."""
    body = [token for token in tokens if token.kind not in _BETWEEN]
    if len(body) < LEAST:
        return None
    clock = body[0] if body[0].kind == lx.MINUTE else None
    start = body[1 if clock else 0].start
    letters = _LETTERS.match(folded, start, end) if clock else None
    kind, following = _announced(folded, letters.end() if letters else start, end, clubs)
    at = next(
        (token for token in following if token.kind not in _BETWEEN and token.kind not in (lx.OPEN, lx.MARK)), None
    )
    if kind is None or at is None or at.kind != lx.NAME:
        return None
    entries = read_entries([clock, *following] if clock else following)
    if clock is None:
        return Event(kind, entries) if entries and complete(following, entries) else None
    if entries and entries[0].name_span == (at.start, at.end):
        entries[0].initials = letters[1] if letters and not entries[0].marks else entries[0].initials
        return Event(kind, entries[:1])
    minute, added = cast("tuple[int, int | None]", clock.value)
    return Event(kind, [Entry(clock.start, at.end, str(at.value), (at.start, at.end), minute, added)])


def _announced(folded: str, start: int, end: int, clubs: Mapping[str, str]) -> tuple[Kind | None, list[Token]]:
    """The list that the words at a place announce, the longest first, and the tokens behind them."""
    words = list(islice(_WORDS.finditer(folded, start, min(end, start + LABEL_REACH)), MOST_WORDS))
    for last in reversed(words):
        kind = list_kind(block_words().labels.get(plain(folded[start : last.end()])))
        if kind is not None:
            return kind, lex(folded, last.end(), end, clubs)
    behind = lex(folded, start, end, clubs)
    if behind and behind[0].kind == lx.MARK and behind[0].value in GOALS:
        return "goals", behind
    return None, []
