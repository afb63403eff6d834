"""How much is read as one report."""

from __future__ import annotations

from tabellino import data


def max_bytes() -> int:
    """The most that is read as one report, in bytes."""
    most: int = data.load("sources.toml")["limits"]["max_bytes"]
    return most


def too_large() -> str:
    """The sentence for a source beyond the limit."""
    return (
        f"is larger than {max_bytes() / 1_000_000:g} MB, the most that is read as one report; "
        "give the report alone, without the archive around it"
    )
