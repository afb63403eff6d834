"""The minutes of a match as steps: how many there are, and how the goals spread over them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import msgspec

from tabellino.errors import UsageError

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

HALF, FULL = 45, 90


class MatchClock(msgspec.Struct, frozen=True):
    """A match of two halves with so many minutes added to each. Step 0 is the kick-off, step n the end of the nth
    minute played."""

    added: tuple[int, int]

    @property
    def steps(self) -> int:
        """Minutes played in all."""
        return FULL + sum(self.added)

    def step(self, minute: int, added_time: int | None = None) -> int:
        """The step that ends a minute. Raises `UsageError` for one that the match does not have."""
        extra = added_time or 0
        if not 0 <= minute <= FULL:
            raise UsageError(f"minute {minute} is past the end; regular time runs from 0 to 90 (added time as 90+3)")
        if extra and minute not in (HALF, FULL):
            raise UsageError(f"{minute}+{extra} is no minute; added time follows minutes 45 and 90 only")
        added = self.added[minute // HALF - 1] if extra else 0
        if extra > added:
            raise UsageError(f"{minute}+{extra} is past the end of a half with {added} minutes added")
        return minute + extra + (self.added[0] if minute > HALF else 0)

    def minute(self, step: int) -> tuple[int, int | None]:
        """The minute that ends with a step, and its added time."""
        first = HALF + self.added[0]
        if step <= HALF:
            return step, None
        if step <= first:
            return HALF, step - HALF
        played = step - self.added[0]
        return (played, None) if played <= FULL else (FULL, played - FULL)


@functools.lru_cache(maxsize=64)
def goal_shares(clock: MatchClock, first_half_share: float) -> Array:
    """The share of a match's goals that falls into each minute played, shape (steps,).

    The rate rises along a straight line through the match, so steeply that the first half gets its share.
    """
    import numpy as np

    total, half = clock.steps, HALF + clock.added[0]
    middle = (np.arange(total) + 0.5) / total
    # (half + slope * sum of the first middles) / (total + slope * sum of all middles) = first_half_share
    slope = (half - first_half_share * total) / (first_half_share * middle.sum() - middle[:half].sum())
    rates = 1 + slope * middle
    shares: Array = rates / rates.sum()
    return shares
