"""The two clubs by one word of their names, where no file has that form and the text has the word alone ("Balestier"
after "Balestier Khalsa"): it was the name of a man otherwise."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.clubs import PARTS, ClubForms
from tabellino.extract.sides import Sides
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names import clubs
from tabellino.names.folding import fold

#: A shorter word is a legal form, an article, an initial.
SHORTEST = 4


def with_short_names(units: Units, vocabulary: Vocabulary, sides: Sides, forms: ClubForms) -> ClubForms | None:
    """The forms with the words of their names by which the text calls the two sides; None where there are none."""
    wanted = {
        word: ((name, "alias"),)
        for name in (sides.first, sides.second)
        for word in _words_of(name, vocabulary)
        if word not in forms.forms
    }
    called = {word for word in wanted if _stands_alone(units, word)} if wanted else set[str]()
    return forms.with_more({word: wanted[word] for word in called}) if called else None


def _words_of(name: str, vocabulary: Vocabulary) -> list[str]:
    """The words that can stand for a club: those that other clubs' names have not; none where a file tells how the club
    is called for short."""
    known = clubs.club(name)
    if known is not None and (
        known.nation or any(" " not in form for form in (known.name, *known.aliases, *known.shorts))
    ):
        return []
    words = [word for word in PARTS.findall(fold(name)) if len(word) >= SHORTEST and word not in vocabulary.club_names]
    return words if len(words) <= 2 else words[:1]


def _stands_alone(units: Units, word: str) -> bool:
    """Whether the text has a word as the whole of a name, and as part of no man's."""
    places = [i for i, code in enumerate(units.codes) if code == patterns.PERSON and word in _folded(units, i)]
    return bool(places) and all(
        _folded(units, i) == [word] and len(units.people[units.people_meant(i)[0]].words) == 1 for i in places
    )


def _folded(units: Units, place: int) -> list[str]:
    return PARTS.findall(fold(units.words(place, place + 1)))
