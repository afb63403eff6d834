"""Whose player somebody is: evidence from the words beside the names, spread along who plays with and against whom."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet
from tabellino.extract.sides import meant

#: Rounds of passing evidence between team-mates and opponents: chains of names in one report are short.
ROUNDS = 4
#: No chain of hints is surer than this, in log-odds: a club named beside the player always outweighs it.
SUREST = 5.0


def find_allegiance(context: Context) -> list[float]:
    """For every person of the report the log-odds of playing for `sides.first` (0: no hint)."""
    weights: Mapping[str, float] = context.weights["allegiance"]
    direct = [
        sum(weights.get(name, 0.0) * value for name, value in hints.items()) for hints in find_hints(context)
    ]
    edges = _edges(context, weights)
    odds = [_clip(value) for value in direct]
    for _ in range(ROUNDS):
        odds = [
            _clip(direct[n] + sum(weight * math.tanh(odds[m] / 2) for m, weight in edges[n]))
            for n in range(len(direct))
        ]
    return odds


def find_hints(context: Context) -> list[dict[str, float]]:
    """For every person the hints about his club by name: how often each speaks for `sides.first`, less how often it
    speaks for `sides.second`."""
    units, sides = context.units, context.sides
    hints: list[dict[str, float]] = [defaultdict(float) for _ in units.people]
    for number, (pattern, row) in enumerate(context.vocabulary.patterns("allegiance")):
        for match in pattern.finditer(units.codes):
            places = Alphabet.captured(match)
            club = meant(units, places["club"], sides.first, sides.second)
            if club is not None:
                name = row.get("id", f"pattern{number}")
                hints[context.who(places["person"])][name] += 1.0 if club == sides.first else -1.0
    before: str | None = None
    for start, end in context.bounds:
        clubs = [(place, club) for place in range(start, end) if (club := context.club_at(place)) is not None]
        for place in context.people_in(start, end):
            person = hints[context.who(place)]
            for at, club in clubs:
                person[_relation(context, place, at)] += 1.0 if club == sides.first else -1.0
            if not clubs and before is not None:
                person["sentence_before"] += 1.0 if before == sides.first else -1.0
        if clubs:
            named = {club for _, club in clubs}
            before = clubs[0][1] if len(named) == 1 else None
    return hints


def _relation(context: Context, person: int, club: int) -> str:
    """How a person's name and a club's stand to each other in one sentence, as the name of a hint."""
    codes = context.units.codes
    first, last = sorted((person, club))
    between = codes[first + 1 : last]
    after_club = codes[club + 1 : club + 4].lstrip(patterns.POSSESSIVE)
    before_club = codes[club - 1] if club else patterns.NEWLINE
    if before_club in context.members("former"):
        return "former"
    if any(c in context.members("defending") for c in after_club[:2]) and club > person:
        return "their_defence"
    if before_club in context.members("against"):
        return "against_after" if club > person else "against_before"
    clauses = sum(c in context.members("clause") or c == "," for c in between)
    if club < person:
        if len(between) <= 3 and not clauses and patterns.PERSON not in between:
            return "club_beside"
        near = "near" if len(between) <= 8 else "far"
        return f"club_before_{near}_{min(clauses, 2)}"
    if before_club in context.members("plays_for"):
        return "for_club"
    near = "near" if len(between) <= 6 else "far"
    return f"club_after_{near}_{min(clauses, 2)}"


def _edges(context: Context, weights: Mapping[str, float]) -> dict[int, list[tuple[int, float]]]:
    edges: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for pattern, row in context.vocabulary.patterns("pair"):
        for match in pattern.finditer(context.units.codes):
            places = Alphabet.captured(match)
            a, b = context.who(places["a"]), context.who(places["b"])
            if a != b:
                weight = row["same"] * weights["pair"]
                edges[a].append((b, weight))
                edges[b].append((a, weight))
    return edges


def _clip(value: float) -> float:
    return max(-SUREST, min(SUREST, value))
