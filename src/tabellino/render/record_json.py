"""A record as a JSON object, its schema's name first."""

from __future__ import annotations

from typing import Any

import msgspec

from tabellino.domain.record import MatchRecord


def record_object(record: MatchRecord) -> dict[str, Any]:
    """The record as builtin values, in the order of the published schema."""
    values: dict[str, Any] = msgspec.to_builtins(record)
    return {"schema": values.pop("schema"), **values}


def as_text(value: object) -> str:
    """Any JSON object indented by two, in UTF-8 letters and not in escapes, with a line end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"
