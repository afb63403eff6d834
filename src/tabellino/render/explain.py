"""Every claim of every report: where it stands, what became of it and why, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabellino.domain.claim import JudgedClaim
from tabellino.domain.record import MatchRecord, ReportInfo
from tabellino.domain.report import Report
from tabellino.render.lines import Line, line, wrapped
from tabellino.render.places import Places
from tabellino.render.plain import headline, one_line, percent
from tabellino.render.terminal import MOST_QUOTE, STYLES, answer, quoted


def explain(record: MatchRecord, reports: Iterable[Report] = (), width: int = 80) -> tuple[Line, ...]:
    """The record's claims in lines of at most `width`, report by report in order of the text."""
    places = Places(record, reports)
    lines = [line(headline(record.match, record.score), "bold")]
    for info in record.reports:
        lines += [line(), *wrapped(_heading(info, places), width, style="bold")]
        for claim in record.claims:
            if claim.report == info.id:
                lines += _claim(claim, places, width)
        lines += _not_understood(info, places, width)
    return tuple(lines)


def _heading(info: ReportInfo, places: Places) -> str:
    told = [one_line(part) for part in (info.outlet, info.date, info.language) if part]
    counts = f"{info.claims} claims, {info.contradicted} contradicted"
    copy = [f"a copy of report {info.copy_of}"] if info.copy_of is not None else []
    return f"{info.id} {places.source(info.id)} ({', '.join([*told, counts, *copy])})"


def _claim(claim: JudgedClaim, places: Places, width: int) -> Iterator[Line]:
    place = places.line(claim.report, claim.span[0])
    where = f"{place[0]}:{place[1]}" if place else f"at {claim.span[0]}"
    sure = f" {percent(claim.probability)}" if claim.probability is not None else ""
    verdict = claim.verdict.replace("_", " ")
    yield (("  ", ""), (f"{where} {verdict}{sure}", STYLES[claim.verdict]), (f" {claim.kind}", "dim"))
    yield from wrapped(quoted(claim), width, 4)
    yield from wrapped(answer(claim, places), width, 4, "dim")
    if claim.correction:
        yield from wrapped(f'should say: "{one_line(claim.correction)}"', width, 4)


def _not_understood(info: ReportInfo, places: Places, width: int) -> Iterator[Line]:
    for span in info.not_understood:
        place = places.line(info.id, span[0])
        where = f"{place[0]}:{place[1]}" if place else f"at {span[0]}"
        words = one_line(places.words(info.id, span), MOST_QUOTE)
        yield (("  ", ""), (f"{where} not understood", "dim"))
        if words:
            yield from wrapped(f'"{words}"', width, 4)
