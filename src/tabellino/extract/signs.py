"""Which patterns can match in which sentences: most cannot in most, and the characters of a sentence tell at once.

Every pattern has needs: sets of characters, of each of which one must stand where it matches. Each character carries
one bit for each need it meets; what the characters of a sentence carry together tells which patterns have all they
need. Sets of bits are whole numbers, so that a sentence costs one operation for each of its characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_

#: The character between two sentences.
NEWLINE = "\n"
#: Of the needs of a pattern three are looked at: more would cost what they save.
MOST_NEEDS = 3
#: More sentences than this are looked at in groups, so that the work stays linear in the text.
MOST_PARTS = 128

#: A sentence or a group of them: its first unit, and the one after its last.
Part = tuple[int, int]


class Signs:
    """The needs of the patterns of a grammar. `add` gives a pattern its number, `where` tells in which parts of a text
    it can match."""

    def __init__(self) -> None:
        self._needs: list[Sequence[frozenset[str]]] = []
        self._marks: dict[str, int] = {}
        self._met = 0
        self._last: tuple[str, Mapping[int, Sequence[Part]]] | None = None

    def add(self, needs: Sequence[frozenset[str]]) -> int:
        """The number of a pattern with these needs, the one that tells most first."""
        self._needs.append(needs[:MOST_NEEDS])
        self._marks, self._last = {}, None
        return len(self._needs) - 1

    def of(self, number: int) -> Sequence[frozenset[str]]:
        """The needs by which a pattern is looked for."""
        return self._needs[number]

    def where(self, codes: str) -> Mapping[int, Sequence[Part]]:
        """The parts of a text in which each pattern can match, by its number; a pattern that can match nowhere is
        missing. The last answer is kept, as many patterns ask in turn."""
        last = self._last
        if last is None or (last[0] is not codes and last[0] != codes):
            last = self._last = (codes, self._find(codes))
        return last[1]

    def _find(self, codes: str) -> Mapping[int, Sequence[Part]]:
        if not self._marks:
            self._mark()
        found: dict[int, list[Part]] = defaultdict(list)
        mark, number = self._marks.__getitem__, len(self._needs)
        every = (1 << number) - 1
        for part in parts(codes):
            bits = reduce(or_, map(mark, set(codes[part[0] : part[1]])), self._met)
            bits &= (bits >> number) & (bits >> 2 * number) & every
            highest = bits.bit_length() - 1
            for at in places(f"{bits:b}", "1"):
                found[highest - at].append(part)
        return found

    def _mark(self) -> None:
        """Bit `n + k * number`: need `k` of pattern `n` is met. Needs that a pattern does not have are met anyway."""
        number = len(self._needs)
        marks: dict[str, int] = defaultdict(int)
        self._met = 0
        for n, needs in enumerate(self._needs):
            for k in range(MOST_NEEDS):
                bit = 1 << (n + k * number)
                if k >= len(needs):
                    self._met |= bit
                    continue
                for char in needs[k]:
                    marks[char] |= bit
        self._marks = marks


def places(codes: str, chars: str | frozenset[str]) -> list[int]:
    """Where any of some characters stand, in order; ten times faster than to ask for each place."""
    return [match.start() for match in _any_of(chars).finditer(codes)] if chars else []


@lru_cache(maxsize=1024)
def _any_of(chars: str | frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]")


def in_order(needs: Sequence[frozenset[str]], codes: str, first: int, last: int) -> bool:
    """Whether one character of each need stands in a range of units, one after the other."""
    for need in needs:
        while first < last and codes[first] not in need:
            first += 1
        if first >= last:
            return False
        first += 1
    return True


def parts(codes: str) -> list[Part]:
    """The sentences of a text without their ends, or groups of them where there are very many."""
    bounds: list[Part] = []
    first = 0
    for sentence in codes.split(NEWLINE):
        bounds.append((first, first + len(sentence)))
        first += len(sentence) + 1
    if len(bounds) <= MOST_PARTS:
        return bounds
    step = -(-len(bounds) // MOST_PARTS)
    groups = [bounds[n : n + step] for n in range(0, len(bounds), step)]
    return [(group[0][0], group[-1][1]) for group in groups]
