"""Facts of the match that stand under a label: date, crowd, referee, ground, competition."""

from __future__ import annotations

import datetime
import re

from tabellino.domain.claim import FactField
from tabellino.extract.blocks.words import block_words, plain

FACTS: tuple[FactField, ...] = ("referee", "attendance", "venue", "date", "competition")
#: Crowds: nobody plays before fewer, no ground holds more (the Maracana of 1950 held 200,000).
LEAST_CROWD, LARGEST_CROWD = 50, 250_000
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[.ºª°]?(?:st|nd|rd|th)? (?:de |di |of )?([^\W\d_]+)\.? (?:de |del )?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def fact_field(label: str | None) -> FactField | None:
    """The fact that a label announces; None when it announces none."""
    return next((fact for fact in FACTS if fact == label), None)


def read_date(words: str) -> str | None:
    """The date at the start of the words as ISO 8601, day first where only figures stand; None when there is none."""
    months = block_words().months
    day: tuple[int, int, int] | None = None
    if match := _ISO.search(words):
        day = int(match[1]), int(match[2]), int(match[3])
    elif (match := _DAY_FIRST.search(words)) and (month := months.get(plain(match[2]))):
        day = int(match[3]), month, int(match[1])
    elif (match := _MONTH_FIRST.search(words)) and (month := months.get(plain(match[1]))):
        day = int(match[3]), month, int(match[2])
    elif match := _FIGURES.search(words):
        day = int(match[3]), int(match[2]), int(match[1])
    try:
        return datetime.date(*day).isoformat() if day else None
    except ValueError:
        return None


def dates_told(words: str) -> frozenset[str]:
    """Every date written out with its year in a text, as ISO 8601."""
    found = (read_date(match[0]) for form in (_ISO, _DAY_FIRST, _MONTH_FIRST) for match in form.finditer(words))
    return frozenset(date for date in found if date is not None)


def fact_value(label: str, content: str) -> tuple[str, int] | None:
    """What a labelled fact says, and how many characters of the content tell it."""
    stop = re.search(r"[;|\n]|\.(?=\s|$)(?<![ .][A-Z]\.)", content)
    length = stop.start() if stop else len(content)
    words = content[:length].strip()
    if label == "date":
        date = read_date(words[:60])
        return (date, length) if date else None
    if label == "attendance":
        figure = re.search(r"\d{1,3}(?:[., ]\d{3})+|\d{2,6}", words)
        crowd = int(re.sub(r"\D", "", figure[0])) if figure else 0
        return (str(crowd), length) if LEAST_CROWD <= crowd <= LARGEST_CROWD else None
    if label == "referee":
        words = re.split(r"[,(]", words)[0].strip()
    return (words, length) if 1 < len(words) <= 60 and words[0].isupper() else None
