"""Who refereed and how many came, as prose tells it; under a label both are read with the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from tabellino import data
from tabellino.domain.claim import Claim, FactSays
from tabellino.extract.blocks.facts import LARGEST_CROWD, LEAST_CROWD
from tabellino.extract.tried_where import matches_at


def official_claims(raw: str, low: str, language: str, particles: frozenset[str]) -> Iterator[Claim]:
    """The crowd and the referee that a text tells of, each once as it is first told; `low` is the text in small
    letters, `particles` are the small words that names can hold."""
    words = _words(language, particles)
    crowd = _first(words.crowd, words.before_crowd, raw, low)
    if crowd is not None and LEAST_CROWD <= int(figure := crowd["crowd"].replace(",", "")) <= LARGEST_CROWD:
        yield Claim(crowd.span(), crowd[0], FactSays("attendance", figure), weight=words.weights["crowd"])
    referee = _first(words.referee, words.before_referee, raw, low)
    if referee is not None:
        name = " ".join(referee["name"].split())
        yield Claim(referee.span(), referee[0], FactSays("referee", name), weight=words.weights["referee"])


def _first(pattern: re.Pattern[str], phrases: Sequence[Sequence[str]], raw: str, low: str) -> re.Match[str] | None:
    """The first match of a pattern that begins with one of these phrases, given by their words."""
    if len(low) != len(raw):  # a rare letter whose lower case is longer
        return pattern.search(raw)
    begins = {first for first, *rest in phrases if first in low and all(word in low for word in rest)}
    return next(matches_at(raw, begins, pattern, low), None)


class _Words:
    """The compiled tables of one language."""

    def __init__(self, table: dict[str, Any], particles: Iterable[str]) -> None:
        crowd, officials = table["crowd"], table["officials"]
        self.weights: dict[str, float] = table["weights"]
        self.before_crowd = [phrase.split() for phrase in crowd["before"]]
        self.before_referee = [phrase.split() for phrase in officials["before"]]
        between = rf"(?:\s+(?:{_any(crowd['between'])}))*"
        figure = rf"(?P<crowd>\d{{1,3}}(?:,\d{{3}})+|\d{{3,6}})(?![\d,:-]|\s*(?:{_any(crowd['not_after'])}))"
        self.crowd = re.compile(rf"\b{_not_after(crowd['not_before'])}(?i:{_any(crowd['before'])}){between}\s+{figure}")
        # A name: up to three words with a capital, initials and particles among them.
        word = r"[A-Z][\w'\u2019.-]*"
        name = rf"(?:{word}\s+(?:(?:{_any(particles)})\s+)*){{0,2}}[A-Z][\w'\u2019-]+"
        before = rf"{_not_after(officials['other'])}(?i:{_any(officials['before'])})"
        self.referee = re.compile(rf"\b{before}\s+(?:(?:{_any(officials['titles'])})\s+)?(?P<name>{name})")


def _not_after(words: Iterable[str]) -> str:
    """A regex that fits where none of the words stands right before."""
    return "".join(rf"(?<!{re.escape(word)}\s)" for word in words)


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _words(language: str, particles: frozenset[str]) -> _Words:
    return _Words(data.load(f"vocabulary/{language}-story.toml"), particles)
