"""From a report to its reading: a pure function, without state or clock."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from tabellino import data
from tabellino.domain.claim import Claim
from tabellino.domain.reading import Reading
from tabellino.domain.report import Report
from tabellino.extract import patterns
from tabellino.extract.allegiance import find_allegiance
from tabellino.extract.blocks import read_blocks
from tabellino.extract.cards import card_claims
from tabellino.extract.clubs import ClubForms, club_forms, club_names, names_of
from tabellino.extract.context import Context
from tabellino.extract.course import find_course
from tabellino.extract.descriptions import resolve_descriptions
from tabellino.extract.facts import fact_claims
from tabellino.extract.goals import find_mentions, goal_claims
from tabellino.extract.language import UNKNOWN, detect_language, not_known
from tabellino.extract.league_claims import league_claims
from tabellino.extract.league_words import has_league_words
from tabellino.extract.lists import add_blocks, players, read_lists
from tabellino.extract.match_or_not import why_no_match
from tabellino.extract.moments import find_moments, moment_claims
from tabellino.extract.once_named import without_strays
from tabellino.extract.opinions import as_opinions, opinion_claims
from tabellino.extract.roles import mark_keepers
from tabellino.extract.scores import score_claims
from tabellino.extract.settle_times import settle
from tabellino.extract.short_names import with_short_names
from tabellino.extract.sides import Sides, find_sides, names_two_nations, nations_play
from tabellino.extract.squads import Known, look_up, shares_known
from tabellino.extract.text import ENGLISH_ORDINALS, Text, tokenise
from tabellino.extract.times import find_times
from tabellino.extract.unitise import unitise
from tabellino.extract.units import OWN_NAMES, Person, Units
from tabellino.extract.unknown_clubs import with_clubs_of_result, with_unknown_clubs
from tabellino.extract.vocabulary import Vocabulary, vocabulary
from tabellino.names.clubs import nations

#: How sure it is who was at home when other reports tell.
TOLD_HOST = 0.97
#: By so much more of a text's people must two nations know than two clubs that it names, too (of the tune part's texts
#: that name two of each, and the nations more, those of nations have .42 and more, and none is of clubs).
NATIONS_KNOWN = 0.25


def read_report(report: Report, host: str | None = None, visitor: str | None = None) -> Reading:
    """What the report says. Never raises for the sake of the text: a text that reports no match gives a reading
    with the reason in `no_match`. `host` is the home side, where other reports tell which of the two clubs it was; with
    `visitor` they are the clubs of the match, whatever clubs the text names."""
    text = tokenise(report.text)
    if not text.sentences:
        return Reading(report, None, 0.5, (), (), None, "it has no words")
    language = detect_language(text)
    words = vocabulary(language or UNKNOWN)
    text = _again(text, words)
    units, sides = _units(text, words)
    if host is not None and visitor is not None:
        sides = Sides(host, visitor, TOLD_HOST, sides.share if sides is not None else 1.0)
    if sides is None:
        why = "it names no two clubs" if language else not_known()
        return Reading(report, None, 0.5, (), (), language, why)
    if host is not None and host in sides:
        sides = Sides(host, sides.other(host), TOLD_HOST, sides.share)
    blocks = read_blocks(text, names_of(sides.first, sides.second), club_names())
    context = _context(units, words, sides, blocks.sentences(text), report.date)
    if not words.reads_prose:
        return read_lists(report, context, blocks)
    listed = add_blocks(context, blocks) if blocks else []
    claims = sorted([*as_opinions(_claims(context, report)), *listed], key=lambda claim: claim.span)
    sides = context.sides
    return Reading(
        report,
        (sides.first, sides.second),
        sides.home,
        tuple(claims),
        players(context),
        language,
        why_no_match(context, claims),
        warnings=context.respelt,
        course=context.course,
    )


def prose_context(text: Text, language: str) -> Context | None:
    """What is known of a text before its claims are read; None when it names no two clubs. For whoever fits the
    weights."""
    words = vocabulary(language)
    text = _again(text, words)
    units, sides = _units(text, words)
    if sides is None:
        return None
    blocks = read_blocks(text, names_of(sides.first, sides.second), club_names())
    return _context(units, words, sides, blocks.sentences(text))


def _again(text: Text, words: Vocabulary) -> Text:
    """The text with figures that are ordinals in its language, with its elisions apart, and with capitals as they are
    written in full ("A la pause": "À la pause")."""
    if words.ordinal_marks == ENGLISH_ORDINALS and not words.elisions:
        return text
    told = tokenise(text.raw, words.ordinal_marks, words.melted)
    for i, (key, first, last) in enumerate(zip(told.keys, told.starts, told.ends, strict=True)):
        if words.capitals and (not i or told.kinds[i - 1] == "p") and told.keys[i + 1 : i + 2] != ["."]:
            told.keys[i] = words.capitals.get(told.folded[first:last], key)
    return told


def _context(
    units: Units, words: Vocabulary, sides: Sides, blocked: frozenset[int], date: datetime.date | None = None
) -> Context:
    weights: dict[str, Any] = data.load(f"weights/{words.weights}.toml")
    known = look_up(units.people, sides.first, sides.second, date.year if date else None)
    respelt = _put_right(units.people, known)
    units = without_strays(units, known, words)
    times = [
        time
        for time in settle(find_times(units, words), units.sentence, words.by_halves)
        if units.sentence[time.first] not in blocked
    ]
    told = [time for time in times if not (time.restart or time.change)]
    course = find_course(units, times)
    context = Context(units, words, weights, sides, told, known, blocked=blocked, course=course, respelt=respelt)
    mark_keepers(context)
    context.allegiance = find_allegiance(context)
    return context


def _put_right(people: Sequence[Person], known: Sequence[Known]) -> tuple[str, ...]:
    """Gives those whose name the report garbles the one that the squads have; tells of each."""
    told = []
    for person, found in zip(people, known, strict=True):
        if found.rightly is not None:
            told.append(f"{person.name} is taken for {found.rightly}, whom a squad of the match has")
            person.name = found.rightly
    return tuple(told)


def _units(text: Text, words: Vocabulary) -> tuple[Units, Sides | None]:
    """The units of a text, with whoever is described for somebody known as if he were named, and its sides."""
    units, sides, forms = _plain_units(text, words)
    if sides is None:
        return units, None
    units, sides = _in_short(text, words, units, sides, forms)
    return resolve_descriptions(units, words, (sides.first, sides.second)), sides


def _in_short(text: Text, words: Vocabulary, units: Units, sides: Sides, forms: ClubForms) -> tuple[Units, Sides]:
    """The units with the two clubs where the text calls them by a word of their names, and the sides read with that."""
    more = with_short_names(units, words, sides, forms)
    if more is None:
        return units, sides
    again = unitise(text, words, more)
    told = find_sides(again, words, frozenset((sides.first, sides.second)))
    return (again, told) if told is not None else (units, sides)


def _plain_units(text: Text, words: Vocabulary) -> tuple[Units, Sides | None, ClubForms]:
    """The units of a text, its sides, and the forms of clubs that it was read with; national teams are looked for only
    where no two clubs are named, or two nations before any two clubs, and clubs that no file knows where a line of the
    match names them."""
    plain, national = club_forms(nations=False), club_forms(nations=True)
    units = unitise(text, words, plain)
    international = nations_play(units, words)
    if words.reads_prose and not international:
        forms = with_clubs_of_result(units, words, plain)
        if forms is not None:
            told = unitise(text, words, forms)
            sides = find_sides(told, words)
            if sides is not None:
                return told, sides, forms
    clubs = find_sides(units, words) if len(units.clubs_named()) >= 2 and not international else None
    if clubs is not None:
        of_nations = _of_nations(text, words, units, clubs)
        return (*of_nations, national) if of_nations is not None else (units, clubs, plain)
    with_nations = unitise(text, words, national)
    sides = find_sides(with_nations, words) if len(with_nations.clubs_named()) >= 2 else None
    if sides is not None:
        return with_nations, sides, national
    forms = with_unknown_clubs(text, plain)
    if forms is not None:
        units = unitise(text, words, forms)
        return units, find_sides(units, words), forms
    return with_nations, find_sides(with_nations, words), national


def _of_nations(text: Text, words: Vocabulary, units: Units, clubs: Sides) -> tuple[Units, Sides] | None:
    """The units and sides of a text that names two clubs and is of two nations all the same: the squads know more of
    its men there; the clubs are where somebody plays."""
    if not words.reads_prose or not names_two_nations(units, words):
        return None
    with_nations = unitise(text, words, club_forms(nations=True))
    sides = find_sides(with_nations, words, nations())
    if sides is None:
        return None
    known = shares_known(with_nations.people, (sides.first, sides.second))[sides.first, sides.second]
    others = shares_known(units.people, (clubs.first, clubs.second))[clubs.first, clubs.second]
    return (with_nations, sides) if known - others >= NATIONS_KNOWN else None


def _claims(context: Context, report: Report) -> list[Claim]:
    moments = find_moments(context)
    found = list(goal_claims(context, find_mentions(context, moments)))
    found += score_claims(context)
    found += card_claims(context)
    found += moment_claims(context, moments)
    found += fact_claims(context, report)
    found += opinion_claims(context)
    found += _league_claims(context)
    if not context.blocked:
        return found
    starts = [context.units.starts[first] for first, _ in context.bounds]
    return [claim for claim in found if bisect_right(starts, claim.span[0]) - 1 not in context.blocked]


def _league_claims(context: Context) -> tuple[Claim, ...]:
    """What the text says of table, form and history; the host counts as known from where the reader does. Nothing in a
    language that has no words for it."""
    if not has_league_words(context.vocabulary.language):
        return ()
    text, sides = context.units.text, context.sides
    sentences = tuple((text.starts[first], text.ends[last - 1]) for first, last in text.sentences)
    subjects = (sides.first, sides.second) if sides.home >= 0.7 else ()
    return league_claims(text.raw, sentences, _club_mentions(context), subjects, context.vocabulary.language)


def _club_mentions(context: Context) -> list[tuple[int, int, str]]:
    """Where the text names which club; a form of several clubs means the one of the match. Short
    forms of clubs elsewhere are left out ("on Wednesday")."""
    units, found = context.units, []
    for place in units.clubs:
        if units.codes[place] == patterns.CLUB:
            meanings = units.clubs_meant(place)
            club = context.club_at(place)
            if club is None and {name for name, _ in meanings}.isdisjoint((context.sides.first, context.sides.second)):
                named = [name for name, how in meanings if how in OWN_NAMES]
                club = named[0] if named else None
            if club is not None:
                found.append((units.starts[place], units.ends[place], club))
    return found
