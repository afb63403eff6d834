"""What the lists of a text are: values, as the assembler finds them and the claims are made of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from tabellino.domain.claim import FactField
from tabellino.domain.report import Span
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.lineups import Squad
from tabellino.extract.text import Text

Kind = Literal["goals", "yellow", "red", "second_yellow", "missed", "lineup", "bench", "fact", "tally", "other"]
CARDS: tuple[Kind, ...] = ("yellow", "red", "second_yellow")
LISTS: tuple[Kind, ...] = ("goals", *CARDS, "missed")


def list_kind(label: str | None) -> Kind | None:
    """The kind of list that a label announces; None when it announces none."""
    return next((kind for kind in LISTS if kind == label), None)


class Tally(msgspec.Struct, frozen=True):
    """A club's goals in a line of results: "BOLTON (1) 2". `half_time` is None where it has but one figure."""

    goals: int
    half_time: int | None


class Part(msgspec.Struct):
    """One list. `club` is the club it was labelled with; `group` is 0 or 1 for the side that stands first or second
    where the text does not name it; both None when nothing tells. The figures of a tally that is `sure` are goals, and
    none of a table. One `beside` the score of the match is a part of its
    line, which is read as prose."""

    kind: Kind
    span: Span
    labelled: bool
    entries: list[Entry] = msgspec.field(default_factory=list)
    squad: Squad | None = None
    names: list[Span] = msgspec.field(default_factory=list)
    club: str | None = None
    group: int | None = None
    fact: tuple[FactField, str] | None = None
    tally: Tally | None = None
    sure: bool = False
    beside: bool = False


class Blocks(msgspec.Struct):
    """The lists of a text, in order."""

    parts: list[Part] = msgspec.field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def tells_goals(self) -> bool:
        """Whether a list of goals is among them."""
        return any(part.kind == "goals" for part in self.parts)

    def sentences(self, text: Text) -> frozenset[int]:
        """The sentences (their numbers) that lie in lists: prose is not looked for there."""
        spans = [part.span for part in self.parts if not part.beside]
        found: list[int] = []
        place = 0
        for number, (first, last) in enumerate(text.sentences):
            start, end = text.starts[first], text.ends[last - 1]
            while place < len(spans) and spans[place][1] <= start:
                place += 1
            inside = sum(max(0, min(b, end) - max(a, start)) for a, b in spans[place : place + 8])
            if inside * 10 >= (end - start) * 6:
                found.append(number)
        return frozenset(found)
