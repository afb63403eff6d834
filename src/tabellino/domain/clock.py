"""The match clock: minutes as printed, and intervals of it as told."""

from __future__ import annotations

from typing import Literal

import msgspec

#: Length of the regular periods, in minutes (Laws of the Game, law 7: two halves of 45; extra time two of 15).
PERIOD_ENDS = (45, 90, 105, 120)

#: A time without a minute that leaves open more minutes than this is that of a whole half.
WHOLE_HALF = 40.0

TimeSource = Literal["exact", "rounded", "relative", "countdown", "bound", "phase"]


class Minute(msgspec.Struct, frozen=True, order=True):
    """A minute as newspapers print it: the 17th minute is 17; two minutes into added time of the first half is 45 + 2.

    `minute` runs from 1 to 120; `added_time` is None outside added time and at least 1 within.
    Ordering follows the match: 45 + 2 comes before 46.
    """

    minute: int
    added_time: int | None = None

    def position(self) -> float:
        """Place on the clock as one number, monotone in match time: 45 + 2 is 45.02, before 46.0."""
        return self.minute + (self.added_time or 0) / 100

    @classmethod
    def at(cls, position: float) -> Minute:
        """The inverse of `position`."""
        minute = int(position + 1e-9)
        added = round((position - minute) * 100)
        return cls(minute, added or None)

    def __str__(self) -> str:
        return f"{self.minute}+{self.added_time}'" if self.added_time else f"{self.minute}'"


class TimeWindow(msgspec.Struct, frozen=True):
    """When something happened, as far as a text tells: an interval of clock positions with a best value.

    `earliest` and `latest` are positions (see `Minute.position`), both inclusive. `best` is None when the text
    gives bounds alone ("late in the first half"); no exact minute is invented from those. `source` says how the
    text told it.
    """

    earliest: float
    latest: float
    best: float | None
    source: TimeSource

    @property
    def is_of_half(self) -> bool:
        """Whether it bounds no more than a whole half, or so: "two first-half goals"."""
        return self.best is None and self.latest - self.earliest > WHOLE_HALF

    def allows(self, position: float, slack: float = 0.0) -> bool:
        """Whether a position lies in the window, widened by `slack` minutes on both sides."""
        return self.earliest - slack <= position <= self.latest + slack

    def meets(self, other: TimeWindow, slack: float = 0.0) -> bool:
        """Whether the windows have a position in common, when one of them is widened by `slack` minutes."""
        return self.earliest <= other.latest + slack and other.earliest <= self.latest + slack
