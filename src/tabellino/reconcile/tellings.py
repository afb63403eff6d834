"""Which claims tell of which goal of the record, looked for once: every judge asks for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tabellino.reconcile.evidence import GoalClaim
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.views import GoalView, goal_of, likeliest


class Tellings:
    """The goal claims of a match by the goal that they tell of, rightly or wrongly, and by report; in each in order of
    the text."""

    def __init__(self, solved: Solved, goals: Sequence[GoalView]) -> None:
        self._goal: dict[tuple[int, int], GoalView | None] = {}
        self._of: dict[int, dict[int, list[GoalClaim]]] = defaultdict(lambda: defaultdict(list))
        self._counted: dict[tuple[int, int], int] = defaultdict(int)
        for claim in sorted(solved.goal_claims, key=lambda c: (c.report, c.claim.span)):
            goal = self._goal[claim.report, claim.number] = goal_of(solved, claim, goals)
            if goal is not None:
                self._of[goal.number][claim.report].append(claim)
            mine = claim.report, likeliest(claim)[0]
            self._counted[mine] = max(self._counted[mine], claim.says.nth_of_player or 0)

    def goal(self, claim: GoalClaim) -> GoalView | None:
        """The goal that a claim of the match tells of; None when it fits none."""
        return self._goal[claim.report, claim.number]

    def of(self, goal: GoalView) -> Iterable[GoalClaim]:
        """The claims that tell of a goal."""
        return (claim for claims in self._of[goal.number].values() for claim in claims)

    def in_report(self, goal: GoalView, report: int) -> Sequence[GoalClaim]:
        """Those of one report."""
        return self._of[goal.number].get(report, ())

    def elsewhere(self, goal: GoalView, report: int) -> Iterable[GoalClaim]:
        """Those of all others."""
        return (c for other, claims in self._of[goal.number].items() if other != report for c in claims)

    def near(self, goal: GoalView, claim: GoalClaim, reach: int) -> Sequence[GoalClaim]:
        """Those of the claim's own report that begin no further than `reach` characters from it."""
        claims, (start, end) = self.in_report(goal, claim.report), claim.claim.span
        first = bisect_left(claims, start - reach, key=_start)
        return claims[first : bisect_right(claims, end + reach, key=_start)]

    def counted(self, report: int, person: int) -> int:
        """The highest number that a report gives to a goal of a man ("his third"); 0 where it counts none."""
        return self._counted.get((report, person), 0)


def _start(claim: GoalClaim) -> int:
    return claim.claim.span[0]
