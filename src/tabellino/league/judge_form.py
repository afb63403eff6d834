"""Judging claims about form and counts: records, runs, windows, goals, meetings, what comes next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import msgspec

from tabellino.domain.claim import LeagueSays, Outcome
from tabellino.domain.league import Fixture, Match
from tabellino.league.form import IS, ClubMatch, against, club_matches, number_of, points_of, run, windows
from tabellino.league.judge_best import best
from tabellino.league.judge_since import first_since, last
from tabellino.league.judging import CUPS, Judge, Judgement, contradicted, fits, supported, unverifiable
from tabellino.league.moments import played_by
from tabellino.league.schema import clubs_of
from tabellino.league.wording import count, listed, matches, number, points


def _record(judge: Judge, says: LeagueSays) -> Judgement:
    outcome, told = says.outcome, says.value
    if outcome is None or told is None:
        return unverifiable("no number is told")
    found = judge.matches(says)
    value = number_of(found, outcome)
    where = f" {says.where}" if says.where else ""
    season = f"in {judge.rules.name} {judge.season.season}"
    reason = f"{says.club} have {count(value, outcome)} from {matches(len(found))}{where} {season}"
    if fits(value, told, says.bound):
        return supported(reason)
    if says.league is None and value < told:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, count(value, outcome), value)


def _of_last(judge: Judge, says: LeagueSays) -> Judgement:
    outcome, told, window = says.outcome, says.value, says.of
    if outcome is None or told is None or window is None:
        return unverifiable("no window is told")
    last, name = _window(judge, says, window)
    if len(last) < window:
        return unverifiable(
            f"{says.club} have {matches(len(last), says.where)} among the results at hand, not {window}"
        )
    value = number_of(last, outcome)
    reason = f"{count(value, outcome)} in {says.club}'s {name} {matches(window, says.where)}: {listed(last)}"
    if fits(value, told, says.bound):
        return supported(reason)
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, f"{count(value, outcome)} in {number(window)} matches", value)


def _window(judge: Judge, says: LeagueSays, size: int) -> tuple[tuple[ClubMatch, ...], str]:
    """The matches of a window, fewer than its size where the results end, and "last" or "first"."""
    if says.detail == "opening":
        return judge.matches(says)[:size], "first"
    return judge.with_earlier(says, size)[-size:], "last"


def _points_of_last(judge: Judge, says: LeagueSays) -> Judgement:
    told, window = says.value, says.of
    if told is None or window is None:
        return unverifiable("no window is told")
    last, name = _window(judge, says, window)
    if len(last) < window:
        return unverifiable(f"{says.club} have only {matches(len(last), says.where)} among the results at hand")
    value = points_of(last)
    reason = f"{points(value)} from {says.club}'s {name} {matches(window, says.where)}: {listed(last)}"
    return supported(reason) if fits(value, told, says.bound) else contradicted(reason, points(value), value)


def _run(judge: Judge, says: LeagueSays) -> Judgement:
    outcome, told = says.outcome, says.value
    if outcome is None:
        return unverifiable("no kind of run is told")
    if says.detail == "or_any":
        return _run_either_way(judge, says)
    found = against(judge.with_earlier(says), says.rival)
    going = run(found, outcome)
    here = run(against(judge.matches(says), says.rival), outcome)
    reason = (
        f"{says.club}: {_of_kind(len(going), outcome, says)}: {listed(going)}"
        if going
        else _broken(found, outcome, says)
    )
    if told is None:
        return supported(reason) if going else contradicted(reason)
    if fits(len(going), told, says.bound) or fits(len(here), told, says.bound):
        return supported(reason)
    if not going:
        return contradicted(reason)
    if len(going) == len(found) and len(going) < told:
        return unverifiable(f"{reason}; the results at hand begin there")
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, _of_kind(len(going), outcome, says), len(going))


def _run_either_way(judge: Judge, says: LeagueSays) -> Judgement:
    """ "A third straight win over Milan": the third against Milan, or the third of all, of which this was one."""
    with_rival = _run(judge, msgspec.structs.replace(says, detail=None))
    in_all = _run(judge, msgspec.structs.replace(says, detail=None, rival=None, where=None))
    return next((one for one in (in_all, with_rival) if one.verdict == "supported"),
                with_rival if with_rival.verdict == "unverifiable" else in_all)  # fmt: skip


def _of_kind(value: int, outcome: Outcome, says: LeagueSays) -> str:
    where = f" {says.where}" if says.where else ""
    return f"{count(value, outcome)} in a row{where}"


def _broken(found: Sequence[ClubMatch], outcome: Outcome, says: LeagueSays) -> str:
    if not found:
        return f"{says.club} have played no {says.where or ''} match yet".replace("  ", " ")
    return f"{says.club}: no such run: the last was {found[-1]}"


def _run_ended(judge: Judge, says: LeagueSays) -> Judgement:
    """The run before the match, and the match that ended it."""
    outcome, told = says.outcome, says.value
    if outcome is None:
        return unverifiable("no kind of run is told")
    found = against(judge.with_earlier(says), says.rival)
    if not found:
        return unverifiable(f"{says.club} have played no such match among the results at hand")
    ended = not IS[outcome](found[-1])
    before = run(found[:-1], outcome)
    reason = f"{says.club} before {found[-1]}: {_of_kind(len(before), outcome, says)}: {listed(before)}"
    if not ended:
        return contradicted(f"{says.club}: {found[-1]} ended no such run")
    if told is None or fits(len(before), told, says.bound):
        return supported(reason) if before else contradicted(reason)
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, _of_kind(len(before), outcome, says) if before else None, len(before))


def _goals(judge: Judge, says: LeagueSays) -> Judgement:
    return _sum(judge, says, lambda found: sum(one.scored for one in found), "scored")


def _conceded(judge: Judge, says: LeagueSays) -> Judgement:
    return _sum(judge, says, lambda found: sum(one.conceded for one in found), "conceded")


def _difference(judge: Judge, says: LeagueSays) -> Judgement:
    return _sum(judge, says, lambda found: sum(one.scored - one.conceded for one in found), "goal difference")


def _sum(judge: Judge, says: LeagueSays, measure: Callable[[Sequence[ClubMatch]], int], name: str) -> Judgement:
    told = says.value
    if told is None:
        return unverifiable("no number is told")
    if says.detail == "recent":
        return _some_window(says, judge.matches(says), measure, name)
    counted, which = _window(judge, says, says.of) if says.of else (judge.matches(says), "")
    if says.of and len(counted) < says.of:
        return unverifiable(f"{says.club} have only {matches(len(counted), says.where)} among the results at hand")
    value = measure(counted)
    length = matches(len(counted), says.where)
    reason = f"{says.club}: {value} {name} in {f'the {which} {length}: {listed(counted)}' if says.of else length}"
    if fits(value, told, says.bound):
        return supported(reason)
    if says.league is None and (says.of or value < told):
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, _summed(value, name), value)


def _summed(value: int, name: str) -> str:
    if name == "goal difference":
        return f"a goal difference of {value:+d}"
    goals = f"{number(value)} goal{'' if value == 1 else 's'}"
    return goals if name == "scored" else f"{goals} {name}"


def _some_window(
    says: LeagueSays, found: Sequence[ClubMatch], measure: Callable[[Sequence[ClubMatch]], int], name: str
) -> Judgement:
    told = says.value or 0
    true_of = windows(found, told, measure)
    if not true_of:
        near = min(range(1, len(found) + 1), key=lambda n: abs(measure(found[-n:]) - told), default=0)
        reason = f"no window fits: {says.club} have {measure(found[-near:])} {name} in the last {number(near)}"
        return contradicted(reason) if says.league else unverifiable(f"{reason}; {CUPS}")
    spans = " or ".join(number(n) for n in true_of)
    return supported(
        f"true of {says.club}'s last {spans} league matches (the window is not named): {listed(found[-true_of[0] :])}"
    )


def _meetings(judge: Judge, says: LeagueSays) -> Judgement:
    outcome, rival = says.outcome, says.rival
    if outcome is None or rival is None:
        return unverifiable("the words leave open which meetings are meant")
    met = against(judge.matches(says), rival)
    if says.of is not None:
        met = _met_before(judge, says, rival) + met
        if len(met) < says.of:
            return unverifiable(
                f"{len(met)} meetings of {says.club} and {rival} are among the results at hand, not {says.of}"
            )
        met = met[-says.of :]
    value = number_of(met, outcome)
    reason = f"{count(value, outcome)} for {says.club} in {number(len(met))} meetings with {rival}: {listed(met)}"
    told = len(met) if says.value is None else says.value
    if fits(value, told, says.bound):
        return supported(reason)
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, count(value, outcome), value)


def _met_before(judge: Judge, says: LeagueSays, rival: str) -> tuple[ClubMatch, ...]:
    """The meetings of the seasons before, as far as they follow without a gap and both clubs play in them: what was
    played elsewhere in between is not known."""
    year = int(judge.season.season[:4])
    found: list[ClubMatch] = []
    for one in reversed([one for one in judge.others if one.season < judge.season.season]):
        year -= 1
        if int(one.season[:4]) != year or not {says.club, rival} <= clubs_of(one):
            break
        found[:0] = against(club_matches(one, says.club or "", None, says.where), rival)
    return tuple(found)


def _fixture(judge: Judge, says: LeagueSays) -> Judgement:
    """The next match. Only the league's are known; another competition's fixture stays open."""
    if says.rival is None or (says.detail and says.detail != judge.season.competition) or says.rival not in judge.clubs:
        to = f"{says.rival} in {says.detail}" if says.detail else says.rival
        return unverifiable(f"the results at hand hold no fixture of {says.club} against {to}")
    coming = _to_come(judge, says.club or "")
    if not coming:
        return unverifiable(f"no match of {says.club} is to come among the results at hand")
    nearest = coming[0]
    reason = f"{says.club}'s next league match is {nearest.home} v {nearest.away} on {nearest.date:%-d %B %Y}"
    same = says.rival in (nearest.home, nearest.away) and (says.on is None or says.on == nearest.date)
    if same and says.where and (nearest.home == says.club) != (says.where == "home"):
        same = False
    if same:
        return supported(reason)
    return (
        contradicted(reason, f"{nearest.home} v {nearest.away}") if says.league else unverifiable(f"{reason}; {CUPS}")
    )


def _to_come(judge: Judge, club: str) -> list[Fixture]:
    """The club's league matches after the moment, whether the season at hand knows their result or not."""
    done = len(played_by(judge.season.matches, judge.moment))
    rows: list[Match | Fixture] = [*judge.season.matches[done:], *judge.season.fixtures]
    coming = [Fixture(row.date, row.home, row.away) for row in rows if club in (row.home, row.away) and row.date]
    return sorted(coming, key=lambda row: row.date or datetime.date.max)


FORM: dict[str, Callable[[Judge, LeagueSays], Judgement]] = {
    "record": _record,
    "of_last": _of_last,
    "points_of_last": _points_of_last,
    "run": _run,
    "run_ended": _run_ended,
    "first_since": first_since,
    "last": last,
    "goals": _goals,
    "conceded": _conceded,
    "goal_difference": _difference,
    "best": best,
    "meetings": _meetings,
    "fixture": _fixture,
}
