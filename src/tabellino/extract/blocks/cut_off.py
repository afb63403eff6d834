"""A list that the end of the text cuts off in the middle of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tabellino.extract.blocks.parts import Part

#: A name of fewer letters at the very end of a text is a name cut off.
SCRAP = 3


def complete_last(folded: str, parts: Sequence[Part]) -> None:
    """A name that the end of the text cuts off ("83' Lo") becomes the one name that begins so; a scrap that could be
    several is dropped. In a list that has an Elmander, "Elm" may be another man: letters enough for a name are
    completed only by names that stand elsewhere."""
    end = len(folded.rstrip())
    part = next((p for p in reversed(parts) if p.entries and p.span[1] == end), None)
    if part is None or part.entries[-1].name_span is None or part.entries[-1].name_span[1] != end:
        return
    scrap = part.entries[-1].name_span
    written = folded[scrap[0] : end]
    if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", folded[: scrap[0]]):
        return
    longer = re.compile(rf"(?<!\w){re.escape(written)}[\w'-]+")
    reach = end if len(written) < SCRAP else part.span[0]
    full = {found[0]: found.span() for found in longer.finditer(folded, 0, reach)}
    if len(full) == 1:
        [(part.entries[-1].name, part.entries[-1].name_span)] = full.items()
    elif full or len(written) < SCRAP:
        part.entries.pop()
