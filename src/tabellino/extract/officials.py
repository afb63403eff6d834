"""Who refereed and how many came, as prose tells it; under a label both are read with the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from tabellino.domain.claim import Claim, FactSays
from tabellino.extract.blocks.facts import LARGEST_CROWD, LEAST_CROWD

#: A name: up to three words with a capital, initials and particles among them.
_NAME = r"(?:[A-Z][\w'\u2019.-]*\s+(?:(?:van|von|de|der|den|da|di|del|dos|el|al)\s+)*){0,2}[A-Z][\w'\u2019-]+"
_FIGURE = r"(?P<crowd>\d{1,3}(?:,\d{3})+|\d{3,6})(?![\d,:-]|\s*(?:minutes|points|goals|miles|days))"


def official_claims(raw: str, language: str) -> Iterator[Claim]:
    """The crowd and the referee that a text tells of, each once as it is first told."""
    words = _words(language)
    for field, pattern in (("attendance", words.crowd), ("referee", words.referee)):
        match = pattern.search(raw)
        if match is None:
            continue
        value = match["crowd"].replace(",", "") if field == "attendance" else " ".join(match["name"].split())
        if field == "attendance" and not LEAST_CROWD <= int(value) <= LARGEST_CROWD:
            continue
        says = FactSays(field, value)  # type: ignore[arg-type]
        yield Claim(match.span(), match[0], says, weight=words.weights["crowd" if field == "attendance" else "referee"])


class _Words:
    """The compiled tables of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        crowd, officials = table["crowd"], table["officials"]
        self.weights: dict[str, float] = table["weights"]
        between = rf"(?:\s+(?:{_any(crowd['between'])}))*"
        not_crowd = "".join(rf"(?<!{re.escape(word)}\s)" for word in crowd["not_before"])
        not_referee = "".join(rf"(?<!{re.escape(word)}\s)" for word in officials["other"])
        self.crowd = re.compile(rf"\b{not_crowd}(?i:{_any(crowd['before'])}){between}\s+{_FIGURE}")
        named = rf"(?:Mr\s+)?(?P<name>{_NAME})"
        self.referee = re.compile(rf"\b{not_referee}(?i:{_any(officials['before'])})\s+{named}")


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _words(language: str) -> _Words:
    from tabellino import data

    return _Words(data.load(f"vocabulary/{language}-story.toml"))
