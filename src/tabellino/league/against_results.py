"""A record held against the results of a season at hand: its match, its date and score, and its league claims."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tabellino.domain.claim import JudgedClaim, LeagueSays
from tabellino.domain.record import MatchInfo, MatchRecord
from tabellino.errors import UnknownCompetition
from tabellino.league.competitions import competition
from tabellino.league.lookup import Found, find, others

if TYPE_CHECKING:
    from tabellino.league.judging import Judgement

#: Results count exactly: a claim that they were held against is true or it is not.
PROBABILITY = {"supported": 1.0, "contradicted": 0.0, "unverifiable": None}


def against_results(
    record: MatchRecord, folder: Path | None = None, dates: frozenset[str] = frozenset()
) -> MatchRecord:
    """The record with its league claims judged, and with what the results tell of the match besides.

    The record comes back as it is when no season at hand holds the match. `folder` is that of the user's seasons
    (None: the usual one). `dates` (ISO 8601) are all that the texts write out, whatever happened then: where no report
    gives that of the match, it must be one of them. Competition, season and date are filled in where no report tells
    them; where the reports and the results differ on date, home side or score, a warning says so and the record keeps
    what the reports say.
    """
    found = match_of(record, folder)
    if found is None or (_day(record) is None and dates and found.match.date.isoformat() not in dates):
        return record  # "On 10 May 1981 Juventus and Roma …" is no match of a season at hand that ended alike
    return msgspec.structs.replace(
        record,
        match=_filled(record.match, found) if found.sure else record.match,
        claims=_judged(record, found, folder),
        warnings=(*record.warnings, *_differences(record, found)),
    )


def match_of(record: MatchRecord, folder: Path | None = None) -> Found | None:
    """The match of the record among the results; None when it is of a competition, or a day, that none at hand holds.

    With no date the score finds it (`sure` is False where the clubs met so more than once). A date on which the clubs
    did not meet is taken for an error only where the competition is named and the season holds that very score.
    """
    told, score = record.match, record.score.full_time
    try:
        of = competition(told.competition).key if told.competition else None
    except UnknownCompetition:
        return None
    day = _day(record)
    if day is None:
        found = find(told.home, told.away, of=of, score=score, folder=folder) if score else None
        return found if found and not _other_half_time(record, found) else None
    found = find(told.home, told.away, day, of, folder=folder)
    if found is not None:
        # Days after a league match the clubs may meet in a cup: without the competition's name the score must agree.
        near = of is not None or found.match.date == day or _score(record, found) == score
        return found if near else None
    if of is None or score is None:
        return None
    found = find(told.home, told.away, of=of, score=score, folder=folder, season_with=day)
    return found if found and found.sure and not _other_half_time(record, found) else None


def _day(record: MatchRecord) -> datetime.date | None:
    """The day of the match as told, else the first day on which a report of it appeared."""
    if record.match.date:
        return datetime.date.fromisoformat(record.match.date)
    days = [datetime.date.fromisoformat(info.date) for info in record.reports if info.date]
    return min(days, default=None)


def _score(record: MatchRecord, found: Found) -> tuple[int, int]:
    """The score by the results, with the goals of the record's home side first."""
    return found.match.score[::-1] if found.swapped else found.match.score


def _half_time(found: Found) -> tuple[int, int] | None:
    half = found.match.half_time
    return half[::-1] if half and found.swapped else half


def _other_half_time(record: MatchRecord, found: Found) -> bool:
    half = _half_time(found)
    return None not in (half, record.score.half_time) and half != record.score.half_time


def _filled(told: MatchInfo, found: Found) -> MatchInfo:
    return msgspec.structs.replace(
        told,
        competition=told.competition or competition(found.season.competition).name,
        season=told.season or found.season.season,
        date=told.date or found.match.date.isoformat(),
    )


def _judged(record: MatchRecord, found: Found, folder: Path | None) -> tuple[JudgedClaim, ...]:
    """The claims, those of the league with the verdict of the results at the moment after the match."""
    from tabellino.league.judging import Judge, unverifiable

    judge = Judge(found.season, found.match, lambda: others(found.season, folder))
    told: dict[LeagueSays, Judgement] = {}
    undated = _day(record) is None

    def one(claim: JudgedClaim) -> JudgedClaim:
        if not isinstance(claim.says, LeagueSays) or claim.verdict == "opinion":
            return claim
        if claim.says not in told:
            told[claim.says] = judge.judge(claim.says) if found.sure else unverifiable(_unsure(record))
        what = told[claim.says]
        # A match found by its score alone may be another season's: nothing is called wrong by it.
        open_ = undated and what.verdict == "contradicted"
        return msgspec.structs.replace(
            claim,
            verdict="disputed" if open_ else what.verdict,
            probability=0.5 if open_ else PROBABILITY[what.verdict],
            reason=what.reason,
            correction=_correction(claim.quote, claim.says, what),
        )

    return tuple(map(one, record.claims))


def _correction(quote: str, says: LeagueSays, what: Judgement) -> str | None:
    """The claim's own words with the number put right, else what the results say in words of their own."""
    from tabellino.league.corrections import in_place

    put_right = None
    if says.value is not None and what.right is not None:
        put_right = in_place(quote, says.value, what.right)
    return put_right or what.correction


def _unsure(record: MatchRecord) -> str:
    return f"no report gives the date, and {record.match.home} v {record.match.away} ended so more than once"


def _differences(record: MatchRecord, found: Found) -> tuple[str, ...]:
    """What the results tell otherwise than the reports, a sentence each."""
    if not found.sure:
        return ()
    match, told, by = found.match, record.match, f"the results ({_source(found)})"
    differ = []
    if found.swapped:
        differ.append(f"{by} say that {match.home} were at home, the reports {match.away}")
    if told.date and told.date != match.date.isoformat():
        day = datetime.date.fromisoformat(told.date)
        differ.append(f"{by} say that the match was on {match.date:%-d %B %Y}, the reports {day:%-d %B %Y}")
    for label, theirs, ours in (
        ("", _score(record, found), record.score.full_time),
        (" at half-time", _half_time(found), record.score.half_time),
    ):
        if theirs and ours and theirs != ours:
            awarded = " by a ruling" if match.awarded else ""
            score = f"{told.home} {theirs[0]}-{theirs[1]} {told.away}{label}{awarded}"
            differ.append(f"{by} say {score}, the reports {ours[0]}-{ours[1]}")
    if _day(record) is None:
        differ.append(f"no report gives the date; {by} have one match that fits, of {match.date:%-d %B %Y}")
    return tuple(differ)


def _source(found: Found) -> str:
    """Who gathered the results, as its first word tells: "openfootball" of "openfootball/italy, ..."."""
    first = found.season.sources[0] if found.season.sources else found.season.competition
    return first.partition(",")[0].partition("/")[0]
