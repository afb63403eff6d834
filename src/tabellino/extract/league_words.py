"""The words of the league in one language, compiled from data/vocabulary/<language>-league.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any

from tabellino import data
from tabellino.domain.claim import Outcome

VOCABULARY = Path(data.__file__).parent / "vocabulary"
#: Placeholders that are read, and the letter of their groups.
READ = {"n": "n", "m": "m", "o": "o", "kind": "k"}
#: Placeholders written with these digits are there to be passed over (in lookaheads), not to be read.
PASSED_OVER = ("8", "9")
#: One character for another, so that offsets stay: typographic quotes, dashes and spaces.
PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-", "\u00a0": " ", "\n": " ", "\t": " ", "\r": " "})


def plain(text: str) -> str:
    """The text in small letters with plain quotes and spaces, every character where it was."""
    low = text.lower()
    if len(low) != len(text):  # a letter such as İ grows when made small
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.translate(PLAIN)


class Pattern:
    """One way of saying one kind of claim. Its regex is compiled when a text first needs it."""

    def __init__(self, entry: dict[str, Any], words: LeagueWords, rank: int) -> None:
        self.what: str = entry["what"]
        self.on: list[str] = entry["on"]
        self.set: dict[str, Any] = entry.get("set", {})
        self.flags = frozenset(key for key, value in entry.items() if value is True)
        self.rank = rank
        self._entry, self._words = entry, words

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern with its placeholders filled in."""
        counter = count(1)

        def fill(found: re.Match[str]) -> str:
            """A placeholder's regex; what is read becomes a group n1, m2, ..., each name once."""
            name, digit = found[1], found[2]
            body = self._words.parts[name]
            reads = name in READ and digit not in PASSED_OVER
            return f"(?P<{READ[name]}{next(counter)}>{body})" if reads else f"(?:{body})"

        return re.compile(re.sub(r"\{([a-z]+)(\d?)\}", fill, self._entry["regex"]))


class LeagueWords:
    """Numbers, outcomes, cue words and patterns of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.numbers: dict[str, int] = table["numbers"]
        self.ordinals: dict[str, int] = table["ordinals"]
        self.outcomes: dict[str, Outcome] = {
            word: outcome for outcome, words in table["outcomes"].items() for word in words
        }
        self.lists: dict[str, list[str]] = table["words"]
        self.patterns = [Pattern(entry, self, rank) for rank, entry in enumerate(table["pattern"])]
        self.by_trigger: dict[str, list[Pattern]] = {}
        for pattern in self.patterns:
            for word in pattern.on:
                self.by_trigger.setdefault(word, []).append(pattern)
        self.sets = {name: frozenset(words) for name, words in self.lists.items()}

    @cached_property
    def parts(self) -> dict[str, str]:
        """The regex of each placeholder."""
        tens = [word for word, value in self.numbers.items() if value >= 20]
        units = [word for word, value in self.numbers.items() if 0 < value < 10]
        number = rf"\d{{1,3}}|(?:{'|'.join(tens)})-(?:{'|'.join(units)})|{_any(self.numbers)}"
        return {
            "n": number,
            "m": number,
            "o": rf"\d{{1,2}}(?:st|nd|rd|th)|{_any(self.ordinals)}",
            "kind": _any(self.outcomes),
            "games": _any(self.lists["games"]),
            "league": _any(self.lists["league"]),
            "own": _any(self.lists["own"]),
        }

    @cached_property
    def triggers(self) -> re.Pattern[str]:
        """Any trigger word."""
        return re.compile(rf"\b(?:{_any(self.by_trigger)})\b")

    @cache  # noqa: B019 - one vocabulary a language lives as long as the process
    def cue(self, name: str) -> re.Pattern[str]:
        """Any word of a list of [words]."""
        return re.compile(rf"\b(?:{_any(self.lists[name])})\b")

    def number(self, word: str) -> int:
        """What a number, in figures or words, or an ordinal is."""
        if word[0].isdigit():
            return int(re.match(r"\d+", word)[0])  # type: ignore[index]
        if word in self.ordinals:
            return self.ordinals[word]
        ten, _, unit = word.partition("-")
        return self.numbers[ten] + (self.numbers[unit] if unit else 0)


@cache
def league_words(language: str = "en") -> LeagueWords:
    """The words of a language that has a file."""
    return LeagueWords(tomllib.loads((VOCABULARY / f"{language}-league.toml").read_text("utf-8")))


def has_league_words(language: str) -> bool:
    """Whether league claims can be read in a language."""
    return (VOCABULARY / f"{language}-league.toml").is_file()


def _any(words: Any) -> str:
    """An alternation, longest first, so that "wins" is not read as "win"."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
