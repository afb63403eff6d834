"""Whose player somebody is: evidence from the words beside the names, spread along who plays with and against whom."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentioned import meant
from tabellino.extract.patterns import Alphabet
from tabellino.extract.squads import hints as squad_hints
from tabellino.extract.syntax import following, governor

#: Rounds of passing evidence along chains of names: chains in one report are short.
ROUNDS = 6
#: No chain of hints is surer than this, in log-odds: a club named beside the player always outweighs it.
SUREST = 5.0
#: Nor is what all the places tell together that name two men side by side: they lean on one another.
SUREST_PAIR = 2.5
#: Two names further apart than this many units say nothing about each other.
NEXT = 14


def find_allegiance(context: Context) -> list[float]:
    """For every person of the report the log-odds of playing for `sides.first` (0: no hint), by loopy belief
    propagation over who is named next to whom (Pearl 1988)."""
    weights: Mapping[str, float] = context.weights["allegiance"]
    direct = [sum([weights.get(name, 0.0) * value for name, value in hints.items()]) for hints in find_hints(context)]
    roads: list[tuple[int, float]] = []  # from whom, and the bond; the way back is the road beside it (m ^ 1)
    into: list[list[int]] = [[] for _ in direct]
    for (one, other), log_odds in _edges(context).items():
        bond = math.tanh(log_odds / 2)
        into[other].append(len(roads))
        into[one].append(len(roads) + 1)
        roads += [(one, bond), (other, bond)]
    messages = [0.0] * len(roads)
    for _ in range(ROUNDS):
        odds = _odds(direct, into, messages)
        messages = [_passed_on(bond, odds[one] - messages[m ^ 1]) for m, (one, bond) in enumerate(roads)]
    return _odds(direct, into, messages)


def _odds(direct: Sequence[float], into: Sequence[Sequence[int]], messages: Sequence[float]) -> list[float]:
    """Everybody's odds: what the words beside his name tell, and what those around him do."""
    return [_clip(d + sum([messages[m] for m in ways]), SUREST) for d, ways in zip(direct, into, strict=True)]


def _passed_on(bond: float, odds: float) -> float:
    """What one man's odds tell of another's, given tanh of half the log-odds that they play for one side."""
    return 2 * math.atanh(bond * math.tanh(odds / 2))


def find_hints(context: Context) -> list[dict[str, float]]:
    """For every person the hints about his club by name: how often each speaks for `sides.first`, less how often it
    speaks for `sides.second`."""
    units, sides = context.units, context.sides
    hints: list[dict[str, float]] = [defaultdict(float) for _ in units.people]
    for pattern, row in context.vocabulary.possible("allegiance", units.codes):
        for match in pattern.finditer(units.codes):
            places = Alphabet.captured(match)
            club = meant(units, places["club"], sides.first, sides.second)
            if club is not None:
                hints[context.who(places["person"])][row["id"]] += 1.0 if club == sides.first else -1.0
    for person, name, value in squad_hints(context.known):
        hints[person][name] = value
    before: str | None = None
    named_at = sorted(context.clubs)
    for start, end in context.bounds:
        clubs, standing_for = _clubs_named(context, named_at, start, end, before)
        for place in context.people_in(start, end):
            of_his = hints[context.who(place)]
            for at, club in clubs:
                of_his[_relation(context, place, at)] += 1.0 if club == sides.first else -1.0
            for at, club in standing_for:
                of_his[f"they_{_relation(context, place, at)}"] += 1.0 if club == sides.first else -1.0
            if not clubs and before is not None:
                of_his["sentence_before"] += 1.0 if before == sides.first else -1.0
        if clubs:
            named = {club for _, club in clubs}
            before = clubs[0][1] if len(named) == 1 else clubs[0][1] if clubs[0][0] - start < 4 else None
    return hints


def _clubs_named(
    context: Context, named_at: Sequence[int], start: int, end: int, before: str | None
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The clubs named in a sentence, of those `named_at` units of the text, and the places where "they" stands for the
    one named last."""
    codes, they, named = context.units.codes, context.members("they"), context.clubs
    here = named_at[bisect_left(named_at, start) : bisect_left(named_at, end)]
    clubs = [(place, named[place]) for place in here]
    standing_for: list[tuple[int, str]] = []
    if they.isdisjoint(codes[start:end]):
        return clubs, standing_for
    last = before
    for place in range(start, end):
        if place in named:
            last = named[place]
        elif last is not None and codes[place] in they:
            standing_for.append((place, last))
    return clubs, standing_for


def _relation(context: Context, person: int, club: int) -> str:
    """How a person's name and a club's stand to each other in one sentence, as the name of a hint."""
    codes, members = context.units.codes, context.members
    between = codes[person + 1 : club] if person < club else codes[club + 1 : person]
    after_club = codes[club + 1 : club + 4].lstrip(patterns.POSSESSIVE)
    before_club = codes[club - 1] if club else patterns.NEWLINE
    if before_club in members("former"):
        return "former"
    if club > person and not members("defending").isdisjoint(after_club[:2]):
        return "their_defence"
    if before_club in members("win_v"):
        return "beaten_after" if club > person else "beaten_before"
    if before_club in members("against"):
        return "against_after" if club > person else "against_before"
    clause = members("clause")
    clauses = sum([c in clause or c == "," for c in between])
    if club < person:
        if len(between) <= 3 and not clauses and patterns.PERSON not in between:
            return "club_beside"
        near = "near" if len(between) <= 8 else "far"
        return f"club_before_{near}_{min(clauses, 2)}"
    if before_club in members("plays_for"):
        return "for_club"
    near = "near" if len(between) <= 6 else "far"
    return f"club_after_{near}_{min(clauses, 2)}"


def pairs(context: Context) -> Iterator[tuple[int, int, dict[str, float]]]:
    """People named next to each other, with what tells whether they play together: the words between and before them,
    whether one keeps goal, and how the sentence is built around them."""
    for start, end in context.bounds:
        named = context.people_in(start, end)
        for one, other in itertools.pairwise(named):
            a, b = context.who(one), context.who(other)
            if a != b and other - one <= NEXT:
                yield min(a, b), max(a, b), dict.fromkeys(_bond(context, one, other), 1.0)


def _bond(context: Context, one: int, other: int) -> list[str]:
    """The features of two names at these units, the first before the second."""
    units, value, codes = context.units, context.units.value, context.units.codes
    classes = context.vocabulary.neighbour_classes
    found = ["bias"]
    for place in range(one + 1, other):
        word = value[place]
        if isinstance(word, str):
            found.append(word)
        if codes[place] in classes:
            found += classes[codes[place]]
    if one and isinstance(before := value[one - 1], str):
        found.append(f"<{before}")
    if isinstance(after := value[other + 1], str):
        found.append(f">{after}")
    keeps = units.people[context.who(one)].keeper, units.people[context.who(other)].keeper
    if any(keeps):
        found.append("both keep" if all(keeps) else "the first keeps" if keeps[0] else "the second keeps")
    if patterns.CLUB in codes[one + 1 : other]:
        found.append("a club between")
    governed, follows = governor(context, one), following(context, one)
    found += (f"first: {governed} - {follows}", f"first {follows}", f"{governed} first")
    found.append(f"{governor(context, other)} second")
    return found


def _edges(context: Context) -> dict[tuple[int, int], float]:
    """Log-odds that two people play for one side, for those named next to each other, summed over the places."""
    weights: Mapping[str, float] = context.weights["pair"]
    counts: float = context.weights["limits"]["bond"]
    edges: dict[tuple[int, int], float] = defaultdict(float)
    for one, other, features in pairs(context):
        bond = counts * sum([weights.get(name, 0.0) for name in features])
        edges[one, other] = _clip(edges[one, other] + bond, SUREST_PAIR)
    return edges


def _clip(value: float, most: float) -> float:
    return most if value > most else -most if value < -most else value
