"""The words beside a place of a text, as names of features for the fitted weights."""

from __future__ import annotations

from functools import lru_cache

from tabellino.extract import patterns
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: What stands for a unit that is no word.
_KINDS = {
    patterns.PERSON: "{P}",
    patterns.CLUB: "{T}",
    patterns.GROUND: "{G}",
    patterns.NUMBER: "{N}",
    patterns.ORDINAL: "{R}",
    patterns.SCORE: "{S}",
    patterns.MINUTE: "{M}",
    patterns.NEWLINE: "{end}",
}


def neighbours(units: Units, vocabulary: Vocabulary, place: int, before: int, after: int) -> list[str]:
    """Each of so many units before and after a place in its sentence, by its word ("-from") and by the classes of the
    vocabulary's [neighbours] that the word is in ("+{saves}"); the nearest one on each side a second time, as such
    ("-1from")."""
    codes, found = units.codes, list[str]()
    for sign, direction, steps in (("-", -1, before), ("+", 1, after)):
        for step in range(1, steps + 1):
            at = place + direction * step
            code = codes[at] if 0 <= at < len(codes) else patterns.NEWLINE
            word = _KINDS.get(code) or str(units.value[at])
            found += _names(sign, step == 1, word, vocabulary.neighbour_classes.get(code, ()))
            if code == patterns.NEWLINE:
                break
    return found


@lru_cache(maxsize=32768)
def _names(sign: str, nearest: bool, word: str, classes: tuple[str, ...]) -> tuple[str, ...]:
    """The names of one unit on a side: its word or kind, and its classes; those of the nearest one a second time."""
    names = (word, *[f"{{{name}}}" for name in classes])
    marks = (sign, f"{sign}1") if nearest else (sign,)
    return tuple([mark + name for name in names for mark in marks])
