"""Time expressions: where they stand and what interval of the match clock they can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino.domain.clock import TimeSource, TimeWindow
from tabellino.extract.patterns import MINUTE, NEWLINE, NUMBER, PERSON, Alphabet
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: A figure above this is no minute of a match (extra time ends at 120; some clocks run on to 130).
LAST_MINUTE = 130
#: Minutes of a half.
HALF = 45
#: The formula of rows whose minute is one of the second half.
OF_SECOND = "45 + n"
#: Minutes by which a number lies after the event told before.
LATER = {"later": 1.0, "later_seconds": 1 / 60, "soon": 0.0}
#: Ends of a half: the minute, and how far after it at least.
ENDS = {"45 added": (45, 0.01), "90 added": (90, 0.01), "45 end": (45, 0.0), "90 end": (90, 0.0), "end end": (90, 0.0)}
#: Extra time, whole and by halves; for the whole also the added time of the match, which some reports call so.
EXTRA = {"extra": (90.01, 120.09), "extra first": (91.0, 105.09), "extra second": (106.0, 120.09)}
#: The time at which somebody came on stands no further behind the words for that.
CAME = 4
#: Rows whose number counts from where the half begins that the words around tell of.
COUNTED = ("restart", "took", "took_he")
#: "Haller had needed only three minutes": so many units before stands who needed them.
SUBJECT = 2
#: The noun of a minute ("12th-minute opener") stands no further behind it.
NOUN = 3
#: What stands for the end of an article that melts into a figure ("all'11'").
APOSTROPHE = "'"
#: Words for how a goal was scored, between listed minutes, are no more than these.
HOW_SCORED = 5
#: Added time of a period never reaches this many minutes in what reports tell.
LONGEST_ADDED = 20


class TimeExpression(msgspec.Struct, frozen=True):
    """A time told at units `first` to `last` (exclusive). `window` is None for a time that is relative to another
    event: `later` then holds the minutes after it, `soon` how many more it may be; `absolute` is what the words mean
    when they count from the beginning. `others` are the times listed before it ("the 3rd, 25th and 48th minutes").
    `weak` times say too little to tie a goal to them alone; those of another event ("a 59th-minute save") are the time
    of no goal; at a `restart` the second half begins, at a `change` somebody comes on. `halves` are the windows in
    either half for words that name none, `by` how they tell it (see `settle_times`). `since` are the units right after
    it that tell of the goal from which it counts ("six minutes after Smith's 12th-minute opener"): it is not that
    one's. `at` is the formula of its row."""

    first: int
    last: int
    window: TimeWindow | None
    later: float | None = None
    weak: bool = False
    soon: float = 0.0
    absolute: TimeWindow | None = None
    others: tuple[TimeWindow, ...] = ()
    of_another: bool = False
    restart: bool = False
    change: bool = False
    halves: tuple[TimeWindow, TimeWindow] | None = None
    by: str = ""
    since: tuple[int, int] = (0, 0)
    at: str = ""


def number(value: object, vocabulary: Vocabulary) -> int | None:
    """The number that a unit's value means: a figure, an ordinal or a number word."""
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return vocabulary.numbers.get(value, vocabulary.ordinals.get(value))
    return None


def find_times(units: Units, vocabulary: Vocabulary) -> list[TimeExpression]:
    """Every time expression of a text, in order, each by itself (`settle_times` relates them); where two overlap the
    longer one stands, be it read or not; one of a row that `gives_way` only if it is read."""
    found: list[tuple[int, int, int, TimeExpression | None]] = []
    for rank, (pattern, row) in enumerate(vocabulary.possible("time", units.codes)):
        for match in pattern.finditer(units.codes):
            expression = None if _is_total(match, vocabulary) else _read(match, row, units, vocabulary)
            if expression is None and row.get("gives_way"):
                continue
            end = match.end() if expression is None else expression.last
            first = match.start() if expression is None else expression.first
            found.append((first, end, rank, expression))
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[2]))
    taken: set[int] = set()
    times: list[TimeExpression] = []
    for first, last, _, expression in found:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            if expression is not None:
                times.append(expression)
    return _with_changes(units, vocabulary, sorted(times, key=lambda time: time.first))


def _is_total(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether figures in brackets are the goals of a season or a career: "20 or more in a season after Smith (25)"."""
    codes, first = match.string, match.start()
    if codes[first] != "(":
        return False
    sentence = codes[codes.rfind(NEWLINE, 0, first) + 1 : codes.find(NEWLINE, first)]
    return not vocabulary.members("total_w").isdisjoint(sentence)


def _with_changes(units: Units, vocabulary: Vocabulary, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times, those right behind a change being of it alone: "came on with 25 minutes to go"; not "came on to hit an
    89th-minute winner", nor "came on to score in the 89th minute"."""
    boundary, scored = vocabulary.members("list_and"), vocabulary.members("goal_n") | vocabulary.members("strike_n")
    to_score = vocabulary.members("put_inf") | vocabulary.members("score_v") | vocabulary.members("equalise_inf")
    for n in range(1, len(times)):
        before, time = times[n - 1], times[n]
        between = units.codes[before.last : time.first]
        came = before.change and before.by == "came" and len(between) <= CAME and NEWLINE not in between
        scores = units.codes[time.last : time.last + 1] in scored
        alone = came and not scores and (boundary | to_score).isdisjoint(between)
        if alone and not (time.change or time.restart):
            times[n] = msgspec.structs.replace(time, of_another=True)
    return times


def _read(match: re.Match[str], row: dict[str, Any], units: Units, vocabulary: Vocabulary) -> TimeExpression | None:
    if row.get("skip"):
        return None
    if row.get("of_man") and units.codes[match.start() - 1] not in vocabulary.classes["several_n"] | {PERSON}:
        return None
    if not _stands_apart(match, row, units.codes):
        return None
    captured = Alphabet.captured(match)
    place = captured.get("n")
    value = units.value[place] if place is not None else None
    n = value if isinstance(value, tuple) else number(value, vocabulary)
    if place is not None and n is None:
        return None
    if place is not None and isinstance(n, int) and place and _compound(units, place, vocabulary):
        n = _compound(units, place, vocabulary)
    first, last = match.start(), match.end() - bool(row.get("ahead"))
    since = (0, 0)
    if "after" in captured:  # counted from a goal: what follows tells of that one
        last, since = captured["after"], (captured["after"], match.end())
    if "m" in captured:  # counted from a minute that is told after it
        told = units.value[captured["m"]]
        other = told[0] if isinstance(told, tuple) else number(told, vocabulary)
        if not isinstance(n, int) or not isinstance(other, int):
            return None
        n, since = n + other, (captured["after"], match.end() + NOUN)
    if isinstance(n, int) and not row.get("least", n) <= n <= row.get("most", n):
        return None
    if row["at"] in LATER:
        later = LATER[row["at"]] * (n if isinstance(n, int) else 0)
        by, spread = row.get("by", ""), row.get("spread", (0, 0))
        return TimeExpression(first, last, None, later, soon=spread[1], since=since, by=by)
    window = _of_base(captured, n, units) if "base" in captured else _window(row, n)
    if window is None:
        return None
    by = row.get("half", "")
    if by == "took" and PERSON in units.codes[max(0, first - SUBJECT) : first]:
        by = "took_he"
    other_half = _window(row, n, half=HALF) if by and "base" not in captured else None
    others: tuple[TimeWindow, ...] = ()
    if row.get("listed") and place is not None:
        others, listed = _listed_before(units, place, vocabulary, match.start())
        if others and _begins_another(units, listed, last, vocabulary):
            others, listed = (), first
        if row["at"] == OF_SECOND:
            others = tuple(_of_same_half(window, one) for one in others)
        first = min(first, listed)
    return TimeExpression(
        first,
        last,
        window,
        later=float(n) if row.get("later") == "maybe" and isinstance(n, int) else None,
        weak=bool(row.get("weak")),
        others=others,
        of_another=bool(row.get("other")),
        restart=bool(row.get("restart")),
        change=bool(row.get("change")),
        halves=(window, other_half) if other_half is not None else None,
        by=by or ("came" if row.get("came") else ""),
        since=since,
        at=row["at"],
    )


def _of_base(captured: dict[str, int], added: object, units: Units) -> TimeWindow | None:
    """The window of added time told with the minute that it is added to: "45e+2"."""
    value = units.value[captured["base"]]
    base = value[0] if isinstance(value, tuple) else value
    return mark_window(base, added) if isinstance(base, int) and isinstance(added, int) else None


def _stands_apart(match: re.Match[str], row: dict[str, Any], codes: str) -> bool:
    """Whether words stand where their row wants them: at the beginning of a sentence (`begins`), with nothing behind
    them (`alone`)."""
    if row.get("begins") and match.start() and codes[match.start() - 1] != NEWLINE:
        return False
    return not row.get("alone") or codes[match.end() : match.end() + 2].lstrip(".")[:1] in ("", NEWLINE)


def _begins_another(units: Units, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the last of some times begins what is told next, and belongs to no list: "segna Rossi al 12' e al 30'
    pareggia Bianchi". A list at the head of its clause is one whoever is named behind it."""
    codes, before = units.codes, vocabulary.members("time_before")
    while first > 0 and codes[first - 1] in before:
        first -= 1
    if not before:
        return False
    if codes[last] != PERSON and codes[last] not in vocabulary.members("tells_goal"):
        return False
    return first > 0 and codes[first - 1] not in (NEWLINE, ",", ";", ":")


def _listed_before(units: Units, place: int, vocabulary: Vocabulary, begin: int) -> tuple[tuple[TimeWindow, ...], int]:
    """The minutes listed before the one at `place`: those of "the 3rd, 25th and 48th minutes"; and the unit of the
    first of them. A preposition stands between them where the words matched from `begin` on hold it ("en el 10 y en el
    50")."""
    found: list[TimeWindow] = []
    joints, the = vocabulary.members("list_and"), vocabulary.members("the_alone")
    i = place - 1 - (units.codes[place - 1] == APOSTROPHE)  # "al 9' e all'11'"
    i -= units.codes[i] in the  # "the 12th and the 60th minutes"
    i -= i > begin and units.codes[i] in vocabulary.members("time_prep")
    first = place
    while i > 0 and units.codes[i] in joints:
        while i > 0 and units.codes[i] in joints:
            i -= 1
        said = i
        while i > said - HOW_SCORED and units.codes[i] in vocabulary.members("how_scored"):  # "al 9' di testa e al 20'"
            i -= 1
        if units.codes[i] in vocabulary.members("minute_w"):  # "the 20th minute and the 41st"
            i -= 1
        kind, value = units.codes[i], units.value[i]
        word = vocabulary.ordinals.get(value) if isinstance(value, str) and units.codes[place] != NUMBER else None
        told = word or (value if kind in "NR" else None)  # "scored first, on 9": no list of minutes
        window = mark_window(told, None) if isinstance(told, int) else None
        if kind == MINUTE and isinstance(value, tuple):  # "al 10' e al 60'"
            window = mark_window(*value)
        if window is None:
            break
        found.append(window)
        first = i
        i -= 1
        if i > 1 and units.codes[i] == APOSTROPHE and units.codes[i - 1] in the:
            i -= 1
        if i and units.codes[i] in the and units.codes[i - 1] in joints:  # "al 12', al 30' e al 48'"
            i -= 1
    return tuple(found[::-1]), first


def _of_same_half(last: TimeWindow, one: TimeWindow) -> TimeWindow:
    """A minute listed before one of the second half, counted as that is unless it is later: "al 10' e al 20' della
    ripresa", but "al 40' e al 10' della ripresa"."""
    if one.best is None or last.best is None or HALF + one.best >= last.best:
        return one
    return TimeWindow(HALF + one.best, HALF + one.best, HALF + one.best, one.source)


def _compound(units: Units, place: int, vocabulary: Vocabulary) -> int | None:
    """ "twenty five" in two words: the tens stand before the captured figure."""
    before, here = units.value[place - 1], number(units.value[place], vocabulary)
    tens = vocabulary.numbers.get(before) if isinstance(before, str) else None
    if tens and tens % 10 == 0 and tens >= 20 and here is not None and here < 10:
        return tens + here
    return None


def _window(row: dict[str, Any], n: int | tuple[int, int | None] | None, half: int = 0) -> TimeWindow | None:
    """The window that a row's words mean with the number `n`, in the half that begins after minute `half` where they
    name none."""
    source: TimeSource = row["source"]
    at: str = row["at"]
    before, after = row.get("spread", (0, 0))
    exact = row.get("exact", True)
    if isinstance(n, tuple):
        if at in ("n", "mark") or n[1] is not None:
            return mark_window(n[0], n[1])
        n = n[0]  # a printed minute that counts from something: "al 17' della ripresa"
    if at in ENDS:
        end, at_least = ENDS[at]
        if half == 0 and row.get("half"):
            end = HALF
        return TimeWindow(end + at_least, end + after / 100, None, source)
    if at in EXTRA:
        return TimeWindow(*EXTRA[at], None, source)
    if at in ("added", "45 added n"):
        first = at != "added" or (half == 0 and row.get("half"))
        position = (HALF if first else 2 * HALF) + (n or 0) / 100
        return TimeWindow(position, position, position, source) if n and n <= LONGEST_ADDED else None
    if at == "46 seconds":
        minute = HALF + max(0, (n or 0) - 1) // 60 + 1  # 60 seconds after the restart: still in its first minute
        return TimeWindow(minute, minute, minute, source) if n is not None else None
    if at == "seconds":
        minute = half + (n or 0) // 60 + 1  # the 45th second is in the first minute
        return TimeWindow(minute, minute, minute, source) if n is not None and n < 60 * LAST_MINUTE else None
    place = evaluate(at, n, half if row.get("half") not in COUNTED else 0)
    if place is not None and row.get("half") in COUNTED:
        place += half
    if place is None or not 0 <= place <= LAST_MINUTE:
        return None
    if at == OF_SECOND and 0 < place - 2 * HALF <= LONGEST_ADDED:  # "aos 50 minutos do segundo tempo" is 90+5
        place = 2 * HALF + (place - 2 * HALF) / 100
    place = max(1.0, place)
    low, high = max(1.0, place - before), _spread_up(place, after)
    if source == "bound" and row.get("exact", True):
        return TimeWindow(1.0, place, None, source)
    return TimeWindow(low, high, place if exact else None, source)


def _spread_up(position: float, after: float) -> float:
    """`after` minutes later; what passes the end of a half lies in its added time, not in the next half."""
    for end in (45.0, 90.0):
        if position <= end < position + after and position > end - 15:
            return end + (position + after - end) / 100
    return position + after


def mark_window(minute: int, added: int | None) -> TimeWindow | None:
    """The window of a printed minute: 90 + 3, 86."""
    if not 1 <= minute <= LAST_MINUTE or (added or 0) > LONGEST_ADDED:
        return None
    position = minute + (added or 0) / 100
    return TimeWindow(position, position, position, "exact")


def evaluate(at: str, n: int | None, half: int = 0) -> float | None:
    """A formula of the vocabulary: "n", "90 - n", "45 + n", "60"; "half + n" and "end - n" count from the beginning
    and the end of the half that begins after minute `half`."""
    parts = at.split()
    value = 0.0
    sign = 1
    for part in parts:
        if part in "+-":
            sign = 1 if part == "+" else -1
        elif part == "n":
            if n is None:
                return None
            value += sign * n
        elif part in ("half", "end"):
            value += sign * (half + HALF * (part == "end"))
        else:
            value += sign * float(part)
    return value


def in_range(times: Sequence[TimeExpression], first: int, last: int) -> list[TimeExpression]:
    """The times that begin in a range of units."""
    return [time for time in times if first <= time.first < last]
