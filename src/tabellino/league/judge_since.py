"""Judging "first win since", "first in six", "have not won since": when something was last so."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from tabellino.domain.claim import LeagueSays
from tabellino.league.form import IS, ClubMatch, against, club_matches
from tabellino.league.judging import CUPS, Judge, Judgement, contradicted, supported, unverifiable
from tabellino.league.wording import count, listed, matches, number


def first_since(judge: Judge, says: LeagueSays) -> Judgement:
    outcome = says.outcome
    if outcome is None:
        return unverifiable("it is not told of what this was the first")
    found = against(judge.with_earlier(says), says.rival)
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
        since = _day(judge, says.since, says.club)
        return unverifiable(told) if since is None else _since(says, since, before, found, told)
    if says.value is not None:
        return _after_so_many(says, gap, found, told)
    season = [one for one in against(judge.matches(says), says.rival) if IS[outcome](one)]
    reason = f"{says.club} have {count(len(season), outcome)} this season: {listed(season)}"
    return supported(reason) if len(season) == 1 else contradicted(reason)


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


def _since(
    says: LeagueSays, since: str, before: Sequence[ClubMatch], found: Sequence[ClubMatch], told: str
) -> Judgement:
    """Whether the last of its kind lies in the day, month or year told; `found` is as far as the results reach."""
    if not before:
        first = found[0].match.date.isoformat()[: len(since)]
        return (
            unverifiable(f"{told}, after which there was none; {since} cannot be reached")
            if first > since
            else contradicted(told)
        )
    latest = before[-1].match.date.isoformat()[: len(since)]
    if latest == since:
        return supported(told)
    if says.league is None and latest < since:
        return unverifiable(f"{told}; {CUPS}")
    return contradicted(told, f"first since {before[-1].match.date:%B %Y}" if says.what == "first_since" else None)


def last(judge: Judge, says: LeagueSays) -> Judgement:
    """ "Have not won since October": the last win was in October."""
    outcome = says.outcome
    since = _day(judge, says.since or "", says.club)
    if outcome is None or since is None:
        return unverifiable("it is not told of what this was the last, or since when")
    found = against(judge.with_earlier(says), says.rival)
    if not found:
        return unverifiable(f"{says.club} have played no such match among the results at hand")
    of_kind = [one for one in found if IS[outcome](one)]
    where = f" {says.where}" if says.where else ""
    if not of_kind:
        return _since(says, since, (), found, f"no{where} {outcome} of {says.club} since the results at hand begin")
    latest = of_kind[-1]
    return _since(
        says, since, of_kind, found, f"{says.club}'s last{where} {outcome} was {latest} {latest.match.date.year}"
    )


def _day(judge: Judge, since: str, club: str | None = None) -> str | None:
    """The day, month or year that is meant, by its ISO form: a month without a year is the latest before the match,
    "opening" the day of the club's first match of the season. None when the moment of the match is not known."""
    on = judge.moment.date
    if since == "opening":
        own = club_matches(judge.season, club or "", judge.moment)
        return own[0].match.date.isoformat() if own else None
    if not since.startswith("--"):
        return since or None
    month = int(since[2:4])
    if len(since) > 4:
        year = on.year if (month, int(since[5:7])) < (on.month, on.day) else on.year - 1
        return f"{year}{since[1:]}" if _is_day(year, since) else None
    return f"{on.year if month < on.month else on.year - 1}-{month:02}"


def _is_day(year: int, since: str) -> bool:
    try:
        datetime.date(year, int(since[2:4]), int(since[5:7]))
    except ValueError:
        return False
    return True
