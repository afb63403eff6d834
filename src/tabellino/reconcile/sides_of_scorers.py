"""Whose players the scorers of the record are, for what else is told of them: a man sent off or the taker of a penalty
of whom nothing else tells it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino.domain.chance import log_odds_of
from tabellino.reconcile.cards import Dismissal
from tabellino.reconcile.incidents import Happening
from tabellino.reconcile.views import GoalView

#: A side and how surely somebody plays for it.
Side = tuple[str, float]


def sides_of_scorers(goals: Sequence[GoalView]) -> dict[int, Side]:
    """By person the side that he plays for by the goals of the record, and how surely; nobody of goals for both."""
    found: dict[int, Side] = {}
    torn: set[int] = set()
    for goal in goals:
        if goal.name is None:
            continue
        side = goal.side if not goal.own_goal else "away" if goal.side == "home" else "home"
        before = found.setdefault(goal.person, (side, goal.probability))
        if before[0] != side:
            torn.add(goal.person)
        elif goal.probability > before[1]:
            found[goal.person] = side, goal.probability
    return {person: side for person, side in found.items() if person not in torn}


def with_sides(sent_off: Sequence[Dismissal], sides: dict[int, Side]) -> list[Dismissal]:
    """The dismissals, with the sides of scorers where nothing told them."""
    return [
        msgspec.structs.replace(one, side=sides[one.person][0], side_sure=sides[one.person][1])
        if one.side is None and one.person in sides
        else one
        for one in sent_off
    ]


def take_sides(happened: Sequence[Happening], sides: dict[int, Side]) -> None:
    """Give penalties missed and goals that did not count the sides of scorers where nothing told them."""
    for one in happened:
        if one.side is None and one.person in sides:
            side, sure = sides[one.person]
            one.odds += log_odds_of(sure, 0.01) * (1 if side == "home" else -1)
