"""The clock of each outlet: some print elapsed minutes, one lower throughout than the minute that is being played."""

from __future__ import annotations

import math
from collections.abc import Iterable

from tabellino.domain.clock import TimeWindow

#: Minutes told between these are of added time, or of extra time told without the hour and a half before it.
FULL_TIME, EXTRA_TIME = 90.0, 106.0
#: Where the halves end, on a clock that counts added time on from there.
ENDS = (45.0, FULL_TIME)


def outlet_offsets(apart: Iterable[tuple[int, float]], weights: dict[str, float]) -> dict[int, int]:
    """By report, the minutes that its clock runs low (-1) or high (+1) throughout; reports that agree with the record
    have none. `apart` are (report, minutes told less minutes of the record) over the goals that it times exactly."""
    found: dict[int, list[float]] = {}
    for report, minutes in apart:
        found.setdefault(report, []).append(minutes)
    offsets = {}
    for report, told in found.items():
        middle = _median(told)
        share = sum(abs(minutes - middle) < 0.5 for minutes in told) / len(told)
        if abs(middle) == 1 and len(told) >= weights["elapsed_least"] and share >= weights["elapsed_share"]:
            offsets[report] = int(middle)
    return offsets


def _median(values: list[float]) -> float:
    """The middle value, or the mean of the two middle ones; the statistics module takes 10 ms to import."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def minutes_less(one: float, other: float) -> float:
    """Minutes that one clock position lies after another, over the clock that brings them nearest: 90+10 is also told
    as the 100th minute, and as the 90th by those who do not count added time."""
    ways = [_elapsed(one) - _elapsed(other)]
    if one % 1 == 0 or other % 1 == 0:
        ways.append(math.floor(one) - math.floor(other))
    return min(ways, key=abs)


def _elapsed(position: float) -> float:
    minute = math.floor(position + 1e-9)
    return minute + round((position - minute) * 100)


def one_added_time(one: float | None, other: float | None) -> bool:
    """Whether two places on the clock lie in the added time of one half, of which every report has its own count."""
    return one is not None and other is not None and any(_is_added(one, end) and _is_added(other, end) for end in ENDS)


def _is_added(position: float, end: float) -> bool:
    """Whether a place lies in the added time of a half: 90+3, or the 93rd minute, which only the second half has."""
    return end < position < end + 1 or (end == FULL_TIME and FULL_TIME <= position < EXTRA_TIME)


def minutes_off(window: TimeWindow, position: float, offset: int = 0) -> float:
    """Minutes between a told time, read on its outlet's clock, and the record's; 0 within what the words allow. A
    record of the 90th minute, whose added time is not known, may be told as the 94th."""
    if window.best is not None and position == FULL_TIME and FULL_TIME < window.best < EXTRA_TIME:
        return 0.0
    if window.best is not None:
        spread = (window.latest - window.earliest) / 2
        return max(0.0, abs(minutes_less(window.best, position) - offset) - spread)
    if _is_added(window.earliest, ENDS[0]) and ENDS[0] < position <= _elapsed(window.latest):
        return 0.0  # "in added time" of the first half, and the 46th minute to those who count on
    return max(window.earliest - position, position - window.latest, 0.0)


def by_half(told: float, position: float) -> bool:
    """Whether a minute told is that of the second half for a position on the clock: the "6'" of a half is the 51st."""
    return position > ENDS[0] + 1 and abs(minutes_less(told + ENDS[0], position)) <= 1
