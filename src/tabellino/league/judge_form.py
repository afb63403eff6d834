"""Judging claims about form and counts: records, runs, windows, goals, meetings, what comes next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from tabellino.domain.claim import LeagueSays, Outcome
from tabellino.domain.league import Fixture, Match
from tabellino.league.form import IS, ClubMatch, club_matches, number_of, points_of, run, windows
from tabellino.league.judging import Judge, Judgement, contradicted, fits, supported, unverifiable
from tabellino.league.moments import played_by
from tabellino.league.schema import clubs_of
from tabellino.league.wording import count, listed, matches, number, points
from tabellino.names.numbers import ordinal

#: What a league claim without the word "league" may also count.
CUPS = "matches in other competitions, which may count here, are not among the results at hand"


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
    found = _against(judge.with_earlier(says), says.rival)
    going = run(found, outcome)
    here = run(_against(judge.matches(says), says.rival), outcome)
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
    found = _against(judge.with_earlier(says), says.rival)
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


def _first_since(judge: Judge, says: LeagueSays) -> Judgement:
    outcome = says.outcome
    if outcome is None:
        return unverifiable("it is not told of what this was the first")
    found = _against(judge.with_earlier(says), says.rival)
    if not found or not IS[outcome](found[-1]):
        last = f"the last was {found[-1]}" if found else "there was no match"
        return contradicted(f"{says.club}: {last}, no {outcome}")
    before = [one for one in found[:-1] if IS[outcome](one)]
    gap = next((n for n, one in enumerate(reversed(found[:-1])) if IS[outcome](one)), None)
    reach = f"the results at hand begin on {found[0].match.date:%-d %B %Y}"
    told = (
        f"{says.club}'s {outcome} before {found[-1]} was {before[-1]} {before[-1].match.date.year}" if before else reach
    )
    if says.since is not None:
        return _since(says, before, found, told)
    if says.value is not None:
        return _after_so_many(says, gap, found, told)
    season = [one for one in _against(judge.matches(says), says.rival) if IS[outcome](one)]
    reason = f"{says.club} have {count(len(season), outcome)} this season: {listed(season)}"
    return supported(reason) if len(season) == 1 else contradicted(reason)


def _against(found: Sequence[ClubMatch], rival: str | None) -> tuple[ClubMatch, ...]:
    return tuple(one for one in found if rival is None or one.rival == rival)


def _after_so_many(says: LeagueSays, gap: int | None, found: Sequence[ClubMatch], told: str) -> Judgement:
    """ "First win in six matches": in either count in use, five without or six without before it."""
    value = says.value or 0
    if gap is None:
        enough = len(found) >= value
        reason = f"{told}, and none is among the {matches(len(found) - 1, says.where)} before"
        return supported(reason) if enough and says.bound != "exact" else unverifiable(reason)
    reason = f"{told}; {matches(gap, says.where)} without one lay between"
    if gap in (value, value - 1):
        return supported(reason)
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, f"first in {number(gap + 1)}")


def _since(says: LeagueSays, before: Sequence[ClubMatch], found: Sequence[ClubMatch], told: str) -> Judgement:
    since = says.since or ""
    if not before:
        first = found[0].match.date.isoformat()[: len(since)]
        return (
            unverifiable(f"{told}, after which there was none; {since} cannot be reached")
            if first > since
            else contradicted(told)
        )
    last = before[-1].match.date.isoformat()[: len(since)]
    if last == since:
        return supported(told)
    if says.league is None and last < since:
        return unverifiable(f"{told}; {CUPS}")
    return contradicted(told, f"first since {before[-1].match.date:%B %Y}")


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


#: What "best attack" and its kin count, and whether most is best.
BEST: dict[str, tuple[Callable[[Sequence[ClubMatch]], int], bool, str]] = {
    "best_attack": (lambda found: sum(one.scored for one in found), True, "goals scored"),
    "worst_attack": (lambda found: sum(one.scored for one in found), False, "goals scored"),
    "best_defence": (lambda found: sum(one.conceded for one in found), False, "goals conceded"),
    "worst_defence": (lambda found: sum(one.conceded for one in found), True, "goals conceded"),
    "most_wins": (lambda found: number_of(found, "win"), True, "wins"),
    "fewest_wins": (lambda found: number_of(found, "win"), False, "wins"),
    "most_defeats": (lambda found: number_of(found, "defeat"), True, "defeats"),
    "fewest_defeats": (lambda found: number_of(found, "defeat"), False, "defeats"),
    "most_draws": (lambda found: number_of(found, "draw"), True, "draws"),
    "most_clean_sheets": (lambda found: number_of(found, "clean_sheet"), True, "clean sheets"),
    "best_record": (points_of, True, "points"),
    "worst_record": (points_of, False, "points"),
    "only_unbeaten": (lambda found: number_of(found, "defeat"), False, "defeats"),
}


def _best(judge: Judge, says: LeagueSays) -> Judgement:
    measure, most, name = BEST[says.detail or "best_attack"]
    values = {club: measure(judge.matches(says, club)) for club in judge.clubs}
    mine = values[says.club or ""]
    best = (max if most else min)(values.values())
    rank = 1 + sum(value > mine if most else value < mine for value in values.values())
    leaders = sorted(club for club, value in values.items() if value == best)
    reason = f"{says.club}: {mine} {name}{_at(says)}, {ordinal(rank)} of {len(values)}; {' and '.join(leaders)}: {best}"
    if says.detail == "only_unbeaten":
        return supported(reason) if mine == 0 and leaders == [says.club] else contradicted(reason)
    wanted = says.value or 1
    return supported(reason) if rank == wanted else contradicted(reason)


def _at(says: LeagueSays) -> str:
    return {"home": " at home", "away": " away", None: ""}[says.where]


def _meetings(judge: Judge, says: LeagueSays) -> Judgement:
    outcome, rival = says.outcome, says.rival
    if outcome is None or rival is None:
        return unverifiable("the words leave open which meetings are meant")
    earlier = [club_matches(one, says.club or "", None, says.where) for one in judge.others
               if one.season < judge.season.season and says.club in clubs_of(one)]  # fmt: skip
    met = _against([one for season in earlier for one in season] + list(judge.matches(says)), rival)
    if says.of is None:
        met = _against(judge.matches(says), rival)
    elif len(met) < says.of:
        return unverifiable(
            f"{len(met)} meetings of {says.club} and {rival} are among the results at hand, not {says.of}"
        )
    else:
        met = met[-says.of :]
    value = number_of(met, outcome)
    reason = f"{count(value, outcome)} for {says.club} in {number(len(met))} meetings with {rival}: {listed(met)}"
    told = len(met) if says.value is None else says.value
    if fits(value, told, says.bound):
        return supported(reason)
    if says.league is None:
        return unverifiable(f"{reason}; {CUPS}")
    return contradicted(reason, count(value, outcome), value)


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
    "first_since": _first_since,
    "goals": _goals,
    "conceded": _conceded,
    "goal_difference": _difference,
    "best": _best,
    "meetings": _meetings,
    "fixture": _fixture,
}
