"""Runs cases through the library, in process, and keeps what it got right and wrong."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterable, Sequence
from typing import Protocol

from gate import baselines
from gate.cases import Case
from gate.contradictions import judge_contradictions, true_quotes_contradicted
from gate.limit import at_most
from gate.measures import Counts, judge
from gate.reliability import fields_believed
from gate.told import MatchTold, told_by
from tabellino.domain.claim import Claim
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.errors import TabellinoError

#: Seconds that one call may take. Solving is meant to take milliseconds; this is for what runs away.
LIMIT = 20.0
Believed = tuple[tuple[float, bool], ...]


class Library(Protocol):
    """The two functions that the gate needs of `tabellino.pipeline`."""

    def read(self, reports: list[Report]) -> MatchRecord:
        """Raises NoMatch when the reports tell of none."""

    def extract(self, report: Report) -> tuple[Claim, ...]:
        """The claims of one report."""


@dataclasses.dataclass(frozen=True)
class Outcome:
    """One case: its counts, what went wrong in words, probabilities with whether they were right, the counts of the
    baselines (empty unless several reports were read), and the seconds that reading took."""

    case: Case
    counts: Counts
    remarks: tuple[str, ...] = ()
    believed: Believed = ()
    beside: dict[str, Counts] = dataclasses.field(default_factory=dict)
    seconds: float = 0.0


def run(library: Library, cases: Iterable[Case], compare: bool = False, limit: float = LIMIT) -> list[Outcome]:
    """Every case once, no longer than `limit` seconds; with `compare` the baselines beside it, on the same claims."""
    return [_run_one(library, case, compare, limit) for case in cases]


def total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())


def _run_one(library: Library, case: Case, compare: bool, limit: float) -> Outcome:
    start = time.perf_counter()
    record, crash = attempt(library, case.reports, limit)
    seconds = time.perf_counter() - start
    crashed = Counts(crashes=len(crash))
    if case.asked is None:
        wrong = () if record is None else (f"a match was read: {record.match.home} v {record.match.away}",)
        counts = Counts(texts_without_match=1, false_matches=len(wrong))
        return Outcome(case, counts + crashed, wrong + crash, seconds=seconds)
    judged = judge(told_by(record) if record else None, case.asked)
    wrong_claims, remarks = judge_contradictions(record, case.labelled)
    true = [f"true words contradicted: {q}" for q in true_quotes_contradicted(record, case.labelled)] if record else []
    return Outcome(
        case,
        judged.counts + wrong_claims + crashed,
        (*crash, *judged.remarks, *remarks, *true),
        _believed(record, case.asked, judged.believed),
        _beside(library, case.reports, case.asked) if compare else {},
        seconds,
    )


def attempt(
    library: Library, reports: Sequence[Report], limit: float = LIMIT
) -> tuple[MatchRecord | None, tuple[str, ...]]:
    """The record, or None with the crash in words; that no match was found is an answer, not a crash."""
    try:
        with at_most(limit):
            return library.read(list(reports)), ()
    except TabellinoError:
        return None, ()
    except Exception as error:  # any other exception is a fault that the gate must show, and go on
        return None, (f"crashed: {type(error).__name__}: {error}",)


def _believed(record: MatchRecord | None, asked: MatchTold, goals_and_cards: Believed) -> Believed:
    if record is None:
        return ()
    return (*goals_and_cards, *fields_believed(record.probabilities, told_by(record), asked))


def _beside(library: Library, reports: Sequence[Report], asked: MatchTold) -> dict[str, Counts]:
    views = [baselines.view_of(library.extract(r), asked) for r in reports]
    answers = {
        "majority vote": baselines.majority(views),
        "fullest single report": baselines.fullest(views),
        "best single, in hindsight": baselines.best_in_hindsight(views, asked),
    }
    return {name: judge(answer, asked).counts for name, answer in answers.items()}
