"""Goal lines of Football.TXT: scorers with their minutes, the home side's before the semicolon, the away side's after.

    (Schweinsteiger 56', 78' Petit 60' (o.g.); Nuno Gomes 88')      [-; Bellingham 13']

The form is that of the openfootball files (public domain; github.com/openfootball, World Cup 2006, Euro 2024): an own
goal stands on the side that it counts for, a name is not repeated for a second goal, and a side without goals is "-".
Names without a minute are read too, set apart by commas.
"""

from __future__ import annotations

import re

import msgspec

from tabellino.domain.clock import Minute
from tabellino.domain.record import SIDES, Side
from tabellino.errors import DataError


class ListedGoal(msgspec.Struct, frozen=True):
    """A goal of a goal line. `team` is the side that it counts for. `minute` is None when the line gives none."""

    team: Side
    scorer: str
    minute: Minute | None
    own_goal: bool = False
    penalty: bool = False


_MINUTE = re.compile(r"(\d{1,3})(?:\s*\+\s*(\d{1,2}))?\s*['’′]|(\d{1,3})(?:\+(\d{1,2}))?(?=\s*(?:[,;]|$|\())")
_MARK = re.compile(r"\(?\b(o\.?g\.?|own goal|pen\.?|p\.?)(?:\)|(?=[\s,;]|$))", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\d,;()\[\]]*")
_GAP = re.compile(r"[\s,]*")


def read_goal_line(line: str) -> tuple[ListedGoal, ...]:
    """The goals of one line, in its order, brackets and a leading "Goals:" allowed. Raises DataError."""
    body = re.sub(r"^\s*Goals\s*:", "", line.split("#")[0]).strip()
    if body[:1] + body[-1:] in {"()", "[]"}:
        body = body[1:-1]
    sides = body.split(";")
    if len(sides) > 2:
        raise DataError(f"goal line {line.strip()!r} has {len(sides)} sides; give home goals; away goals")
    goals: list[ListedGoal] = []
    for team, side in zip(SIDES, sides, strict=False):
        goals += _side(side.strip(), team, line)
    return tuple(goals)


def _side(text: str, team: Side, line: str) -> list[ListedGoal]:
    if text in {"", "-"}:
        return []
    goals: list[ListedGoal] = []
    place, scorer, pending = 0, "", False
    while place < len(text):
        if found := _MINUTE.match(text, place):
            if not scorer:
                break
            own_goal, penalty, place = _mark(text, found.end())
            goals.append(ListedGoal(team, scorer, _minute(found, line), own_goal, penalty))
            pending = False
        elif found := _NAME.match(text, place):
            if pending:
                goals.append(ListedGoal(team, scorer, None))
            scorer, pending = found[0].strip(), True
            own_goal, penalty, place = _mark(text, found.end())
            if own_goal or penalty:
                goals.append(ListedGoal(team, scorer, None, own_goal, penalty))
                pending = False
        else:
            break
        place = _skip(text, place)
    if place < len(text):
        raise DataError(f"goal line {line.strip()!r} cannot be read at {text[place:]!r}; write: Name 17' (o.g.)")
    if pending:
        goals.append(ListedGoal(team, scorer, None))
    return goals


def _skip(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return gap.end() if gap else place


def _mark(text: str, place: int) -> tuple[bool, bool, int]:
    """Whether "(o.g.)" or "(pen.)" follows, and where reading goes on."""
    found = _MARK.match(text, _skip_blanks(text, place))
    if not found:
        return False, False, place
    own_goal = found[1].lower().startswith("o")
    return own_goal, not own_goal, found.end()


def _skip_blanks(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())


def _minute(found: re.Match[str], line: str) -> Minute:
    minute, added = int(found[1] or found[3]), found[2] or found[4]
    if not 1 <= minute <= 120:
        raise DataError(f"goal line {line.strip()!r} has minute {minute}; a match lasts from 1 to 120")
    return Minute(minute, int(added) if added else None)
