"""A text cut into the stretches that may be lists: by labels ("Goals:", "INTER (3-5-2):") and by lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from tabellino.extract.blocks.parts import CARDS, Tally, list_kind
from tabellino.extract.blocks.words import BlockWords, block_words, plain

#: A label stands within this many characters before its colon.
LABEL_REACH = 48
#: A line of at most this many characters can be a heading.
HEADING = 32
#: A line no longer than this may be a list whatever its words: scorers, cautions, a crowd or a referee.
SHORT = 60
#: Lines longer than this are prose, whatever they hold without a label.
LONGEST_LINE = 700
#: A club with its goals on a line of its own, those of the first half in brackets: "BOLTON (1) 2", "Bolton..... 2".
TALLY = re.compile(
    r"(?P<club>[^\W\d].*?)[\s.]*(?:\((?P<half>\d{1,2})\))?[\s.]+(?P<goals>\d{1,2})\s*(?:\((?P<half_behind>\d{1,2})\)\s*)?"
)


def tally_of(told: re.Match[str]) -> Tally:
    """The goals that such a line tells, from what `TALLY` matched."""
    half = told["half"] or told["half_behind"]
    return Tally(int(told["goals"]), int(half) if half else None)


#: "Sunderland. Scorers" is the end of a sentence and a label.
_SENTENCE = re.compile(r"[.;,!?]\s")
_MINUTE_IN_BRACKETS = re.compile(r"\(\d{1,3}\b")
_LABEL_WORD = re.compile(r"[^\W\d_][\w-]*")
_BRACKET = re.compile(r"\s*\([^()\n]{1,24}\)\s*$")
#: Three small words in a row: no list without a label has them.
_PROSE = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{2,}[ ,]+[a-zà-ÿ]{2,}[ ,]+[a-zà-ÿ]{2,}")
#: A line of a list of goals, with more to tell of each: "0-1. 59. Smith. Side-footed in from a square pass."
_SCORED = re.compile(r"[\s*]*\d{1,2}-\d{1,2}[.,;)]? \(?\d{1,3}(?:\+\d{1,2})?['.)]")
#: A line of the standings, the matches played and the points: "4. Lazio 20/37". So no scorer has his minutes. Every
#: run is bounded, as a line of blanks must not be tried in every way.
_STANDING = re.compile(r" {0,8}\d{1,2}[.)]? {1,8}[^\d\s][^\d\n]{1,40} \d{1,2} ?/ ?\d{1,3} {0,8}")
_MINUTE_ALONE = re.compile(r"[\s*]*\d{1,3}(?:\+\d{1,2})?[^\w]*(?:[A-Z]{2,3}\s+)?")
_RULE = " \t-"  # "Everton scorers:-"
_LEAD = " *-|>#_=~.:\u2022\u25cf\u26bd\ufe0f\U0001f7e5\U0001f7e8"


class Stretch(msgspec.Struct, frozen=True):
    """`label` is a kind of label, "club" with `club` for a club's name, "tally" for
    one with its goals, None for a line without label; `start` is
    where the label begins, `content` where what it announces does, `end` where the stretch ends."""

    label: str | None
    club: str | None
    start: int
    content: int
    end: int
    line_start: bool
    heading: bool = False


def stretches(folded: str, clubs: Mapping[str, str]) -> list[Stretch]:
    """Everything that may be a list, in order; what has no label is there only when its look allows it."""
    words = block_words()
    found: list[Stretch] = []
    position = 0
    for line in folded.split("\n"):
        end = position + len(line)
        told = ":" in line or " - " in line[:HEADING] or not _is_prose(line)
        if line and not _STANDING.fullmatch(line) and (told or _begins_with_cards(folded, position, end, words)):
            found += _of_line(folded, position, end, words, clubs)
        position = end + 1
    return found


def _is_prose(line: str) -> bool:
    """Whether a line without a label is long, and has words in a row that no list has."""
    return len(line) > SHORT and _PROSE.search(line) is not None and not _SCORED.match(line)


def _of_line(folded: str, start: int, end: int, words: BlockWords, clubs: Mapping[str, str]) -> Iterator[Stretch]:
    labels = list(_labels(folded, start, end, words, clubs))
    shown = list(_cards_shown(folded, start, end, words))
    if shown and (list_kind(labels[0][2]) in CARDS if labels else not folded[start : shown[0][0]].strip(_LEAD)):
        taken = {at for at, *_ in labels}
        labels = sorted([*labels, *(one for one in shown if one[0] not in taken)], key=lambda label: label[0])
    first = labels[0][0] if labels else end
    if labels and _MINUTE_ALONE.fullmatch(folded, start, first):  # "35' - Goal: Smith" is one event
        yield Stretch(None, None, start, start, end, True)
        return
    if first > start and (plain_end := _trim(folded, start, first)) > start:
        yield from _without_label(folded, start, plain_end, words, clubs, alone=not labels)
    for number, (at, content, kind, club) in enumerate(labels):
        last = labels[number + 1][0] if number + 1 < len(labels) else end
        line_start = not folded[start:at].strip(_LEAD)
        yield Stretch(kind, club, at, content, last, line_start, heading=not folded[content:last].strip(_RULE))


def _trim(folded: str, start: int, end: int) -> int:
    while end > start and folded[end - 1].isspace():
        end -= 1
    return end


def _labels(
    folded: str, start: int, end: int, words: BlockWords, clubs: Mapping[str, str]
) -> Iterator[tuple[int, int, str, str | None]]:
    """Labels of a line: (start, start of content, kind, club)."""
    colon = folded.find(":", start, end)
    floor = start
    while colon >= 0:
        figure = folded[colon - 1 : colon].isdigit() and folded[colon + 1 : colon + 2].isdigit()
        found = None if figure else _label_before(folded, floor, colon, words, clubs)
        if found:
            yield found[0], colon + 1, found[1], found[2]
            floor = colon + 1
        colon = folded.find(":", colon + 1, end)
    if floor == start:
        yield from _dashed_label(folded, start, end, words)
        yield from _scorers_of(folded, start, end, words, clubs)


def _begins_with_cards(folded: str, start: int, end: int, words: BlockWords) -> bool:
    """Whether a line begins as a list of cards does, with a man's minute in brackets: "Cartão amarelo a Silva (12)"."""
    if not _MINUTE_IN_BRACKETS.search(folded, start, min(end, start + SHORT)):
        return False
    return any(not folded[start:at].strip(_LEAD) for at, *_ in _cards_shown(folded, start, end, words))


@cache
def _card_starts() -> frozenset[str]:
    """The first words of the labels of cards."""
    return frozenset(label.split()[0] for label, kind in block_words().labels.items() if list_kind(kind) in CARDS)


def _cards_shown(folded: str, start: int, end: int, words: BlockWords) -> Iterator[tuple[int, int, str, None]]:
    """Labels of cards without a colon, before the word for whom they were shown to: "cartão amarelo a Silva (12),
    Costa (30); cartão vermelho para Silva (60)"."""
    met = list(_LABEL_WORD.finditer(folded, start, end))
    place = 0
    while place < len(met):
        if plain(met[place][0]) not in _card_starts():
            place += 1
            continue
        for length in range(min(words.longest_label, len(met) - place - 1), 0, -1):
            last = met[place + length - 1]
            kind = list_kind(words.labels.get(plain(folded[met[place].start() : last.end()])))
            if kind in CARDS and plain(met[place + length][0]) in words.shown_to:
                yield met[place].start(), met[place + length].end(), kind, None
                place += length
                break
        place += 1


def _dashed_label(folded: str, start: int, end: int, words: BlockWords) -> Iterator[tuple[int, int, str, None]]:
    """ "Goals - Smith 12" at the start of a line."""
    dash = folded.find(" - ", start, min(end, start + HEADING))
    if dash > start and (kind := words.labels.get(plain(folded[start:dash].strip(_LEAD)))):
        yield start, dash + 3, kind, None


def _scorers_of(
    folded: str, start: int, end: int, words: BlockWords, clubs: Mapping[str, str]
) -> Iterator[tuple[int, int, str, str]]:
    """ "Reading scorers Hunt (90)" at the start of a line: a club and a label, with no colon."""
    met = list(re.finditer(r"[^\W\d_][\w'&.-]*", folded[start : min(end, start + LABEL_REACH)]))
    for place, word in enumerate(met[1:], start=1):
        club = clubs.get(plain(folded[start + met[0].start() : start + met[place - 1].end()]))
        if club and words.labels.get(plain(word[0])) == "goals" and word[0].islower():
            yield start + met[0].start(), start + word.end(), "goals", club
            return


def _label_before(
    folded: str, floor: int, colon: int, words: BlockWords, clubs: Mapping[str, str]
) -> tuple[int, str, str | None] | None:
    """The label that ends at a colon: the longest run of words before it that is one."""
    reach = max(floor, colon - LABEL_REACH)
    before = folded[reach:colon]
    bracket = _BRACKET.search(before)
    text = before[: bracket.start()] if bracket else before.rstrip()
    starts = [m.start() for m in re.finditer(r"[^\W_][^\s]*", text)][-words.longest_label - 1 :]
    for at in starts:
        key = plain(text[at:])
        kind = words.labels.get(key) or ("half" if key in words.halves else _of_half(key, words))
        if kind and _stands_free(text, at, reach == floor):
            return reach + at, kind, None
        if key in clubs and text[at].isupper():
            return reach + at, "club", clubs[key]
        label, club = _split_for(key, words)
        if label and club in clubs and not _SENTENCE.search(text, at):
            return reach + at, label, clubs[club]
    return None


def _of_half(key: str, words: BlockWords) -> str | None:
    """The label of a list of one half: "goles en el primer tiempo"."""
    parts = key.split()
    half = next((n for n in range(1, len(parts)) if " ".join(parts[n:]) in words.halves), 0)
    while half > 1 and parts[half - 1] in words.fill:
        half -= 1
    return words.labels.get(" ".join(parts[:half])) if half else None


def _split_for(key: str, words: BlockWords) -> tuple[str | None, str]:
    """ "buts pour l'inter", "reti inter" and "inter goals" are the label "goals" and the club."""
    parts = key.split()
    if len(parts) > 1 and (kind := words.labels.get(parts[-1])):
        return kind, " ".join(parts[:-1])
    if len(parts) > 1 and parts[1] not in words.for_words and (kind := words.labels.get(parts[0])):
        return kind, " ".join(parts[1:])
    for n in range(1, len(parts) - 1):
        if parts[n] in words.for_words and (kind := words.labels.get(" ".join(parts[:n]))):
            club = " ".join(parts[n + 1 :])
            for article in ("l'", "le ", "la ", "der ", "the ", "o ", "el ", "il "):
                club = club.removeprefix(article)
            return kind, club
    return None, ""


def _stands_free(text: str, at: int, whole: bool) -> bool:
    """A label begins a line or a sentence, or is written with a capital."""
    before = text[:at].rstrip(" *-|>#_\"'")
    if not before:
        return whole or text[at].isupper()
    return before[-1] in ".;!?)/:" or (text[at].isupper() and not before[-1].isalpha()) or text[at : at + 3].isupper()


def _without_label(
    folded: str, start: int, end: int, words: BlockWords, clubs: Mapping[str, str], alone: bool
) -> Iterator[Stretch]:
    """A heading, or a line that looks like a list."""
    line = folded[start:end]
    if alone and len(line) <= HEADING:
        key = plain(line.strip(_LEAD))
        if key in clubs:
            yield Stretch("club", clubs[key], start, end, end, True, heading=True)
            return
        if (tally := TALLY.fullmatch(folded, start, end)) and plain(tally["club"].strip(_LEAD)) in clubs:
            club = clubs[plain(tally["club"].strip(_LEAD))]
            yield Stretch("tally", club, start, tally.end("club"), end, True, heading=True)
            return
        kind = words.labels.get(key)
        if kind or words.halves.get(key):
            yield Stretch(kind or "half", None, start, end if kind else start, end, True, heading=bool(kind))
            return
    if len(line) <= LONGEST_LINE and not _is_prose(line):
        yield Stretch(None, None, start, start, end, True)
