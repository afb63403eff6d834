"""How commands show things: the options they share, JSON, styled lines, remarks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from tabellino.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabellino.domain.record import MatchRecord
    from tabellino.domain.report import Report
    from tabellino.render.lines import Line

Form = Literal["text", "json", "explain", "football_txt"]
_Command = TypeVar("_Command", bound=Callable[..., object])
#: Lines longer than this are hard to read; a wide terminal is no reason for them.
_WIDEST = 100
_NARROWEST = 40


def record_options(command: _Command) -> _Command:
    """The options of every command that shows a record: in which form. They arrive as `json`, `explain`, ..."""
    for name, words in reversed(
        (
            ("--json", "The record as JSON (schema: tabellino schema)."),
            ("--explain", "Every claim of every report with its words, verdict and reason."),
            ("--football-txt", "The match in Football.TXT, the openfootball format."),
        )
    ):
        command = click.option(name, is_flag=True, help=words)(command)
    return command


def form_of(json: bool, explain: bool, football_txt: bool) -> Form:
    """The one form asked for. Raises UsageError when there are several."""
    asked: list[Form] = []
    for form, given in (("json", json), ("explain", explain), ("football_txt", football_txt)):
        if given:
            asked.append(form)  # type: ignore[arg-type]
    if len(asked) > 1:
        names = ", ".join(f"--{form.replace('_', '-')}" for form in asked)
        raise UsageError(f"{names} were given together; one of them can be shown at a time")
    return asked[0] if asked else "text"


def show_record(record: MatchRecord, reports: Sequence[Report], form: Form) -> None:
    """A record on stdout in the form asked for, its warnings on stderr (JSON holds them itself)."""
    if form == "json":
        from tabellino.render.record_json import as_text, record_object

        show_json(as_text(record_object(record)))
        return
    remark(record.warnings)
    if form == "football_txt":
        from tabellino.render.football_txt import football_txt

        click.echo(football_txt(record), nl=False)
    elif form == "explain":
        from tabellino.render.explain import explain

        show_lines(explain(record, reports, width()))
    else:
        from tabellino.render.terminal import tabellino

        show_lines(tabellino(record, reports, width()))


def show_json(text: str) -> None:
    """JSON on stdout, in UTF-8 whatever the terminal's encoding is (RFC 8259)."""
    click.echo(text.encode("utf-8"), nl=False)


def show_lines(lines: Iterable[Line]) -> None:
    """Lines on stdout: with their styles in a terminal, plain where they are piped or NO_COLOR is set."""
    from tabellino.render.lines import text_of

    if not _styled():
        click.echo(text_of(lines), nl=False)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)


def _styled() -> bool:
    """By the words of no-color.org; FORCE_COLOR is the usual way to keep colours in a pipe."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def width() -> int:
    """Columns to write in: those of the terminal, 80 where there is none."""
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def remark(words: Iterable[str]) -> None:
    """Remarks on stderr, one a line."""
    from tabellino.render.plain import one_line

    for one in words:
        click.echo(f"tabellino: {one_line(one)}", err=True)
