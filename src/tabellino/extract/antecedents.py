"""Whom a pronoun or a description stands for: the subject of what follows, and the men named before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.subjects import DOES, UNGOVERNED, is_subject, provides
from tabellino.extract.syntax import following, governing, governor, kind

#: Of the people whom a pronoun can stand for so many of the likeliest are looked at.
ANTECEDENTS = 3
#: "He" begins a sentence when no more units stand before it ("With 14 remaining he …"), and means who did it in the
#: sentences before for so many of them.
BEGINS, CARRIED = 2, 3
#: No more words than so stand between the article and the word that describes ("the 22-year-old under-21 winger").
WORDS = 9


def antecedents(context: Context, place: int) -> Iterator[tuple[int, bool]]:
    """Whom the word at a unit can stand for, likeliest first, and whether he was named last before it."""
    people = context.units.people
    seen: set[int] = set()
    salient = [name for name in context.salient(place) if not _is_out(context, name, place)]
    codes, given_up = context.units.codes, context.members("not_taken_up")
    latest = max((name for name in salient if codes[governing(context, name)] not in given_up), default=None)
    for person, name in chain(_carried(context, place), ((context.who(name), name) for name in salient)):
        if person in seen or people[person].staff:
            continue
        yield person, name == latest
        seen.add(person)
        if len(seen) == ANTECEDENTS:
            return


def _carried(context: Context, place: int, back: int = CARRIED) -> Iterator[tuple[int, int]]:
    """Whom "he" means where the sentence before begins with "he" as well: the same man, whoever else is named there."""
    codes, here = context.units.codes, context.units.sentence[place]
    start, end = context.bounds[max(0, here - 1)]
    he = context.members("he_subject")
    at = next((at for at in range(start, min(start + BEGINS, end)) if codes[at] in he), None)
    if here < 1 or not back or at is None or context.paragraphs[here - 1] != context.paragraphs[here]:
        return
    earlier = next(_carried(context, start, back - 1), None)
    name = earlier[1] if earlier is not None else next(iter(context.salient(start)), None)
    if name is not None:
        yield context.who(name), name


def _is_out(context: Context, name: int, place: int) -> bool:
    """Whether a man went off, or left it in the same sentence to him who is meant at a unit."""
    same = context.units.sentence[name] == context.units.sentence[place]
    return _went_off(context, name) or (same and (provides(context, name, place) or _passed(context, name)))


def _passed(context: Context, name: int) -> bool:
    """Whether a man is named for his pass alone: "sur une ouverture de Fekir, il marque"."""
    at = governing(context, name)
    return kind(context, at) == "from" and context.units.codes[at - 1] in context.members("pass_of")


def _went_off(context: Context, name: int) -> bool:
    """Whether a man is named for who came on in his place: "replaced Smith", "on for Smith"."""
    at = governing(context, name)
    codes = context.units.codes
    came = at - 2 if codes[at - 1] == patterns.PERSON else at - 1  # "on for Smith", "sent on Jones for Smith"
    replaced = kind(context, at) == "for" and codes[came] in context.members("came_on")
    return replaced or codes[at] in context.members("in_place_of")


def stands_for(context: Context, start: int, end: int) -> int:
    """The last unit of the pronoun or the description that is the subject of what follows, unless somebody named is it
    after that ("The striker rolled Smith and fired past Jones"); `start` - 1 when none is."""
    codes = context.units.codes
    described, he = context.members("described"), context.members("he_alone")
    for at in range(end - 1, start - 1, -1):
        if codes[at] == patterns.PERSON and (is_subject(context, at, at) or following(context, at) == "who"):
            break
        if (codes[at] not in described and codes[at] not in he) or codes[at - 1] in context.members("no_subject"):
            continue
        beside = at + 2 if codes[at + 1] in context.members("describing") | described else at + 1
        if codes[at] in described and codes[beside : beside + 1] == patterns.PERSON:
            continue  # "the striker Smith", "the Dutch international Kuyt"
        begins = at if codes[at] in he else _article(context, start, at)
        if begins is None or following(context, at) not in DOES:
            continue
        after_time = any(time.last == begins for time in context.times_in(start, begins))
        if after_time or governor(context, begins) in UNGOVERNED or _goes_on(context, begins, at):
            return at
    return start - 1


def _goes_on(context: Context, begins: int, at: int) -> bool:
    """Whether "and" before a description joins no second man to a name, but what he did: "fed Smith and the striker
    shot"."""
    joined = kind(context, begins - 1) == "and" and context.units.codes[begins - 2] == patterns.PERSON
    return joined and following(context, at) in ("verb", "aux")


def _article(context: Context, start: int, at: int) -> int | None:
    """The unit of the article of a description that ends at `at`; None when none stands near enough."""
    codes, the = context.units.codes, context.members("the_alone")
    if codes[at] in context.members("with_article"):
        return at
    return next((place for place in range(at - 1, max(start, at - WORDS) - 1, -1) if codes[place] in the), None)


def last_of(members: frozenset[str], codes: str) -> int:
    """Where the last of these characters stands; -1 when none does."""
    return -1 if members.isdisjoint(codes) else max([codes.rfind(c) for c in members.intersection(codes)])


def last_description(context: Context, start: int, end: int) -> int:
    """The last unit of a range that is "the Frenchman", "the striker": a description that no name follows; `start` - 1
    when none is."""
    codes, described = context.units.codes, context.members("described")
    while end > start and (at := last_of(described, codes[start:end])) >= 0:
        end = start + at
        if patterns.PERSON not in codes[end + 1 : end + 3]:
            return end
    return start - 1
