"""Lines of a ticker: "30' GOAL, 1-0. …", "77 mins: GOAL! Boro 1-2 Bolton.", "FULL-TIME: Boro 1 Bolton 3."."""

from __future__ import annotations

import re
from bisect import bisect_right

from tabellino.extract.context import Context

#: So many lines that begin with the clock make a text a ticker.
LINES = 3
#: From this minute on the score of a line may be the last.
LATE = 90
_CLOCK = re.compile(
    r"^[ *-]*\(?(?P<minute>\d{1,3})(?: ?\+ ?\d{1,2})?"
    r"(?: ?'|\.(?= )| ?mins?\b| ?minutes?\b|st\b|nd\b|rd\b|th\b)\)?[ :.-]*(?P<rest>.*)$",
    re.MULTILINE | re.IGNORECASE,
)
_GOAL = re.compile(r"(?:\W*\w*){0,2}?\W*(?:goo*a*l|scores?)\b", re.IGNORECASE)


def running_lines(context: Context) -> tuple[tuple[int, int, int], ...]:
    """The lines of a ticker that give the score as it stood then, as (start, end, minute); none in other texts. A
    line from the 90th minute on that announces no goal may give the last score, and is none of them."""
    lines = list(_CLOCK.finditer(context.units.text.folded))
    if len(lines) < LINES:
        return ()
    told = [(line, int(line["minute"])) for line in lines]
    return tuple((*line.span(), minute) for line, minute in told if minute < LATE or _GOAL.match(line["rest"]))


def minute_at(lines: tuple[tuple[int, int, int], ...], offset: int) -> int | None:
    """The minute of the line in which an offset lies; None when it lies in none."""
    place = bisect_right(lines, (offset, offset + 10**9, 0)) - 1
    return lines[place][2] if place >= 0 and lines[place][0] <= offset < lines[place][1] else None
