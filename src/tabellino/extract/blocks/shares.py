"""Scorers under the score of both clubs, a line each or all in one: first those of the first club, then the other's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.parts import Part


class Shared(msgspec.Struct):
    """The lists since a score was told, in order, and before which of them something else stood."""

    told: Mapping[str, int]
    parts: list[Part] = msgspec.field(default_factory=list)
    breaks: set[int] = msgspec.field(default_factory=set)

    @property
    def lacking(self) -> int:
        """How many goals of the score have no scorer yet."""
        return sum(self.told.values()) - sum(len(part.entries) for part in self.parts)

    def share_out(self) -> None:
        """Gives each club as many goals as the score tells, where all are there and their order bears it out: the
        minutes begin anew with the second club's, or something stands before them. Goals told as they fell are left
        alone."""
        entries = [entry for part in self.parts for entry in part.entries]
        if len(self.told) != 2 or len(entries) != sum(self.told.values()) or any(entry.club for entry in entries):
            return
        (first, goals), (second, _) = self.told.items()
        halves = entries[:goals], entries[goals:]
        apart = not all(halves) or not _in_order(entries) or self._breaks_at(goals)
        if apart and all(_in_order(half) for half in halves):
            for club, half in zip((first, second), halves, strict=True):
                for entry in half:
                    entry.club = club

    def _breaks_at(self, goals: int) -> bool:
        """Whether something stands before the goal of this number, and before no other."""
        inside = [number for number in self.breaks if 0 < number < len(self.parts)]
        return len(inside) == 1 and sum(len(part.entries) for part in self.parts[: inside[0]]) == goals


def _in_order(entries: Sequence[Entry]) -> bool:
    """Whether each man's first goal comes no earlier than the one before his, all of them with a minute."""
    firsts: dict[str | None, tuple[int, int]] = {}
    for entry in entries:
        if entry.minute is None:
            return False
        firsts.setdefault(entry.name, (entry.minute, entry.added or 0))
    return list(firsts.values()) == sorted(firsts.values())
