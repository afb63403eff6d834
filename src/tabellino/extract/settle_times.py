"""Times that the words beside them settle: those that count from another ("eight minutes later"), and those of a half
that is not named ("with the last kick of the half", "in stoppage time", "five minutes in")."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from tabellino.domain.clock import TimeWindow
from tabellino.extract.times import COUNTED, OF_SECOND, TimeExpression

#: "Later" counts from an event told no more sentences before, "after Smith's goal" from one so far back, "after the
#: restart" from one told at most so many.
BASE_REACH, GOAL_REACH, RESTART_REACH = 3, 6, 2
#: "It took him three minutes" counts from his coming on where that is told no more sentences before.
CHANGE_REACH = 2
#: A half is known by times told no more sentences away; "of the half" in the second by one nearer still.
HALF_REACH, NEAR = 10, 2
#: Sentences shorter than this many units count as what they are together: "Bang. Nineteen for the season. …".
WORDS = 25
#: No more times than this are looked at on either side of one.
NEIGHBOURS = 12
#: A window that is no wider says of an event when it was, not only in which half.
EVENT = 20.0
HALF_TIME, FULL_TIME, EXTRA_TIME = 45.0, 90.0, 30.0
#: Nothing happens so many minutes after full time, counted from something told within it.
WHISTLE = 3.0
#: Words of extra time, whole or by halves, allow this much of it.
HALF_OF_EXTRA = 15.0
#: "Four minutes after it" may count from half-time.
INTERVAL = "interval"
#: The number of the last sentence that belongs to the opening of a report, headline and all.
OPENING = 2
#: Rows of minutes as they are printed.
PLAIN = ("n", "mark")
#: "Early in the second half" is over after so many minutes of it.
BEGINNING = 15.0
#: "In stoppage time" means the first half's when a minute no earlier than this is told right before it.
LATE_IN_HALF = 35.0


def settle(times: Sequence[TimeExpression], sentences: Sequence[int], by_halves: float = 0.0) -> list[TimeExpression]:
    """The times of a text, in order, with the windows that depend on others. `sentences` are those of the units. What
    cannot be settled is left out. In a language that counts `by_halves` a minute of the second half may be told as one
    of that half, up to so many."""
    if by_halves:
        times = _of_half_told(times, sentences, by_halves)
    settled: list[TimeExpression] = []
    for n, time in enumerate(times):
        here = sentences[time.first]
        before = [
            (one, min(here - sentences[one.first], (time.first - one.first) // WORDS))
            for one in islice(reversed(settled), NEIGHBOURS)
        ]
        if time.halves is not None and _counts_from_change(time, before):
            time = replace(time, later=time.halves[0].best, window=None, halves=None)
        if time.halves is not None:
            after = [(one, sentences[one.first] - here) for one in times[n + 1 : n + 1 + NEIGHBOURS]]
            near = before
            if time.by in COUNTED and time.at == "seconds":
                # "Four down at the break, Leeds drew. Forty seconds had been played" begins anew
                near = [(one, apart) for one, apart in before if sentences[one.first] in (here, *range(OPENING, here))]
            time = replace(time, window=_of_half(time, near, after, here <= OPENING))
            if time.window is None:
                continue
        if time.later is not None:
            base = _base(before, GOAL_REACH if time.since[1] else BASE_REACH, interval=time.by == INTERVAL)
            if base is not None and base % 1 == 0 and base + time.later > FULL_TIME + WHISTLE * (time.window is None):
                base = None  # the report has gone back to the beginning: "his 89th-minute goal. … Within two minutes …"
            if base is not None:
                time = replace(time, window=_later(base, time.later, time.soon), absolute=time.window)
            elif any(one.change and apart < CHANGE_REACH for one, apart in before):
                time = replace(time, window=None)  # after a coming on of which no minute is told
        if _in_extra_time(time, before) and any(map(_of_extra_time, settled)):
            time = replace(time, window=_moved(time.window, EXTRA_TIME))
        settled.append(time)
    return settled


def _of_half_told(times: Sequence[TimeExpression], sentences: Sequence[int], longest: float) -> list[TimeExpression]:
    """Minutes told after the second half has been named, as those of the match: "Nella ripresa … al 13' … al 35'" are
    the 58th and the 80th. Where any of them is beyond what a half can have, all are counted from the kick-off, and so
    are those right after the interval ("após o intervalo … aos 49"). The first half may be told once more between, and
    one told early on may go back to the beginning ("… aos 35 da etapa final. … Logo aos 3")."""
    found, ends = list(times), 0
    while True:
        begins = next((n for n in range(ends, len(times)) if _names_second(times[n], sentences[times[n].first])), None)
        if begins is None:
            return found
        ends = next((n for n in range(begins + 1, len(times)) if _names_first(times[n])), len(times))
        plain = [n for n in range(begins + 1, ends) if times[n].at in PLAIN and _best(times[n])]
        ends = _goes_back(times, begins, plain, sentences) or ends
        plain = [n for n in plain if n < ends]
        told = [_best(times[n]) for n in plain]
        early = times[begins].at != OF_SECOND and all(minute > HALF_TIME for minute in told)
        for n in () if early or any(minute > longest for minute in told) else plain:
            moved = tuple(_second_half(window) for window in times[n].others)
            window = times[n].window
            found[n] = replace(times[n], window=window and _second_half(window), others=moved)


def _goes_back(
    times: Sequence[TimeExpression], begins: int, plain: Sequence[int], sentences: Sequence[int]
) -> int | None:
    """The first minute in a later sentence that would come before the one of the second half told at `begins`: the
    report has gone back to the first half. None where there is none such."""
    here = sentences[times[begins].first]
    after = next((n for n in plain if sentences[times[n].first] > here), None)
    if times[begins].at != OF_SECOND or after is None:
        return None
    return after if HALF_TIME + _best(times[after]) < _best(times[begins]) else None


def _names_second(time: TimeExpression, sentence: int) -> bool:
    """Whether a time is counted from the interval, or speaks of the second half, if not in a headline."""
    window = time.window
    told = window is not None and window.best is None and window.earliest >= HALF_TIME
    told = told and window is not None and (window.source == "bound" or window.latest <= HALF_TIME + BEGINNING)
    return time.at == OF_SECOND or (sentence > OPENING and (told or time.restart))


def _names_first(time: TimeExpression) -> bool:
    window = time.window
    return window is not None and window.best is None and window.source == "bound" and window.latest < HALF_TIME + 10


def _second_half(window: TimeWindow) -> TimeWindow:
    at = HALF_TIME + (window.best or 0.0)
    at = at if at <= FULL_TIME else FULL_TIME + (at - FULL_TIME) / 100
    return TimeWindow(at, at, at, window.source)


Near = Sequence[tuple[TimeExpression, int]]


def _in_extra_time(time: TimeExpression, before: Near) -> bool:
    """Whether a time counted back from the end follows a minute of extra time: "in the 98th minute. … With eight
    minutes left" is the 112th."""
    window = time.window
    if window is None or window.source != "countdown" or not HALF_TIME < (window.best or 0.0) < FULL_TIME:
        return False
    last = next((one for one, _ in before if not one.weak), None)
    return last is not None and _best(last) >= FULL_TIME + 1


def _of_extra_time(time: TimeExpression) -> bool:
    """Whether words name extra time; a "100th minute" can be of added time."""
    window = time.window
    return window is not None and window.earliest > FULL_TIME and window.latest > FULL_TIME + HALF_OF_EXTRA


def _moved(window: TimeWindow | None, minutes: float) -> TimeWindow | None:
    """A window so many minutes later."""
    if window is None:
        return None
    best = None if window.best is None else window.best + minutes
    return TimeWindow(window.earliest + minutes, window.latest + minutes, best, window.source)


def _of_half(time: TimeExpression, before: Near, after: Near, opening: bool) -> TimeWindow | None:
    """The window in the half that the times around speak of; None when they do not tell. In its `opening` a report does
    not go by the clock, and added time without more is that of the match."""
    assert time.halves is not None
    first, second = time.halves
    if time.by in COUNTED:
        nearest = next((one for one in before if not one[0].change), None)
        return second if nearest and (_at_restart(*nearest) or _says_second(time, *nearest)) else first
    earlier, apart = _half_told(before)
    later, soon = _half_told(after)
    if time.by == "added":
        last = next((one for one in before if not one[0].change), None)
        late = last is not None and last[1] <= NEAR and _best(last[0]) >= LATE_IN_HALF
        reach = 0 if opening and earlier != 1 else NEAR
        ends = next((one.restart and apart <= reach for one, apart in after if not one.change), False)
        told_first = (late and earlier == 1 and not opening) or (ends and earlier != 2)
        return first if later == 2 and told_first else second
    if time.by == "into":
        if later == 1 and soon <= NEAR + 1:
            return first  # the second half named before it was in the opening of the report
        return (None, first, second)[earlier] if apart <= NEAR + 1 else None
    coming = next((one for one, _ in after if not one.change), None)
    if earlier != 2 or (coming is not None and coming.restart):
        return first
    return second if apart <= NEAR and later != 1 else None


def _counts_from_change(time: TimeExpression, before: Near) -> bool:
    """Whether a time of what was needed follows somebody's coming on; of a man named beside it only in the same
    sentence ("substitute Smith needed three minutes")."""
    reach = {"took": CHANGE_REACH, "took_he": 0}.get(time.by)
    if reach is None:
        return False
    changed = next((apart for one, apart in before if one.change), CHANGE_REACH + 1)
    told = next((apart for one, apart in before if not one.change), changed)
    return changed <= min(told, reach)


def _at_restart(time: TimeExpression, apart: int) -> bool:
    """Whether a time so many sentences away is the beginning of the second half, and not only speaks of that half."""
    return time.restart and not time.weak and apart <= RESTART_REACH


def _says_second(time: TimeExpression, before: TimeExpression, apart: int) -> bool:
    """Whether a time counted from where a half begins follows words of the second half as a whole: "flew out of the
    blocks in the second half and pulled one back six minutes in"."""
    window = before.window
    if time.by != "restart" or apart or before.weak or window is None:
        return False
    return window.best is None and window.earliest >= HALF_TIME


def _best(time: TimeExpression) -> float:
    return time.window.best or 0.0 if time.window is not None else 0.0


def _half_told(near: Near) -> tuple[int, int]:
    """The half (1, 2; 0 for unknown) that the nearest time speaks of, and how many sentences away that is."""
    for time, apart in near:
        if apart > HALF_REACH:
            break
        if time.restart:
            return 2, apart
        window = time.window
        if window is None or time.weak or time.change:
            continue
        if window.latest <= 51 and window.earliest < 46:
            return 1, apart
        if window.earliest >= HALF_TIME:
            return 2, apart
    return 0, HALF_REACH + 1


def _base(before: Near, reach: int, *, interval: bool) -> float | None:
    """The minute of the event that was told before; None when none is near, or it has none. With `interval` it may be
    half-time, where that is what the words before end or begin with ("before half-time … four minutes after it")."""
    for time, apart in before:
        if interval and apart <= 1 and time.window is not None and time.window.best is None and not time.weak:
            first, last = time.window.earliest, time.window.latest
            if int(last) == HALF_TIME or int(first) - HALF_TIME in (0, 1):
                return HALF_TIME
        if _at_restart(time, apart):
            return HALF_TIME
        if time.weak or time.restart or time.change or apart > reach:
            continue
        if time.window is None and time.soon:
            continue  # "almost at once": the time before is near enough
        if time.window is None:
            return None  # another that nothing settles
        if time.window.best is not None:
            return time.window.best
        if time.window.latest - time.window.earliest <= EVENT:
            return None  # an event, and no minute
    return None


def _later(base: float, later: float, soon: float) -> TimeWindow:
    """`later` minutes after `base`; with `soon` at most so many more."""
    if base % 1 and later < 10:  # within added time
        at = base + math.floor(later + 0.5) / 100
        return TimeWindow(at, at + soon / 100, at, "relative")
    at = base + later
    if soon:
        return TimeWindow(at, at + soon, at, "relative")
    return TimeWindow(max(1.0, at - 1), at + 1, float(math.floor(at + 0.5)), "relative")
