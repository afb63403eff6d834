"""What a place that names a club speaks of: which of two clubs, and whether of the match at all."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: Units before and after a mention in which words of another day count.
NEAR = 7


def meant(units: Units, place: int, one: str, two: str) -> str | None:
    """Which of the two clubs the unit means; None when neither, or when it can be both."""
    named = {club for club, _ in units.clubs_meant(place)}
    if one in named and two in named:
        return None
    return one if one in named else two if two in named else None


def is_aside(units: Units, vocabulary: Vocabulary, place: int) -> bool:
    """Whether a club is named for another day or for what somebody is elsewhere: words of another day stand near it, it
    has a man's position after it ("the Málaga striker", "el delantero del Málaga") or "former" before it, or a year
    ("Brazil 2014")."""
    codes = units.codes
    if codes[place + 1] in vocabulary.members("positions") or codes[place - 1] in vocabulary.members("once"):
        return True
    before = place - (codes[place - 1] in vocabulary.members("the_alone"))
    if codes[before - 1] in vocabulary.members("of_a_club") and codes[before - 2] in vocabulary.members("man_of_club"):
        return True
    if codes[place + 1] == patterns.NUMBER and units.is_year(place + 1):
        return True
    first, last = max(0, place - NEAR), min(len(codes), place + NEAR + 1)
    if codes[codes.rfind(patterns.NEWLINE, 0, place) + 1] in vocabulary.members("other_games"):
        return True
    first, last = codes.rfind(patterns.NEWLINE, first, place) + 1 or first, codes.find(patterns.NEWLINE, place, last)
    return not vocabulary.members("another_day").isdisjoint(codes[first : last if last >= 0 else place + NEAR + 1])
