"""Whom of the people of a report the squads of its two clubs know, at the time of the match."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tabellino.extract.units import Person
from tabellino.names.spelling import is_doubled
from tabellino.names.squads import YEARS, BySurname, plain, spelt_alike, surnames
from tabellino.names.surnames import surname

#: Nobody tells the year: the one in which the squads know most of those named is e to this as likely as one in which
#: they know one man less.
PER_MAN = 2.0
#: Years less likely than so by the likeliest one are left out.
LEAST_CHANCE = 1e-3
#: Somebody who is not in a squad says something where it knows at least so many of a report's people.
WELL_KNOWN = 0.5
#: Spellings are put right where the squads know so many of a report's people; a man whose name is garbled was there so
#: surely in the year of the match (docs/squads.md).
SPELT, THERE = 0.4, 0.75
#: Where it knows no larger share than this of them, a common surname may be all that they have in common.
HARDLY_KNOWN = 0.2


class Known(NamedTuple):
    """What the squads tell of somebody: how surely he played for the first club of the report, and for the second; that
    he keeps goal, or manages; whether by his whole name; the share of the report's people that the squads know; and his
    name as papers print it, where the report has a garbled spelling of it."""

    first: float
    second: float
    keeper: float
    manager: float
    full: bool
    share: float
    rightly: str | None = None

    @property
    def stranger(self) -> bool:
        """In neither squad, though they know most of those named."""
        return not (self.first or self.second or self.manager) and self.share >= WELL_KNOWN


class _Years(NamedTuple):
    """How surely somebody was with each club, kept goal or managed, in each of `YEARS`."""

    first: Sequence[float]
    second: Sequence[float]
    keeper: Sequence[float]
    manager: Sequence[float]


_NEVER = (0.0,) * len(YEARS)
_NOWHERE = _Years(_NEVER, _NEVER, _NEVER, _NEVER)


def look_up(people: Sequence[Person], first: str, second: str, year: int | None = None) -> list[Known]:
    """What the squads of two clubs tell of each of a report's people, by his name, in the year of the match. Without
    the year the squads and the names together tell it."""
    squads = surnames(first), surnames(second)
    found = [_find(person, *squads) for person in people]
    somewhere = [_most((one.first, one.second, one.manager)) for one in found if one is not _NOWHERE]
    chances = _chances([sum(year) for year in zip(*_told(somewhere), strict=True)], year)
    share = sum([_mean(one, chances) for one in somewhere]) / max(1, len(found))
    known = []
    for one, person in zip(found, people, strict=True):
        rightly, told = None, _in_the_year(one, chances)
        if share >= SPELT and not (any(told) or person.staff):
            one, rightly = _misspelt(person, people, squads, chances)
            told = _in_the_year(one, chances)
        known.append(Known(*told, len(person.words) > 1, share, rightly))
    return known


def _in_the_year(one: _Years, chances: list[tuple[int, float]]) -> tuple[float, float, float, float]:
    """How surely somebody was with each club, kept goal or managed, in the year of the match."""
    first, second, keeper, manager = [_mean(years, chances) if one is not _NOWHERE else 0.0 for years in one]
    return first, second, keeper, manager


def _misspelt(
    person: Person, people: Sequence[Person], squads: tuple[BySurname, BySurname], chances: list[tuple[int, float]]
) -> tuple[_Years, str | None]:
    """What the squads tell of the one man who was there and of whose name a person's is a garbled spelling, and how it
    is printed; of nobody, where there are several, or where the report names somebody who is spelt like him."""
    words = plain(person.words)
    alike = [[m for m in spelt_alike(words, squad) if _mean(m.years, chances) >= THERE] for squad in squads]
    both = [*alike[0], *alike[1]]
    if len({member.written for member in both}) != 1:
        return _NOWHERE, None
    his = both[0].names[0][-1]
    if any(plain(other.words)[-1] == his for other in people):
        return _NOWHERE, None
    written = both[0].written
    keeper = _most([m.years for m in both if m.role == "goalkeeper"])
    years = _Years(_most([m.years for m in alike[0]]), _most([m.years for m in alike[1]]), keeper, _NEVER)
    if len(words) > 1 and is_doubled(words[-1], his):
        return years, None  # "Rob Elliott": whom his whole name means is plain, and so papers spell him
    return years, written if len(words) > 1 else surname(written)


def shares_known(people: Sequence[Person], clubs: Sequence[str]) -> dict[tuple[str, str], float]:
    """The share of a report's people whom the squads of two clubs know in the year that fits best, for each two of
    some clubs in their order."""
    words = [plain(person.words) for person in people]
    by_club = [[_most([m.years for m in squad.get(name[-1], ()) if m.goes_by(name)]) for name in words]
               for squad in map(surnames, clubs)]  # fmt: skip
    found = {}
    for (n, one), (k, two) in combinations(enumerate(clubs), 2):
        either = [_most(both) for both in zip(by_club[n], by_club[k], strict=True) if both != (_NEVER, _NEVER)]
        most = max((sum(year) for year in zip(*either, strict=True)), default=0.0)
        found[one, two] = most / max(1, len(people))
    return found


def number_known(people: Sequence[Person], club: str) -> float:
    """How many of a report's people the squad of a club knows in the year that fits best."""
    squad = surnames(club)
    words = [plain(person.words) for person in people]
    his = _told([_most([m.years for m in squad.get(name[-1], ()) if m.goes_by(name)]) for name in words])
    return max((sum(year) for year in zip(*his, strict=True)), default=0.0)


def _find(person: Person, first: BySurname, second: BySurname) -> _Years:
    words = plain(person.words)
    his = [[m for m in squad.get(words[-1], ()) if m.goes_by(words)] for squad in (first, second)]
    both = [*his[0], *his[1]]
    if not both:
        return _NOWHERE
    of_first, of_second = (_most([m.years for m in members if m.role != "manager"]) for members in his)
    return _Years(
        of_first,
        of_second,
        _most([m.years for m in both if m.role == "goalkeeper"]),
        _most([m.years for m in both if m.role == "manager"]),
    )


def _most(rows: Sequence[Sequence[float]]) -> Sequence[float]:
    """The most of several in each year."""
    rows = _told(rows)
    return [max(year) for year in zip(*rows, strict=True)] if len(rows) > 1 else rows[0] if rows else _NEVER


def _told(rows: Sequence[Sequence[float]]) -> Sequence[Sequence[float]]:
    """Those of the rows that tell anything of any year."""
    return [row for row in rows if row is not _NEVER]


def _chances(known: Sequence[float], told: int | None) -> list[tuple[int, float]]:
    """The places in `YEARS` that the match can be at, with their chances, given how many people are known in each."""
    if told is not None and told in YEARS:
        return [(told - YEARS[0], 1.0)]
    most = max(known, default=0.0)
    odds = [math.exp(PER_MAN * (number - most)) for number in known]
    total = sum(odds)
    return [(place, o / total) for place, o in enumerate(odds) if o > LEAST_CHANCE]


def _mean(years: Sequence[float], chances: Sequence[tuple[int, float]]) -> float:
    return sum([chance * years[place] for place, chance in chances]) if years is not _NEVER else 0.0


def hints(known: Sequence[Known]) -> Iterator[tuple[int, str, float]]:
    """The number of a person, the name of a hint and how far it speaks for the first club."""
    for number, one in enumerate(known):
        if one.first != one.second:
            well = "" if one.share >= WELL_KNOWN else " of few" if one.share >= HARDLY_KNOWN else " of hardly any"
            yield number, f"in the squad by {'his name' if one.full else 'surname'}{well}", one.first - one.second
