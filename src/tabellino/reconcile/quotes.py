"""Who is named in the words of a claim, and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tabellino.domain.clock import Minute
from tabellino.domain.report import Span
from tabellino.names.folding import fold, fold_letters
from tabellino.names.numbers import in_words, ordinal_in_words
from tabellino.names.surnames import surname
from tabellino.reconcile.standing import Told
from tabellino.reconcile.times_told import tells_other_things, times_told

#: Minutes at whose end a half ends.
HALVES = (45, 90)
#: No sentence is longer than this, in characters: what stands further from a claim is in another.
LONGEST = 2000
#: Where a sentence ends; an initial or a number with a full stop is cut off at worst.
_END = re.compile(r"[.!?]\s|\n")


def is_named_in_sentence(told: Told, name: str) -> bool:
    """Whether a man is named in the sentence of a claim."""
    text = told.reading.report.text
    begins, ends = _sentence(text, told.claim.span)
    return fold(surname(name)) in fold(text[begins:ends])


def _sentence(text: str, span: Span) -> Span:
    reach = max(0, span[0] - LONGEST)
    begins = max((match.end() for match in _END.finditer(text, reach, span[0])), default=reach)
    after = _END.search(text, span[1])
    return begins, after.start() if after else len(text)


def in_one_sentence(told: Told, span: Span) -> bool:
    """Whether another place of the report stands in the sentence of a claim."""
    start, end = min(told.claim.span, span), max(told.claim.span, span)
    if end[0] - start[1] > LONGEST:
        return False
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


def tells_minute(told: Told, position: float, countdown: bool = False) -> bool:
    """Whether a claim's own words have its minute, or its sentence, which has no other: what stands further away may be
    another event's. With `countdown` the minutes to the end of a half do as well."""
    if has_minute(told.claim.quote, position, countdown):
        return True
    text = fold_letters(told.reading.report.text)
    begins, ends = _sentence(text, told.claim.span)
    times = {time.minute for time in times_told(text, (begins, ends)) if time.plainly}
    alone = len(times) == 1 and not tells_other_things(text, (begins, told.claim.span[0]))
    return alone and has_minute(text[begins:ends], position, countdown)


def has_minute(words: str, position: float, countdown: bool = False) -> bool:
    """Whether words have a minute in them, in figures or in words."""
    at = Minute.at(position)
    numbers = {at.minute, *((end - at.minute for end in HALVES if end > at.minute) if countdown else ())}
    numbers |= {at.added_time, at.minute + at.added_time} if at.added_time else set()
    folded = fold(words)
    return any(
        re.search(rf"(?<!\d){number}(?!\d)|\b{in_words(number)}\b|\b{ordinal_in_words(number)}\b", folded)
        for number in numbers
    )


def is_named_in(told: Told, name: str) -> bool:
    """Whether the words of a claim name a man, be it in "Smith's"."""
    return re.search(rf"(?<!\w){re.escape(fold(surname(name)))}(?!\w)", fold(told.claim.quote)) is not None
