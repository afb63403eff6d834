"""The words of the league in one language, compiled from data/vocabulary/<language>-league.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any

from tabellino import data
from tabellino.domain.claim import Outcome
from tabellino.domain.report import Span
from tabellino.extract.league_heads import Heads, in_order, needed, next_words, sure_placeholders

VOCABULARY = Path(data.__file__).parent / "vocabulary"
#: Placeholders that are read, and the letter of their groups.
READ = {"n": "n", "m": "m", "o": "o", "kind": "k", "verb": "k"}
#: Placeholders written with these digits are there to be passed over (in lookaheads), not to be read.
PASSED_OVER = ("8", "9")
WORDS = re.compile(r"[a-z']+|(?:19|20)\d\d|\d")
#: What stands for every year among the words of a sentence, beside what stands for every figure.
YEAR, FIGURE = "2000", ""
NEXT_WORD = re.compile(r"[ -]([a-z']+)")
#: "twenty-one" goes on with a unit.
NUMBER_TAILS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
#: The digit stands before what must not stand before it: a regex that begins with a set of characters is looked for
#: five times faster.
FIGURES = re.compile(r"\d(?<![\w.,]\d)(?<!\d-\d)\d{0,2}(?:st|nd|rd|th)?\b(?![.,:-]\d)")
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$")
NONE: list[Form] = []
#: One character for another, so that offsets stay: typographic quotes, dashes and spaces.
PLAIN = {"’": "'", "‘": "'", "‑": "-", "–": "-", "\u00a0": " ", "\n": " ", "\t": " ", "\r": " "}
NOT_PLAIN = re.compile(f"[{''.join(PLAIN)}]")


def plain(text: str) -> str:
    """The text in small letters with plain quotes and spaces, every character where it was."""
    low = text.lower()
    if len(low) != len(text):  # a letter such as İ grows when made small
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return NOT_PLAIN.sub(lambda match: PLAIN[match[0]], low)


class WordsOf(dict[int, frozenset[str]]):
    """End of a sentence -> the words of it, `FIGURE` and `YEAR` among them; found when first asked for."""

    def __init__(self, low: str, sentences: Iterable[Span]) -> None:
        super().__init__()
        self._low = low
        self._starts = {end: start for start, end in sentences}

    def __missing__(self, end: int) -> frozenset[str]:
        words = WORDS.findall(self._low, self._starts[end], end)
        found = {FIGURE if word[0].isdigit() else word for word in words}
        if any(len(word) == len(YEAR) and word.isdigit() for word in words):
            found.add(YEAR)
        self[end] = frozenset(found)
        return self[end]


class Form:
    """One wording of a pattern: the words it begins at, and a regex for what follows, compiled when first needed."""

    def __init__(self, text: str, pattern: Pattern, words: LeagueWords) -> None:
        start, _, self._rest = text.partition(" >")
        self.pattern = pattern
        self.reads_first = READ[start[1:-1]] + "0" if start.startswith("{") else None
        self.starts = words.words_of(start[1:-1]) if self.reads_first else frozenset(start.split("/"))
        self._words = words

    def match(self, low: str, start: int, end: int, words_of: WordsOf | None = None) -> re.Match[str] | None:
        """What follows the first word, from where that ends, in a sentence that ends at `end`; None when it does not.

        `words_of` tells which words stand there, where the caller has them at hand.

        The regex of a form costs up to 5 ms to compile, and there are many: it is made when the words that it cannot
        do without follow.
        """
        if "rest" in self.__dict__:
            return self.rest.match(low, start, end)
        if words_of is not None:
            for words in self.sure:
                if words.isdisjoint(words_of[end]):
                    return None
        return self.rest.match(low, start, end) if in_order(self.needed, low, start, end) else None

    @cached_property
    def next_words(self) -> Heads:
        """The words of which one must follow the first; None when that is not known."""
        return next_words(self._rest, self._words.first_words)

    @cached_property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """Stretches of text that must follow somewhere, in order."""
        return needed(self._rest)

    @cached_property
    def sure(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which one must follow somewhere."""
        known = self._words.first_words
        return tuple(known[name] for name in sure_placeholders(self._rest) if name in known)

    @cached_property
    def rest(self) -> re.Pattern[str]:
        """What must follow the first word."""
        counter = count(1)

        def fill(found: re.Match[str]) -> str:
            """A placeholder's regex; what is read becomes a group n1, m2, ..., each name once."""
            name, digit = found[1], found[2]
            body = self._words.parts[name]
            reads = name in READ and digit not in PASSED_OVER
            return f"(?P<{READ[name]}{next(counter)}>{body})" if reads else f"(?:{body})"

        return re.compile(re.sub(r"\{([a-z]+)(\d?)\}", fill, self._rest))


class Pattern:
    """The wordings of one kind of claim. `rank` orders patterns by preference."""

    def __init__(self, entry: dict[str, Any], words: LeagueWords, rank: int) -> None:
        self.what: str = entry["what"]
        self.set: dict[str, Any] = entry.get("set", {})
        self.flags = frozenset(key for key, value in entry.items() if value is True)
        self.rank = rank
        self._before: str | None = entry.get("before")
        self.forms = [Form(text, self, words) for text in entry["forms"]]

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What must stand right before the first word; None when anything may."""
        return re.compile(self._before) if self._before else None


class LeagueWords:
    """Numbers, outcomes, cue words and patterns of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.numbers: dict[str, int] = table["numbers"]
        self.ordinals: dict[str, int] = table["ordinals"]
        self.outcomes: dict[str, Outcome] = {
            word: outcome for outcome, words in table["outcomes"].items() for word in words
        }
        self.lists: dict[str, list[str]] = table["words"]
        self.months: dict[str, int] = table["months"]
        self.since: dict[str, str] = table["since"]
        self._triggers: dict[str, list[str]] = table["triggers"]
        self._regexes: dict[str, str] = table["cues"]
        self._cues: dict[str, re.Pattern[str]] = {}
        self._heads: dict[str, frozenset[str] | None] = {}
        self._fitting: dict[tuple[str, bool, str], list[Form]] = {}
        self.patterns = [Pattern(entry, self, rank) for rank, entry in enumerate(table["pattern"])]
        self.sets = {name: frozenset(words) for name, words in self.lists.items()}
        #: What must follow a bare number after a claim of each kind that goes on with one.
        self.continuing: dict[str, Form] = {}
        self.at: dict[str, list[Form]] = {}
        self.at_figures: list[Form] = []
        self.at_ordinals: list[Form] = []
        for pattern in self.patterns:
            if "continues" in pattern.flags:
                self.continuing[pattern.what] = pattern.forms[0]
                continue
            for form in pattern.forms:
                self._file(form)

    def _file(self, form: Form) -> None:
        for word in form.starts:
            self.at.setdefault(word, []).append(form)
        if form.reads_first == "n0":
            self.at_figures.append(form)
        if form.reads_first == "o0":
            self.at_ordinals.append(form)

    def starts_in(self, low: str) -> Iterator[tuple[int, int]]:
        """The words and figures in a text at which a form can begin, in no particular order."""
        last = len(low)
        for _, start, end in self._automaton.find_matches_as_indexes(low):
            before = low[start - 1] if start else " "
            after = low[end] if end < last else " "
            if not (before.isalnum() or before == "'" or after.isalnum()):
                yield start, end
        for figure in FIGURES.finditer(low):
            yield figure.span()

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(sorted(self.at), matchkind=MatchKind.LeftmostLongest)

    def forms_at(self, word: str, low: str, end: int) -> list[Form]:
        """The forms that can begin at a word that ends there in the text."""
        if word[0].isdigit():
            if not word.isdigit():
                return self.at_ordinals if ORDINAL.match(word) and self._places(low, end) else NONE
            return self.at_figures if len(word) < 4 and self._counts(low, end) else NONE
        if word in self.numbers and not self._counts(low, end):
            return NONE
        if word in self.ordinals and not self._places(low, end):
            return NONE
        return self.at.get(word, NONE)

    def fitting(self, word: str, forms: list[Form], low: str, end: int) -> list[Form]:
        """Of forms at a word that ends there, those that the next word lets go on."""
        if not forms:
            return NONE
        found = NEXT_WORD.match(low, end)
        following = found[1] if found and found[1] in self.known_heads else ""
        if found and not following:
            following = "-"  # any other word: the forms that take whatever follows
        key = ("" if word[0].isdigit() else word, word[-1].isdigit(), following)
        if key not in self._fitting:
            self._fitting[key] = [form for form in forms if form.next_words is None or following in form.next_words]
        return self._fitting[key]

    @cached_property
    def known_heads(self) -> frozenset[str]:
        """Every word that some form lets follow its first."""
        forms = [form for pattern in self.patterns for form in pattern.forms]
        return frozenset(word for form in forms for word in form.next_words or ())

    @cached_property
    def first_words(self) -> dict[str, frozenset[str]]:
        """The first words of what each placeholder stands for; "" for figures."""
        lists = {**self.lists, "kind": list(self.outcomes), "verb": self.lists["verbs"]}
        named = ("league", "games", "own", "few", "window", "meetings", "season", "kind", "verb")
        found = {name: frozenset(re.split(r"[ -]", words)[0] for words in lists[name]) for name in named}
        numbers, ordinals = frozenset(("", *self.numbers)), frozenset(("", *self.ordinals))
        return {**found, "n": numbers, "m": numbers, "o": ordinals}

    def _counts(self, low: str, end: int) -> bool:
        """Whether the word after a number is one that a count of the league can have there."""
        following = NEXT_WORD.match(low, end)
        return following is not None and following[1] in self.after_number

    def _places(self, low: str, end: int) -> bool:
        """Whether the word after an ordinal leaves it open that a place or a count of the league is meant."""
        following = NEXT_WORD.match(low, end)
        return following is None or following[1] not in self.sets["no_ordinal"]

    @cached_property
    def after_number(self) -> frozenset[str]:
        """Words that forms let follow a number."""
        first = [
            word.split()[0].split("-")[0] for name in ("league", "games", "after_number") for word in self.lists[name]
        ]
        return frozenset((*first, *(word.split()[0] for word in self.outcomes), *NUMBER_TAILS))

    def words_of(self, kind: str) -> frozenset[str]:
        """The words that a form beginning with a placeholder can begin at (figures apart)."""
        source: dict[str, Iterable[str]] = {"n": self.numbers, "o": self.ordinals, "verb": self.lists["verbs"]}
        return frozenset(source[kind])

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
            "verb": _any(self.lists["verbs"]),
            "games": _any(self.lists["games"]),
            "league": _any(self.lists["league"]),
            "since": self._since,
            **{name: _any(self.lists[name]) for name in ("own", "few", "window", "meetings", "season")},
        }

    @cached_property
    def _since(self) -> str:
        """A day, month or year, as it follows "since"."""
        day, month = r"\d{1,2}(?:st|nd|rd|th)?", _any(self.months)
        date = rf"(?:{day} (?:of )?)?(?:{month})(?: {day}\b(?!\d))?(?:,? (?:of )?(?:19|20)\d\d)?|(?:19|20)\d\d"
        named = "|".join(words for name, words in self.since.items() if name != "before")
        return rf"(?:{self.since['before']})?(?:{date}|{named})\b"

    @cached_property
    def object_cue(self) -> re.Pattern[str]:
        """A word that makes the club right after it one to whom something is done, with articles and the like."""
        cue, fill = _any(self.lists["object_cues"]), _any(self.lists["fillers"])
        return re.compile(rf"(?:^|[^\w])(?:{cue})(?:[ ']+(?:{fill}))* $")

    def cue_heads(self, name: str) -> frozenset[str] | None:
        """Words of which one stands wherever a cue does: the first words of a list of [words], the triggers of a regex
        of [cues]; None where none are known."""
        if name not in self._heads:
            listed = self._triggers.get(name) or self.lists.get(name)
            found = [WORDS.match(word) for word in listed or ()]
            heads = frozenset(FIGURE if len(one[0]) == 1 and one[0].isdigit() else one[0] for one in found if one)
            self._heads[name] = heads if listed else None
        return self._heads[name]

    @cached_property
    def against(self) -> re.Pattern[str]:
        """The words that lead from a count to the club it was counted against: "against their old rivals"."""
        fillers = _any(self.lists["fillers"])
        return re.compile(rf" (with|against|over|versus|v|at|to)(?: (?:{fillers})\b)* (?=\w)")

    def cue(self, name: str) -> re.Pattern[str]:
        """A regex of [cues], or any word of a list of [words]."""
        found = self._cues.get(name)
        if found is None:
            regex = self._regexes.get(name) or rf"\b(?:{_any(self.lists[name])})\b"
            found = self._cues[name] = re.compile(regex)
        return found

    def is_place(self, word: str) -> bool:
        """Whether a word is an ordinal."""
        return word in self.ordinals or ORDINAL.match(word) is not None

    def day_since(self, words: str) -> str | None:
        """ "november 2025" as "2025-11", "2019" as it is, a month or day without its year as "--11" or "--11-04" (ISO
        8601), the first match of the season as "opening"; None when the words are no day."""
        named = re.sub(rf"^(?:{self.since['before']})", "", words.strip())
        for iso, regex in self.since.items():
            if iso != "before" and re.fullmatch(regex, named):
                return iso
        year = re.search(r"\b(?:19|20)\d\d\b", named)
        month = next((number for name, number in self.months.items() if name in named), None)
        day = re.search(r"(?<!\d)([0-3]?\d)(?:st|nd|rd|th)?(?!\d)", named)
        if month is None:
            return year[0] if year else None
        start = f"{year[0]}-{month:02}" if year else f"--{month:02}"
        return f"{start}-{int(day[1]):02}" if day else start

    def number(self, word: str) -> int:
        """What a number, in figures or words, or an ordinal is."""
        if word[0].isdigit():
            return int(word[: len(word) - len(word.lstrip("0123456789"))])
        if word in self.ordinals:
            return self.ordinals[word]
        ten, _, unit = word.partition("-")
        return self.numbers[ten] + (self.numbers[unit] if unit else 0)


@cache
def league_words(language: str = "en") -> LeagueWords:
    """The words of a language that has a file."""
    return LeagueWords(data.load(f"vocabulary/{language}-league.toml"))


def has_league_words(language: str) -> bool:
    """Whether league claims can be read in a language."""
    return (VOCABULARY / f"{language}-league.toml").is_file()


def _any(words: Any) -> str:
    """An alternation, longest first, so that "wins" is not read as "win"."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
