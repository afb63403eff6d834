"""Words that only look like somebody's name: one with a capital because it begins a sentence ("Zonal marking, and a
goal."), of whom the squads know nothing though they know most of those named."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino.extract import patterns
from tabellino.extract.squads import Known
from tabellino.extract.units import Person, Units
from tabellino.extract.vocabulary import Vocabulary

#: What follows a man's name at the start of a sentence: he does something, or has something, or is one of two.
FOLLOWS = frozenset({"verb", "aux", "who", "adverb", "and"})
#: Signs and names that follow a man's name as well: "Smith's header", "Smith, Jones", "Smith (12)".
SIGNS = frozenset({patterns.POSSESSIVE, patterns.PERSON, patterns.MINUTE, patterns.NUMBER, patterns.SCORE, "(", "'"})
#: Behind these a word has its capital whatever it is.
OPENS = frozenset("\"'*:!?.")


def without_strays(units: Units, known: Sequence[Known], words: Vocabulary) -> Units:
    """The units without the names of those who are no men: named once, by one word, at the start of a sentence, in no
    squad, and nothing is told of them."""
    strays = [
        person.mentions[0]
        for person, one in zip(units.people, known, strict=True)
        if one.stranger and _is_stray(units, person, words)
    ]
    if not strays:
        return units
    codes, value = list(units.codes), [*units.value]
    for place in strays:
        codes[place], value[place] = patterns.PROPER, units.words(place, place + 1).lower()
        units.people[units.people_meant(place)[0]].mentions.clear()
    return msgspec.structs.replace(units, codes="".join(codes), value=value)


def _is_stray(units: Units, person: Person, words: Vocabulary) -> bool:
    if len(person.mentions) != 1 or len(person.words) != 1 or person.keeper or person.staff:
        return False
    place = person.mentions[0]
    before, after = units.codes[place - 1] if place else patterns.NEWLINE, units.codes[place + 1]
    if before != patterns.NEWLINE and before not in OPENS:
        return False
    value = units.value[place + 1]
    follows = words.syntax.kind(value) if isinstance(value, str) else "figure"
    return after not in SIGNS and follows not in FOLLOWS
