"""What the words of a wrong count should say: its own words with the number put right where that can be done."""

from __future__ import annotations

import re
from collections.abc import Callable

from tabellino.names.numbers import in_words, ordinal, ordinal_in_words

#: How a number is written: 8, 8th, eight, eighth.
Writer = Callable[[int], str]


def in_place(quote: str, told: int, right: int) -> str | None:
    """The quote with the number told replaced by the right one, in figures or words as it was written.

    None when the number does not stand there just once, or when the words around it would have to change with it (one
    point, two points).
    """
    if told == right or right < 0:
        return None
    found = [(match, write) for wrong, write in _ways(told) for match in _places(quote, wrong)]
    if len(found) != 1:
        return None
    match, write = found[0]
    cardinal = write in (str, in_words)
    if cardinal and (right == 0 or 1 in (told, right)):
        return None
    words = write(right)
    if match[0][0].isupper():
        words = words[0].upper() + words[1:]
    return _with_article(quote[: match.start()], words) + words + quote[match.end() :]


def _ways(told: int) -> tuple[tuple[str, Writer], ...]:
    """The number as it may be written, and what writes another in the same way."""
    writers: tuple[Writer, ...] = (str, ordinal, in_words, ordinal_in_words)
    return tuple({write(told): (write(told), write) for write in writers}.values())


def _places(quote: str, number: str) -> list[re.Match[str]]:
    """Where the number stands by itself: not within another, a score or a date."""
    return list(re.finditer(rf"(?<![\w.,:–])(?<!\d-){re.escape(number)}(?![\w–]|[.,:-]\d)", quote, re.IGNORECASE))


def _with_article(before: str, words: str) -> str:
    """What stands before the number, with "a" or "an" as it asks for: an eight-point lead, a nine-point lead."""
    vowel = re.match(r"(?:8|1[18](?!\d)|eigh|eleven)", words.lower()) is not None
    return re.sub(r"\b(a)n?(\s+)$", lambda one: one[1] + ("n" if vowel else "") + one[2], before, flags=re.IGNORECASE)
