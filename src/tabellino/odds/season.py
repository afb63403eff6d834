"""The odds of a season: where every club may end."""

from __future__ import annotations

import datetime

from tabellino.domain.stakes import ClubOdds, Odds, SeasonOdds
from tabellino.odds.settings import SeasonSettings, default_settings
from tabellino.odds.simulation import Progress, Simulation, Tally
from tabellino.odds.situation import Situation
from tabellino.odds.strengths import Strengths
from tabellino.odds.zones import zone_places


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


def as_season_odds(situation: Situation, strengths: Strengths, tally: Tally, simulations: int, seed: int) -> SeasonOdds:
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


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
