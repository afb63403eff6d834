"""`tabellino read`: the reports in, the match out."""

from __future__ import annotations

from typing import Any

import click

from tabellino.cli.extras import extra_options, extras_of, show_with
from tabellino.cli.output import form_of, record_options
from tabellino.cli.reports import load_all
from tabellino.errors import SeveralMatches


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-...", type=click.Path(allow_dash=True))
@record_options
@extra_options
@click.option("--larger-group", is_flag=True, help="When reports are of several matches, go on with the larger group.")
def read(
    sources: tuple[str, ...], json: bool, explain: bool, football_txt: bool, larger_group: bool, **extra: Any
) -> None:
    """Work out the one match that the reports support.

    Reports are plain text or HTML, from files, http(s) addresses or standard input (-). What cannot be read, or tells
    of no match, is left out with a remark on stderr; when nothing is left, the exit status is 2.
    """
    form = form_of(json, explain, football_txt)
    extras = extras_of(form, extra)
    loaded = load_all(sources)
    from tabellino import pipeline

    try:
        record = pipeline.read(loaded.reports, larger_group=larger_group)
    except SeveralMatches as problem:
        raise SeveralMatches(f"{problem}; --larger-group goes on with the larger group") from problem
    show_with(loaded.noted_in(record), loaded.reports, form, extras)
