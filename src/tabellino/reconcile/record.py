"""The record, from what the solver found."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.reading import Reading
from tabellino.domain.record import (
    Booking,
    Goal,
    MatchInfo,
    MatchRecord,
    NextBest,
    ReportInfo,
    ScoreLine,
)
from tabellino.reconcile.cards import Dismissal, dismissals
from tabellino.reconcile.entries import Entry
from tabellino.reconcile.evidence import GoalClaim, order_fit, static_fit
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.search import key_of
from tabellino.reconcile.solve import Solved, solve


def make_record(readings: Sequence[Reading], pairing: Pairing) -> MatchRecord:
    """The record that the readings of one match support."""
    solved = solve(readings, pairing)
    goals = _goals(solved)
    half = _half_time(solved)
    sent_off = dismissals(readings, pairing, solved.people, solved.weights["card"])
    score = solved.best.score
    return MatchRecord(
        match=MatchInfo(pairing.home, pairing.away),
        score=ScoreLine(full_time=score, half_time=half),
        goals=goals,
        cards=tuple(_booking(solved, d) for d in sent_off),
        missed_penalties=(),
        disallowed_goals=(),
        incidents=(),
        claims=(),
        reports=tuple(_report_info(n + 1, reading) for n, reading in enumerate(readings)),
        next_best=_next_best(solved),
        probabilities={"score": round(solved.score_probability(), 4), "home": round(pairing.home_probability, 4)},
        warnings=(),
    )


def _goals(solved: Solved) -> tuple[Goal, ...]:
    score = (0, 0)
    goals = []
    for number, entry in enumerate(solved.best.goals):
        h = entry.hypothesis
        before = score
        score = (score[0] + 1, score[1]) if h.side == "home" else (score[0], score[1] + 1)
        told = _telling(solved, entry, before)
        minute = Minute.at(h.time) if h.time is not None else None
        goals.append(
            Goal(
                minute=minute.minute if minute else None,
                added_time=minute.added_time if minute else None,
                team=h.side,  # type: ignore[arg-type]
                scorer=solved.people.known[h.person].name if h.person >= 0 else None,
                own_goal=h.own_goal,
                penalty=_share(told, "penalty") > 0.5,
                assist=next((c.says.assist for c in told if c.says.assist), None),
                how=tuple(dict.fromkeys(word for c in told for word in c.says.how)),
                score_after=score,
                probability=round(solved.goal_probability(number), 4),
                claims=tuple(f"{c.report + 1}#{c.number + 1}" for c in told),
                between=_between(h.window) if minute is None else None,
            )
        )
    return tuple(goals)


def _telling(solved: Solved, entry: Entry, before: tuple[int, int]) -> list[GoalClaim]:
    """The claims that tell of a goal better than of any other of the record."""
    weights = solved.weights["goal"]
    told = []
    for claim in solved.goal_claims:
        fits = {id(e): static_fit(weights, claim, e.hypothesis) for e in solved.best.goals}
        best = max(fits.values())
        mine = fits[id(entry)] * order_fit(weights, claim.says, entry.hypothesis, before)
        if fits[id(entry)] == best and mine > 0.02:
            told.append(claim)
    return told


def _share(told: Sequence[GoalClaim], field: str) -> float:
    votes = [claim.weight for claim in told if getattr(claim.says, field)]
    return sum(votes) / max(0.5, sum(claim.weight for claim in told) / 2) if votes else 0.0


def _between(window: TimeWindow | None) -> tuple[int, int] | None:
    return (int(window.earliest), int(window.latest)) if window else None


def _half_time(solved: Solved) -> tuple[int, int] | None:
    """The half-time score: told, or counted where every goal's half is known."""
    goals = solved.best.goals
    known = all(e.hypothesis.time is not None or _one_half(e.hypothesis.window) for e in goals)
    if known and sum(solved.best.score) == len(goals):
        first = [e for e in goals if e.place < 46]
        home = sum(e.hypothesis.side == "home" for e in first)
        return home, len(first) - home
    ways = [claim.ways for claim in solved.score_claims if claim.moment == "half_time" and len(claim.ways) == 1]
    return next(iter(ways[0])) if ways else None


def _one_half(window: TimeWindow | None) -> bool:
    return window is not None and (window.latest < 46 or window.earliest >= 46)


def _booking(solved: Solved, d: Dismissal) -> Booking:
    minute = Minute.at(d.time) if d.time is not None else None
    return Booking(
        minute=minute.minute if minute else None,
        added_time=minute.added_time if minute else None,
        player=solved.people.known[d.person].name,
        team=d.side,  # type: ignore[arg-type]
        card="red",
        second_yellow=d.second_yellow,
        probability=round(d.probability, 4),
        claims=tuple(f"{report + 1}#{number + 1}" for report, number in d.claims),
        between=_between(d.window) if minute is None else None,
    )


def _report_info(number: int, reading: Reading) -> ReportInfo:
    report = reading.report
    return ReportInfo(
        id=number,
        source=report.source,
        outlet=report.outlet,
        title=report.title,
        date=report.date.isoformat() if report.date else None,
        language=reading.language,
        claims=len(reading.claims),
        contradicted=0,
        not_understood=reading.not_understood,
        sha256=hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _next_best(solved: Solved) -> NextBest | None:
    best = {key_of(e.hypothesis) for e in solved.best.goals}
    others = [s for s in (*solved.without.values(), solved.other_score) if s is not None]
    solution = max(others, key=lambda s: s.log_probability, default=None)
    if solution is None:
        return None
    other = {key_of(e.hypothesis) for e in solution.goals}
    differs = [f"score {solution.score[0]}-{solution.score[1]}"] if solution.score != solved.best.score else []
    for person, own, side in sorted(other ^ best):
        name = solved.people.known[person].name if person >= 0 else "somebody"
        sign = "with" if (person, own, side) in other else "without"
        differs.append(f"{sign} {name}{' (own goal)' if own else ''} for the {side} side")
    return NextBest(round(solved.best.log_probability - solution.log_probability, 3), tuple(differs))
