"""What one report was found to say, before any other report is heard."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import NamedTuple

import msgspec

from tabellino.domain.claim import Claim
from tabellino.domain.report import Report, Span

#: Why a text that may be of a match is not believed to be: other reports of the match can speak for it.
TOO_LITTLE = "what it tells of goals and scores is too little to be a report of a match"


class Player(msgspec.Struct, frozen=True):
    """Somebody named in a report. `odds` are the log-odds that he plays for the reading's first club (0: no hint);
    `staff` is True for managers and referees."""

    name: str
    odds: float = 0.0
    staff: bool = False
    keeper: bool = False


class Station(NamedTuple):
    """A time told where the report goes along with the clock: where it stands in the text, how far the clock has come
    there (see `Minute.position`), and the last position that it can mean."""

    offset: int
    earliest: float
    latest: float


#: The stations of a report in order of the text and of the clock, from where it begins to tell the match.
Course = tuple[Station, ...]


def played_between(course: Course, offset: int) -> tuple[float, float] | None:
    """The positions of the clock between which a report tells what stands at an offset; the second is infinite behind
    the last station. None before it goes along with the clock, and where it never does."""
    if not course or offset < course[0].offset:
        return None
    ahead = bisect_right(course, offset, key=lambda station: station.offset)
    return course[ahead - 1].earliest, course[ahead].latest if ahead < len(course) else math.inf


class Reading(msgspec.Struct, frozen=True):
    """The claims of one report and what they are about.

    `clubs` are the two clubs, likelier host first, None when the text names no two; `home` is the probability that
    the first is at home. `no_match` is None for a report of a match, else the reason in one plain sentence.
    `language` is an ISO 639-1 code, None when unknown. `not_understood` are spans that look like part of the story
    and gave no claim. `warnings` tells what was left unread on purpose. `course` tells where the text goes along with
    the clock.
    """

    report: Report
    clubs: tuple[str, str] | None
    home: float
    claims: tuple[Claim, ...]
    players: tuple[Player, ...]
    language: str | None
    no_match: str | None = None
    not_understood: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    course: Course = ()
