"""The box under a match report in words: goals with their minutes, cards, misses, and how sure each is."""

from __future__ import annotations

from collections.abc import Iterator

from tabellino.domain.record import SIDES, Booking, Goal, Incident, MatchRecord, Side
from tabellino.render.plain import Timed, count, one_line, percent, score, when

#: What is less probable than this is named under the box; above it a fact is right 97 times in 100 (make gate).
SURE = 0.9

Row = tuple[str, tuple[str, ...]]


def box_rows(record: MatchRecord) -> Iterator[Row]:
    """The rows of the box, a label and its items each; rows without items are left out."""
    goals = tuple(goal(one, record) for one in record.goals)
    untold = (f"{missing} more for {club(side, record)} not told" for missing, side in untold_goals(record))
    yield "Goals", (*goals, *untold) if goals else (_no_goals(record),)
    for label, card in (("Sent off", "red"), ("Booked", "yellow")):
        if items := tuple(booking(one, record) for one in record.cards if one.card == card):
            yield label, items
    for label, incidents in (
        ("Missed penalties", record.missed_penalties),
        ("Disallowed", record.disallowed_goals),
        ("Chances", record.incidents),
    ):
        if incidents:
            yield label, tuple(incident(one, record, with_what=label == "Chances") for one in incidents)
    yield "Reports", (reports_line(record),)
    yield "How sure", how_sure(record)


def _no_goals(record: MatchRecord) -> str:
    return "none" if record.score.full_time == (0, 0) else "not told"


def untold_goals(record: MatchRecord) -> Iterator[tuple[int, Side]]:
    """How many goals the final score has beyond those of the record, for each side that has any."""
    if record.score.full_time is None:
        return
    for side, scored in zip(SIDES, record.score.full_time, strict=True):
        if missing := scored - sum(one.team == side for one in record.goals):
            yield missing, side


def goal(one: Goal, record: MatchRecord) -> str:
    """ "17' Andrea Cambiaso own goal (1-0)": the running score tells for whom it counts; where that is not known, the
    club does."""
    how = "own goal" if one.own_goal else "penalty" if one.penalty else ""
    name = one_line(one.scorer_told)
    return " ".join(part for part in (when(one), name, how, f"({_for_whom(one, record)})") if part)


def _for_whom(one: Goal, record: MatchRecord) -> str:
    return f"for {club(one.team, record)}" if one.score_after is None else score(one.score_after)


def booking(one: Booking, record: MatchRecord) -> str:
    """ "43'-45' Pierre Kalulu (Juventus, second yellow)"."""
    notes = [club(one.team, record)] if one.team else []
    if one.card == "red" and one.second_yellow:
        notes.append("second yellow")
    return _who_and_notes(one, one.player, notes)


def incident(one: Incident, record: MatchRecord, *, with_what: bool) -> str:
    """ "35' Lautaro Martínez (Inter, woodwork)"."""
    notes = [club(one.team, record)] if one.team else []
    if with_what:
        notes.append(one.what.replace("_", " "))
    return _who_and_notes(one, one.player or "not named", notes)


def _who_and_notes(event: Timed, who: str, notes: list[str]) -> str:
    words = f"{when(event)} {one_line(who)}".strip()
    return f"{words} ({', '.join(notes)})" if notes else words


def club(team: str | None, record: MatchRecord) -> str:
    """The club of a side."""
    return one_line(record.match.home if team == "home" else record.match.away)


def reports_line(record: MatchRecord) -> str:
    """How many reports the record rests on, and how many of them are copies."""
    copies = sum(1 for report in record.reports if report.copy_of is not None)
    words = f"{count(len(record.reports), 'report')} with {count(len(record.claims), 'claim')}"
    return f"{words}; {copies} of them copied" if copies else words


def how_sure(record: MatchRecord) -> tuple[str, ...]:
    """How probable score and goals are; what is less than sure is named, and what else could have been."""
    scores = (("score", "score"), ("half_time", "half-time"))
    parts = [f"{words} {percent(record.probabilities[key])}" for key, words in scores if key in record.probabilities]
    sure = [one.probability for one in record.goals if one.probability >= SURE]
    unsure = [one for one in record.goals if one.probability < SURE]
    if sure:
        parts.append(f"{'other goals' if unsure else 'goals'} {percent(min(sure))} or more")
    parts += [
        f"{when(one)} {one_line(one.scorer or one.perhaps or 'goal')} {percent(one.probability)}".strip()
        for one in unsure
    ]
    if record.next_best and record.next_best.differs:
        parts.append(f"next best: {one_line('; '.join(record.next_best.differs))}")
    return tuple(parts) or ("not known",)
