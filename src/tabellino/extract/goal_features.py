"""What speaks for and against a telling's being of a goal of this match, by the names of the weights."""

from __future__ import annotations

from collections.abc import Iterator

from tabellino.extract.context import Context
from tabellino.extract.goal_says import score_after, team
from tabellino.extract.mentions import Mention
from tabellino.extract.syntax import kind

#: How far, in units, words before and after a trigger can make it no goal.
REACH_BEFORE, REACH_AFTER = 9, 7


def features(context: Context, mention: Mention) -> Iterator[tuple[str, float]]:
    units = context.units
    ids = {hit.row["id"] for hit in mention.hits}
    yield "bias", 1.0
    strongest = max(ids, key=lambda name: context.weights["goal"].get(f"id:{name}", 0.0))
    yield f"id:{strongest}", 1.0
    yield "another_hit", float(min(2, len(ids) - 1))
    yield f"form:{kind(context, mention.first)}", 1.0
    start, end = context.bounds[mention.sentence]
    before = units.codes[max(start, mention.first - REACH_BEFORE) : mention.first]
    after = units.codes[mention.last : min(end, mention.last + REACH_AFTER)]
    inside = units.codes[mention.first : mention.last]
    after = _cut(after, context.members("clause_hard"))
    clauses = context.members("clause_before")
    begins = len(mention.hits) == 1 and inside[:1] in clauses  # "after a Brett Holman goal": a clause of its own
    before = "" if begins else _cut(before[::-1], clauses)[::-1]
    misses = context.members("miss_after")
    yield (
        "miss_after",
        float(not misses.isdisjoint(after) or not context.members("miss_inside").isdisjoint(inside)),
    )
    yield "miss_before", float(not context.members("miss_before").isdisjoint(before + inside[:2]))
    yield "miss_next", float(not context.members("miss_before").isdisjoint(before[-1:]))
    yield "missed_already", float(not misses.isdisjoint(before))
    yield "perfect", float(not context.members("perfect").isdisjoint(before[-2:]))
    sentence = units.codes[start:end]
    yield "other_match", float(sum(c in context.members("other_match") for c in sentence) > 0)
    window = mention.window
    yield "exact_time", float(window is not None and window.best is not None)
    yield "some_time", float(window is not None and window.best is None)
    yield "score_after", float(score_after(context, mention) is not None)
    yield "scorer_named", float(mention.top is not None)
    yield "scorer_none", float(mention.top is None)
    yield "quoted", float(context.quoted[mention.sentence])
    yield "lead_paragraph", float(mention.sentence < 5)
    yield "third_club", float(context.third_club(start, end))
    yield "question", float("?" in sentence)
    yield "first_person", float(not context.members("first_person").isdisjoint(sentence))
    yield (
        "elsewhere",
        float(
            not context.members("elsewhere").isdisjoint(units.codes[max(start, mention.first - 8) : mention.last + 8])
        ),
    )
    yield "keeper_beaten", float(any(units.people[context.who(place)].keeper for place in _beaten(context, mention)))
    yield "stranger", float(mention.top is not None and context.known[mention.top].stranger)
    yield "keeper_scorer", float(mention.top is not None and units.people[mention.top].keeper)
    yield "team_only", float(mention.top is None and bool(team(context, mention, own_goal=False)))


def _beaten(context: Context, mention: Mention) -> list[int]:
    """The names in a telling and right after it, among which a beaten goalkeeper's stands."""
    start, end = context.bounds[mention.sentence]
    named = context.people_in(max(start, mention.first), min(end, mention.last + 4))
    return [place for place in named if context.who(place) != mention.top]


def _cut(codes: str, stops: frozenset[str]) -> str:
    for i, code in enumerate(codes):
        if code in stops:
            return codes[:i]
    return codes
