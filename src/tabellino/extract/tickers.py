"""Goals announced at the head of a line of a live text: "8 mins: GOAL! Everton 0-1 Fulham. …", "11' Smith runs on to
it. Wallop. 0-1."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from tabellino.domain.clock import TimeWindow
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention
from tabellino.extract.subjects import OWNS, UNGOVERNED, outdone
from tabellino.extract.syntax import governor
from tabellino.extract.times import mark_window
from tabellino.extract.triggers import Hit

#: A text is a live one that has so many lines with a minute at their head, none earlier than the one before (or,
#: where the newest stands first, none later).
LEAST_LINES = 2
#: From this minute on the score of a line may be the last.
LATE = 90
#: Signs between a minute, the call and a score.
SIGNS = ":.,;!-()*?\"'¡¿"
#: A goal called in a short sentence: "WHAT A GOAL!".
CALL = 5
#: Who is named in the line scored, so likely; a telling in the line is of its goal at least as surely as that.
NAMED, TOLD = 0.8, 0.88
#: A telling less likely than this names nobody; nor does one less likely than that, where another man is named later.
LEAST, WEAK = 0.25, 0.6
#: A score told with the goals behind each club: "Everton 1 Fulham 0", "Everton 1, Fulham 0".
EACH = patterns.CLUB + patterns.NUMBER + patterns.CLUB + patterns.NUMBER
EACH_APART = f"{patterns.CLUB}{patterns.NUMBER},{patterns.CLUB}{patterns.NUMBER}"
#: Behind a score a bracket with who scored opens no further than this away, and closes no further from there.
BRACKET, BRACKETED = 6, 7
#: Words that tell of a goal in a report, and in a line that calls one of anything that leads up to it ("wins it").
LEADS_UP = frozenset({"won_it", "made_safe"})
#: The call itself names nobody.
CALL_ITSELF = "goal_noun"
#: Where all goals of the match are called, what is told elsewhere is so much less likely one.
ELSEWHERE = 0.25
#: What may govern the name of who scored: "squares to Smith", "thumped away by Smith".
ACTS = UNGOVERNED | {"verb", "by", "to"}
#: Log-odds of a side from which on somebody is known to play for it.
KNOWN = 1.0


class Entry(msgspec.Struct):
    """A goal called in the sentences `first` to `last` (exclusive): when, the score after it in the order told, its
    unit, the club whose goal it was where that is known, and whether the line calls an own goal."""

    first: int
    last: int
    window: TimeWindow
    score: tuple[int, int] | None = None
    place: int = -1
    club: str | None = None
    own: bool = False


def goals_called(context: Context) -> list[Entry]:
    """The goals called in the lines of a live text, in order; none where it is no live text. A score is that of a goal
    where it is higher than the one before; where it is one goal more it tells for whom."""
    codes = _with_signs(context)
    found: list[Entry] = []
    score, first_club = (0, 0), context.sides.first if context.sides.home >= 0.7 else None
    for first, last, window, start in _live_lines(context):
        entry = Entry(first, last, window)
        called = _called(context, codes, start, context.bounds[first][1], last)
        for place, after in _scores(context, codes, start, last):
            more = sum(after) - sum(score)
            if more < 1 or min(after[0] - score[0], after[1] - score[1]) < 0:
                continue
            first_club = context.club_at(place - 1) or context.club_at(place) or first_club
            entry.score, entry.place = after, place
            if first_club is not None and more == 1:
                entry.club = first_club if after[0] > score[0] else context.sides.other(first_club)
            score = after
            break
        if called or entry.score is not None:
            found.append(entry)
        if called and entry.score is None:
            score = (99, 99)  # whose goal that was is not told: later scores tell no more whose theirs were
    return found


def clock_lines(context: Context) -> dict[int, TimeWindow]:
    """By sentence the minute of its line, for the lines of a live text whose scores are those of their minute: from the
    90th on a line that calls no goal may give the last score."""
    codes = _with_signs(context)
    return {
        sentence: window
        for first, last, window, start in _live_lines(context)
        if window.earliest < LATE or _called(context, codes, start, context.bounds[first][1], last)
        for sentence in range(first, last)
    }


def _with_signs(context: Context) -> str:
    """The characters of the units, signs that the grammar does not know as they stand."""
    return "".join(
        value if code == patterns.WORD and isinstance(value, str) and value in SIGNS else code
        for code, value in zip(context.units.codes, context.units.value, strict=True)
    )


def _live_lines(context: Context) -> list[tuple[int, int, TimeWindow, int]]:
    """The lines of a live text that begin with a minute, as they were played; none where there are too few, where the
    minutes go to and fro, or where they number the lines."""
    lines = list(_lines(context))
    minutes = [window.earliest for _, _, window, _ in lines]
    if minutes and minutes[0] > minutes[-1]:  # the newest first
        lines, minutes = lines[::-1], minutes[::-1]
    runs_on = all(before <= after for before, after in pairwise(minutes))
    numbered = len(lines) > LEAST_LINES and minutes == list(range(1, len(lines) + 1))  # "1. …", "2. …", "3. …"
    return lines if runs_on and not numbered and len(lines) >= LEAST_LINES else []


def _lines(context: Context) -> Iterator[tuple[int, int, TimeWindow, int]]:
    """The lines that begin with a minute: their sentences, the time, and the unit behind the minute."""
    heads = sorted(set(context.lines))
    for head, after in pairwise([*heads, len(context.bounds)]):
        if head in context.blocked:
            continue
        begins, ends = context.bounds[head]
        units = context.units
        codes = units.codes
        if codes[begins] in context.members("minute_w") and units.value[begins + 1] == ".":  # "Min. 40."
            begins += 2
        value = units.value[begins] if begins < ends else None
        if codes[begins] == patterns.MINUTE and isinstance(value, tuple):
            window, at = mark_window(*value), begins + 1
        elif codes[begins] == patterns.ORDINAL and isinstance(value, int):  # "4e :", "90e+3 :"
            added = units.value[begins + 2] if units.value[begins + 1] == "+" else None
            window, at = mark_window(value, added if isinstance(added, int) else None), begins + 1 + 2 * bool(added)
            if units.value[at] not in (":", "-") and "." not in context.vocabulary.ordinal_marks:  # "75. Tooor für …"
                continue
        elif codes[begins] == patterns.NUMBER and isinstance(value, int):
            window, at = mark_window(value, None), begins + 1
            minutes = codes[at] in context.members("minutes")
            signs = codes[at + minutes] in ":-." or codes[at + minutes] == patterns.NEWLINE
            if not signs and codes[at + minutes] not in context.members("goal_call"):
                continue
            at += minutes
        else:
            continue
        if window is not None:
            yield head, after, window, at


def _called(context: Context, codes: str, start: int, end: int, last: int) -> bool:
    """Whether a line begins with the call of a goal, not of one that was none."""
    calls = context.members("goal_call")
    at = start
    while at < end and codes[at] in SIGNS:
        at += 1
    if at >= end and context.units.sentence[start - 1] + 1 < last:  # "8 mins."
        at, end = context.bounds[context.units.sentence[start - 1] + 1]
    words = codes[at:end].rstrip(SIGNS)
    of = context.members("call_of")  # "¡GOL DE JAPÓN!"
    begins = words[:1] in calls and (
        len(words) == 1
        or words[1] in f"{SIGNS}{patterns.SCORE}{patterns.CLUB}"
        or (words[1] in of and words[2:3] == patterns.CLUB)
    )
    exclaims = len(words) <= CALL and words[-1:] in calls
    stands = context.members("called_off").isdisjoint(words)
    return bool(words) and stands and (begins or exclaims)


def _scores(context: Context, codes: str, start: int, last: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The scores of a line that stand by themselves: with the clubs alone ("Everton 1-0 Fulham", "Everton 1 Fulham 0"),
    or at the head of their sentence; the unit of each, of the first club where it has none of its own."""
    stop = context.bounds[last - 1][1]
    beside = context.members("goal_call") | set(f"{SIGNS}{patterns.CLUB}")
    for place in range(start, stop):
        score: tuple[int, int] | None
        if codes[place] == patterns.SCORE:
            score, end = context.units.score_told(place), place + 1
        elif codes.startswith((EACH, EACH_APART), place):
            end = place + len(EACH if codes.startswith(EACH, place) else EACH_APART)
            score = _each(context, place + 1, end - 1)
        else:
            continue
        at = place - 1
        while at >= start and codes[at] in beside:
            at -= 1
        closing = codes[place - 1] in ",:" and codes[end] in f".!{patterns.NEWLINE}"  # "signe un doublé, 3-2."
        alone = at < start or codes[at] == patterns.NEWLINE or closing
        if score is not None and alone and codes[end] in f"{SIGNS}{patterns.CLUB}{patterns.NEWLINE}":
            yield place, score


def _each(context: Context, one: int, other: int) -> tuple[int, int] | None:
    """The goals that two units tell."""
    home, away = context.units.value[one], context.units.value[other]
    return (home, away) if isinstance(home, int) and isinstance(away, int) else None


def tell_called(context: Context, mentions: list[Mention]) -> list[Mention]:
    """The tellings with those of goals that are called: what their lines tell of them, or else who is named there."""
    entries = goals_called(context)
    if not entries:
        return mentions
    added: list[Mention] = []
    for entry in entries:
        told = [one for one in mentions if entry.first <= one.sentence < entry.last]
        entry.own = any(one.first_of("own_goal") and one.top not in _men_of(context, entry) for one in told)
        best, named = _best(context, entry, told), _named(context, entry)
        if (given := _in_brackets(context, entry)) is not None:
            elsewhere = [one for one in mentions if not entry.first <= one.sentence < entry.last]
            best, told = given, [one for one in told if one.top == given.top]
            mentions = [*elsewhere, *told]
            added.append(given)
        elif named is not None and (best is None or (_leads_up(best) and best.last <= named.first)):
            best = named
            added.append(named)
        if best is None:
            continue
        if entry.own and not best.first_of("own_goal"):
            best.hits[0] = msgspec.structs.replace(best.hits[0], row=best.hits[0].row | {"own_goal": True})
        for one in told:
            same = one is best or one.top in (None, best.top)
            one.weight *= 1.0 if same else ELSEWHERE
            one.window, one.inherited = entry.window, True
        best.window, best.club, best.weight = entry.window, entry.club, max(best.weight, TOLD)
    if all(entry.score is not None for entry in entries) and _all_called(context, entries):
        for one in mentions:
            if not any(entry.first <= one.sentence < entry.last for entry in entries):
                one.weight *= ELSEWHERE
    return sorted([*mentions, *added], key=lambda one: (one.sentence, one.first))


def _in_brackets(context: Context, entry: Entry) -> Mention | None:
    """A telling by the name alone that stands in brackets behind the score: "Everton 1-1 Fulham (Smith og)." It names
    who scored beyond doubt, whoever else the line tells of."""
    codes = context.units.codes
    start = codes.find("(", entry.place, entry.place + BRACKET) if entry.place >= 0 else -1
    end = codes.find(")", start, start + BRACKETED)
    places = context.people_in(start, end) if 0 <= start < end else []
    if len(places) != 1 or places[0] != start + 1 or patterns.SCORE in codes[start:end]:
        return None
    place, own = places[0], not context.members("own_mark").isdisjoint(codes[start:end])
    row = {"id": "bracketed", "own_goal": own}
    mention = Mention([Hit(row, place, end, {"scorer": place})], {}, context.units.sentence[place], captured=True)
    mention.scorers = {context.who(place): 0.97, -1: 0.03}
    mention.weight = TOLD
    return mention


def _all_called(context: Context, entries: Sequence[Entry]) -> bool:
    """Whether no higher score than that of the last goal called is told."""
    units, most = context.units, sum(entries[-1].score or (0, 0))
    told = [units.score_told(place) for place, code in enumerate(units.codes) if code == patterns.SCORE]
    return len(entries) == most and all(sum(score) <= most for score in told if score is not None)


def _leads_up(one: Mention) -> bool:
    """Whether a telling may be of what came before the goal of its line: an own goal is the goal itself."""
    if one.first_of("own_goal"):
        return False
    return one.weight < WEAK or all(hit.row["id"] in LEADS_UP for hit in one.hits)


def _best(context: Context, entry: Entry, told: Sequence[Mention]) -> Mention | None:
    """The likeliest telling of a line by a man named in it who can have scored for the side; of equals the last."""
    named = _men_of(context, entry)
    can = [one for one in told if one.weight >= LEAST and _scored(context, entry, one, named)]
    return max(reversed(can), key=lambda one: round(one.weight, 1), default=None)


def _men_of(context: Context, entry: Entry) -> set[int]:
    """Who is named in a line."""
    places = context.people_in(context.bounds[entry.first][0], context.bounds[entry.last - 1][1])
    return {context.who(place) for place in places}


def _scored(context: Context, entry: Entry, one: Mention, named: set[int]) -> bool:
    told = one.first_of("own_goal") or any(hit.row["id"] != CALL_ITSELF for hit in one.hits)
    own = entry.own or bool(one.first_of("own_goal"))
    if one.top is None or not told or not _can(context, entry.club, one.top, own):
        return False
    return one.top in named or not named


def _can(context: Context, club: str | None, person: int, own: bool) -> bool:
    """Whether somebody's side is not known to be the other one."""
    odds = context.allegiance[person] * (-1 if own else 1)
    return club is None or odds * (1 if club == context.sides.first else -1) > -KNOWN


def _named(context: Context, entry: Entry) -> Mention | None:
    """A telling by the name alone: the last man of the side to whom nothing is done, else the last of the side."""
    start, end = context.bounds[entry.first][0], context.bounds[entry.last - 1][1]
    named = [
        place
        for place in context.people_in(start, end)
        if _can(context, entry.club, context.who(place), own=entry.own)
        and not (context.units.people[context.who(place)].keeper or context.units.people[context.who(place)].staff > 0)
        and not (context.known[context.who(place)].stranger and context.units.codes[place + 1] == "!")
    ]
    if not named:
        return None
    acting = [place for place in named if _acts(context, place)]
    place = (acting or named)[-1]
    row = {"id": "bracketed", "own_goal": False}
    mention = Mention([Hit(row, place, place + 1, {"scorer": place})], {}, context.units.sentence[place], captured=True)
    sure = NAMED if len({context.who(one) for one in named}) > 1 else 1.0
    mention.scorers = {context.who(place): 0.97 * sure, -1: 1 - 0.97 * sure}
    mention.weight = TOLD
    return mention


def _acts(context: Context, place: int) -> bool:
    """Whether a man is named as who did something: nothing governs his name, or it is his finish."""
    codes = context.units.codes
    delivers = codes[place + 1 + (codes[place + 1] in OWNS)] in context.members("pass_n")
    return governor(context, place) in ACTS and not delivers and not outdone(context, place)
