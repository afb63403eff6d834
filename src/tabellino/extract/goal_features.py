"""What speaks for and against a telling's being of a goal of this match, by the names of the weights."""

from __future__ import annotations

from collections.abc import Iterator

from tabellino.extract.context import Context
from tabellino.extract.goal_says import score_after, team
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import NUMBER
from tabellino.extract.signs import places
from tabellino.extract.squads import HARDLY_KNOWN
from tabellino.extract.syntax import kind

#: How far, in units, words before and after a trigger can make it no goal.
REACH_BEFORE, REACH_AFTER = 9, 7


def features(context: Context, mention: Mention) -> dict[str, float]:
    """Their values, where they are not 0."""
    return {name: float(value) for name, value in _all(context, mention) if value}


def _all(context: Context, mention: Mention) -> Iterator[tuple[str, float]]:
    units, members = context.units, context.members
    ids = {hit.row["id"] for hit in mention.hits}
    yield "bias", 1.0
    strongest = max(ids, key=lambda name: context.weights["goal"].get(f"id:{name}", 0.0))
    yield f"id:{strongest}", 1.0
    yield "another_hit", min(2, len(ids) - 1)
    yield f"form:{kind(context, mention.first)}", 1.0
    start, end = context.bounds[mention.sentence]
    before = _without_places(context, units.codes[max(start, mention.first - REACH_BEFORE) : mention.first])
    after = _without_places(context, units.codes[mention.last : min(end, mention.last + REACH_AFTER)])
    inside = units.codes[mention.first : mention.last]
    after = _cut(after, members("clause_hard"))
    clauses = members("clause_before")
    begins = len(mention.hits) == 1 and inside[:1] in clauses  # "after a Brett Holman goal": a clause of its own
    before = "" if begins else _cut(before[::-1], clauses)[::-1]
    yield "miss_after", not (members("miss_after").isdisjoint(after) and members("miss_inside").isdisjoint(inside))
    says_no = any(hit.row.get("own_no") for hit in mention.hits)  # "could not miss" means that he did not
    yield "miss_before", not members("miss_before").isdisjoint(before + ("" if says_no else inside[:2]))
    yield "miss_next", not members("miss_before").isdisjoint(before[-1:])
    yield "missed_already", not members("miss_after").isdisjoint(before)
    yield "perfect", not members("perfect").isdisjoint(before[-2:])
    sentence = units.codes[start:end]
    yield "other_match", not members("other_match").isdisjoint(sentence)
    window = mention.window
    yield "exact_time", window is not None and window.best is not None
    yield "some_time", window is not None and window.best is None
    yield "score_after", score_after(context, mention) is not None
    top = mention.top
    yield "scorer_named", top is not None
    yield "scorer_none", top is None
    yield "quoted", context.quoted[mention.sentence]
    yield "lead_paragraph", mention.sentence < 5
    yield "third_club", context.third_club(start, end)
    yield "of_others", context.elsewhere[mention.sentence] and _unknown(context, top)
    yield "year", NUMBER in sentence and any(units.is_year(start + at) for at in places(sentence, NUMBER))
    yield "question", "?" in sentence
    yield "first_person", not members("first_person").isdisjoint(sentence)
    around = units.codes[max(start, mention.first - 8) : mention.last + 8]
    yield "elsewhere", not members("elsewhere").isdisjoint(around)
    yield "keeper_beaten", any(units.people[context.who(place)].keeper for place in _beaten(context, mention, top))
    yield "stranger", top is not None and context.known[top].stranger
    yield "keeper_scorer", top is not None and units.people[top].keeper
    yield "team_only", top is None and bool(team(context, mention, own_goal=False))


def _unknown(context: Context, person: int | None) -> bool:
    """Whether the squads of the two clubs do not have somebody, though they know some of those named."""
    if person is None:
        return True
    known = context.known[person]
    return not (known.first or known.second) and known.share > HARDLY_KNOWN


def _beaten(context: Context, mention: Mention, top: int | None) -> list[int]:
    """The names in a telling and right after it, among which a beaten goalkeeper's stands."""
    start, end = context.bounds[mention.sentence]
    named = context.people_in(max(start, mention.first), min(end, mention.last + 4))
    return [place for place in named if context.who(place) != top]


def _without_places(context: Context, codes: str) -> str:
    """The units without those that tell where somebody stood ("at the far post"): no post was hit."""
    if context.members("the_post").isdisjoint(codes):
        return codes
    ends, where, at = context.members("the_post"), context.members("which_post"), context.members("at_post")
    for place in [place for place, code in enumerate(codes) if code in ends and place > 2][::-1]:
        if codes[place - 1] in where and codes[place - 3] in at:
            codes = codes[: place - 3] + codes[place + 1 :]
    return codes


def _cut(codes: str, stops: frozenset[str]) -> str:
    for i, code in enumerate(codes):
        if code in stops:
            return codes[:i]
    return codes
