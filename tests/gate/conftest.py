"""What the tests of the gate share: records made by hand, and a library that knows the labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from gate.corpus import LabelledReport, matches
from gate.told import Happening, MatchTold
from tabellino.domain.claim import Claim, GoalSays, JudgedClaim
from tabellino.domain.record import Booking, Goal, Incident, MatchInfo, MatchRecord, ReportInfo, ScoreLine
from tabellino.domain.report import Report, Span
from tabellino.errors import NoMatch


def make_record(
    told: MatchTold, contradicted: Sequence[tuple[int, Span, str]] = (), sources: Sequence[str] = ("01.txt",)
) -> MatchRecord:
    """A record that says what `told` says, with contradicted claims (report, span, quote)."""

    def incident(what: str, e: Happening) -> Incident:
        return Incident(what, e.minute, e.added_time, e.person, e.team, 0.95, ())

    return MatchRecord(
        match=MatchInfo(home=told.home, away=told.away),
        score=ScoreLine(full_time=told.score, half_time=told.half_time),
        goals=tuple(
            Goal(
                g.minute, g.added_time, g.team or "home", g.person, g.own_goal, g.penalty, None, (), (0, 0),
                0.95 if g.probability is None else g.probability, (),
            )
            for g in told.goals
        ),
        cards=tuple(Booking(c.minute, c.added_time, c.person or "", c.team, "red", None, 0.95, ()) for c in told.reds),
        missed_penalties=tuple(incident("missed_penalty", e) for e in told.missed_penalties),
        disallowed_goals=tuple(incident("disallowed_goal", e) for e in told.disallowed),
        incidents=(),
        claims=tuple(
            JudgedClaim(f"{r}#1", r, span, quote, "goal", GoalSays(), "asserted", "contradicted", 0.02, "because")
            for r, span, quote in contradicted
        ),
        reports=tuple(
            ReportInfo(n, source, None, None, None, "en", 0, 0, (), "") for n, source in enumerate(sources, 1)
        ),
        next_best=None,
        probabilities={"score": 0.99, "home": 0.99},
        warnings=(),
    )  # fmt: skip


class Oracle:
    """A library that answers every text of the corpus with its labels: the best that can be had."""

    def __init__(self) -> None:
        self.truth: dict[tuple[str, ...], tuple[MatchTold, tuple[LabelledReport, ...]]] = {}
        for match in matches():
            for report in match.reports:
                self.truth[report.text,] = (report.told, ())
            if len(match.reports) > 1:
                self.truth[tuple(r.text for r in match.reports)] = (match.facts, match.reports)

    def read(self, reports: list[Report]) -> MatchRecord:
        known = self.truth.get(tuple(r.text for r in reports))
        if known is None:
            raise NoMatch("no match in these texts")
        told, labelled = known
        wrong = [(n, report.spans(e.quote)[0], e.quote) for n, report in enumerate(labelled, 1) for e in report.errors]
        return make_record(told, wrong, [r.source for r in reports])

    def extract(self, report: Report) -> tuple[Claim, ...]:
        return ()


@pytest.fixture
def record_of() -> Callable[..., MatchRecord]:
    return make_record


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle()
