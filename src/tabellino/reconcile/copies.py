"""Reports that share wording are one witness, and in which order reports are given does not matter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from tabellino.domain.report import Report

_WORD = re.compile(r"\w+")


def in_order(reports: Sequence[Report]) -> list[int]:
    """The numbers of the reports in an order that does not depend on how they are given: by date (those without
    last), then by text."""
    return sorted(range(len(reports)), key=lambda n: _identity(reports[n]))


def copies(reports: Sequence[Report], shingle: int, share: float) -> dict[int, int]:
    """By report the one that it copies. Two texts are of one witness when they share `share` of the shorter's runs of
    `shingle` words (texts too short for one run are compared whole), and so are copies of copies. Of the texts of a
    witness the longest stands for all; of equally long ones the earliest."""
    rows = [_rows(report.text, shingle) for report in reports]
    order = sorted(range(len(reports)), key=lambda n: (-len(rows[n]), *_identity(reports[n]), n))
    rank = {n: place for place, n in enumerate(order)}
    original = list(range(len(reports)))
    for (one, other), shared in sorted(_shared(rows).items()):
        if original[one] != original[other] and shared >= share * min(len(rows[one]), len(rows[other])):
            into, merged = sorted((original[one], original[other]), key=rank.__getitem__)
            original = [into if n == merged else n for n in original]
    return {n: of for n, of in enumerate(original) if of != n}


def _identity(report: Report) -> tuple[str, str]:
    return report.date.isoformat() if report.date else "9999", report.text


def _shared(rows: Iterable[frozenset[int]]) -> Counter[tuple[int, int]]:
    """How many runs of words each two texts share, for those that share any."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for run in row:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) > 1:
            shared.update(combinations(numbers, 2))
    return shared


def _rows(text: str, shingle: int) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    if len(words) < shingle:
        return frozenset((hash(tuple(words)),))
    return frozenset(map(hash, zip(*(words[i:] for i in range(shingle)), strict=False)))
