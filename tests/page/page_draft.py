"""A record in the making, for tests of the page."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from tabellino.domain.claim import (
    Candidate,
    JudgedClaim,
    Manner,
    Says,
    Verdict,
)
from tabellino.domain.clock import TimeWindow
from tabellino.domain.record import (
    Goal,
    MatchInfo,
    MatchRecord,
    ReportInfo,
    ScoreLine,
    Side,
)
from tabellino.domain.report import Report

DAY = datetime.date(2026, 2, 14)


class Draft:
    """A record in the making. Claims are named by keys of the test's choosing and found by their quoted words."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self._claims: list[dict[str, Any]] = []

    def report(self, outlet: str | None, text: str, *, source: str = "", title: str | None = None) -> int:
        number = len(self.reports) + 1
        self.reports.append(Report(text, source or f"reports/{number}.txt", outlet, title, DAY))
        return number

    def claim(
        self,
        key: str,
        report: int,
        quote: str | tuple[int, int],
        says: Says,
        verdict: Verdict = "supported",
        probability: float | None = 0.98,
        reason: str = "",
        *,
        against: tuple[str, ...] = (),
        support: tuple[str, ...] = (),
        manner: Manner = "asserted",
        correction: str | None = None,
    ) -> None:
        text = self.reports[report - 1].text
        if isinstance(quote, str):
            start = text.index(quote)
            span = (start, start + len(quote))
        else:
            span = quote
        fields = {"report": report, "span": span, "quote": text[span[0] : span[1]], "kind": _kind(says), "says": says}
        fields |= {"verdict": verdict, "probability": probability, "reason": reason, "manner": manner}
        self._claims.append({"key": key, "against": against, "support": support, "correction": correction, **fields})

    def ids(self) -> dict[str, str]:
        """Every key with its id: "report#number" in order of the text."""
        ids: dict[str, str] = {}
        for report in range(1, len(self.reports) + 1):
            mine = sorted((c for c in self._claims if c["report"] == report), key=lambda c: c["span"])
            ids |= {c["key"]: f"{report}#{number}" for number, c in enumerate(mine, 1)}
        return ids

    def claims(self) -> tuple[JudgedClaim, ...]:
        ids = self.ids()
        made = []
        for fields in sorted(self._claims, key=lambda c: (c["report"], c["span"])):
            rest = {k: v for k, v in fields.items() if k not in ("key", "against", "support")}
            against, support = (tuple(ids[k] for k in fields[name]) for name in ("against", "support"))
            made.append(JudgedClaim(id=ids[fields["key"]], against=against, support=support, **rest))
        return tuple(made)

    def infos(self) -> tuple[ReportInfo, ...]:
        return tuple(self._info(number, report) for number, report in enumerate(self.reports, 1))

    def _info(self, number: int, report: Report) -> ReportInfo:
        mine = [c for c in self._claims if c["report"] == number]
        wrong = sum(c["verdict"] == "contradicted" for c in mine)
        day = report.date.isoformat() if report.date else None
        digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
        return ReportInfo(
            number, report.source, report.outlet, report.title, day, "en", len(mine), wrong, (), digest
        )  # fmt: skip

    def record(self, match: MatchInfo, score: ScoreLine, **fields: Any) -> MatchRecord:
        empty: dict[str, Any] = dict.fromkeys(
            ("goals", "cards", "missed_penalties", "disallowed_goals", "incidents", "warnings"), ()
        )
        empty |= {"next_best": None, "probabilities": {}, "claims": self.claims(), "reports": self.infos()}
        return MatchRecord(match=match, score=score, **(empty | fields))


def _kind(says: Says) -> str:
    return str(type(says).__struct_config__.tag)


def at(minute: float) -> TimeWindow:
    return TimeWindow(minute, minute, minute, "exact")


def who(*names: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(name, round(1 / len(names), 2)) for name in names)


def goal(
    minute: int | None,
    team: Side,
    scorer: str | None,
    after: tuple[int, int],
    claims: tuple[str, ...] = (),
    **more: Any,
) -> Goal:
    fields: dict[str, Any] = {"added_time": None, "own_goal": False, "penalty": False, "assist": None, "how": ()}
    fields |= {"probability": 0.97} | more
    return Goal(minute=minute, team=team, scorer=scorer, score_after=after, claims=claims, **fields)
