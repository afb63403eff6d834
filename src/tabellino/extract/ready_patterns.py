"""Patterns of a language made ready beforehand: to take the 800 of English apart costs a fifth of a first read.

`data/ready/LANGUAGE.json` is made by `make docs` and holds what `Alphabet.compile` made of each pattern. It is used as
long as the vocabulary it was made of is the one at hand; a changed vocabulary is simply compiled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from tabellino import data

FOLDER = "ready"


class ReadyPattern(msgspec.Struct, array_like=True, frozen=True):
    """A pattern as a regular expression, how many units it matches at most, its needs in order, and those by which it
    is looked for; needs are numbers in the list of all."""

    source: str
    most: int
    needs: tuple[int, ...]
    signs: tuple[int, ...]


class Ready(msgspec.Struct, frozen=True):
    """The patterns of a vocabulary by their text. `of` is the fingerprint of its files, `words` are those of its
    grammar in the order of their characters, `needs` the sets of characters that patterns cannot do without."""

    of: str
    words: tuple[str, ...]
    needs: tuple[str, ...]
    patterns: dict[str, ReadyPattern]

    def sets(self, numbers: Iterable[int]) -> tuple[frozenset[str], ...]:
        """Needs by their numbers; equal ones are one object."""
        return tuple([_chars(self.needs[number]) for number in numbers])


_known: dict[str, frozenset[str]] = {}


def _chars(need: str) -> frozenset[str]:
    found = _known.get(need)
    if found is None:
        found = _known[need] = frozenset(need)
    return found


def fingerprint(texts: Sequence[str]) -> str:
    """Of the files of a vocabulary."""
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()


def ready(language: str, of: str) -> Ready | None:
    """What was made ready for a language; None where there is nothing to read, or it was made of other files than
    `of`."""
    name = f"{FOLDER}/{language}.json"
    if name not in data.listing(FOLDER):
        return None
    try:
        found = msgspec.json.decode(data.text(name), type=Ready)
    except msgspec.DecodeError:
        return None
    return found if found.of == of else None
