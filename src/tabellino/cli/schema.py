"""`tabellino schema`: what the JSON looks like."""

from __future__ import annotations

from typing import Any, cast

import click

from tabellino.cli.output import show_json


@click.command()
@click.argument("kind", type=click.Choice(["record", "check", "error"]), default="record")
def schema(kind: str) -> None:
    """Print the JSON Schema of what the commands print.

    KIND is record (tabellino read --json, the default), check (tabellino check --format json) or error (what --json
    prints when there is no answer).
    """
    from tabellino.render.record_json import as_text
    from tabellino.render.schema import Kind, json_schema

    told = json_schema(cast(Kind, kind))
    if kind == "record":
        _with_stakes(told)
    show_json(as_text(told))


def _with_stakes(told: dict[str, Any]) -> None:
    """Add what --stakes prints: a property that is there only then."""
    import msgspec

    from tabellino.domain.stakes import Stakes

    _, parts = msgspec.json.schema_components([Stakes], ref_template="#/$defs/{name}")
    told["$defs"] = dict(sorted({**told["$defs"], **parts}.items()))
    told["$defs"]["MatchRecord"]["properties"]["stakes"] = {"$ref": "#/$defs/Stakes"}
