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
from tabellino.odds.totals import FIELD, HALF, WORTH, PlayedMatch, Totals

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

_CLUB_BITS = 5
_MOST_FIELDS = 4
#: The code of "no such match" among score codes (home goals * 16 + away goals; nobody scores 15).
_NO_MATCH = 255


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
        `criteria` those after points, `h2h_` marking those among the level clubs only; `restart` begins anew with
        the first for clubs still level after one that split their class. Raises `DataError` for an unknown criterion
        or more clubs than 32."""
        import numpy as np

        if clubs > 1 << _CLUB_BITS:
            raise DataError(f"{clubs} clubs in one table; at most {1 << _CLUB_BITS} can be ranked")
        unknown = [c for c in criteria if c.removeprefix("h2h_") not in WORTH]
        if unknown:
            raise DataError(f"unknown criteria {', '.join(unknown)}; known: {', '.join(WORTH)}, each also with h2h_")
        self._clubs = clubs
        self._home, self._away = np.array(home, dtype=np.intp), np.array(away, dtype=np.intp)
        self._played, self._deductions = tuple(played), list(deductions)
        self._steps = _steps(criteria, restart)
        self._restart = restart
        self._play_offs = tuple(play_offs)
        self._fixtures = _fixture_tables(clubs, home, away)
        self._so_far = functools.cache(self._count_so_far)

    def order(self, home_goals: Array, away_goals: Array, rng: np.random.Generator) -> tuple[Array, Array]:
        """Club on each place, shape (places, seasons), and points of each club, shape (clubs, seasons).

        What no criterion can split is decided by lot, drawn from `rng`, as are play-offs.
        """
        import numpy as np

        totals = Totals(self._home, self._away, self._so_far, home_goals, away_goals)
        codes: Array | None = None
        places, classes = _split(None, None, totals.packed(self._steps[0]), 1)
        seasons, current, step = np.arange(places.shape[1]), places, 1
        while step <= len(self._steps):
            level = np.flatnonzero((classes[1:] == classes[:-1]).any(axis=0))
            if not len(level):
                break
            seasons, current, classes = seasons[level], current[:, level], classes[:, level]
            fields = len(self._steps[step]) if step < len(self._steps) else 2
            if step == len(self._steps):  # nothing is left but the lot
                values = rng.integers(0, 1 << (fields * FIELD), current.shape, dtype=np.int32)
            elif self._steps[step][0].startswith("h2h_"):
                codes = _score_codes(home_goals, away_goals) if codes is None else codes
                values = self._among_level(self._steps[step], current, classes, seasons, codes)
            else:
                values = np.take_along_axis(totals.packed(self._steps[step])[:, seasons], current, axis=0)
            before = classes[-1]
            current, classes = _split(current, classes, values, fields)
            places[:, seasons] = current
            anew = self._restart and step < len(self._steps) and bool((classes[-1] > before).any())
            step = 1 if anew else step + 1
        points = totals.of("points")
        for rule in self._play_offs:
            _play_off(rule, places, points, rng)
        return places, points

    def _count_so_far(self, criterion: str) -> Array:
        """What each club has by a criterion from the matches already played, deductions included."""
        import numpy as np

        so_far, worth = np.zeros(self._clubs, np.int16), WORTH[criterion]
        for h, a, x, y in self._played:
            so_far[h] += worth(x, y, 0)
            so_far[a] += worth(y, x, 1)
        return so_far - np.array(self._deductions, np.int16) if criterion == "points" else so_far

    def _among_level(
        self, criteria: tuple[str, ...], places: Array, classes: Array, seasons: Array, codes: Array
    ) -> Array:
        """Head-to-head criteria of the club on each place among the clubs of its class, packed."""
        import numpy as np

        at_home, at_away = _packed_worth(criteria)
        fixed = np.zeros((self._clubs, self._clubs), np.int64)
        for h, a, x, y in self._played:
            code = min(x, 14) * 16 + min(y, 14)
            fixed[h, a] += at_home[code]
            fixed[a, h] += at_away[code]
        club, so_far, (size, width) = places.ravel(), fixed.ravel(), places.shape
        values = np.full(club.size, sum(HALF << (FIELD * k) for k in range(len(criteria))), np.int64)
        for distance in range(1, size):
            # Clubs so many places apart and level: each is in at most one such pair as the upper, one as the lower.
            upper_at = np.flatnonzero(classes[distance:] == classes[:-distance])
            if not len(upper_at):
                break
            lower_at = upper_at + distance * width
            upper, lower = club.take(upper_at).astype(np.intp), club.take(lower_at).astype(np.intp)
            season = seasons.take(upper_at % width)
            pair, turned = upper * self._clubs + lower, lower * self._clubs + upper
            for_upper, for_lower = so_far.take(pair), so_far.take(turned)
            for table in self._fixtures:
                code = codes.take(table.take(pair) * codes.shape[1] + season)
                for_upper += at_home.take(code)
                for_lower += at_away.take(code)
                code = codes.take(table.take(turned) * codes.shape[1] + season)
                for_lower += at_home.take(code)
                for_upper += at_away.take(code)
            values[upper_at] += for_upper
            values[lower_at] += for_lower
        return values.reshape(places.shape)


def _steps(criteria: Sequence[str], restart: bool) -> list[tuple[str, ...]]:
    """Criteria that can be looked at together: with a restart each stands alone, otherwise runs of one kind."""
    steps: list[list[str]] = [["points"]]
    for criterion in criteria:
        of_same_kind = len(steps) > 1 and criterion.startswith("h2h_") == steps[-1][-1].startswith("h2h_")
        if of_same_kind and not restart and len(steps[-1]) < _MOST_FIELDS:
            steps[-1].append(criterion)
        else:
            steps.append([criterion])
    return [tuple(step) for step in steps]


def _fixture_tables(clubs: int, home: Sequence[int], away: Sequence[int]) -> list[Array]:
    """Which fixture has a at home to b, from 1 (0 for none): one flat table per time that a pair meets so."""
    import numpy as np

    tables: list[Array] = []
    for number, pair in enumerate((h * clubs + a for h, a in zip(home, away, strict=True)), start=1):
        free = next((table for table in tables if not table[pair]), None)
        if free is None:
            free = np.zeros(clubs * clubs, np.intp)
            tables.append(free)
        free[pair] = number
    return tables


def _score_codes(home_goals: Array, away_goals: Array) -> Array:
    """Score codes by fixture and season, after a row that stands for no match."""
    import numpy as np

    codes = np.empty((len(home_goals) + 1, home_goals.shape[1]), np.uint8)
    codes[0] = _NO_MATCH
    np.left_shift(home_goals, np.uint8(4), out=codes[1:])
    np.bitwise_or(codes[1:], away_goals, out=codes[1:])
    return codes


@functools.lru_cache(maxsize=32)
def _packed_worth(criteria: tuple[str, ...]) -> tuple[Array, Array]:
    """Packed worth of a match to the home and to the away side, by score code."""
    import numpy as np

    at_home, at_away = np.zeros(256, np.int64), np.zeros(256, np.int64)
    for x in range(15):
        for y in range(15):
            for criterion in criteria:
                worth, code = WORTH[criterion.removeprefix("h2h_")], x * 16 + y
                at_home[code] = (at_home[code] << FIELD) + worth(x, y, 0)
                at_away[code] = (at_away[code] << FIELD) + worth(y, x, 1)
    return at_home, at_away


def _split(places: Array | None, classes: Array | None, values: Array, fields: int) -> tuple[Array, Array]:
    """Split classes by value, the highest first: (club on each place, class of each place), classes from 0.

    `values` use `fields` fields of bits and, like `classes`, stand in the order of `places`; both are None at the
    start, when all clubs are in one class and values stand in the order of the clubs. Keys are as narrow as they can
    be, so that more of them are compared at once.
    """
    import numpy as np

    width = fields * FIELD
    bits = _CLUB_BITS + width + (0 if classes is None else _CLUB_BITS)
    kind: Any = np.int32 if bits < 32 else np.int64
    keys: Any = (((1 << width) - 1) - values).astype(kind)
    if classes is not None:
        keys += classes.astype(kind) << kind(width)
    keys <<= kind(_CLUB_BITS)
    keys += np.arange(len(keys), dtype=kind)[:, None] if places is None else places.astype(kind)
    # A sort along rows of 20 numbers in one piece is vectorised by numpy; one along columns is not.
    keys = np.ascontiguousarray(np.sort(np.ascontiguousarray(keys.T), axis=1).T)
    clubs = keys.astype(np.uint8)
    clubs &= np.uint8((1 << _CLUB_BITS) - 1)
    keys >>= kind(_CLUB_BITS)
    split = np.zeros(keys.shape, np.uint8)
    np.not_equal(keys[1:], keys[:-1], out=split[1:].view(bool))
    for place in range(1, len(split)):
        split[place] += split[place - 1]
    return clubs, split


def _play_off(rule: PlayOffRule, places: Array, points: Array, rng: np.random.Generator) -> None:
    """Let clubs level on points for a place play for it: the lower swaps places when it wins."""
    import numpy as np

    seasons = np.arange(places.shape[1])
    upper, lower = places[rule.place - 1], places[rule.place]
    drawn = rng.random(len(seasons), dtype=np.float32)  # for all seasons: other scenarios then see the same numbers
    level = np.flatnonzero(points[upper, seasons] == points[lower, seasons])
    swap = level[drawn[level] >= rule.chances[upper[level], lower[level]]]
    places[rule.place - 1, swap], places[rule.place, swap] = lower[swap], upper[swap]
