"""Words, clubs, rules and weights as files; `load` reads one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table in `data/NAME`, a TOML file shipped with the package; read once."""
    with resources.files(__name__).joinpath(name).open("rb") as file:
        return tomllib.load(file)


@cache
def listing(folder: str) -> tuple[str, ...]:
    """Names of the files in `data/FOLDER`, sorted, as `load` takes them."""
    return tuple(sorted(f"{folder}/{entry.name}" for entry in resources.files(__name__).joinpath(folder).iterdir()))
