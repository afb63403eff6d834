"""What a check of a draft finds: a finding a claim, with its place and the places that speak against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from tabellino.domain.claim import JudgedClaim, Verdict
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report, Span

CHECK_SCHEMA = "tabellino/check/1"

Level = Literal["error", "note"]

#: What becomes a finding. A contradicted claim is an error; a claim that reports differ on, or that the draft alone
#: makes, is a note. Supported claims need no remark, and opinions and unverifiable claims nothing can be said of.
LEVELS: dict[Verdict, Level] = {"contradicted": "error", "disputed": "note", "single_source": "note"}


class Finding(msgspec.Struct, frozen=True):
    """One claim of the draft that an editor should look at.

    `line` and `column` count from 1, in code points; `end_line` and `end_column` are those of the place just behind
    the words. `correction` is what the words should say, None when nothing can be suggested. `sources` are the places
    in other reports that speak against the claim, as (source, line).
    """

    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    verdict: Verdict
    kind: str
    reason: str
    correction: str | None = None
    sources: tuple[tuple[str, int], ...] = ()

    @property
    def level(self) -> Level:
        """Whether the finding is an error or only a note."""
        return LEVELS.get(self.verdict, "note")


class Check(msgspec.Struct, frozen=True):
    """The draft as judged: its findings in order of the text, and the record they rest on. `draft` is its source."""

    draft: str
    findings: tuple[Finding, ...]
    record: MatchRecord

    @property
    def contradicted(self) -> int:
        """How many claims of the draft are contradicted."""
        return sum(1 for finding in self.findings if finding.verdict == "contradicted")

    @classmethod
    def of(cls, record: MatchRecord, draft: Report, against: Sequence[Report]) -> Check:
        """The check of a draft, given the record worked out from it and the reports it is held against.

        A draft that the record does not rest on (it tells of no match) has no findings.
        """
        texts = record.texts((draft, *against))
        number = next((one for one, report in sorted(texts.items()) if report == draft), None)
        findings = [
            _finding(claim, record, texts)
            for claim in record.claims
            if claim.report == number and claim.verdict in LEVELS
        ]
        findings.sort(key=lambda finding: (finding.span, finding.kind))
        return cls(draft.source, tuple(findings), record)


def _finding(claim: JudgedClaim, record: MatchRecord, texts: dict[int, Report]) -> Finding:
    draft = texts[claim.report]
    line, column = draft.place(claim.span[0])
    end_line, end_column = draft.place(claim.span[1])
    return Finding(
        span=claim.span,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        quote=claim.quote,
        verdict=claim.verdict,
        kind=claim.kind,
        reason=claim.reason,
        correction=claim.correction,
        sources=_sources(claim, record, texts),
    )


def _sources(claim: JudgedClaim, record: MatchRecord, texts: dict[int, Report]) -> tuple[tuple[str, int], ...]:
    """Where other reports speak against a claim, each line once, in order of the reports."""
    found = {
        (other.report, texts[other.report].place(other.span[0])[0])
        for other in record.claims
        if other.id in claim.against and other.report != claim.report and other.report in texts
    }
    return tuple((texts[number].source, line) for number, line in sorted(found))
