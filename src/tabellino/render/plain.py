"""Text of strangers made fit for one line, and the words for scores, minutes and days that all renderers share."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Protocol

from tabellino.domain.clock import Minute
from tabellino.domain.record import MatchInfo, Score, ScoreLine

#: Joiners of emoji and of Persian words: format characters that change what is seen and move nothing.
_JOINERS = "\u200c\u200d"


class Timed(Protocol):
    """Anything of a record that happened at a minute."""

    @property
    def minute(self) -> int | None: ...
    @property
    def added_time(self) -> int | None: ...


def count(number: int, thing: str) -> str:
    """ "1 report", "3 reports", for what makes its plural with an s."""
    return f"{number} {thing}{'s' if number != 1 else ''}"


def one_line(text: str, most: int | None = None) -> str:
    """A text on one line: blanks run together, control and direction characters left out, cut at `most` characters."""
    kept = " ".join(text.split())
    kept = "".join(
        char for char in kept if char in _JOINERS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    return kept if most is None or len(kept) <= most else kept[: most - 1].rstrip() + "…"


def minute(event: Timed) -> str | None:
    """ "45+2'", or None when the minute is not known."""
    return None if event.minute is None else str(Minute(event.minute, event.added_time))


def when(event: Timed) -> str:
    """The minute, or the bounds within which it lies, or nothing when neither is known."""
    if exact := minute(event):
        return exact
    between = getattr(event, "between", None)
    if between is None:
        return ""
    first, last = between
    return f"{first}'" if first == last else f"{first}'-{last}'"


def score(value: Score | None) -> str:
    """ "3-2", or "?-?" when it is not known."""
    return "?-?" if value is None else f"{value[0]}-{value[1]}"


def headline(match: MatchInfo, line: ScoreLine) -> str:
    """ "Inter-Juventus 3-2 (1-1)", with extra time and shoot-out where they were played."""
    parts = [f"{one_line(match.home)}-{one_line(match.away)} {score(line.full_time)}"]
    if line.extra_time:
        parts.append("after extra time")
    if line.half_time:
        parts.append(f"({score(line.half_time)})")
    if line.shootout:
        parts.append(f"{score(line.shootout)} on penalties")
    return " ".join(parts)


def occasion(match: MatchInfo) -> str:
    """ "Serie A 2025-26, Saturday 14 February 2026, San Siro", as far as known."""
    competition = " ".join(part for part in (match.competition, match.season) if part)
    return one_line(", ".join(part for part in (competition, day(match.date), match.venue) if part))


def day(iso: str | None) -> str | None:
    """ "Saturday 14 February 2026"; a date that is no ISO date comes back as it is."""
    if iso is None:
        return None
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{_DAYS[date.weekday()]} {date.day} {_MONTHS[date.month - 1]} {date.year}"


def percent(probability: float) -> str:
    """A probability for people: whole percents, and never 100 or 0, as nothing that rests on reports is certain."""
    return f"{min(99, max(1, round(probability * 100)))} %"


# Not strftime: its names follow the locale of whoever runs it, and records are written in one language.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
