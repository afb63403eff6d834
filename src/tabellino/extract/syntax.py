"""Signs of syntax around a name: what governs it, and what follows it. No parse: a few words to each side."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.context import Context

#: So many describing words may stand before a name ("the lively Belgian winger").
DESCRIBING = 5
#: Names joined by these have one governor, up to so many.
JOINS, LISTED = ("and", "comma"), 40
#: After a name so many adverbs are passed over ("Kone then calmly slotted").
PASSED_OVER = 2
#: No time has more units.
TIME_LENGTH = 12


def governor(context: Context, place: int) -> str:
    """The kind of the word that governs the name at `place`: the one before it and the words that describe it. A
    describing word without an article of its own is taken for one only when it is known to describe."""
    found = context.governors.get(place)
    if found is None:
        found = context.governors[place] = _governor(context, place)
    return found


def _governor(context: Context, place: int) -> str:
    known, start = governing(context, place), context.bounds[context.units.sentence[place]][0]
    if known < start or (context.vocabulary.borrows and _ends_time(context, start, known)):
        return "start"
    return kind(context, known)


def _ends_time(context: Context, start: int, at: int) -> bool:
    """Whether a unit is the last of a time, which governs nothing behind it: "al 13' Rossi". English, whose weights
    know it otherwise, has a comma there."""
    return any(time.last == at + 1 for time in context.times_in(max(start, at - TIME_LENGTH), at + 1))


def governing(context: Context, place: int) -> int:
    """The unit of the word that governs the name at `place`; before its sentence when none does."""
    codes, start = context.units.codes, context.bounds[context.units.sentence[place]][0]
    for _ in range(LISTED):  # "past Parker and Caulker": what governs the first governs all
        if place - 2 < start or codes[place - 2] != patterns.PERSON or kind(context, place - 1) not in JOINS:
            break
        place -= 2
    at = known = place - 1
    for _ in range(DESCRIBING):
        if at < start:
            break
        if codes[at] in context.members("det"):
            known = at - 1
            break
        if codes[at] in context.members("describing") or codes[at] in (patterns.CLUB, patterns.POSSESSIVE):
            at -= 1
            known = at
        elif kind(context, at) == "other":
            at -= 1
        else:
            break
    return known


def following(context: Context, place: int) -> str:
    """The kind of the word after the name at `place`, adverbs passed over."""
    found = context.followers.get(place)
    if found is None:
        found = context.followers[place] = _following(context, place)
    return found


def _following(context: Context, place: int) -> str:
    at = place + 1
    for _ in range(PASSED_OVER):
        if kind(context, at) == "adverb":
            at += 1
    if kind(context, at) == "comma":
        after = kind(context, at + 1)
        return after if after in ("who", "person") else "comma"
    return kind(context, at)


def kind(context: Context, place: int) -> str:
    """The kind of a word as far as syntax asks: the first class of [syntax] that it is in, or that of its ending."""
    units, syntax = context.units, context.vocabulary.syntax
    code = units.codes[place] if place < len(units.codes) else patterns.NEWLINE
    if code in _FIXED:
        return _FIXED[code]
    value = units.value[place]
    if not isinstance(value, str):
        return "figure"
    return syntax.kind(value)


_FIXED = {
    patterns.NEWLINE: "end",
    patterns.PERSON: "person",
    patterns.CLUB: "club",
    patterns.GROUND: "club",
    patterns.POSSESSIVE: "possessive",
    ",": "comma",
    "(": "comma",
    ")": "comma",
    "-": "comma",
    "'": "possessive",
    ";": "end",
}
