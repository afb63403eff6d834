"""How numbers, places and counts are put into the sentences of reasons."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.domain.claim import Outcome
from tabellino.league.form import ClubMatch

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
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
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else str(value)


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
