"""Plain text: its title and its date, as far as the text itself shows them."""

from __future__ import annotations

import datetime
import re

from tabellino import data

#: "date 2026-02-14" as archives set it before or after a text.
_STAMP = r"date\s*[:=]?\s*(\d{4}-\d{2}-\d{2})"
_AT_START = re.compile(rf"\s*{_STAMP}(?=\s|$)", re.IGNORECASE)
_AT_END = re.compile(rf"(?:^|\s){_STAMP}\s*\Z", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*")


def date_of(text: str) -> datetime.date | None:
    """The date of a "date YYYY-MM-DD" line or stamp at the very start or end; None when there is none."""
    for found in (_AT_START.match(text), _AT_END.search(text, max(0, len(text) - 100))):
        if found:
            try:
                return datetime.date.fromisoformat(found[1])
            except ValueError:  # a day that the calendar does not have is no date
                continue
    return None


def title_of(text: str) -> str | None:
    """The first line when it stands alone as a headline does; None when the text begins with prose.

    Alone means: short, followed by further text, and either set off by an empty line or without a final full stop.
    """
    stamp = _AT_START.match(text)
    start = stamp.end() if stamp else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    line = _LINE.match(text, start)
    title = line[0].strip() if line else ""
    rest = text[start + len(line[0]) :] if line else ""
    if not title or not rest.strip() or len(title) > data.load("sources.toml")["text"]["max_title_length"]:
        return None
    set_off = re.match(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", rest) is not None
    return title if set_off or title[-1] not in ".!?…:;," else None
