"""Patterns over token classes, compiled to regular expressions over one character per token.

A text becomes a string with one character for each unit (a word, a name, a figure); a pattern of a vocabulary file
becomes a regular expression over such strings. So grammar is data, and the matching runs in C.

The language of patterns, elements separated by blanks:

    scored          that very word                {finish}        any word of the class `finish`
    <scorer {P}>    capture what stands inside    ( a b | c )     groups and alternatives
    x? x* x+ x{0,3} quantifiers on an element     ..3             a gap of up to three units of one sentence
                                                  --3             the same without anybody's name in it
    ~{P}            any unit but these
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tabellino.errors import DataError

#: Fixed characters of units that are no vocabulary words.
PERSON, CLUB, GROUND, PROPER, NUMBER, ORDINAL, SCORE, MINUTE, WORD, POSSESSIVE, DESCRIPTION, NEWLINE = "PTGONRSMwzD\n"
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

_ELEMENT = re.compile(
    r"(?P<capture><(?P<name>\w+))|(?P<close>>)|(?P<group>\()|(?P<end>\))|(?P<bar>\|)"
    r"|\\(?P<escaped>\S)|\.\.(?P<gap>\d+)|--(?P<nobody>\d+)|(?P<not>~)?\{(?P<cls>[\w']+)\}|(?P<lit>[^\s(){}<>|?*+\\]+)"
)
_QUANTIFIER = re.compile(r"[?*+]|\{\d*,?\d*\}")


class Alphabet:
    """Which character stands for which word, and which characters make up a class."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._chars: dict[str, str] = {}
        self._classes: dict[str, str] = dict(FIXED)
        self._captures = 0
        for name, words in classes.items():
            members = "".join(self.char(word) for word in words if " " not in word)
            self._classes[name] = self._classes.get(name, "") + members

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

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern. Raises DataError when it cannot be read."""
        try:
            return re.compile(self._translate(pattern))
        except re.error as error:
            raise DataError(f"the pattern {pattern!r} cannot be read: {error}") from error

    def _translate(self, pattern: str) -> str:
        out: list[str] = []
        position = 0
        self._captures = 0
        while position < len(pattern):
            if pattern[position].isspace():
                position += 1
                continue
            match = _ELEMENT.match(pattern, position)
            if match is None:
                raise DataError(f"the pattern {pattern!r} cannot be read at {pattern[position:]!r}")
            out.append(self._element(match))
            position = match.end()
            if (quantifier := _QUANTIFIER.match(pattern, position)) and not match["capture"]:
                out.append(quantifier[0])
                position = quantifier.end()
        return "".join(out)

    @staticmethod
    def captured(match: re.Match[str]) -> dict[str, int]:
        """Where the captures of a match stand: the index of the first unit of each that took part, by name. One name
        may stand in several alternatives of a pattern."""
        return {
            name.rpartition("_")[0]: match.start(name) for name, text in match.groupdict().items() if text is not None
        }

    def _element(self, match: re.Match[str]) -> str:
        if match["capture"]:
            self._captures += 1
            return f"(?P<{match['name']}_{self._captures}>"
        if match["close"] or match["end"]:
            return ")"
        if match["group"]:
            return "(?:"
        if match["bar"]:
            return "|"
        if match["gap"]:
            return f"[^\n]{{0,{match['gap']}}}?"
        if match["nobody"]:
            return f"[^\n{PERSON}]{{0,{match['nobody']}}}?"
        if match["cls"]:
            negated = "^\n" if match["not"] else ""
            return f"[{negated}{re.escape(self.members(match['cls']))}]"
        return re.escape(self.char(match["escaped"] or match["lit"]))
