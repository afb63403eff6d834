"""A record in the terminal: the box that Italian papers set under a report, and the disputed points under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabellino.domain.claim import JudgedClaim
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.render.box import box_rows
from tabellino.render.lines import Line, entries, line, wrapped
from tabellino.render.places import Places
from tabellino.render.plain import headline, occasion, one_line

#: Points shown before "and n more": ten reports of one match can differ in a hundred places, a screen holds a dozen.
MOST_POINTS = 12
#: Longest quotation in characters, about two lines of a narrow terminal.
MOST_QUOTE = 140
STYLES = {
    "contradicted": "red",
    "disputed": "yellow",
    "supported": "green",
    "single_source": "cyan",
    "unverifiable": "dim",
    "opinion": "dim",
}


def tabellino(record: MatchRecord, reports: Iterable[Report] = (), width: int = 80) -> tuple[Line, ...]:
    """The record in lines of at most `width`. `reports` give the line numbers of the disputed points."""
    lines = wrapped(headline(record.match, record.score), width, style="bold")
    if told := occasion(record.match):
        lines += wrapped(told, width, style="dim")
    lines.append(line())
    rows = list(box_rows(record))
    margin = max(len(label) for label, _ in rows) + 2
    for label, items in rows:
        lines += entries(label, items, width, margin)
    lines += _points(record, Places(record, reports), width)
    return tuple(lines)


def _points(record: MatchRecord, places: Places, width: int) -> Iterator[Line]:
    """What reports got wrong, then what they disagree on, each with who says otherwise."""
    for verdict in ("contradicted", "disputed"):
        claims = [claim for claim in record.claims if claim.verdict == verdict]
        if not claims:
            continue
        yield line()
        yield line(verdict.capitalize(), f"bold {STYLES[verdict]}")
        for claim in claims[:MOST_POINTS]:
            yield from wrapped(f"{places.of(claim)} {quoted(claim)}", width, 2, hang=2)
            yield from wrapped(answer(claim, places), width, 4, "dim")
        if len(claims) > MOST_POINTS:
            yield line(f"  and {len(claims) - MOST_POINTS} more; --explain shows them all")


def quoted(claim: JudgedClaim) -> str:
    """The words of a claim in quotation marks, on one line."""
    return f'"{one_line(claim.quote, MOST_QUOTE)}"'


def answer(claim: JudgedClaim, places: Places) -> str:
    """The reason of a verdict, and what the other reports say."""
    others = [other for other in places.against(claim) if other.report != claim.report][:2]
    said = [f"{places.of(other)} says {quoted(other)}" for other in others]
    return "; ".join([one_line(claim.reason), *said])
