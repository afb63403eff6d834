"""Final tables of many simulated seasons at once, ordered by the competition's own criteria, exactly.

Clubs of one season are first split into classes by points; each criterion then splits the classes that are left.
Head-to-head criteria count only matches among the clubs of one class. All seasons of a chunk are worked on together
with vector operations, and a criterion sees only the seasons in which clubs are still level.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tabellino.errors import DataError

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: (home club, away club, home goals, away goals), clubs as indexes.
PlayedMatch = tuple[int, int, int, int]

_CLUB_BITS = 5
_MOST_FIELDS = 4
#: A criterion's value takes so many bits of a packed value; its sum over a season stays within half of them.
_FIELD = 10
_HALF = 1 << (_FIELD - 1)
#: The code of "no such match" among score codes (home goals * 16 + away goals; nobody scores 15).
_NO_MATCH = 255

#: What one match is worth to a side under each criterion: (own goals, other's goals, away) to a number.
_WORTH = {
    "points": lambda own, other, away: 3 * (own > other) + (own == other),
    "goal_difference": lambda own, other, away: own - other,
    "goals_for": lambda own, other, away: own,
    "away_goals": lambda own, other, away: own * away,
    "wins": lambda own, other, away: 1 * (own > other),
    "away_wins": lambda own, other, away: (own > other) * away,
}


@dataclasses.dataclass(frozen=True)
class PlayOffRule:
    """Two clubs level on points for `place` (from 1) and the next play it off; `chances[a, b]` is the probability
    that club a, ranked above b by the criteria, wins."""

    place: int
    chances: Array


class Ranking:
    """Orders the clubs of simulated seasons."""

    def __init__(
        self,
        clubs: int,
        home: Sequence[int],
        away: Sequence[int],
        played: Iterable[PlayedMatch],
        deductions: Sequence[int],
        criteria: Sequence[str],
        *,
        restart: bool = False,
        play_offs: Sequence[PlayOffRule] = (),
    ) -> None:
        """`home` and `away` are the fixtures to be simulated, `deductions` the points taken from each club, and
        `criteria` those after points, `h2h_` marking those among the level clubs only. Raises `DataError` for an
        unknown criterion or more clubs than 32."""
        if clubs > 1 << _CLUB_BITS:
            raise DataError(f"{clubs} clubs in one table; at most {1 << _CLUB_BITS} can be ranked")
        unknown = [c for c in criteria if c.removeprefix("h2h_") not in _WORTH]
        if unknown:
            raise DataError(f"unknown criteria {', '.join(unknown)}; known: {', '.join(_WORTH)}, each also with h2h_")
        self._clubs, self._home, self._away = clubs, list(home), list(away)
        self._played, self._deductions = tuple(played), list(deductions)
        self._steps = _steps(criteria, restart)
        self._restart = restart
        self._play_offs = tuple(play_offs)
        self._fixtures = _layers(clubs, self._home, self._away)

    def order(self, home_goals: Array, away_goals: Array, rng: np.random.Generator) -> tuple[Array, Array]:
        """Club on each place, shape (places, seasons), and points of each club, shape (clubs, seasons).

        What no criterion can split is decided by lot, drawn from `rng`, as are play-offs.
        """
        import numpy as np

        first = self._steps[0]
        points = self._total("points", home_goals, away_goals)
        places, classes = _sort(None, self._packed(first, home_goals, away_goals, points), len(first))
        open_seasons = np.arange(points.shape[1])
        current, step = places, 1
        while step <= len(self._steps):
            level = (classes[1:] == classes[:-1]).any(axis=0)
            if not level.any():
                break
            open_seasons, current, classes = open_seasons[level], current[:, level], classes[:, level]
            of_club = _by_club(current, classes)
            fields = len(self._steps[step]) if step < len(self._steps) else 0
            if step == len(self._steps):
                values, fields = rng.integers(0, 1 << (2 * _FIELD), of_club.shape), 2
            elif self._steps[step][0].startswith("h2h_"):
                scores = home_goals, away_goals
                values = self._among_level(self._steps[step], current, classes, open_seasons, scores)
            else:
                values = self._packed(self._steps[step], home_goals[:, open_seasons], away_goals[:, open_seasons])
            before = classes[-1]
            current, classes = _sort(of_club, values, fields)
            places[:, open_seasons] = current
            step = 1 if self._restart and (classes[-1] > before).any() and step < len(self._steps) else step + 1
        for rule in self._play_offs:
            _play_off(rule, places, points, rng)
        return places, points

    def _total(self, criterion: str, home_goals: Array, away_goals: Array) -> Array:
        """A whole-season criterion of each club in each season, matches already played included."""
        import numpy as np

        worth = _WORTH[criterion]
        fixed = np.zeros(self._clubs, np.int16)
        for h, a, x, y in self._played:
            fixed[h] += worth(x, y, 0)
            fixed[a] += worth(y, x, 1)
        if criterion == "points":
            fixed -= np.array(self._deductions, np.int16)
        if criterion == "goal_difference":
            scored = self._sum(home_goals, away_goals).astype(np.int16)
            return scored - self._sum(away_goals, home_goals) + fixed[:, None]
        total: Array = self._sum(*_of_matches(criterion, home_goals, away_goals)) + fixed[:, None]
        return total

    def _sum(self, of_home: Array, of_away: Array) -> Array:
        """Sums over each club's simulated matches, in bytes: no criterion reaches 256 in the rest of a season."""
        import numpy as np

        total = np.zeros((self._clubs, of_home.shape[1]), np.uint8)
        for k, (h, a) in enumerate(zip(self._home, self._away, strict=True)):
            total[h] += of_home[k]
            total[a] += of_away[k]
        return total

    def _packed(self, step: tuple[str, ...], home_goals: Array, away_goals: Array, points: Array | None = None) -> Array:
        """Several criteria in one number each, the first weighing most."""
        import numpy as np

        kind = np.int16 if len(step) == 1 else np.int32 if len(step) <= 3 else np.int64
        value: Any = kind(0)
        for criterion in step:
            known = points if criterion == "points" else None
            total = self._total(criterion, home_goals, away_goals) if known is None else known
            value = (value << _FIELD) + total.astype(kind) + kind(_HALF)
        return value

    def _among_level(
        self, step: tuple[str, ...], places: Array, classes: Array, seasons: Array, scores: tuple[Array, Array]
    ) -> Array:
        """Head-to-head criteria of each club among the clubs of its class, packed."""
        import numpy as np

        at_home, at_away = _packed_worth(step)
        fixed = np.zeros((self._clubs, self._clubs), np.int64)
        for h, a, x, y in self._played:
            fixed[h, a] += at_home[min(x, 14) * 16 + min(y, 14)]
            fixed[a, h] += at_away[min(x, 14) * 16 + min(y, 14)]
        size, width = places.shape
        values = np.zeros(size * width, np.int64)
        for distance in range(1, size):
            # Clubs so many places apart and level: each is in at most one such pair as the upper, one as the lower.
            place, column = np.nonzero(classes[distance:] == classes[:-distance])
            if not len(place):
                break
            upper, lower = places[place, column], places[place + distance, column]
            for_upper, for_lower = fixed[upper, lower], fixed[lower, upper]
            for layer in self._fixtures:
                code = _codes(layer[upper, lower], seasons[column], *scores)
                for_upper += at_home[code]
                for_lower += at_away[code]
                code = _codes(layer[lower, upper], seasons[column], *scores)
                for_lower += at_home[code]
                for_upper += at_away[code]
            values[upper.astype(np.intp) * width + column] += for_upper
            values[lower.astype(np.intp) * width + column] += for_lower
        values += sum(_HALF << (_FIELD * k) for k in range(len(step)))
        return values.reshape(size, width)


def _steps(criteria: Sequence[str], restart: bool) -> list[tuple[str, ...]]:
    """Criteria that can be looked at together: with a restart each stands alone, otherwise runs of one kind."""
    steps: list[list[str]] = [["points"]]
    for criterion in criteria:
        of_same_kind = criterion.startswith("h2h_") == steps[-1][-1].startswith("h2h_")
        if of_same_kind and not restart and len(steps[-1]) < _MOST_FIELDS:
            steps[-1].append(criterion)
        else:
            steps.append([criterion])
    return [tuple(step) for step in steps]


def _layers(clubs: int, home: Sequence[int], away: Sequence[int]) -> list[Array]:
    """Which fixture has a at home to b: one table of fixture numbers (-1 for none) per time that a pair meets so."""
    import numpy as np

    layers: list[Array] = []
    for k, (h, a) in enumerate(zip(home, away, strict=True)):
        for layer in layers:
            if layer[h, a] < 0:
                layer[h, a] = k
                break
        else:
            layers.append(np.full((clubs, clubs), -1, np.intp))
            layers[-1][h, a] = k
    return layers


def _codes(fixture: Array, season: Array, home_goals: Array, away_goals: Array) -> Array:
    import numpy as np

    code = home_goals[fixture, season] * np.uint8(16) + away_goals[fixture, season]
    code[fixture < 0] = _NO_MATCH
    return code


def _of_matches(criterion: str, home_goals: Array, away_goals: Array) -> tuple[Array, Array]:
    """What every match is worth to its home and its away side under a criterion."""
    import numpy as np

    if criterion == "points":  # the common case, in bytes
        at_home = (home_goals > away_goals).view(np.uint8) * np.uint8(2) + (home_goals >= away_goals).view(np.uint8)
        at_away = (away_goals > home_goals).view(np.uint8) * np.uint8(2) + (away_goals >= home_goals).view(np.uint8)
        return at_home, at_away
    worth = _WORTH[criterion]
    return worth(home_goals, away_goals, np.uint8(0)), worth(away_goals, home_goals, np.uint8(1))


@functools.lru_cache(maxsize=32)
def _packed_worth(step: tuple[str, ...]) -> tuple[Array, Array]:
    """Packed worth of a match to the home and to the away side, by score code."""
    import numpy as np

    at_home, at_away = np.zeros(256, np.int64), np.zeros(256, np.int64)
    for x in range(15):
        for y in range(15):
            for criterion in step:
                worth = _WORTH[criterion.removeprefix("h2h_")]
                at_home[x * 16 + y] = (at_home[x * 16 + y] << _FIELD) + worth(x, y, 0)
                at_away[x * 16 + y] = (at_away[x * 16 + y] << _FIELD) + worth(y, x, 1)
    at_home[_NO_MATCH] = at_away[_NO_MATCH] = 0
    return at_home, at_away


def _sort(classes: Array | None, values: Array, fields: int) -> tuple[Array, Array]:
    """Split classes by value, the highest first: (club on each place, class of each place), classes from 0.

    `values` use `fields` fields of bits; `classes` is None while all clubs are in one class. Keys are as narrow as
    they can be: four times as many 16-bit numbers are compared at once as 64-bit ones.
    """
    import numpy as np

    width = fields * _FIELD
    bits = _CLUB_BITS + width + (0 if classes is None else _CLUB_BITS)
    kind = np.int16 if bits < 16 else np.int32 if bits < 32 else np.int64
    keys = ((1 << width) - 1 - values).astype(kind)
    if classes is not None:
        keys += classes.astype(kind) << width
    keys <<= _CLUB_BITS
    keys += np.arange(len(keys), dtype=kind)[:, None]
    _sort_columns(keys)
    places = keys.astype(np.uint8)
    places &= (1 << _CLUB_BITS) - 1
    keys >>= _CLUB_BITS
    changes = np.zeros(keys.shape, np.uint8)
    np.not_equal(keys[1:], keys[:-1], out=changes[1:].view(bool))
    for place in range(1, len(changes)):
        changes[place] += changes[place - 1]
    return places, changes


def _sort_columns(keys: Array) -> None:
    """Sort every column in place by a network of comparisons, each done for all columns at once."""
    import numpy as np

    lower = np.empty_like(keys[0])
    for i, j in sorting_network(len(keys)):
        np.minimum(keys[i], keys[j], out=lower)
        np.maximum(keys[i], keys[j], out=keys[j])
        keys[i] = lower


@functools.cache
def sorting_network(size: int) -> tuple[tuple[int, int], ...]:
    """Pairs to compare, in order, that sort any `size` numbers: Batcher's merge exchange (Knuth, TAOCP 5.2.2 M)."""
    pairs: list[tuple[int, int]] = []
    top = 1 << max((size - 1).bit_length() - 1, 0)
    p = top
    while p:
        q, r, d = top, 0, p
        while True:
            pairs += [(i, i + d) for i in range(size - d) if i & p == r]
            if q == p:
                break
            d, q, r = q - p, q >> 1, p
        p >>= 1
    return tuple(pairs)


def _by_club(places: Array, classes: Array) -> Array:
    """Class of each club instead of each place."""
    import numpy as np

    of_club = np.empty_like(classes)
    np.put_along_axis(of_club, places.astype(np.intp), classes, axis=0)
    return of_club


def _play_off(rule: PlayOffRule, places: Array, points: Array, rng: np.random.Generator) -> None:
    """Let clubs level on points for a place play for it: the lower swaps places when it wins."""
    import numpy as np

    seasons = np.arange(places.shape[1])
    upper, lower = places[rule.place - 1], places[rule.place]
    drawn = rng.random(len(seasons))  # drawn for all seasons, so that other scenarios see the same numbers
    swap = np.flatnonzero((points[upper, seasons] == points[lower, seasons]) & (drawn >= rule.chances[upper, lower]))
    places[rule.place - 1, swap], places[rule.place, swap] = lower[swap], upper[swap]
