"""How goals were scored and who made them, from the words beside their telling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import Alphabet
from tabellino.extract.times import number

#: Words on how a goal was scored or made stand within this many units of its telling.
REACH = 14


class Manner(msgspec.Struct):
    """`how` are words of the vocabulary ("header", "left foot"); `assist` the name of who made it, None untold."""

    how: list[str] = msgspec.field(default_factory=list)
    assist: str | None = None


def manners(context: Context, tellings: Sequence[Mention]) -> list[Manner]:
    """How each goal of `tellings` was scored and made, as the words beside it tell."""
    found = [Manner() for _ in tellings]
    places = [(telling.first, telling.last) for telling in tellings]
    by_sentence: dict[int, list[int]] = {}
    for which, telling in enumerate(tellings):
        by_sentence.setdefault(telling.sentence, []).append(which)
    for pattern, row in context.vocabulary.possible("how", context.units.codes):
        for match in pattern.finditer(context.units.codes):
            if not _fits(context, row, Alphabet.captured(match)):
                continue
            near = _nearest(context, places, by_sentence, match.start(), match.end())
            if near is not None and row["word"] not in found[near].how:
                found[near].how.append(row["word"])
    taken: dict[int, int] = {}
    for pattern, _ in context.vocabulary.possible("assist", context.units.codes):
        for match in pattern.finditer(context.units.codes):
            place = Alphabet.captured(match)["assist"]
            near = _nearest(context, places, by_sentence, match.start(), match.end())
            if near is None or context.who(place) == tellings[near].top:
                continue
            distance = _distance(places[near], match.start(), match.end())
            if distance < taken.get(near, REACH + 1):
                taken[near] = distance
                found[near].assist = context.units.people[context.who(place)].name
    return found


def _fits(context: Context, row: dict[str, Any], captured: dict[str, int]) -> bool:
    """Whether the distance told is one of the row's."""
    if "yards" not in captured:
        return True
    yards = number(context.units.value[captured["yards"]], context.vocabulary)
    return yards is not None and row.get("least", 0) <= yards <= row.get("most", yards)


def _nearest(
    context: Context, places: Sequence[tuple[int, int]], by_sentence: dict[int, list[int]], first: int, last: int
) -> int | None:
    """The telling in the same sentence that stands nearest, within reach."""
    near = by_sentence.get(context.units.sentence[first], ())
    best = min(near, key=lambda which: _distance(places[which], first, last), default=None)
    return best if best is not None and _distance(places[best], first, last) <= REACH else None


def _distance(place: tuple[int, int], first: int, last: int) -> int:
    return max(first - place[1], place[0] - last, 0)
