"""Whose goal it was, as the words beside a telling say: "equalised for the visitors", "Everton's second", "Everton's
Osman"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import Alphabet

#: What stands further behind a telling than this many units, or with a clause between, may be another matter's; "for
#: Everton" at all when it stands further than so many.
BEHIND, NEAR = 8, 4


class SideTold(NamedTuple):
    """A place where a side is named as that of a goal: its units, the club, the person whose goal it is told to be
    (None where none is), and how far behind a telling it may stand."""

    first: int
    last: int
    club: str
    person: int | None
    reach: int


def goal_sides(context: Context, mentions: Sequence[Mention]) -> list[SideTold | None]:
    """For each telling, in order of the text, the side that the words beside it name; None where they name none or
    both."""
    told = _sides_told(context)
    if not told:
        return [None] * len(mentions)
    by_place = sorted(range(len(mentions)), key=lambda n: mentions[n].first)
    ends = {one: mentions[other].first for one, other in pairwise(by_place)}
    begins = {other: mentions[one].last for one, other in pairwise(by_place)}
    found = []
    for n, mention in enumerate(mentions):
        start, end = context.bounds[mention.sentence]
        start, end = max(start, begins.get(n, 0)), min(end, max(ends.get(n, end), mention.last))
        near = [one for one in told if start <= one.first and one.last <= end and _of(context, one, mention)]
        found.append(near[0] if len({one.club for one in near}) == 1 else None)
    return found


def _sides_told(context: Context) -> list[SideTold]:
    codes = context.units.codes
    found = []
    for pattern, row in context.vocabulary.possible("goal_side", codes):
        for match in pattern.finditer(codes):
            places = Alphabet.captured(match)
            club = context.club_at(places["team"])
            owned = codes[match.end()] == patterns.POSSESSIVE or codes[match.end()] == "'"
            if club is None or (owned and not row.get("owned")):
                continue
            club = context.sides.other(club) if row.get("other") else club
            person = context.who(places["person"]) if "person" in places else None
            found.append(SideTold(match.start(), match.end(), club, person, NEAR if row.get("near") else BEHIND))
    return found


def _of(context: Context, told: SideTold, mention: Mention) -> bool:
    """Whether a side is told of the goal of a telling: as that of its scorer, or right behind or within its words."""
    if told.person is not None:
        return told.person == mention.top and told.first - BEHIND <= mention.last
    if told.last <= mention.first or told.first > mention.last + told.reach:
        return False
    between = context.units.codes[mention.last : told.first]
    return context.members("clause_w").isdisjoint(between) and context.members("suffers").isdisjoint(between)
