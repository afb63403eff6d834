"""Which reports tell of a thing and which deny it, and the plain words for how sure that leaves us."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from tabellino.domain.claim import JudgedClaim, ScoreSays, Verdict
from tabellino.domain.record import MatchRecord, ReportInfo
from tabellino.render.page import words
from tabellino.render.page.clean import visible
from tabellino.render.page.views import Level

#: From here on a reader is told "sure": the design asks that facts given 0.9 or more are right 97 times in 100.
SURE = 0.9
#: Below this a fact is as good as open: it loses to the sum of its rivals about as often as it wins.
OPEN = 0.6

#: What looks like a digest or another number of machines: eight or more hexadecimal digits, one of them a figure.
_DIGEST = re.compile(r"(?i)(?=[a-f]*[0-9])[0-9a-f]{8,}")
#: So many letters make a name that can be told from others.
_LETTERS = 3

_AGAINST = ("contradicted", "disputed")


class Sureness(NamedTuple):
    """How sure, in plain words. `denied` holds the claims that say otherwise; `number` is for those who ask."""

    level: Level
    word: str
    told: str
    denied: tuple[JudgedClaim, ...]
    number: str | None

    @property
    def sign(self) -> Verdict:
        """The gravest verdict on those who say otherwise: a difference of view is no error."""
        return "contradicted" if any(claim.verdict == "contradicted" for claim in self.denied) else "disputed"


class Witnesses:
    """The claims of a record by id and its reports by number, with a name for each report fit to be read aloud."""

    def __init__(self, record: MatchRecord) -> None:
        self.full_time = record.score.full_time
        self.claims = {claim.id: claim for claim in record.claims}
        self.reports = {report.id: report for report in record.reports}
        self.report_of = {claim.id: claim.report for claim in record.claims}
        self.names = _names(record.reports)
        self._original = {report.id: report.copy_of or report.id for report in record.reports}

    @functools.cached_property
    def anchors(self) -> dict[str, str]:
        """A fragment of the page for each claim."""
        return _anchors(tuple(self.claims.values()))

    @functools.cached_property
    def _denied_by(self) -> dict[str, list[str]]:
        return _denied_by(tuple(self.claims.values()))

    @property
    def independent(self) -> int:
        """The number of reports, copies of one another counted once."""
        return len(set(self._original.values()))

    def name(self, report: int) -> str:
        return self.names.get(report, f"Report {report}")

    def named(self, ids: Iterable[str]) -> tuple[JudgedClaim, ...]:
        """The claims with these ids; ids that the record does not hold are passed over."""
        return tuple(filter(None, map(self.claims.get, ids)))

    def sureness(
        self, ids: Sequence[str], probability: float | None, unsaid: str = "worked out from the rest"
    ) -> Sureness:
        """How sure we are of something that these claims tell of, or deny; `unsaid` is for what no report tells."""
        claims = self.named(ids)
        denied = self._denials(claims)
        telling = {self._original.get(c.report, c.report) for c in claims if c.verdict not in _AGAINST}
        telling -= {self._original.get(c.report, c.report) for c in denied if c.verdict == "contradicted"}
        level = _level(probability, telling, denied)
        word = {"very": "Sure", "fairly": "Fairly sure", "not": "Not sure"}[level]
        if self.independent == 1 and level == "very":
            level, word = "fairly", "As told"
        number = None if probability is None else words.fine_percent(probability)
        return Sureness(level, word, self._told(telling, denied, unsaid), denied, number)

    def _denials(self, claims: Sequence[JudgedClaim]) -> tuple[JudgedClaim, ...]:
        """The claims that deny these: those among them found wrong, and those that stand against them."""
        wrong = {c.id for c in claims if c.verdict in _AGAINST}
        for claim in claims:
            wrong.update(c.id for c in self.named(claim.against) if c.verdict in _AGAINST)
            wrong.update(self._denied_by.get(claim.id, ()))
        return tuple([self.claims[i] for i in self.claims if i in wrong]) if wrong else ()

    def _told(self, telling: set[int], denied: Sequence[JudgedClaim], unsaid: str) -> str:
        total = self.independent
        if not telling:
            told = unsaid
        elif total == 1:
            told = "only one report to go by"
        elif len(telling) == total:
            told = "both reports agree" if total == 2 else f"all {words.number(total)} reports agree"
        elif len(telling) == 1:
            told = f"only {self.name(min(telling))} tells of it"
        else:
            told = f"{words.number(len(telling))} of {words.number(total)} reports"
        return told + self._otherwise(telling, denied)

    def _otherwise(self, telling: set[int], denied: Sequence[JudgedClaim]) -> str:
        """Who says otherwise: not a report that tells of it, and in another place leaves it open or has a view of its
        own."""
        deniers = sorted({c.report for c in denied if self._original.get(c.report, c.report) not in telling})
        if not deniers:
            return ""
        if len(deniers) == 1:
            return f"; {self.name(deniers[0])} says otherwise"
        return f"; {words.number(len(deniers))} say otherwise"


def _denied_by(claims: Sequence[JudgedClaim]) -> dict[str, list[str]]:
    """For each claim those of the same matter found wrong or open because of it: a denial may be noted at either end
    alone. A wrong running score has goals against it, and denies none of them."""
    matters = {claim.id: _matter(claim) for claim in claims}
    denied: dict[str, list[str]] = {}
    for claim in claims:
        if claim.verdict in _AGAINST:
            for other in claim.against:
                if matters.get(other) == matters[claim.id]:
                    denied.setdefault(other, []).append(claim.id)
    return denied


def _matter(claim: JudgedClaim) -> tuple[str, str]:
    return claim.kind, claim.says.moment if isinstance(claim.says, ScoreSays) else ""


def _level(probability: float | None, telling: set[int], denied: Sequence[JudgedClaim]) -> Level:
    if probability is None:
        return "not" if denied and not telling else "fairly" if denied else "very"
    return "very" if probability >= SURE else "fairly" if probability >= OPEN else "not"


def _names(reports: Sequence[ReportInfo]) -> dict[int, str]:
    """A short name for each report: its outlet, else its site or file; told apart by a number where two share one."""
    plain = {report.id: words.shortened(visible(_plain_name(report)), 48) for report in reports}
    twice = {name for name in plain.values() if list(plain.values()).count(name) > 1}
    seen: dict[str, int] = {}
    names = {}
    for number, name in plain.items():
        seen[name] = seen.get(name, 0) + 1
        names[number] = f"{name} ({seen[name]})" if name in twice else name
    return names


def _plain_name(report: ReportInfo) -> str:
    if report.outlet:
        return report.outlet
    if "://" in report.source:
        try:
            site = urlsplit(report.source).hostname
        except ValueError:
            site = None
        if site:
            return site.removeprefix("www.")
    name = file_name(report.source)
    return name if _telling(name) else f"Report {report.id}"


def file_name(source: str) -> str:
    """The last part of a path; empty for none."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _telling(name: str) -> bool:
    """Whether a reader could know a report by its file's name: "wire-2.txt", but not "001_1db8c0ac7c0ef468.txt"."""
    return sum(c.isalpha() for c in _DIGEST.sub("", name.rpartition(".")[0] or name)) >= _LETTERS


def _anchors(claims: Sequence[JudgedClaim]) -> dict[str, str]:
    """A fragment for each claim: "2-14". Ours, as an id from a file may hold anything."""
    seen: dict[int, int] = {}
    anchors = {}
    for claim in claims:
        seen[claim.report] = seen.get(claim.report, 0) + 1
        anchors[claim.id] = f"{int(claim.report)}-{seen[claim.report]}"
    return anchors
