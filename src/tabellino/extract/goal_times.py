"""When a goal was scored: the times of its sentence (`episodes` has those told beside it)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tabellino.domain.clock import TimeWindow
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention
from tabellino.extract.patterns import NEWLINE
from tabellino.extract.times import COUNTED, TimeExpression

#: A time further than this from a trigger (in units, a clause word counting for several) is another event's.
TIME_REACH = 24
#: An exact time is taken over a vague one nearer to the trigger when it is no further than this.
VAGUER = 8
#: A window wider than this is of all goals told with it ("early goals by Smith and Jones").
OF_ALL = 20.0
#: So many units behind a time stands the subject of the clause that it begins: "and in the 77th, he".
SUBJECT = 2
#: "Before" right before a time belongs to it: "scored before the quarter-hour mark".
BEFORE_TIME = 2
#: A time in brackets before a comma is of what stands before it.
BRACKETED = 5.0
#: The time of a card stands no further behind the words for it.
CARD = 2


def attach_times(context: Context, mentions: Sequence[Mention]) -> None:
    """Give each mention the nearest time of its sentence, and each time at most one mention. A time that was nearest to
    one that has a nearer is then that of another of the sentence, if any has none: "Smith struck for the hosts on 12
    minutes and Jones made it two in the 25th"."""
    units = context.units
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    costs: dict[int, float] = {}
    by_times = Counter(units.sentence[time.first] for time in context.times if not time.weak)
    for time in context.times:
        candidates: Sequence[Mention] = by_sentence.get(units.sentence[time.first], ())
        best = None if time.of_another else _nearest(context, time, candidates)
        alone = (
            len({mention.first for mention in candidates}) == 1
            and by_times[units.sentence[time.first]] == 1
            and same_event(context, time, candidates[0])
        )
        if best is None or (best[0] > TIME_REACH and not alone):
            continue
        cost, mention = best
        held = costs.get(id(mention), 99.0)
        closer = cost < held and not (time.weak or _vaguer(time, mention.time))
        if mention.time is None or closer or (_vaguer(mention.time, time) and cost <= held + VAGUER):
            mention.time, costs[id(mention)] = time, cost
    taken = {id(mention.time) for mention in mentions}
    for time in context.times:
        if time.of_another or not says_when(time.window) or id(time) in taken:
            continue
        untimed = [mention for mention in by_sentence.get(units.sentence[time.first], ()) if mention.time is None]
        best = _nearest(context, time, untimed)
        if best is not None and best[0] <= TIME_REACH and same_event(context, time, best[1]):
            best[1].time = time
    _times_of_names(context, mentions)
    _take_windows(mentions)


def _nearest(context: Context, time: TimeExpression, mentions: Sequence[Mention]) -> tuple[float, Mention] | None:
    """The telling that is nearest to a time, and how far it is; None where there is none."""
    units, boundary, turn = context.units, context.members("clause"), context.members("turn")
    sequel = context.members("sequel")
    best: tuple[float, Mention] | None = None
    opens = _opens_clause(context, time, mentions)
    for mention in mentions:
        if time.since[0] <= mention.first < time.since[1]:
            continue
        between = _gap(context, time, mention)
        cost = len(between) + 3.0 * sum(c in boundary for c in between)
        if time.first < mention.first:
            cost += TIME_REACH if between.lstrip(",")[:1] in sequel and time.by not in COUNTED else 0.0
            cost += 1.0 if turn.isdisjoint(between) or _no_danger(context, mention) else TIME_REACH
            cost += BRACKETED if units.codes[time.first] == "(" and "," in between[:1] else 0.0
        elif opens or not sequel.isdisjoint(_untimed(context, time, mention)[:-BEFORE_TIME]):
            cost += TIME_REACH
        if of_a_card(context, between) or _right_behind_a_card(context, time, mention):
            cost += TIME_REACH
        if best is None or cost < best[0]:
            best = cost, mention
    return best


def _opens_clause(context: Context, time: TimeExpression, mentions: Sequence[Mention]) -> bool:
    """Whether a time begins a clause with a subject and a goal of its own: "Smith equalised, and in the 77th he knocked
    it past Jones"."""
    codes, start = context.units.codes, context.bounds[context.units.sentence[time.first]][0]
    at = time.first - 1
    while at > start and codes[at] in context.members("time_prep"):
        at -= 1
    if codes[at] not in context.members("list_and") or codes[at] == ",":
        return False
    subject = codes[time.last : time.last + SUBJECT].lstrip(",")[:1]
    named = subject == patterns.PERSON or subject in context.members("he_subject") or subject == patterns.CLUB
    return bool(subject) and named and any(mention.first > time.first for mention in mentions)


def _times_of_names(context: Context, mentions: Sequence[Mention]) -> None:
    """Names that share a trigger have the times right behind them: "through Smith (30th) and Jones (56th)"; so has he
    whose goal another's undid: "cancelled out Smith's 30th-minute opener"."""
    owns = context.members("owns")
    beside = {time.first - 1 - (context.units.codes[time.first - 1] in owns): time for time in context.times}
    beside |= {time.first - 2: time for time in context.times if _aside(context, time)}
    own = [(mention, beside[name]) for mention in mentions for name in _names(mention) if name in beside]
    for mention in mentions:
        if any(mention.time is time and mention.top != other.top for other, time in own):
            mention.time = None
    for mention, time in own:
        if not _vaguer(time, mention.time):  # "Smith levelled it after the break (60)" has its minute
            mention.time = time
    _times_of_lists(mentions)


def _aside(context: Context, time: TimeExpression) -> bool:
    """Whether a minute stands between commas, or between one and an "and" or the end: "goals from Smith, in the 20th
    minute, and Jones, in the 65th"."""
    codes = context.units.codes
    ends = {",", ".", ";", NEWLINE} | context.members("and")
    exact = time.window is not None and time.window.best is not None and time.later is None
    return exact and codes[time.first - 1] == "," and codes[time.last] in ends


def _times_of_lists(mentions: Sequence[Mention]) -> None:
    """One time for names that share a trigger: a half is that of all ("second-half goals from Smith and Jones"), a time
    behind them that of the last ("goals from Smith and Jones had them two up soon after half-time")."""
    lists: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.name is not None:
            lists[mention.first, mention.hits[0].last].append(mention)
    for listed in lists.values():
        named = [mention.name for mention in listed if mention.name is not None]
        timed = [one for one in listed if one.time is not None and one.time.first - 1 != one.name]
        time = timed[0].time if len(timed) == 1 < len(listed) else None
        if time is None or time.window is None or time.others:
            continue
        if time.window.best is None and time.window.latest - time.window.earliest > OF_ALL:
            for one in listed:
                one.time = one.time or time
        elif time.first > max(named):
            timed[0].time = None
            max(listed, key=lambda one: one.name or 0).time = time


def _names(mention: Mention) -> list[int]:
    """The units of the names that the words of a telling capture as the scorer's; that of a list has one alone."""
    if mention.name is not None:
        return [mention.name]
    return [hit.captures["scorer"] for hit in mention.hits if mention.captured and "scorer" in hit.captures]


def same_event(context: Context, time: TimeExpression, mention: Mention) -> bool:
    """Whether nothing between a time and a telling says that they are of two events."""
    between = _gap(context, time, mention)
    if time.since[0] <= mention.first < time.since[1]:
        return False
    if time.first < mention.first:
        parted = not (context.members("turn").isdisjoint(between) or _no_danger(context, mention))
        return not parted and not of_a_card(context, between)
    return context.members("sequel").isdisjoint(between[:-BEFORE_TIME]) and not of_a_card(context, between)


def _no_danger(context: Context, mention: Mention) -> bool:
    """Whether "but" only says that nobody saw a goal coming: "there seemed little danger after 25 minutes, but …"."""
    start, _ = context.bounds[mention.sentence]
    return not context.members("no_danger").isdisjoint(context.units.codes[start : mention.first])


def of_a_card(context: Context, codes: str) -> bool:
    """Whether somebody is booked, sent off or replaced in these units."""
    if not context.members("carded").isdisjoint(codes):
        return True
    sent, off = context.members("sent"), context.members("off")
    return any(one in sent and other in off for one, other in pairwise(codes))


def _right_behind_a_card(context: Context, time: TimeExpression, mention: Mention) -> bool:
    """Whether a time before a telling stands right behind words that send somebody off: "who had had Smith dismissed
    early in the second half, were level when …"."""
    words = context.units.codes[max(0, time.first - CARD) : time.first]
    return time.first < mention.first and "," not in words and of_a_card(context, words)


def _gap(context: Context, time: TimeExpression, mention: Mention) -> str:
    """The units between a time and a telling; where its triggers stand on both sides, those to the nearest. None when
    one holds the other."""
    codes = context.units.codes
    if time.first >= mention.last:
        return codes[mention.last : time.first]
    if time.last <= mention.first:
        return codes[time.last : mention.first]
    spans = [(hit.first, hit.last) for hit in mention.hits]
    if any(first < time.last and time.first < last for first, last in spans):
        return ""
    gaps = [codes[last : time.first] if last <= time.first else codes[time.last : first] for first, last in spans]
    return min(gaps, key=len, default="")


def _untimed(context: Context, time: TimeExpression, mention: Mention) -> str:
    """The units between a telling and a time behind it that no other time takes: "levelled before the break (33)"."""
    held = {at for one in context.times_in(mention.last, time.first) for at in range(one.first, one.last)}
    codes = context.units.codes
    return "".join(codes[at] for at in range(mention.last, time.first) if at not in held)


def _vaguer(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    """Whether the first says less about the clock than the second."""
    if one is None or other is None:
        return False
    return one.weak or (
        one.window is not None and not says_when(one.window) and (other.window is None or says_when(other.window))
    )


def says_when(window: TimeWindow | None) -> bool:
    """Whether a window is of a minute, or of the end of a half, and no longer."""
    return window is not None and (window.best is not None or window.latest - window.earliest < 1)


def _take_windows(mentions: Sequence[Mention]) -> None:
    """The window of each mention's time. "Inside six minutes" counts from the beginning for who opens the scoring, and
    for others from the event told before."""
    for mention in mentions:
        if mention.time is not None:
            opens = mention.time.absolute is not None and "opener" in mention.effects
            mention.window = mention.time.absolute if opens else mention.time.window
