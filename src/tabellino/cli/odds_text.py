"""Season odds as lines for a terminal, and as CSV."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
from collections.abc import Iterator, Sequence

from tabellino.domain.stakes import ClubOdds, MatchEffect, Odds, ResultEffect, SeasonOdds, Zone

ZONE_NAMES: dict[Zone, str] = {
    "title": "title",
    "champions_league": "Champions L.",
    "europe": "Europe",
    "relegation_play_off": "rel. play-off",
    "relegation": "relegation",
}
#: How many changes and clubs a screen shows; JSON and CSV have them all.
_MOST_CHANGES = 8


def percent(probability: float) -> str:
    """91.4 %, and <0.1 % or >99.9 % where a figure would claim more than the simulation knows."""
    if 0 < probability < 0.001:
        return "<0.1"
    if 0.999 < probability < 1:
        return ">99.9"
    return f"{100 * probability:.1f}" if 0 < probability < 1 else "-" if probability == 0 else "100"


def season_lines(odds: SeasonOdds) -> Iterator[str]:
    """A table of all clubs: points, expected points and places with their spread, and the odds of every zone."""
    zones = {zone: max(5, len(ZONE_NAMES[zone])) for zone in odds.clubs[0].zones}
    name = max(len(club.club) for club in odds.clubs)
    yield f"{title(odds)}: {_basis(odds)}"
    yield ""
    names = "  ".join(f"{ZONE_NAMES[zone]:>{width}}" for zone, width in zones.items())
    yield f"{'':{name}}  pld  pts  final points  places  {names}"
    for club in odds.clubs:
        final = f"{club.expected_points:.1f} ± {club.points_spread:.1f}"
        cells = "  ".join(f"{percent(club.zones[zone].probability):>{width}}" for zone, width in zones.items())
        yield f"{club.club:{name}}  {club.played:>3}  {club.points:>3}  {final:>12}  {places(club):>6}  {cells}"
    yield ""
    error = f"standard error at most {100 * _largest_error(odds):.2f} points"
    yield f"Odds in per cent, {error}; places: where the middle 90 per cent end."
    yield from filter(None, [_notes(odds)])


def title(odds: SeasonOdds) -> str:
    """Serie A 2025-26, morning of 14 February 2026."""
    from tabellino.league.competitions import competition

    return f"{competition(odds.competition).name} {odds.season}, morning of {_day(odds.on)}"


def _day(iso: str) -> str:
    return f"{datetime.date.fromisoformat(iso):%-d %B %Y}"


def places(club: ClubOdds) -> str:
    """The final places between which a club ends in nine seasons of ten, as 3-7: the middle ones."""
    last = len(club.places) - 1
    below = list(itertools.accumulate(club.places))
    first, final = (next((n for n, chance in enumerate(below) if chance >= share), last) for share in (0.05, 0.95))
    return f"{first + 1}" if first == final else f"{first + 1}-{final + 1}"


def effect_lines(effect: MatchEffect) -> Iterator[str]:
    """Before and after a match: what each result moves, and for whom most hangs on it."""
    date = f", {_day(effect.date)}" if effect.date else ""
    yield f"{effect.home} v {effect.away}{date}: what it changes"
    yield _basis(effect.before)
    for result in effect.results:
        yield ""
        yield f"{_result_name(effect, result)} ({percent(result.probability)} %)"
        for change in result.changes[:_MOST_CHANGES]:
            moved = 100 * (change.after - change.before)
            yield (
                f"  {change.club:20} {ZONE_NAMES[change.zone]:13} {percent(change.before):>5} -> "
                f"{percent(change.after):>5}   {moved:+.1f} ± {100 * change.standard_error:.2f}"
            )
        if not result.changes:
            yield "  nothing that the simulation can tell from noise"
    yield ""
    yield "Most hangs on it for (odds after the best result less those after the worst, in points of a per cent)"
    for one in effect.importance[:_MOST_CHANGES]:
        yield f"  {one.club:20} {ZONE_NAMES[one.zone]:13} {100 * one.swing:5.1f} ± {100 * one.standard_error:.2f}"
    notes = _notes(effect.before)
    if notes:
        yield ""
        yield notes


def season_csv(odds: SeasonOdds) -> str:
    """One line a club: figures of today, the end, every zone with its standard error, and every place."""
    zones = list(odds.clubs[0].zones)
    places = [f"place_{place}" for place in range(1, len(odds.clubs) + 1)]
    head = ["club", "played", "points", "expected_points", "points_spread"]
    head += [column for zone in zones for column in (zone, f"{zone}_error")] + places
    return _csv([head, *(_csv_row(club, zones) for club in odds.clubs)])


def effect_csv(effect: MatchEffect) -> str:
    """One line a change: result, its probability, club, zone, odds before and after, error of the difference."""
    head = ["result", "probability", "club", "zone", "before", "after", "standard_error"]
    rows = [
        [_result_name(effect, r), r.probability, ch.club, ch.zone, ch.before, ch.after, ch.standard_error]
        for r in effect.results
        for ch in r.changes
    ]
    return _csv([head, *rows])


def _csv_row(club: ClubOdds, zones: list[Zone]) -> list[object]:
    row: list[object] = [club.club, club.played, club.points, club.expected_points, club.points_spread]
    for zone in zones:
        one: Odds = club.zones[zone]
        row += [one.probability, one.standard_error]
    return [*row, *club.places]


def _csv(rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row])
    return text.getvalue()


def _basis(odds: SeasonOdds) -> str:
    return f"{known(odds)}, {odds.matches_left} matches left, {odds.simulations:,} seasons, seed {odds.seed}"


def known(odds: SeasonOdds) -> str:
    """Up to which day results are counted."""
    return f"results to {_day(odds.last_result)}" if odds.last_result else "no results yet"


def _notes(odds: SeasonOdds) -> str:
    return " ".join(note[0].upper() + note[1:] + "." for note in odds.notes)


def _largest_error(odds: SeasonOdds) -> float:
    return max(one.standard_error for club in odds.clubs for one in club.zones.values())


def _result_name(effect: MatchEffect, result: ResultEffect) -> str:
    if result.score is not None:
        return f"{effect.home} {result.score[0]}-{result.score[1]} {effect.away}, as it ended"
    return {"home": f"{effect.home} win", "draw": "draw", "away": f"{effect.away} win"}[result.result]
