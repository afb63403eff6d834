"""The score grid: how likely every score of a match is. Everything else about one match follows from it."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any

from tabellino.odds.strengths import Strengths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float64]]

#: Goals of one side run from 0 to this many minus one. At 4 expected goals (no fit of a big league exceeds it)
#: the cut leaves out 5 in a million; the grid is scaled to add up to 1 all the same.
GOALS = 16


@dataclasses.dataclass(frozen=True, eq=False)
class ScoreGrid:
    """`chances[h, a]` is the probability of h home and a away goals; all add up to 1."""

    chances: Array

    def score(self, home_goals: int, away_goals: int) -> float:
        """Probability of one exact score; 0.0 beyond the grid."""
        if max(home_goals, away_goals) >= len(self.chances):
            return 0.0
        return float(self.chances[home_goals, away_goals])

    def outcomes(self) -> tuple[float, float, float]:
        """Probabilities of home win, draw and away win."""
        home, draw, away = outcomes(self.chances)
        return float(home), float(draw), float(away)

    def expected_goals(self) -> tuple[float, float]:
        """Mean goals of both sides."""
        import numpy as np

        goals = np.arange(len(self.chances))
        return float(self.chances.sum(1) @ goals), float(self.chances.sum(0) @ goals)

    def most_likely(self) -> tuple[int, int]:
        """The single most probable score."""
        home, away = divmod(int(self.chances.argmax()), len(self.chances))
        return home, away


def score_grid(strengths: Strengths, home: str, away: str) -> ScoreGrid:
    """The grid of one match between two clubs. Raises `UsageError` for a club without strengths."""
    eta, zeta = strengths.log_rates([strengths.index(home)], [strengths.index(away)])
    return ScoreGrid(score_grids(eta, zeta, strengths.low_score)[0])


def average_grid(strengths: Strengths) -> ScoreGrid:
    """The grid of two average sides of the league, the first at home."""
    import numpy as np

    half = strengths.advantage / 2
    log_rates = np.array([strengths.base + half]), np.array([strengths.base - half])
    return ScoreGrid(score_grids(*log_rates, strengths.low_score)[0])


def score_grids(eta: Array, zeta: Array, rho: float) -> Array:
    """Grids of several matches, shape (matches, GOALS, GOALS), from log rates and the low-score dependence."""
    import numpy as np

    grids: Array = _poisson(eta)[:, :, None] * _poisson(zeta)[:, None, :]
    home, away = np.exp(eta), np.exp(zeta)
    grids[:, :2, :2] *= np.maximum(low_score_factors(home, away, rho), 0)
    grids /= grids.sum((1, 2), keepdims=True)
    return grids


def low_score_factors(home_rate: Array, away_rate: Array, rho: float) -> Array:
    """τ of Dixon and Coles (1997, eq. 4.3) for the four lowest scores, shape (matches, 2, 2)."""
    import numpy as np

    factors = np.empty((len(home_rate), 2, 2))
    factors[:, 0, 0] = 1 - rho * home_rate * away_rate
    factors[:, 0, 1] = 1 + rho * home_rate
    factors[:, 1, 0] = 1 + rho * away_rate
    factors[:, 1, 1] = 1 - rho
    return factors


def outcomes(grids: Array) -> Array:
    """Home win, draw and away win of one grid or of a stack of them: the last axis has these three entries."""
    import numpy as np

    size = grids.shape[-1]
    lead = np.arange(size)[:, None] - np.arange(size)
    return np.stack(
        [(grids * (lead > 0)).sum((-2, -1)), (grids * (lead == 0)).sum((-2, -1)), (grids * (lead < 0)).sum((-2, -1))],
        axis=-1,
    )


def _poisson(log_rate: Array) -> Array:
    import numpy as np

    goals = np.arange(GOALS)
    log_factorial = np.array([math.lgamma(k + 1) for k in range(GOALS)])
    chances: Array = np.exp(np.outer(log_rate, goals) - np.exp(log_rate)[:, None] - log_factorial)
    return chances
