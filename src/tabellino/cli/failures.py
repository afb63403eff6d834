"""What is shown when there is no answer: one line on stderr, and with JSON asked for, one envelope on stdout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import click

from tabellino.errors import TabellinoError

#: Used wrongly, or nothing to read.
STATUS = 2
#: What a shell reports for a program that Ctrl-C ended: 128 and the signal's number.
INTERRUPTED = 130


def report(problem: Exception, args: Sequence[str]) -> int:
    """Show a problem and return the exit status."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        problem.show()
        return STATUS
    if isinstance(problem, click.exceptions.Abort):
        click.echo("tabellino: stopped", err=True)
        return INTERRUPTED
    message = message_of(problem)
    if wants_json(args):
        _envelope(type(problem).__name__, message)
    click.echo(f"tabellino: {message}", err=True)
    return STATUS


def message_of(problem: Exception) -> str:
    """A problem in one line: what came, what would have been right, the next step."""
    from tabellino.render.plain import one_line

    if isinstance(problem, click.UsageError):
        help_of = problem.ctx.command_path if problem.ctx else "tabellino"
        return one_line(f"{problem.format_message().rstrip('.')}; see {help_of} --help")
    if isinstance(problem, click.ClickException):
        return one_line(problem.format_message())
    if isinstance(problem, TabellinoError):
        return one_line(str(problem))
    if isinstance(problem, OSError):  # a full disk, an output folder that is not there
        name = f"{problem.filename}: " if problem.filename else ""
        return one_line(f"{name}{problem.strerror or problem}; check the path, its permissions and the space left")
    import traceback

    where = traceback.extract_tb(problem.__traceback__)[-1] if problem.__traceback__ else None
    place = f" at {where.filename.rpartition('tabellino/')[2]}:{where.lineno}" if where else ""
    what = f"{type(problem).__name__}: {problem}{place}"
    return one_line(f"a fault of tabellino itself, not of what it was given ({what}); please report it")


def wants_json(args: Sequence[str]) -> bool:
    """Whether a command line asks for JSON; looked up in the words, as a line that cannot be parsed has no options."""
    words = list(args[: args.index("--")] if "--" in args else args)
    return "--json" in words or "--format=json" in words or ("--format", "json") in pairwise(words)


def _envelope(kind: str, message: str) -> None:
    from tabellino.render.record_json import as_text
    from tabellino.render.schema import ErrorDetail, Failure

    failure = Failure(ErrorDetail(kind, message))
    click.echo(as_text(failure).encode("utf-8"), nl=False)
