"""The win-probability curve: three bands from the chances minute by minute, and the same figures for those who read."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Any, NamedTuple

from tabellino.render.page import words
from tabellino.render.page.axis import Axis
from tabellino.render.page.clean import visible
from tabellino.render.page.views import Chances, Counterfactual, CurvePoint, StakesView, Swing

#: The curve's own box: x in thousandths of the axis' width, y from 0 (top) to 100, stretched by the browser.
BOX = 1000
#: Rows of the table stand every so many minutes, beside the minutes in which something happened.
EVERY = 15


class SwingRow(NamedTuple):
    """One event and the chances before and after it, in whole per cents. `change` tells, in percentage points, what it
    did to the club whose chance of winning it moved most: an equaliser takes from one more than it gives the other."""

    minute: str
    what: str
    before: tuple[str, str, str]
    after: tuple[str, str, str]
    change: str


class Curve(NamedTuple):
    """Paths of the bands (home from below, away from above), the lines that bound them, and the readings."""

    home_area: str
    away_area: str
    home_line: str
    away_line: str
    readings: list[dict[str, Any]]
    rows: list[tuple[str, str, str, str]]
    summary: str


def draw(points: Sequence[CurvePoint], swings: Sequence[Swing], axis: Axis, home: str, away: str) -> Curve:
    """The curve of the points, which must be in order of time. Between points the line is straight; at an event it
    stands upright, from the chances before it to those after."""
    places = [axis.x(p.minute, p.added_time) * BOX / 100 for p in points]
    line = _with_steps(list(zip(places, (p.chances for p in points), strict=True)), swings, axis)
    home_edge = [f"{x:.1f},{100 - 100 * chances.home:.2f}" for x, chances in line]
    away_edge = [f"{x:.1f},{100 * chances.away:.2f}" for x, chances in line]
    first, last = f"{places[0]:.1f}", f"{places[-1]:.1f}"
    return Curve(
        home_area=f"M{first},100L{'L'.join(home_edge)}L{last},100Z",
        away_area=f"M{first},0L{'L'.join(away_edge)}L{last},0Z",
        home_line=f"M{'L'.join(home_edge)}",
        away_line=f"M{'L'.join(away_edge)}",
        readings=[_reading(p, x) for x, p in zip(places, points, strict=True)],
        rows=_rows(points),
        summary=_summary(points, home, away),
    )


def _with_steps(line: list[tuple[float, Chances]], swings: Sequence[Swing], axis: Axis) -> list[tuple[float, Chances]]:
    """The line with the chances before each event at its very place. The point of an event's minute tells of the
    moment after it, so without them the line would climb through the minute before."""
    for swing in swings:
        minute = swing.minute if swing.minute is not None else sum(swing.between) // 2 if swing.between else None
        if minute is None:
            continue
        place = axis.x(minute, swing.added_time) * BOX / 100
        at = bisect.bisect_left([x for x, _ in line], place)
        if at < len(line) and line[at][0] == place:
            line.insert(at + sum(x == place for x, _ in line) - 1, (place, swing.before))
        else:
            line[at:at] = [(place, swing.before), (place, swing.after)]
    return line


def _reading(point: CurvePoint, place: float) -> dict[str, Any]:
    """What the cursor shows: place in per cent, the minute, three whole per cents that add up to 100."""
    shares = whole_percents(point.chances)
    return {"x": round(place * 100 / BOX, 2), "m": _minute(point), "h": shares[0], "d": shares[1], "a": shares[2]}


def whole_percents(chances: Chances) -> tuple[int, int, int]:
    """Whole per cents that add up to 100: the largest remainders are rounded up."""
    exact = [100 * share for share in (chances.home, chances.draw, chances.away)]
    whole = [int(share) for share in exact]
    for i in sorted(range(3), key=lambda i: whole[i] - exact[i])[: 100 - sum(whole)]:
        whole[i] += 1
    return whole[0], whole[1], whole[2]


def _minute(point: CurvePoint) -> str:
    return "Kick-off" if point.minute == 0 else words.minute(point.minute, point.added_time)


def _rows(points: Sequence[CurvePoint]) -> list[tuple[str, str, str, str]]:
    chosen = [p for p in points if p.added_time is None and p.minute % EVERY == 0]
    if points[-1] not in chosen:
        chosen.append(points[-1])
    rows = []
    for point in chosen:
        h, d, a = whole_percents(point.chances)
        rows.append((_minute(point), f"{h}%", f"{d}%", f"{a}%"))
    return rows


def _summary(points: Sequence[CurvePoint], home: str, away: str) -> str:
    h, d, a = whole_percents(points[0].chances)
    return f"At kick-off {home} won {h} times in 100, {away} {a}, and {d} ended level."


def swings(stakes: StakesView, home: str, away: str) -> list[SwingRow]:
    """What each event did, in order."""
    return [_swing(swing, home, away) for swing in stakes.swings]


def _swing(swing: Swing, home: str, away: str) -> SwingRow:
    before, after = whole_percents(swing.before), whole_percents(swing.after)
    gains = {home: after[0] - before[0], away: after[2] - before[2]}
    club = max(gains, key=lambda name: abs(gains[name]))
    told = f"{club} +{gains[club]}" if gains[club] > 0 else f"{club} −{-gains[club]}" if gains[club] else "no change"
    return SwingRow(
        words.minute(swing.minute, swing.added_time, swing.between),
        visible(swing.what),
        _shown(before),
        _shown(after),
        told,
    )


def _shown(shares: tuple[int, int, int]) -> tuple[str, str, str]:
    return f"{shares[0]}%", f"{shares[1]}%", f"{shares[2]}%"


def counterfactuals(stakes: StakesView, home: str, away: str) -> list[tuple[str, str]]:
    """What would have been: the words of the supposition, and the chances under it."""
    return [(visible(told.what), _instead(told, home, away)) for told in stakes.counterfactuals]


def _instead(told: Counterfactual, home: str, away: str) -> str:
    h, d, a = whole_percents(told.instead)
    was = whole_percents(told.happened)
    text = f"{home} {h}%, draw {d}%, {away} {a}% (as it was: {was[0]}, {was[1]} and {was[2]}%)"
    if told.worth is not None:
        low, high = (round(100 * worth) for worth in told.worth)
        points = f"{low} percentage points" if low == high else f"between {low} and {high} percentage points"
        text += f". By the published effects it was worth {points} to {visible(told.to)}"
    return text
