"""Goals told in prose, as claims: who scored, when, and what it did to the score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Claim, GoalSays
from tabellino.domain.clock import TimeWindow
from tabellino.extract.context import Context
from tabellino.extract.episodes import share_within_episodes, taken_over
from tabellino.extract.goal_features import features
from tabellino.extract.goal_says import names_penalty, says_of, subject_place
from tabellino.extract.goal_sides import goal_sides
from tabellino.extract.goal_times import attach_times, same_event
from tabellino.extract.led_up import discount_passes
from tabellino.extract.manner import manners
from tabellino.extract.mentions import Mention, tellings
from tabellino.extract.moments import Moment
from tabellino.extract.retold import find_minutes_of_known
from tabellino.extract.tickers import tell_called

#: So much of its weight is left to a goal told to have put a third club ahead.
ELSEWHERE = 0.1
#: Words less sure than the first to tell of a goal hand their time on to such as are surer than the second.
DOUBTFUL, SURE = 0.5, 0.6
#: A time that begins no more units than this after a trigger belongs to its words.
BESIDE = 3


def find_mentions(context: Context, moments: Sequence[Moment] = ()) -> list[Mention]:
    """Tellings of goals, in order of the text, with features and weights. What `moments` tell to have been none is as
    unlikely a goal as they are sure."""
    mentions = tellings(context)
    attach_times(context, mentions)
    for mention in mentions:
        mention.features = features(context, mention)
        mention.weight = chance_of(sum(context.weights["goal"].get(k, 0.0) * v for k, v in mention.features.items()))
        mention.weight *= (1.0 - _undone(mention, moments)) * (ELSEWHERE if _of_another_club(context, mention) else 1.0)
    discount_passes(context, mentions)
    _hand_on(context, mentions)
    share_within_episodes(context, mentions)
    find_minutes_of_known(context, mentions)
    return tell_called(context, mentions)


def _hand_on(context: Context, mentions: Sequence[Mention]) -> None:
    """A time that was given to words that hardly tell of a goal is that of the goal they led to in their sentence: "in
    the 34th minute Smith flighted a free-kick, Jones nodded it down and Brown could not miss"."""
    for mention, after in pairwise(mentions):
        if mention.sentence == after.sentence and mention.time is not None and after.time is None:
            doubtful, sure = mention.weight < DOUBTFUL, after.weight >= SURE
            if doubtful and sure and mention.time.first < after.first and same_event(context, mention.time, after):
                after.time, after.window = mention.time, taken_over(mention.window)


def _undone(mention: Mention, moments: Sequence[Moment]) -> float:
    """How surely a telling is of a goal that did not count, or of a penalty that was missed: all its words are."""
    return max(
        (
            moment.weight
            for moment in moments
            if moment.what in ("miss", "disallowed")
            and all(moment.undoes(hit.first, hit.last, mention.top) for hit in mention.hits)
        ),
        default=0.0,
    )


def _of_another_club(context: Context, mention: Mention) -> bool:
    """Whether the side whose goal it was is none of the two: "on Wednesday Smith put Arsenal ahead here"."""
    places = [hit.captures["team"] for hit in mention.hits if "team" in hit.captures]
    return any(context.third_club(place, place + 1) for place in places)


#: Rows whose goals are of all that the words name together.
ONE_EACH = frozenset(("shared", "among"))


def goal_claims(context: Context, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The mentions as claims."""
    own_goals = [mention for mention in mentions if mention.first_of("own_goal")]
    sides = goal_sides(context, mentions)
    for mention, manner, side in zip(mentions, manners(context, mentions), sides, strict=True):
        if mention.weight < context.weights["limits"]["goal"]:
            continue
        one_each = mention.name is not None  # "Smith and Jones got the first two", "two goals from Smith and Jones"
        counts = [
            hit.row["count"]
            for hit in mention.hits
            if "count" in hit.row and not (one_each and ONE_EACH & hit.row.keys())
        ]
        says = msgspec.structs.replace(
            says_of(context, mention, side.club if side else None), how=tuple(manner.how), assist=manner.assist
        )
        if any(_goes_on(own, mention) or _off_his_body(context, own, mention) for own in own_goals):
            says = msgspec.structs.replace(says, own_goal=True)
        half = says.time if says.time is not None and says.time.is_of_half else None  # "a second-half hat-trick"
        span, quote = context.quote(*_told_at(context, mention))
        nth_player = mention.first_of("nth_player")
        if nth_player is not None and mention.top is not None:
            yield Claim(span, quote, msgspec.structs.replace(says, nth_of_player=nth_player), weight=mention.weight)
        elif mention.time is not None and mention.time.others and mention.top is not None:
            yield from (Claim(span, quote, one, weight=mention.weight) for one in _at_each(says, mention.time.others))
        elif one_each and any("among" in hit.row for hit in mention.hits):
            yield Claim(span, quote, msgspec.structs.replace(says, time=half), weight=mention.weight)
        elif counts and mention.top is not None:
            each = says.penalty if _all_penalties(context, mention) else None  # "a double, the second a penalty"
            for nth in range(1, max(counts) + 1):
                one = msgspec.structs.replace(says, nth_of_player=nth, time=half, penalty=each)
                yield Claim(span, quote, one, weight=mention.weight)
        else:
            yield Claim(span, quote, says, weight=mention.weight)


def _goes_on(own: Mention, mention: Mention) -> bool:
    """Whether a mention tells what an own goal told right before it did ("into his own net for the opener")."""
    near = own.last <= mention.first <= own.last + BESIDE
    return near and own.sentence == mention.sentence and own.top == mention.top and mention.top is not None


def _off_his_body(context: Context, own: Mention, mention: Mention) -> bool:
    """Whether a ball went in off somebody of whom an own goal is told elsewhere: "it went in off his knee"."""
    end = min(context.bounds[mention.sentence][1], mention.last + BESIDE)
    touched = not context.members("body").isdisjoint(context.units.codes[mention.first : end])
    return touched and own.top == mention.top and mention.top is not None


def _told_at(context: Context, mention: Mention) -> tuple[int, int, int | None]:
    """The units that tell a goal: the triggers, with the time where it stands right beside them, and the name."""
    subject = subject_place(context, mention)
    first, last = mention.first if subject is None else subject, mention.last
    time = mention.time
    if time is not None and first <= time.first <= last + BESIDE:  # "headed one back in the 57th" shares its "in"
        last = max(last, time.last)
    elif time is not None and first - BESIDE <= time.last <= first:
        first = time.first
    return first, last, mention.top_place(context)


def _at_each(says: GoalSays, others: Sequence[TimeWindow]) -> Iterator[GoalSays]:
    """One man's goals at several minutes that are told together ("24, 26 pen"); a mark is of the last one."""
    for n, window in enumerate(others, 1):
        yield msgspec.structs.replace(says, time=window, nth_of_player=n, penalty=None)
    yield msgspec.structs.replace(says, nth_of_player=len(others) + 1)


def _all_penalties(context: Context, mention: Mention) -> bool:
    """Whether the penalty told beside several goals of a man is each of them: no comma stands between."""
    near = context.units.codes[mention.first : mention.last + BESIDE].partition(",")[0]
    return names_penalty(context, near)
