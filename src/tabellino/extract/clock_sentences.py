"""Sentences that tell the clock, and nothing that happened: "Just 33 minutes gone.", "That was in the 58th minute"."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.times import TimeExpression

#: What is told of the clock ends at the first of these units behind the time.
ENDS = frozenset((patterns.NEWLINE, ",", ";", ":", "-"))


def told_by_clock(context: Context, time: TimeExpression) -> bool:
    """Whether the sentence of a time tells by the clock when that happened which is told before it."""
    units = context.units
    first, last = context.bounds[units.sentence[time.first]]
    before, after = units.codes[first : time.first], units.codes[time.last : last].rstrip(".!?\"'")
    if not context.members("when").isdisjoint(after[:2]):
        return False
    if not before:  # the bare time: "Just 33 minutes gone, and …", but not "After 33 minutes, …"
        if units.codes[time.first] in context.members("time_prep"):
            return not after
        return after[:1] in ENDS or after[:1] in context.members("and") or not after
    pointers = context.members("points_back") | {patterns.SCORE}
    if not pointers.issuperset(before):
        return False
    named = units.codes[first] in context.members("that")
    return named or not after or after[:1] in ENDS or after[:1] in context.members("and")
