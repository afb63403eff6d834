"""Everything known about one text while its claims are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, cast

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Candidate
from tabellino.domain.clock import TimeWindow
from tabellino.domain.reading import Course
from tabellino.domain.report import Span
from tabellino.extract import patterns
from tabellino.extract.clubs import countries_of
from tabellino.extract.mentioned import meant
from tabellino.extract.our_side import our_places
from tabellino.extract.sides import Sides
from tabellino.extract.signs import places
from tabellino.extract.squads import Known
from tabellino.extract.times import TimeExpression
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: Log-odds of playing for a side below this hint at nothing.
LEAST_HINT = 0.1
#: Log-odds from which on it is known whose manager somebody is.
LEADS = 1.0


@dataclass
class Context:
    """The units of a text with its sides, times and the language's weights.

    `bounds` are the units of each sentence (first, last exclusive), `quoted` tells which sentences are direct speech,
    `allegiance` the log-odds of each person playing for `sides.first`, `blocked` the sentences that are lists.
    """

    units: Units
    vocabulary: Vocabulary
    weights: dict[str, Any]
    sides: Sides
    times: list[TimeExpression]
    #: What the squads of the two clubs tell of each person.
    known: Sequence[Known]
    allegiance: list[float] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    blocked: frozenset[int] = frozenset()
    #: Where the text goes along with the clock.
    course: Course = ()
    #: Whose names the report garbles, in words.
    respelt: tuple[str, ...] = ()
    #: Characters of a class of the vocabulary; a mapping's own method, as it is called thousands of times a text.
    members: Callable[[str], frozenset[str]] = field(init=False)
    #: The likeliest person meant by the name at a unit.
    who: Callable[[int], int] = field(init=False)
    #: What syntax tells of the names, by their units; each is asked for many times.
    governors: dict[int, str] = field(default_factory=dict)
    followers: dict[int, str] = field(default_factory=dict)
    #: What ranking scorers knows of the people, by their numbers.
    traits: dict[int, list[tuple[str, float]]] = field(default_factory=dict)
    #: By the units of names: whether he is named for what another did to him.
    outdone: dict[int, bool] = field(default_factory=dict)
    _people: list[int] = field(init=False)
    _of_a_club: frozenset[str] = field(init=False)
    _times_at: list[int] = field(init=False)
    _clubs: tuple[Sides, bool, Mapping[int, str]] | None = None

    def __post_init__(self) -> None:
        codes = self.units.codes
        self.members = self.vocabulary.classes.__getitem__
        self._people = places(codes, patterns.PERSON)
        self._of_a_club = self.members("det") | self.members("of_club")
        self.who = {place: self.units.people_meant(place)[0] for place in self._people}.__getitem__
        self._times_at = [time.first for time in self.times]
        inside = False
        first, end = 0, codes.find(patterns.NEWLINE)
        while end >= 0:
            self.bounds.append((first, end))
            marks = codes.count('"', first, end)
            self.quoted.append(inside or marks >= 2)
            if marks % 2:
                inside = not inside
            first, end = end + 1, codes.find(patterns.NEWLINE, end + 1)

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of the paragraph of each sentence. Blank lines part them where there are more of these than of
        others between sentences; else each line is one."""
        least = 1 if self._breaks.count(1) > sum(one > 1 for one in self._breaks) else 2
        return [*accumulate(one >= least for one in self._breaks)]

    @cached_property
    def lines(self) -> list[int]:
        """For each sentence the first one of its line."""
        return [*accumulate((n if feeds else 0 for n, feeds in enumerate(self._breaks)), max)]

    @cached_property
    def _breaks(self) -> list[int]:
        """How many line feeds stand before each sentence."""
        units, end, breaks = self.units, 0, list[int]()
        for first, last in self.bounds:
            breaks.append(units.text.raw[end : units.starts[first]].count("\n") if last > first else 0)
            end = units.ends[last - 1] if last > first else end
        return breaks

    def begins_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return sentence == 0 or self.paragraphs[sentence - 1] != self.paragraphs[sentence]

    def people_in(self, first: int, last: int) -> list[int]:
        """Units of people's names in a range."""
        return self._people[bisect_left(self._people, first) : bisect_left(self._people, last)]

    def salient(self, before: int) -> Iterator[int]:
        """Names before a unit, likeliest first to be whom "he" means: subjects of the nearest sentences first."""
        place = bisect_left(self._people, before)
        earlier = self._people[max(0, place - 12) : place]
        oblique, have = self.members("oblique"), self.members("have")
        here = self.units.sentence[before] if before < len(self.units.sentence) else -1

        def cost(unit: int) -> float:
            prior = self.units.codes[unit - 1] if unit else patterns.NEWLINE
            after = self.units.codes[unit + 1]
            sentences_back = abs(here - self.units.sentence[unit])
            return (
                sentences_back * 2.0
                + (1.2 if prior in oblique and after not in have else 0.0)  # "with Smith having given them the lead"
                + (after in "z'") * 0.8
                + (before - unit) * 0.02
            )

        return iter(sorted(earlier, key=cost))

    def club_at(self, place: int) -> str | None:
        """Which of the two clubs the unit names: by name, or as hosts and visitors. None when neither."""
        if place < 0:
            place += len(self.units.codes)
        club = self.clubs.get(place)
        if club is None and self.units.codes[place] in self.members("side_noun"):
            return self.clubs.get(place - 1) if self.units.codes[place - 1] in self.members("home_or_away") else None
        return club

    @property
    def clubs(self) -> Mapping[int, str]:
        """Every unit that names one of the two clubs, with the club, in order of the text."""
        known = bool(self.allegiance)
        if self._clubs is None or self._clubs[0] is not self.sides or self._clubs[1] is not known:
            self._clubs = (self.sides, known, self._find_clubs())
        return self._clubs[2]

    def _find_clubs(self) -> dict[int, str]:
        first, second = self.sides.first, self.sides.second
        hosts, visitors = self.members("home_side"), self.members("away_side")
        if self.sides.home < 0.7:
            hosts = visitors = frozenset()
        naming = hosts | visitors | {patterns.CLUB}
        adverbs, articles = self.members("home_or_away"), self.members("det")
        codes, found = self.units.codes, dict[int, str]()
        for place in places(codes, naming):
            if codes[place] in adverbs and codes[place - 1] not in articles:
                continue  # "home and hosed", "slotted home"
            club: str | None = first if codes[place] in hosts else second
            if codes[place] == patterns.CLUB:
                club = meant(self.units, place, first, second)
            if club is not None:
                found[place] = club
        found.update(self._told_by_country())
        found.update(self._told_by_staff())
        if self.allegiance:
            said, ours = our_places(self)
            found.update((place, ours) for place in said if ours is not None)
        return dict(sorted(found.items()))

    def _told_by_country(self) -> Iterator[tuple[int, str]]:
        """Where clubs of two countries are named by them: "the Ukrainians", "the Portuguese side"."""
        countries = countries_of(self.sides.first, self.sides.second)
        if countries is None:
            return
        codes, value, noun = self.units.codes, self.units.value, self.members("side_noun")
        of_country = self.vocabulary.of_country
        for place, word in enumerate(value):
            country = of_country.get(word) if isinstance(word, str) else None
            if country not in countries or codes[place - 1] not in self.members("det"):
                continue
            club = self.sides.first if country == countries[0] else self.sides.second
            if codes[place + 1] in noun:
                yield place + 1, club
            elif self.vocabulary.is_people(cast(str, word)):
                yield place, club

    def _told_by_staff(self) -> Iterator[tuple[int, str]]:
        """Where a club is named by who leads it, once that is known: "Ancelotti's side"."""
        if not self.allegiance:
            return
        codes, leads = self.units.codes, self.members("side_noun")
        for place in self._people:
            if codes[place + 1] == patterns.POSSESSIVE and codes[place + 2] in leads:
                odds = self.allegiance[self.who(place)]
                if self.units.people[self.who(place)].staff and abs(odds) >= LEADS:
                    yield place + 2, self.sides.first if odds > 0 else self.sides.second

    def subject_club(self, trigger: int) -> str | None:
        """The club that is the subject of a trigger: the nearest one named before it in its sentence."""
        place = self._subject_place(trigger)
        return None if place is None else self.club_at(place)

    def acting_club(self, trigger: int) -> str | None:
        """The subject of a trigger, unless a man is named between the two: then what is told is his doing ("Nantes
        equalised, but Reyes restored the lead")."""
        place = self._subject_place(trigger)
        return None if place is None or self.people_in(place + 1, trigger) else self.club_at(place)

    def _subject_place(self, trigger: int) -> int | None:
        start, _ = self.bounds[self.units.sentence[trigger]]
        for place in range(trigger - 1, start - 1, -1):
            if self.club_at(place) is None:
                continue
            before = place - 1
            while self.units.codes[before] in self._of_a_club and before > start:
                before -= 1
            if before < start or not self._governs(self.units.codes[before]):
                return place
        return None

    def _governs(self, code: str) -> bool:
        """Whether a word makes the club after it its object: a preposition, or a verb of winning or meeting."""
        return any(code in self.members(name) for name in ("oblique", "win_v", "met_v"))

    def clubs_of(self, person: int) -> tuple[Candidate, ...]:
        """Both clubs with the chance that the person plays for them; empty for nobody (-1) and where nothing hints."""
        if person < 0 or abs(self.allegiance[person]) <= LEAST_HINT:
            return ()
        chance = chance_of(self.allegiance[person])
        return (Candidate(self.sides.first, round(chance, 3)), Candidate(self.sides.second, round(1 - chance, 3)))

    def times_in(self, first: int, last: int) -> list[TimeExpression]:
        """The times that begin in a range of units."""
        return self.times[bisect_left(self._times_at, first) : bisect_left(self._times_at, last)]

    def nearest_time(self, first: int, last: int, reach: int | None = None) -> TimeWindow | None:
        """The time told nearest to units `first` to `last` in their sentence, no further than `reach` units."""
        start, end = self.bounds[self.units.sentence[first]]
        near = [
            (min(abs(time.first - last), abs(first - time.last)), time.window)
            for time in self.times_in(start, end)
            if time.window is not None and not time.weak
        ]
        apart, window = min(near, key=lambda pair: pair[0], default=(0, None))
        return window if reach is None or apart <= reach else None

    def third_club(self, first: int, last: int) -> bool:
        """Whether a range names a club that is neither of the two."""
        clubs = self.units.clubs
        for place in clubs[bisect_left(clubs, first) : bisect_left(clubs, last)]:
            if self.units.codes[place] == patterns.CLUB and not self._tells_who(place):
                named = {club for club, how in self.units.clubs_meant(place) if how != "people"}
                if named and not named & {self.sides.first, self.sides.second}:
                    return True
        return False

    @cached_property
    def elsewhere(self) -> list[bool]:
        """For each sentence whether it goes on about other clubs: the last subject that is a club, here or before, is
        neither of the two ("Napoli drew with Empoli, who led through Smith. …" in a report of Genoa's match)."""
        found, away = [], False
        for first, end in self.bounds:
            clubs = self.units.clubs
            for place in clubs[bisect_left(clubs, first) : bisect_left(clubs, end)]:
                if self.units.codes[place] != patterns.CLUB or self._tells_who(place):
                    continue
                if not self.third_club(place, place + 1):
                    away = False
                    break
                if not self._governs(self.units.codes[place - 1]):
                    away = True
                    break
            found.append(away)
        return found

    def _tells_who(self, place: int) -> bool:
        """Whether a club is named for what somebody is or was: "the former Rangers and Dundee United striker"."""
        codes = self.units.codes
        if codes[place - 1] in self.members("once"):
            return True
        joined = codes[place + 1] in self.members("and") and codes[place + 2] == patterns.CLUB
        return codes[place + 3 if joined else place + 1] in self.members("positions")

    def units_of(self, span: Span) -> tuple[int, int]:
        """The first unit of a span of the text, and the one after its last."""
        return bisect_left(self.units.ends, span[0] + 1), bisect_left(self.units.starts, span[1])

    def quote(self, first: int, last: int, also: int | None = None) -> tuple[Span, str]:
        """Span and words from unit `first` to `last`, widened to hold the unit `also`."""
        if also is not None:
            first, last = min(first, also), max(last, also + 1)
        span = (self.units.starts[first], self.units.ends[last - 1])
        return span, self.units.text.raw[span[0] : span[1]]
