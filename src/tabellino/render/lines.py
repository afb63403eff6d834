"""Lines with styles, wrapped to a width: what terminal output is made of before anything is printed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

#: A line is a row of (text, style); styles are those of `rich`, "" for plain.
Line = tuple[tuple[str, str], ...]


def line(text: str = "", style: str = "") -> Line:
    """A line in one style."""
    return ((text, style),)


def text_of(lines: Iterable[Line]) -> str:
    """The lines without their styles, each ended."""
    return "".join("".join(text for text, _ in one).rstrip() + "\n" for one in lines)


def wrapped(text: str, width: int, indent: int = 0, style: str = "", hang: int = 0) -> list[Line]:
    """A text on as many lines as it needs, indented, those after the first by `hang` more. Words are never cut."""
    parts = textwrap.wrap(
        text,
        max(width, indent + hang + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line(part, style) for part in parts or [""]]


def entries(label: str, items: Sequence[str], width: int, margin: int) -> list[Line]:
    """A labelled row of items with commas, broken between items where that can be: a minute stays with its name."""
    rows: list[str] = []
    for number, item in enumerate(items):
        piece = item if number == len(items) - 1 else f"{item},"
        if rows and len(rows[-1]) + 1 + len(piece) <= width - margin:
            rows[-1] = f"{rows[-1]} {piece}"
        else:
            rows += textwrap.wrap(piece, max(width - margin, 20), break_long_words=False, break_on_hyphens=False)
    labels = [label, *[""] * (len(rows) - 1)]
    return [((left.ljust(margin), "dim"), (row, "")) for left, row in zip(labels, rows, strict=True)]
