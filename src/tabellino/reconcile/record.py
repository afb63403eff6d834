"""The record, from what the solver found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from tabellino import data
from tabellino.domain.claim import GoalSays, JudgedClaim
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.reading import Reading
from tabellino.domain.record import Booking, Goal, MatchRecord, NextBest, ReportInfo, Score, ScoreLine
from tabellino.names.people import same_person
from tabellino.reconcile.card_standing import CardJudge, cautions
from tabellino.reconcile.cards import Dismissal, dismissals
from tabellino.reconcile.clocks import minutes_less, outlet_offsets
from tabellino.reconcile.copies import copies
from tabellino.reconcile.facts import Fact, match_facts, match_info
from tabellino.reconcile.goal_standing import GoalJudge
from tabellino.reconcile.hearing import Hearing, told_claims
from tabellino.reconcile.incidents import LISTS, Happening, happenings, incidents
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.reasons import Words
from tabellino.reconcile.score_standing import ScoreJudge
from tabellino.reconcile.search import key_of
from tabellino.reconcile.solve import Solved, solve
from tabellino.reconcile.standing import Standing, Told
from tabellino.reconcile.verdicts import judged
from tabellino.reconcile.views import GoalView, goal_of, goal_views


def make_record(readings: Sequence[Reading], pairing: Pairing) -> MatchRecord:
    """The record that the readings of one match support, with the verdict on each of their claims."""
    solved = solve(readings, pairing)
    weights = data.load("weights/verdicts.toml")
    told = told_claims(readings, pairing)
    texts = [readings[number].report.text for number in pairing.reports]
    copied = copies(texts, weights["copy"]["shingle"], weights["copy"]["share"])
    witness = {place: copied.get(place, place) for place in range(len(texts))}
    sent_off = dismissals(readings, pairing, solved.people, {**solved.weights["card"], "side": weights["card"]["side"]})
    cautioned = cautions(told, sent_off, solved.people, pairing.home, weights["card"], witness)
    facts = match_facts(told, pairing, weights["fact"]["stated"], witness)
    happened = happenings(told, solved.people, pairing, weights["incident"], witness)
    views = goal_views(solved)
    half, half_sure = _half_time(solved, views)
    hearing = _hearing(solved, views, half, half_sure, sent_off, cautioned, facts, happened, weights)
    standings = {one.id: hearing.standing(one) for one in told}
    verdicts = judged(told, standings, witness, weights["claim"])
    listed = {kind: incidents(happened, kind, solved.people, weights["incident"]) for kind in LISTS.values()}
    calendar = "competition" in facts and facts["competition"].value in weights["fact"]["calendar"]
    probabilities = {"score": solved.score_probability(), "home": pairing.home_probability}
    probabilities |= {field: fact.probability for field, fact in facts.items()} | ({"half_time": half_sure} if half else {})
    return MatchRecord(
        match=match_info(pairing, facts, calendar),
        score=ScoreLine(full_time=solved.best.score, half_time=half),
        goals=tuple(_goal(solved, view, told, standings) for view in views),
        cards=(*(_booking(solved, d) for d in sent_off), *cautioned),
        missed_penalties=listed["missed_penalties"],
        disallowed_goals=listed["disallowed_goals"],
        incidents=listed["incidents"],
        claims=verdicts,
        reports=tuple(
            _report_info(place, readings[number], verdicts, copied.get(place)) for place, number in enumerate(pairing.reports)
        ),
        next_best=_next_best(solved),
        probabilities={key: round(value, 4) for key, value in probabilities.items()},
        warnings=_warnings(readings, pairing, hearing.goals.offsets),
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
) -> Hearing:
    words = Words(solved.pairing.home, solved.pairing.away)
    claims = {(claim.report, claim.number): claim for claim in solved.goal_claims}
    offsets = outlet_offsets(_minutes_apart(solved, views), weights["minute"])
    names = {known.name: person for person, known in enumerate(solved.people.known)}
    booked = {names[booking.player]: booking.probability for booking in cautioned}
    final = (solved.best.score, solved.score_probability())
    return Hearing(
        GoalJudge(solved, views, words, weights, offsets),
        ScoreJudge(*final, half, half_sure, views, words, weights),
        CardJudge(sent_off, booked, solved.people, words, weights, offsets),
        facts,
        happened,
        claims,
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


def _goal(solved: Solved, view: GoalView, told: Sequence[Told], standings: dict[str, Standing]) -> Goal:
    """A goal with the claims that tell of it; what was wrong with a claim does not take part in how it was scored."""
    telling = [one for one in told if standings[one.id].key == ("goal", view.number)]
    right = [
        (one.claim.weight, one.claim.says) for one in telling
        if isinstance(one.claim.says, GoalSays) and standings[one.id].fault is None
    ]  # fmt: skip
    minute = Minute.at(view.time) if view.time is not None else None
    return Goal(
        minute=minute.minute if minute else None,
        added_time=minute.added_time if minute else None,
        team=view.side,  # type: ignore[arg-type]
        scorer=view.name,
        own_goal=view.own_goal,
        penalty=_is_penalty(right),
        assist=None if view.own_goal else _assist(right, view.name),
        how=_how(right),
        score_after=view.after,
        probability=round(view.probability, 4),
        claims=tuple(one.id for one in telling),
        between=_between(view.window) if minute is None else None,
    )


def _between(window: TimeWindow | None) -> tuple[int, int] | None:
    return (int(window.earliest), int(window.latest)) if window else None


def _is_penalty(told: Sequence[tuple[float, GoalSays]]) -> bool:
    votes = sum(weight for weight, says in told if says.penalty)
    return votes > max(0.5, sum(weight for weight, _ in told) / 2) / 2


def _assist(told: Sequence[tuple[float, GoalSays]], scorer: str | None) -> str | None:
    """Who made the goal, as most tell it; the fullest spelling of his name."""
    votes: dict[str, float] = defaultdict(float)
    for weight, says in told:
        if says.assist and not (scorer and same_person(says.assist, scorer)):
            name = next((known for known in votes if same_person(known, says.assist)), says.assist)
            votes[name] += weight
    return max(sorted(votes), key=lambda name: votes[name], default=None)


def _how(told: Sequence[tuple[float, GoalSays]]) -> tuple[str, ...]:
    """How it was scored; of two feet the one that more tell of."""
    votes: dict[str, float] = defaultdict(float)
    for weight, says in told:
        for word in says.how:
            votes[word] += weight
    one_foot = {"left foot", "right foot"}
    if one_foot <= votes.keys():
        del votes[min(sorted(one_foot), key=lambda foot: votes[foot])]
    return tuple(votes)


def _warnings(readings: Sequence[Reading], pairing: Pairing, offsets: dict[int, int]) -> tuple[str, ...]:
    """What a user should know of the reports: those left out and why, and clocks that run apart throughout."""
    found = [
        f"{reading.report.source} is left out: {reading.no_match or 'it is about another match'}"
        for number, reading in enumerate(readings)
        if number not in pairing.reports
    ]
    for place, minutes in sorted(offsets.items()):
        source = readings[pairing.reports[place]].report.source
        lie = "one lower" if minutes < 0 else "one higher"
        found.append(f"{source} prints minutes {lie} than the others throughout: its clock, not {'its goals'}, differs")
    return tuple(found)


def _half_time(solved: Solved, goals: Sequence[GoalView]) -> tuple[Score | None, float]:
    """The half-time score and how sure it is: counted where every goal's half is known, else told."""
    told = [claim for claim in solved.score_claims if claim.moment == "half_time" and len(claim.ways) == 1]
    known = all(goal.time is not None or _one_half(goal.window) for goal in goals)
    if known and sum(solved.best.score) == len(goals):
        first = [goal for goal in goals if (goal.time or (goal.window.latest if goal.window else 0)) < 46]
        score = (sum(goal.side == "home" for goal in first), sum(goal.side == "away" for goal in first))
        doubt = 1.0 - min((goal.probability for goal in goals), default=solved.score_probability())
        for claim in told:
            doubt *= 1.0 - claim.weight * 0.9 if score in claim.ways else 1.0
        return score, 1.0 - doubt
    best = max(told, key=lambda claim: claim.weight, default=None)
    return (next(iter(best.ways)), best.weight) if best else (None, 0.0)


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


def _report_info(place: int, reading: Reading, verdicts: Sequence[JudgedClaim], copy: int | None) -> ReportInfo:
    report = reading.report
    own = [claim for claim in verdicts if claim.report == place + 1]
    return ReportInfo(
        id=place + 1,
        source=report.source,
        outlet=report.outlet,
        title=report.title,
        date=report.date.isoformat() if report.date else None,
        language=reading.language,
        claims=len(own),
        contradicted=sum(claim.verdict == "contradicted" for claim in own),
        not_understood=reading.not_understood,
        sha256=report.sha256(),
        copy_of=None if copy is None else copy + 1,
        reliability=_reliability(own),
    )


def _reliability(claims: Sequence[JudgedClaim]) -> float | None:
    """The share of a report's checkable claims that the record supports; None when none could be checked."""
    held = [claim for claim in claims if claim.verdict in ("supported", "contradicted", "disputed")]
    return round(sum(claim.verdict == "supported" for claim in held) / len(held), 4) if held else None


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
