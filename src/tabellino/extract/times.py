"""Time expressions: where they stand and what interval of the match clock they can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tabellino.domain.clock import TimeSource, TimeWindow
from tabellino.extract.patterns import Alphabet
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: A figure above this is no minute of a match (extra time ends at 120; some clocks run on to 130).
LAST_MINUTE = 130
#: Added time of a period never reaches this many minutes in what reports tell.
LONGEST_ADDED = 20


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time told at units `first` to `last` (exclusive). `window` is None for a time that is relative to another
    event: `later` then holds the minutes after it; `others` are the times listed before it ("the 3rd, 25th and 48th
    minutes"). `weak` times say too little to tie a goal to them alone."""

    first: int
    last: int
    window: TimeWindow | None
    later: float | None = None
    weak: bool = False
    maybe_later: bool = False
    near_goal: bool = False
    others: tuple[TimeWindow, ...] = ()


def number(value: object, vocabulary: Vocabulary) -> int | None:
    """The number that a unit's value means: a figure, an ordinal or a number word."""
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return vocabulary.numbers.get(value, vocabulary.ordinals.get(value))
    return None


def find_times(units: Units, vocabulary: Vocabulary) -> list[TimeExpression]:
    """Every time expression of a text, in order; where two overlap the longer one stands."""
    found: list[tuple[int, int, int, TimeExpression | None]] = []
    for rank, (pattern, row) in enumerate(vocabulary.possible("time", units.codes)):
        for match in pattern.finditer(units.codes):
            found.append((match.start(), match.end(), rank, _read(match, row, units, vocabulary)))
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[2]))
    taken: set[int] = set()
    times: list[TimeExpression] = []
    for first, last, _, expression in found:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            if expression is not None:
                times.append(expression)
    return sorted(times, key=lambda time: time.first)


def _read(match: re.Match[str], row: dict[str, Any], units: Units, vocabulary: Vocabulary) -> TimeExpression | None:
    if row.get("skip"):
        return None
    place = Alphabet.captured(match).get("n")
    value = units.value[place] if place is not None else None
    n = value if isinstance(value, tuple) else number(value, vocabulary)
    if place is not None and n is None:
        return None
    if place is not None and isinstance(n, int) and place and _compound(units, place, vocabulary):
        n = _compound(units, place, vocabulary)
    first, last = match.span()
    if row["at"].startswith("later"):
        if not isinstance(n, int):
            return None
        return TimeExpression(first, last, None, n / 60 if row["at"] == "later_seconds" else float(n))
    window = _window(row, n)
    if window is None:
        return None
    others = _listed_before(units, place, vocabulary) if row.get("listed") and place is not None else ()
    return TimeExpression(
        first,
        last,
        window,
        later=float(n) if row.get("later") == "maybe" and isinstance(n, int) else None,
        weak=bool(row.get("weak")),
        maybe_later=row.get("later") == "maybe",
        near_goal=bool(row.get("near_goal")),
        others=others,
    )


def _listed_before(units: Units, place: int, vocabulary: Vocabulary) -> tuple[TimeWindow, ...]:
    """The minutes listed before the one at `place`: those of "the 3rd, 25th and 48th minutes"."""
    found: list[TimeWindow] = []
    joints = vocabulary.members("list_and")
    i = place - 1
    while i > 0 and units.codes[i] in joints:
        while i > 0 and units.codes[i] in joints:
            i -= 1
        kind, value = units.codes[i], units.value[i]
        window = mark_window(value, None) if kind in "NR" and isinstance(value, int) else None
        if window is None:
            break
        found.append(window)
        i -= 1
    return tuple(found[::-1])


def _compound(units: Units, place: int, vocabulary: Vocabulary) -> int | None:
    """ "twenty five" in two words: the tens stand before the captured figure."""
    before, here = units.value[place - 1], number(units.value[place], vocabulary)
    tens = vocabulary.numbers.get(before) if isinstance(before, str) else None
    if tens and tens % 10 == 0 and tens >= 20 and here is not None and here < 10:
        return tens + here
    return None


def _window(row: dict[str, Any], n: int | tuple[int, int | None] | None) -> TimeWindow | None:
    source: TimeSource = row["source"]
    at: str = row["at"]
    before, after = row.get("spread", (0, 0))
    exact = row.get("exact", True)
    if isinstance(n, tuple):
        return mark_window(n[0], n[1])
    if at == "45 added":
        return TimeWindow(45.01, 45 + after / 100, None, source)
    if at == "90 added":
        return TimeWindow(90.01, 90 + after / 100, None, source)
    if at == "added":
        position = 90 + (n or 0) / 100
        return TimeWindow(position, position, position, source) if n and n <= LONGEST_ADDED else None
    if at == "seconds":
        minute = (n or 0) // 60 + 1  # the 45th second is in the first minute
        return TimeWindow(minute, minute, minute, source) if n is not None and n < 60 * LAST_MINUTE else None
    place = evaluate(at, n)
    if place is None or not 0 <= place <= LAST_MINUTE:
        return None
    place = max(1.0, place)
    low, high = max(1.0, place - before), _spread_up(place, after)
    if source == "bound" and row.get("exact", True):
        return TimeWindow(1.0, place, None, source)
    return TimeWindow(low, high, place if exact else None, source)


def _spread_up(position: float, after: float) -> float:
    """`after` minutes later; what passes the end of a half lies in its added time, not in the next half."""
    for end in (45.0, 90.0):
        if position <= end < position + after and position > end - 15:
            return end + (position + after - end) / 100
    return position + after


def mark_window(minute: int, added: int | None) -> TimeWindow | None:
    """The window of a printed minute: 90 + 3, 86."""
    if not 1 <= minute <= LAST_MINUTE or (added or 0) > LONGEST_ADDED:
        return None
    position = minute + (added or 0) / 100
    return TimeWindow(position, position, position, "exact")


def evaluate(at: str, n: int | None) -> float | None:
    """A formula of the vocabulary: "n", "90 - n", "45 + n", "60"."""
    parts = at.split()
    value = 0.0
    sign = 1
    for part in parts:
        if part in "+-":
            sign = 1 if part == "+" else -1
        elif part == "n":
            if n is None:
                return None
            value += sign * n
        else:
            value += sign * float(part)
    return value


def in_range(times: Sequence[TimeExpression], first: int, last: int) -> list[TimeExpression]:
    """The times that begin in a range of units."""
    return [time for time in times if first <= time.first < last]
