"""Sentences that tell the clock, and nothing that happened: "Just 33 minutes gone.", "That was in the 58th minute"."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.times import TimeExpression

#: "And that was …": so many units into a sentence stands what points back.
POINTS = 2
#: Between the time and "and" may stand a sign.
SIGNS = ",;:-"


def told_by_clock(context: Context, time: TimeExpression) -> bool:
    """Whether the sentence of a time tells by the clock when that happened which is told before it."""
    units = context.units
    first, last = context.bounds[units.sentence[time.first]]
    if not context.members("took_w").isdisjoint(units.codes[time.first : time.last]):
        return False  # "It took them nine minutes."
    before = units.codes[first : time.first]
    after = units.codes[time.last : last].lstrip("".join(context.members("minute_w"))).rstrip(".!?\"'")
    if not after or not context.members("when").isdisjoint(after[:2]):
        if patterns.SCORE in before and _opens_paragraph(context, units.sentence[time.first]):
            return False
        return not after and (context.members("points_back") | {patterns.SCORE, ","}).issuperset(before)
    if not before and set(after) <= {patterns.SCORE, *SIGNS}:
        return True  # "Twenty minutes gone, 1-0."
    goes_on = after.lstrip(SIGNS)
    joined = goes_on[:1] in context.members("and") and goes_on[1:2] not in (patterns.PERSON, patterns.CLUB)
    if not before:  # "Just 33 minutes gone, and it was deserved", but not "Ten minutes in, Villa had a third"
        return joined and units.codes[time.first] not in context.members("time_prep")
    if not (context.members("points_back") | {patterns.SCORE, ","}).issuperset(before):
        return False
    if patterns.SCORE in before and _opens_paragraph(context, units.sentence[time.first]):
        return False  # "It was 2-0 in the 63rd. …"
    shows = units.codes[time.first] in context.members("clock_w")  # "The clock read 54 and …"
    there = not context.members("there_w").isdisjoint(before[:POINTS]) and goes_on[1:2] != patterns.PERSON
    points = not context.members("that").isdisjoint(before[:POINTS]) or patterns.SCORE in before
    return (points or shows or there) and (joined or goes_on[:1] in context.members("and") or after[:1] in SIGNS)


def clock_clause(context: Context, time: TimeExpression) -> int | None:
    """Where the clause begins that ends a sentence with what the clock showed then: "…, and there were just nine
    minutes on the clock". None where there is none."""
    units = context.units
    first, last = context.bounds[units.sentence[time.first]]
    if units.codes[time.last : last].strip(".!?\"'"):
        return None
    place, pointers = time.first, context.members("points_back")
    while place > first and units.codes[place - 1] in pointers:
        place -= 1
    shows = not context.members("that").isdisjoint(units.codes[place : time.first])
    return place if first < place and shows else None


def _opens_paragraph(context: Context, sentence: int) -> bool:
    """Whether a sentence begins a paragraph that has more."""
    more = sentence + 1 < len(context.paragraphs) and not context.begins_paragraph(sentence + 1)
    return more and context.begins_paragraph(sentence)
