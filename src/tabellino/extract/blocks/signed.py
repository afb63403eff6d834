"""Lines with pictures for words: "⚽ Smith 12, 44 🟥 Jones 70", "63' 🟨 Hill"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.parts import Kind, list_kind
from tabellino.extract.blocks.words import block_words

#: What may stand between two pictures that belong together, as an invisible sign of how to draw the first.
_JOINT = "\ufe0f "


class Signed(msgspec.Struct, frozen=True):
    """What a picture is of, with the men behind it; `club` where the line begins with one."""

    kind: Kind
    span: Span
    entries: list[Entry]
    club: str | None


def read_signed(folded: str, start: int, end: int, clubs: Mapping[str, str]) -> list[Signed]:
    """The lists that the pictures of a line announce, or end where names stand before the first; none for a line
    without pictures, or with several of which it cannot be told whose they are."""
    if folded[start:end].isascii():
        return []
    places = [place for place in range(start, end) if folded[place] in block_words().signs]
    if not places:
        return []
    lead = [token for token in lex(folded, start, places[0], clubs) if token.kind != lx.COLON]
    club = str(lead[0].value) if lead and lead[0].kind == lx.TEAM else None
    if any(token.kind == lx.NAME for token in lead):
        kinds = {block_words().signs[folded[place]] for place in places}
        kind = list_kind(next(iter(kinds))) if len(kinds) == 1 else None
        entries = read_entries(lead[1:] if club else lead) if kind else []
        return [Signed(kind, (start, end), entries, club)] if kind and entries else []
    return list(_announced(folded, places, end, lead[1:] if club else lead, club, clubs))


def _announced(
    folded: str, places: list[int], end: int, lead: list[Token], club: str | None, clubs: Mapping[str, str]
) -> Iterator[Signed]:
    """What stands behind each picture up to the next; a minute before the first is that of its man."""
    cautioned = False
    for number, place in enumerate(places):
        last = places[number + 1] if number + 1 < len(places) else end
        kind = list_kind(block_words().signs[folded[place]])
        if not folded[place + 1 : last].strip(_JOINT):  # a yellow card and a red one beside it
            cautioned = kind == "yellow"
            continue
        if kind == "red" and cautioned:
            kind = "second_yellow"
        tokens = lex(folded, place + 1, last, clubs)
        entries = read_entries([*lead, *tokens] if number == 0 else tokens)
        if kind is None:
            yield Signed("other", (place, last), [], club)
        elif entries:
            yield Signed(kind, (lead[0].start if number == 0 and lead else place, last), entries, club)
        cautioned = False
