"""The goals of the record with the claims that tell of them, and the half-time score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from tabellino.domain.claim import GoalSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.record import Goal, Score
from tabellino.names.people import same_person
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.standing import Standing, Told
from tabellino.reconcile.views import GoalView

#: A half-time score is told right so often, read rightly.
TOLD_RIGHT = 0.9
#: Positions of the clock below this lie in the first half.
SECOND_HALF = 45.5
#: The 46th minute is the first of the second half, and to those who count on the first of added time.
NEITHER, FIRST_ENDS = 46.0, 45.0
#: The last minute of a half is told of goals that the clock has up to so many minutes before its end.
LAST_MINUTES = 3


def goal_of_record(solved: Solved, view: GoalView, told: Sequence[Told], standings: dict[str, Standing]) -> Goal:
    """A goal with the claims that tell of it; what was wrong with a claim does not take part in how it was scored."""
    telling = [one for one in told if standings[one.id].key == ("goal", view.number)]
    right = [
        (one.claim.weight, _with_full_names(solved, one)) for one in telling
        if isinstance(one.claim.says, GoalSays) and standings[one.id].fault is None
    ]  # fmt: skip
    minute = Minute.at(view.time) if view.time is not None else at_the_end(view.window)
    return Goal(
        minute=minute.minute if minute else None,
        added_time=minute.added_time if minute else None,
        team=view.side,  # type: ignore[arg-type]
        scorer=view.name,
        own_goal=view.own_goal,
        penalty=_is_penalty(right),
        assist=None if view.own_goal else _assist(right, view.name),
        how=_how(right),
        score_after=view.after if solved.tells_all_goals else None,
        probability=round(view.probability, 4),
        claims=tuple(one.id for one in telling),
        between=between(view.window) if view.time is None else None,
        perhaps=view.perhaps,
    )


def at_the_end(window: TimeWindow | None) -> Minute | None:
    """The minute that words of the end of a half mean. Added time has no minutes of its own: what was scored "in
    stoppage time" was scored in 45 + or 90 +, whichever minute of it; "in the last minute" and "on the stroke of
    half-time" are the 90th and the 45th, though the clock may have shown one or two others. None for a window that
    lies elsewhere."""
    if window is None:
        return None
    ends = (end for end in (45, 90) if end - LAST_MINUTES <= window.earliest and end <= window.latest < end + 1)
    return next(map(Minute, ends), None)


def between(window: TimeWindow | None) -> tuple[int, int] | None:
    return (int(window.earliest), int(window.latest)) if window else None


def _with_full_names(solved: Solved, one: Told) -> GoalSays:
    """What a claim says, with the name of who made the goal as the fullest spelling of all reports has it."""
    says = one.claim.says
    assert isinstance(says, GoalSays)
    if says.assist is None:
        return says
    return msgspec.structs.replace(says, assist=solved.people.known[solved.people.find(one.report, says.assist)].name)


def _is_penalty(told: Sequence[tuple[float, GoalSays]]) -> bool:
    votes = sum(weight for weight, says in told if says.penalty)
    return votes > max(0.5, sum(weight for weight, _ in told) / 2) / 2


def _assist(told: Sequence[tuple[float, GoalSays]], scorer: str | None) -> str | None:
    """Who made the goal, as most tell it."""
    votes: dict[str, float] = defaultdict(float)
    for weight, says in told:
        if says.assist and not (scorer and same_person(says.assist, scorer)):
            votes[says.assist] += weight
    return max(sorted(votes), key=lambda name: votes[name], default=None)


def _how(told: Sequence[tuple[float, GoalSays]]) -> tuple[str, ...]:
    """How it was scored; of two feet the one that more tell of."""
    votes: dict[str, float] = defaultdict(float)
    for weight, says in told:
        for word in says.how:
            votes[word] += weight
    one_foot = {"left foot", "right foot"}
    if one_foot <= votes.keys():
        del votes[min(sorted(one_foot), key=lambda foot: votes[foot])]
    return tuple(votes)


def half_time_of(solved: Solved, goals: Sequence[GoalView]) -> tuple[Score | None, float]:
    """The half-time score and how sure it is: counted where every goal's half is known, and told. What speaks for one
    speaks against the others."""
    doubts: dict[Score, float] = {}
    first = _in_first_half([_half_of(solved, goal) for goal in goals])
    if solved.score is not None and None not in first and sum(solved.score) == len(goals):
        before = [goal for goal, early in zip(goals, first, strict=True) if early]
        counted = (sum(goal.side == "home" for goal in before), sum(goal.side == "away" for goal in before))
        sure = min((goal.probability for goal in before or goals), default=solved.score_probability())
        doubts[counted] = 1.0 - sure
    for score, chances in _half_times_told(solved).items():
        for chance in chances.values():
            doubts[score] = doubts.get(score, 1.0) * (1.0 - chance)
    odds = {score: (1.0 - doubt) / max(doubt, 1e-6) for score, doubt in doubts.items()}
    best = max(odds, key=lambda score: odds[score], default=None)
    return (best, odds[best] / (1.0 + sum(odds.values()))) if best else (None, 0.0)


def _half_times_told(solved: Solved) -> dict[Score, dict[int, float]]:
    """Half-time scores told in figures that leave no other way to read them, with how surely each report tells them."""
    told: dict[Score, dict[int, float]] = defaultdict(dict)
    for claim in solved.score_claims:
        if claim.moment == "half_time" and len(claim.ways) == 1 and claim.report not in solved.pairing.copies:
            by = told[next(iter(claim.ways))]
            by[claim.report] = max(by.get(claim.report, 0.0), claim.weight * TOLD_RIGHT)
    return told


def _in_first_half(found: Sequence[bool | None]) -> list[bool | None]:
    """Whether each goal of a record, in order of play, came before half-time; None where nothing tells it. What was
    scored before a goal of the first half was too, and what was scored after one of the second half was too."""
    last = max((at for at, early in enumerate(found) if early), default=-1)
    since = min((at for at, early in enumerate(found) if early is False), default=len(found))
    return [True if at <= last else False if at >= since else None for at in range(len(found))]


def _in_added_time(solved: Solved, goal: GoalView) -> bool:
    """Whether a goal of the 46th minute is told by others as one of the last of the first half, or its added time."""
    if goal.time != NEITHER:
        return False
    times = [claim.says.time for claim in solved.goal_claims if claim.scorers.get(goal.person, 0.0) > 0.5]
    return any(
        time is not None and FIRST_ENDS - LAST_MINUTES < time.earliest <= time.latest < NEITHER for time in times
    )


def _half_of(solved: Solved, goal: GoalView) -> bool | None:
    if goal.time is not None:
        return None if _in_added_time(solved, goal) else goal.time < SECOND_HALF
    told = (goal.window.earliest, goal.window.latest) if goal.window is not None else goal.around
    if told is None or told[0] < SECOND_HALF <= told[1]:
        return None
    return told[1] < SECOND_HALF
