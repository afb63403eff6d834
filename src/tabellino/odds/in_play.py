"""The chances of win, draw and defeat at every minute of a match.

Goals come one by one, at rates that rise through the match, depend on the lead (a side behind scores more, one ahead
by a goal less) and on the men on the pitch. The chances at every score and minute follow by working back from the end.
So that those at kick-off are exactly the score grid's, each final score is weighted by the grid's chance of it over
the chance that the goals one by one would give it; the chances then also form a fair game (a martingale) with
eleven against eleven.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from tabellino.domain.record import Score
from tabellino.errors import UsageError
from tabellino.odds.grid import ScoreGrid
from tabellino.odds.match_clock import MatchClock, goal_shares
from tabellino.odds.settings import InPlaySettings, RedCardEffect, default_settings

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

Chances = tuple[float, float, float]
Men = tuple[int, int]

ELEVEN: Men = (11, 11)
#: Goals of one side run from 0 to this many minus one: half the work of the whole grid, and 12 goals are enough.
_SIZE = 13


class Line(msgspec.Struct, frozen=True):
    """Men on the pitch, and the study whose effect of a dismissal is taken."""

    men: Men
    effect: RedCardEffect


class MatchModel:
    """One match, ready to be asked for its chances at any minute, score and number of men."""

    def __init__(
        self,
        grid: ScoreGrid,
        lines: Sequence[Line] = (),
        *,
        added: tuple[int, int] | None = None,
        settings: InPlaySettings | None = None,
    ) -> None:
        """`grid` is that of the kick-off; `lines` are those besides eleven against eleven that will be asked for.

        Raises `UsageError` for fewer men than the laws allow, or more than eleven.
        """
        self.settings = settings or default_settings().in_play
        self.clock = MatchClock(added or self.settings.added_time)
        self.rates = grid.expected_goals()
        self._lines = {Line(ELEVEN, self.settings.red_card[0]): 0}
        for line in lines:
            self._check(line.men)
            self._lines.setdefault(line, len(self._lines))
        self._values = self._work_back(grid)

    def chances(self, step: int, score: Score, men: Men = ELEVEN, effect: RedCardEffect | None = None) -> Chances:
        """Home win, draw and away win after a step (see `MatchClock`) at a score.

        Raises `UsageError` for a score beyond the grid, and KeyError for a line that was not announced.
        """
        size = self._values.shape[-1]
        if not all(0 <= goals < size - 1 for goals in score):
            raise UsageError(f"{score[0]}-{score[1]} is beyond reckoning; goals run from 0 to {size - 2}")
        effect = effect if effect and men != ELEVEN else self.settings.red_card[0]
        values = self._values[step, :, self._lines[Line(men, effect)], score[0], score[1]]
        home, draw, away = (values / values.sum()).tolist()
        return home, draw, away

    def _check(self, men: Men) -> None:
        if not all(self.settings.fewest_men <= number <= 11 for number in men):
            raise UsageError(
                f"{men[0]} against {men[1]} men; a side has at most 11, and no match goes on with fewer than "
                f"{self.settings.fewest_men} (Law 3)"
            )

    def _goal_chances(self) -> tuple[Array, Array]:
        """Chance of a home and of an away goal in every minute, line and score: shape (steps, lines, goals, goals)."""
        import numpy as np

        size = _SIZE
        lead = np.clip(np.arange(size)[:, None] - np.arange(size), -2, 2) + 2
        by_lead = np.array(self.settings.rate_by_lead)
        shares = goal_shares(self.clock, self.settings.first_half_share)[:, None]
        sides = []
        for side, leads in ((0, lead), (1, 4 - lead)):
            factor = np.array([_factor(line, side) for line in self._lines])
            extra = np.array([_extra(line, side) for line in self._lines]) / 30
            rate = self.rates[side] * shares * factor + extra
            sides.append(rate[:, :, None, None] * by_lead[leads])
        return sides[0], sides[1]

    def _work_back(self, grid: ScoreGrid) -> Array:
        """Weighted chances of the three outcomes at every step, line and score: (steps + 1, 3, lines, goals, goals)."""
        import numpy as np

        home, away = self._goal_chances()
        steps, lines, size = home.shape[0], home.shape[1], home.shape[2]
        reached = _forward(home[:, 0], away[:, 0])
        weight = np.divide(grid.chances[:size, :size], reached, out=np.zeros_like(reached), where=reached > 0)
        lead = np.arange(size)[:, None] - np.arange(size)
        values = np.empty((steps + 1, 3, lines, size, size))
        values[-1] = (weight * np.stack([lead > 0, lead == 0, lead < 0]))[:, None]
        stay = 1 - home - away
        for step in range(steps - 1, -1, -1):
            later, now = values[step + 1], values[step]
            np.multiply(later, stay[step], out=now)
            now[..., :-1, :] += home[step, :, :-1] * later[..., 1:, :]
            now[..., :, :-1] += away[step, :, :, :-1] * later[..., :, 1:]
        return values


def _forward(home: Array, away: Array) -> Array:
    """The chances of every final score from nil-nil, goals coming one by one."""
    import numpy as np

    chances = np.zeros(home.shape[1:])
    chances[0, 0] = 1
    for scored, conceded in zip(home, away, strict=True):
        first, second = chances * scored, chances * conceded
        chances = chances - first - second
        chances[1:] += first[:-1]
        chances[:, 1:] += second[:, :-1]
    return chances


def _factor(line: Line, side: int) -> float:
    """What the men sent off of both sides do to a side's rate: each counts once more."""
    off, other_off = 11 - line.men[side], 11 - line.men[1 - side]
    return float(line.effect.ten**off * line.effect.eleven**other_off)


def _extra(line: Line, side: int) -> float:
    """Goals that a side gains in half an hour by its men more."""
    return max(line.men[side] - line.men[1 - side], 0) * line.effect.eleven_goals_per_half_hour
