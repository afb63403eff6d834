"""The text of a list as tokens: names, minutes, scores, marks, halves, clubs and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tabellino.extract.blocks.words import BlockWords, block_words, plain

#: Kinds of tokens.
NAME, TEAM, MINUTE, SCORE, MARK, HALF, OPEN, CLOSE = "N", "T", "M", "S", "K", "H", "(", ")"
COMMA, GROUP, BAR, DOT, DASH, COLON, LINE = ",", ";", "|", ".", "-", ":", "\n"
AND, FOR, FILL, NUMBER, OTHER = "&", "F", "f", "n", "o"
#: So many blanks part the columns of a table.
COLUMN = 3
#: The last minute that can be printed: extra time and its added time.
LAST_MINUTE = 130
#: A running score above this is a time of day or another sport's.
MOST_GOALS = 20


class Token(NamedTuple):
    """`value` is (minute, added or None), (left, right), the kind of mark, the number of the half, or the words."""

    kind: str
    value: object
    start: int
    end: int


_WORD = r"[^\W\d_](?:\w|['-](?=[^\W\d_]))*"
_PREFIX = re.compile(r"[a-zà-ü]{1,5}'(?=[^\W\d_])")
_PLAIN = {"(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, ",": COMMA, ";": GROUP, "|": BAR, ".": DOT, "-": DASH}
_PLAIN |= {":": COLON, "&": AND}


@cache
def _bits() -> re.Pattern[str]:
    words = block_words()
    after = "|".join(sorted(words.minute_after, key=len, reverse=True))
    before = "|".join(sorted(words.minute_before, key=len, reverse=True))
    accented = after.replace("eme", "[eè]me").replace("|e|", "|[eè]|")
    marks = "|".join(mark for mark in words.marks if mark.isalpha())  # "4og", unlike "4Smith"
    ordinal = r"(?:st|nd|rd|th)(?:\s?(?:minute|min\b\.?))?(?=\s*(?:$|[,;.)(|\n]))"  # "44th", and what may follow it
    unit = rf"(?:'|{ordinal}|[°ªº.](?!\d)|\s?(?:{accented})\b\.?)"
    added = r"(?:\s?\+\s?(?P<a>\d{1,2})(?:'|[.°ªº](?!\d)|\s?e\b)?)"
    return re.compile(
        r"(?P<h>(?<!\d)[12] ?[.°ªºao]? ?(?:er|nd|st|re|e)? ?(?:t|h|tempo|tiempo|parte|halbzeit|half|mi-temps)\b)"
        r"|(?P<s>(?<![\d.,:'+-])\d{1,2} ?[-:x] ?\d{1,2}(?![.,]?\d|'|[-:]\d))"
        rf"|(?P<compound>(?<!\w)(?:\d{{1,3}}-(?!(?:{marks})\b)[^\W\d_]+|[a-z]/[a-z](?!\w)))"
        r"|(?P<big>\d{1,3}(?:[., ]\d{3})+(?!\d)|\d{4,})"
        rf"|(?P<m>(?:\b(?:{before})\b\.? ?|')?(?<!\d)(?P<n>\d{{1,3}})(?:{unit} ?)?"
        rf"{added}?(?: ?(?:{accented})\b\.?|{unit})?(?!\d|[nr]d\b)(?!(?<=\d)(?!(?:{marks})\b)[^\W\d_]))"
        r"|(?P<times>(?<!\w)x(?=\d\b))"
        r"|(?P<d>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
        rf"|(?P<w>{_WORD})"
        r"|(?P<b>\n)|(?P<bar>//|\s/\s)|(?P<x>\S)",
        re.IGNORECASE,
    )


def lex(folded: str, start: int, end: int, clubs: Mapping[str, str]) -> list[Token]:
    """The tokens of `folded[start:end]`. `clubs` gives the club that plain words name."""
    words = block_words()
    bits = list(_bits().finditer(folded, start, end))
    tokens: list[Token] = []
    place = 0
    while place < len(bits):
        bit = bits[place]
        kind = bit.lastgroup
        if kind in ("w", "d"):
            place = _words(folded, bits, place, tokens, words, clubs)
            continue
        tokens.append(_figure(bit, words))
        place += 1
    return tokens


def _figure(bit: re.Match[str], words: BlockWords) -> Token:
    first, last = bit.span()
    if bit["h"]:
        half = words.halves.get(plain(bit["h"]).replace("°", "o")) or int(bit["h"][0])
        return Token(HALF, half, first, last)
    if bit["s"]:
        left, right = (int(part) for part in re.split(r"[-:xX]", bit["s"]))
        return Token(SCORE if max(left, right) <= MOST_GOALS else OTHER, (left, right), first, last)
    if bit["m"]:
        minute, added = int(bit["n"]), int(bit["a"]) if bit["a"] else None
        if not 0 < minute <= LAST_MINUTE:
            return Token(NUMBER, minute, first, last)
        return Token(MINUTE, (minute, added or None), first, last)
    if bit["compound"]:  # "11-esből" is a penalty, "18-yard" nothing
        mark = words.marks.get(plain(bit["compound"]))
        return Token(MARK, mark, first, last) if mark else Token(FILL, bit[0], first, last)
    if bit["big"]:
        return Token(NUMBER, int(re.sub(r"\D", "", bit["big"])[:9]), first, last)
    if bit["b"]:
        return Token(LINE, None, first, last)
    if bit["times"]:
        return Token(FILL, bit[0], first, last)
    if bit["bar"]:
        return Token(BAR, None, first, last)
    return Token(_PLAIN.get(bit[0], OTHER if bit[0].isalnum() else FILL), bit[0], first, last)


def _words(
    folded: str,
    bits: list[re.Match[str]],
    place: int,
    tokens: list[Token],
    words: BlockWords,
    clubs: Mapping[str, str],
) -> int:
    """Add the token that begins with the word at `place`; return the place after it."""
    phrase = _phrase(folded, bits, place, words)
    if phrase:
        kind, value, last = phrase
        tokens.append(Token(kind, value, bits[place].start(), bits[last - 1].end()))
        return last
    bit = bits[place]
    first, text = bit.start(), bit[0]
    if tokens and tokens[-1][:2] == (MARK, "own_goal") and plain(text) in words.fill:  # "AUTOGOL DI ROSSI"
        tokens.append(Token(FILL, plain(text), first, bit.end()))
        return place + 1
    if plain(text) in words.manner:
        tokens.append(Token(FILL, plain(text), first, bit.end()))
        return place + 1
    if (elided := _PREFIX.match(text)) and text[elided.end()].isupper():
        first, text = first + elided.end(), text[elided.end() :]
    if plain(text) in words.fill and place + 1 < len(bits) and bits[place + 1].lastgroup in ("m", "n", "a"):
        tokens.append(Token(FILL, plain(text), first, bit.end()))  # "Al 12', Smith"
        return place + 1
    shouted = text.isupper() and len(text) > 1 and plain(text) in words.for_words and _capital(bits, place + 1)
    if text[0].isupper() and not shouted:  # "BUT POUR LYON"
        return _name(folded, bits, place, first, tokens, words, clubs)
    key = plain(text)
    if key in words.apart:
        tokens.append(Token(BAR, None, first, bit.end()))
        return place + 1
    kind = AND if key in words.joins else FOR if key in words.for_words else FILL if key in words.fill else OTHER
    if _capital(bits, place + 1) and key in words.particles and key not in words.joins and key not in words.for_words:
        return _name(folded, bits, place, first, tokens, words, clubs)
    tokens.append(Token(kind, key, first, bit.end()))
    return place + 1


def _phrase(folded: str, bits: list[re.Match[str]], place: int, words: BlockWords) -> tuple[str, object, int] | None:
    """The mark or half that begins at a word: its kind, its meaning and the place after it."""
    first = bits[place].start()
    if plain(bits[place][0]) not in words.starts:
        return None
    for length in range(min(words.longest_phrase, len(bits) - place), 0, -1):
        last = bits[place + length - 1]
        if last.lastgroup not in ("w", "d") or (length > 1 and "\n" in folded[first : last.end()]):
            continue
        written = folded[first : last.end()]
        key = plain(written)
        titled = len(key) <= 3 and written[0].isupper() and not written.replace(".", "").isupper()  # "St. Pauli"
        if key in words.halves and not titled:
            return HALF, words.halves[key], place + length
        if key in words.marks and _is_mark(folded, bits, place, written, key, words):
            return MARK, words.marks[key], place + length
    return None


def _is_mark(folded: str, bits: list[re.Match[str]], place: int, written: str, key: str, words: BlockWords) -> bool:
    """Short marks are also letters of names and small words: they count beside a figure or in brackets."""
    if key in words.joins and not written.isupper() and "." not in written:  # "ed" is a joint, "e.d." an own goal
        return False
    if len(key) > 2:
        return not (written.isupper() and "." in written and _capital(bits, place + 1))
    start = bits[place].start()
    before = bits[place - 1][0][-1:] if place else folded[max(0, start - 3) : start].rstrip()[-1:]
    after = bits[place + 1][0] if place + 1 < len(bits) else ""
    if len(key) == 1:
        if written.isupper() and after == "." and _begins_name(bits, place + 2, words):  # "2-1 P. Smith"
            return False
        close = before in "(/,'." or before.isdigit()
        return (
            close
            and (after in ("", ")", ".", ",", ";", "/") or bool(after[:1].isdigit()))
            and not (written.isupper() and before == "(" and after == ")")
        )
    return not written.istitle() or before in "(/,'." or before.isdigit()


def _begins_name(bits: list[re.Match[str]], place: int, words: BlockWords) -> bool:
    """Whether a surname begins at a place: "Persie", "van Persie"."""
    return _capital(bits, place) or (
        place < len(bits) and bits[place][0] in words.particles and _capital(bits, place + 1)
    )


def _capital(bits: list[re.Match[str]], place: int) -> bool:
    return place < len(bits) and bits[place].lastgroup in ("w", "d") and bits[place][0][0].isupper()


def _name(
    folded: str,
    bits: list[re.Match[str]],
    place: int,
    first: int,
    tokens: list[Token],
    words: BlockWords,
    clubs: Mapping[str, str],
) -> int:
    """A run of capitalised words, its initials and particles: one name, or a club's."""
    end = bits[place].end()
    j = place + 1
    while j < len(bits):
        kind = bits[j].lastgroup
        between = folded[end : bits[j].start()]
        if "\n" in between or len(between) >= COLUMN:
            break
        if bits[j][0] == "." and len(bits[j - 1][0]) <= 2 and _begins_name(bits, j + 1, words):
            j += 1  # "J. Riise", "St. Pauli", "R. van Persie"
            continue
        if kind not in ("w", "d") or _phrase(folded, bits, j, words) or plain(bits[j][0]) in words.manner:
            break
        if bits[j][0][0].isupper() or (_capital(bits, j + 1) and plain(bits[j][0]) in words.particles - words.joins):
            end = bits[j].end()
            j += 1
            continue
        break
    written = folded[first:end]
    if j < len(bits) and (numbered := clubs.get(plain(folded[first : bits[j].end()]))):  # "Schalke 04"
        tokens.append(Token(TEAM, numbered, first, bits[j].end()))
        return j + 1
    key = plain(written)
    club = clubs.get(key)
    if club is None and written[0].islower():  # "pour le PSG": the particle is an article
        club = clubs.get(key.partition(" ")[2])
    if club is None and written.isupper() and len(parts := key.split()) > 1 and parts[-2] in words.particles:
        club = clubs.get(parts[-1])  # "GOL DE JAPÓN"
    if club is None and (pair := _pair(written, first, clubs) or _led(written, first, clubs)):
        tokens += pair
    else:
        tokens.append(Token(TEAM, club, first, end) if club else Token(NAME, written, first, end))
    while j > place + 1 and bits[j - 1].start() >= end:  # a full stop that no capital followed
        j -= 1
    if len(bits[j - 1][0]) == 1 and [bit[0] for bit in bits[j : j + 2]] in ([".", "("], [".", ","]):
        j += 1  # "Moreda H. (p.p.)": the full stop is that of his initial and ends nothing
    return j


def _led(written: str, first: int, clubs: Mapping[str, str]) -> list[Token]:
    """A club and a man before or behind it with nothing between ("Stoke City Ricardo Fuller"); empty when the words are
    none."""
    blanks = [n for n, sign in enumerate(written) if sign == " "]
    for blank in reversed(blanks):
        club = clubs.get(plain(written[:blank]))
        if club is not None:
            at = first + blank
            return [Token(TEAM, club, first, at), Token(NAME, written[blank + 1 :], at + 1, first + len(written))]
    for blank in blanks:
        club = clubs.get(plain(written[blank + 1 :]))
        if club is not None:
            at = first + blank
            return [Token(NAME, written[:blank], first, at), Token(TEAM, club, at + 1, first + len(written))]
    return []


def _pair(written: str, first: int, clubs: Mapping[str, str]) -> list[Token]:
    """Two clubs that a hyphen joins ("Fulham-Stoke City"); empty when the words are no such pair."""
    for hyphen in (n for n, sign in enumerate(written) if sign == "-"):
        home, away = clubs.get(plain(written[:hyphen])), clubs.get(plain(written[hyphen + 1 :]))
        if home and away:
            at = first + hyphen
            return [
                Token(TEAM, home, first, at),
                Token(DASH, "-", at, at + 1),
                Token(TEAM, away, at + 1, first + len(written)),
            ]
    return []
