"""The match page and the card: one record shown to a person who has never seen the tool."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.render.page.from_stakes import stakes_view
from tabellino.render.page.views import (
    Chances,
    Counterfactual,
    CurvePoint,
    Importance,
    Made,
    OddsLine,
    OddsTable,
    StakesView,
    StandingsLine,
    StandingsView,
    Swing,
)

__all__ = [
    "Chances",
    "Counterfactual",
    "CurvePoint",
    "Importance",
    "Made",
    "OddsLine",
    "OddsTable",
    "StakesView",
    "StandingsLine",
    "StandingsView",
    "Swing",
    "card",
    "card_png",
    "page",
    "stakes_view",
]


def page(
    record: MatchRecord,
    reports: Sequence[Report] = (),
    *,
    stakes: StakesView | None = None,
    standings: StandingsView | None = None,
    football_txt: str | None = None,
    made: Made | None = None,
) -> str:
    """The match page: one HTML document that asks nothing of any network.

    `reports` are those the record was made from, in any order and perhaps with others; without any the page shows the
    quoted words alone. Parts whose data are None are left out. Reports are treated as hostile throughout.

    Raises UsageError when reports are given and one of the record's is not among them.
    """
    from tabellino.render.page.build import page as build

    return build(
        record, reports, stakes=stakes, standings=standings, football_txt=football_txt, made=made
    )  # fmt: skip


def card(record: MatchRecord) -> str:
    """The tabellino as a picture for social media: SVG, 1200 by 630."""
    from tabellino.render.page.picture import card as draw

    return draw(record)


def card_png(record: MatchRecord, *, width: int = 1200) -> bytes:
    """The card as PNG, `width` pixels wide. Raises UsageError, with the line that installs it, when the package
    resvg_py is not there."""
    from tabellino.render.png import png

    return png(card(record), width)
