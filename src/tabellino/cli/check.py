"""`tabellino check`: a linter for match reports."""

from __future__ import annotations

import click
import msgspec

from tabellino import sources
from tabellino.cli.output import remark, show_json
from tabellino.cli.reports import load_all
from tabellino.errors import UsageError

#: Exit status when a claim of the draft is contradicted.
FOUND_WRONG = 1


class ManyAgainst(click.Command):
    """A command whose --against takes every word up to the next option: `--against a.txt b.txt`."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The draft first, as --against would take it else."""
        return ["DRAFT --against FILE|URL|-... [OPTIONS]"]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse after giving each of those words an --against of its own."""
        end = args.index("--") if "--" in args else len(args)
        spread: list[str] = []
        following = False
        for word in args[:end]:
            if word.startswith("--against="):
                spread += ["--against", word.removeprefix("--against=")]
                following = True
            elif word.startswith("-") and word != "-":
                following = word == "--against"
                spread += [] if following else [word]
            else:
                spread += ["--against", word] if following else [word]
        return super().parse_args(ctx, spread + args[end:])


@click.command(cls=ManyAgainst)
@click.argument("draft", metavar="DRAFT", type=click.Path(allow_dash=True))
@click.option(
    "--against",
    multiple=True,
    type=click.Path(allow_dash=True),
    required=True,
    metavar="FILE|URL|-...",
    help="The reports to hold the draft against; takes every word up to the next option.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Lines for people, JSON (schema: tabellino schema check), or annotations for GitHub.",
)
def check(draft: str, against: tuple[str, ...], form: str) -> None:
    """Check a draft against other reports of the match.

    One line for each claim that is contradicted, disputed, or made by the draft alone, with its place, the reason and
    the suggested correction. The exit status is 1 when a claim is contradicted, else 0: the others are notes.
    """
    if draft == "-" and "-" in against:
        raise UsageError("- was given twice; standard input can be read one time")
    report = sources.load(draft)
    loaded = load_all(against)
    from tabellino import pipeline
    from tabellino.render import findings

    found = pipeline.check(report, loaded.reports)
    found = msgspec.structs.replace(found, record=loaded.noted_in(found.record))
    if form == "json":
        from tabellino.render.record_json import as_text

        show_json(as_text(findings.as_json(found)))
    else:
        remark(found.record.warnings)
        click.echo(findings.github(found) if form == "github" else findings.text(found), nl=False)
        remark((f"{draft}: {findings.summary(found)}",))
    if found.contradicted:
        click.get_current_context().exit(FOUND_WRONG)
