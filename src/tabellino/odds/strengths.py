"""Strengths of clubs: attack, defence and home advantage, from the results known on the morning of one day."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tabellino.domain.league import Fixture, Match, Season
from tabellino.errors import UsageError
from tabellino.odds.likelihood import Derivatives, derivatives
from tabellino.odds.settings import StrengthSettings, default_settings
from tabellino.odds.situation import of_league

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float64]]

#: Newton's method stops when no parameter moves more than this (log rates); the odds no longer change in the 6th digit.
_TOLERANCE = 1e-6
#: A step larger than this is shortened: far from the optimum the quadratic picture does not hold.
_LONGEST_STEP = 1.0
_MOST_STEPS = 50


@dataclasses.dataclass(frozen=True, eq=False)
class Strengths:
    """What the results known on the morning of `on` say about the clubs.

    `attack` and `defence` are log rates around a league mean of 0, in the order of `clubs`. The expected goals of
    home club h against away club a are exp(base + advantage / 2 + attack[h] - defence[a]), of the away club
    exp(base - advantage / 2 + attack[a] - defence[h]). `low_score` is ρ of `likelihood`. `covariance` is that of
    (attack, defence, base, advantage, low_score) in one vector, from the curvature at the optimum.
    `matches` counts the results used, `last_result` is the date of the newest (None when there was none).
    """

    clubs: tuple[str, ...]
    attack: Array
    defence: Array
    base: float
    advantage: float
    low_score: float
    covariance: Array
    on: datetime.date
    matches: int
    last_result: datetime.date | None

    def index(self, club: str) -> int:
        """The place of a club in the arrays. Raises `UsageError` for a club without strengths."""
        try:
            return self.clubs.index(club)
        except ValueError:
            raise UsageError(f"no strengths for {club!r}; known clubs: {', '.join(self.clubs)}") from None

    def log_rates(self, home: Sequence[int] | Array, away: Sequence[int] | Array) -> tuple[Array, Array]:
        """Log expected goals of the home and the away sides of several matches, given as indexes of clubs."""
        import numpy as np

        h, a = np.asarray(home, dtype=np.intp), np.asarray(away, dtype=np.intp)
        half = self.advantage / 2
        return (
            self.base + half + self.attack[h] - self.defence[a],
            self.base - half + self.attack[a] - self.defence[h],
        )

    def rates(self, home: str, away: str) -> tuple[float, float]:
        """Expected goals of both sides of one match."""
        import numpy as np

        eta, zeta = self.log_rates([self.index(home)], [self.index(away)])
        return float(np.exp(eta[0])), float(np.exp(zeta[0]))

    def vector(self) -> Array:
        """All parameters in one vector, in the order of `covariance`."""
        import numpy as np

        return np.concatenate([self.attack, self.defence, [self.base, self.advantage, self.low_score]])


def fit_strengths(
    season: Season,
    earlier: Iterable[Season] = (),
    on: datetime.date | None = None,
    *,
    also: Iterable[Match] = (),
    settings: StrengthSettings | None = None,
    start: Strengths | None = None,
) -> Strengths:
    """Fit the clubs of `season` to the results dated before `on` (None: all of them).

    `earlier` are seasons of the same competition; those after `season` are ignored. `also` are results of the day
    `on` itself that are known already (a match just played). Awarded matches tell nothing of strength and are left
    out. `start` (an earlier fit) saves Newton steps and changes nothing. Raises `UsageError` when there is no club.
    """
    settings = settings or default_settings().strengths
    before = [s for s in earlier if s.season < season.season]
    known = _Known.of(season, before, on, tuple(also), settings)
    if not known.clubs:
        raise UsageError(
            f"{season.competition} {season.season} has neither matches nor fixtures, so no clubs; add its results first"
        )
    problem = _Problem.of(known, settings)
    theta = problem.mean if start is None else _moved(start, known.clubs, problem.mean)
    theta, curvature = problem.solve(theta)
    return _as_strengths(theta, curvature, known)


@dataclasses.dataclass(frozen=True, eq=False)
class _Known:
    """The results to be used, as arrays: clubs of each match, goals, weight."""

    clubs: tuple[str, ...]
    promoted: frozenset[str]
    home: Array
    away: Array
    goals: Array
    weight: Array
    on: datetime.date
    last_result: datetime.date | None

    @classmethod
    def of(
        cls,
        season: Season,
        before: Sequence[Season],
        on: datetime.date | None,
        also: tuple[Match, ...],
        settings: StrengthSettings,
    ) -> _Known:
        import numpy as np

        on = on or max((m.date for m in season.matches), default=datetime.date.min) + datetime.timedelta(days=1)
        oldest = on - datetime.timedelta(days=settings.memory_days) if on.year > settings.memory_days // 365 else on
        year = _year(season)
        rows = [
            (match, year - _year(of))
            for of in (*before, season)
            for match in of.matches
            if oldest <= match.date < on and not match.awarded and of_league(match)
        ]
        rows += [(match, 0) for match in also if not match.awarded]
        # Sums of floating-point numbers depend on their order: sorting makes the answer independent of the files'.
        rows.sort(key=lambda row: (row[0].date, row[0].home, row[0].away))
        current = _clubs(season)
        clubs = tuple(sorted(current | {club for match, _ in rows for club in (match.home, match.away)}))
        place = {club: i for i, club in enumerate(clubs)}
        last = [s for s in before if _year(s) == year - 1]
        age = np.array([max((on - match.date).days, 0) for match, _ in rows], dtype=float)
        summers = np.array([summers for _, summers in rows], dtype=float)
        return cls(
            clubs=clubs,
            promoted=frozenset(current - _clubs(last[0])) if last else frozenset(),
            home=np.array([place[match.home] for match, _ in rows], dtype=np.intp),
            away=np.array([place[match.away] for match, _ in rows], dtype=np.intp),
            goals=np.array([(m.home_goals, m.away_goals) for m, _ in rows], dtype=float).reshape(-1, 2),
            weight=_weights(age, summers, settings),
            on=on,
            last_result=max((match.date for match, _ in rows), default=None),
        )


def _weights(age: Array, summers: Array, settings: StrengthSettings) -> Array:
    """How much results count: two exponential fades by age in days, and a loss at every summer."""
    share = settings.long_memory_share
    fade = (1 - share) * 0.5 ** (age / settings.half_life_days) + share * 0.5 ** (age / settings.long_half_life_days)
    weight: Array = fade * settings.season_carry**summers
    return weight


#: How the six parameters of a match (attack of the home side, defence of the away side, attack of the away side,
#: defence of the home side, base, advantage) make up the log rates of the home and of the away side.
_TO_HOME = (1.0, -1.0, 0.0, 0.0, 1.0, 0.5)
_TO_AWAY = (0.0, 0.0, 1.0, -1.0, 1.0, -0.5)


@dataclasses.dataclass(frozen=True, eq=False)
class _Problem:
    """Weighted log-likelihood plus Gaussian prior, as a function of one parameter vector.

    `touched` (matches, 6) are the places of each match's parameters in the vector, in the order of `_TO_HOME`.
    """

    touched: Array
    goals: Array
    weight: Array
    mean: Array
    precision: Array

    @classmethod
    def of(cls, known: _Known, settings: StrengthSettings) -> _Problem:
        import numpy as np

        n, each = len(known.clubs), np.ones_like(known.home)
        touched = (known.home, n + known.away, known.away, n + known.home, 2 * n * each, (2 * n + 1) * each)
        mean, precision = _prior(known, settings)
        return cls(np.stack(touched, axis=1), known.goals, known.weight, mean, precision)

    def value(self, theta: Array) -> float:
        """Log posterior without its constant."""
        off = theta - self.mean
        return float(self.weight @ self._derivatives(theta).value - off @ self.precision @ off / 2)

    def _derivatives(self, theta: Array) -> Derivatives:
        import numpy as np

        own = theta[self.touched]
        return derivatives(own @ np.array(_TO_HOME), own @ np.array(_TO_AWAY), float(theta[-1]), self.goals)

    def slopes(self, theta: Array) -> tuple[Array, Array]:
        """Gradient and negative Hessian of the log posterior: the matches' six-by-six blocks added up."""
        import numpy as np

        d, w, size = self._derivatives(theta), self.weight, len(theta)
        home, away = np.array(_TO_HOME), np.array(_TO_AWAY)
        by_home, by_away = np.outer(home, home), np.outer(away, away)
        across = np.outer(home, away) + np.outer(away, home)

        first = np.outer(w * d.home, home) + np.outer(w * d.away, away)
        gradient: Array = np.bincount(self.touched.ravel(), first.ravel(), size).astype(np.float64)
        gradient[-1] += w @ d.low
        gradient -= self.precision @ (theta - self.mean)

        seconds = np.stack([w * d.home_home, w * d.away_away, w * d.home_away], axis=1)
        blocks = seconds @ np.stack([by_home, by_away, across]).reshape(3, -1)
        cells = self.touched[:, :, None] * size + self.touched[:, None, :]
        hessian = np.bincount(cells.ravel(), blocks.ravel(), size * size).reshape(size, size).astype(np.float64)
        with_low = np.outer(w * d.home_low, home) + np.outer(w * d.away_low, away)
        by_low = np.bincount(self.touched.ravel(), with_low.ravel(), size).astype(np.float64)
        hessian[-1, :] += by_low
        hessian[:, -1] += by_low
        hessian[-1, -1] += w @ d.low_low
        return gradient, self.precision - hessian

    def solve(self, theta: Array) -> tuple[Array, Array]:
        """The most probable parameters and the curvature there, by Newton's method."""
        import numpy as np

        for _ in range(_MOST_STEPS):
            gradient, curvature = self.slopes(theta)
            step = np.linalg.solve(curvature, gradient)
            longest = float(np.abs(step).max())
            theta = theta + step * min(1.0, _LONGEST_STEP / max(longest, 1e-300))
            if longest < _TOLERANCE:
                break
        return theta, self.slopes(theta)[1]


def _prior(known: _Known, settings: StrengthSettings) -> tuple[Array, Array]:
    """Mean and precision of the prior: clubs independent, attack and defence of one club correlated."""
    import numpy as np

    prior, n = settings.prior, len(known.clubs)
    q, s = prior.quality_variance, prior.style_variance
    own = np.linalg.inv(np.array([[q + s, q - s], [q - s, q + s]]))
    precision = np.zeros((2 * n + 3, 2 * n + 3))
    precision[: 2 * n, : 2 * n] = np.kron(own, np.eye(n))
    precision[2 * n, 2 * n] = prior.goals_log_sd**-2
    precision[2 * n + 1, 2 * n + 1] = prior.home_advantage_sd**-2
    precision[2 * n + 2, 2 * n + 2] = prior.low_score_sd**-2
    mean = np.zeros(2 * n + 3)
    mean[2 * n :] = np.log(prior.goals), prior.home_advantage, prior.low_score
    new = [i for i, club in enumerate(known.clubs) if club in known.promoted]
    mean[new] = prior.promoted_attack
    mean[[n + i for i in new]] = prior.promoted_defence
    return mean, precision


def _as_strengths(theta: Array, curvature: Array, known: _Known) -> Strengths:
    import numpy as np

    n = len(known.clubs)
    return Strengths(
        clubs=known.clubs,
        attack=theta[:n],
        defence=theta[n : 2 * n],
        base=float(theta[2 * n]),
        advantage=float(theta[2 * n + 1]),
        low_score=float(theta[2 * n + 2]),
        covariance=np.asarray(np.linalg.inv(curvature), dtype=np.float64),
        on=known.on,
        matches=len(known.weight),
        last_result=known.last_result,
    )


def _moved(start: Strengths, clubs: tuple[str, ...], mean: Array) -> Array:
    """The parameters of an earlier fit, put in the order of these clubs."""
    theta = mean.copy()
    place = {club: i for i, club in enumerate(start.clubs)}
    for i, club in enumerate(clubs):
        if club in place:
            theta[i], theta[len(clubs) + i] = start.attack[place[club]], start.defence[place[club]]
    theta[2 * len(clubs) :] = start.base, start.advantage, start.low_score
    return theta


def _clubs(season: Season) -> set[str]:
    matches: list[Match | Fixture] = [*season.matches, *season.fixtures]
    return {club for match in matches if of_league(match) for club in (match.home, match.away)}


def _year(season: Season) -> int:
    """The year in which a season began: 2025 for "2025-26"."""
    return int(season.season[:4])
