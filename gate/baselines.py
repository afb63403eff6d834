"""What the same claims give without a solver: a majority vote per field, and one report believed whole.

Both are given for free, from the labels, what is not the solver's art: the two clubs, who is at home, and for which
of them the players play wherever a claim leaves that open.
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
OTHER: dict[Side, Side] = {"home": "away", "away": "home"}


class View(msgspec.Struct, frozen=True):
    """One report believed whole, and how many claims it made."""

    told: MatchTold
    claims: int


def view_of(claims: Sequence[Claim], truth: MatchTold) -> View:
    """The claims of one report, retellings joined; a goal that is somebody's second makes two of his."""
    goals: list[Happening] = []
    reds: list[Happening] = []
    scores: dict[str, list[Score]] = {"full_time": [], "half_time": [], "during": [], "shootout": []}
    scores["extra_time"] = scores["full_time"]
    most_of: Counter[str] = Counter()
    for claim in claims:
        says = claim.says
        if claim.manner != "asserted" or claim.weight < VOTES_FROM:
            continue
        if isinstance(says, GoalSays) and (scorer := _top(says.scorer)):
            goals.append(_goal(says, scorer, truth))
            most_of[scorer] = max(most_of[scorer], says.nth_of_player or 1)
        elif isinstance(says, CardSays) and says.card == "red" and (player := _top(says.player)):
            reds.append(_event(player, says.team, says.time, truth, own_goal=False))
        elif isinstance(says, ScoreSays) and (score := _score(says, truth.away)) is not None:
            scores[says.moment].append(score)
    told = msgspec.structs.replace(
        truth,
        score=_most(scores["full_time"]),
        half_time=_most(scores["half_time"]),
        goals=_with_uncounted([_join(g) for g in _retellings(goals)], most_of),
        reds=tuple(_join(g) for g in _retellings(reds)),
        missed_penalties=(),
        disallowed=(),
    )
    return View(told, len(claims))


def majority(views: Sequence[View]) -> MatchTold:
    """Each field by the most votes; a goal or red card stands when half of the reports that tell any tell it."""
    told = [v.told for v in views]
    return msgspec.structs.replace(
        told[0],
        score=_most(t.score for t in told if t.score is not None),
        half_time=_most(t.half_time for t in told if t.half_time is not None),
        goals=_voted([t.goals for t in told if t.goals]),
        reds=_voted([t.reds for t in told if t.reds]),
    )


def fullest(views: Sequence[View]) -> MatchTold:
    """The report that claims the most: what a desk would take if it could take but one."""
    return max(views, key=lambda v: v.claims).told


def best_in_hindsight(views: Sequence[View], truth: MatchTold) -> MatchTold:
    """The report that proves the most right: no desk can know it beforehand."""

    def merit(view: View) -> tuple[int, int, int, int]:
        c = judge(view.told, truth).counts
        return c.exact, 2 * c.goals_right - c.goals_found, c.score_right, c.minutes_right + c.reds_right

    return max(views, key=merit).told


def _top(candidates: Sequence[Candidate]) -> str | None:
    return max(candidates, key=lambda c: c.weight).value if candidates else None


def _event(who: str, club: Sequence[Candidate], time: TimeWindow | None, truth: MatchTold, own_goal: bool) -> Happening:
    name = _top(club)
    side: Side | None = "home" if same_club(name, truth.home) else "away" if same_club(name, truth.away) else None
    if side is None and (plays_for := _allegiance(who, truth)) is not None:
        side = OTHER[plays_for] if own_goal else plays_for
    at = _minute(time)
    return Happening(who, side, at.minute if at else None, at.added_time if at else None, own_goal)


def _goal(says: GoalSays, scorer: str, truth: MatchTold) -> Happening:
    event = _event(scorer, says.team, says.time, truth, bool(says.own_goal))
    return msgspec.structs.replace(event, penalty=bool(says.penalty))


def _minute(time: TimeWindow | None) -> Minute | None:
    if time is None:
        return None
    best = time.earliest if time.best is None and time.earliest == time.latest else time.best
    return None if best is None else Minute.at(best)


def _allegiance(who: str, truth: MatchTold) -> Side | None:
    """The side that a player plays for, as far as the labels tell."""
    for event in (*truth.goals, *truth.reds, *truth.missed_penalties, *truth.disallowed):
        if event.team is not None and same_person(who, event.person):
            return OTHER[event.team] if event.own_goal else event.team
    return None


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


def _timed_first(events: Iterable[Happening]) -> list[Happening]:
    return sorted(events, key=lambda e: (e.minute is None, e.clock() or 0))


def _retellings(events: Iterable[Happening]) -> list[list[Happening]]:
    """Events of one report that are one, put together; those with a minute first, so that they draw the others."""
    groups: list[list[Happening]] = []
    for event in _timed_first(events):
        _put(event, groups, groups)
    return groups


def _put(event: Happening, groups: list[list[Happening]], free: Sequence[list[Happening]]) -> list[Happening]:
    """Put an event to the first free group that it may belong to, or into one of its own; gives the group."""
    group = next((g for g in free if _close(g[0], event)), None)
    if group is None:
        groups.append(group := [])
    group.append(event)
    return group


def _with_uncounted(goals: list[Happening], most_of: Counter[str]) -> tuple[Happening, ...]:
    """Goals told by number alone ("scored twice") added without a minute."""
    for scorer, told in most_of.items():
        own = [g for g in goals if same_person(g.person, scorer)]
        if own and told > len(own):
            goals += [msgspec.structs.replace(own[0], minute=None, added_time=None)] * (told - len(own))
    return tuple(goals)


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
    """Events joined across reports, a report giving one vote to an event at most, and outvoted ones dropped."""
    groups: list[list[Happening]] = []
    for events in per_report:
        free = list(groups)
        for event in _timed_first(events):
            used = _put(event, groups, free)
            free = [g for g in free if g is not used]
    return tuple(_join(g) for g in groups if len(g) * 2 >= len(per_report))
