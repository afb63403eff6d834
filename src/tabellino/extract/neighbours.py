"""The words beside a place of a text, as names of features for the fitted weights."""

from __future__ import annotations

from collections.abc import Iterator

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


def neighbours(units: Units, vocabulary: Vocabulary, place: int, before: int, after: int) -> Iterator[str]:
    """Each of so many units before and after a place in its sentence, by its word ("-from") and by the classes of the
    vocabulary's [neighbours] that the word is in ("+{saves}"); the nearest one on each side a second time, as such
    ("-1from")."""
    for sign, steps in (("-", range(-1, -before - 1, -1)), ("+", range(1, after + 1))):
        for step in steps:
            at = place + step
            code = units.codes[at] if 0 <= at < len(units.codes) else patterns.NEWLINE
            for name in told(units, vocabulary, at, code):
                yield sign + name
                if step in (-1, 1):
                    yield f"{sign}1{name}"
            if code == patterns.NEWLINE:
                break


def told(units: Units, vocabulary: Vocabulary, place: int, code: str) -> Iterator[str]:
    """The names of one unit: its word or kind, and its classes."""
    yield _KINDS.get(code) or str(units.value[place])
    for name in vocabulary.neighbour_classes.get(code, ()):
        yield f"{{{name}}}"
