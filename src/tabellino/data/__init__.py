"""Words, clubs, rules and weights as files; `load` reads one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import rtoml

#: A plain path: importlib.resources costs 13 ms of import, and a wheel is always unpacked.
_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The table in `data/NAME`, a TOML file shipped with the package; read once."""
    return parse(text(name))


@cache
def text(name: str) -> str:
    """The text of `data/NAME`, a file shipped with the package; read once."""
    return (_FOLDER / name).read_text("utf-8")


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ValueError, with line and column, when it is broken.

    The standard library's tomllib reads the same, but takes 60 ms for the files that a first report needs, this 8.
    """
    return rtoml.loads(text)


@cache
def listing(folder: str) -> tuple[str, ...]:
    """Names of the files in `data/FOLDER`, sorted, as `load` takes them."""
    return tuple(sorted(f"{folder}/{entry.name}" for entry in (_FOLDER / folder).iterdir()))
