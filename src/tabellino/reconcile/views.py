"""The goals of the record as claims are held against them, and which of them a claim tells of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino.domain.clock import TimeWindow
from tabellino.reconcile.evidence import GoalClaim, Hypothesis, minutes_apart, order_fit, static_fit
from tabellino.reconcile.solve import Solved

Score = tuple[int, int]
#: Below this fit a claim tells of no goal of the record: several things it says would have to be wrong.
LEAST_FIT = 0.004
#: Minutes that are told alike are no further apart.
SAME_MINUTE = 0.5


class GoalView(msgspec.Struct, frozen=True):
    """A goal of the record. `person` is -1 when nobody names the scorer, `name` is None then and when a record without
    him is about as probable (we abstain: `perhaps` is then his name); `before` and `after` are (home, away). `around`
    is that of its entry."""

    number: int
    person: int
    name: str | None
    own_goal: bool
    side: str
    time: float | None
    window: TimeWindow | None
    before: Score
    after: Score
    probability: float
    hypothesis: Hypothesis
    around: tuple[float, float] | None = None
    perhaps: str | None = None


def goal_views(solved: Solved) -> tuple[GoalView, ...]:
    """The goals of the solved record, in order."""
    score = (0, 0)
    views = []
    for number, entry in enumerate(solved.best.goals):
        h = entry.hypothesis
        before, score = score, (score[0] + (h.side == "home"), score[1] + (h.side != "home"))
        probability = solved.goal_probability(number)
        his = solved.people.known[h.person].name if h.person >= 0 else None
        name = his if solved.outweighs(number) else None
        goal = (number, h.person, name, h.own_goal, h.side, h.time, h.window, before, score, probability, h)
        views.append(GoalView(*goal, around=entry.around, perhaps=None if name else his))
    return tuple(views)


def goal_of(solved: Solved, claim: GoalClaim, goals: Sequence[GoalView]) -> GoalView | None:
    """The goal of the record that a claim tells of, wrongly or rightly; None when it fits none."""
    weights = solved.weights["goal"]
    best: tuple[float, float, GoalView] | None = None
    for goal in goals:
        fit = static_fit(weights, claim, goal.hypothesis) * order_fit(weights, claim.says, goal.hypothesis, goal.before)
        near = -_apart(claim, goal)
        if best is None or (fit, near) > best[:2]:
            best = fit, near, goal
    if best is not None and best[0] >= LEAST_FIT:
        return best[2]
    return None


def _apart(claim: GoalClaim, goal: GoalView) -> float:
    """Minutes between the told time and the goal's: of two goals of a man that a wrong minute fits alike the nearer."""
    time = claim.says.time
    if time is None or time.best is None or goal.time is None:
        return 0.0
    return minutes_apart(goal.time, time.best)


def at_time(claim: GoalClaim, goals: Sequence[GoalView], within: float) -> GoalView | None:
    """The one goal scored at the time that the claim tells, to the minute where there are several about then; None when
    it tells none, or there are none or two."""
    time = claim.says.time
    if time is None or time.best is None:
        return None
    apart = [(minutes_apart(goal.time, time.best), goal) for goal in goals if goal.time is not None]
    near = [goal for minutes, goal in apart if minutes <= within]
    very = [goal for minutes, goal in apart if minutes < SAME_MINUTE]
    return near[0] if len(near) == 1 else very[0] if len(very) == 1 else None


def with_score(claim: GoalClaim, goals: Sequence[GoalView]) -> GoalView | None:
    """The one goal after which the score stood as the claim tells."""
    told = claim.says.score_after
    if told is None:
        return None
    ways = {told, told[::-1]}
    fitting = [goal for goal in goals if goal.after in ways]
    return fitting[0] if len(fitting) == 1 else None


def likeliest(claim: GoalClaim) -> tuple[int, float]:
    """Whom the words most likely mean, and how likely; -1 for nobody named."""
    named = {person: chance for person, chance in claim.scorers.items() if person >= 0}
    person = max(named, key=lambda p: named[p], default=-1)
    return person, named.get(person, 0.0)


def is_complete(solved: Solved, goals: Sequence[GoalView]) -> bool:
    """Whether the record knows every goal of its score with its scorer."""
    return len(goals) == sum(solved.best.score) and all(goal.person >= 0 for goal in goals)
