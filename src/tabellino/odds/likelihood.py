"""The likelihood of Dixon and Coles (1997), with its first and second derivatives.

Home goals X and away goals Y are Poisson with log rates η (home) and ζ (away), except that the four lowest scores are
made more or less likely by ρ (their equation 4.3), which leaves both rates as they are:

    τ(0,0) = 1 - ρ·exp(η + ζ)    τ(0,1) = 1 + ρ·exp(η)    τ(1,0) = 1 + ρ·exp(ζ)    τ(1,1) = 1 - ρ

Everything is computed for all matches at once.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float64]]

#: τ must stay positive; ρ·exp(η) beyond this is cut, which no fitted football league comes near.
_LARGEST_SHIFT = 0.9


@dataclasses.dataclass(frozen=True)
class Derivatives:
    """Log-likelihood of each match (without the constant log x!y!) and its derivatives, one entry per match.

    `home`, `away` and `low` are the first derivatives by η, ζ and ρ; pairs of names the second derivatives.
    """

    value: Array
    home: Array
    away: Array
    low: Array
    home_home: Array
    away_away: Array
    home_away: Array
    low_low: Array
    home_low: Array
    away_low: Array


def derivatives(eta: Array, zeta: Array, rho: float, goals: Array) -> Derivatives:
    """Derivatives at log rates `eta` and `zeta` for `goals` of shape (matches, 2)."""
    import numpy as np

    x, y = goals[:, 0], goals[:, 1]
    home_rate, away_rate = np.exp(eta), np.exp(zeta)
    nil_nil, nil_one = (x == 0) & (y == 0), (x == 0) & (y == 1)
    one_nil, one_one = (x == 1) & (y == 0), (x == 1) & (y == 1)

    # In every cell τ = 1 + ρ·factor, with log factor linear in η and ζ: `by_home` and `by_away` are its slopes.
    factor = np.zeros_like(eta)
    factor[nil_nil] = -(home_rate * away_rate)[nil_nil]
    factor[nil_one] = home_rate[nil_one]
    factor[one_nil] = away_rate[one_nil]
    factor[one_one] = -1.0
    shift = np.clip(rho * factor, -_LARGEST_SHIFT, _LARGEST_SHIFT)
    by_home = (nil_nil | nil_one).astype(float)
    by_away = (nil_nil | one_nil).astype(float)

    slope = shift / (1 + shift)  # d log τ / d log factor
    bend = shift / (1 + shift) ** 2
    mixed = factor / (1 + shift) ** 2
    return Derivatives(
        value=x * eta - home_rate + y * zeta - away_rate + np.log1p(shift),
        home=x - home_rate + slope * by_home,
        away=y - away_rate + slope * by_away,
        low=factor / (1 + shift),
        home_home=bend * by_home - home_rate,
        away_away=bend * by_away - away_rate,
        home_away=bend * by_home * by_away,
        low_low=-((factor / (1 + shift)) ** 2),
        home_low=mixed * by_home,
        away_low=mixed * by_away,
    )
