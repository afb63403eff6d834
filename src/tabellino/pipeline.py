"""The one place where the stages are wired: reports in, record out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino import data
from tabellino.domain.check import Check
from tabellino.domain.claim import Claim
from tabellino.domain.reading import Reading
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.errors import NoMatch, SeveralMatches
from tabellino.extract.blocks.facts import dates_told
from tabellino.extract.reader import read_report
from tabellino.league.against_results import against_results
from tabellino.reconcile.echoes import known_by_echo, with_echoes
from tabellino.reconcile.matches import Pairing, pairings
from tabellino.reconcile.record import make_record
from tabellino.reconcile.reports_of_record import recounted
from tabellino.reconcile.rereading import belongs, in_doubt_of_host, is_foreign, strangers


def extract(report: Report | str) -> tuple[Claim, ...]:
    """The claims of one report, in order of the text."""
    return read_report(_report(report)).claims


def read(reports: Sequence[Report | str] | Report | str, *, larger_group: bool = False) -> MatchRecord:
    """The record that the reports support, taken together; one text alone is one report.

    Reports that tell of no match are left out with a warning. Raises NoMatch when none is left, SeveralMatches when
    they are about different matches (with `larger_group` the larger group of them is taken instead).

    Where a season at hand holds the match, claims about table and form are judged by its results, and a disagreement
    between reports and results on date, home side or score stands among the warnings.
    """
    given = [_report(report) for report in ([reports] if isinstance(reports, Report | str) else reports)]
    readings = _with_match_known([read_report(report) for report in given])
    found = pairings(readings)
    if not found:
        why = "; ".join(f"{r.report.source}: {r.no_match}" for r in readings)
        raise NoMatch(f"no report of a match: {why}" if why else "no report was given")
    if len(found) > 1 and not larger_group:
        told = "; ".join(f"{', '.join(given[n].source for n in p.reports)}: {p.home} v {p.away}" for p in found)
        raise SeveralMatches(f"the reports are about different matches ({told})")
    known = _with_host_known(readings, found[0])
    record = make_record(with_echoes(known, found[0], data.load("weights/verdicts.toml")["echo"]), found[0])
    return _with_results(record, [given[number].text for number in found[0].reports])


def check(draft: Report | str, against: Sequence[Report | str]) -> Check:
    """The draft held against other reports of the match: a finding for each claim that an editor should look at.

    Raises NoMatch when the draft tells of no match or nothing is left to hold it against, SeveralMatches when it
    tells of another match than the others.
    """
    text, others = _report(draft), tuple(_report(report) for report in against)
    record = read((text, *others))
    if text not in record.texts((text, *others)).values():
        raise NoMatch(f"{text.source} tells of no match, so nothing can be checked; give a match report as the draft")
    return Check.of(record, text, others)


def _with_match_known(readings: list[Reading]) -> list[Reading]:
    """Reports that do not name both clubs so that a stranger knows them, read as reports of the match that the others
    tell of, where they turn out to tell of it too."""
    found = pairings(readings) if readings[1:] else []
    if not found:
        return readings
    others = [readings[number] for number in found[0].reports]
    for number in strangers(readings, found[0]):
        again = read_report(readings[number].report, found[0].home, found[0].away)
        if belongs(again, readings[number], others):
            readings[number] = msgspec.structs.replace(again, no_match=None)
        elif is_foreign(readings[number]):
            why = "its language is not known, nor are its clubs by these names"
            readings[number] = msgspec.structs.replace(readings[number], no_match=why)
    weights = data.load("weights/verdicts.toml")["echo"]
    for number, reading in known_by_echo(readings, found[0], weights).items():
        readings[number] = reading
    return readings


def _with_host_known(readings: Sequence[Reading], pairing: Pairing) -> list[Reading]:
    """Readings in which "the home side", lists and running scores are read with the host that other reports tell."""
    host = data.load("weights/verdicts.toml")["host"]
    again = in_doubt_of_host(readings, pairing, host["told"], host["own"]) if pairing.reports[1:] else ()
    return [read_report(r.report, pairing.home) if n in again else r for n, r in enumerate(readings)]


def _with_results(record: MatchRecord, texts: Sequence[str]) -> MatchRecord:
    """The record held against the results of a season at hand that holds the match."""
    held = against_results(record, dates=frozenset().union(*map(dates_told, texts)))
    if held is record:
        return record
    return msgspec.structs.replace(held, reports=tuple(recounted(info, held.claims) for info in held.reports))


def _report(report: Report | str) -> Report:
    return Report(report) if isinstance(report, str) else report
