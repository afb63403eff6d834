"""Reports from the words of a command line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino import sources
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.errors import ReadingError, UsageError


class Loaded(msgspec.Struct, frozen=True):
    """The reports that could be read, and a sentence for each source that could not."""

    reports: tuple[Report, ...]
    problems: tuple[str, ...]

    def noted_in(self, record: MatchRecord) -> MatchRecord:
        """The record with the sources that could not be read among its warnings."""
        return msgspec.structs.replace(record, warnings=(*record.warnings, *self.problems))


def load_all(given: Sequence[str]) -> Loaded:
    """The reports of all the sources, going on past those that cannot be read.

    Raises what the one source raised, or ReadingError when none of several can be read; UsageError for "-" twice.
    """
    if given.count("-") > 1:
        raise UsageError("- was given more than once; standard input can be read one time")
    reports: list[Report] = []
    problems: list[ReadingError] = []
    for source in given:
        try:
            reports.append(sources.load(source))
        except ReadingError as problem:
            problems.append(problem)
    if problems and not reports:
        if len(problems) == 1:
            raise problems[0]
        told = "; ".join(str(problem) for problem in problems)
        raise ReadingError(f"none of the {len(problems)} sources can be read: {told}")
    return Loaded(tuple(reports), tuple(f"{problem} (left out)" for problem in problems))
