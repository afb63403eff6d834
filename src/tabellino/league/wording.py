"""How numbers, places and counts are put into the sentences of reasons."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.domain.claim import Outcome
from tabellino.league.form import ClubMatch
from tabellino.names.numbers import NUMBERS, ordinal, ordinal_in_words
from tabellino.names.outcomes import NOUNS

#: Newspapers write numbers up to this in words.
LAST_IN_WORDS = 12
#: A list longer than this is cut; the sentence is to be read, not filed.
LONGEST_LIST = 12


def number(value: int) -> str:
    """In words up to twelve, as newspapers do."""
    return NUMBERS[value] if 0 <= value <= LAST_IN_WORDS else str(value)


def place(value: int) -> str:
    """A place as a newspaper writes it: fourth, 17th."""
    return ordinal_in_words(value) if value <= LAST_IN_WORDS else ordinal(value)


def count(value: int, outcome: Outcome) -> str:
    """ "20 wins", "one defeat"."""
    return f"{number(value)} {NOUNS[outcome][value != 1]}"


def matches(value: int, where: str | None = None) -> str:
    """ "12 matches", "one home match"."""
    place = f"{where} " if where else ""
    return f"{number(value)} {place}{'match' if value == 1 else 'matches'}"


def points(value: int) -> str:
    return f"{value} point{'' if value == 1 else 's'}"


def listed(found: Sequence[ClubMatch]) -> str:
    """The matches one by one, or the latest of a long list."""
    shown = "; ".join(map(str, found[-LONGEST_LIST:]))
    return f"… {shown}" if len(found) > LONGEST_LIST else shown
