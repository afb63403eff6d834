"""A goal told in the opening without its minute ("goals from Kenny and Jones"), and told again further down, in words
that only the minute and the name give away: "It came on 33 minutes. … and Kenny made no mistake"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tabellino.domain.clock import TimeWindow
from tabellino.extract.clock_sentences import clock_clause, told_by_clock
from tabellino.extract.context import Context
from tabellino.extract.goal_times import of_a_card, says_when
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import POSSESSIVE
from tabellino.extract.times import TimeExpression

#: Who is as likely as this to have scored is looked for where minutes are told.
KNOWN = 0.5
#: A time is that of a telling that is as likely as this, and of no other goal.
OWNED = 0.6
#: The scorer is named no more sentences from the minute.
REACH = 3
#: A place where something else is told needs so much more.
FAILS = 1.5
#: A window that is no wider than this says of an event when it was.
NARROW = 21.0
#: Words less likely than this to tell of a goal say that there was none.
DENIED = 0.25
#: A telling without a scorer that is as likely as this announces a goal.
ANNOUNCED = 0.4
#: "The former Juventus striker": so many units hold a subject.
SUBJECT = 5
#: "He" is whoever was named no more sentences before.
BACK = 3
#: A clause of a time has at least so many units before it.
CLAUSE = 3
#: What speaks for a place: words of a goal by him (as far as they are sure), of a goal at all beside the time; against
#: it each sentence in between, a preposition before the name, another name behind it.
OF_HIM, OF_A_GOAL, APART, GOVERNED, LED_UP = 3.0, 1.0, 0.5, 1.0, 0.8
#: A place needs so much, and so much more than his next best.
ENOUGH, CLEARER = 0.4, 0.75


class Place(NamedTuple):
    """Where the goal of `person` may be told again: the time, and how much speaks for it."""

    score: float
    person: int
    time: TimeExpression


def find_minutes_of_known(context: Context, mentions: Sequence[Mention]) -> None:
    """Give the goals of those who scored, and of whom no minute is told, the minute told where they are named again."""
    wanted = dict(_untimed(mentions))
    if not wanted:
        return
    places = sorted(_places(context, mentions, wanted), key=lambda place: -place.score)
    given: set[int] = set()
    for place in places:
        mention = wanted.get(place.person)
        if mention is None or id(place.time) in given or place.score < ENOUGH:
            continue
        rivals = [
            one
            for one in places
            if one is not place
            and (one.person == place.person) != (one.time is place.time)
            and one.score > place.score - CLEARER
            and one.person in wanted
            and id(one.time) not in given
        ]
        if rivals:
            continue
        mention.window, mention.inherited = _about(place.time.window), True
        given.add(id(place.time))
        del wanted[place.person]


def _untimed(mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """For everybody who scored once, and of whom no minute is told, the likeliest telling."""
    by_scorer: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.top is not None:
            by_scorer[mention.top].append(mention)
    for person, told in by_scorer.items():
        sure = [mention for mention in told if mention.weight >= KNOWN]
        if not sure or any(_tells_when(mention) for mention in sure) or any(
            _several(mention) for mention in told if mention.weight >= DENIED
        ):
            continue
        yield person, max(sure, key=lambda mention: mention.weight)


def _tells_when(mention: Mention) -> bool:
    """Whether a minute of a telling is no round one: "just past the half-hour"."""
    return mention.window is not None and says_when(mention.window) and mention.window.source != "rounded"


def _several(mention: Mention) -> bool:
    """Whether somebody is told to have scored more than once."""
    return any(hit.row.get("count", 1) > 1 or "nth_player" in hit.row for hit in mention.hits)


def _places(context: Context, mentions: Sequence[Mention], wanted: Mapping[int, Mention]) -> Iterator[Place]:
    owner = {id(mention.time): mention for mention in mentions if mention.time is not None}
    hints: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        hints[mention.sentence].append(mention)
    for time in context.times:
        told = owner.get(id(time))
        if time.weak or time.of_another or time.others or not says_when(time.window):
            continue
        if told is not None and told.top is not None and told.weight >= OWNED:
            continue
        here = context.units.sentence[time.first]
        sayable = _clock_or_goal(context, time, told, hints, wanted)
        if _card_at(context, time) or (not sayable and _fails(context, *_clause_of(context, time), hints[here])):
            continue
        for sentence, first, last in _around(context, time):
            if context.paragraphs[sentence] > context.paragraphs[here] and not sayable:
                continue
            codes = context.units.codes[first:last]
            if codes[:1] in context.members("turn") or of_a_card(context, codes) or codes[:1] == '"':
                continue
            failed = FAILS * _fails(context, first, last, hints[sentence]) / max(1.0, sayable)
            subject = last - first if sentence != here and told_by_clock(context, time) else SUBJECT
            for person, against in _named(context, first, last, wanted, subject):
                if sentence == wanted[person].sentence and sentence < here:
                    continue
                if not _allows(wanted[person].window, time.window) or _taken(mentions, person, here, time):
                    continue
                if told is not None and told.weight < DENIED and told.top not in (None, person):
                    continue
                if sentence == here and any(one.top == person and one.weight >= KNOWN for one in hints[here]):
                    continue  # the words between deny that it is his goal's
                apart = abs(sentence - here) if sentence >= here else here - sentence - 1
                score = sayable - failed - APART * apart - against
                score += OF_HIM * max((one.weight for one in hints[sentence] if one.top == person), default=0.0)
                score += _narrow(wanted[person].window)
                if told is not None and told.top is not None:
                    score += OF_A_GOAL if told.top == person else -OF_A_GOAL
                yield Place(score, person, time)


def _taken(mentions: Sequence[Mention], person: int, here: int, time: TimeExpression) -> bool:
    """Whether a telling beside a time that is of somebody else surely has its minute."""
    return any(
        one.inherited
        and one.top not in (None, person)
        and one.weight >= OWNED
        and 0 <= one.sentence - here <= REACH
        and one.window is not None
        and time.window is not None
        and one.window.best == time.window.best
        for one in mentions
    )


def _narrow(window: TimeWindow | None) -> float:
    """What it says that a minute lies within a window told before, if that is a narrow one ("late", "on the hour")."""
    return OF_A_GOAL * (window is not None and window.latest - window.earliest <= NARROW)


def _clock_or_goal(
    context: Context, time: TimeExpression, told: Mention | None, hints: Mapping[int, Sequence[Mention]], wanted: Mapping[int, Mention]
) -> float:
    """How far the sentence of a time says that a goal was scored then."""
    here = context.units.sentence[time.first]
    words = context.units.codes[slice(*context.bounds[here])]
    if told is not None and told.top is None and told.weight >= ANNOUNCED:
        return 2 * OF_A_GOAL
    before = hints[here - 1] if here and context.paragraphs[here - 1] == context.paragraphs[here] else ()
    if any(one.top is None and one.weight >= ANNOUNCED and one.time is None for one in before):
        return OF_A_GOAL  # "The Turks drew first blood. …"
    if told is not None and told.top is not None and told.top not in wanted:
        return OF_A_GOAL * (not context.members("announces").isdisjoint(words))
    if told is not None or told_by_clock(context, time) or clock_clause(context, time) is not None:
        return OF_A_GOAL
    return OF_A_GOAL * (not context.members("announces").isdisjoint(words))


def _card_at(context: Context, time: TimeExpression) -> bool:
    first, last = _clause_of(context, time)
    return of_a_card(context, context.units.codes[first:last])


def _named(
    context: Context, first: int, last: int, wanted: Mapping[int, Mention], subject: int
) -> Iterator[tuple[int, float]]:
    """Whom of the wanted a range names, and how much the words around the name speak against his having scored: it is
    governed by a preposition, a pass was his, another is named behind him. A range without them that has "he" or "the
    striker" among its first `subject` units means whoever of them was named last."""
    codes, oblique = context.units.codes, context.members("oblique") - context.members("by")
    goal_thing = context.members("goal_thing")
    named = [place for place in context.people_in(first, last) if context.who(place) in wanted]
    for place in named:
        passes = codes[place + 1] == POSSESSIVE and codes[place + 2] not in goal_thing
        if passes or codes[place - 1] in oblique:
            yield context.who(place), GOVERNED
        else:
            yield context.who(place), LED_UP * (context.who(place) != context.who(named[-1]))
    described = context.members("he_subject") | context.members("described")
    if not named and not described.isdisjoint(codes[first : first + subject]):
        here = context.units.sentence[first]
        start, _ = context.bounds[max(0, here - BACK)]
        earlier = [place for place in context.people_in(start, first) if context.who(place) in wanted]
        if earlier:
            began = context.people_in(context.bounds[max(0, here - 1)][0], first)[:1]
            yield context.who(earlier[-1]), GOVERNED * (began != earlier[-1:])


def _clause_of(context: Context, time: TimeExpression) -> tuple[int, int]:
    """The clause of a time and what follows it in its sentence."""
    start, end = context.bounds[context.units.sentence[time.first]]
    clause = context.members("clause")
    place = time.first - 1
    while place > start and (context.units.codes[place] not in clause or time.first - place < CLAUSE):
        place -= 1
    return max(start, place), end


def _around(context: Context, time: TimeExpression) -> Iterator[tuple[int, int, int]]:
    """The sentences that may tell what happened at a time, with the units looked at: from its clause to the next time
    or the end of the paragraph (of the next one, where its sentence ends one); those before it where its sentence only
    tells the clock."""
    here, paragraphs = context.units.sentence[time.first], context.paragraphs
    clause = clock_clause(context, time)
    if clause is not None:
        yield here, context.bounds[here][0], clause
    if clause is not None or told_by_clock(context, time):
        for sentence in range(here - 1, max(-1, here - REACH - 1), -1):
            first, last = context.bounds[sentence]
            first_of_all = paragraphs[here - 1] < paragraphs[here]
            if paragraphs[sentence] < paragraphs[here] - first_of_all or _other_time(context, first, last, time):
                return
            yield sentence, first, last
        return
    ends = paragraphs[here]
    for sentence in range(here, min(len(context.bounds), here + REACH + 1)):
        first, last = context.bounds[sentence]
        if sentence == here + 1 and paragraphs[sentence] == ends + 1:
            ends += 1
        if paragraphs[sentence] != ends:
            return
        other = _other_time(context, first, last, time)
        if sentence == here:
            first = _clause_of(context, time)[0]
        if other is None:
            yield sentence, first, last
        elif sentence == here and other.first > time.first:
            yield sentence, first, other.first
            return
        else:
            return


def _other_time(context: Context, first: int, last: int, time: TimeExpression) -> TimeExpression | None:
    """The first time of a range that says when something else happened."""
    others = (one for one in context.times_in(first, last) if one is not time and not one.weak)
    return next((one for one in others if says_when(one.window)), None)


def _fails(context: Context, first: int, last: int, hints: Sequence[Mention]) -> bool:
    """Whether words tell of a save, a miss or a chance, and none of them of a goal."""
    codes, nothing = context.units.codes, context.members("came_to_nothing") | context.members("supposed")
    if any(one.weight >= OWNED for one in hints):
        return False
    undoing, prelude, joints = context.members("undoing"), context.members("prelude"), context.members("and")
    no_more = context.members("no_more_than")
    led_to = False  # "after Bruno's shot had been blocked"
    for n in range(first, last):
        led_to = codes[n] in prelude or (led_to and codes[n] not in joints)
        if codes[n] in nothing and not led_to and codes[n - 1] not in undoing and codes[n + 1] not in no_more:
            return True
    return False


def _allows(told: TimeWindow | None, time: TimeWindow | None) -> bool:
    if told is None or time is None:
        return True
    return told.earliest <= time.latest + 1 and time.earliest <= told.latest + 1


def _about(window: TimeWindow | None) -> TimeWindow | None:
    """The window of a minute told beside a goal: one more or less may have passed."""
    if window is None or window.best is None or window.best % 1:
        return window
    return TimeWindow(max(1.0, window.best - 1), window.best + 1, window.best, "relative")
