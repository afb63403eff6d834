"""A track record as text: Markdown tables, which read well in a terminal too and make the page in docs/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabellino.cli.odds_text import ZONE_NAMES
from tabellino.odds.backtest import Bin, Scores
from tabellino.odds.track_record import TrackRecord


def track_record_page(record: TrackRecord) -> str:
    """The whole record under headings."""
    return "\n".join([*_matches(record), *_seasons(record), *_half_time(record)]) + "\n"


def _matches(record: TrackRecord) -> Iterator[str]:
    yield f"## Matches: {record.competition}, {_span(record.seasons)}"
    yield ""
    yield (
        f"Every match from matchday {record.first_matchday} on, forecast on the morning of its day; history from "
        f"{record.earliest}. Lower is better; ± is one standard error."
    )
    yield ""
    rows = [(name, *_cells(one)) for name, one in record.by_season]
    rows.append(("all", *_cells(record.matches)))
    rows.append(("base rate of the seasons before", *_cells(record.base_rate)))
    yield from table(("", "matches", "ranked probability score", "log loss", "Brier score"), rows)
    yield ""
    yield from _calibration("Each of the three outcomes of a match", record.calibration)


def _seasons(record: TrackRecord) -> Iterator[str]:
    yield "## Seasons"
    yield ""
    yield f"Odds of every club after these matchdays, {record.simulations:,} seasons each, against the final table."
    yield ""
    rows = [
        (str(z.matchday), ZONE_NAMES[z.zone], str(z.number), f"{z.brier:.4f}", f"{z.even:.4f}") for z in record.zones
    ]
    yield from table(("after matchday", "zone", "clubs", "Brier score", "same odds for all"), rows)
    yield ""
    yield from _calibration("All clubs, zones and matchdays together", record.zone_calibration)


def _half_time(record: TrackRecord) -> Iterator[str]:
    if record.half_time is None or record.kick_off is None:
        return
    yield "## In play: at half-time"
    yield ""
    yield "The chances given the half-time score, eleven against eleven, against those of the morning."
    yield ""
    rows = [("at kick-off", *_cells(record.kick_off)), ("at half-time", *_cells(record.half_time))]
    yield from table(("", "matches", "ranked probability score", "log loss", "Brier score"), rows)
    yield ""
    yield from _calibration("Each of the three outcomes, given the half-time score", record.half_time_calibration)


def _calibration(heading: str, bins: Sequence[Bin]) -> Iterator[str]:
    yield f"{heading}: what was given such odds came so often."
    yield ""
    rows = [
        (
            f"{100 * b.low:.0f}-{100 * b.high:.0f} %",
            str(b.number),
            f"{100 * b.mean:.1f} %",
            f"{100 * b.share:.1f} %",
            f"± {100 * b.error:.1f}",
        )
        for b in bins
    ]
    yield from table(("odds", "number", "mean odds", "came", "error"), rows)
    yield ""


def _cells(one: Scores) -> tuple[str, str, str, str]:
    return str(one.number), f"{one.rps:.4f} ± {one.rps_error:.4f}", f"{one.log_loss:.4f}", f"{one.brier:.4f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table with columns in line: the first to the left, figures to the right."""
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]

    def line(row: Sequence[str]) -> str:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        return "| " + " | ".join(cells) + " |"

    yield line(head)
    yield "|" + "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])]) + "|"
    yield from map(line, rows)


def _span(seasons: Sequence[str]) -> str:
    return seasons[0] if len(seasons) == 1 else f"{seasons[0]} to {seasons[-1]}"
