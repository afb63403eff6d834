"""A goal told in the opening without its minute ("goals from Kenny and Jones"), and told again further down, in words
that only the minute and the name give away: "It came on 33 minutes. … and Kenny made no mistake"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tabellino.extract.clock_sentences import clock_clause, told_by_clock
from tabellino.extract.context import Context
from tabellino.extract.episodes import taken_over
from tabellino.extract.goal_times import of_a_card, says_when
from tabellino.extract.mentions import Mention
from tabellino.extract.retold_where import OWNED, REACH, Part, clause_of, fails, named_in, parts_around
from tabellino.extract.times import TimeExpression

#: Who is as likely as this to have scored is looked for where minutes are told.
KNOWN = 0.5
#: A telling without a scorer that is as likely as this announces a goal; words less likely than that to tell of one say
#: that there was none.
ANNOUNCED, DENIED = 0.4, 0.25
#: A window that is no wider than this says of an event when it was.
NARROW = 21.0
#: "The former Juventus striker": so many units hold a subject.
SUBJECT = 5
#: What speaks for a place: words of a goal by him (as far as they are sure), of a goal at all beside the time; against
#: it each sentence in between, and words of a failure.
OF_HIM, OF_A_GOAL, APART, FAILS = 3.0, 1.0, 0.5, 1.5
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
    places = sorted(_Search(context, mentions, wanted).places(), key=lambda place: -place.score)
    beside: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for place in places:
        beside["of", place.person].append(place)
        beside["at", id(place.time)].append(place)
    given: set[int] = set()
    for place in places:
        if place.person not in wanted or id(place.time) in given or place.score < ENOUGH:
            continue
        near = (*beside["of", place.person], *beside["at", id(place.time)])
        if not any(_rivals(one, place) for one in near if one.person in wanted and id(one.time) not in given):
            mention = wanted.pop(place.person)
            mention.window, mention.inherited = taken_over(place.time.window), True
            given.add(id(place.time))


def _rivals(one: Place, best: Place) -> bool:
    """Whether another place for the same man, or another man at the same time, is nearly as good."""
    return (one.person == best.person) != (one.time is best.time) and one.score > best.score - CLEARER


def _untimed(mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """For everybody who scored once, and of whom no minute is told, the likeliest telling."""
    by_scorer: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.top is not None and mention.weight >= DENIED:
            by_scorer[mention.top].append(mention)
    for person, told in by_scorer.items():
        sure = [mention for mention in told if mention.weight >= KNOWN]
        if sure and not any(map(_tells_when, sure)) and not any(map(_several, told)):
            yield person, max(sure, key=lambda mention: mention.weight)


def _tells_when(mention: Mention) -> bool:
    """Whether a minute is told, and no round one: "just past the half-hour"."""
    return mention.window is not None and says_when(mention.window) and mention.window.source != "rounded"


def _several(mention: Mention) -> bool:
    """Whether somebody is told to have scored more than once."""
    return any(hit.row.get("count", 1) > 1 or "nth_player" in hit.row for hit in mention.hits)


class _Search:
    """Looks for the places where the goals of the `wanted` are told again."""

    def __init__(self, context: Context, mentions: Sequence[Mention], wanted: Mapping[int, Mention]) -> None:
        self.context, self.mentions, self.wanted = context, mentions, wanted
        self.owner = {id(mention.time): mention for mention in mentions if mention.time is not None}
        self.hints: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.hints[mention.sentence].append(mention)

    def places(self) -> Iterator[Place]:
        for time in self.context.times:
            told = self.owner.get(id(time))
            owned = told is not None and told.top is not None and told.weight >= OWNED
            if owned or time.weak or time.of_another or time.others or not says_when(time.window):
                continue
            first, last = clause_of(self.context, time)
            here, tells = self.context.units.sentence[time.first], self._tells_of_a_goal(time, told)
            if of_a_card(self.context, self.context.units.codes[first:last]):
                continue
            if tells or not fails(self.context, first, last, self.hints[here]):
                yield from self._at(time, told, tells)

    def _at(self, time: TimeExpression, told: Mention | None, tells: float) -> Iterator[Place]:
        """The places at one time; `tells` is how far its sentence says that there was a goal."""
        context, here = self.context, self.context.units.sentence[time.first]
        for part in parts_around(context, time):
            sentence, first, last = part
            codes = context.units.codes[first:last]
            beyond = context.paragraphs[sentence] > context.paragraphs[here] and not tells
            if beyond or codes[:1] in context.members("turn") or codes[:1] == '"' or of_a_card(context, codes):
                continue
            score = tells - FAILS * fails(context, first, last, self.hints[sentence]) / max(1.0, tells)
            score -= APART * (sentence - here if sentence >= here else here - sentence - 1)
            subject = last - first if sentence != here and told_by_clock(context, time) else SUBJECT
            for person, against in named_in(context, part, self.wanted, subject):
                if self._may_be(person, part, time, told):
                    yield Place(score - against + self._speaks_for(person, sentence, told), person, time)

    def _may_be(self, person: int, part: Part, time: TimeExpression, told: Mention | None) -> bool:
        """Whether what is known of a man's goal allows that a part tells of it."""
        sentence, here, mention = part[0], self.context.units.sentence[time.first], self.wanted[person]
        if sentence == mention.sentence and sentence < here:
            return False
        if sentence == here and any(one.top == person and one.weight >= KNOWN for one in self.hints[here]):
            return False  # the words between deny that the time is his goal's
        if told is not None and told.weight < DENIED and told.top not in (None, person):
            return False
        known, now = mention.window, time.window
        allowed = known is None or now is None or known.meets(now, 1)
        return allowed and not self._taken(person, here, time)

    def _speaks_for(self, person: int, sentence: int, told: Mention | None) -> float:
        """How much the tellings around speak for a man: his own there, whose the time is, and a narrow window told of
        his goal before ("late", "on the hour") in which the time lies."""
        window = self.wanted[person].window
        score = OF_HIM * max((one.weight for one in self.hints[sentence] if one.top == person), default=0.0)
        if window is not None and window.latest - window.earliest <= NARROW:
            score += OF_A_GOAL
        if told is not None and told.top is not None:
            score += OF_A_GOAL if told.top == person else -OF_A_GOAL
        return score

    def _taken(self, person: int, here: int, time: TimeExpression) -> bool:
        """Whether a telling beside a time that is of somebody else surely has its minute."""
        return any(
            one.window.best == (time.window.best if time.window is not None else None)
            for sentence in range(here, here + REACH + 1)
            for one in self.hints.get(sentence, ())
            if one.inherited and one.window is not None and one.top not in (None, person) and one.weight >= OWNED
        )

    def _tells_of_a_goal(self, time: TimeExpression, told: Mention | None) -> float:
        """How far the sentence of a time, or one right before it, says that a goal was scored then."""
        context, here = self.context, self.context.units.sentence[time.first]
        announces = context.members("announces")
        said = OF_A_GOAL * (not announces.isdisjoint(context.units.codes[slice(*context.bounds[here])]))
        if told is not None and told.top is None and told.weight >= ANNOUNCED:
            return 2 * OF_A_GOAL
        joined = here > 0 and context.paragraphs[here - 1] == context.paragraphs[here]
        if joined and any(_announces(one) for one in self.hints.get(here - 1, ())):
            return OF_A_GOAL
        if told is not None:
            return OF_A_GOAL if told.top is None or told.top in self.wanted else said
        clock = told_by_clock(context, time) or clock_clause(context, time) is not None
        return OF_A_GOAL if clock else said


def _announces(mention: Mention) -> bool:
    """Whether a telling leaves for later who scored, and when: "The Turks drew first blood"."""
    return mention.top is None and mention.weight >= ANNOUNCED and mention.time is None
