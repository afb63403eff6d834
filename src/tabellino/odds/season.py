"""The rest of a season, simulated: where every club may end, and what one match changes about it."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import datetime
import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tabellino.domain.record import Score
from tabellino.domain.stakes import ClubOdds, Odds, SeasonOdds, Zone
from tabellino.errors import UsageError
from tabellino.league.standings import zones_at
from tabellino.odds.grid import outcomes, score_grids
from tabellino.odds.ranking import PlayOffRule, Ranking
from tabellino.odds.sampler import Chunk, Sampler
from tabellino.odds.settings import SeasonSettings, default_settings
from tabellino.odds.situation import Situation
from tabellino.odds.strengths import Strengths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Seasons of one chunk: goals of 140 matches in bytes fill 2.3 MB, what a core's own cache holds.
CHUNK = 8192
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
        place = {club: number for number, club in enumerate(situation.clubs)}
        self.situation = situation
        self.seed = seed
        self._home = [place[f.home] for f in situation.fixtures]
        self._away = [place[f.away] for f in situation.fixtures]
        self._sampler = Sampler(strengths, situation.clubs, self._home, self._away, seed, spread)
        criteria = situation.rules.criteria_of(situation.season.season)
        self._ranking = Ranking(
            len(situation.clubs),
            self._home,
            self._away,
            [(place[h], place[a], *score) for (h, a), score in situation.results.items()],
            [situation.deducted[club] for club in situation.clubs],
            [*criteria.order, *(criteria.if_it_matters or ())],
            restart=criteria.restart,
            play_offs=[
                PlayOffRule(rule.place, play_off_chances(strengths, situation.clubs, rule.format))
                for rule in situation.rules.play_offs_of(situation.season.season)
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
        sizes = [CHUNK] * (seasons // CHUNK) + [s for s in [seasons % CHUNK // 8 * 8] if s]
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


def season_odds(
    situation: Situation,
    strengths: Strengths,
    *,
    simulations: int | None = None,
    seed: int | None = None,
    settings: SeasonSettings | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> SeasonOdds:
    """The odds of every club on the morning of the situation. Raises as `Simulation.run` does."""
    settings = settings or default_settings().season
    seed = settings.seed if seed is None else seed
    simulation = Simulation(situation, strengths, seed=seed, spread=settings.spread)
    tallies, made = simulation.run(simulations or settings.simulations, threads=threads, progress=progress)
    return as_season_odds(situation, strengths, tallies[0], made, seed)


def as_season_odds(
    situation: Situation, strengths: Strengths, tally: Tally, simulations: int, seed: int
) -> SeasonOdds:
    """The value shown to users, from a tally."""
    import numpy as np

    total = tally.weight.sum()
    places = tally.places.sum(0) / total
    mean = tally.points / total
    spread = np.sqrt(np.maximum(tally.squares / total - mean**2, 0))
    zones, notes = zone_places(situation)
    clubs = []
    for c, club in enumerate(situation.clubs):
        odds = {zone: _odds(float(sum(places[p - 1, c] for p in span)), simulations) for zone, span in zones.items()}
        clubs.append(
            ClubOdds(
                club=club,
                played=situation.played[club],
                points=situation.points[club],
                expected_points=float(mean[c]),
                points_spread=float(spread[c]),
                places=tuple(float(p) for p in places[:, c]),
                zones=odds,
            )
        )
    return SeasonOdds(
        competition=situation.season.competition,
        season=situation.season.season,
        on=situation.on.isoformat(),
        last_result=_iso(max((m.date for m in situation.known), default=strengths.last_result)),
        results_used=strengths.matches,
        matches_left=len(situation.fixtures),
        simulations=simulations,
        seed=seed,
        clubs=tuple(sorted(clubs, key=lambda c: (-c.expected_points, c.club))),
        notes=notes,
    )


def _odds(probability: float, simulations: int) -> Odds:
    """A probability with its standard error, which is not 0 when nothing (or everything) was seen: by Agresti and
    Coull one season of each kind is added."""
    added = (probability * simulations + 1) / (simulations + 2)
    return Odds(min(max(probability, 0.0), 1.0), float((added * (1 - added) / simulations) ** 0.5))


def zone_places(situation: Situation) -> tuple[dict[Zone, tuple[int, ...]], tuple[str, ...]]:
    """The places of each zone, from 1, and what must be said about them."""
    rules, season, places = situation.rules, situation.season.season, range(1, len(situation.clubs) + 1)
    led_to = {place: zones_at(rules, season, place) for place in places}
    zones: dict[Zone, tuple[int, ...]] = {"title": (1,)}
    champions = {"champions_league", "champions_league_qualifying"}
    europe = {*champions, "europa_league", "europa_league_with_cup", "conference_league_with_cup"}
    for zone, names in (
        ("champions_league", champions),
        ("europe", europe),
        ("relegation_play_off", {"relegation_play_off"}),
        ("relegation", {"relegation"}),
    ):
        span = tuple(place for place in places if names & set(led_to[place]))
        if span:
            zones[zone] = span  # type: ignore[index]
    notes = []
    if "2023-24" <= season and rules.extra_champions_league and season not in rules.extra_champions_league:
        notes.append("a further Champions League place for the country is not known and not counted")
    if any("with_cup" in name for names in led_to.values() for name in names):
        notes.append("europe counts the places that the winners of the cups usually leave to the league")
    if situation.set_results:
        told = ", ".join(f"{h} v {a} {x}-{y}" for (h, a), (x, y) in situation.set_results.items())
        notes.append(f"supposing {told}")
    return zones, tuple(notes)


def play_off_chances(strengths: Strengths, clubs: tuple[str, ...], form: str) -> Array:
    """Probability that the club ranked above wins a play-off, shape (clubs, clubs).

    One match is taken to be on neutral ground, level ones to be settled evenly by penalties; of two legs the second
    is at the ground of the club above, and level ones are settled evenly.
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
        half = strengths.advantage / 2
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


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
