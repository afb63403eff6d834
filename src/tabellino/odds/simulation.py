"""Many seasons played to their end: chunks of simulated scores, ranked and counted, on all cores."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tabellino.errors import UsageError
from tabellino.odds.play_offs import play_off_chances
from tabellino.odds.ranking import PlayOffRule, Ranking
from tabellino.odds.sampler import Chunk, Sampler
from tabellino.odds.situation import Situation
from tabellino.odds.strengths import Strengths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Seasons of one chunk. Smaller ones fit a core's cache better and larger ones let threads get out of each other's
#: way: on two cores 4,096 to 32,768 were tried, and a million seasons took 5.0, 3.8 and, with this, 2.4 seconds.
CHUNK = 16_384
#: Groups of seasons per chunk whose scatter gives the standard errors of differences.
BATCHES = 8
MOST_SEASONS = 100_000_000

Progress = Callable[[int, int], None]


@dataclasses.dataclass(frozen=True, eq=False)
class Tally:
    """Sums over simulated seasons of one scenario.

    `weight` has shape (batches,): the summed weights of the seasons; `places` (batches, places, clubs) the weights
    of the seasons in which a club took a place; `points` and `squares` (clubs,) weighted sums of the final points.
    """

    weight: Array
    places: Array
    points: Array
    squares: Array

    @classmethod
    def joined(cls, parts: Sequence[Tally]) -> Tally:
        """The tallies of several chunks as one: batches one after the other."""
        import numpy as np

        return cls(
            np.concatenate([p.weight for p in parts]),
            np.concatenate([p.places for p in parts]),
            np.sum([p.points for p in parts], axis=0),
            np.sum([p.squares for p in parts], axis=0),
        )

    @classmethod
    def mixed(cls, parts: Sequence[Tally]) -> Tally:
        """Scenarios that exclude one another, taken together: season by season their weights add up."""
        import numpy as np

        names = [field.name for field in dataclasses.fields(cls)]
        return cls(*(np.sum([getattr(part, name) for part in parts], axis=0) for name in names))


class Simulation:
    """Simulates the rest of one season. Made once, asked for as many seasons as wanted."""

    def __init__(self, situation: Situation, strengths: Strengths, *, seed: int, spread: float = 1.0) -> None:
        """`spread` multiplies the variance of the strengths (see `season.spread` of data/odds.toml)."""
        import numpy as np

        place = {club: number for number, club in enumerate(situation.clubs)}
        self.situation = situation
        self.seed = seed
        self._home = np.array([place[f.home] for f in situation.fixtures], dtype=np.intp)
        self._away = np.array([place[f.away] for f in situation.fixtures], dtype=np.intp)
        self._sampler = Sampler(strengths, situation.clubs, self._home, self._away, seed, spread)
        criteria = situation.rules.criteria_of(situation.season.season)
        self._ranking = Ranking(
            len(situation.clubs),
            self._home.tolist(),
            self._away.tolist(),
            [(place[h], place[a], *score) for (h, a), score in situation.results.items()],
            [situation.deducted[club] for club in situation.clubs],
            [*criteria.order, *(criteria.if_it_matters or ())],
            restart=criteria.restart,
            play_offs=[
                PlayOffRule(rule.place, play_off_chances(strengths, situation.clubs, rule.format))
                for rule in situation.rules.play_offs_of(situation.season.season)
                if rule.place < len(situation.clubs)
            ],
        )

    def run(
        self,
        seasons: int,
        *,
        threads: int | None = None,
        progress: Progress | None = None,
        watch: int | None = None,
        scenarios: Sequence[Callable[[Chunk, np.random.Generator], tuple[Chunk, Array | None]]] = (),
    ) -> tuple[list[Tally], int]:
        """One tally per scenario (the season as it comes, if none is given) and the number of seasons made.

        A scenario turns a chunk into what it would be, with a weight for every season (None: all 1). All scenarios
        see the same chunks and the same lots. Ctrl-C stops after the chunks in work, and what was made is kept;
        KeyboardInterrupt is raised only if nothing was. Raises `UsageError` for a number of seasons out of range.
        """
        if not 8 <= seasons <= MOST_SEASONS:
            raise UsageError(f"{seasons} seasons; simulate from 8 to {MOST_SEASONS:,}")
        sizes = _sizes(seasons)
        done: list[list[Tally]] = []
        made = 0
        try:
            for number, tallies in enumerate(self._chunks(sizes, threads, watch, scenarios)):
                done.append(tallies)
                made += sizes[number]
                if progress is not None:
                    progress(made, sum(sizes))
        except KeyboardInterrupt:
            if not done:
                raise
        return [Tally.joined(parts) for parts in zip(*done, strict=True)], made

    def _chunks(
        self, sizes: Sequence[int], threads: int | None, watch: int | None, scenarios: Sequence[Any]
    ) -> Iterator[list[Tally]]:
        """Tallies of the chunks in order; numpy works outside the interpreter's lock, so threads do."""
        threads = threads or min(os.cpu_count() or 1, 8)
        if threads == 1 or len(sizes) == 1:
            for number, size in enumerate(sizes):
                yield self._one_chunk(number, size, watch, scenarios)
            return
        numbers = iter(enumerate(sizes))
        with concurrent.futures.ThreadPoolExecutor(threads) as pool:
            submit = pool.submit
            waiting = [
                submit(self._one_chunk, number, size, watch, scenarios)
                for number, size in itertools.islice(numbers, 2 * threads)
            ]
            try:
                while waiting:
                    tallies = waiting.pop(0).result()
                    for number, size in itertools.islice(numbers, 1):
                        waiting.append(submit(self._one_chunk, number, size, watch, scenarios))
                    yield tallies
            finally:
                for future in waiting:
                    future.cancel()

    def _one_chunk(self, number: int, seasons: int, watch: int | None, scenarios: Sequence[Any]) -> list[Tally]:
        import numpy as np

        chunk = self._sampler.chunk(number, seasons, watch)
        tallies = []
        for scenario in scenarios or (_as_it_comes,):
            changed, weight = scenario(chunk, np.random.default_rng([self.seed, number, 1]))
            # The same lots for every scenario: what differs then is the match alone.
            lots = np.random.Generator(np.random.SFC64(np.random.SeedSequence([self.seed, number, 2])))
            places, points = self._ranking.order(changed.home_goals, changed.away_goals, lots)
            tallies.append(_tally(places, points, weight))
        return tallies


def _sizes(seasons: int) -> list[int]:
    """Sizes of the chunks, multiples of 8, at least two where that can be so that two cores have work."""
    size = min(CHUNK, max(8, -(-seasons // 16) * 8))
    rest = seasons % size // 8 * 8
    return [size] * (seasons // size) + ([rest] if rest else [])


def _as_it_comes(chunk: Chunk, rng: np.random.Generator) -> tuple[Chunk, None]:
    return chunk, None


def _tally(places: Array, points: Array, weight: Array | None) -> Tally:
    """Sums of one chunk. The four seasons that share their normals stay in one batch."""
    import numpy as np

    clubs, seasons = places.shape
    batch = np.tile(np.arange(seasons // 4) * BATCHES // (seasons // 4), 4)
    batches = min(BATCHES, seasons // 4)
    batch = np.minimum(batch, batches - 1)
    keys = batch * clubs
    if weight is None:
        counted = [np.bincount(keys + place, minlength=batches * clubs) for place in places]
        weight_sums = np.bincount(batch, minlength=batches).astype(float)
        sums, squares = points.sum(1, dtype=float), np.square(points, dtype=np.int32).sum(1, dtype=float)
    else:
        counted = [np.bincount(keys + place, weights=weight, minlength=batches * clubs) for place in places]
        weight_sums = np.bincount(batch, weights=weight, minlength=batches)
        sums, squares = points @ weight, np.square(points, dtype=np.int32) @ weight
    by_batch = np.stack(counted).reshape(clubs, batches, clubs).transpose(1, 0, 2).astype(float)
    return Tally(weight_sums, by_batch, sums, squares)
