"""Patterns over token classes, compiled to regular expressions over one character per token.

A text becomes a string with one character for each unit (a word, a name, a figure); a pattern of a vocabulary file
becomes a regular expression over such strings. So grammar is data, and the matching runs in C. A pattern is compiled
when a sentence first has the signs without which it cannot match (`signs.py`).

The language of patterns, elements separated by blanks:

    scored          that very word                {finish}        any word of the class `finish`
    <scorer {P}>    capture what stands inside    ( a b | c )     groups and alternatives
    x? x* x+ x{0,3} quantifiers on an element     ..3             a gap of up to three units of one sentence
                                                  --3             the same without anybody's name in it
    ~{P}            any unit but these; with a {0,3} behind it a gap without them
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tabellino.errors import DataError
from tabellino.extract.signs import NEWLINE as NEWLINE
from tabellino.extract.signs import Part, Signs

#: Fixed characters of units that are no vocabulary words.
PERSON, CLUB, GROUND, PROPER, NUMBER, ORDINAL, SCORE, MINUTE, WORD, POSSESSIVE, DESCRIPTION = "PTGONRSMwzD"
#: Names of the fixed classes in patterns.
FIXED = {
    "P": PERSON,
    "T": CLUB,
    "G": GROUND,
    "O": PROPER,
    "N": NUMBER,
    "R": ORDINAL,
    "S": SCORE,
    "M": MINUTE,
    "w": WORD,
    "'s": POSSESSIVE,
    "D": DESCRIPTION,
}
_FIRST_WORD = 0xE000  # private use area: 6,400 characters for the words that patterns and classes name
_PUNCTUATION = ",;:()\"-'./!?[]&*|%+=<>@#$~^_{}\\"
#: Kinds of unit that most sentences have: as what a pattern cannot do without they tell little.
_EVERYWHERE = (PERSON, NUMBER, WORD, ",", POSSESSIVE)
#: How many rare words a frequent one counts for when the rarest of several needs is looked for.
_FREQUENT = 30

_ELEMENT = re.compile(
    r"(?P<capture><(?P<name>\w+))|(?P<close>>)|(?P<group>\()|(?P<end>\))|(?P<bar>\|)"
    r"|\\(?P<escaped>\S)|\.\.(?P<gap>\d+)|--(?P<nobody>\d+)|(?P<not>~)?\{(?P<cls>[\w']+)\}|(?P<lit>[^\s(){}<>|?*+\\]+)"
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d*,?\d*\}")
_BLANKS = re.compile(r"\s*")


class _Part(NamedTuple):
    """A piece of a pattern as a regular expression. `needs` are sets of characters of each of which one must stand
    where the piece matches."""

    source: str
    needs: tuple[frozenset[str], ...] = ()


class Pattern:
    """A pattern of a vocabulary. It matches within sentences only, and is compiled when it first can match."""

    __slots__ = ("_regex", "_source", "number", "signs", "text")

    def __init__(self, text: str, source: str, number: int, signs: Signs) -> None:
        self.text = text
        self._source = source
        self.number = number
        self.signs = signs
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression. Raises DataError when the pattern cannot be read."""
        if self._regex is None:
            try:
                self._regex = re.compile(self._source)
            except re.error as error:
                raise DataError(f"the pattern {self.text!r} cannot be read: {error}") from error
        return self._regex

    def finditer(self, codes: str) -> Iterable[re.Match[str]]:
        """All matches in the units of a text, in order."""
        where = self.signs.where(codes).get(self.number)
        return () if where is None else _matches(self._regex or self.regex, codes, where)


def _matches(regex: re.Pattern[str], codes: str, where: Sequence[Part]) -> Iterator[re.Match[str]]:
    for first, last in where:
        yield from regex.finditer(codes, first, last)


class Alphabet:
    """Which character stands for which word, and which characters make up a class. `frequent` are words that most
    sentences have."""

    def __init__(self, classes: Mapping[str, Iterable[str]], frequent: Iterable[str] = ()) -> None:
        self._chars: dict[str, str] = {}
        self._classes: dict[str, str] = dict(FIXED)
        self._captures = 0
        self.signs = Signs()
        self._sets: dict[str, tuple[frozenset[str], str]] = {}
        self._common: dict[frozenset[str], int] = {}
        for name, words in classes.items():
            members = "".join(self.char(word) for word in words if " " not in word)
            self._classes[name] = self._classes.get(name, "") + members
        self._frequent = frozenset((*_EVERYWHERE, *(self.char(word) for word in frequent)))

    def extend(self, name: str, fixed: str, words: Iterable[str]) -> None:
        """A class of a fixed kind of unit and words: figures and number words, say."""
        self._classes[name] = fixed + "".join(self.char(word) for word in words)

    def char(self, word: str) -> str:
        """The character of a word, given one when it has none yet."""
        if word in self._chars:
            return self._chars[word]
        if len(word) == 1 and word in _PUNCTUATION:
            self._chars[word] = word
        elif word == "'s":
            self._chars[word] = POSSESSIVE
        else:
            self._chars[word] = chr(_FIRST_WORD + len(self._chars))
        return self._chars[word]

    @property
    def chars(self) -> dict[str, str]:
        """Words to characters, for encoding texts."""
        return self._chars

    def members(self, name: str) -> str:
        """All characters of a class. Raises DataError for an unknown one, naming the known ones."""
        try:
            return self._classes[name]
        except KeyError:
            known = ", ".join(sorted(self._classes))
            raise DataError(f"a pattern names the class {{{name}}}; known classes: {known}") from None

    def compile(self, pattern: str) -> Pattern:
        """The pattern, to be looked for in texts encoded with `chars`. Raises DataError when it cannot be read."""
        self._captures = 0
        part, position = self._alternatives(pattern, 0)
        if position < len(pattern):
            raise DataError(f"the pattern {pattern!r} cannot be read at {pattern[position:]!r}")
        number = self.signs.add(sorted(set(part.needs), key=self._commonness))
        return Pattern(pattern, part.source, number, self.signs)

    @staticmethod
    def captured(match: re.Match[str]) -> dict[str, int]:
        """Where the captures of a match stand: the index of the first unit of each that took part, by name. One name
        may stand in several alternatives of a pattern."""
        return {
            name.rpartition("_")[0]: match.start(name) for name, text in match.groupdict().items() if text is not None
        }

    def _alternatives(self, pattern: str, position: int) -> tuple[_Part, int]:
        """The alternatives that begin at a place, up to what closes them; and where that stands."""
        parts = []
        while True:
            part, position = self._sequence(pattern, position)
            parts.append(part)
            if pattern[position : position + 1] != "|":
                break
            position += 1
        source = "|".join(part.source for part in parts)
        if len(parts) == 1:
            return _Part(source, parts[0].needs), position
        if not all(part.needs for part in parts):
            return _Part(source), position
        rarest = (min(part.needs, key=self._commonness) for part in parts)
        return _Part(source, (frozenset().union(*rarest),)), position

    def _sequence(self, pattern: str, position: int) -> tuple[_Part, int]:
        """The elements that follow one another from a place on, up to a bar, a closing bracket or the end."""
        sources: list[str] = []
        needs: list[frozenset[str]] = []
        while (position := _after_blanks(pattern, position)) < len(pattern):
            match = _ELEMENT.match(pattern, position)
            if match is None:
                raise DataError(f"the pattern {pattern!r} cannot be read at {pattern[position:]!r}")
            if match["bar"] or match["end"] or match["close"]:
                break
            part, position = self._element(pattern, match)
            quantifier = _QUANTIFIER.match(pattern, position)
            if quantifier is not None:
                position = quantifier.end()
                fewest = "?" if match["not"] and quantifier[0].startswith("{") else ""  # a gap, like ..3
                part = _Part(part.source + quantifier[0] + fewest, () if _may_be_none(quantifier[0]) else part.needs)
            sources.append(part.source)
            needs += part.needs
        return _Part("".join(sources), tuple(needs)), position

    def _element(self, pattern: str, match: re.Match[str]) -> tuple[_Part, int]:
        """One element without its quantifier, and where it ends."""
        if match["capture"] or match["group"]:
            return self._bracket(pattern, match)
        if match["gap"]:
            return _Part(f"[^\n]{{0,{match['gap']}}}?"), match.end()
        if match["nobody"]:
            return _Part(f"[^\n{PERSON}]{{0,{match['nobody']}}}?"), match.end()
        if match["cls"]:
            need, ranges = self._class(match["cls"])
            return _Part(f"[^\n{ranges}]") if match["not"] else _Part(f"[{ranges}]", (need,)), match.end()
        char = self.char(match["escaped"] or match["lit"])
        return _Part(re.escape(char), (frozenset(char),)), match.end()

    def _bracket(self, pattern: str, match: re.Match[str]) -> tuple[_Part, int]:
        """A capture or a group."""
        opening, closing = "(?:", ")"
        if match["capture"]:
            self._captures += 1
            opening, closing = f"(?P<{match['name']}_{self._captures}>", ">"
        inside, position = self._alternatives(pattern, match.end())
        if pattern[position : position + 1] != closing:
            raise DataError(f"the pattern {pattern!r} cannot be read: nothing closes {pattern[match.start() :]!r}")
        return _Part(f"{opening}{inside.source})", inside.needs), position + 1

    def _class(self, name: str) -> tuple[frozenset[str], str]:
        """The characters of a class, and the inside of its set in a regular expression; many patterns name it."""
        members = self.members(name)
        found = self._sets.get(members)
        if found is None:
            found = self._sets[members] = (frozenset(members), _ranges(members))
        return found

    def _commonness(self, need: frozenset[str]) -> int:
        """How common the characters of a need are, roughly: the rarer, the more it tells that they are there."""
        found = self._common.get(need)
        if found is None:
            found = self._common[need] = len(need) + _FREQUENT * len(need & self._frequent)
        return found


def _after_blanks(pattern: str, position: int) -> int:
    blanks = _BLANKS.match(pattern, position)
    return blanks.end() if blanks else position


def _may_be_none(quantifier: str) -> bool:
    """Whether a quantifier lets its element be absent."""
    return quantifier != "+" and quantifier[1:2] in ("", "0", ",", "}")


def _ranges(chars: str) -> str:
    """Characters as the inside of a set of a regular expression; runs of neighbours as ranges, which compile faster."""
    out: list[str] = []
    codes = sorted(map(ord, set(chars)))
    first = 0
    for n, code in enumerate(codes, 1):
        if n < len(codes) and codes[n] == code + 1:
            continue
        run = codes[first:n]
        first = n
        ends = [re.escape(chr(one)) for one in (run if len(run) < 3 else (run[0], run[-1]))]
        out.append("".join(ends) if len(run) < 3 else "-".join(ends))
    return "".join(out)
