"""What `read` and `demo` give beside the record: the match page, the card, the stakes."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from tabellino.cli import files
from tabellino.cli.output import Form, remark, show_json, show_lines, show_record, width
from tabellino.errors import DataError, UsageError

if TYPE_CHECKING:
    from tabellino.domain.record import MatchRecord
    from tabellino.domain.report import Report
    from tabellino.domain.stakes import Stakes
    from tabellino.league.lookup import Found
    from tabellino.render.page import Made

_Command = TypeVar("_Command", bound=Callable[..., object])
_FILE: Any = click.Path(path_type=Path, dir_okay=False)


class Extras(msgspec.Struct, frozen=True):
    """What was asked for. `html` and `card` are the files to write, None for none; `simulations` and `seed` None for
    the usual ones."""

    html: Path | None = None
    open: bool = False
    card: Path | None = None
    stakes: bool = False
    simulations: int | None = None
    seed: int | None = None


def extra_options(command: _Command) -> _Command:
    """The options of every command that shows a record with what goes beside it; `extras_of` takes their values."""
    options: tuple[tuple[str, dict[str, Any]], ...] = (
        ("--html", {"type": _FILE, "help": "Also write the match page: FILE.html, complete in itself."}),
        ("--open", {"is_flag": True, "help": "Open the match page in the browser."}),
        ("--card", {"type": _FILE, "help": "Also draw the match as a picture to share: FILE.svg or FILE.png."}),
        ("--stakes", {"is_flag": True, "help": "What the match changed: season odds, and chances minute by minute."}),
        ("--sims", {"type": click.IntRange(8), "help": "How many seasons to simulate for the stakes."}),
        ("--seed", {"type": int, "help": "Start of the random numbers of the stakes."}),
    )
    for name, how in reversed(options):
        command = click.option(name, **how)(command)
    return command


def extras_of(form: Form, asked: dict[str, Any]) -> Extras:
    """The extras of a command's options, checked before any work. Raises UsageError."""
    extras = Extras(asked["html"], asked["open"], asked["card"], asked["stakes"], asked["sims"], asked["seed"])
    if extras.stakes and form == "football_txt":
        raise UsageError("--football-txt and --stakes were given together; Football.TXT has no place for stakes")
    if extras.card is not None and extras.card.suffix.lower() not in (".svg", ".png"):
        raise UsageError(f"--card {extras.card}: only .svg and .png are drawn; name the file FILE.svg or FILE.png")
    if extras.card is not None and extras.card.suffix.lower() == ".png":
        from tabellino.render.png import drawer

        drawer()
    for option, path in (("--html", extras.html), ("--card", extras.card)):
        if path is not None and not path.parent.is_dir():
            raise UsageError(f"{option} {path}: there is no folder {path.parent}; make it or name another file")
    return extras


def show_with(record: MatchRecord, reports: Sequence[Report], form: Form, extras: Extras) -> None:
    """The record in its form, with the stakes under it, and the files that were asked for."""
    page_wanted = extras.html is not None or extras.open
    found, stakes = None, None
    if page_wanted or extras.stakes:
        from tabellino.cli.season_of import season_of, stakes_of

        found = season_of(record)
        stakes = stakes_of(record, found, extras.simulations, extras.seed)
    if stakes is not None and extras.stakes and form == "json":
        from tabellino.render.record_json import as_text, record_object

        show_json(as_text({**record_object(record), "stakes": msgspec.to_builtins(stakes)}))
    else:
        show_record(record, reports, form)
        if stakes is not None and extras.stakes:
            from tabellino.cli.stakes_text import stakes_lines

            show_lines(stakes_lines(stakes, record, width()))
    if page_wanted and stakes is not None:
        _page(record, reports, extras, found, stakes)
    if extras.card is not None:
        _card(record, extras.card)


def _page(record: MatchRecord, reports: Sequence[Report], extras: Extras, found: Found | None, stakes: Stakes) -> None:
    from tabellino.cli.season_of import standings_after
    from tabellino.render.football_txt import football_txt
    from tabellino.render.page import page, stakes_view

    try:
        standings = standings_after(found) if found else None
    except DataError as problem:
        remark((f"no table on the page: {problem}",))
        standings = None
    known = stakes.season is not None or stakes.in_play is not None
    html = page(
        record,
        reports,
        stakes=stakes_view(stakes, record) if known else None,
        standings=standings,
        football_txt=football_txt(record),
        made=_made(found, stakes),
    )
    import tempfile  # 5 ms of start for those who write nothing

    path = extras.html or Path(tempfile.mkdtemp(prefix="tabellino-")) / "match.html"
    files.write(path, html)
    remark((f"match page: {path}", *(() if known else stakes.notes)))
    if extras.open:
        _open(path)


def _made(found: Found | None, stakes: Stakes) -> Made:
    from tabellino import __version__
    from tabellino.render.page import Made

    facts: list[tuple[str, str]] = []
    if stakes.season is not None:
        odds = stakes.season.before
        facts += [("Seed", str(odds.seed)), ("Simulated seasons", f"{odds.simulations:,}")]
        facts += [("Results known up to", odds.last_result)] if odds.last_result else []
    if found is not None:
        facts += [("Results from", "; ".join(found.season.sources))] if found.season.sources else []
    return Made(__version__, f"{_now():%Y-%m-%d %H:%M} UTC", tuple(facts))


def _now() -> datetime.datetime:
    """Now, or the moment of SOURCE_DATE_EPOCH (reproducible-builds.org), so that a page can be made twice the same."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal():
        return datetime.datetime.fromtimestamp(int(fixed), datetime.UTC)
    return datetime.datetime.now(datetime.UTC)


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        remark((f"no browser could be opened; the page is {path}",))


def _card(record: MatchRecord, path: Path) -> None:
    from tabellino.render.page import card, card_png

    files.write(path, card_png(record) if path.suffix.lower() == ".png" else card(record))
    remark((f"card: {path}",))
