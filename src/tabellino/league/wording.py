"""How numbers, places and counts are put into the sentences of reasons."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.domain.claim import Outcome
from tabellino.league.form import ClubMatch

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
#: Ordinals that are not the number with "th".
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
            "twelve": "twelfth"}  # fmt: skip
#: Newspapers write numbers up to this in words.
LAST_IN_WORDS = 12
NOUNS: dict[Outcome, tuple[str, str]] = {
    "win": ("win", "wins"),
    "draw": ("draw", "draws"),
    "defeat": ("defeat", "defeats"),
    "unbeaten": ("match without defeat", "matches without defeat"),
    "winless": ("match without a win", "matches without a win"),
    "clean_sheet": ("clean sheet", "clean sheets"),
    "scored": ("match with a goal", "matches with a goal"),
    "scoreless": ("match without a goal", "matches without a goal"),
    "conceded": ("match with a goal let in", "matches with a goal let in"),
}
#: A list longer than this is cut; the sentence is to be read, not filed.
LONGEST_LIST = 12


def number(value: int) -> str:
    """In words up to twelve, as newspapers do."""
    return NUMBERS[value] if 0 <= value <= LAST_IN_WORDS else str(value)


def in_words(value: int) -> str:
    """Nineteen, twenty-one; figures from a hundred on."""
    if value < len(NUMBERS):
        return NUMBERS[value] if value >= 0 else str(value)
    if value >= 100:
        return str(value)
    ten, one = divmod(value, 10)
    return f"{TENS[ten]}-{NUMBERS[one]}" if one else TENS[ten]


def ordinal_in_words(value: int) -> str:
    """Fourth, twentieth, twenty-first; 101st from a hundred on."""
    if not 0 < value < 100:
        return ordinal(value)
    front, dash, last = in_words(value).rpartition("-")
    return front + dash + (ORDINALS.get(last) or f"{last.removesuffix('y') + 'ie' if last[-1] == 'y' else last}th")


def place(value: int) -> str:
    """A place as a newspaper writes it: fourth, 17th."""
    return ordinal_in_words(value) if value <= LAST_IN_WORDS else ordinal(value)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


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
