"""The command line: one verb a command, data on stdout, talk on stderr, exit 0 done, 1 found wrong, 2 used wrongly.

Commands are imported when they are called, so that `tabellino --help` answers at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from tabellino import __version__
from tabellino.cli import failures

#: Name of a command -> where it lives, and its line in `tabellino --help` (a test holds it against the command's own).
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("tabellino.cli.read:read", "Work out the one match that the reports support."),
    "check": ("tabellino.cli.check:check", "Check a draft against other reports of the match."),
    "demo": ("tabellino.cli.demo:demo", "Read and check the sample reports that come with tabellino."),
    "table": ("tabellino.cli.table:command", "The standings on a date, or after a match."),
    "seasons": ("tabellino.cli.seasons:command", "The seasons whose results are at hand: list, add, fetch."),
    "race": ("tabellino.cli.race:race", "Simulate the rest of a season: title, Europe, relegation."),
    "inplay": ("tabellino.cli.inplay:inplay", "Win, draw and defeat from a minute of a match on."),
    "backtest": ("tabellino.cli.backtest:backtest", "How the odds of past seasons did: scores, calibration."),
    "schema": ("tabellino.cli.schema:schema", "Print the JSON Schema of what the commands print."),
}


#: A command lives for a second, and the tables of clubs and words that it makes stay: to look for garbage every 700
#: objects would cost a tenth of that.
GARBAGE = 50_000


class LazyGroup(click.Group):
    """A group whose commands are imported on call, and whose failures are one line on stderr and exit 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table: the main job first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, from the table above and without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run a command line and exit; with `standalone_mode=False`, return or raise as click does."""
        run: Any = super().main
        if not extra.pop("standalone_mode", True):
            return run(args, *more, standalone_mode=False, **extra)
        given = list(sys.argv[1:] if args is None else args)
        try:
            status = run(given, *more, standalone_mode=False, **extra)
        except Exception as problem:
            status = failures.report(problem, given)
        sys.exit(status if isinstance(status, int) else 0)


@click.group("tabellino", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tabellino")
def cli() -> None:
    """Give it the reports; get the match.

    Reads several reports of one football match, works out the one record that the laws of the game allow and the
    reports best support, and says which report is wrong, where and why.
    """


def main() -> None:
    """Entry point of `tabellino`."""
    gc.set_threshold(GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without ł shows "?" rather than a failure
    cli(prog_name="tabellino")
