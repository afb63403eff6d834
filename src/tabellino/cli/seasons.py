"""`tabellino seasons`: the results at hand, adding to them, fetching them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tabellino.errors import TabellinoError

if TYPE_CHECKING:
    from tabellino.domain.league import Season
    from tabellino.league.season_store import SeasonFile


@click.group("seasons")
def command() -> None:
    """The seasons whose results are at hand: list, add, fetch."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_seasons(as_json: bool) -> None:
    """The seasons in the package and in your data folder."""
    import msgspec

    from tabellino.league.season_store import available, user_folder

    rows = [_row(file) for file in available()]
    if as_json:
        click.echo(
            msgspec.json.format(msgspec.json.encode({"schema": "tabellino/seasons/1", "seasons": rows})).decode()
        )
        return
    for row in rows:
        click.echo(f"{row['competition']:<15} {row['season']:<8} {row['origin']:<8} {_told(row)}")
    click.echo(f"your own lie in {user_folder()}", err=True)


def _told(row: dict[str, Any]) -> str:
    if row["problem"]:
        return str(row["problem"])
    parts = [_matches(row["matches"])]
    if _to_come(row):
        parts.append(f"{_to_come(row)} to come")
    if row["cancelled"]:
        parts.append(f"{row['cancelled']} cancelled")
    return ", ".join(parts)


def _to_come(row: dict[str, Any]) -> int:
    return int(row["fixtures"] - row["cancelled"])


def _row(file: SeasonFile) -> dict[str, Any]:
    """A line of the list; a broken file is listed with its problem, and does not hide the others."""
    from tabellino.league.season_store import load_file

    row: dict[str, Any] = {"competition": file.competition, "season": file.season, "origin": file.origin}
    try:
        season = load_file(file)
    except TabellinoError as broken:
        unknown = {"matches": None, "fixtures": None, "cancelled": None, "sources": ()}
        return row | unknown | {"problem": f"broken: {broken}"}
    cancelled = sum(fixture.status == "cancelled" for fixture in season.fixtures)
    kept = {"matches": len(season.matches), "fixtures": len(season.fixtures), "cancelled": cancelled}
    return row | kept | {"sources": season.sources, "problem": None}


@command.command("add")
@click.argument("files", nargs=-1, required=True)
@click.option("--competition", help="The competition, where the files do not tell it.")
@click.option("--season", help="The season (2025-26), where the files do not tell it.")
@click.option("--replace", is_flag=True, help="Keep a file with fewer results than are at hand, too.")
def add(files: tuple[str, ...], competition: str | None, season: str | None, replace: bool) -> None:
    """Read results FILES (Football.TXT, football.json, CSV) and keep them in your data folder."""
    from tabellino.league.season_store import add_file

    wrong = 0
    for path in files:
        try:
            kept = add_file(path, competition, season, replace=replace)
        except TabellinoError as refused:
            click.echo(f"tabellino: {refused}", err=True)
            wrong += 1
            continue
        _show_kept(kept, f" from {path}")
    if wrong:
        raise SystemExit(2)


@command.command("fetch")
@click.argument("competition")
@click.argument("seasons", nargs=-1, required=True)
@click.option("--again", is_flag=True, help="Fetch anew what is at hand already.")
@click.option("--from", "address", help='Another address, with "{season}" in it.')
def fetch_seasons(competition: str, seasons: tuple[str, ...], again: bool, address: str | None) -> None:
    """Fetch SEASONS (2024-25 ...) of COMPETITION from the openfootball repositories."""
    for season in seasons:
        _fetch(competition, season, again, address)


def _fetch(competition: str, season: str, again: bool, address: str | None) -> None:
    from tabellino.league.competitions import competition as rules_of
    from tabellino.league.fetch import fetch
    from tabellino.league.schema import season_name
    from tabellino.league.season_store import available

    rules, name = rules_of(competition), season_name(season)
    held = [one for one in available() if (one.competition, one.season) == (rules.key, name)]
    if held and not again:
        row = _row(held[0])
        if row["problem"] is None and not _to_come(row):
            click.echo(f"{rules.key} {name}: {row['matches']} matches are at hand already (--again fetches them anew)")
            return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{rules.name} {name}", total=None)
        kept = fetch(rules.key, name, progress=lambda done, total: bar.update(task, completed=done, total=total),
                     address=address)  # fmt: skip
    _show_kept(kept, "")


def _show_kept(kept: Season, source: str) -> None:
    name = f"{kept.competition} {kept.season}"
    click.echo(f"{name}: {_matches(len(kept.matches))} kept{source}")
    for gap in kept.gaps:
        click.echo(f"note: {name}: {gap}", err=True)


def _matches(number: int) -> str:
    return "1 match" if number == 1 else f"{number} matches"
