"""Places of a text that tell of a known goal or card, found by the man's surname and his minute beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec

from gate.corpus import Span
from gate.planting import Scene
from gate.same import FOLD
from gate.told import Happening, MatchTold
from tabellino.names.clubs import club
from tabellino.names.surnames import surname

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "11th")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = (
    r"(?<![\w-])({n})(?= minutes? (?:from (?:time|the end|full[- ]time)|to go|left|remaining|to play|before time))"
)


@dataclass(frozen=True)
class Named:
    """A man as a text may name him: in full, or by his surname alone."""

    name: str

    @cached_property
    def surname(self) -> str:
        return surname(self.name)

    @cached_property
    def pattern(self) -> str:
        """His surname, with its accents or without."""
        plain = self.surname.translate(FOLD)
        first = re.escape(self.name.removesuffix(self.surname).strip())
        forms = "|".join(dict.fromkeys(re.escape(form) for form in (self.surname, plain)))
        return rf"(?<![\w-])(?:{first}\s+)?(?:{forms})(?![\w-])" if first else rf"(?<![\w-])(?:{forms})(?![\w-])"

    def search(self, text: str) -> bool:
        """Whether a text names him."""
        return re.search(self.pattern, text) is not None


@lru_cache(maxsize=1024)
def _named(person: str) -> Named:
    return Named(person)


def named(event: Happening) -> Named:
    """The man of an event; nobody's name stands nowhere."""
    return _named(event.person or "\0")


class NamedAt(msgspec.Struct, frozen=True):
    """Where a man is named, and whether with his first name."""

    span: Span
    in_full: bool


class Place(msgspec.Struct, frozen=True):
    """Where an event is told. `sort` is "prose", "list", "countdown" or "red"; `minute` the figures of its minute;
    `told` what another report has where it tells the minute; `alone`: no other scorer stands in the sentence;
    `entry` is the name with its minutes in a list, the sentence in prose."""

    sort: str
    sentence: Span
    entry: Span
    name: NamedAt
    alone: bool
    minute: Span | None = None
    told: str = ""
    counted_down: bool = False

    def with_minute(
        self, scene: Scene, report: int, event: Happening, before: str, after: str, loose: bool = False
    ) -> Place | None:
        """The same place with the one minute of the event in its sentence; None when there is none, or several."""
        if event.minute is None:
            return None
        text, (start, end) = scene.reports[report].text, self.sentence
        found = []
        for minute in (event.minute, event.minute - 1, event.minute + 1):
            for match in re.finditer(rf"(?<![\w:.,-]){_figures(minute)}(?![\d,:]|\.\d|\+)", text[start:end]):
                left, right = text[start : start + match.start()], text[start + match.end() : end]
                spelt = match[0].isalpha()
                if (loose and not spelt) or (re.match(after, right) and True) or (
                    not spelt and re.search(before, left) and not re.match(r"\s*[-–]\s*\d", right)
                ):  # fmt: skip
                    found.append((start + match.start(), start + match.end()))
            if found:
                break
        if len(found) == 1:
            return msgspec.structs.replace(self, minute=found[0], told=_any_minute(event.minute))
        left_ = 90 - event.minute
        counted = [
            m for n in (left_, left_ - 1, left_ + 1)
            for m in re.finditer(_COUNTED.format(n="|".join(_spelt(n))), text[start:end])
        ] if not found and 2 < left_ < 40 else []  # fmt: skip
        if len(counted) != 1:
            return None
        span = start + counted[0].start(), start + counted[0].end()
        told = f"{_any_minute(event.minute)}|{_COUNTED.format(n='|'.join(_spelt(left_)))}"
        return msgspec.structs.replace(self, minute=span, told=told, counted_down=True, sort="countdown")


def tellings(scene: Scene, report: int, event: Happening, needed: Sequence[str]) -> Iterator[Place]:
    """The sentences that name the man once and have words for each of the expressions needed."""
    text, man = scene.reports[report].text, named(event)
    others = {g.person for g in scene.facts.goals if g.person and g.person != event.person}
    for start, end in scene.sentences[report]:
        sentence = text[start:end]
        found = list(re.finditer(man.pattern, sentence))
        if len(found) != 1 or not all(re.search(one, sentence) for one in needed):
            continue
        if _is_entry(sentence, found[0].end()):
            continue
        at = NamedAt((start + found[0].start(), start + found[0].end()), found[0][0] != man.surname)
        alone = not any(_named(other).search(sentence) for other in others)
        yield Place("prose", (start, end), (start, end), at, alone)


def entries(scene: Scene, report: int, event: Happening, others: Sequence[Happening]) -> Iterator[Place]:
    """The entries of lists with the man and his minute: "Brandes 56, 79", "Lenssen (og) 5", "Thiede (4.)"."""
    if event.minute is None or event.added_time:
        return
    text, man = scene.reports[report].text, named(event)
    minute = r"\d{1,3}(?:\+\d{1,2})?[.'’]?(?:\s?\((?:pen|og|p|h|o\.g\.)\.?\))?"
    pattern = rf"{man.pattern}(?:,?\s*\((?:pen|og|p|h|o\.g\.)\.?\))?,?\s*\(?(?P<minutes>{minute}(?:,\s*{minute})*)"
    for match in re.finditer(pattern, text):
        name = re.match(man.pattern, text[match.start() :])
        for figures in re.finditer(r"(?<![\d+])\d{1,3}(?![\d+])", match["minutes"]):
            if name is None or abs(int(figures[0]) - event.minute) > 1:
                continue
            nearest = [o for o in others if o.person == event.person and o.minute == int(figures[0])]
            if nearest and event not in nearest:
                continue
            start = match.start("minutes")
            at = NamedAt((match.start(), match.start() + name.end()), name[0] != man.surname)
            sentence = next(((s, e) for s, e in scene.sentences[report] if s <= match.start() < e), match.span())
            span = start + figures.start(), start + figures.end()
            yield Place("list", sentence, match.span(), at, True, span, _any_minute(event.minute))


def _is_entry(sentence: str, end: int) -> bool:
    """Whether figures of a list follow the name."""
    return re.match(r",?\s*\(?(?:(?:pen|og|p)\.?\)?\s*)?\d", sentence[end:]) is not None


def _figures(minute: int) -> str:
    """A minute in figures, or as an ordinal in letters."""
    spelt = f"|{_ORDINALS[minute - 1]}(?= minute)" if minute <= 10 else ""
    return f"(?:{minute}(?:st|nd|rd|th)?{spelt})"


def _spelt(number: int) -> tuple[str, ...]:
    return (str(number), *((_NUMBERS[number - 1],) if 0 < number <= len(_NUMBERS) else ()))


def _any_minute(minute: int) -> str:
    """The minute, or one beside it, as others may tell it."""
    near = range(max(1, minute - 1), minute + 2)
    return rf"(?<![\d:.,-])(?:{'|'.join(_figures(m) for m in near)})(?![\d,:]|\.\d)"


def number_words(figures: str) -> int | None:
    """The number that words or figures tell; None for other words."""
    if match := re.match(r"\d+", figures):
        return int(match[0])
    for table in (_ORDINALS, _NUMBERS):
        if figures in table:
            return table.index(figures) + 1
    return None


def ordinal(number: int, like: str) -> str:
    """A number written like another one: "21st" like "17th", "twelfth" in figures where no word is at hand."""
    if like.isdigit():
        return str(number)
    if like in _NUMBERS:
        return _NUMBERS[number - 1] if number <= len(_NUMBERS) else str(number)
    if like in _ORDINALS and number < len(_ORDINALS):
        return _ORDINALS[number - 1]
    suffix = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


@lru_cache(maxsize=256)
def _forms(name: str) -> str:
    known = club(name)
    forms = {name, *name.split()[:1]} if known is None else {name, known.name, *known.aliases, *known.shorts}
    # Longest first, so that "Norwich City" is not taken for "Norwich".
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in ordered if len(form) > 2)


def clubs_forms(facts: MatchTold) -> tuple[str, str]:
    """Expressions for every name of the home and of the away side; a form that both have names neither."""
    home, away = (set(_forms(name).split("|")) for name in (facts.home, facts.away))
    keep = [
        "|".join(form for form in _forms(name).split("|") if form not in home & away)
        for name in (facts.home, facts.away)
    ]
    return keep[0], keep[1]


def goal_effects(goals: Sequence[Happening]) -> dict[Happening, tuple[str, tuple[int, int]]]:
    """What each goal did to the score ("opener", "equaliser", "doubles", "reduces", "lead", "extends") and the score
    after it, home side first."""
    score, found = (0, 0), {}
    for goal in goals:
        own, other = score if goal.team == "home" else score[::-1]
        score = (score[0] + (goal.team == "home"), score[1] + (goal.team != "home"))
        found[goal] = _effect(own, other), score
    return found


def _effect(own: int, other: int) -> str:
    if own == other == 0:
        return "opener"
    if own + 1 == other:
        return "equaliser"
    if own == other + 1:
        return "doubles"
    if own == other:
        return "lead"
    return "reduces" if own < other else "extends"
