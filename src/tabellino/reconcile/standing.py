"""How one claim stands to the record, before it is asked who else says so."""

from __future__ import annotations

from collections.abc import Hashable

import msgspec

from tabellino.domain.claim import Claim
from tabellino.domain.reading import Reading

#: Begins the aspect that names who made a goal, by his number.
MADE_BY = "made by"


class Fault(msgspec.Struct, frozen=True):
    """What the record has against a claim.

    `aspect` names what is wrong; `sure` is how sure it is that the words say so. A fault that is not `grave` is a
    difference of view, or one that a misreading may explain: disputed at most. `witnesses` other reports must speak
    against the claim before it counts as contradicted: two at least, unless its report takes it back elsewhere, or
    one is enough (`alone`: both name the man, and only the other tells that it was his own goal). `told` is the clock
    position of a minute that is wrong, `right` that of the record: who tells the right one, or a time without the wrong
    one, speaks against it. `instead` is what the words have in the place of what is right (a person, a score): two who
    say the same wrong thing stand by each other, two who say different ones do not. `own_goal` tells whether the wrong
    man is told to have scored an own goal: who tells another man the other way takes another view. `outcome` is True
    for a score that makes another winner: only then does it speak against it who tells no more than who won. `man` is
    the wrong man's name: words that join it to another are no witness.
    """

    aspect: str
    reason: str
    correction: str | None = None
    grave: bool = True
    sure: float = 1.0
    witnesses: int = 1
    told: float | None = None
    alone: bool = False
    instead: Hashable = None
    own_goal: bool = False
    outcome: bool = False
    man: str | None = None
    right: float | None = None


class Standing(msgspec.Struct, frozen=True):
    """How a claim stands to the record.

    `key` says what of the record it speaks of, None when of nothing; `sure` how sure the record is of that, None
    where nothing can be held against it: `reason` then tells why. `aspects` are what the claim tells of it.
    """

    key: Hashable | None = None
    sure: float | None = None
    weight: float = 1.0
    fault: Fault | None = None
    reason: str = ""
    aspects: frozenset[str] = msgspec.field(default_factory=frozenset)
    also: tuple[Hashable, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """One claim of the reports in hand: `report` and `number` count from 0, reports as in the pairing; `id` is the
    claim's in the record."""

    report: int
    number: int
    claim: Claim
    reading: Reading
    id: str


def unheld(reason: str) -> Standing:
    """The standing of a claim that nothing can be held against."""
    return Standing(reason=reason)
