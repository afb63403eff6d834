"""What a claim about the league says, in one plain phrase: "Milan have played one match fewer than Inter"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from tabellino.domain.claim import LeagueSays, LeagueWhat
from tabellino.names.numbers import ordinal
from tabellino.names.outcomes import NOUNS
from tabellino.render.page import words

_BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most "}


def league_phrase(says: LeagueSays) -> str:
    """One phrase without a full stop. A number or club that the words leave open is told as such."""
    place = f" {'at home' if says.where == 'home' else 'away from home'}" if says.where else ""
    since = f" since {_day(says.since)}" if says.since and says.what not in ("first_since", "last") else ""
    return _TOLD[says.what](says) + place + since + (", before this match" if says.before else "")


def _club(says: LeagueSays) -> str:
    return says.club or "A club that is not named"


def _count(says: LeagueSays, one: str, several: str | None = None) -> str:
    """ "19 wins", "at least one point", "some points"."""
    if says.value is None:
        return f"some {several or one + 's'}"
    return _BOUNDS[says.bound] + words.count(says.value, one, several)


def _outcomes(says: LeagueSays) -> str:
    return _count(says, *NOUNS[says.outcome]) if says.outcome else _count(says, "match", "matches")


def _last(says: LeagueSays) -> str:
    """The window: " in the last twelve matches", " in recent matches", " this season"."""
    if says.of is not None:
        return f" in the last {words.count(says.of, 'match', 'matches') if says.of != 1 else 'match'}"
    return " in recent matches" if says.detail == "recent" else " this season"


def _place(says: LeagueSays) -> str:
    return f"{_club(says)} are {ordinal(says.value) if says.value is not None else 'placed'} in the table"


def _gap(says: LeagueSays) -> str:
    side = "behind" if says.behind else "ahead of"
    other = says.rival or ("the club above" if says.behind else "the next club")
    return f"{_club(says)} are {_count(says, 'point')} {side} {other}"


def _first_since(says: LeagueSays) -> str:
    first = f"the first {NOUNS[says.outcome][0] if says.outcome else 'one'}"
    if says.value is not None:
        return f"{_club(says)}: {first} in {words.count(says.value, 'match', 'matches')}"
    return f"{_club(says)}: {first}" + (f" since {_day(says.since)}" if says.since else " for some time")


def _meetings(says: LeagueSays) -> str:
    among = f"the last {words.number(says.of)} meetings" if says.of else "the meetings"
    return f"{_club(says)}: {_outcomes(says)} in {among} with {says.rival or 'the other club'}"


def _fixture(says: LeagueSays) -> str:
    where = f", in the {_plain(says.detail).title()}" if says.detail else ""
    day = f", on {words.date(says.on.isoformat())}" if says.on else ""
    return f"{_club(says)} play {says.rival or 'a club that is not named'} next{where}{day}"


def _goal_difference(says: LeagueSays) -> str:
    told = "that is not told" if says.value is None else f"of {_BOUNDS[says.bound]}{says.value:+}".replace("-", "−")
    return f"{_club(says)} have a goal difference {told}"


def _plain(detail: str | None) -> str:
    return (detail or "something").replace("_", " ").replace("-", " ")


def _day(since: str | None) -> str:
    """ "November 2025" of "2025-11", "November" of "--11", "4 November" of "--11-04"; a year stays as it is."""
    if since == "opening":
        return "the first match of the season"
    found = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", since or "")
    if found is None:
        return since or ""
    year, month, day = found.groups()
    named = f"{datetime.date(2000, int(month), 1):%B}" if month and 1 <= int(month) <= 12 else ""
    return " ".join(part for part in (str(int(day)) if day else "", named, year.strip("-")) if part)


def _latest(says: LeagueSays) -> str:
    kind = NOUNS[says.outcome][0] if says.outcome else "match"
    against = f" against {says.rival}" if says.rival else ""
    return f"{_club(says)}: the last {kind}{against} was in {_day(says.since)}"


_TOLD: dict[LeagueWhat, Callable[[LeagueSays], str]] = {
    "points": lambda s: f"{_club(s)} have {_count(s, 'point')}",
    "place": _place,
    "gap": _gap,
    "level": lambda s: f"{_club(s)} are level on points with {s.rival or 'another club'}",
    "played": lambda s: f"{_club(s)} have played {_count(s, 'match', 'matches')}",
    "left": lambda s: f"{_club(s)} have {_count(s, 'match', 'matches')} to play",
    "games_in_hand": lambda s: (
        f"{_club(s)} have played {_count(s, 'match', 'matches')} fewer than {s.rival or 'another club'}"
    ),
    "zone": lambda s: f"{_club(s)} stand in this part of the table: {_plain(s.detail)}",
    "record": lambda s: f"{_club(s)} have {_outcomes(s)} this season",
    "of_last": lambda s: f"{_club(s)}: {_outcomes(s)}{_last(s)}",
    "run": lambda s: f"{_club(s)}: {_outcomes(s)} in a row",
    "run_ended": lambda s: f"{_club(s)}: {_outcomes(s)} in a row, until this match",
    "first_since": _first_since,
    "last": _latest,
    "points_of_last": lambda s: f"{_club(s)}: {_count(s, 'point')}{_last(s)}",
    "goals": lambda s: f"{_club(s)} have scored {_count(s, 'goal')}{_last(s)}",
    "conceded": lambda s: f"{_club(s)} have let in {_count(s, 'goal')}{_last(s)}",
    "goal_difference": _goal_difference,
    "best": lambda s: f"{_club(s)} have this in the league: {_plain(s.detail)}",
    "meetings": _meetings,
    "decided": lambda s: f"{_club(s)} can no longer be caught: {_plain(s.detail)}",
    "fixture": _fixture,
    "beyond_results": lambda s: f"Something that results do not tell: {_plain(s.detail)}",
}
