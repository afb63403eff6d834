"""Minutes in the words of a report, looked for without reading the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from tabellino import data
from tabellino.domain.report import Span
from tabellino.names.numbers import in_words, ordinal_in_words

_WORDS = {in_words(n): n for n in range(1, 60)} | {ordinal_in_words(n): n for n in range(1, 60)}
#: Minutes of a match.
WHOLE = 90


class TimeTold(msgspec.Struct, frozen=True):
    """A minute told at `span`. `minute` counts added time on from 90, `position` is its place on the clock; `plainly`
    is False for a bare number, which is a minute only beside a name."""

    span: Span
    minute: int
    position: float
    plainly: bool


def times_told(folded: str, span: Span) -> Iterator[TimeTold]:
    """The minutes between two places of a text in small letters, and the numbers that may be such."""
    for match in _time().finditer(folded, *span):
        number = int(match["figures"]) if match["figures"] else _WORDS[match["word"]]
        marked = bool(match["mark"] or match["before"])
        if (match["word"] and not (match["mark"] or "").strip(" .-").startswith("min")) or not 0 < number < 121:
            continue
        if match["back"]:
            if marked and number < WHOLE:
                yield TimeTold(match.span(), WHOLE - number, float(WHOLE - number), True)
            continue
        added = int(match["added"] or 0)
        minute = number + added if number >= WHOLE else number
        yield TimeTold(match.span(), minute, number + added / 100, marked or bool(added))


def tells_other_things(folded: str, span: Span) -> bool:
    """Whether a stretch of a text in small letters has a word of cards or substitutions: its minutes may be theirs."""
    return _otherwise().search(folded, *span) is not None


@lru_cache(maxsize=1)
def _time() -> re.Pattern[str]:
    """ "57th", "57'", "57 minutes", "fourth minute", "minute 57", "13 minutes from the end", and a bare "57"."""
    return re.compile(
        r"(?<![\w.,:+-])(?P<before>min(?:ute)?\.?\s)?"
        rf"(?:(?P<figures>\d{{1,3}})(?:\s?\+\s?(?P<added>\d{{1,2}}))?|(?P<word>{any_of(tuple(_WORDS))}))"
        r"(?![\d:]|[.,]\d|\s?[-–:]\s?\d)"
        r"(?P<mark>['’′]|(?:st|nd|rd|th|e|º|ª)?[ .-]{0,2}min\w*|(?:st|nd|rd|th)\b)?"
        rf"(?P<back>\s(?:{any_of(data.load('weights/verdicts.toml')['echo']['to_the_end'])})\b)?"
    )


@lru_cache(maxsize=1)
def _otherwise() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(data.load('weights/verdicts.toml')['echo']['other_things'])})")


def any_of(words: Sequence[str]) -> str:
    """An expression for any of these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
