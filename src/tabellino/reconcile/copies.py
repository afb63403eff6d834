"""Reports that share wording are one witness."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.names.folding import fold


def copies(texts: Sequence[str], shingle: int, share: float) -> dict[int, int]:
    """By report the one it copies: of two texts that share `share` of the shorter's runs of `shingle` words, the
    later is a copy of the earlier, and of that one's own original. Texts too short for one run are compared whole."""
    rows = [_rows(text, shingle) for text in texts]
    found: dict[int, int] = {}
    for later in range(len(texts)):
        for earlier in range(later):
            smaller = min(len(rows[later]), len(rows[earlier]))
            if smaller and len(rows[later] & rows[earlier]) >= share * smaller:
                found[later] = found.get(earlier, earlier)
                break
    return found


def _rows(text: str, shingle: int) -> frozenset[int]:
    words = fold(text).split()
    return frozenset(hash(tuple(words[i : i + shingle])) for i in range(max(1, len(words) - shingle + 1)))
