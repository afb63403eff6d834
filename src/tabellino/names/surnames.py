"""The part of a name that papers print alone."""

from __future__ import annotations

import re

#: Words that belong to the family name behind them, in small letters; papers keep them ("Di Gregorio", "van Persie").
PARTICLES = frozenset(
    {"al", "bin", "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le"}
    | {"lo", "mc", "st", "ter", "van", "von"}
)

#: A Korean given name, which stands behind the family name: its second syllable has a small letter, as the Revised
#: Romanization of 2000 writes it ("Son Heung-min"). European double names have two capitals ("Calvert-Lewin").
_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")


def surname(name: str) -> str:
    """ "van Persie" of "Robin van Persie", all of "Van Persie", "Serrano" of "Serrano G." as lists print it,
    "Son" of "Son Heung-min"; of no words the name as it is."""
    words = name.split()
    if len(words) == 2 and _KOREAN_GIVEN.fullmatch(words[1]):
        return words[0]
    while len(words) > 1 and len(words[-1].rstrip(".")) == 1 and words[-1].isupper():
        words.pop()
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else name
