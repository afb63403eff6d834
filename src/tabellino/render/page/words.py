"""Small pieces of plain English that several parts of the page share."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from tabellino.domain.clock import Minute
from tabellino.domain.record import Score
from tabellino.names.numbers import NUMBERS, ordinal
from tabellino.render.page.clean import visible

#: Newspapers set numbers up to this in words.
_IN_WORDS = 10


def number(n: int) -> str:
    """Numbers up to ten in words, as newspapers set them."""
    return NUMBERS[n] if 0 <= n <= _IN_WORDS else f"{n:,}"


def count(n: int, thing: str, things: str | None = None) -> str:
    """ "one report", "three reports"."""
    return f"{number(n)} {thing if n == 1 else things or thing + 's'}"


def capital(text: str) -> str:
    """The text with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: its first letter large, a full stop at its end unless it has one of its own."""
    return capital(text) + ("" if not text or text.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…") else ".")


def listed(things: Sequence[str], joint: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; empty for nothing."""
    if len(things) <= 1:
        return "".join(things)
    return f"{', '.join(things[:-1])} {joint} {things[-1]}"


def score(value: Score | None) -> str:
    """3–2 with an en dash; a question mark for each side when not known."""
    return f"{value[0]}–{value[1]}" if value else "?–?"


def minute(minute: int | None, added_time: int | None, between: tuple[int, int] | None = None) -> str:
    """17', 45+2', 43'–45'; empty when nothing is known."""
    if minute is not None:
        return str(Minute(minute, added_time)).replace("'", "′")
    if between is None:
        return ""
    return f"{between[0]}′" if between[0] == between[1] else f"{between[0]}–{between[1]}′"


def minute_told(position: float) -> str:
    """A clock position as it is said: "the 17th minute", "the second minute of first-half added time"."""
    at = Minute.at(position)
    if at.added_time is None:
        return f"the {ordinal(at.minute)} minute"
    return f"the {ordinal(at.added_time)} minute of added time after {at.minute}"


def date(iso: str | None) -> str | None:
    """ "Saturday 14 February 2026" of "2026-02-14"; what is no such date comes back as it is."""
    if not iso:
        return None
    try:
        day = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def percent(p: float) -> str:
    """Whole percents, but never 0 or 100 for what is not certain: "under 1%", "over 99%"."""
    if 0 < p < 0.005:
        return "under 1%"
    if 0.995 < p < 1:
        return "over 99%"
    return f"{round(p * 100)}%"


def fine_percent(p: float) -> str:
    """Per cents with one decimal; what is neither impossible nor certain is never shown as 0 or 100."""
    if 0 < p < 0.0005:
        return "under 0.1%"
    if 0.9995 < p < 1:
        return "over 99.9%"
    return f"{100 * p:.1f}%"


def shortened(text: str, most: int) -> str:
    """The text cut at a word to at most `most` characters, with an ellipsis when cut."""
    whole = len(text) <= 20 * most  # of a quotation of a megabyte, only the beginning is looked at
    text = " ".join(text[: 20 * most].split())
    if whole and len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(",;:.") + "…"


def quoted(quote: str, most: int) -> str:
    """The beginning of a quotation, fit to be shown."""
    return shortened(visible(quote[: 20 * most + 1]), most)
