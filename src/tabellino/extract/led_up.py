"""Passes told in words that can tell of a goal, known by who finished: "curled the free-kick in and Smith headed it
past Jones", "Baker's free-kick was met by Cole and Smith forced in the rebound"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention

#: Who is as likely as this to have scored finished what was told before.
FINISHED = 0.5
#: So much of its weight is left to words that told of a pass.
LEFT = 0.1
#: No more units than this stand between the pass and the name of who finished.
REACH = 22
#: A shot that is only named ("Smith's free-kick") may be what led to the goal.
NAMED_SHOT = frozenset({"poss_strike", "name_noun"})
#: Words that name who finished as the one who was found: "sent Smith through to score".
FOUND = frozenset({"for_to"})


def discount_passes(context: Context, mentions: Sequence[Mention]) -> None:
    """Take most of their weight from the tellings that only led up to the goal of the next one."""
    for one, other in pairwise(mentions):
        if one.sentence == other.sentence and one.weight and _led_up(context, one, other):
            one.weight *= LEFT
            if other.time is None:
                one.time, one.window, other.time, other.window = None, None, one.time, one.window


def _led_up(context: Context, one: Mention, other: Mention) -> bool:
    """Whether another man finished, in the same breath and at no time of his own, what the first sent in."""
    place = _finisher(context, other)
    if place is None or other.weight < FINISHED or other.top == one.top or not 0 < place - one.first <= REACH:
        return False
    between = context.units.codes[one.first : place]
    named = NAMED_SHOT.issuperset(hit.row["id"] for hit in one.hits)
    apart = context.members("apart") - (context.members("but_w") if named else frozenset())
    if not apart.isdisjoint(between) or not (named or _delivers(context, between)):
        return False
    if any("nth" in hit.captures or "count" in hit.row for hit in other.hits) or (one.time and other.time):
        return False
    return named or not context.members("led_to_joint").isdisjoint(between)


def _finisher(context: Context, mention: Mention) -> int | None:
    """The unit of the name of who finished, or of what he did where another sentence names him; None for a goal that
    is told by a noun ("a header by Smith")."""
    if not mention.captured:
        named = mention.top_place(context)
        return mention.first if named is None and mention.top is not None else named
    found = (hit for hit in mention.hits if hit.row["id"] in FOUND)
    return next((hit.captures["scorer"] for hit in found if "scorer" in hit.captures), None)


def _delivers(context: Context, codes: str) -> bool:
    """Whether words tell how a ball was sent to somebody, and not into the net: from the flank, or with the head."""
    heads, sends = context.members("heads_v"), context.members("delivers_v")
    where = context.members("headed_to" if codes[0] in heads else "delivered_to")
    sent = codes[0] in heads | sends and not where.isdisjoint(codes)
    return sent and not context.members("ball_w").isdisjoint(codes) and context.members("net_w").isdisjoint(codes)
