"""Whom the names of a text mean: full names found the register of its people, shorter ones point into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from tabellino.extract import patterns
from tabellino.extract.signs import places
from tabellino.extract.units import Person, Units
from tabellino.extract.vocabulary import Vocabulary


def link_people(units: Units, vocabulary: Vocabulary) -> None:
    """Give every mention the people it can mean, likeliest first: full names found the register, then surnames."""
    mentions = places(units.codes, patterns.PERSON)
    written, told_plainly = _written(units, mentions, vocabulary.genitive)
    register: dict[tuple[str, ...], Person] = {}
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    people = units.people
    first_written = dict(zip(reversed(written.values()), reversed(written), strict=True))
    first_written |= {written[i]: i for i in reversed(told_plainly)}
    for words, i in sorted(first_written.items(), key=lambda item: (-len(item[0]), item[1])):
        if words in register or _known(words, by_last, people):
            continue
        if len(words) == 1 and by_first.get(words[0]):
            continue
        person = Person(units.words(i, i + 1), words)
        register[words] = person
        by_last.setdefault(words[-1], []).append(len(people))
        if len(words) > 1:
            by_first.setdefault(words[0], []).append(len(people))
        people.append(person)
    recent: dict[int, int] = {}
    bearers: dict[tuple[str, ...], list[int]] = {}
    for turn, i in enumerate(mentions):
        words = written[i]
        if words not in bearers:
            exact = [n for n in by_last.get(words[-1], ()) if _fits(words, people[n].words)]
            bearers[words] = exact or by_first.get(words[0], [])
        ranked = found = bearers[words]
        if len(found) > 1:
            ranked = sorted(found, key=lambda n: (people[n].words != words, -recent.get(n, -1)))
        units.value[i] = tuple(ranked)
        people[ranked[0]].mentions.append(i)
        recent[ranked[0]] = turn
    _mark_roles(units, vocabulary)


def _written(units: Units, mentions: Sequence[int], genitive: str) -> tuple[dict[int, tuple[str, ...]], Sequence[int]]:
    """The words of each mention, those of a genitive as the text has the name elsewhere ("Draxlers Treffer" is
    Draxler's); and the mentions that are none."""
    written = {i: cast(tuple[str, ...], units.value[i]) for i in mentions}
    if not genitive:
        return written, ()
    lasts = {words[-1] for words in written.values()}
    plain = []
    for i, words in written.items():
        stem = words[-1].removesuffix(genitive)
        if stem != words[-1] and stem in lasts:
            written[i] = (*words[:-1], stem)
        else:
            plain.append(i)
    return written, plain


def _known(words: tuple[str, ...], by_last: dict[str, list[int]], people: Sequence[Person]) -> bool:
    return any(_fits(words, people[n].words) for n in by_last.get(words[-1], ()))


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short == long or long[-len(short) :] == short or (short[-1] == long[-1] and set(short) <= set(long))


def _mark_roles(units: Units, vocabulary: Vocabulary) -> None:
    """Who is staff, and who is called a goalkeeper."""
    for pattern, _ in vocabulary.possible("staff", units.codes):
        for match in pattern.finditer(units.codes):
            place = patterns.Alphabet.captured(match)["person"]
            units.people[units.people_meant(place)[0]].staff += 1
    keeper = vocabulary.members("keepers")
    for person in units.people:
        person.keeper = any(i and units.codes[i - 1] in keeper for i in person.mentions)
