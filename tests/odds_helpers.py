"""Small seasons for the tests of the odds."""

from __future__ import annotations

import datetime
import itertools

import numpy as np

from tabellino.domain.league import Match, Season

FIRST_DAY = datetime.date(2021, 8, 21)


def small_season(
    clubs: int = 4, seed: int = 1, season: str = "2021-22", competition: str = "serie-a", most_goals: int = 3
) -> Season:
    """Every pair twice, a match a day, with scores drawn evenly from 0 to `most_goals`."""
    rng = np.random.default_rng(seed)
    names = [f"Club {chr(65 + number)}" for number in range(clubs)]
    pairs = list(itertools.permutations(names, 2))
    rng.shuffle(pairs)
    first = FIRST_DAY.replace(year=int(season[:4]))
    matches = []
    for day, (home, away) in enumerate(pairs):
        home_goals, away_goals = (int(goals) for goals in rng.integers(0, most_goals + 1, 2))
        matches.append(
            Match(
                first + datetime.timedelta(days=day), home, away, home_goals, away_goals, None, day // (clubs // 2) + 1
            )
        )
    return Season(competition, season, tuple(matches))


def day(number: int, season: str = "2021-22") -> datetime.date:
    """The day of a match of `small_season`, counted from 0."""
    return FIRST_DAY.replace(year=int(season[:4])) + datetime.timedelta(days=number)
