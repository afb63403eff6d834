"""What the same claims give without a solver: a majority vote per field, and one report believed whole.

Both are given the two clubs and the home side from the labels, so that they lose only what solving is about.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import msgspec

from gate.measures import judge
from gate.same import same_club, same_person
from gate.told import Happening, MatchTold
from tabellino.domain.claim import Candidate, CardSays, Claim, GoalSays, ScoreSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.record import Score, Side

T = TypeVar("T", bound=Hashable)
#: Two tellings of a goal by one scorer are one goal when their minutes lie no further apart; a hat-trick inside five
#: minutes exists, a report that retells a goal five minutes off is commoner.
SAME_GOAL_MINUTES = 4
#: A reading less likely than not is no vote.
VOTES_FROM = 0.5


def view_of(claims: Iterable[Claim], home: str, away: str) -> MatchTold:
    """One report believed whole: its claims, retellings joined."""
    goals: list[Happening] = []
    reds: list[Happening] = []
    full: list[Score] = []
    half: list[Score] = []
    for claim in claims:
        if claim.manner != "asserted" or claim.weight < VOTES_FROM:
            continue
        says = claim.says
        if isinstance(says, GoalSays):
            goals.append(_goal(says, home, away))
        elif isinstance(says, CardSays) and says.card == "red":
            reds.append(_happening(says.player, says.team, says.time, home, away))
        elif isinstance(says, ScoreSays) and (score := _score(says, away)) is not None:
            {"full_time": full, "extra_time": full, "half_time": half}.get(says.moment, []).append(score)
    return MatchTold(
        home=home,
        away=away,
        score=_most(full),
        half_time=_most(half),
        goals=tuple(_join(group) for group in _groups(g for g in goals if g.person)),
        reds=tuple(_join(group) for group in _groups(r for r in reds if r.person)),
    )


def majority(views: Sequence[MatchTold]) -> MatchTold:
    """Each field by the most votes; a goal or red card stands when half of the reports that tell any tell it."""
    first = views[0]
    return msgspec.structs.replace(
        first,
        score=_most(v.score for v in views if v.score is not None),
        half_time=_most(v.half_time for v in views if v.half_time is not None),
        goals=_voted([v.goals for v in views if v.goals]),
        reds=_voted([v.reds for v in views if v.reds]),
    )


def longest(views: Sequence[MatchTold], claims: Sequence[Sequence[Claim]]) -> MatchTold:
    """The report that claims the most: what a desk would take if it could take but one."""
    return max(zip(claims, views, strict=True), key=lambda pair: len(pair[0]))[1]


def best_in_hindsight(views: Sequence[MatchTold], truth: MatchTold) -> MatchTold:
    """The report that proves the most right: no desk can know it beforehand."""

    def merit(view: MatchTold) -> tuple[int, int, int, int]:
        c = judge(view, truth).counts
        return c.exact, c.goals_right - (c.goals_found - c.goals_right), c.score_right, c.minutes_right + c.reds_right

    return max(views, key=merit)


def _top(candidates: Sequence[Candidate]) -> str | None:
    return max(candidates, key=lambda c: c.weight).value if candidates else None


def _happening(
    who: Sequence[Candidate], club: Sequence[Candidate], time: TimeWindow | None, home: str, away: str
) -> Happening:
    name = _top(club)
    side: Side | None = "home" if same_club(name, home) else "away" if same_club(name, away) else None
    at = Minute.at(time.best) if time is not None and time.best is not None else None
    return Happening(_top(who), side, at.minute if at else None, at.added_time if at else None)


def _goal(says: GoalSays, home: str, away: str) -> Happening:
    told = _happening(says.scorer, says.team, says.time, home, away)
    return msgspec.structs.replace(told, own_goal=bool(says.own_goal), penalty=bool(says.penalty))


def _score(says: ScoreSays, away: str) -> Score | None:
    if says.first is None or says.second is None:
        return None
    return (says.second, says.first) if same_club(says.club_first, away) else (says.first, says.second)


def _most(votes: Iterable[T]) -> T | None:
    counted = Counter(votes)
    return counted.most_common(1)[0][0] if counted else None


def _close(one: Happening, other: Happening) -> bool:
    a, b = one.clock(), other.clock()
    return same_person(one.person, other.person) and (a is None or b is None or abs(a - b) <= SAME_GOAL_MINUTES)


def _groups(events: Iterable[Happening]) -> list[list[Happening]]:
    """Events that are one, put together; those with a minute first, so that they draw the others."""
    groups: list[list[Happening]] = []
    for event in sorted(events, key=lambda e: (e.minute is None, e.clock() or 0)):
        group = next((g for g in groups if _close(g[0], event)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def _join(group: Sequence[Happening]) -> Happening:
    """One event out of its tellings, field by field by the most votes; the minute by the median."""
    timed = [e for e in group if e.minute is not None]
    middle = statistics.median_low([e.clock() or 0 for e in timed]) if timed else None
    at = next((e for e in timed if e.clock() == middle), None)
    return Happening(
        person=max((e.person or "" for e in group), key=len),
        team=_most(e.team for e in group if e.team),
        minute=at.minute if at else None,
        added_time=at.added_time if at else None,
        own_goal=bool(_most(e.own_goal for e in group)),
        penalty=bool(_most(e.penalty for e in group)),
    )


def _voted(per_report: Sequence[Sequence[Happening]]) -> tuple[Happening, ...]:
    groups = _groups(e for events in per_report for e in events)
    return tuple(_join(g) for g in groups if len(g) * 2 >= len(per_report))
