"""Who wins a play-off between two clubs level on points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabellino.odds.grid import outcomes, score_grids
from tabellino.odds.strengths import Strengths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


def play_off_chances(strengths: Strengths, clubs: tuple[str, ...], form: str) -> Array:
    """Probability that the club ranked above wins a play-off, shape (clubs, clubs).

    One match is at the ground of the club above unless the form says that it is on neutral ground; of two legs the
    second is there. Level ones are settled evenly, by penalties.
    """
    import numpy as np

    n = len(clubs)
    number = np.array([strengths.index(club) for club in clubs])
    above, below = (axis.ravel() for axis in np.meshgrid(np.arange(n), np.arange(n), indexing="ij"))
    eta, zeta = strengths.log_rates(number[above], number[below])
    if "two legs" in form:
        second = score_grids(eta, zeta, strengths.low_score)
        away, home = strengths.log_rates(number[below], number[above])
        first = score_grids(away, home, strengths.low_score).transpose(0, 2, 1)
        won, drawn = _aggregate(first, second)
    else:
        half = strengths.advantage / 2 if "neutral" in form else 0.0
        three = outcomes(score_grids(eta - half, zeta + half, strengths.low_score))
        won, drawn = three[:, 0], three[:, 1]
    chances: Array = (won + drawn / 2).reshape(n, n)
    return chances


def _aggregate(first: Array, second: Array) -> tuple[Array, Array]:
    """Chances that the first axis' club has more goals than the other over two grids, and as many."""
    import numpy as np

    size = first.shape[1]
    lead = (np.arange(size)[:, None] - np.arange(size)) + size - 1
    leads = np.zeros((2, len(first), 2 * size - 1))
    for k, grids in enumerate((first, second)):
        for by in range(2 * size - 1):
            leads[k, :, by] = grids[:, lead == by].sum(1)
    drawn = (leads[0] * leads[1, :, ::-1]).sum(1)
    at_least = np.cumsum(leads[1, :, ::-1], axis=1)  # second lead of at least size - 1 - index
    won = (leads[0] * at_least).sum(1) - drawn
    return won, drawn
