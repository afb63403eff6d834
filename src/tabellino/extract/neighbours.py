"""The words beside a place of a text, as names of features for the fitted weights."""

from __future__ import annotations

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
    codes, found = units.codes, []
    for sign, direction, steps in (("-", -1, before), ("+", 1, after)):
        for step in range(1, steps + 1):
            at = place + direction * step
            code = codes[at] if 0 <= at < len(codes) else patterns.NEWLINE
            for name in told(units, vocabulary, at, code):
                found.append(sign + name)
                if step == 1:
                    found.append(f"{sign}1{name}")
            if code == patterns.NEWLINE:
                break
    return found


def told(units: Units, vocabulary: Vocabulary, place: int, code: str) -> tuple[str, ...]:
    """The names of one unit: its word or kind, and its classes."""
    word = _KINDS.get(code) or str(units.value[place])
    classes = vocabulary.neighbour_classes.get(code)
    return (word, *[f"{{{name}}}" for name in classes]) if classes else (word,)
