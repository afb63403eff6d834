"""A record with the marks of real ones, and the two reports it could come from, for tests of what is shown."""

from __future__ import annotations

import datetime

from tabellino.domain.claim import Candidate, GoalSays, JudgedClaim, OpinionSays, ScoreSays
from tabellino.domain.clock import TimeWindow
from tabellino.domain.record import (
    Booking,
    Goal,
    MatchInfo,
    MatchRecord,
    NextBest,
    ReportInfo,
    ScoreLine,
)
from tabellino.domain.report import Report

DRAFT = Report(
    text="Late drama\n\nJuventus led through Andrea Cambiaso.\nInter won 3-2. Critics called it harsh.\n",
    source="draft.txt",
    title="Late drama",
)
WIRE = Report(
    text="Inter 3-2 Juventus\n\nInter went ahead when Andrea Cambiaso put through his own net.\n",
    source="wire.txt",
    outlet="The Example",
    title="Inter 3-2 Juventus",
    date=datetime.date(2026, 2, 14),
)
REPORTS = (DRAFT, WIRE)


def span_of(report, words):
    start = report.text.index(words)
    return start, start + len(words)


def judged(number, report, words, says, verdict, probability, reason, **more):
    kind = type(says).__struct_config__.tag
    return JudgedClaim(
        id=number,
        report=REPORTS.index(report) + 1,
        span=span_of(report, words),
        quote=words,
        kind=kind,
        says=says,
        manner="opinion" if kind == "opinion" else "asserted",
        verdict=verdict,
        probability=probability,
        reason=reason,
        **more,
    )


def goal(minute, team, scorer, score_after, *, claims=(), probability=0.99, **more):
    values = {"added_time": None, "own_goal": False, "penalty": False, "assist": None, "how": ()} | more
    return Goal(
        minute=minute,
        team=team,
        scorer=scorer,
        score_after=score_after,
        probability=probability,
        claims=claims,
        **values,
    )


GOALS = (
    goal(17, "home", "Andrea Cambiaso", (1, 0), own_goal=True, claims=("1#1", "2#2"), probability=0.97),
    goal(26, "away", "Andrea Cambiaso", (1, 1), assist="Weston McKennie"),
    goal(76, "home", "Francesco Pio Esposito", (2, 1), how=("header",)),
    goal(83, "away", "Manuel Locatelli", (2, 2)),
    goal(90, "home", "Piotr Zieliński", (3, 2), probability=0.85),
)
CLAIMS = (
    judged(
        "1#1",
        DRAFT,
        "Juventus led through Andrea Cambiaso",
        GoalSays(
            scorer=(Candidate("Andrea Cambiaso"),),
            team=(Candidate("Juventus"),),
            time=TimeWindow(17.0, 17.0, 17.0, "exact"),
            effects=("opener",),
        ),
        "contradicted",
        0.02,
        "the 17th-minute goal was Cambiaso's own and put Inter 1-0 up",
        against=("2#2",),
        correction="Inter led through an own goal by Andrea Cambiaso",
    ),
    judged(
        "1#2",
        DRAFT,
        "Inter won 3-2",
        ScoreSays("full_time", 3, 2, winner="Inter"),
        "disputed",
        0.6,
        "reports differ on the final score",
    ),
    judged("1#3", DRAFT, "Critics called it harsh", OpinionSays("critics"), "opinion", None, "somebody's judgement"),
    judged(
        "2#1",
        WIRE,
        "Inter 3-2 Juventus",
        ScoreSays("full_time", 3, 2, club_first="Inter"),
        "supported",
        0.99,
        "two of two reports say so",
    ),
    judged(
        "2#2",
        WIRE,
        "Andrea Cambiaso put through his own net",
        GoalSays(scorer=(Candidate("Andrea Cambiaso"),), own_goal=True),
        "supported",
        0.97,
        "it fits the score sequence",
    ),
)
RECORD = MatchRecord(
    match=MatchInfo("Inter", "Juventus", "Serie A", "2025-26", "2026-02-14", "San Siro"),
    score=ScoreLine(full_time=(3, 2), half_time=(1, 1)),
    goals=GOALS,
    cards=(
        Booking(None, None, "Pierre Kalulu", "away", "red", True, 0.95, (), (43, 45)),
        Booking(50, None, "Gleison Bremer", "away", "yellow", None, 0.9, ()),
    ),
    missed_penalties=(),
    disallowed_goals=(),
    incidents=(),
    claims=CLAIMS,
    reports=(
        ReportInfo(1, "draft.txt", None, "Late drama", None, "en", 3, 1, ((0, 10),), DRAFT.sha256()),
        ReportInfo(2, "wire.txt", "The Example", "Inter 3-2 Juventus", "2026-02-14", "en", 2, 0, (), WIRE.sha256()),
    ),
    next_best=NextBest(3.1, ("the first goal counts for Juventus",)),
    probabilities={"score": 0.99, "half_time": 0.8},
    warnings=("draft.txt: is not UTF-8; read as Windows-1252",),
)
