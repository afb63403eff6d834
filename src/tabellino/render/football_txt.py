"""A match in Football.TXT, the openfootball format: heading, date, result, goals, cards.

An own goal stands on the side that it counts for; a second goal of a player repeats the minute alone. What the record
does not know is left out, as the format has no word for it.
"""

from __future__ import annotations

import datetime

from tabellino.domain.record import Booking, Goal, MatchRecord, Score, Side
from tabellino.render.plain import minute, one_line, score

#: Stands for a scorer whom no report names, so that the goal is not lost; the usual sign of score sheets.
UNNAMED = "N.N."
_REGULAR = 90


def football_txt(record: MatchRecord) -> str:
    """The match as a text that Football.TXT readers read, ended by a line end. Unknown minutes are left out."""
    match = record.match
    venue = f"  @ {_name(match.venue)}" if match.venue else ""
    lines = [*_heading(record), f"  {_name(match.home)}  v {_name(match.away)}  {_result(record)}{venue}"]
    if record.goals:
        lines.append(f"    ({goal_line(record.goals)})")
    for label, card in (("Yellow cards", "yellow"), ("Red cards", "red")):
        if cards := [one for one in record.cards if one.card == card]:
            lines.append(f"    {label}: {_cards(cards)}")
    return "\n".join(lines) + "\n"


def _heading(record: MatchRecord) -> list[str]:
    match = record.match
    season = (match.season or "").replace("-", "/")
    title = " ".join(part for part in (match.competition, season) if part)
    lines = [f"= {_name(title)}", ""] if title else []
    if match.date:
        date = datetime.date.fromisoformat(match.date)
        weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[date.weekday()]
        months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
        lines.append(f"{weekday} {months[date.month - 1]} {date.day} {date.year}")
    return lines


def _result(record: MatchRecord) -> str:
    """ "3-2 (1-1)"; after extra time "4-3 a.e.t. (2-2, 1-1)"; with a shoot-out "5-3 pen. 1-1 a.e.t. (1-1, 0-0)"."""
    told = record.score
    if told.full_time is None:
        return ""
    parts = [score(told.half_time)] if told.half_time else []
    words = score(told.full_time)
    if told.extra_time:
        words += " a.e.t."
        if regular := _after_90(record.goals):
            parts.insert(0, score(regular))
    if parts:
        words += f" ({', '.join(parts)})"
    return f"{score(told.shootout)} pen. {words}" if told.shootout else words


def _after_90(goals: tuple[Goal, ...]) -> Score | None:
    """The score at the end of regular time, None when a goal's minute is not known."""
    if any(one.minute is None or one.score_after is None for one in goals):
        return None
    before = [one.score_after for one in goals if one.minute is not None and one.minute <= _REGULAR]
    return before[-1] if before else (0, 0)


def goal_line(goals: tuple[Goal, ...]) -> str:
    """The goals as "home; away", without brackets; a side without goals is "-" before the semicolon."""
    home, away = (_scorers(goals, side) for side in ("home", "away"))
    return f"{home or '-'}; {away}" if away else home


def _scorers(goals: tuple[Goal, ...], side: Side) -> str:
    words = ""
    last = None
    for one in (one for one in goals if one.team == side):
        name = _name(one.scorer) if one.scorer else UNNAMED
        mark = " (o.g.)" if one.own_goal else " (pen.)" if one.penalty else ""
        told = minute(one)
        if told and (name, one.own_goal) == last:
            words += f", {told}{mark}"
        else:
            # A name needs a comma before it when no minute parts it from the one before.
            words += (", " if words and not words.endswith(("'", ")")) else " " if words else "") + name
            words += (f" {told}" if told else "") + mark
        last = (name, one.own_goal) if told else None
    return words


def _cards(cards: list[Booking]) -> str:
    home, away = (", ".join(_card(one) for one in cards if (one.team or "away") == side) for side in ("home", "away"))
    return f"{home or '-'}; {away}" if away else home


def _card(one: Booking) -> str:
    told = minute(one)
    return f"{_name(one.player)} {told}" if told else _name(one.player)


def _name(text: str) -> str:
    """A name without the signs that mean something to the format, and with single blanks (two end a name there)."""
    return " ".join("".join(" " if char in "()[];,#@=|" else char for char in one_line(text)).split())
