"""What a name is in its sentence: the subject of what is told, or somebody to whom it was done."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.syntax import following, governing, governor, kind

#: What makes the words after a name his: "Brauner's cross".
OWNS = frozenset((patterns.POSSESSIVE, "'"))
#: What stands before a name that nothing governs, and after one that does something (see extract/syntax.py).
UNGOVERNED = frozenset({"start", "comma", "conjunction", "and", "within", "end"})
DOES = frozenset({"verb", "who", "aux", "ing", "comma"})


def nearest_subject(context: Context, named: Sequence[int]) -> int | None:
    """The last name of those at these units that nothing governs and that a verb follows."""
    return next((place for place in reversed(named) if is_subject(context, place, place)), None)


#: "Took a clever return pass": so many units behind the verb stands what says that it came back.
RETURNED = 5
#: "Who returned the ball with a clever back-heel, and shot": so many units on ends what he did.
AND_THEN = 12


def is_subject(context: Context, first: int, last: int) -> bool:
    """Whether nothing governs the name or the description from one unit to another, and a verb follows it."""
    return governor(context, first) in UNGOVERNED and following(context, last) in DOES


def chained(context: Context, start: int, first: int) -> bool:
    """Whether a trigger goes on with what somebody did: "Smith turned Jones and slotted home", "…, slotting home"."""
    at = first - 1
    while at > start and kind(context, at) == "adverb":
        at -= 1
    link, does = kind(context, at), kind(context, first)
    if at <= start or does not in ("verb", "ing", "other"):
        return False
    return link == "and" or (link in ("within", "comma") and does in ("ing", "verb"))


def outdone(context: Context, place: int) -> bool:
    """Whether a man is named at a unit for what another did; asked for each trigger of the sentence."""
    found = context.outdone.get(place)
    if found is None:
        found = context.outdone[place] = _is_outdone(context, place)
    return found


def _is_outdone(context: Context, place: int) -> bool:
    """Whether a man is named for what another did to him ("turned Baker", "was tripped by Baker", "held off Baker"), or
    for what he had no time for ("before Baker could move"). Then he is no subject of what is told after it."""
    codes, members = context.units.codes, context.members
    if codes[place - 1] in members("too_late") and codes[place + 1] in members("could_w"):
        return True
    if codes[place + 1] == "," and _gives_back(context, place + 2):
        return True
    if codes[place + 1] in OWNS or following(context, place) == "who":
        return False
    at = governing(context, place)
    if at < 1 or context.units.sentence[at] != context.units.sentence[place]:
        return False
    if patterns.PERSON in codes[at:place] and codes[at] not in members("between_w"):
        return False  # "was cleared by Baker and Smith met it": one more subject
    if codes[at] in members("duel_v"):
        return True
    if codes[at] in members("by"):
        return codes[at - 1] not in members("noun_by_him")
    return codes[at] in members("duel_off") and codes[at - 1] in members("duel_before")


def _gives_back(context: Context, first: int) -> bool:
    """Whether a man named before a unit plays the ball back to who played it to him: "fed Baker, got it back and shot",
    "exchanged passes with Baker, who returned the ball, and shot"."""
    codes, members = context.units.codes, context.members
    if codes[first] in members("who"):
        return codes[first + 1] in members("returned_v") and "," in codes[first + 2 : first + AND_THEN]
    got = codes[first] in members("got_v")
    return got and not members("return_w").isdisjoint(codes[first + 1 : first + RETURNED])


def in_aside(context: Context, place: int, first: int) -> bool:
    """Whether a man is named in an aside on another who then does what is told at `first`: "Smith, with Baker at his
    heels, got there first", "the full-back, who had Baker on him, turned it in"."""
    codes = context.units.codes
    start, close = context.bounds[context.units.sentence[place]][0], codes.find(",", place + 1, first)
    opens = codes.rfind(",", start, place)
    if opens <= start or close < 0:
        return False
    if (opens + 1, close - 1) == (place, place) and codes[opens - 1] != patterns.PERSON:
        return False  # "another substitute, Smith, scored" is Smith himself
    on_him = codes[opens - 1] in (patterns.PERSON, patterns.DESCRIPTION) or codes[opens - 1] in context.members(
        "described"
    )
    return on_him and kind(context, close + 1) in ("verb", "aux", "adverb")


def provides(context: Context, place: int, meant: int) -> bool:
    """Whether a man sends the ball on before he does who is described, or meant by "he", at `meant`: "Baker floated
    over a free-kick and the captain headed in", "Baker fed Smith and he shot"."""
    codes = context.units.codes
    if not place < meant or not _sends_on(context, place):
        return False
    return codes[meant] in context.members("described") or patterns.PERSON in codes[place + 1 : meant]


def supplies(context: Context, place: int, end: int) -> bool:
    """Whether a man named behind a trigger sends the ball on to another of the sentence: "pulled one back as Baker
    crossed and Smith headed in"."""
    return _sends_on(context, place) and patterns.PERSON in context.units.codes[place + 1 : end]


def _sends_on(context: Context, place: int) -> bool:
    """Whether the man named at a unit sends the ball on: "Baker floated", "Baker then crossed"."""
    at = place + 2 if kind(context, place + 1) == "adverb" else place + 1
    return context.units.codes[at] in context.members("provider_v") | context.members("delivers_v")
