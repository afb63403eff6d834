"""Clubs that no file knows, from the line that names the two ("Sportfreunde Siegen - TuS Ennepetal 3:1"), or from the
words of the result in the first sentences ("Gresley Rovers beat Shildon 2-1")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tabellino.extract import patterns
from tabellino.extract.clubs import PARTS, ClubForms
from tabellino.extract.patterns import Alphabet
from tabellino.extract.text import Text
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names.folding import fold

#: The line of the match stands among the first so many of a text.
FIRST_LINES = 6
#: The result in words, of which the figures stand so many units away at most, is told in the first so many sentences.
LEAD, FIGURES = 4, 8
#: A name that says by none of its words that it is a club's stands in the text so often; one word alone once less
#: where it met a club that is known.
OFTEN = 3
#: A longer name is a list of names.
LONGEST = 4
_NAME = r"[^\W\d_][\w'.&/]*(?:[ -][\w'.&/]+){0,3}?"
_SCORE = r"\d{1,2}(?: ?[-:] ?| a )\d{1,2}"
#: What a headline says before the match: "Che finale! Rivara-Mutina 2 a 1".
_BEFORE = r"(?:[^:!?]{2,40}(?:[:!?]|\.\.\.) )?"
_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<one>{_NAME}) {_SCORE} (?P<two>{_NAME})(?: *[(,;]| *$)",
        rf"^{_BEFORE}(?P<one>{_NAME}) ?(?: - |-| vs?\.? )(?P<two>{_NAME})(?:,| ?:)? {_SCORE}(?: *[(,;]| *$)",
        rf"^(?P<one>{_NAME}) \d{{1,2}},? (?P<two>{_NAME}) \d{{1,2}} *$",
    )
)


def with_unknown_clubs(text: Text, forms: ClubForms) -> ClubForms | None:
    """The forms with the two clubs of the match line added under their own names; None when the text has no such
    line, or its clubs are known."""
    for line in text.folded.split("\n", FIRST_LINES)[:FIRST_LINES]:
        for pattern in _LINES:
            match = pattern.match(line.strip()) if len(line) < 100 else None
            if match is None:
                continue
            added = {
                key: ((name, "name"),)
                for name in (match["one"].strip(), match["two"].strip())
                if name[:1].isupper() and (key := " ".join(PARTS.findall(fold(name)))) and not _known(key, forms)
            }
            if added:
                return forms.with_more(added)
    return None


def _known(key: str, forms: ClubForms) -> bool:
    """Whether the words name a club already, whole or without legal letters at an end."""
    words = key.split()
    return any(
        any(how in ("name", "alias") for _, how in forms.forms.get(" ".join(part), ()))
        for part in (words, words[1:], words[:-1])
        if part
    )


def with_clubs_of_result(units: Units, vocabulary: Vocabulary, forms: ClubForms) -> ClubForms | None:
    """The forms with the clubs that the first sentences tell to have met, where a name stands for a club in the words
    of the result; None where the clubs of the result are known, or none is told."""
    codes = _names_as_clubs(units)
    added: dict[str, tuple[tuple[str, str], ...]] = {}
    for first, last, places in _results(units, vocabulary, codes):
        figures = codes.find(patterns.SCORE, max(0, first - 2), last + FIGURES)
        names = [place for place in places if units.codes[place] != patterns.CLUB]
        if figures < 0 or patterns.NEWLINE in codes[first:figures] or not names:
            if len(places) == 2 and not names:
                return None  # two clubs that are known met: the others are of other matches
            continue
        met_known = len(places) > len(names)
        if all(_is_name_of_club(units, vocabulary, place, met_known) for place in names):
            for place in names:
                added.update(_forms_of(units, vocabulary, place))
            break
    if not added:
        return None
    return forms.with_more(added)


def _names_as_clubs(units: Units) -> str:
    """The codes of the first sentences with every name in the place of a club, but those that own something ("Wenger's
    side")."""
    last = units.text.sentences[min(LEAD, len(units.text.sentences)) - 1][1]
    codes = units.codes[: bisect_left(units.starts, units.text.ends[last - 1])] + patterns.NEWLINE
    return "".join(
        patterns.CLUB if code == patterns.PERSON and after not in (patterns.POSSESSIVE, "'") else code
        for code, after in zip(codes, codes[1:] + patterns.NEWLINE, strict=True)
    )


def _results(units: Units, vocabulary: Vocabulary, codes: str) -> Iterator[tuple[int, int, list[int]]]:
    """The words of results, in order, with the units of the clubs in them."""
    found = []
    for pattern, row in vocabulary.patterns("result"):  # few codes: to ask which can match would cost more
        if not row.get("met"):
            continue
        for match in pattern.regex.finditer(codes):
            places = sorted(place for place in Alphabet.captured(match).values() if codes[place] == patterns.CLUB)
            found.append((match.start(), match.end(), places))
    yield from sorted(found)


def _is_name_of_club(units: Units, vocabulary: Vocabulary, place: int, met_known: bool) -> bool:
    """Whether a name can be a club's: by one of its words, or as the text names it again and again and gives it neither
    a given name nor an office; as one word alone less often where it met a club that is known."""
    words = _name(units, vocabulary, place).lower().split()
    if len(words) > LONGEST or units.people[units.people_meant(place)[0]].staff:
        return False
    if not vocabulary.club_names.isdisjoint(words):
        return True
    longest = units.people[units.people_meant(place)[0]].words
    whole = longest[-1] == words[-1] and len(longest) == len(words)
    if met_known and whole and len(words) == 1:
        alone = sum(code == patterns.PERSON and _spelt(units, i) == words[0] for i, code in enumerate(units.codes))
        return alone >= OFTEN - 1
    return whole and units.text.keys.count(words[0]) >= OFTEN


def _spelt(units: Units, place: int) -> str:
    return units.words(place, place + 1).lower()


def _name(units: Units, vocabulary: Vocabulary, place: int) -> str:
    """The name at a unit with the words of clubs' names right behind it: "Selvik" of "Selvik United"."""
    end = place + 1
    while units.codes[end] != patterns.NEWLINE and units.starts[end] == units.ends[end - 1] + 1:
        word = units.words(end, end + 1)
        named = word.lower() in vocabulary.club_names or units.codes[end] == patterns.PROPER
        if not (word[0].isupper() and named):
            break
        end += 1
    return " ".join(units.words(place, end).split())


def _forms_of(units: Units, vocabulary: Vocabulary, place: int) -> dict[str, tuple[tuple[str, str], ...]]:
    """The whole name, and the first word of it where the text has that alone."""
    name = _name(units, vocabulary, place)
    key = " ".join(PARTS.findall(fold(name)))
    found: dict[str, tuple[tuple[str, str], ...]] = {key: ((name, "name"),)}
    first = key.split()[0]
    if first != key and first not in vocabulary.club_names and len(first) > 2:
        found[first] = ((name, "alias"),)
    return found
