"""The stakes of a match as lines for a terminal: the season before and after it, and the match by its events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabellino.domain.record import MatchRecord
    from tabellino.domain.stakes import Stakes
    from tabellino.render.lines import Line
    from tabellino.render.page import Chances, OddsTable, StakesView, Swing


def stakes_lines(stakes: Stakes, record: MatchRecord, width: int) -> Iterator[Line]:
    """Both parts, and what they rest on; where neither is known, one line with the reason."""
    from tabellino.render.lines import line, wrapped
    from tabellino.render.page import stakes_view

    yield line()
    if stakes.season is None and stakes.in_play is None:
        yield from wrapped(f"Stakes: {'; '.join(stakes.notes)}", width, hang=2)
        return
    view = stakes_view(stakes, record)
    yield line("Stakes", "bold")
    yield from _season(view)
    yield from _match(view, record)
    yield from wrapped(view.basis, width, indent=2, style="dim")


def _season(view: StakesView) -> Iterator[Line]:
    from tabellino.render.lines import line

    if view.odds:
        yield line("  Odds in per cent before and after the match, with standard errors")
    name = max((len(one.club) for table in view.odds for one in table.lines), default=0)
    for table in view.odds:
        yield line(f"  {table.of}", "dim")
        yield from (line(row) for row in _odds(table, name))
    for one in view.importance:
        error = "" if one.error is None else f" ± {100 * one.error:.1f}"
        yield line(f"  best and worst result lay {100 * one.value:.1f}{error} points of {one.of} apart for {one.club}")


def _odds(table: OddsTable, name: int) -> Iterator[str]:
    from tabellino.cli.odds_text import percent

    for one in table.lines:
        before = "" if one.before_error is None else f" ± {100 * one.before_error:.2f}"
        change = "" if one.change_error is None else f" ± {100 * one.change_error:.2f}"
        moved = 100 * (one.after - one.before)
        odds = f"{percent(one.before):>5}{before} -> {percent(one.after):>5}"
        yield f"    {one.club:{name}}  {odds}   {moved:+.1f}{change}"


def _match(view: StakesView, record: MatchRecord) -> Iterator[Line]:
    from tabellino.render.lines import line

    if not view.curve:
        return
    rows = [("kick-off", view.curve[0].chances), *((_event(one), one.after) for one in view.swings)]
    rows += [(f"{one.what}, from then on", one.instead) for one in view.counterfactuals]
    name = max(len(words) for words, _ in rows)
    home, away = record.match.home, record.match.away
    yield line("  Chances in per cent after each event")
    yield line(f"    {'':{name}}  {home[:12]:>12}  {'draw':>5}  {away[:12]:>12}", "dim")
    yield from (line(f"    {words:{name}}  {_three(chances)}") for words, chances in rows)
    for one in view.counterfactuals:
        if one.worth is not None:
            low, high = (100 * value for value in one.worth)
            yield line(
                f"    the dismissal was worth {low:+.1f} to {high:+.1f} points to {one.to}, by published effects"
            )


def _event(swing: Swing) -> str:
    added = f"+{swing.added_time}" if swing.added_time else ""
    minute = "" if swing.minute is None else f"{swing.minute}{added}' "
    return f"{minute}{swing.what}"


def _three(chances: Chances) -> str:
    return f"{100 * chances.home:12.1f}  {100 * chances.draw:5.1f}  {100 * chances.away:12.1f}"
