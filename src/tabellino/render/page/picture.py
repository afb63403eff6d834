"""The card: the tabellino as a picture of 1200 by 630, the size that social networks show whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from tabellino.domain.record import Goal, MatchRecord, Side
from tabellino.names.surnames import surname
from tabellino.render.page import words
from tabellino.render.page.assets import environment
from tabellino.render.page.clean import visible
from tabellino.render.page.witnesses import Witnesses

#: Lines of scorers that fit below the score; the rest is told by number.
LINES = 7
#: Pixels for a column of scorers and for a club's name.
COLUMN, NAME = 500, 400


class Text(NamedTuple):
    """A text and the size at which it fits its place."""

    words: str
    size: float


class CardView(NamedTuple):
    title: str
    where: str
    home: Text
    away: Text
    score: str
    scores: str
    home_lines: list[Text]
    away_lines: list[Text]
    empty: str
    basis: str


def card(record: MatchRecord) -> str:
    """The SVG of the card."""
    match, witnesses = record.match, Witnesses(record)
    where = " · ".join(part for part in (match.competition, words.date(match.date), match.venue) if part)
    half = record.score.half_time
    scores = [f"half-time {words.score(half)}"] if half else []
    if record.score.shootout:
        scores.append(f"{words.score(record.score.shootout)} on penalties")
    elif record.score.extra_time:
        scores.append("after extra time")
    view = CardView(
        visible(f"{match.home} {words.score(record.score.full_time)} {match.away}"),
        fitted(visible(where), 1080, 28, 20).words,
        fitted(visible(match.home), NAME, 64, 30),
        fitted(visible(match.away), NAME, 64, 30),
        words.score(record.score.full_time),
        ", ".join(scores),
        _lines(record, "home"),
        _lines(record, "away"),
        "No goals" if record.score.full_time == (0, 0) else "Scorers not told",
        _basis(record, witnesses),
    )
    return environment().get_template("card.svg").render(card=view)


def _lines(record: MatchRecord, side: Side) -> list[Text]:
    """The scorers of a side, each once with all his minutes, then who was sent off."""
    scorers: dict[str, list[str]] = {}
    for goal in record.goals:
        if goal.team == side:
            name = surname(visible(goal.scorer)) if goal.scorer else visible(goal.scorer_told)
            scorers.setdefault(name, []).append(_minute(goal))
    lines = [_entry(name, [m for m in minutes if m]) for name, minutes in scorers.items()]
    for booking in record.cards:
        if booking.card == "red" and booking.team == side:
            time = words.minute(booking.minute, booking.added_time, booking.between)
            lines.append(_entry(surname(visible(booking.player)), [f"sent off {time}".strip()]))
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"and {words.number(len(lines) - LINES + 1)} more"]
    return [fitted(line, COLUMN, 29, 19) for line in lines]


def _entry(name: str, notes: Sequence[str]) -> str:
    return f"{name} {', '.join(notes)}".strip()


def _minute(goal: Goal) -> str:
    note = " (og)" if goal.own_goal else " (pen)" if goal.penalty else ""
    return f"{words.minute(goal.minute, goal.added_time, goal.between)}{note}".strip()


def _basis(record: MatchRecord, witnesses: Witnesses) -> str:
    wrong = sum(claim.verdict == "contradicted" for claim in record.claims)
    told = words.count(witnesses.independent, "report")
    return f"Worked out from {told}" + (f"; {words.count(wrong, 'statement')} found wrong" if wrong else "")


def fitted(text: str, width: float, size: float, least: float) -> Text:
    """The text at the largest size from `size` down to `least` at which it is at most `width` wide; cut if need be."""
    wide = _ems(text)
    if wide * size <= width:
        return Text(text, size)
    if wide * least <= width:
        return Text(text, round(width / wide, 1))
    while text and _ems(text + "…") * least > width:
        text = text[:-1]
    return Text(text.rstrip() + "…", least)


def _ems(text: str) -> float:
    """The width in ems, guessed on the safe side for the serif faces that the card names."""
    return sum(_em(c) for c in text)


def _em(c: str) -> float:
    if unicodedata.combining(c):
        return 0.0
    if unicodedata.east_asian_width(c) in "WF":
        return 1.0
    return 0.8 if c.isupper() or c in "mwMW" else 0.3 if c in "iljtfr.,' ′" else 0.55
