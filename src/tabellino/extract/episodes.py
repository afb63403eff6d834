"""A goal told over several sentences: the time in one, the scorer in another ("Villa were level after 22 minutes. …
Benteke headed in."), or the time after both ("… headed in. That was in the 22nd minute.")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tabellino.domain.clock import TimeWindow
from tabellino.extract import patterns
from tabellino.extract.clock_sentences import told_by_clock
from tabellino.extract.context import Context
from tabellino.extract.goal_says import subject_place
from tabellino.extract.goal_times import of_a_card, same_event, says_when
from tabellino.extract.mentions import Mention, exclude_each_other
from tabellino.extract.times import TimeExpression

#: A time may have been taken over by words that are no surer than this to tell of a goal; who follows has it as well.
DOUBTFUL = 0.8
#: Words that are less likely than this to tell of a goal take part in no episode.
LEAST = 0.25
#: A goal announced ("Villa were level after 22 minutes") is told no more sentences later.
ANNOUNCED = 3
#: A time among the first units of a sentence is that of the whole; of others who are as likely as this to score then,
#: or where it was given to words behind it that are less likely than that to tell of a goal.
BEGINS, SHARES, OWNS = 3, 0.35, 0.5
#: A time of the sentence before may have been given to words that are less likely than this to tell of a goal.
OWNS_BEFORE = 0.7
#: The clock is told no more sentences after a goal.
BEHIND = 2
#: A time told with no goal is that of the goal of the next sentence; of a penalty's scorer a sentence later still, in
#: its own paragraph two.
MOVE, PENALTY = 1, 2
#: What came to nothing at a time is told no more units before it.
CLAUSE = 5
#: "Until the 36th minute": so many units before the time.
UNTIL = 2
#: Signs before the lines of a list.
BULLETS = "-*"
#: Who scored is in doubt when no name is likelier than this; or than that, where the words say that a side scored.
SURE, OF_A_SIDE = 0.6, 0.8
#: Words that name him are as likely as this to tell of a goal.
NAMES = 0.5
#: A time in round figures gives way to the clock told behind it when no more than so many minutes part them.
ROUNDED, CLOSE = "rounded", 1
#: How much a scorer named later is the one of a goal announced before.
NAMED_LATER = 0.6


def share_within_episodes(context: Context, mentions: Sequence[Mention]) -> None:
    """Give goals without a time the one told beside them, and goals announced the scorer who is named next."""
    told = [mention for mention in mentions if mention.weight >= LEAST]
    owner = {id(mention.time): mention for mention in told if mention.time is not None}
    for n, mention in enumerate(told):
        before = told[n - 1] if n else None
        if mention.window is None:
            entry = _of_the_entry(context, mention) or _of_the_sentence(context, mention, owner)
            time = entry or _told_after(context, mention, told, owner) or _told_before(context, mention, before, owner)
            if time is not None:
                mention.window, mention.inherited = time.window if entry else taken_over(time.window), True
                announced = owner.setdefault(id(time), mention)
                if announced is not mention and _announces(context, announced):
                    announced.scorers = {}
        elif mention.window.source == ROUNDED:
            exact = _told_after(context, mention, told, owner)
            if exact is not None and exact.window is not None and exact.window.meets(mention.window, CLOSE):
                mention.window, mention.inherited = taken_over(exact.window), True  # "just after the hour … 63 gone"
                owner.setdefault(id(exact), mention)
        if before is not None:
            _name_scorer(before, mention)


def _of_the_entry(context: Context, mention: Mention) -> TimeExpression | None:
    """The minute that begins the line of a ticker: "76' GOAL! Inter 2-1. Esposito heads in.", or one of a list of what
    happened: "- In the 76th minute Smith crossed. Jones headed in." It is that of the whole line."""
    begins, end = context.bounds[context.lines[mention.sentence]]
    bullet = context.units.codes[begins] in BULLETS
    if context.units.codes[begins] != patterns.MINUTE and not bullet:
        return None
    time = next(iter(context.times_in(begins, end)), None)
    return time if time is not None and time.first == begins + bullet and time.window is not None else None


def _of_the_sentence(context: Context, mention: Mention, owner: dict[int, Mention]) -> TimeExpression | None:
    """The only minute of the sentence, where it was given to words that are less sure to tell of a goal, or that leave
    it to these who scored: "In the sixth Reading were level, Pogrebnyak heading in"."""
    times = [time for time in context.times_in(*context.bounds[mention.sentence]) if says_when(time.window)]
    told = owner.get(id(times[0])) if len(times) == 1 else None
    if told is None or told.sentence != mention.sentence or told.inherited:
        return None
    time = times[0]
    if told.first <= time.first < told.last:
        return None  # "Koffi's 32nd-minute penalty"
    if told.top == mention.top and told.top is not None:
        shares = told.first < mention.first
    elif time.first < mention.first:
        begins = time.first - context.bounds[mention.sentence][0] <= BEGINS
        shares = begins and mention.weight >= SHARES and told.weight < mention.weight
    else:
        shares = told.first > time.first and told.weight < min(OWNS, mention.weight)
    return time if shares and same_event(context, time, mention) else None


def _told_before(
    context: Context, mention: Mention, before: Mention | None, owner: dict[int, Mention]
) -> TimeExpression | None:
    """The last time told before a goal where it is the goal's: of the goal announced, or of the move before it."""
    units = context.units
    place = bisect_left(context.times, mention.first, key=lambda time: time.first) - 1
    while place >= 0 and (context.times[place].weak or context.times[place].last > mention.first):
        place -= 1
    if place < 0 or not says_when((time := context.times[place]).window):
        return None
    here = units.sentence[time.first]
    between = units.codes[time.last : mention.first]
    parts = context.members("aside") | context.members("halves")
    if not 0 < mention.sentence - here <= ANNOUNCED or not parts.isdisjoint(between):
        return None
    if _turns(context, time, mention):
        return None
    if units.headline[here] or (told_by_clock(context, time) and not context.begins_paragraph(here)):
        return None
    told = owner.get(id(time))
    if told is not None:
        return time if _gives_up(context, told, mention, before, time, owner) else None
    if before is not None and before.first > time.first and before.weight >= DOUBTFUL:
        return None
    return time if _of_the_move(context, mention, time) else None


def _turns(context: Context, time: TimeExpression, mention: Mention) -> bool:
    """Whether "but" parts what was told at a time from a goal told after it, in the sentence of either; of a penalty it
    only says that it was given."""
    codes, turn = context.units.codes, context.members("turn")
    end, start = context.bounds[context.units.sentence[time.first]][1], context.bounds[mention.sentence][0]
    after = "" if _from_the_spot(context, mention) else codes[start : mention.first]
    return not (turn.isdisjoint(codes[time.last : end]) and turn.isdisjoint(after))


def _gives_up(
    context: Context,
    told: Mention,
    mention: Mention,
    before: Mention | None,
    time: TimeExpression,
    owner: dict[int, Mention],
) -> bool:
    """Whether a time that was given to one telling is that of a later one as well: the first announced the goal, or is
    less likely to tell of one. What took it over before gives it up."""
    here = context.units.sentence[time.first]
    no_card = not of_a_card(context, context.units.codes[time.last : mention.first])
    if told.inherited and told.weight < min(DOUBTFUL, mention.weight) and no_card:
        if not _one_scorer(told, mention):
            told.window, told.inherited = None, False
        owner[id(time)] = mention
        return True
    surer = told.weight < min(OWNS_BEFORE, mention.weight) and mention.sentence - here <= MOVE
    if surer and not _nothing_at(context, time) and context.paragraphs[here] == context.paragraphs[mention.sentence]:
        return True
    return (
        before is told
        and not exclude_each_other(told, mention)
        and (_announces(context, told) or _one_scorer(told, mention))
    )


def _of_the_move(context: Context, mention: Mention, time: TimeExpression) -> bool:
    """Whether a time told with no goal is that of one told after it: of a penalty's scorer two sentences on, of all
    the paragraph that begins with it, else of the next sentence."""
    here = context.units.sentence[time.first]
    apart, codes = mention.sentence - here, context.units.codes[slice(*context.bounds[here])]
    if time.of_another or _nothing_at(context, time):
        return False
    if _from_the_spot(context, mention):
        return apart <= PENALTY + (context.paragraphs[here] == context.paragraphs[mention.sentence])
    begins = context.begins_paragraph(here)  # then the rest of it tells what happened
    reach = ANNOUNCED if begins else MOVE
    if context.paragraphs[mention.sentence] > context.paragraphs[here] and not begins:
        reach = MOVE if not context.members("announces").isdisjoint(codes) else 0
    return apart <= reach and not of_a_card(context, codes)


def _nothing_at(context: Context, time: TimeExpression) -> bool:
    """Whether the words beside a time tell that something came to nothing then."""
    if not context.members("until_w").isdisjoint(context.units.codes[max(0, time.first - UNTIL) : time.first]):
        return False  # "held out until the 36th minute"
    start, end = context.bounds[context.units.sentence[time.first]]
    clause = context.units.codes[max(start, time.first - CLAUSE) : end]
    return not (context.members("closed") | context.members("came_to_nothing")).isdisjoint(clause)


def _told_after(
    context: Context, mention: Mention, mentions: Sequence[Mention], owner: dict[int, Mention]
) -> TimeExpression | None:
    """The time that a sentence behind it gives to what was told, where that tells the clock: "That was in the 22nd
    minute." Of several tellings it is that of the likeliest."""
    here = context.paragraphs[mention.sentence]
    for sentence in range(mention.sentence + 1, min(len(context.bounds), mention.sentence + 1 + BEHIND)):
        first, last = context.bounds[sentence]
        next_one = sentence == mention.sentence + 1
        if not next_one and context.paragraphs[sentence] != here:
            return None
        time = next(iter(context.times_in(first, last)), None)
        if time is None:
            continue
        told = owner.get(id(time))
        mine = (told is None or told.top is None or _one_scorer(told, mention)) and not any(
            one.weight > mention.weight and not _one_scorer(one, mention)
            for one in mentions[slice(*(bisect_left(mentions, n, key=_place) for n in (mention.sentence, sentence)))]
        )
        clock = not time.of_another and says_when(time.window) and told_by_clock(context, time)
        return time if mine and clock else None
    return None


def taken_over(window: TimeWindow | None) -> TimeWindow | None:
    """A window told beside a goal: a minute more or less of it may have passed."""
    if window is None or window.best is None or window.best % 1:
        return window
    low, high = min(window.earliest, window.best - 1), max(window.latest, window.best + 1)
    return TimeWindow(max(1.0, low), high, window.best, "relative")


def _announces(context: Context, mention: Mention) -> bool:
    """Whether a telling says that a side scored, and leaves for later who did."""
    if mention.captured:
        return False
    sure = 0.0 if mention.top is None else mention.scorers[mention.top]
    of_a_side = subject_place(context, mention) is not None or all(hit.row.get("team_subject") for hit in mention.hits)
    return sure < (OF_A_SIDE if of_a_side else SURE)


def _place(mention: Mention) -> int:
    return mention.sentence


def _one_scorer(one: Mention, other: Mention) -> bool:
    return one.top is None or other.top is None or one.top == other.top


def _from_the_spot(context: Context, mention: Mention) -> bool:
    """Whether a goal was scored from the penalty spot: the time before may be that of the foul."""
    start, end = context.bounds[mention.sentence]
    penalty = context.members("penalty_n") | context.members("spot")
    return not penalty.isdisjoint(context.units.codes[start:end])


def _name_scorer(one: Mention, other: Mention) -> None:
    """A goal announced is that of who is named next, when nothing told of their times is against it."""
    if not 0 < other.sentence - one.sentence <= ANNOUNCED or one.window is None or other.top is None:
        return
    if other.weight < NAMES or exclude_each_other(one, other):
        return
    together = other.window is None or other.inherited or one.window.meets(other.window, 1)
    if together and one.top is None:
        one.scorers = {n: p * NAMED_LATER for n, p in other.scorers.items() if n >= 0}
