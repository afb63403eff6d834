"""The course of a match through its report: where the text goes along with the clock, and how far it has come there.

Most reports tell the match twice: its goals in the opening, out of order, and then from the kick-off on. In that second
part what stands between two times was played between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from tabellino.domain.reading import Course, Station
from tabellino.extract.times import TimeExpression
from tabellino.extract.units import Units

#: The first sentences are the opening of a report, which does not go by the clock.
OPENING = 3
#: Where the clock goes back by so many minutes in this first part of the text, the report begins anew.
BACK, FIRST_PART = 8.0, 0.45
#: Times vaguer than this many minutes say too little; a half as a whole is one of the others.
VAGUE, HALF = 20.0, 46.0
#: What such times count for among those that are told in order.
SHARP_COUNTS, HALF_COUNTS = 1.0, 0.6
#: A station that begins no later than so much before the end of the one told before goes on from it.
SLACK = 1.0
#: The second half begins here.
RESTART = (45.5, 46.0)


def find_course(units: Units, times: Sequence[TimeExpression]) -> Course:
    """The stations of a text in order: the longest run of its times that never goes back, from where the report begins
    to tell the match. Empty where there is none."""
    stations = [station for time in times if (station := _station(units, time)) is not None]
    begins = _beginning(units, stations)
    run = _longest([station for station in stations if station.offset >= begins])
    since = accumulate((station.earliest for station in run), max)
    reached = [station._replace(earliest=earliest) for station, earliest in zip(run, since, strict=True)]
    return (Station(begins, 0.0, 0.0), *reached) if run else ()


def _station(units: Units, time: TimeExpression) -> Station | None:
    offset = units.starts[time.first]
    if time.change or time.of_another:
        return None
    if time.restart:
        return Station(offset, *RESTART)
    window = time.window
    if window is None or time.weak:
        return None
    if window.latest - window.earliest > (HALF if window.best is None else VAGUE):
        return None
    return Station(offset, *((window.best,) * 2 if window.best is not None else (window.earliest, window.latest)))


def _beginning(units: Units, stations: Sequence[Station]) -> int:
    """Where the report begins to tell the match: behind its opening, at the last place in its first part at which the
    clock goes back."""
    firsts = [first for first, _ in units.text.sentences]
    begins = units.text.starts[firsts[OPENING]] if len(firsts) > OPENING + 1 else 0
    latest = 0.0
    for station in stations:
        if station.latest + BACK <= latest and station.offset < FIRST_PART * len(units.text.raw):
            begins = max(begins, station.offset)
        latest = max(latest, station.earliest)
    return begins


def _longest(stations: Sequence[Station]) -> list[Station]:
    """The heaviest run of stations of which none ends before the one told before; of equals the one that begins first.

    Of those told so far only such are kept as end no later than any that is worth as much: by their ends they are in
    order of their worth, so that each station finds what it goes on from by halving, and the work stays near linear.
    """
    before: list[int] = []
    ends: list[float] = []
    worths: list[tuple[float, int]] = []  # of equals the earlier place counts for more
    for n, station in enumerate(stations):
        own = SHARP_COUNTS if station.latest - station.earliest <= VAGUE else HALF_COUNTS
        at = bisect_right(ends, station.latest + SLACK)
        before.append(-worths[at - 1][1] if at else -1)
        worth = (own + (worths[at - 1][0] if at else 0.0), -n)
        at = bisect_right(ends, station.latest)
        if at and worths[at - 1] >= worth:
            continue
        first = bisect_left(ends, station.latest)
        last = first
        while last < len(ends) and worths[last] <= worth:
            last += 1
        ends[first:last], worths[first:last] = [station.latest], [worth]
    found: list[Station] = []
    at = -worths[-1][1] if worths else -1
    while at >= 0:
        found.append(stations[at])
        at = before[at]
    return found[::-1]
