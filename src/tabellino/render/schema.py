"""JSON Schema of what the commands print: the record, the check, and the envelope of errors."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from tabellino import __version__
from tabellino.domain.check import CHECK_SCHEMA, Finding
from tabellino.domain.record import SCHEMA, MatchRecord

Kind = Literal["record", "check", "error"]

ERROR_SCHEMA = "tabellino/error/1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ErrorDetail(msgspec.Struct, frozen=True):
    """What went wrong. `kind` is the class of the error ("NoMatch"), `message` the sentence that stderr shows."""

    kind: str
    message: str


class Failure(msgspec.Struct, frozen=True):
    """What `--json` prints when there is no answer. `match` is always null, so that readers of records see none."""

    error: ErrorDetail
    warnings: tuple[str, ...] = ()
    match: None = None
    schema: str = ERROR_SCHEMA


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of output."""
    root: type = {"record": MatchRecord, "check": Finding, "error": Failure}[kind]
    types = [root, MatchRecord] if kind == "check" else [root]
    _, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for definition in components.values():
        _as_printed(definition)
    if "MatchRecord" in components:
        components["MatchRecord"]["properties"]["schema"] = {"const": SCHEMA}
    if kind == "check":
        components["Check"] = _check(components)
    else:
        components[root.__name__]["properties"]["schema"] = {"const": SCHEMA if kind == "record" else ERROR_SCHEMA}
    name = "Check" if kind == "check" else root.__name__
    return {
        "$schema": _DIALECT,
        "title": f"tabellino {kind}",
        "$comment": f"made by tabellino {__version__}",
        "$ref": f"#/$defs/{name}",
        "$defs": dict(sorted(components.items())),
    }


def _as_printed(definition: dict[str, Any]) -> None:
    """A struct's schema as its values are printed: every property is there, also one at its default, and no other."""
    if definition.get("type") != "object" or "properties" not in definition:
        return
    definition["required"] = list(definition["properties"])
    definition["additionalProperties"] = False
    for value in definition["properties"].values():
        value.pop("default", None)


def _check(components: dict[str, Any]) -> dict[str, Any]:
    """The object around findings and record, whose findings carry their level."""
    finding = components["Finding"]
    finding["properties"] = {"level": {"enum": ["error", "note"]}, **finding["properties"]}
    finding["required"] = ["level", *finding["required"]]
    properties = {
        "schema": {"const": CHECK_SCHEMA},
        "draft": {"type": "string"},
        "contradicted": {"type": "integer", "minimum": 0},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/Finding"}},
        "record": {"$ref": "#/$defs/MatchRecord"},
    }
    return {
        "type": "object",
        "title": "Check",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
