"""What one match changes in a season: the odds before it, and after each result it could have.

All results are looked at on the same simulated seasons: only the match itself is set, and a season counts for a
result by the probability that its own strengths give to it. So the odds after a win already hold what the win says
about the two clubs, the odds before are exactly the mean of those after (law of total probability), and differences
carry far less noise than the odds themselves.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from tabellino.domain.record import Score
from tabellino.domain.stakes import Importance, MatchEffect, ResultEffect, Zone, ZoneChange
from tabellino.odds.grid import GOALS, ScoreGrid, score_grid, score_grids
from tabellino.odds.sampler import LEVELS, Chunk, level_log_rates
from tabellino.odds.season import as_season_odds
from tabellino.odds.settings import SeasonSettings, default_settings
from tabellino.odds.simulation import Progress, Simulation, Tally
from tabellino.odds.situation import Situation
from tabellino.odds.strengths import Strengths
from tabellino.odds.zones import zone_places

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

Result = Literal["home", "draw", "away", "score"]

#: Changes below a twentieth of a per cent, or below twice their standard error, are not worth telling.
SMALLEST_CHANGE = 0.0005
_NOISE = 2.0
#: Scores that a result is simulated by stay below the codes of the ranking.
_HIGHEST = 12


def match_effect(
    situation: Situation,
    strengths: Strengths,
    fixture: int,
    *,
    score: Score | None = None,
    simulations: int | None = None,
    seed: int | None = None,
    settings: SeasonSettings | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> MatchEffect:
    """The season before and after a fixture (its number in the situation); `score` is its result where known.

    Raises as `Simulation.run` does.
    """
    settings = settings or default_settings().season
    seed = settings.seed if seed is None else seed
    match = situation.fixtures[fixture]
    grid = score_grid(strengths, match.home, match.away)
    scenarios = [_Scenario.of(name, grid, strengths.low_score, fixture) for name in ("home", "draw", "away")]
    if score is not None:
        scenarios.append(_Scenario.of("score", grid, strengths.low_score, fixture, score))
    simulation = Simulation(situation, strengths, seed=seed, spread=settings.spread)
    tallies, made = simulation.run(
        simulations or settings.simulations, threads=threads, progress=progress, watch=fixture, scenarios=scenarios
    )
    before = Tally.mixed(tallies[:3])
    zones, _ = zone_places(situation)
    before_in = _InZones.of(before, zones)
    after_in = [_InZones.of(tally, zones) for tally in tallies]
    return MatchEffect(
        home=match.home,
        away=match.away,
        date=match.date.isoformat() if match.date else None,
        before=as_season_odds(situation, strengths, before, made, seed),
        results=tuple(
            ResultEffect(
                result=scenario.result,
                score=scenario.score,
                probability=float(tally.weight.sum() / before.weight.sum()),
                changes=_changes(before_in, after, situation.clubs, tuple(zones)),
            )
            for scenario, tally, after in zip(scenarios, tallies, after_in, strict=True)
        ),
        importance=_importance(after_in[:3], situation.clubs, tuple(zones)),
    )


@dataclasses.dataclass(frozen=True, eq=False)
class _Scenario:
    """One result of the watched match: called with a chunk, gives the chunk with it and the weights of the seasons.

    `weights` holds the result's probability for every pair of levels; `scores` its scores with `chances` adding up
    to 1.
    """

    result: Result
    score: Score | None
    fixture: int
    weights: Array
    scores: Array
    chances: Array

    @classmethod
    def of(
        cls, result: Result, grid: ScoreGrid, low_score: float, fixture: int, score: Score | None = None
    ) -> _Scenario:
        import numpy as np

        home, away = np.indices((GOALS, GOALS))
        if score is not None:
            wanted = (home == score[0]) & (away == score[1])
        else:
            wanted = {"home": home > away, "draw": home == away, "away": home < away}[result]
        first, second = (axis.ravel() for axis in np.meshgrid(level_log_rates(), level_log_rates(), indexing="ij"))
        weights = (score_grids(first, second, low_score) * wanted).sum((1, 2)).astype(np.float32)
        scores = np.argwhere(wanted & (np.maximum(home, away) <= _HIGHEST))
        chances = grid.chances[scores[:, 0], scores[:, 1]]
        return cls(result, score, fixture, weights, scores.astype(np.uint8), chances / chances.sum())

    def __call__(self, chunk: Chunk, rng: np.random.Generator) -> tuple[Chunk, Array]:
        import numpy as np

        assert chunk.levels is not None, "the fixture was not watched"
        seasons = chunk.home_goals.shape[1]
        drawn = np.searchsorted(np.cumsum(self.chances), rng.random(seasons)).clip(max=len(self.scores) - 1)
        home_goals, away_goals = chunk.home_goals.copy(), chunk.away_goals.copy()
        home_goals[self.fixture], away_goals[self.fixture] = self.scores[drawn].T
        pairs = chunk.levels[0].astype(np.intp) * LEVELS + chunk.levels[1]
        return Chunk(home_goals, away_goals, None), self.weights.take(pairs)


@dataclasses.dataclass(frozen=True, eq=False)
class _InZones:
    """Odds of every zone and club with what is needed for the errors of differences.

    `odds` has shape (zones, clubs); `influence` (batches, zones, clubs) is what each batch of seasons adds to the
    error of the odds: a ratio of sums, linearised.
    """

    odds: Array
    influence: Array

    @classmethod
    def of(cls, tally: Tally, zones: dict[Zone, tuple[int, ...]]) -> _InZones:
        import numpy as np

        inside = np.stack([tally.places[:, [p - 1 for p in span]].sum(1) for span in zones.values()], axis=1)
        total = tally.weight.sum()
        odds = inside.sum(0) / total
        return cls(odds, (inside - odds * tally.weight[:, None, None]) / total)

    def error_of_difference(self, other: _InZones) -> Array:
        import numpy as np

        batches = len(self.influence)
        squares = ((self.influence - other.influence) ** 2).sum(0)
        error: Array = np.sqrt(squares * batches / max(batches - 1, 1))
        return error


def _changes(before: _InZones, after: _InZones, clubs: Sequence[str], zones: Sequence[Zone]) -> tuple[ZoneChange, ...]:
    error = after.error_of_difference(before)
    changes = [
        ZoneChange(club, zone, float(before.odds[z, c]), float(after.odds[z, c]), float(error[z, c]))
        for z, zone in enumerate(zones)
        for c, club in enumerate(clubs)
    ]
    told = [ch for ch in changes if abs(ch.after - ch.before) > max(SMALLEST_CHANGE, _NOISE * ch.standard_error)]
    return tuple(sorted(told, key=lambda ch: (-abs(ch.after - ch.before), ch.club, ch.zone)))


def _importance(after: Sequence[_InZones], clubs: Sequence[str], zones: Sequence[Zone]) -> tuple[Importance, ...]:
    found = []
    for z, zone in enumerate(zones):
        for c, club in enumerate(clubs):
            best = max(after, key=lambda one: one.odds[z, c])
            worst = min(after, key=lambda one: one.odds[z, c])
            swing = float(best.odds[z, c] - worst.odds[z, c])
            error = float(best.error_of_difference(worst)[z, c])
            if swing > max(SMALLEST_CHANGE, _NOISE * error):
                found.append(Importance(club, zone, swing, error))
    return tuple(sorted(found, key=lambda one: (-one.swing, one.club, one.zone)))
