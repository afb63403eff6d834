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
    [in_net]        a phrase of the file's [phrases], as a group; phrases may name others
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tabellino.errors import DataError
from tabellino.extract.ready_patterns import Ready
from tabellino.extract.signs import NEWLINE as NEWLINE
from tabellino.extract.signs import Part, Signs, in_order
from tabellino.extract.text import LONGEST

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

#: A pattern is compiled after so many texts in vain: to look costs a fiftieth of it.
LOOKS = 20

_QUANTIFIER = re.compile(r"[?*+]|\{\d*,?\d*\}")
#: A word that is no gap and no phrase, and a group of which each alternative is one.
_WORD = r"[^\s(){}<>|?*+\\.\[-][^\s(){}<>|?*+\\]*"
_CHOICE = rf"\(\s*{_WORD}\s*(?:\|\s*{_WORD}\s*)*\)"
#: What a pattern consists of, after blanks: brackets, bars, and simple elements with their quantifiers.
_ELEMENT = re.compile(
    rf"\s*(?:(?P<simple>(?:{_CHOICE}|\\\S|\.\.\d+|--\d+|~?\{{[\w']+\}}|[^\s(){{}}<>|?*+\\]+)(?:{_QUANTIFIER.pattern})?)"
    r"|(?P<capture><(?P<name>\w+))|(?P<close>>)|(?P<group>\()|(?P<end>\))|(?P<bar>\|))"
)
_SIMPLE = re.compile(
    r"\((?P<choice>[^)]+)\)|\\(?P<escaped>\S)|\.\.(?P<gap>\d+)|--(?P<nobody>\d+)|(?P<not>~)?\{(?P<cls>[\w']+)\}"
    r"|(?P<lit>[^\s(){}<>|?*+\\]+)"
)
#: A phrase of the file that a pattern names.
_PHRASE = re.compile(r"\[(\w+)\]")


class _Part(NamedTuple):
    """A piece of a pattern as a regular expression. `needs` are sets of characters of each of which one must stand
    where the piece matches, in this order; `most` is how many units it matches at most."""

    source: str
    needs: tuple[frozenset[str], ...] = ()
    most: int = 1


class Pattern:
    """A pattern of a vocabulary. It matches within sentences only, and is compiled when it first can match."""

    __slots__ = ("_looked", "_part", "_regex", "number", "signs", "text")

    def __init__(self, text: str, part: _Part, number: int, signs: Signs) -> None:
        self.text = text
        self._part = part
        self.number = number
        self.signs = signs
        self._regex: re.Pattern[str] | None = None
        self._looked = 0

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression. Raises DataError when the pattern cannot be read."""
        if self._regex is None:
            try:
                self._regex = re.compile(self._part.source)
            except re.error as error:
                raise DataError(f"the pattern {self.text!r} cannot be read: {error}") from error
        return self._regex

    @property
    def parts(self) -> tuple[str, int, tuple[frozenset[str], ...]]:
        """Its source as a regular expression, how many units it matches at most, and what it cannot do without."""
        return self._part.source, self._part.most, self._part.needs

    def finditer(self, codes: str) -> Iterable[re.Match[str]]:
        """All matches in the units of a text, in order."""
        where = self.signs.where(codes).get(self.number)
        if where is None or (self._regex is None and not self._may_match(codes, where)):
            return ()
        return _matches(self._regex or self.regex, codes, where)

    def _may_match(self, codes: str, where: Sequence[Part]) -> bool:
        """Whether all that the pattern needs stands close enough together somewhere: to look costs less than to
        compile, but not if done for many texts."""
        self._looked += 1
        needs, most = self._part.needs, self._part.most
        return (
            not needs
            or self._looked > LOOKS
            or any(
                in_order(needs, codes, at, min(at + most, last))
                for first, last in where
                for at in range(first, last)
                if codes[at] in needs[0]
            )
        )


def _matches(regex: re.Pattern[str], codes: str, where: Sequence[Part]) -> Iterator[re.Match[str]]:
    for first, last in where:
        yield from regex.finditer(codes, first, last)


class Alphabet:
    """Which character stands for which word, and which characters make up a class. `frequent` are words that most
    sentences have, `phrases` pieces of patterns by name, `ready` what was made of the patterns beforehand."""

    def __init__(
        self,
        classes: Mapping[str, Iterable[str]],
        frequent: Iterable[str] = (),
        phrases: Mapping[str, str] | None = None,
        ready: Ready | None = None,
    ) -> None:
        self._phrases = dict(phrases or {})
        self._chars: dict[str, str] = {}
        self._ready = ready
        for word in ready.words if ready else ():
            self.char(word)
        self._classes: dict[str, str] = dict(FIXED)
        self._captures = 0
        self.signs = Signs()
        self._sets: dict[str, tuple[frozenset[str], str]] = {}
        self._simple: dict[str, _Part] = {}
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

    def __contains__(self, name: str) -> bool:
        """Whether there is a class of this name."""
        return name in self._classes

    def members(self, name: str) -> str:
        """All characters of a class. Raises DataError for an unknown one, naming the known ones."""
        try:
            return self._classes[name]
        except KeyError:
            known = ", ".join(sorted(self._classes))
            raise DataError(f"a pattern names the class {{{name}}}; known classes: {known}") from None

    def compile(self, pattern: str) -> Pattern:
        """The pattern, to be looked for in texts encoded with `chars`. Raises DataError when it cannot be read."""
        if self._ready and (made := self._ready.patterns.get(pattern)):
            part = _Part(made.source, self._ready.sets(made.needs), made.most)
            return Pattern(pattern, part, self.signs.add(self._ready.sets(made.signs)), self.signs)
        self._captures = 0
        part, position = self._alternatives(pattern, 0)
        if position < len(pattern):
            raise DataError(f"the pattern {pattern!r} cannot be read at {pattern[position:]!r}")
        number = self.signs.add(sorted(dict.fromkeys(part.needs), key=self._commonness))
        return Pattern(pattern, part, number, self.signs)

    @staticmethod
    def captured(match: re.Match[str]) -> dict[str, int]:
        """Where the captures of a match stand: the index of the first unit of each that took part, by name. One name
        may stand in several alternatives of a pattern."""
        if match.lastindex is None:
            return {}
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
        if len(parts) == 1:
            return part, position
        source, most = "|".join(part.source for part in parts), max(part.most for part in parts)
        if not all(part.needs for part in parts):
            return _Part(source, (), most), position
        rarest = (min(part.needs, key=self._commonness) for part in parts)
        return _Part(source, (frozenset().union(*rarest),), most), position

    def _sequence(self, pattern: str, position: int) -> tuple[_Part, int]:
        """The elements that follow one another from a place on, up to a bar, a closing bracket or the end."""
        parts: list[_Part] = []
        while match := _ELEMENT.match(pattern, position):
            if match.lastgroup == "simple":
                part, position = self._simple.get(match["simple"]) or self._element(match["simple"]), match.end()
            elif match.lastgroup in ("capture", "group"):
                part, position = self._bracket(pattern, match)
            else:
                return _joined(parts), match.end() - 1
            parts.append(part)
        if pattern[position:].strip():
            raise DataError(f"the pattern {pattern!r} cannot be read at {pattern[position:].lstrip()!r}")
        return _joined(parts), len(pattern)

    def _element(self, text: str) -> _Part:
        """A simple element with its quantifier; many patterns have the same ones."""
        match = _SIMPLE.match(text)
        assert match is not None, text
        if phrase := _PHRASE.match(text):
            part = self._phrase(phrase[1])
        elif match["choice"]:
            chars = frozenset(map(self.char, match["choice"].replace("|", " ").split()))
            part = _Part(f"[{_ranges(chars)}]", (chars,))
        elif match["gap"]:
            part = _Part(f"[^\n]{{0,{match['gap']}}}?", (), int(match["gap"]))
        elif match["nobody"]:
            part = _Part(f"[^\n{PERSON}]{{0,{match['nobody']}}}?", (), int(match["nobody"]))
        elif match["cls"]:
            need, ranges = self._class(match["cls"])
            part = _Part(f"[^\n{ranges}]") if match["not"] else _Part(f"[{ranges}]", (need,))
        else:
            char = self.char(match["escaped"] or match["lit"])
            part = _Part(re.escape(char), (frozenset(char),))
        found = _quantified(part, quantifier := text[match.end() :])
        if match["not"] and quantifier.startswith("{"):  # a gap, like ..3: as few units as will do
            found = found._replace(source=f"{found.source}?")
        if phrase is None or "<" not in found.source:
            self._simple[text] = found
        return found

    def _phrase(self, name: str) -> _Part:
        """A phrase as a group. Raises DataError for one that there is not, or that names itself."""
        text = self._phrases.pop(name, None)  # gone while it is read
        if text is None:
            known = ", ".join(sorted(self._phrases))
            raise DataError(f"a pattern names the phrase [{name}], which there is not or which names itself: {known}")
        part, _ = self._alternatives(text, 0)
        self._phrases[name] = text
        return part._replace(source=f"(?:{part.source})")

    def _bracket(self, pattern: str, match: re.Match[str]) -> tuple[_Part, int]:
        """A capture or a group, with its quantifier."""
        opening, closing = "(?:", ")"
        if match["capture"]:
            self._captures += 1
            opening, closing = f"(?P<{match['name']}_{self._captures}>", ">"
        inside, position = self._alternatives(pattern, match.end())
        if pattern[position : position + 1] != closing:
            opened = pattern[match.start(match.lastgroup or 0) :]
            raise DataError(f"the pattern {pattern!r} cannot be read: nothing closes {opened!r}")
        quantifier = _QUANTIFIER.match(pattern, position + 1)
        part = inside._replace(source=f"{opening}{inside.source})")
        if quantifier is None:
            return part, position + 1
        return _quantified(part, quantifier[0]), quantifier.end()

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


def _joined(parts: Sequence[_Part]) -> _Part:
    """Parts that follow one another as one."""
    if len(parts) == 1:
        return parts[0]
    needs = tuple([need for part in parts for need in part.needs])
    return _Part("".join([part.source for part in parts]), needs, sum([part.most for part in parts]))


def _quantified(part: _Part, quantifier: str) -> _Part:
    """The part as often as a quantifier says; once without one."""
    if not quantifier:
        return part
    may_be_none = quantifier != "+" and quantifier[1:2] in ("", "0", ",", "}")
    times = quantifier.strip("{}?").rpartition(",")[2]
    most = part.most * int(times) if times.isdecimal() else part.most if quantifier == "?" else LONGEST
    return _Part(part.source + quantifier, () if may_be_none else part.needs, most)


def _ranges(chars: Iterable[str]) -> str:
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
