"""Who did it: the people of a sentence (and those "he" can stand for), ranked by their place beside the trigger."""

from __future__ import annotations

import math

from tabellino.extract import patterns
from tabellino.extract.context import Context


def rank_scorers(context: Context, first: int, last: int) -> tuple[dict[int, float], int | None]:
    """Probabilities of the people who can be the subject of the trigger at units `first` to `last`; key -1 is nobody
    of them. With it the unit of the likeliest one's name, None when it is nobody or stands elsewhere."""
    scores: dict[int, float] = {-1: context.weights["scorer"]["nobody"]}
    places: dict[int, int] = {}
    for place, score in _named(context, first, last):
        person = context.who(place)
        if score > scores.get(person, -99.0):
            scores[person], places[person] = score, place
    for person, score in _pronouns(context, first):
        if score > scores.get(person, -99.0):
            scores[person] = score
            places.pop(person, None)
    total = sum(math.exp(s) for s in scores.values())
    chances = {person: math.exp(s) / total for person, s in scores.items()}
    best = max(chances, key=lambda person: chances[person])
    return chances, places.get(best) if best >= 0 else None


def _named(context: Context, first: int, last: int) -> list[tuple[int, float]]:
    units, weights = context.units, context.weights["scorer"]
    start, end = context.bounds[units.sentence[first]]
    found: list[tuple[int, float]] = []
    for place in context.people_in(start, end):
        if first <= place < last and place != first:
            continue
        score = _place_score(context, place, first, last, start)
        person = units.people[context.who(place)]
        score += weights["staff"] * (person.staff > 0) + weights["keeper"] * (person.keeper > 0)
        found.append((place, score))
    return found


def _place_score(context: Context, place: int, first: int, last: int, start: int) -> float:
    codes, weights = context.units.codes, context.weights["scorer"]
    if place >= last:
        return weights["after"] + weights["distance"] * (place - last)
    between = codes[place + 1 : first]
    score = weights["distance"] * len(between)
    score += weights["person_between"] * between.count(patterns.PERSON)
    score += weights["clause_between"] * sum(c in context.members("clause") for c in between)
    after = codes[place + 1 : place + 2]
    if after in (patterns.POSSESSIVE, "'"):
        score += weights["possessive"]
    before = codes[place - 1] if place > start else patterns.NEWLINE
    if before in context.members("oblique"):
        gives = before in context.members("giver") and (len(between) <= 3)
        score += weights["oblique"] * (0.2 if gives else 1.0)
    elif place == start or before == "," or before in context.members("subject_before"):
        score += weights["subject"]
    if any(c in context.members("who") for c in between[:2]) and patterns.PERSON not in between:
        score += weights["who"]
    return score


def _pronouns(context: Context, first: int) -> list[tuple[int, float]]:
    """People whom a pronoun before the trigger can stand for, and, where the sentence names nobody, those of the
    sentences before."""
    units, weights = context.units, context.weights["scorer"]
    sentence = units.sentence[first]
    start, _ = context.bounds[sentence]
    before = units.codes[start:first]
    pronoun = max((i for i, c in enumerate(before) if c in context.members("he")), default=None)
    described = max((i for i, c in enumerate(before) if c in context.members("described")), default=None)
    anchor = pronoun if pronoun is not None else described
    named = [place for place in context.people_in(start, first)]
    if anchor is None and named:
        return []
    base = weights["pronoun" if pronoun is not None else "description"] if anchor is not None else weights["earlier_sentence"]
    if anchor is not None:
        base += weights["distance"] * (len(before) - anchor) + weights["person_between"] * before[anchor:].count(patterns.PERSON)
    found: list[tuple[int, float]] = []
    seen: set[int] = set()
    limit = start + (anchor or 0)
    for rank, place in enumerate(context.salient(limit)):
        person = context.who(place)
        if person in seen or units.people[person].staff:
            continue
        seen.add(person)
        found.append((person, base + weights["pronoun_other"] * rank * 0.6))
        if len(found) == 3:
            break
    return found
