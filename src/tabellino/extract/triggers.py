"""The words that may tell of a goal, where the vocabulary has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import Effect
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet, Pattern

#: Effects that a noun alone tells; the class of each is its name with _n.
NOUN_EFFECTS: tuple[Effect, ...] = ("opener", "equaliser", "winner", "consolation")

#: No time has more units.
TIME_LENGTH = 12


class Hit(msgspec.Struct):
    """A trigger of the vocabulary at units `first` to `last`."""

    row: dict[str, Any]
    first: int
    last: int
    captures: dict[str, int]
    effects: tuple[Effect, ...] = ()


def find_hits(context: Context) -> list[Hit]:
    """Every trigger of the text, in order; none that overlaps words which the vocabulary knows for no goal (`skip`)."""
    codes = context.units.codes
    nouns = [(effect, context.members(f"{effect}_n")) for effect in NOUN_EFFECTS]
    any_noun = frozenset().union(*(words for _, words in nouns))
    hits: list[Hit] = []
    idioms: set[int] = set()
    again: list[tuple[Pattern, Hit]] = []
    for pattern, row in context.vocabulary.possible("goal", codes):
        for match in pattern.finditer(codes):
            if not _stands(context, match, row):
                continue
            if row.get("skip"):
                ends = match.start() + 1 if row["skip"] == "first" else match.end()
                idioms.update(range(match.start(), ends))
                continue
            hits.append(_hit(match, row, nouns, any_noun))
            again.append((pattern, hits[-1]))
    for pattern, hit in again if idioms else ():
        behind = _behind(pattern, hit, idioms, codes) if hit.first in idioms else None
        if behind is not None and _stands(context, behind, hit.row):
            hits.append(_hit(behind, hit.row, nouns, any_noun))
    naming = [hit for hit in hits if "scorer" in hit.captures and codes[hit.captures["scorer"]] == patterns.PERSON]
    own_goals = [hit for hit in naming if _is_own(hit)]
    of_ball = [hit for hit in hits if hit.row.get("of_ball")]  # these tell whose it was not; words of theirs do not
    alone = [
        hit
        for hit in hits
        if idioms.isdisjoint(range(hit.first, hit.last))
        and not any(_part_of(hit, other) for other in naming)
        and not any(
            _done_to(hit, other) or _of_own_goal(hit, other) or _through_own_goal(hit, other) for other in own_goals
        )
        and not any(_told_of_ball(hit, other) for other in of_ball)
        and not (hit.row.get("of_ball") and any(_within(hit, other) and not _is_own(other) for other in naming))
        and not _in_time(context, hit)
    ]
    return sorted(alone, key=lambda hit: (hit.first, hit.last))


def _stands(context: Context, match: re.Match[str], row: dict[str, Any]) -> bool:
    """Whether the units beside a match allow it: those that its row will not have after it or before it."""
    codes = match.string
    unless = context.members(row["unless_next"]) if "unless_next" in row else ()
    never = context.members(row["unless_before"]) if "unless_before" in row else ()
    if row.get("begins") and match.start() and codes[match.start() - 1] != patterns.NEWLINE:
        return False
    return codes[match.end()] not in unless and codes[match.start() - 1] not in never


def _hit(
    match: re.Match[str], row: dict[str, Any], nouns: Sequence[tuple[Effect, frozenset[str]]], any_noun: frozenset[str]
) -> Hit:
    effects: tuple[Effect, ...] = tuple(row.get("effects", ()))
    if not any_noun.isdisjoint(match[0]):
        effects += tuple(effect for effect, words in nouns if not words.isdisjoint(match[0]))
    return Hit(row, match.start(), match.end(), Alphabet.captured(match), effects)


def _behind(pattern: Pattern, hit: Hit, idioms: set[int], codes: str) -> re.Match[str] | None:
    """The same words where they begin only after the idiom in which those of a trigger began: "flicked on and Smith
    volleyed past Jones"."""
    first = hit.first
    while first in idioms:
        first += 1
    return pattern.regex.search(codes, first, hit.last) if first < hit.last else None


def _part_of(hit: Hit, naming: Hit) -> bool:
    """Whether a trigger is the beginning of one that also names the scorer: "an own goal" of "own goal from Baker"."""
    return (
        "scorer" not in hit.captures
        and naming.first <= hit.last - 1 < naming.last
        and bool(hit.row.get("own_goal")) == bool(naming.row.get("own_goal"))
        and bool(hit.row.get("noun"))
    )


def _of_own_goal(hit: Hit, own: Hit) -> bool:
    """Whether a trigger has in the midst of its words the man who is told to have turned the ball into his own net:
    "struck Smith and went in"."""
    inside = hit.first < own.captures["scorer"] < hit.last
    return inside and not (_is_own(hit) or hit.row.get("of_ball") or "scorer" in hit.captures)


def _through_own_goal(hit: Hit, own: Hit) -> bool:
    """Whether a trigger ends with the name of him whose own goal it tells of: "in vantaggio con l'autogol di Rossi"."""
    if _is_own(hit) or hit.last != own.last or hit.first >= own.first:
        return False
    return hit.captures.get("scorer") == own.captures["scorer"] == hit.last - 1


def _told_of_ball(hit: Hit, ball: Hit) -> bool:
    """Whether a trigger stands within one that is told of the ball, and does not name who scored: "flew in" of "his
    shot flew in". Off whom a shot went in did not score an own goal."""
    names = "scorer" in hit.captures and not _is_own(hit)
    alike = bool(hit.row.get("of_ball")) and _within(ball, hit)
    return _within(hit, ball) and not names and not alike


def _within(hit: Hit, other: Hit) -> bool:
    return other.first <= hit.first and hit.last <= other.last


def _is_own(hit: Hit) -> bool:
    return bool(hit.row.get("own_goal"))


def _done_to(hit: Hit, own: Hit) -> bool:
    """Whether a trigger names the man whose shot another turned in: "Smith's shot" of "Baker put Smith's shot into his
    own net"."""
    inside = own.captures.get("scorer", hit.last) < hit.first and hit.last <= own.last
    return inside and "scorer" in hit.captures


def _in_time(context: Context, hit: Hit) -> bool:
    """Whether the words are but part of a time: "second" of "the 35th second"."""
    ordinals, last = context.members("ordinal"), hit.last - 1
    counts = {place for place in (hit.first, last) if context.units.codes[place] in ordinals}
    return any(
        (time.first <= hit.first and hit.last <= time.last) or any(time.first <= place < time.last for place in counts)
        for time in context.times_in(hit.first - TIME_LENGTH, hit.last)
    )
