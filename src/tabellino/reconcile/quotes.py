"""Who is named in the words of a claim, and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tabellino.domain.report import Span
from tabellino.names.folding import fold
from tabellino.reconcile.reasons import surname
from tabellino.reconcile.standing import Told

#: Where a sentence ends; an initial or a number with a full stop is cut off at worst.
_END = re.compile(r"[.!?]\s|\n")


def is_named_in_sentence(told: Told, name: str) -> bool:
    """Whether a man is named in the sentence of a claim."""
    text, (start, end) = told.reading.report.text, told.claim.span
    begins = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    after = _END.search(text, end)
    return fold(surname(name)) in fold(text[begins : after.start() if after else len(text)])


def in_one_sentence(told: Told, span: Span) -> bool:
    """Whether another place of the report stands in the sentence of a claim."""
    start, end = min(told.claim.span, span), max(told.claim.span, span)
    return _END.search(told.reading.report.text, start[1], max(start[1], end[0])) is None


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
    return not any(is_named_in(told, name) for name in names)


def is_named_in(told: Told, name: str) -> bool:
    """Whether the words of a claim name a man, be it in "Smith's"."""
    return re.search(rf"(?<!\w){re.escape(fold(surname(name)))}(?!\w)", fold(told.claim.quote)) is not None
