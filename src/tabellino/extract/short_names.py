"""The two clubs by one word of their names, where no file has that form and the text has the word alone ("Balestier"
after "Balestier Khalsa"): it was the name of a man otherwise."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.clubs import PARTS, ClubForms
from tabellino.extract.sides import Sides
from tabellino.extract.units import Meaning, Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names import clubs
from tabellino.names.folding import fold

#: A shorter word is a legal form, an article, an initial; a shorter word that many names have says too little.
SHORTEST, OF_MANY = 3, 4
#: What may stand behind the initials of a club's name: "LCFC".
LEGAL = ("", "fc", "sc", "afc")


def with_short_names(units: Units, vocabulary: Vocabulary, sides: Sides, forms: ClubForms) -> ClubForms | None:
    """The forms with what the text calls the two sides for short: by a word that no other club's name has, by one that
    others have, too ("Rangers"), by the initials ("LCFC"). None where there is nothing to add."""
    names = (sides.first, sides.second)
    told = [(word, name) for name in names for word in _words_told(units, name, vocabulary)]
    told += [(word, name) for name in names for word in _words_of(name, vocabulary)]
    words = {word: name for word, name in told if word not in forms.forms}
    initials = {letters: name for name in names for letters in _initials(name) if letters not in forms.forms}
    called: dict[str, tuple[Meaning, ...]] = {}
    called |= {word: ((name, "alias"),) for word, name in words.items() if _stands_alone(units, word)}
    called |= {one: ((name, "alias"),) for one, name in initials.items() if _stands_alone(units, one, capitals=True)}
    called |= _of_many(units, vocabulary, names, forms)
    return forms.with_more(called) if called else None


def _words_of(name: str, vocabulary: Vocabulary) -> list[str]:
    """The words that can stand for a club: those that other clubs' names have not; none where a file tells how the club
    is called for short."""
    known = clubs.club(name)
    if known is not None and (known.nation or any(" " not in form for form in (name, *known.aliases, *known.shorts))):
        return []
    words = [word for word in _folded(name) if len(word) >= SHORTEST and word not in vocabulary.club_names]
    return words if len(words) <= 2 else words[:1]


def _words_told(units: Units, name: str, vocabulary: Vocabulary) -> set[str]:
    """The words of the forms of several words that the text itself calls a club by ("Monarcas Morelia"), which no other
    club's name has."""
    forms = [
        _text(units, place)
        for place in units.clubs
        if units.codes[place] == patterns.CLUB and any(club == name for club, _ in units.clubs_meant(place))
    ]
    return {w for form in forms if len(form) > 1 for w in form if len(w) >= OF_MANY and w not in vocabulary.club_names}


def _initials(name: str) -> list[str]:
    letters = "".join(word[0] for word in _folded(name))
    made = [letters + legal for legal in LEGAL if not (legal and letters.endswith(legal))]
    return [one for one in made if len(letters) > 1 and len(one) >= SHORTEST]


def _of_many(
    units: Units, vocabulary: Vocabulary, names: tuple[str, str], forms: ClubForms
) -> dict[str, tuple[Meaning, ...]]:
    """The words of clubs' names ("United", "Rangers") that one of the two names alone has, where no file says that the
    club is called so, and the text does."""
    words = [{w for w in _folded(name) if w in vocabulary.club_names and len(w) >= OF_MANY} for name in names]
    found: dict[str, tuple[Meaning, ...]] = {}
    for name, its, others in ((names[0], words[0], words[1]), (names[1], words[1], words[0])):
        for word in its - others:
            meant = forms.forms.get(word, ())
            if all(club not in names for club, _ in meant) and any(_text(units, i) == [word] for i in units.clubs):
                found[word] = (*meant, (name, "short"))
    return found


def _stands_alone(units: Units, word: str, *, capitals: bool = False) -> bool:
    """Whether the text has a word as the whole of a name, and as part of no man's; with `capitals` in capitals only."""
    places = [i for i, code in enumerate(units.codes) if code == patterns.PERSON and word in _text(units, i)]
    return bool(places) and all(
        _text(units, i) == [word]
        and len(units.people[units.people_meant(i)[0]].words) == 1
        and (not capitals or units.words(i, i + 1).isupper())
        for i in places
    )


def _text(units: Units, place: int) -> list[str]:
    return _folded(units.words(place, place + 1))


def _folded(name: str) -> list[str]:
    return PARTS.findall(fold(name))
