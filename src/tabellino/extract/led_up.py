"""Passes told in words that can tell of a goal, known by who finished: "curled the free-kick in and Smith headed it past
Jones", "Baker's free-kick was met by Cole and Smith forced in the rebound"."""

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


def discount_passes(context: Context, mentions: Sequence[Mention]) -> None:
    """Take most of their weight from the tellings that only led up to the goal of the next one."""
    for one, other in pairwise(mentions):
        if one.sentence == other.sentence and one.weight and _led_up(context, one, other):
            one.weight *= LEFT
            if other.time is None:
                one.time, one.window, other.time, other.window = None, None, one.time, one.window


def _led_up(context: Context, one: Mention, other: Mention) -> bool:
    """Whether another man finished, in the same breath and at no time of his own, what the first sent in."""
    place = None if other.captured else other.top_place(context)
    if place is None or other.weight < FINISHED or other.top == one.top or not 0 < place - one.first <= REACH:
        return False
    between = context.units.codes[one.first : place]
    goes_on = context.members("led_to_joint")
    if goes_on.isdisjoint(between) or not context.members("apart").isdisjoint(between):
        return False
    if any("nth" in hit.captures or "count" in hit.row for hit in other.hits) or (one.time and other.time):
        return False
    return _delivers(context, between) or NAMED_SHOT.issuperset(hit.row["id"] for hit in one.hits)


def _delivers(context: Context, codes: str) -> bool:
    """Whether words tell how a ball was sent to somebody, and not into the net: from the flank, or with the head."""
    heads, sends = context.members("heads_v"), context.members("delivers_v")
    where = context.members("headed_to" if codes[0] in heads else "delivered_to")
    sent = codes[0] in heads | sends and not where.isdisjoint(codes)
    return sent and not context.members("pass_n").isdisjoint(codes) and context.members("net_w").isdisjoint(codes)
