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
    codes, classes, found = units.codes, vocabulary.neighbour_classes, list[str]()
    for sign, direction, steps in (("-", -1, before), ("+", 1, after)):
        at, nearest = place + direction, f"{sign}1"
        for step in range(steps):
            code = codes[at] if at >= 0 else patterns.NEWLINE
            word = _KINDS.get(code) or str(units.value[at])
            for name in (word, *classes[code]) if code in classes else (word,):
                found.append(sign + name)
                if not step:
                    found.append(nearest + name)
            if code == patterns.NEWLINE:  # no text is without one at its end
                break
            at += direction
    return found
