"""Where a goal may be told again: the sentences around a time, whom they name, and whether they tell of a failure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tabellino.extract.clock_sentences import clock_clause, told_by_clock
from tabellino.extract.context import Context
from tabellino.extract.goal_times import says_when
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import POSSESSIVE
from tabellino.extract.times import TimeExpression

#: The scorer is named no more sentences from the minute.
REACH = 3
#: A telling as likely as this is of a goal, whatever failures its sentence tells as well.
OWNED = 0.6
#: A clause of a time has at least so many units before it.
CLAUSE = 3
#: "He" is whoever was named no more sentences before.
BACK = 3
#: What speaks against a name: a preposition before it or a pass of his, another name behind it.
GOVERNED, LED_UP = 1.0, 0.8

#: A sentence with the units of it that are looked at.
Part = tuple[int, int, int]


def parts_around(context: Context, time: TimeExpression) -> Iterator[Part]:
    """The sentences that may tell what happened at a time: those before it where its words only tell the clock, else
    those from its clause on."""
    clause = clock_clause(context, time)
    if clause is not None:
        here = context.units.sentence[time.first]
        yield here, context.bounds[here][0], clause
    if clause is not None or told_by_clock(context, time):
        yield from _before(context, time)
    else:
        yield from _behind(context, time)


def _before(context: Context, time: TimeExpression) -> Iterator[Part]:
    """Backwards to the beginning of the paragraph (of the one before, where the time's sentence begins one)."""
    here, paragraphs = context.units.sentence[time.first], context.paragraphs
    least = paragraphs[here - 1]
    for sentence in range(here - 1, max(-1, here - REACH - 1), -1):
        first, last = context.bounds[sentence]
        if paragraphs[sentence] < least or _other_time(context, first, last, time):
            return
        yield sentence, first, last


def _behind(context: Context, time: TimeExpression) -> Iterator[Part]:
    """To the next time or the end of the paragraph (of the next one, where the time's sentence ends one)."""
    here, paragraphs = context.units.sentence[time.first], context.paragraphs
    most = paragraphs[min(here + 1, len(paragraphs) - 1)]
    for sentence in range(here, min(len(context.bounds), here + REACH + 1)):
        first, last = context.bounds[sentence]
        if paragraphs[sentence] > most:
            return
        other = _other_time(context, first, last, time)
        if sentence == here:
            first = clause_of(context, time)[0]
        if other is None:
            yield sentence, first, last
            continue
        if sentence == here and other.first > time.first:
            yield sentence, first, other.first
        return


def _other_time(context: Context, first: int, last: int, time: TimeExpression) -> TimeExpression | None:
    """The first time of a range that says when something else happened."""
    others = (one for one in context.times_in(first, last) if one is not time and not one.weak)
    return next((one for one in others if says_when(one.window)), None)


def clause_of(context: Context, time: TimeExpression) -> tuple[int, int]:
    """The clause of a time and what follows it in its sentence."""
    start, end = context.bounds[context.units.sentence[time.first]]
    clause, place = context.members("clause"), time.first - 1
    while place > start and (context.units.codes[place] not in clause or time.first - place < CLAUSE):
        place -= 1
    return max(start, place), end


def named_in(context: Context, part: Part, wanted: Collection[int], subject: int) -> Iterator[tuple[int, float]]:
    """Whom of the wanted a part names, and how much the words around the name speak against his having scored. A part
    without them that has "he" or "the striker" among its first `subject` units means whoever of them was named last."""
    _, first, last = part
    codes, oblique = context.units.codes, context.members("oblique") - context.members("by")
    named = [place for place in context.people_in(first, last) if context.who(place) in wanted]
    for place in named:
        passes = codes[place + 1] == POSSESSIVE and codes[place + 2] not in context.members("goal_thing")
        if passes or codes[place - 1] in oblique:
            yield context.who(place), GOVERNED
        else:
            yield context.who(place), LED_UP * (context.who(place) != context.who(named[-1]))
    described = context.members("he_subject") | context.members("described")
    if not named and not described.isdisjoint(codes[first : first + subject]):
        yield from _meant(context, first, wanted)


def _meant(context: Context, first: int, wanted: Collection[int]) -> Iterator[tuple[int, float]]:
    """Whom "he" means at the beginning of a sentence: surely the subject of the sentence before."""
    here = context.units.sentence[first]
    start, _ = context.bounds[max(0, here - BACK)]
    earlier = [place for place in context.people_in(start, first) if context.who(place) in wanted]
    if earlier:
        subject = context.people_in(context.bounds[max(0, here - 1)][0], first)[:1]
        yield context.who(earlier[-1]), GOVERNED * (subject != earlier[-1:])


def fails(context: Context, first: int, last: int, hints: Sequence[Mention]) -> bool:
    """Whether words tell of a save, a miss or a chance, and none of them of a goal. What led to it ("after his shot had
    been blocked") does not count, nor do "could not miss" and "only half cleared"."""
    if any(one.weight >= OWNED for one in hints):
        return False
    codes, nothing = context.units.codes, context.members("came_to_nothing") | context.members("supposed")
    undoing, no_more = context.members("undoing"), context.members("no_more_than")
    prelude, joints = context.members("prelude"), context.members("and")
    led_to = False
    for n in range(first, last):
        led_to = codes[n] in prelude or (led_to and codes[n] not in joints)
        if codes[n] in nothing and not led_to and codes[n - 1] not in undoing and codes[n + 1] not in no_more:
            return True
    return False
