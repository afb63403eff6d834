"""The page put together from its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.errors import UsageError
from tabellino.render.page import axis, curve, timeline, words
from tabellino.render.page.assets import assets, environment
from tabellino.render.page.clean import script_json, visible
from tabellino.render.page.evidence import VERDICT_WORDS, VERDICTS, evidence
from tabellino.render.page.league import league
from tabellino.render.page.picture import card
from tabellino.render.page.reuse import reuse
from tabellino.render.page.tabellino import SHOWN, headline
from tabellino.render.page.views import Made, StakesView, StandingsView
from tabellino.render.page.witnesses import Witnesses

#: Below the head of the page, from top to bottom; each has a template of its name.
PARTS = ("tabellino", "course", "evidence", "league", "reuse")


class Course(NamedTuple):
    """The match as it went: marks laid out for two widths, the curve and the swings where stakes are known."""

    happenings: list[timeline.Happening]
    drawings: tuple[timeline.Drawing, ...]
    untimed: list[timeline.Happening]
    curve: curve.Curve | None
    swings: list[curve.SwingRow]
    counterfactuals: list[tuple[str, str]]
    readings: str
    kinds: frozenset[str]


def page(
    record: MatchRecord,
    reports: Sequence[Report] = (),
    *,
    stakes: StakesView | None = None,
    standings: StandingsView | None = None,
    football_txt: str | None = None,
    made: Made | None = None,
) -> str:
    """See `tabellino.render.page.page`."""
    texts = _texts(record, reports)
    witnesses = Witnesses(record)
    view = {
        "headline": headline(record, witnesses, texts),
        "course": _course(record, stakes),
        "reports": evidence(record, texts, witnesses),
        "shown": SHOWN,
        "verdicts": [(v, VERDICT_WORDS[v]) for v in VERDICTS],
        "league": league(record, witnesses, standings, stakes),
        "reuse": reuse(record, witnesses, football_txt, made, stakes),
        "card": card(record),
        "warnings": [visible(warning) for warning in record.warnings],
    }
    return _filled("page.html", view | {"title": _title(record), "assets": assets(), "parts": _parts(view)})


def _parts(view: dict[str, Any]) -> list[Markup]:
    """The parts in their order, filled one by one: an include would hand every piece of them on once more."""
    return [Markup(_filled(f"{name}.html", view)) for name in PARTS if name != "league" or view["league"]]


def _filled(template: str, view: dict[str, Any]) -> str:
    return environment().get_template(template).render(view)


def _texts(record: MatchRecord, reports: Sequence[Report]) -> dict[int, str]:
    """The texts by the number of their report in the record. They are found by their digest, as what was given may
    hold reports that tell of no match and have no number; marks in any other text would mark the wrong words."""
    given = {hashlib.sha256(r.text.encode("utf-8", "surrogatepass")).hexdigest(): r.text for r in reports}
    for info in record.reports:
        if reports and info.sha256 not in given:
            raise UsageError(
                f"report {info.id} ({info.source}) of the record is not among the {len(reports)} reports given, "
                "or its text has changed since: give the texts that the record was made from, or none"
            )
    return {info.id: given[info.sha256] for info in record.reports if reports}


def _title(record: MatchRecord) -> str:
    match = record.match
    day = words.date(match.date)
    return visible(f"{match.home} {words.score(record.score.full_time)} {match.away}" + (f", {day}" if day else ""))


def _course(record: MatchRecord, stakes: StakesView | None) -> Course:
    home, away = visible(record.match.home), visible(record.match.away)
    points = stakes.curve if stakes else ()
    found = timeline.happenings(record)
    scale = axis.Axis([*(h.at for h in found if h.at), *((p.minute, p.added_time) for p in points)])
    drawn = curve.draw(points, stakes.swings, scale, home, away) if stakes and len(points) > 1 else None
    return Course(
        found,
        (
            timeline.draw(found, scale, timeline.WIDE, names=True),
            timeline.draw(found, scale, timeline.NARROW, names=False),
        ),
        [h for h in found if h.at is None],
        drawn,
        curve.swings(stakes, home, away) if stakes else [],
        curve.counterfactuals(stakes, home, away) if stakes else [],
        script_json(drawn.readings) if drawn else "",
        frozenset(h.kind for h in found),
    )
