"""Whom a description means: "the Togo striker", "the Frenchman", "the former Chelsea man".

The squad of a nation, or of a club that does not play, tells which of the men named so far can be meant. The words then
stand for his name, for everything that is read after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tabellino.extract import patterns
from tabellino.extract.signs import places
from tabellino.extract.units import OWN_NAMES, Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names import clubs
from tabellino.names.squads import Member, men_of, plain, surnames

#: No more words than so stand between the article and the word that describes ("the former Republic of Ireland man").
WORDS = 6
#: A nation's name has up to so many words.
NAME = 3
#: By a club of his past somebody is known only where one man can be meant: half of a league once was at Chelsea.
ALONE = 1
#: What cannot stand between the article and the word that describes: "the ball was on the striker's side".
BREAKS = frozenset({"verb", "aux", "who", "conjunction", "adverb", "within", "to"})
#: Units that, standing after it, make it describe something else: "the Spaniard Silva", "the Italian Serie A side".
GOES_ON = frozenset({patterns.PERSON, patterns.PROPER, patterns.CLUB})


def resolve_descriptions(units: Units, vocabulary: Vocabulary, playing: Sequence[str]) -> Units:
    """The units with each description of somebody known as one unit that names him; `playing` are the two sides."""
    return units.with_names(list(_meant(units, vocabulary, playing)))


def _meant(units: Units, vocabulary: Vocabulary, playing: Sequence[str]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Each description that means somebody, from its first unit to its last (exclusive), and whom, likeliest first."""
    described = vocabulary.members("described")
    last_named: dict[int, int] = {}
    for place in places(units.codes, described | {patterns.PERSON}):
        code = units.codes[place]
        if code == patterns.PERSON:
            last_named[units.people_meant(place)[0]] = place
        elif (first := _article(units, vocabulary, place)) is not None:
            after = first + (first < place)  # what follows the article; "l'argentino" has it within
            keeper = code in vocabulary.members("keepers")
            latest = sorted(last_named, key=last_named.__getitem__, reverse=True)
            people: tuple[int, ...] = ()
            if units.codes[after] in vocabulary.members("same"):  # "before the same player scored again"
                people = tuple(latest[:1])
            elif nations := _people_of(units, vocabulary, after, place):
                people = _men_of(units, latest, map(men_of, nations), keeper)
            elif nation := _nation(units, vocabulary, after, place):
                people = _men_of(units, latest, (surnames(nation),), keeper)
            elif past := _past_club(units, after, place, playing):
                people = _men_of(units, latest, (men_of(past),), keeper)
                people = people if len(people) == ALONE else ()
            if people:
                last_named[people[0]] = place
                yield first, place + 1, people


def _article(units: Units, vocabulary: Vocabulary, place: int) -> int | None:
    """The unit of the article that the description at `place` begins with; None when there is none, when the
    description goes on after it, or when it stands beside the name that it describes."""
    codes, the, after = units.codes, vocabulary.members("the_alone"), units.codes[place + 1]
    if after in GOES_ON or codes[place + 2 : place + 3] == patterns.PERSON:
        return None
    if after in vocabulary.members("described") or after in vocabulary.members("of_a_nation"):
        return None
    if codes[place] in vocabulary.members("with_article"):
        return None if codes[place - 2 : place] == f"{patterns.PERSON}," else place
    for at in range(place - 1, max(0, place - WORDS - 1), -1):
        if codes[at] in the:
            return None if codes[at - 2 : at] == f"{patterns.PERSON}," else at
        if codes[at] != patterns.CLUB and not _may_describe(units, vocabulary, at):
            return None
    return None


def _may_describe(units: Units, vocabulary: Vocabulary, at: int) -> bool:
    """Whether the unit is a word that can stand between the article and the word that describes."""
    value = units.value[at]
    return isinstance(value, str) and value[:1].isalnum() and vocabulary.syntax.kind(value) not in BREAKS


def _men_of(
    units: Units, people: Sequence[int], squads: Iterable[Mapping[str, tuple[Member, ...]]], keeper: bool
) -> tuple[int, ...]:
    """Those of some people, in their order, whom one of the squads knows as a player: goalkeepers alone where one is
    described, otherwise after the others, as a man told of by his nation is seldom the one in goal."""
    known, found = tuple(squads), dict[int, bool]()
    for person in people:
        words = plain(units.people[person].words)
        members = [m for squad in known for m in squad.get(words[-1], ()) if m.goes_by(words)]
        goal = [member.role == "goalkeeper" for member in members if member.role != "manager"]
        if goal and (not keeper or any(goal)):
            found[person] = all(goal)
    return tuple(sorted(found, key=found.__getitem__))


def _people_of(units: Units, vocabulary: Vocabulary, first: int, place: int) -> tuple[str, ...]:
    """The nations whose people a word from unit `first` to `place` means: "the Dane", "the Danish striker"."""
    for at in range(place, first - 1, -1):
        word = str(units.value[at])
        if word in vocabulary.nationalities and (at < place or word not in vocabulary.never_alone):
            return vocabulary.nationalities[word]
    return ()


def _nation(units: Units, vocabulary: Vocabulary, first: int, place: int) -> str | None:
    """The nation named by its own name, "the Togo striker": he has played for it."""
    for at in range(place - 1, first - 1, -1):
        if units.codes[at] == patterns.CLUB:
            names = [name for name, _ in units.clubs_meant(at)]
        elif units.value[at] in vocabulary.nations:
            names = [
                " ".join(map(str, units.value[begin : at + 1])) for begin in range(max(first, at - NAME + 1), at + 1)
            ]
        else:
            continue
        return next((known.name for name in names if (known := clubs.club(name)) and known.nation), None)
    return None


def _past_club(units: Units, first: int, place: int, playing: Sequence[str]) -> str | None:
    """The club that does not play by which a description knows somebody ("the former Chelsea striker")."""
    for at in range(first, place):
        if units.codes[at] == patterns.CLUB:
            meant = {name for name, how in units.clubs_meant(at) if how in OWN_NAMES}
            return meant.pop() if len(meant) == 1 and not meant & {*playing} else None
    return None
