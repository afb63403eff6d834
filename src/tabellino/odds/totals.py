"""Whole-season criteria (points, goal difference, wins, ...) of every club in every simulated season of a chunk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: (home club, away club, home goals, away goals), clubs as indexes.
PlayedMatch = tuple[int, int, int, int]

#: A criterion's value takes so many bits of a packed value; it stays within half of them either way.
FIELD = 10
HALF = 1 << (FIELD - 1)

#: What one match is worth to a side under each criterion: own goals, the other's goals, 1 if away and 0 at home.
WORTH: dict[str, Callable[[int, int, int], int]] = {
    "points": lambda own, other, away: 3 * (own > other) + (own == other),
    "goal_difference": lambda own, other, away: own - other,
    "goals_for": lambda own, other, away: own,
    "away_goals": lambda own, other, away: own * away,
    "wins": lambda own, other, away: int(own > other),
    "away_wins": lambda own, other, away: int(own > other) * away,
}


class Totals:
    """Criteria of one chunk, each worked out when first asked for: arrays of shape (clubs, seasons).

    Sums over the simulated matches are kept in bytes, four times as fast as wider numbers: no club scores, concedes
    or wins 256 in the rest of a season.
    """

    def __init__(
        self,
        home: Array,
        away: Array,
        so_far: Callable[[str], Array],
        home_goals: Array,
        away_goals: Array,
    ) -> None:
        """`so_far` gives what each club has by a criterion from the matches already played."""
        self._home, self._away, self._so_far = home, away, so_far
        self._home_goals, self._away_goals = home_goals, away_goals
        self._known: dict[str, Array] = {}
        self._packed: dict[tuple[str, ...], Array] = {}

    def of(self, criterion: str) -> Array:
        """A criterion at the end of the season, as 16-bit numbers."""
        if criterion not in self._known:
            self._known[criterion] = self._simulated(criterion) + self._so_far(criterion)[:, None]
        return self._known[criterion]

    def packed(self, criteria: tuple[str, ...]) -> Array:
        """Several criteria in one number each, the first weighing most."""
        import numpy as np

        if criteria not in self._packed:
            kind = np.int16 if len(criteria) == 1 else np.int32 if len(criteria) <= 3 else np.int64
            value: Any = kind(0)
            for criterion in criteria:
                value = (value << kind(FIELD)) + self.of(criterion).astype(kind) + kind(HALF)
            self._packed[criteria] = value
        return self._packed[criteria]

    def _simulated(self, criterion: str) -> Array:
        import numpy as np

        x, y = self._home_goals, self._away_goals
        match criterion:
            case "points":
                wins, drawn = self._sum(x > y, y > x), x == y
                return np.int16(3) * wins + self._sum(drawn, drawn)
            case "wins":
                return self._sum(x > y, y > x)
            case "away_wins":
                return self._sum(None, y > x)
            case "goals_for":
                return self._sum(x, y)
            case "away_goals":
                return self._sum(None, y)
            case "goal_difference":
                scored = self.of("goals_for") - self._so_far("goals_for")[:, None]
                return scored - self._sum(y, x)
        raise AssertionError(criterion)

    def _sum(self, of_home: Array | None, of_away: Array) -> Array:
        """Sums over each club's matches of something of its home matches and something of its away matches."""
        import numpy as np

        clubs = len(self._so_far("wins"))
        total = np.zeros((clubs, self._home_goals.shape[1]), np.uint8)
        for of_side, side in ((of_home, self._home), (of_away, self._away)):
            if of_side is None:
                continue
            numbers = of_side.view(np.uint8)
            for club in range(clubs):
                rows = np.flatnonzero(side == club)
                if len(rows):
                    total[club] += np.add.reduce(numbers[rows], axis=0, dtype=np.uint8)
        return total.astype(np.int16)
