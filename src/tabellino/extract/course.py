"""The course of a match through its report: where the text goes along with the clock, and how far it has come there.

Most reports tell the match twice: its goals in the opening, out of order, and then from the kick-off on. In that second
part what stands between two times was played between them.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    return (Station(begins, 0.0, 0.0), *run) if run else ()


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
    """The heaviest run of stations of which none ends before the one told before."""
    worth: list[float] = []
    before: list[int] = []
    for n, station in enumerate(stations):
        own = SHARP_COUNTS if station.latest - station.earliest <= VAGUE else HALF_COUNTS
        follows = [k for k in range(n) if stations[k].latest <= station.latest + SLACK]
        best = max(follows, key=lambda k: worth[k], default=-1)
        worth.append(own + (worth[best] if best >= 0 else 0.0))
        before.append(best)
    found: list[Station] = []
    at = max(range(len(stations)), key=worth.__getitem__, default=-1)
    while at >= 0:
        found.append(stations[at])
        at = before[at]
    return found[::-1]
