"""Folding: one form for all ways to write a name."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight, other marks kept: "Müller" is "muller", "Ø" is "o"."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()
