"""The units of a text: names of people and clubs, figures and words, each with one character for the grammar."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino.extract import patterns
from tabellino.extract.signs import places
from tabellino.extract.text import Text

#: A club by canonical name, and how the words name it ("name", "alias", "nickname", "short", "people", "ground").
Meaning = tuple[str, str]
#: Ways to name a club that are its own, and those of them that are no play on it.
OWN_NAMES = ("name", "alias", "nickname")
FULL_NAMES = ("name", "alias")
#: A football score above this is another sport's, a season or a time of day ("9:26").
MOST_GOALS = 15
#: Figures that are years.
YEARS = range(1880, 2100)


class Person(msgspec.Struct):
    """Somebody named in one report. `name` is the longest form seen; `words` its folded words."""

    name: str
    words: tuple[str, ...]
    mentions: list[int] = msgspec.field(default_factory=list)
    staff: int = 0
    keeper: bool = False


class Units(msgspec.Struct):
    """Parallel lists over the units of a text.

    `codes` is the string that patterns run on (a line feed between sentences). `value` holds: for a person the
    tuple of person indices it can mean, likeliest first; for a club the (canonical, how) pairs; for figures the
    number, for scores the pair, for minute marks (minute, added or None), for descriptions the key of the head
    word; for words the folded word. `sentence` is the index of the sentence, -1 for a separator; `clubs` are the
    units that name clubs or grounds.
    """

    text: Text
    codes: str
    value: list[object]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    people: list[Person]
    headline: list[bool]
    clubs: list[int] = []

    def __post_init__(self) -> None:
        either = patterns.CLUB + patterns.GROUND
        self.clubs = places(self.codes, either)

    def clubs_meant(self, place: int) -> tuple[Meaning, ...]:
        """The clubs that a club's or ground's unit can mean, and how its words name each."""
        return self.value[place]  # type: ignore[return-value]  # the character tells what stands there; cast() costs

    def people_meant(self, place: int) -> tuple[int, ...]:
        """The people that a name's unit can mean, likeliest first."""
        return self.value[place]  # type: ignore[return-value]

    def is_year(self, place: int) -> bool:
        """Whether a unit is a figure that is a year."""
        return self.codes[place] == patterns.NUMBER and self.value[place] in YEARS

    def score_told(self, place: int) -> tuple[int, int]:
        """The figures of a score's unit, as they stand."""
        return self.value[place]  # type: ignore[return-value]

    def clubs_named(self, *, alone: bool = False) -> set[str]:
        """The clubs that the text names by a name of their own; with `alone` only by a full one that no other club
        has."""
        hows = FULL_NAMES if alone else OWN_NAMES
        found = (self.clubs_meant(place) for place in self.clubs if self.codes[place] == patterns.CLUB)
        return {club for meant in found if not alone or len(meant) == 1 for club, how in meant if how in hows}

    def with_names(self, names: Sequence[tuple[int, int, tuple[int, ...]]]) -> Units:
        """The units with each range of them (first, last exclusive, in order) as one name of the people given,
        likeliest first; the people's mentions are counted anew. The same units when there is no range."""
        if not names:
            return self
        codes, value, starts = list(self.codes), [*self.value], [*self.starts]
        ends, sentence = [*self.ends], [*self.sentence]
        for first, last, people in reversed(names):
            here = slice(first, last)
            codes[here], value[here], sentence[here] = [patterns.PERSON], [people], [sentence[first]]
            starts[here], ends[here] = [starts[first]], [ends[last - 1]]
        found = Units(self.text, "".join(codes), value, starts, ends, sentence, self.people, self.headline)
        for person in found.people:
            person.mentions.clear()
        for place in places(found.codes, patterns.PERSON):
            found.people[found.people_meant(place)[0]].mentions.append(place)
        return found

    def words(self, first: int, last: int) -> str:
        """The very words from unit `first` to `last` (exclusive)."""
        return self.text.raw[self.starts[first] : self.ends[last - 1]]
