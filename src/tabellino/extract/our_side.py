"""Whose "we" a report is: the club of a writer who supports one ("our keeper Smith", "we lost to Fulham")."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tabellino.extract import patterns
from tabellino.extract.mentioned import meant
from tabellino.extract.patterns import Alphabet
from tabellino.extract.signs import places

if TYPE_CHECKING:
    from tabellino.extract.context import Context

#: A writer is for a club when the words that tell it weigh so much more than those for the other one.
LEAST = 0.5


def our_places(context: Context) -> tuple[list[int], str | None]:
    """The units of "we" and "us" in what is not direct speech, and the club that they stand for; None when the text
    does not tell it."""
    units = context.units
    said = [
        place for place in places(units.codes, context.members("we_us")) if not context.quoted[units.sentence[place]]
    ]
    if not said:
        return [], None
    odds = _odds(context)
    if abs(odds) < LEAST:
        return said, None
    return said, context.sides.first if odds > 0 else context.sides.second


def _odds(context: Context) -> float:
    """How much speaks for a writer of `sides.first`: clubs in full, men as surely as they play for one."""
    units, sides, total = context.units, context.sides, 0.0
    for pattern, row in context.vocabulary.possible("ours", units.codes):
        for match in pattern.finditer(units.codes):
            if context.quoted[units.sentence[match.start()]]:
                continue
            for role, place in Alphabet.captured(match).items():
                if units.codes[place] == patterns.PERSON:
                    first = math.tanh(context.allegiance[context.who(place)] / 2)
                else:
                    club = meant(units, place, sides.first, sides.second)
                    first = 0.0 if club is None else 1.0 if club == sides.first else -1.0
                total += row["weight"] * first * (1.0 if role == "ours" else -1.0)
    return total
