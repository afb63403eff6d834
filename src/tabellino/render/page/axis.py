"""Where a moment of the match stands on a drawn axis: halves one after the other, each as long as was played."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tabellino.domain.clock import PERIOD_ENDS

#: Share of the width (per cent) left free at both ends, so that marks at kick-off and the final whistle stay whole.
MARGIN = 2.0


class Tick(NamedTuple):
    x: float
    label: str
    strong: bool


class Axis:
    """The axis of one match: 0 at kick-off; added time moves what comes after it to the right."""

    def __init__(self, moments: Iterable[tuple[int, int | None]]) -> None:
        known = list(moments)
        last = max((minute for minute, _ in known), default=90)
        self.ends = tuple(end for end in PERIOD_ENDS if end <= (120 if last > 90 else 90))
        self.added = {end: max((a or 0 for m, a in known if m == end), default=0) for end in self.ends}
        self.length = self.ends[-1] + sum(self.added.values())

    def elapsed(self, minute: int, added_time: int | None = None) -> float:
        """Minutes played until then."""
        before = sum(added for end, added in self.added.items() if end < minute)
        return min(minute + before + (added_time or 0), self.length)

    def percent(self, elapsed: float) -> float:
        """Place of a moment along the width, in per cent."""
        return round(MARGIN + elapsed / self.length * (100 - 2 * MARGIN), 2)

    def x(self, minute: int, added_time: int | None = None) -> float:
        return self.percent(self.elapsed(minute, added_time))

    def ticks(self) -> list[Tick]:
        """Every quarter of an hour, and strongly the ends of the periods."""
        ticks = [Tick(self.x(0), "0′", False)]
        for minute in range(15, self.ends[-1] + 1, 15):
            if minute in self.ends:
                label = {45: "HT", 90: "90′" if len(self.ends) > 2 else "FT", 120: "FT"}.get(minute, f"{minute}′")
                ticks.append(Tick(self.x(minute, self.added[minute]), label, True))
            else:
                ticks.append(Tick(self.x(minute), f"{minute}′", False))
        return ticks
