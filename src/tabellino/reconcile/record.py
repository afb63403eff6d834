"""The record, from what the solver found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tabellino import data
from tabellino.domain.clock import Minute
from tabellino.domain.reading import Reading
from tabellino.domain.record import Booking, MatchInfo, MatchRecord, NextBest, Score, ScoreLine
from tabellino.reconcile.card_standing import CardJudge, cautions
from tabellino.reconcile.cards import Dismissal, dismissals
from tabellino.reconcile.clocks import minutes_less, outlet_offsets
from tabellino.reconcile.facts import Fact, match_facts, match_info
from tabellino.reconcile.goal_faults import GoalFaults
from tabellino.reconcile.goal_standing import GoalJudge
from tabellino.reconcile.goals_of_record import between, goal_of_record, half_time_of
from tabellino.reconcile.hearing import Hearing, told_claims
from tabellino.reconcile.incidents import LISTS, Happening, happenings, incidents
from tabellino.reconcile.manner_faults import MannerFaults
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.reasons import Words
from tabellino.reconcile.reports_of_record import report_info, warnings_of
from tabellino.reconcile.score_standing import ScoreJudge
from tabellino.reconcile.search import key_of
from tabellino.reconcile.sides_of_scorers import sides_of_scorers, take_sides, with_sides
from tabellino.reconcile.solve import Solved, solve
from tabellino.reconcile.standing import Told
from tabellino.reconcile.tellings import Tellings
from tabellino.reconcile.verdicts import judged
from tabellino.reconcile.views import GoalView, goal_of, goal_views


def make_record(readings: Sequence[Reading], pairing: Pairing) -> MatchRecord:
    """The record that the readings of one match support, with the verdict on each of their claims."""
    solved = solve(readings, pairing)
    weights = data.load("weights/verdicts.toml")
    told = told_claims(readings, pairing)
    witness = {place: pairing.copies.get(place, place) for place in range(len(pairing.reports))}
    views = goal_views(solved)
    sides = sides_of_scorers(views)
    card_weights = {**solved.weights["card"], "side": weights["card"]["side"]}
    sent_off = with_sides(dismissals(readings, pairing, solved.people, card_weights), sides)
    cautioned = cautions(told, sent_off, solved.people, weights["card"], witness)
    facts = match_facts(told, pairing, weights["fact"]["stated"], witness)
    happened = happenings(told, solved.people, pairing, weights["incident"], witness)
    take_sides(happened, sides)
    half, half_sure = half_time_of(solved, views)
    hearing = _hearing(solved, views, half, half_sure, sent_off, cautioned, facts, happened, weights, told)
    standings = {one.id: hearing.standing(one) for one in told}
    verdicts = judged(told, standings, witness, weights["claim"])
    listed = {kind: incidents(happened, kind, solved.people, weights["incident"]) for kind in LISTS.values()}
    calendar = "competition" in facts and facts["competition"].value in weights["fact"]["calendar"]
    probabilities = {"home": pairing.home_probability}
    probabilities |= {"score": solved.score_probability()} if solved.score is not None else {}
    probabilities |= {field: fact.probability for field, fact in facts.items() if field in MatchInfo.__struct_fields__}
    probabilities |= {"half_time": half_sure} if half else {}
    return MatchRecord(
        match=match_info(pairing, facts, calendar),
        score=ScoreLine(full_time=solved.score, half_time=half),
        goals=tuple(goal_of_record(solved, view, told, standings) for view in views),
        cards=(*(_booking(solved, d) for d in sent_off), *cautioned),
        missed_penalties=listed["missed_penalties"],
        disallowed_goals=listed["disallowed_goals"],
        incidents=listed["incidents"],
        claims=verdicts,
        reports=tuple(
            report_info(place, readings[number], verdicts, pairing.copies.get(place))
            for place, number in enumerate(pairing.reports)
        ),
        next_best=_next_best(solved),
        probabilities={key: round(value, 4) for key, value in probabilities.items()},
        warnings=(*warnings_of(readings, pairing, hearing.goals.faults.offsets), *solved.warnings()),
    )


def _hearing(
    solved: Solved,
    views: Sequence[GoalView],
    half: Score | None,
    half_sure: float,
    sent_off: Sequence[Dismissal],
    cautioned: Sequence[Booking],
    facts: dict[str, Fact],
    happened: Sequence[Happening],
    weights: dict[str, Any],
    told: Sequence[Told],
) -> Hearing:
    words = Words(solved.pairing.home, solved.pairing.away)
    claims = {(claim.report, claim.number): claim for claim in solved.goal_claims}
    offsets = outlet_offsets(_minutes_apart(solved, views), weights["minute"])
    names = {known.name: person for person, known in enumerate(solved.people.known)}
    booked = {names[booking.player]: booking.probability for booking in cautioned}
    texts = {one.report: one.reading.report.text for one in told}
    listed = {(one.report, one.number) for one in told if one.claim.block}
    missed = [h for h in happened if h.kind == "missed_penalties"]
    tellings = Tellings(solved, views)
    manner = MannerFaults(solved, views, words, weights, tellings, missed, texts)
    faults = GoalFaults(solved, views, words, weights, offsets, tellings, manner)
    final = (solved.best.score, solved.score is not None, solved.score_probability())
    return Hearing(
        GoalJudge(solved, views, words, weights, tellings, faults, {*booked, *(d.person for d in sent_off)}),
        ScoreJudge(*final, half, half_sure, views, words, weights),
        CardJudge(sent_off, booked, solved.people, words, weights, offsets, listed),
        facts,
        happened,
        claims,
        solved.pairing.home_probability,
        weights,
    )


def _minutes_apart(solved: Solved, views: Sequence[GoalView]) -> Iterator[tuple[int, float]]:
    """For each goal that a report times exactly, once: the report and how far its minute lies from the record's."""
    seen: set[tuple[int, int]] = set()
    for claim in solved.goal_claims:
        time = claim.says.time
        if time is None or time.best is None or time.source != "exact":
            continue
        goal = goal_of(solved, claim, views)
        if goal is None or goal.time is None or (claim.report, goal.number) in seen:
            continue
        seen.add((claim.report, goal.number))
        yield claim.report, minutes_less(time.best, goal.time)


def _booking(solved: Solved, d: Dismissal) -> Booking:
    minute = Minute.at(d.time) if d.time is not None else None
    return Booking(
        minute=minute.minute if minute else None,
        added_time=minute.added_time if minute else None,
        player=solved.people.known[d.person].name,
        team=d.side,  # type: ignore[arg-type]
        card="red",
        second_yellow=d.second_yellow,
        probability=round(d.probability * d.side_sure, 4),
        claims=tuple(f"{report + 1}#{number + 1}" for report, number in d.claims),
        between=between(d.window) if minute is None else None,
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
