"""Scores of many simulated matches, fast: strengths drawn for every season, goals looked up in tables.

One chunk of seasons is made at a time, small enough for the processor's cache. For every season of a chunk the
strengths are drawn from their uncertainty. For every match the log rate of a side is rounded to one of 64 levels,
up or down at random so that it is right on average; a table of 256 slots a level, whose borders are shifted at
random from chunk to chunk for the same reason, then turns one random byte into goals. Shifted borders add a little
noise and no bias. Rounded rates are as if every side's log rate scattered by 0.04 more from match to match, a third of
what is not known of a club anyway: mean goals stay (the levels are set lower by what the curve between them adds),
and five goals come 2 % more often than the grid says, five times in a thousand instead of 4.9.

The low-score dependence of Dixon and Coles is kept exactly: it moves chances between 0 and 1 home goals only, by an
amount that depends on whether the away side has 0 or 1 goals and, if 0, is linear in the away rate. So the away
table also says from which of three home tables to read.
"""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any

from tabellino.odds.strengths import Strengths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Levels of the log rate: from exp(-3.2) = 0.04 goals in steps of a tenth up to exp(3.1) = 22.
LEVELS, LOWEST, SPACING = 64, -3.2, 0.1
_SLOTS = 256
_MOST_GOALS = 12
_STRETCH = 1 << 16
#: Matches worked on at once, and columns of one matrix product: chosen by timing, within a core's own cache.
_BLOCK, _PART = 4, 128
#: Home tables by what the away side did, in the two highest bits of an index.
_AWAY_NIL, _AWAY_ONE, _TABLE_BITS = 1 << 14, 2 << 14, 3 << 14
_LEVEL_BITS = 0x3F00
#: Ratings are cut so that no rate leaves the levels: a defence worth a factor of 4 either way, an attack (with base
#: and advantage) of 0.17 to 5 goals. The best of five leagues since 2015 reach 1.9 and 3.2.
_UNIT = 256 / SPACING
_DEFENCE_LIMIT = 1.4 * _UNIT
_ATTACK_LIMITS = ((-1.8 - LOWEST) * _UNIT, (1.6 - LOWEST) * _UNIT)
#: The away rate up to which the share of "away nil" slots is linear; beyond it (no real match) it stays as it is.
_HIGHEST_AWAY_RATE = 6.0


@dataclasses.dataclass(frozen=True, eq=False)
class Chunk:
    """Simulated scores of some seasons: goals of shape (matches, seasons), and the levels of one match if asked for.

    `levels` has shape (2, seasons): the level of the home and of the away log rate of the watched match.
    """

    home_goals: Array
    away_goals: Array
    levels: Array | None


class Sampler:
    """Draws scores of a list of fixtures. The same seed and chunk number give the same scores on any machine."""

    def __init__(
        self,
        strengths: Strengths,
        clubs: tuple[str, ...],
        home: Array,
        away: Array,
        seed: int,
        variance_factor: float = 1.0,
    ) -> None:
        """`home` and `away` index `clubs`; `variance_factor` widens the uncertainty of the strengths."""
        import numpy as np

        self._home, self._away = (np.asarray(side, dtype=np.intp) for side in (home, away))
        self._clubs = len(clubs)
        self._rho = strengths.low_score
        self._seed = seed
        self._mean, self._factor = _ratings(strengths, clubs, variance_factor)

    def chunk(self, number: int, seasons: int, watch: int | None = None) -> Chunk:
        """Simulate one chunk of `seasons`, a multiple of 8; `watch` is the match whose levels are wanted."""
        import numpy as np

        rng = np.random.Generator(np.random.SFC64(np.random.SeedSequence([self._seed, number])))
        away_table, home_table = goal_tables(self._rho, rng)
        host, guest, defence = np.split(self._draw(rng, seasons), 3)
        # What rates are rounded by: one stretch of random bytes, read from another start by every block and side.
        rounding = rng.integers(0, 256, _STRETCH + _BLOCK * seasons, dtype=np.int16)
        starts = rng.integers(0, _STRETCH, (len(self._home) // _BLOCK + 1, 2)).tolist()
        shape = (len(self._home), seasons)
        home_goals, away_goals = np.empty(shape, np.uint8), np.empty(shape, np.uint8)
        levels = None
        for first in range(0, len(self._home), _BLOCK):
            block = slice(first, min(first + _BLOCK, len(self._home)))
            h, a = self._home[block], self._away[block]
            slots = rng.integers(0, 1 << 64, (2, len(h), seasons // 8), dtype=np.uint64).view(np.uint8)
            for_away, for_home = starts[first // _BLOCK]
            noise = rounding[for_away : for_away + len(h) * seasons].reshape(len(h), seasons)
            index = _indexes(guest, a, defence, h, noise)
            noise = rounding[for_home : for_home + len(h) * seasons].reshape(len(h), seasons)
            home_index = _indexes(host, h, defence, a, noise)
            if watch is not None and block.start <= watch < block.stop:
                levels = np.stack([home_index[watch - first], index[watch - first]]) >> 8
            np.bitwise_or(index, slots[0], out=index)
            found = away_table.take(index)
            away_goals[block] = found  # the low byte
            np.bitwise_and(found, _TABLE_BITS, out=found)
            np.bitwise_or(home_index, slots[1], out=home_index)
            np.bitwise_or(home_index, found, out=home_index)
            home_table.take(home_index, out=home_goals[block], mode="wrap")
        return Chunk(home_goals, away_goals, levels)

    def _draw(self, rng: np.random.Generator, seasons: int) -> Array:
        """Ratings of every club in every season, in 256ths of a level.

        Four seasons share their normals with the signs of either half turned: each is an exact draw, and together
        they balance.
        """
        import numpy as np

        quarter, half = seasons // 4, self._factor.shape[1] // 2
        # Many small products: a library of linear algebra would start threads of its own for one large product.
        parts = -(-quarter // _PART)
        normals = rng.standard_normal((parts, self._factor.shape[1], _PART), dtype=np.float32)
        first, second = (
            (factor @ some).transpose(1, 0, 2).reshape(len(self._mean), -1)[:, :quarter]
            for factor, some in (
                (self._factor[:, :half], normals[:, :half]),
                (self._factor[:, half:], normals[:, half:]),
            )
        )
        ratings = np.empty((len(self._mean), 4, quarter), np.float32)
        high, low = self._mean[:, None] + first, self._mean[:, None] - first
        for k, (one, apply) in enumerate(((high, np.add), (high, np.subtract), (low, np.add), (low, np.subtract))):
            apply(one, second, out=ratings[:, k])
        clubs = self._clubs
        np.clip(ratings[: 2 * clubs], *_ATTACK_LIMITS, out=ratings[: 2 * clubs])
        np.clip(ratings[2 * clubs :], -_DEFENCE_LIMIT, _DEFENCE_LIMIT, out=ratings[2 * clubs :])
        return ratings.reshape(len(self._mean), seasons).astype(np.int16)


def _indexes(attack: Array, by: Array, defence: Array, against: Array, noise: Array) -> Array:
    """The levels of several matches in all seasons, rounded at random, in the high bytes (the low ones are 0)."""
    import numpy as np

    rate = attack.take(by, axis=0)
    np.subtract(rate, defence.take(against, axis=0), out=rate)
    np.add(rate, noise, out=rate)
    np.bitwise_and(rate, _LEVEL_BITS, out=rate)
    return rate.view(np.uint16)


def _ratings(strengths: Strengths, clubs: tuple[str, ...], variance_factor: float) -> tuple[Array, Array]:
    """Means of, and a matrix that turns standard normals into, the three ratings of each club.

    They are the attack at home (with base, half the advantage and the lowest level taken in), the attack away, and
    the defence; in 256ths of a level.
    """
    import numpy as np

    n, all_clubs = len(clubs), len(strengths.clubs)
    places = np.array([strengths.index(club) for club in clubs])
    mix = np.zeros((3 * n, 2 * all_clubs + 3))
    each = np.arange(n)
    mix[each, places] = mix[n + each, places] = mix[2 * n + each, all_clubs + places] = 1
    mix[: 2 * n, 2 * all_clubs] = 1
    mix[:n, 2 * all_clubs + 1], mix[n : 2 * n, 2 * all_clubs + 1] = 0.5, -0.5
    mean = mix @ strengths.vector()
    mean[: 2 * n] -= LOWEST
    wanted = np.flatnonzero(np.abs(mix).sum(0))
    root = np.linalg.cholesky(strengths.covariance[np.ix_(wanted, wanted)] * variance_factor)
    return (mean * _UNIT).astype(np.float32), (mix[:, wanted] @ root * _UNIT).astype(np.float32)


def goal_tables(rho: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """One chunk's tables, flat: away goals with the home table to use, and the three home tables.

    An away entry has goals in its low byte and the choice of home table in its two highest bits. An index is
    level * 256 + slot, for the home tables with those two bits in front.
    """
    import numpy as np

    rates = np.exp(level_log_rates())
    chances = _poisson(rates)
    goals, value = _slots(chances, rng)
    away = goals.astype(np.uint16)
    nil_changed = value < (chances[:, 0] * np.minimum(rates / _HIGHEST_AWAY_RATE, 1))[:, None]
    table = away | np.where(away == 1, _AWAY_ONE, 0).astype(np.uint16)
    table |= np.where((away == 0) & nil_changed, _AWAY_NIL, 0).astype(np.uint16)

    nil, one = chances.copy(), chances.copy()
    moved = np.clip(rho * _HIGHEST_AWAY_RATE * chances[:, 1], -chances[:, 1], chances[:, 0])
    nil[:, 0] -= moved
    nil[:, 1] += moved
    moved = np.clip(rho * chances[:, 1], -chances[:, 0], chances[:, 1])
    one[:, 0] += moved
    one[:, 1] -= moved
    home = np.stack([_slots(c, rng)[0] for c in (chances, nil, one, chances)])
    return table.ravel(), home.ravel()


def level_log_rates() -> Array:
    """The log rate that each level stands for; the mean of f(1 - f) / 2 over a spacing is 1/12."""
    import numpy as np

    return LOWEST + SPACING * np.arange(LEVELS) - SPACING**2 / 12


def _poisson(rates: Array) -> Array:
    """Chances of 0 to the most goals, the rest given to the most: shape (levels, goals)."""
    import numpy as np

    goals = np.arange(_MOST_GOALS + 1)
    log_factorial = np.array([math.lgamma(k + 1) for k in goals])
    chances: Array = np.exp(np.outer(np.log(rates), goals) - rates[:, None] - log_factorial)
    chances[:, -1] += 1 - chances.sum(1)
    return chances


def _slots(chances: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """Goals of each slot (levels, slots), and the value between 0 and 1 that each slot stands for.

    The values are evenly spaced from a random start, so that a chance of 0.3 slots is one slot in 3 of 10 chunks.
    """
    import numpy as np

    start = rng.random((len(chances), 1))
    borders = np.clip(np.ceil(np.cumsum(chances, axis=1) * _SLOTS - start), 0, _SLOTS).astype(np.intp)
    borders[:, -1] = _SLOTS
    counts = np.diff(borders, axis=1, prepend=0)
    goals = np.tile(np.arange(chances.shape[1], dtype=np.uint8), len(chances))
    return np.repeat(goals, counts.ravel()).reshape(-1, _SLOTS), (np.arange(_SLOTS) + start) / _SLOTS
