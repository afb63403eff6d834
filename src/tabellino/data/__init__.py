"""Words, clubs, rules and weights as files; `load` reads one."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

#: A plain path: importlib.resources costs 13 ms of import, and a wheel is always unpacked.
_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The table in `data/NAME`, a TOML file shipped with the package; read once."""
    with (_FOLDER / name).open("rb") as file:
        return tomllib.load(file)


@cache
def listing(folder: str) -> tuple[str, ...]:
    """Names of the files in `data/FOLDER`, sorted, as `load` takes them."""
    return tuple(sorted(f"{folder}/{entry.name}" for entry in (_FOLDER / folder).iterdir()))
