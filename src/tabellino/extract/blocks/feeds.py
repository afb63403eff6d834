"""Commentary of a data feed, whose sentences always have the same words: "75' Goal! Fulham 2, Everton 3. John Smith
(Everton) right footed shot …". What its lines tell is exact; the other lines are kept from the prose reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Any

from tabellino import data
from tabellino.domain.report import Span
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.parts import Part, list_kind
from tabellino.extract.blocks.words import plain
from tabellino.extract.text import fold_text

#: So many sentences of a feed make the text one.
LEAST = 3
#: Minutes above this are none.
LAST_MINUTE = 120
_MINUTE = re.compile(
    r"[\s|*-]*(?:(?P<minute>\d{1,3})(?:'|:\d\d)?(?:\s?\+\s?(?P<added>\d{1,2})(?:'|:\d\d)?)?\s?(?:mins?\b\.?|minutes?\b|')?[\s|:.-]*)?"
)
_CLOCKED = re.compile(r"^[ |*-]*\d{1,3}(?:'|:\d\d|\s?\+|\s?min)", re.MULTILINE)
_SLOTS = {
    "score": r"(?P<one>[^\n,]{2,40}?) (?P<a>\d{1,2}), (?P<two>[^\n,]{2,40}?) (?P<b>\d{1,2})",
    "player": r"(?P<player>[^\W\d][^\n(),]{1,40}?)",
    "club": r"(?P<club>[^\W_][^\n()]{1,40}?)",
}


def read_feed(folded: str, clubs: Mapping[str, str]) -> list[Part]:
    """The goals and cards of a feed, a part for each line, and "other" for the rest of it; empty where the text is
    none. `clubs` gives the canonical club for the plain words that name one of the two."""
    if len(list(islice(_CLOCKED.finditer(folded), LEAST))) < LEAST:
        return []
    found: list[Part] = []
    alone: re.Match[str] | None = None
    told = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", folded):
        head = _MINUTE.match(folded, line.start(), line.end())
        at = head.end() if head else line.start()
        if at == line.end():
            alone = head
            continue
        clock = head if head and head["minute"] else alone
        alone = None
        part = _event(folded, at, line.span(), clock, clubs)
        if part is not None:
            found.append(part)
            told += 1
    return found if told >= LEAST else []


def _event(folded: str, at: int, span: Span, clock: re.Match[str] | None, clubs: Mapping[str, str]) -> Part | None:
    """What the line `span`, whose words begin at `at`, tells; None where it is no sentence of a feed, or names a club
    that is none of the two."""
    for kind, form in _forms():
        told = form.match(folded, at, span[1])
        if told is None:
            continue
        if kind == "nothing":
            return Part("other", span, True)
        club = clubs.get(plain(told["club"]))
        if club is None:
            return None
        entry = Entry(span[0], told.end("player"), told["player"].strip(), told.span("player"))
        minute = int(clock["minute"]) if clock and clock["minute"] else None
        if clock is not None and minute is not None and 0 < minute <= LAST_MINUTE:
            entry.minute, entry.added = minute, int(clock["added"]) if clock["added"] else None
        entry.club = club
        if kind == "own_goal":
            entry.marks.add(kind)
            entry.club = next((other for other in clubs.values() if other != club), None)
        if kind in ("goals", "own_goal"):
            entry.score = int(told["a"]), int(told["b"])
            entry.marks |= {mark for mark, words in _marks() if words.search(folded, told.end(), span[1])}
        listed = list_kind("goals" if kind == "own_goal" else kind)
        return Part(listed, span, True, entries=[entry]) if listed else None
    return None


@cache
def _table() -> dict[str, Any]:
    return data.load("vocabulary/feeds.toml")


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each sentence with what it tells of."""
    return tuple(
        (kind, re.compile(_written(form), re.IGNORECASE))
        for kind, forms in _table()["events"].items()
        for form in forms
    )


@cache
def _marks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (mark, re.compile("|".join(re.escape(fold_text(words)) for words in phrases), re.IGNORECASE))
        for mark, phrases in _table()["marks"].items()
    )


def _written(form: str) -> str:
    """A sentence of the table as a pattern over folded text."""
    words = re.escape(fold_text(form))
    for slot, pattern in _SLOTS.items():
        words = words.replace(rf"\{{{slot}\}}", pattern)
    return words
