"""Cases: what is given to the library in one call, and what is asked of the answer."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from gate.corpus import LabelledMatch, LabelledReport, NoMatchText, Part
from gate.told import MatchTold
from tabellino.domain.report import Report

ENGLISH = "en"


class Case(msgspec.Struct, frozen=True):
    """`asked` is None for a text out of which no match may be read. `labelled` is empty where wrong claims are not
    labelled; `part` is None outside our own corpus."""

    id: str
    reports: tuple[Report, ...]
    asked: MatchTold | None
    part: Part | None = None
    labelled: tuple[LabelledReport, ...] = ()


def several(matches: Iterable[LabelledMatch]) -> list[Case]:
    """One case a match that has several reports; asked is what is true."""
    return [
        Case(m.id, tuple(r.report(n) for n, r in enumerate(m.reports, 1)), m.facts, m.part, m.reports)
        for m in matches
        if len(m.reports) > 1
    ]


def singles(matches: Iterable[LabelledMatch], length: str) -> list[Case]:
    """One case an English report of that length; asked is what this report states, be it true or not."""
    return [_alone(m, r) for m in matches for r in m.reports if r.length == length and r.language == ENGLISH]


def other_languages(matches: Iterable[LabelledMatch]) -> list[Case]:
    """One case a report in another language, prose or lists; asked is what this report states."""
    return [_alone(m, r) for m in matches for r in m.reports if r.language != ENGLISH]


def _alone(match: LabelledMatch, report: LabelledReport) -> Case:
    return Case(f"{match.id}/{report.path.name}", (report.report(1),), report.told, match.part)


def without_match(texts: Iterable[NoMatchText]) -> list[Case]:
    """One case a text that reports no match."""
    return [Case(f"none/{t.path.name}", (t.report(1),), None, t.part) for t in texts]
