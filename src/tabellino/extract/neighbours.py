"""The words beside a place of a text, as names of features for the fitted weights."""

from __future__ import annotations

from collections.abc import Mapping

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


#: So many units are kept with their weights: some ten megabytes.
MOST_WORDS = 65536
#: A unit beside a place: its side ("-" or "+", with "1" for the nearest), its character, and its word or kind.
Beside = tuple[str, str, str]


def neighbours(units: Units, vocabulary: Vocabulary, place: int, before: int, after: int) -> list[str]:
    """Each of so many units before and after a place in its sentence, by its word ("-from") and by the classes of the
    vocabulary's [neighbours] that the word is in ("+{saves}"); the nearest one on each side a second time, as such
    ("-1from")."""
    return [name for one in _around(units, place, before, after) for name in _names(vocabulary, one)]


class WordWeights(dict[Beside, float]):
    """What a unit beside a place weighs: the sum of the weights of its names, summed when first asked for."""

    def __init__(self, vocabulary: Vocabulary, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._weights = weights

    def __missing__(self, one: Beside) -> float:
        if len(self) >= MOST_WORDS:  # of texts without end
            self.clear()
        found = self[one] = sum([self._weights.get(name, 0.0) for name in _names(self._vocabulary, one)])
        return found

    def around(self, units: Units, place: int, before: int, after: int) -> float:
        """The weight of all `neighbours` of a place."""
        return sum(map(self.__getitem__, _around(units, place, before, after)))


def _around(units: Units, place: int, before: int, after: int) -> list[Beside]:
    codes, found = units.codes, list[Beside]()
    for sign, direction, steps in (("-", -1, before), ("+", 1, after)):
        at, side = place + direction, f"{sign}1"
        for _ in range(steps):
            code = codes[at] if at >= 0 else patterns.NEWLINE
            found.append((side, code, _KINDS.get(code) or str(units.value[at])))
            if code == patterns.NEWLINE:  # every text has one at its end
                break
            at, side = at + direction, sign
    return found


def _names(vocabulary: Vocabulary, one: Beside) -> list[str]:
    side, code, word = one
    marks = (side[0], side) if len(side) > 1 else (side,)
    names = vocabulary.neighbour_classes.get(code, ())
    if not vocabulary.borrows or code in _KINDS:  # "a" and "no" are other words in Portuguese than in English
        names = (word, *names)
    return [mark + name for name in names for mark in marks]
