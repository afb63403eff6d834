"""A report: one text by one outlet on one date, exactly as given."""

from __future__ import annotations

import datetime

import msgspec

Span = tuple[int, int]


class Report(msgspec.Struct, frozen=True):
    """One text. Spans of claims are offsets (start inclusive, end exclusive, in code points) into `text`.

    `source` is what the caller gave: a path, an address or "-". `outlet`, `title` and `date` are None when
    neither the caller nor the page says. `warnings` tells what was odd on the way in (an encoding guessed, say).
    """

    text: str
    source: str = "-"
    outlet: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    warnings: tuple[str, ...] = ()

    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        import hashlib  # OpenSSL: 6 ms of start that only a finished record needs

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points; a line ends as editors have it."""
        if self.text[offset - 1 : offset + 1] == "\r\n":
            offset -= 1  # between the two halves of one line end
        before = self.text[:offset]
        breaks = before.count("\n") + before.count("\r") - before.count("\r\n")
        return breaks + 1, offset - max(before.rfind("\n"), before.rfind("\r"))
