"""A goal told in the opening without its minute ("goals from Kenny and Jones"), and told again further down, in words
that only the minute and the name give away: "It came on 33 minutes. … and Kenny made no mistake"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tabellino.domain.clock import TimeWindow
from tabellino.extract.clock_sentences import told_by_clock
from tabellino.extract.context import Context
from tabellino.extract.goal_times import of_a_card, says_when
from tabellino.extract.mentions import Mention
from tabellino.extract.times import TimeExpression

#: Who is as likely as this to have scored is looked for where minutes are told.
KNOWN = 0.5
#: A time is that of a telling that is as likely as this, and of no other goal.
OWNED = 0.6
#: The scorer is named no more sentences from the minute.
REACH = 3
#: Words as doubtful as this help to know where his goal is told.
HINT = 0.1
#: What speaks for a place: words of a goal by him, of a goal at all beside the time; each sentence in between less.
OF_HIM, OF_A_GOAL, APART, GOVERNED = 3.0, 1.0, 0.5, 1.0
#: A place needs so much, and so much more than his next best.
ENOUGH, CLEARER = 0.0, 0.5


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
        if not sure or any(_tells_when(mention) for mention in sure) or any(_several(mention) for mention in told):
            continue
        yield person, max(sure, key=lambda mention: mention.weight)


def _tells_when(mention: Mention) -> bool:
    return mention.window is not None and says_when(mention.window)


def _several(mention: Mention) -> bool:
    """Whether somebody is told to have scored more than once."""
    return any(hit.row.get("count", 1) > 1 or "nth_player" in hit.row for hit in mention.hits)


def _places(context: Context, mentions: Sequence[Mention], wanted: Mapping[int, Mention]) -> Iterator[Place]:
    owner = {id(mention.time): mention for mention in mentions if mention.time is not None}
    hints: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        hints[mention.sentence].append(mention)
    for time in context.times:
        if time.weak or time.of_another or time.others or not says_when(time.window):
            continue
        told = owner.get(id(time))
        if told is not None and told.top is not None and told.weight >= OWNED:
            continue
        here = context.units.sentence[time.first]
        if told is None and not _may_tell(context, here, *context.bounds[here], hints[here]):
            continue
        for sentence, first, last in _around(context, time):
            if context.units.codes[first] in context.members("turn") or not _may_tell(context, sentence, first, last, hints[sentence]):
                continue
            for place in context.people_in(first, last):
                person = context.who(place)
                mention = wanted.get(person)
                if mention is None or not _allows(mention.window, time.window):
                    continue
                if sentence == here and any(one.top == person and one.weight >= KNOWN for one in hints[here]):
                    continue  # the words between deny that it is his goal's
                score = -APART * abs(sentence - here)
                score += OF_HIM * any(one.top == person and one.weight >= HINT for one in hints[sentence])
                score += OF_A_GOAL * (told is not None)
                score -= GOVERNED * (context.units.codes[place - 1] in context.members("oblique"))
                yield Place(score, person, time)


def _around(context: Context, time: TimeExpression) -> Iterator[tuple[int, int, int]]:
    """The sentences that may tell what happened at a time, with the units looked at: from it to the next time or the
    end of its paragraph; those before it where its sentence only tells the clock."""
    here = context.units.sentence[time.first]
    if told_by_clock(context, time):
        for sentence in range(here - 1, max(-1, here - REACH - 1), -1):
            first, last = context.bounds[sentence]
            if context.paragraphs[sentence] < context.paragraphs[here] - 1 or context.times_in(first, last):
                return
            yield sentence, first, last
        return
    for sentence in range(here, min(len(context.bounds), here + REACH + 1)):
        first, last = context.bounds[sentence]
        if context.paragraphs[sentence] != context.paragraphs[here]:
            return
        other = [one for one in context.times_in(first, last) if one is not time and not one.weak]
        if other:
            if sentence == here and other[0].first > time.first:
                yield sentence, first, other[0].first
            return
        yield sentence, first, last


def _may_tell(context: Context, sentence: int, first: int, last: int, hints: Sequence[Mention]) -> bool:
    """Whether a sentence can tell of a goal in words that are not known: of no card, change, save or chance."""
    codes = context.units.codes[first:last]
    if context.quoted[sentence] or of_a_card(context, codes):
        return False
    return any(one.weight >= OWNED for one in hints) or context.members("came_to_nothing").isdisjoint(codes)


def _allows(told: TimeWindow | None, time: TimeWindow | None) -> bool:
    if told is None or time is None:
        return True
    return told.earliest <= time.latest + 1 and time.earliest <= told.latest + 1


def _about(window: TimeWindow | None) -> TimeWindow | None:
    """The window of a minute told beside a goal: one more or less may have passed."""
    if window is None or window.best is None or window.best % 1:
        return window
    return TimeWindow(max(1.0, window.best - 1), window.best + 1, window.best, "relative")
