"""Scores of many simulated matches, fast: strengths drawn for every season, goals looked up in tables.

One chunk of seasons is made at a time, small enough for the processor's cache. For every season of a chunk the
strengths are drawn from their uncertainty. For every match the log rate of a side is rounded to one of 64 levels,
up or down at random so that it is right on average; a table of 256 slots a level, whose borders are shifted at
random from chunk to chunk for the same reason, then turns one random byte into goals. Rounding therefore adds a
little noise but no bias that more seasons would not remove, but for the curvature of the goals between two levels
(at a spacing of 0.08: 0.05 % of the rate).

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

#: Levels of the log rate: from exp(-3) = 0.05 goals in steps of 8 % up to exp(2.04) = 7.7.
LEVELS, LOWEST, SPACING = 64, -3.0, 0.08
_SLOTS = 256
_MOST_GOALS = 12
#: Home tables by what the away side did, in the two highest bits of an index.
_AWAY_NIL, _AWAY_ONE, _TABLE_BITS = 1 << 14, 2 << 14, 3 << 14
_LEVEL_BITS, _LOW_BYTE, _BYTE = 0x3F00, 0xFF, 8
_TOP_INDEX = (LEVELS - 1) << 8
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
        self._home, self._away = [int(i) for i in home], [int(i) for i in away]
        self._clubs = len(clubs)
        self._rho = strengths.low_score
        self._seed = seed
        self._mean, self._factor = _ratings(strengths, clubs, variance_factor)

    def chunk(self, number: int, seasons: int, watch: int | None = None) -> Chunk:
        """Simulate one chunk of `seasons`, a multiple of 4; `watch` is the match whose levels are wanted."""
        import numpy as np

        rng = np.random.Generator(np.random.SFC64(np.random.SeedSequence([self._seed, number])))
        away_table, home_table = goal_tables(self._rho, rng)
        ratings = self._draw(rng, seasons)
        n = self._clubs
        host, guest, defence = ratings[:n], ratings[n : 2 * n], ratings[2 * n :]
        matches = len(self._home)
        home_goals = np.empty((matches, seasons), np.uint8)
        away_goals = np.empty((matches, seasons), np.uint8)
        levels = None
        index, away_found = np.empty(seasons, np.uint16), np.empty(seasons, np.uint16)
        for k, (h, a) in enumerate(zip(self._home, self._away, strict=True)):
            # Sixteen random bits a side: the low byte rounds the rate, the high byte is the slot.
            noise = rng.bit_generator.random_raw(seasons // 2).view(np.uint16).reshape(2, seasons)
            _index(guest[a], defence[h], noise[0], index)
            away_table.take(index, out=away_found, mode="wrap")
            away_goals[k] = away_found  # the low byte
            if k == watch:
                levels = np.empty((2, seasons), np.uint8)
                levels[1] = index >> 8
            _index(host[h], defence[a], noise[1], index)
            if k == watch and levels is not None:
                levels[0] = index >> 8
            np.bitwise_and(away_found, _TABLE_BITS, out=away_found)
            np.bitwise_or(index, away_found, out=index)
            home_table.take(index, out=home_goals[k], mode="wrap")
        return Chunk(home_goals, away_goals, levels)

    def _draw(self, rng: np.random.Generator, seasons: int) -> Array:
        """Ratings of every club in every season, in 256ths of a level.

        Four seasons share their normals with the signs of either half turned: each is an exact draw, and together
        they balance.
        """
        import numpy as np

        quarter, half = seasons // 4, self._factor.shape[1] // 2
        normals = rng.standard_normal((self._factor.shape[1], quarter), dtype=np.float32)
        first, second = self._factor[:, :half] @ normals[:half], self._factor[:, half:] @ normals[half:]
        ratings = np.empty((len(self._mean), 4, quarter), np.int16)
        mean = self._mean[:, None]
        for k, (one, two) in enumerate(((1, 1), (1, -1), (-1, 1), (-1, -1))):
            ratings[:, k] = mean + one * first + two * second
        return ratings.reshape(len(self._mean), seasons)


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
    unit = 256 / SPACING
    return (mean * unit).astype(np.float32), (mix[:, wanted] @ root * unit).astype(np.float32)


def _index(attack: Array, defence: Array, noise: Array, out: Array) -> None:
    """Level and slot of each season in one number; destroys `noise`."""
    import numpy as np

    signed = out.view(np.int16)
    slot = noise >> _BYTE
    np.bitwise_and(noise, _LOW_BYTE, out=noise)
    np.subtract(attack, defence, out=signed)
    np.add(signed, noise.view(np.int16), out=signed)
    np.clip(signed, 0, _TOP_INDEX, out=signed)
    np.bitwise_and(out, _LEVEL_BITS, out=out)
    np.bitwise_or(out, slot, out=out)


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
    """The log rate that each level stands for."""
    import numpy as np

    return LOWEST + SPACING * np.arange(LEVELS)


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
