"""Line-ups: eleven names, the men who came on in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.lexer import Token

#: So many starters make a line-up: eleven, fewer where a name could not be read; fifteen are another sport's.
FEWEST_STARTERS, MOST_STARTERS = 9, 12
FEWEST_LABELLED = 7
#: The best mark of a paper for a player.
BEST_MARK = 10


class Squad(msgspec.Struct, frozen=True):
    """Spans of the names: those who started and those who came on."""

    starters: tuple[tuple[int, int], ...]
    substitutes: tuple[tuple[int, int], ...]
    end: int


def read_lineup(tokens: Sequence[Token], labelled: bool) -> Squad | None:
    """The line-up that the tokens are; None when they are something else."""
    starters: list[tuple[int, int]] = []
    substitutes: list[tuple[int, int]] = []
    depth = minutes_outside = others = 0
    fresh = True
    end = tokens[0].start if tokens else 0
    for token in tokens:
        kind = token.kind
        if kind == lx.OPEN:
            depth += 1
        elif kind == lx.CLOSE:
            depth = max(0, depth - 1)
        elif kind == lx.NAME and _is_name(token):
            if depth:
                substitutes.append((token.start, token.end))
            elif fresh:
                starters.append((token.start, token.end))
                fresh = False
        elif kind in (lx.COMMA, lx.GROUP, lx.DASH, lx.AND):
            fresh = fresh or not depth
        elif kind == lx.MINUTE and not depth:
            minutes_outside += not _is_mark(token)
        elif kind == lx.DOT and not depth and len(starters) >= 11:
            end = token.end
            break
        elif kind == lx.OTHER and not depth:
            others += 1
        end = token.end
    fewest = FEWEST_LABELLED if labelled else FEWEST_STARTERS
    if not fewest <= len(starters) <= MOST_STARTERS or minutes_outside * 3 > len(starters) or others > 2:
        return None
    return Squad(tuple(starters), tuple(substitutes), end)


def read_names(tokens: Sequence[Token]) -> list[tuple[int, int]] | None:
    """The spans of a bare list of names ("Hyypia, Traore, Hamann."); None when anything else stands in it."""
    names: list[tuple[int, int]] = []
    fresh = True
    for token in tokens:
        if token.kind == lx.NAME and fresh:
            names.append((token.start, token.end))
            fresh = False
        elif token.kind in (lx.COMMA, lx.AND, lx.GROUP):
            fresh = True
        elif token.kind != lx.DOT and token.kind != lx.COLON:
            return None
    return names or None


def _is_mark(token: Token) -> bool:
    """Whether a figure may be the paper's mark for the man before it: "Hart 7, Zabaleta 6"."""
    minute, added = cast("tuple[int, int | None]", token.value)
    return minute <= BEST_MARK and added is None


def _is_name(token: Token) -> bool:
    return len(str(token.value)) > 1
