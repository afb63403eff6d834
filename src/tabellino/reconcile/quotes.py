"""Who is named in the words of a claim, and beside them."""

from __future__ import annotations

from collections.abc import Iterable

from tabellino.names.folding import fold
from tabellino.reconcile.reasons import surname
from tabellino.reconcile.standing import Told


def is_named_near(told: Told, name: str, reach: int) -> bool:
    """Whether a man is named no further than `reach` characters from a claim in prose: where he is the right one, the
    reader, not the writer, took the wrong name."""
    if told.claim.block:
        return False
    start, end = told.claim.span
    return fold(surname(name)) in fold(told.reading.report.text[max(0, start - reach) : end + reach])


def is_named_before(told: Told, name: str, reach: int) -> bool:
    """Whether a man is named no further than `reach` characters before a claim: what is told of him may run on."""
    start = told.claim.span[0]
    return fold(surname(name)) in fold(told.reading.report.text[max(0, start - reach) : start])


def names_none_of(told: Told, names: Iterable[str]) -> bool:
    """Whether the words of a claim name none of these people."""
    quote = f" {fold(told.claim.quote)} "
    return not any(f" {fold(surname(name))} " in quote for name in names)


def is_named_in(told: Told, name: str) -> bool:
    """Whether the words of a claim name a man."""
    return f" {fold(surname(name))} " in f" {fold(told.claim.quote)} "
