"""Where claims stand: file and line, as editors and people look them up."""

from __future__ import annotations

from collections.abc import Iterable

from tabellino.domain.claim import JudgedClaim
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.render.plain import one_line


class Places:
    """The places of a record's claims in the reports it rests on."""

    def __init__(self, record: MatchRecord, reports: Iterable[Report]) -> None:
        self._texts = record.texts(reports)
        self._sources = {info.id: info.source for info in record.reports}
        self._claims = {claim.id: claim for claim in record.claims}

    def source(self, number: int) -> str:
        """The source of a report as people name it."""
        source = self._sources.get(number, "?")
        return "standard input" if source == "-" else one_line(source)

    def line(self, number: int, offset: int) -> tuple[int, int] | None:
        """Line and column in a report, None when its text is not at hand."""
        report = self._texts.get(number)
        return None if report is None else report.place(offset)

    def of(self, claim: JudgedClaim) -> str:
        """ "wire.txt:3"; the source alone when the text is not at hand."""
        place = self.line(claim.report, claim.span[0])
        return f"{self.source(claim.report)}:{place[0]}" if place else self.source(claim.report)

    def against(self, claim: JudgedClaim) -> tuple[JudgedClaim, ...]:
        """The claims that speak against one, each line of a report once."""
        found: dict[str, JudgedClaim] = {}
        for number in claim.against:
            if number in self._claims:
                found.setdefault(self.of(self._claims[number]), self._claims[number])
        return tuple(found.values())

    def words(self, number: int, span: tuple[int, int]) -> str:
        """The words at a span of a report, empty when its text is not at hand."""
        report = self._texts.get(number)
        return "" if report is None else report.text[span[0] : span[1]]
