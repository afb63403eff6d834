"""Whose card it is where the words name nobody beside it: the subject of the sentence, or whoever committed a foul."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet
from tabellino.extract.subjects import DOES, UNGOVERNED
from tabellino.extract.syntax import following, governor

#: A card is of a man named in its sentence, or in so many sentences before it.
SENTENCES_BACK = 2
#: A passive's helping verb stands no further than this before the deed.
HELPS = 2
#: What follows a name that does something, whatever stands before it.
ACTS = frozenset({"verb", "aux"})
#: What before such a name need not govern it: "in added time Konsa was", "giant stopper Garrity saw".
LOOSE = frozenset({"preposition", "noun", "other"})


class Offences:
    """The fouls told in a text, found when first asked for: by unit who committed one (+) and who suffered it (-)."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._found: dict[int, int] | None = None

    def role(self, place: int) -> int:
        """Of the man named at a unit: 1 when he committed a foul there, -1 when he suffered one, else 0."""
        if self._found is None:
            self._found = self._find()
        return self._found.get(place, 0)

    def _find(self) -> dict[int, int]:
        context = self.context
        codes, found = context.units.codes, dict[int, int]()
        for pattern, _ in context.vocabulary.possible("offence", codes):
            for match in pattern.finditer(codes):
                at = Alphabet.captured(match)
                if "deed" in at and not context.members("be").isdisjoint(codes[at["deed"] - HELPS : at["deed"]]):
                    continue  # he was fouled: another pattern tells by whom
                for name, role in (("offender", 1), ("victim", -1)):
                    if name in at:
                        found.setdefault(at[name], role)
        return found


def whose_card(
    context: Context, offences: Offences, first: int, last: int, *, subject: bool, elsewhere: Collection[int] = ()
) -> dict[int, float]:
    """The chances of the people who can have been shown the card told at units `first` to `last`; -1 is nobody of
    them. `subject` tells that the words have the man for their subject ("was sent off"); those `elsewhere` are told to
    have been sent off in other words of the text."""
    weights: Mapping[str, float] = context.weights["whose_card"]
    scores: dict[int, float] = {-1: weights["nobody"]}
    for person, features in _candidates(context, offences, first, last, subject):
        score = sum(weights[name] * value for name, value in features.items())
        score += weights["told_elsewhere"] * (person in elsewhere)
        scores[person] = max(score, scores.get(person, -99.0))
    for person in elsewhere:
        scores[person] = max(scores.get(person, -99.0), weights["told_elsewhere"])
    total = sum(math.exp(score) for score in scores.values())
    return {person: math.exp(score) / total for person, score in scores.items()}


def _candidates(
    context: Context, offences: Offences, first: int, last: int, subject: bool
) -> Iterator[tuple[int, dict[str, float]]]:
    """Everybody of the sentence with what speaks for and against him; where it names nobody who can be meant, or "the
    Frenchman" stands for somebody, those of the sentences before it too."""
    units = context.units
    sentence = units.sentence[first]
    start, end = context.bounds[sentence]
    before = context.people_in(start, first)
    nearest = next((place for place in reversed(before) if _is_subject(context, place)), None)
    anaphor = _anaphor(context, start, first)
    described = anaphor is not None and units.codes[anaphor] not in context.members("he_alone")
    named = False
    for place in before:
        features = _of_place(context, offences, place)
        if place == nearest and _is_referee(context, place, first):
            features["staff"] = 1.0
        named |= not (features["staff"] or features["by"])
        features |= {"distance": (first - place) / 10, "passed_over": float(nearest is not None and place < nearest)}
        features["is_subject"] = (2.0 if subject else 1.0) * (place == nearest)
        features["before_him"] = float(described and anaphor is not None and place < anaphor)
        yield context.who(place), features
    for place in context.people_in(last, end):
        features = _of_place(context, offences, place)
        features |= {"after": 1.0, "after_subject": float(subject), "distance": (place - last) / 10}
        yield context.who(place), features
    if named and not described:
        return
    for back in range(1, min(SENTENCES_BACK, sentence) + 1):
        for place in context.people_in(*context.bounds[sentence - back]):
            features = _of_place(context, offences, place) | {"sentences_back": float(back)}
            features["is_subject"] = float(_is_subject(context, place))
            yield context.who(place), features


def _of_place(context: Context, offences: Offences, place: int) -> dict[str, Any]:
    units, person, role = context.units, context.who(place), offences.role(place)
    governed = governor(context, place)
    return {
        "staff": float(units.people[person].staff > 0 or context.known[person].manager > 0.5),
        "by": float(governed == "by" and role <= 0),
        "governed": float(governed not in UNGOVERNED and governed != "by" and not _is_subject(context, place)),
        "offender": float(role > 0),
        "victim": float(role < 0),
    }


def _is_subject(context: Context, place: int) -> bool:
    """A name that nothing governs and that a verb or a comma follows, that of "for Banega to collect", or one behind
    whose governor a clause begins: "in added time Konsa was", "without Diop, who was"."""
    governed, follows = governor(context, place), following(context, place)
    if governed in UNGOVERNED:
        return follows in DOES
    return follows == "who" or (governed == "for" and follows == "to") or (governed in LOOSE and follows in ACTS)


def _is_referee(context: Context, place: int, first: int) -> bool:
    """Whether the man named at a unit shows the card told at unit `first`: he "produced" it, he "had no choice"."""
    between = context.units.codes[place + 1 : first + 1]
    shown_him = context.units.codes[first + 1 : first + 2] in context.members("pronouns")
    if shown_him or not context.members("referee_w").isdisjoint(between):
        return False  # "Smith handled and the referee produced", "showed him": somebody else does
    return not context.members("referee_does").isdisjoint(between) and context.members("leaves_v").isdisjoint(between)


def _anaphor(context: Context, start: int, first: int) -> int | None:
    """The unit before the words where "he" or "the Frenchman" stands for somebody named earlier."""
    codes, the = context.units.codes, context.members("the_alone")
    for place in range(first - 1, start - 1, -1):
        if codes[place] in context.members("he_alone"):
            return place
        described = codes[place] in context.members("described") and codes[place - 1] in the
        if described and patterns.PERSON not in codes[place : place + 3]:
            return place
    return None


def of_a_third_club(context: Context, start: int, end: int) -> bool:
    """Whether a sentence names a club that does not play, other than for somebody's past ("the former Sevilla man")."""
    units, former = context.units, context.members("former")
    return any(units.codes[place - 1] not in former for place in _third_clubs(context, start, end))


def met_a_third_club(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells of a match of somebody who does not play: "against Norwich", "at Norwich"."""
    units, against = context.units, context.members("against")
    return any(units.codes[place - 1] in against for place in _third_clubs(context, start, end))


def _third_clubs(context: Context, start: int, end: int) -> Iterator[int]:
    return (place for place in context.units.clubs if start <= place < end and context.third_club(place, place + 1))
