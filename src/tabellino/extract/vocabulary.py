"""One language's words and grammar, compiled from its file in data/vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

from tabellino import data
from tabellino.extract.patterns import NUMBER, ORDINAL, WORD, Alphabet, Pattern
from tabellino.extract.ready_patterns import Ready, ReadyPattern, fingerprint, ready
from tabellino.extract.text import ENGLISH_ORDINALS

#: The characters of so many words are kept, known to the grammar or not: a few megabytes.
MOST_WORDS = 65536
#: The most minutes that a half has, where a language counts by halves.
LONGEST_HALF = 52.0
#: What a language may keep in files of their own: xx-goals.toml, xx-times.toml.
PARTS = ("goals", "times")
#: The sections of a vocabulary that hold patterns.
SECTIONS = (
    *("how", "assist", "judgement", "time", "goal", "score", "offence", "card", "result", "miss", "disallowed"),
    *("incident", "opinion", "home", "allegiance", "goal_side", "staff", "ours", "rival"),
)


class Syntax:
    """The kinds of words that tell subject from object, from the [syntax] table: classes of words in order, then
    endings with their exceptions."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._kinds = {word: name for name, words in reversed(table.get("kinds", {}).items()) for word in words}
        self._endings: dict[str, str] = dict(table.get("endings", {}))

    def kind(self, word: str) -> str:
        """The kind of a folded word; "other" where none is known."""
        found = self._kinds.get(word)
        if found is None:
            found = next((name for end, name in self._endings.items() if len(word) > 4 and word.endswith(end)), "other")
            self._kinds[word] = found
        return found


class SpokenScores(NamedTuple):
    """How scores are told in words: `pairs` are words that are one ("two-one"), `between` what stands between two
    numbers ("goals to"), each by its words, `odd` those before the number of all goals ("odd goal in"). Empty where
    nothing is known."""

    pairs: Mapping[str, tuple[int, int]]
    between: tuple[tuple[str, ...], ...]
    odd: tuple[str, ...]
    no_numbers: frozenset[str]
    #: The words with which any of these begins.
    heads: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.between)


class Vocabulary:
    """Words, classes and compiled patterns of one language.

    `chars` gives the character of each word of the grammar; `common` are words that are no names however they are
    written, `elisions` articles that melt into a name ("l'"), `capitals` words as they are written with a capital
    and no accent, `no_clubs` words that would be a club's name elsewhere
    ("Derby"), `plain_before` words of the grammar that are none before others ("last night"), `one_word` the word that
    two stand for ("free kick"), `of_country` the
    words for the people of a country, and what is of it; `members(name)` is the set of characters of a class, empty
    for one that the language has no words for. `weights` names the file of weights that its reader takes, its own or
    another language's; `ordinal_marks` are what makes a figure an ordinal. Where every noun has a capital,
    `before_nouns` are articles and the like before one, and `noun_endings` tell one from a name; `genitive` is what a
    name has at its end for what is somebody's. `kick_off` finds the time of day at which a match begins, None where the
    language has no words for it; `play` are words of the play itself. With `by_halves` minutes of the second half may
    be told as such, up to so many minutes (`true` is 52).
    """

    def __init__(self, table: dict[str, Any], made: Ready | None = None) -> None:
        self.language: str = table["language"]
        self.table = table
        self.weights: str = table.get("weights", self.language)
        self.ordinal_marks = tuple(table.get("ordinal_marks", ENGLISH_ORDINALS))
        by_halves: float = table.get("by_halves", 0.0)
        self.by_halves = LONGEST_HALF if by_halves is True else float(by_halves)
        self.kick_off = re.compile(table["kick_off"]) if "kick_off" in table else None
        self.detect = frozenset(table["detect"])
        self.play = frozenset(table.get("play", ()))
        self.numbers: dict[str, int] = table["numbers"]
        self.ordinals: dict[str, int] = table["ordinals"]
        self.spoken_scores = _spoken_scores(table.get("spoken_scores", {}), self.numbers)
        self.melted = tuple(table.get("elisions", ()))
        self.elisions = frozenset(word.lower() for word in self.melted)
        self.capitals: Mapping[str, str] = table.get("capitals", {})
        self.no_clubs = frozenset(table.get("no_clubs", ()))
        self.team_words = frozenset(table.get("team_words", {}).get("words", ()))
        self.words_first = frozenset(table.get("words_first", {}).get("words", ()))
        self.one_word = {tuple(words.split()): one for words, one in table.get("one_word", {}).items()}
        self.plain_before = {word: frozenset(after) for word, after in table.get("plain_before", {}).items()}
        people = table["people"]
        self.particles = frozenset(people["particles"])
        self.titles = frozenset(people["titles"])
        self.tails = frozenset(people.get("tails", ()))
        self.agencies = frozenset(people.get("agencies", ()))
        self.stands = frozenset(people.get("stands", ()))
        self.surnames = frozenset(people.get("surnames", ()))
        self.like_verbs = frozenset(people.get("like_verbs", ()))
        self.club_surnames = frozenset(people.get("club_surnames", ()))
        self.articles = frozenset(people.get("articles", ()))
        self.before_nouns = frozenset(people.get("before_nouns", ()))
        self.noun_endings = tuple(people.get("noun_endings", ()))
        self.genitive: str = people.get("genitive", "")
        self.staff = frozenset(people["staff"])
        self.keepers = frozenset(people["keepers"])
        self.positions = frozenset(people["positions"]) | self.keepers
        self.pronouns = frozenset(people["pronouns"])
        proper = table["proper"]
        self.nations = frozenset(proper["nations"])
        self.nationalities, self.never_alone = _nationalities(table.get("nationalities", {}))
        self.demonyms = frozenset(proper["demonyms"]) | frozenset(self.nationalities)
        self.club_names = frozenset(table.get("club_names", {}).get("words", ()))
        self.demonym_people = frozenset(table.get("peoples", {}).get("alone", ()))
        self.of_country = {word: country for country, words in table.get("of_country", {}).items() for word in words}
        self.proper = frozenset(proper["words"]) | self.nations | self.demonyms
        classes = dict(table["classes"])
        classes |= {
            name: sorted(words)
            for name, words in (
                ("staff", self.staff),
                ("keepers", self.keepers),
                ("positions", self.positions),
                ("pronouns", self.pronouns),
                ("described", self.positions | self.demonyms | frozenset(people.get("ages", ()))),
            )
        }
        elided = tuple(self.elisions)
        classes["with_article"] = [word for word in classes["described"] if word.startswith(elided)]  # "l'attaccante"
        self.alphabet = Alphabet(classes, table["detect"], table.get("phrases", {}), made)
        self.alphabet.extend("num", NUMBER, self.numbers)
        self.alphabet.extend("ord", ORDINAL, self.ordinals)
        self.common = frozenset(table["common"]["words"])
        self.classes: Mapping[str, frozenset[str]] = _Classes(self)
        # all at once: every word of the grammar must have its character before a text is encoded
        self._patterns = {
            section: tuple((self.alphabet.compile(row["pattern"]), row) for row in table.get(section, ()))
            for section in SECTIONS
        }
        for word, like in table.get("alike", {}).items():
            self.alphabet.chars[word] = self.alphabet.chars[like]
        self._by_number = {section: {row[0].number: row for row in rows} for section, rows in self._patterns.items()}

    @cached_property
    def syntax(self) -> Syntax:
        """What kinds of words the language has."""
        return Syntax(self.table.get("syntax", {}))

    @cached_property
    def neighbour_classes(self) -> dict[str, tuple[str, ...]]:
        """For each character the classes that speak of a place beside it ([neighbours] of the file), as "{name}"."""
        found: dict[str, list[str]] = {}
        for name in self.table.get("neighbours", {}).get("classes", ()):
            for char in self.members(name):
                found.setdefault(char, []).append(f"{{{name}}}")
        return {char: tuple(names) for char, names in found.items()}

    def is_people(self, word: str) -> bool:
        """Whether a word of a country is one for its people, and not only an adjective: "Ukrainians"."""
        return word.endswith("s") or word in self.demonym_people

    @cached_property
    def plain_codes(self) -> Mapping[str, str | None]:
        """The character of each word in small letters; None for one that has to be looked at, as it may be several
        ("l'inter") or have other letters."""
        return _PlainCodes(self.chars)

    @property
    def borrows(self) -> bool:
        """Whether it takes the weights of another language, of which those of single words mean nothing here."""
        return self.weights != self.language

    @cached_property
    def tells_story(self) -> bool:
        """Whether the language has words for competition, date, crowd and referee."""
        return _story(self.language) is not None

    @property
    def reads_prose(self) -> bool:
        """Whether there is a grammar of goals told in sentences; without one only lists and score lines are read."""
        return "goal" in self.table

    @property
    def chars(self) -> dict[str, str]:
        """Words of the grammar to their characters."""
        return self.alphabet.chars

    def members(self, name: str) -> frozenset[str]:
        """Characters of a class; none for one that the language has no words for."""
        return self.classes[name]

    def patterns(self, section: str) -> tuple[tuple[Pattern, dict[str, Any]], ...]:
        """The patterns of a section, with their tables, in the order of the file."""
        return self._patterns[section]

    def make_ready(self, of: str) -> Ready:
        """Its patterns as they can be kept (`ready_patterns.py`), made of files with this fingerprint."""
        needs: dict[frozenset[str], int] = {}
        made = {
            pattern.text: ReadyPattern(
                pattern.parts[0],
                pattern.parts[1],
                tuple(needs.setdefault(need, len(needs)) for need in pattern.parts[2]),
                tuple(needs.setdefault(need, len(needs)) for need in self.alphabet.signs.of(pattern.number)),
            )
            for rows in self._patterns.values()
            for pattern, _ in rows
        }
        return Ready(of, tuple(self.alphabet.chars), tuple("".join(sorted(need)) for need in needs), made)

    def possible(self, section: str, codes: str) -> list[tuple[Pattern, dict[str, Any]]]:
        """Those of them that can match somewhere in the units of a text: most cannot, and need not be asked."""
        rows = self._by_number[section]
        return [rows[number] for number in sorted(rows.keys() & self.alphabet.signs.where(codes).keys())]


class _PlainCodes(dict[str, str | None]):
    """See `Vocabulary.plain_codes`: filled as words are met."""

    def __init__(self, chars: Mapping[str, str]) -> None:
        super().__init__()
        self._chars = chars

    def __missing__(self, word: str) -> str | None:
        if len(self) >= MOST_WORDS:  # of texts without end
            self.clear()
        code = self[word] = None if "'" in word or not word.isascii() else self._chars.get(word, WORD)
        return code


class _Classes(dict[str, frozenset[str]]):
    """Name of a class -> its characters, made when first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, name: str) -> frozenset[str]:
        words = self._vocabulary
        found = self[name] = frozenset(words.alphabet.members(name)) if name in words.alphabet else frozenset()
        return found


def _nationalities(table: Mapping[str, Any]) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """From each word for a nation's people to the nations that it can mean, and the words that only stand before a
    noun."""
    found: dict[str, tuple[str, ...]] = {}
    alone, before = table.get("alone", {}), table.get("before", {})
    for nation, words in [*alone.items(), *before.items()]:
        for word in words:
            found[word] = (*found.get(word, ()), nation)
    return found, frozenset(word for words in before.values() for word in words)


def _spoken_scores(table: Mapping[str, Any], numbers: Mapping[str, int]) -> SpokenScores:
    goals = {word: numbers[word] for word in table.get("goals", ())}
    pairs = {f"{one}-{other}": (goals[one], goals[other]) for one in goals for other in goals}
    pairs |= {f"{one}-{word}": (goals[one], goals[one]) for word in table.get("all", ()) for one in goals}
    for word in table.get("no_scores", ()):
        pairs.pop(word, None)
    between, odd = tuple(tuple(words.split()) for words in table.get("between", ())), tuple(table.get("odd", ()))
    heads = frozenset((*pairs, *(words[0] for words in between), *odd[:1]))
    return SpokenScores(pairs, between, odd, frozenset(table.get("no_numbers", ())), heads)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language. Raises FileNotFoundError for a language without a file; see `languages`."""
    return Vocabulary(_tables(language), ready(language, fingerprint_of(language)))


def made_anew(language: str) -> Ready:
    """The patterns of a language made ready, of its files as they are now."""
    return Vocabulary(_tables(language)).make_ready(fingerprint_of(language))


def fingerprint_of(language: str) -> str:
    """What tells whether the patterns made ready beforehand are those of the language's files."""
    story = _story(language)
    return fingerprint([data.text(name) for name in (f"vocabulary/{language}.toml", *_parts(language), story) if name])


def _story(language: str) -> str | None:
    """The file of how things are told in a language, where it has one."""
    name = f"vocabulary/{language}-story.toml"
    return name if name in data.listing("vocabulary") else None


def _parts(language: str) -> list[str]:
    """The files of sections that are too long for the language's file."""
    names = (f"vocabulary/{language}-{part}.toml" for part in PARTS)
    return [name for name in names if name in data.listing("vocabulary")]


def _tables(language: str) -> dict[str, Any]:
    """The tables of a language: its words and what happened (en.toml), sections that have a file of their own
    (en-goals.toml), and how it is told (en-story.toml) where there is one."""
    table = dict(data.load(f"vocabulary/{language}.toml"))
    for part in _parts(language):
        table |= data.load(part)
    if uses := table.get("uses"):  # patterns of signs and figures, the same in every language
        shared = data.load(f"vocabulary/{uses}.toml")
        table = {**shared, **table, **{s: [*shared[s], *table[s]] for s in SECTIONS if s in shared and s in table}}
    story = _story(language)
    if story:
        told = data.load(story)
        table |= {"classes": {**table["classes"], **told["classes"]}}
        table |= {section: told[section] for section in ("how", "assist", "judgement")}
    return table
