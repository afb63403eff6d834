"""For reuse: the match as schema.org data, the record as JSON, and how the page was made."""

from __future__ import annotations

import base64
import datetime
import gzip
from typing import Any, NamedTuple

from tabellino.domain.record import MatchRecord
from tabellino.render.page.clean import script_json, visible
from tabellino.render.page.views import Made, StakesView
from tabellino.render.page.witnesses import Witnesses

#: A record of more characters than this (some ninety statements) is packed, as it would outweigh the rest of the page.
PLAIN = 64_000
#: Of gzip: the fourth is done in two thirds of the sixth's time and leaves a record of ten reports 4 kB larger.
LEVEL = 4
PACKED_TYPE = "application/gzip;base64"


class Source(NamedTuple):
    """A report as it went in, for whoever wants to check that nothing was changed."""

    name: str
    source: str
    sha256: str


class ReuseView(NamedTuple):
    """`linked_data` and `record` are JSON, safe inside a script element; a large record is packed
    (gzip, then base64), as `record_type` says. `facts` are pairs of name and value."""

    linked_data: str
    record: str
    record_type: str
    football_txt: str | None
    file_name: str
    facts: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    basis: str | None


def reuse(
    record: MatchRecord, witnesses: Witnesses, football_txt: str | None, made: Made | None, stakes: StakesView | None
) -> ReuseView:
    """The view of the last part."""
    plain = script_json(record)
    packed = len(plain) > PLAIN
    facts = []
    if made:
        facts = [("Version of tabellino", made.version), *([("Made at", made.at)] if made.at else []), *made.facts]
    return ReuseView(
        script_json(linked_data(record)),
        pack(plain) if packed else plain,
        PACKED_TYPE if packed else "application/json",
        visible(football_txt) if football_txt else None,
        _file_name(record),
        tuple((visible(name), visible(value)) for name, value in facts),
        tuple(Source(witnesses.name(r.id), visible(r.source), r.sha256) for r in record.reports),
        visible(stakes.basis) if stakes else None,
    )


def pack(plain: str) -> str:
    """The text in gzip and base64; the same text always packs to the same characters."""
    return base64.b64encode(gzip.compress(plain.encode(), compresslevel=LEVEL, mtime=0)).decode()


def linked_data(record: MatchRecord) -> dict[str, Any]:
    """A schema.org SportsEvent. The vocabulary has no field for a score, so it stands in the description."""
    match, full = record.match, record.score.full_time
    home, away = ({"@type": "SportsTeam", "name": club} for club in (match.home, match.away))
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "SportsEvent",
        "name": f"{match.home} v {match.away}",
        "sport": "Association football",
        "homeTeam": home,
        "awayTeam": away,
        "competitor": [home, away],
        "eventStatus": "https://schema.org/EventScheduled",
    }
    if match.date and _is_date(match.date):
        data["startDate"] = match.date
    if match.venue:
        data["location"] = {"@type": "Place", "name": match.venue}
    if match.competition:
        name = " ".join(part for part in (match.competition, match.season) if part)
        data["superEvent"] = {"@type": "SportsEvent", "name": name}
    if full:
        data["description"] = f"{match.home} {full[0]}-{full[1]} {match.away}"
    return data


def _is_date(told: str) -> bool:
    """Whether it is a date as schema.org wants it: 2026-02-14."""
    try:
        datetime.date.fromisoformat(told)
    except ValueError:
        return False
    return True


def _file_name(record: MatchRecord) -> str:
    """A name for downloads made of plain letters alone: "2026-02-14-inter-juventus"."""
    parts = (record.match.date or "", record.match.home, record.match.away)
    plain = "-".join("".join(c if c.isascii() and c.isalnum() else "-" for c in part.lower()) for part in parts)
    return "-".join(part for part in plain.split("-") if part)[:80] or "match"
