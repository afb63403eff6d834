"""Contradicted claims: which planted errors the solver points at, and what it points at that is no error.

A planted error counts as found when a claim with the verdict `contradicted` shares words with its quote. A contradicted
claim is right when it shares words with a planted error; one that shares words only with a quote that may go either way
is not counted. Every report of a match with several is labelled in full, so anything else is a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gate.corpus import LabelledReport, Span
from gate.measures import Counts
from tabellino.domain.claim import JudgedClaim
from tabellino.domain.record import MatchRecord


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans (start inclusive, end exclusive) share a character."""
    return one[0] < other[1] and other[0] < one[1]


def judge_contradictions(record: MatchRecord | None, labelled: Sequence[LabelledReport]) -> tuple[Counts, list[str]]:
    """Counts of contradicted claims and of planted errors, with a remark for each one missed and each false alarm.

    `labelled` are the reports in the order in which the library was given them ("01.txt", "02.txt", ...).
    """
    planted = sum(len(r.errors) for r in labelled)
    if record is None:
        return Counts(errors_asked=planted), []
    claims = _contradicted(record)
    remarks: list[str] = []
    found = right = alarms = 0
    for number, report in enumerate(labelled, 1):
        own = [c for c in claims if _number(record, c) == number]
        wrong = [(e, report.spans(e.quote)) for e in report.errors]
        open_ = [s for quote in report.either for s in report.spans(quote)]
        for error, places in wrong:
            if any(overlap(c.span, place) for c in own for place in places):
                found += 1
            else:
                remarks.append(f"{report.path.name}: error not found: {error.quote!r} (right: {error.right})")
        for claim in own:
            if any(overlap(claim.span, place) for _, places in wrong for place in places):
                right += 1
            elif not any(overlap(claim.span, place) for place in open_):
                alarms += 1
                remarks.append(f"{report.path.name}: false alarm: {claim.quote!r} ({claim.reason})")
    counts = Counts(
        contradicted_found=right + alarms, contradicted_right=right, errors_asked=planted, errors_found=found
    )
    return counts, remarks


def true_quotes_contradicted(record: MatchRecord, labelled: Sequence[LabelledReport]) -> list[str]:
    """The quotes labelled as true that a contradicted claim lies within (around one is no fault: it may hold both)."""
    claims = _contradicted(record)
    return [
        f"{report.path.name}: {quote!r}"
        for number, report in enumerate(labelled, 1)
        for quote in report.true
        for start, end in report.spans(quote)
        if any(_number(record, c) == number and start <= c.span[0] and c.span[1] <= end for c in claims)
    ]


def _contradicted(record: MatchRecord) -> list[JudgedClaim]:
    return [c for c in record.claims if c.verdict == "contradicted"]


def _number(record: MatchRecord, claim: JudgedClaim) -> int:
    """The place of the claim's report in the order given: the library may number reports in another order."""
    return int(_source(record.reports, claim.report).split(".")[0])


def _source(reports: Iterable[object], wanted: int) -> str:
    return next(str(getattr(r, "source", "")) for r in reports if getattr(r, "id", None) == wanted)
