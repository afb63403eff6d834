"""`tabellino schema`: what the JSON looks like."""

from __future__ import annotations

from typing import cast

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

    show_json(as_text(json_schema(cast(Kind, kind))))
