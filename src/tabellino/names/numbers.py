"""Numbers and ordinals in figures and words, as newspapers write them."""

from __future__ import annotations

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
#: Ordinals that are not the number with "th".
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
            "twelve": "twelfth"}  # fmt: skip


def in_words(value: int) -> str:
    """Nineteen, twenty-one; figures from a hundred on."""
    if value < len(NUMBERS):
        return NUMBERS[value] if value >= 0 else str(value)
    if value >= 100:
        return str(value)
    ten, one = divmod(value, 10)
    return f"{TENS[ten]}-{NUMBERS[one]}" if one else TENS[ten]


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def ordinal_in_words(value: int) -> str:
    """Fourth, twentieth, twenty-first; 101st from a hundred on."""
    if not 0 < value < 100:
        return ordinal(value)
    front, dash, last = in_words(value).rpartition("-")
    return front + dash + (ORDINALS.get(last) or f"{last.removesuffix('y') + 'ie' if last[-1] == 'y' else last}th")
