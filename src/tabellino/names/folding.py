"""Folding: one form for the many ways of writing a name."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in small letters, without accents, typographic quotes and double spaces.

    "Zieliński" and "Zielinski", "Bodø/Glimt" and "bodo/glimt" fold alike. The result may be longer than the text
    ("Gießen" becomes "giessen"), so offsets into it are not offsets into the text.
    """
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return " ".join(text.casefold().split())
