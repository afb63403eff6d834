"""The words of lists, from data/vocabulary/blocks.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from tabellino import data
from tabellino.names.folding import fold

_DOTS = str.maketrans("", "", ".")


class BlockWords(msgspec.Struct, frozen=True):
    """`labels`, `marks` and `halves` give the meaning of a word or phrase as `plain` writes it, `signs` that of one
    character; the other sets are single words. `months` gives numbers from 1. `starts` are the first words of marks
    and halves; `longest_label`, `longest_phrase` are counted in words."""

    labels: Mapping[str, str]
    marks: Mapping[str, str]
    signs: Mapping[str, str]
    halves: Mapping[str, int]
    joins: frozenset[str]
    for_words: frozenset[str]
    apart: frozenset[str]
    fill: frozenset[str]
    manner: frozenset[str]
    shown_to: frozenset[str]
    particles: frozenset[str]
    statistics: frozenset[str]
    full_time: frozenset[str]
    notes_of_men: tuple[str, ...]
    makers: re.Pattern[str]
    no_goal: frozenset[str]
    columns: Mapping[str, str]
    minute_after: tuple[str, ...]
    minute_before: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    weights: Mapping[str, float]
    starts: frozenset[str]
    longest_label: int
    longest_phrase: int


def plain(words: str) -> str:
    """Words as the table writes them: folded, without full stops ("s.t." is "st")."""
    return fold(words).translate(_DOTS).strip()


@cache
def block_words() -> BlockWords:
    """The table, read once."""
    table: dict[str, Any] = data.load("vocabulary/blocks.toml")
    labels = {word: kind for kind, words in table["labels"].items() for word in words}
    marks = {plain(word): kind for kind, words in table["marks"].items() for word in words}
    halves = {word: number for number, key in ((1, "first"), (2, "second")) for word in table["half"][key]}
    join = table["join"]
    return BlockWords(
        labels=labels,
        marks=marks,
        signs={sign: kind for kind, signs in table["signs"].items() for sign in signs},
        halves=halves,
        joins=frozenset(join["and"]),
        for_words=frozenset(join["for"]),
        apart=frozenset(join["apart"]),
        fill=frozenset(join["fill"]),
        manner=frozenset(join["manner"]),
        shown_to=frozenset(join["shown_to"]),
        particles=frozenset(join["particles"]),
        statistics=frozenset(table["statistics"]["words"]),
        full_time=frozenset(table["score"]["full_time"]),
        notes_of_men=tuple(table["line-up"]["notes"]),
        makers=re.compile(rf"\b(?:{'|'.join(map(re.escape, table['events']['makers']))})\b", re.IGNORECASE),
        no_goal=frozenset(table["events"]["nothing"]),
        columns={word: what for what, words in table["columns"].items() for word in words},
        minute_after=tuple(join["minute_after"]),
        minute_before=tuple(join["minute_before"]),
        months={word: int(number) for number, words in table["months"].items() for word in words},
        weekdays=frozenset(table["weekdays"]["words"]),
        weights=table["weights"],
        starts=frozenset(phrase.split()[0] for phrase in (*marks, *halves)),
        longest_label=max(len(label.split()) for label in labels),
        longest_phrase=max(len(phrase.split()) for phrase in (*marks, *halves)),
    )
