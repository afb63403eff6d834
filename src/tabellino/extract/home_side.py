"""Which of the two clubs of a report is at home."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from tabellino.extract import patterns
from tabellino.extract.mentioned import NEAR, is_aside, meant
from tabellino.extract.patterns import Alphabet
from tabellino.extract.squads import Known, look_up
from tabellino.extract.text import Text
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names.clubs import club
from tabellino.names.folding import fold

#: Log-odds that the club named first is at home, where nothing tells it: 50 of 64 are.
FIRST_NAMED = 0.5
#: Log-odds that a club is at home when the text says that somebody plays in its city ("in Bergamo", "CAGLIARI - "), or
#: on its river ("on Tyneside").
IN_CITY = 1.5
#: What a hint after the first sentences is worth, and one that speaks of another day or of a third club.
LATER, ASIDE = 0.6, 0.25
#: The first sentences are so many.
LEAD = 4
#: What a vocabulary without such words has: only the place of writing then tells a city.
_NO_WORDS: Mapping[str, Any] = {"in": (), "on": (), "riverside": "", "riversiders": ""}
#: Signs after the place of writing.
DATELINE = (",", "-", "(", ":")


def home_odds(units: Units, vocabulary: Vocabulary, one: str, two: str) -> float:
    """Log-odds that `one` is at home: what the patterns of the vocabulary tell of clubs, grounds and people, cities
    told, and who is named first."""
    told = _patterns(units, vocabulary, one, two)
    place = _city(units.text, vocabulary, one, two) * IN_CITY
    return told + place + FIRST_NAMED * _first_named(units, one, two)


def _patterns(units: Units, vocabulary: Vocabulary, one: str, two: str) -> float:
    """What the patterns tell; each kind of words counts in full once and less when repeated, and little where it speaks
    of another day or of a third club."""
    total = 0.0
    seen: dict[tuple[int, bool], float] = defaultdict(float)
    known: Sequence[Known] = ()
    for number, (pattern, row) in enumerate(vocabulary.possible("home", units.codes)):
        for match in pattern.finditer(units.codes):
            for role, place in Alphabet.captured(match).items():
                worth: float = row["weight"] * (1.0 if units.sentence[place] < LEAD else LATER)
                if units.codes[place] == patterns.PERSON:
                    known = known or look_up(units.people, one, two)
                    his = known[units.people_meant(place)[0]]
                    worth *= his.first - his.second
                else:
                    named = meant(units, place, one, two)
                    worth *= 0.0 if named is None else 1.0 if named == one else -1.0
                    if is_aside(units, vocabulary, place) or _third(units, match, one, two):
                        worth *= ASIDE
                if worth:
                    worth *= 1.0 if role.startswith("home") else -1.0
                    seen[number, worth > 0] += 1
                    total += worth / seen[number, worth > 0] ** 2
    return total


def _third(units: Units, match: re.Match[str], one: str, two: str) -> bool:
    """Whether the words of a match name a club that is neither of the two."""
    return any(
        code == patterns.CLUB and {one, two}.isdisjoint(club for club, _ in units.clubs_meant(match.start() + n))
        for n, code in enumerate(match[0])
    )


def _first_named(units: Units, one: str, two: str) -> int:
    """1 when `one` is the club of the two that the text names first, -1 when it is the other."""
    for place in units.clubs:
        named = meant(units, place, one, two) if units.codes[place] == patterns.CLUB else None
        if named is not None:
            return 1 if named == one else -1
    return 0


def _city(text: Text, vocabulary: Vocabulary, one: str, two: str) -> int:
    """1 when the first sentences place something in the city or country of `one` or on its river, -1 for `two`; 0 for
    neither, and for both."""
    words: Mapping[str, Any] = vocabulary.table.get("home_places", _NO_WORDS)
    ends = words["riverside"], words["riversiders"]
    places = _places(one, *ends), _places(two, *ends)
    end = text.sentences[min(LEAD, len(text.sentences)) - 1][1]
    aside = vocabulary.members("another_day")
    if {place[0] for place in places[0] | places[1]}.isdisjoint(text.keys[:end]):
        return 0
    days = [i for i, key in enumerate(text.keys[:end]) if vocabulary.chars.get(key) in aside]
    told = [
        any(_is_told(text, place, end, days, words) for place in of - other) for of, other in (places, places[::-1])
    ]
    return told[0] - told[1]


@lru_cache(maxsize=256)
def _places(name: str, riverside: str, riversiders: str) -> frozenset[tuple[str, ...]]:
    """The folded words of the cities and the country of a club, and of the riverside that its people are called by."""
    known = club(name)
    if known is None:
        return frozenset()
    people = [fold(one) for one in known.people] if riversiders else []
    regions = (one.removesuffix(riversiders) + riverside for one in people if one.endswith(riversiders))
    country = "" if known.nation else fold(known.country)
    return frozenset(tuple(place.split()) for place in (*map(fold, known.cities), country, *regions) if place)


def _is_told(text: Text, place: tuple[str, ...], end: int, days: Sequence[int], words: Mapping[str, Any]) -> bool:
    """Whether the first tokens of a text place something there, or begin with it as the place of writing; not where
    words of another day (`days`: their tokens) stand near in the sentence."""
    for i in (i for i, key in enumerate(text.keys[:end]) if key == place[0]):
        if tuple(map(fold, text.keys[i : i + len(place)])) != place:
            continue
        first, last = next(bounds for bounds in text.sentences if bounds[0] <= i < bounds[1])
        if any(abs(day - i) <= NEAR and first <= day < last for day in days):
            continue
        before = text.keys[i - 1] if i else ""
        if before in words["in"] or (before in words["on"] and place[0].endswith(words["riverside"])):
            return True
        after = text.keys[i + len(place)] if i + len(place) < len(text.keys) else ""
        if after in DATELINE and text.raw[text.starts[i] : text.ends[i]].isupper():
            return True
    return False
