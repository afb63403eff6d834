"""`tabellino seasons`: the results at hand, adding to them, fetching them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tabellino.errors import TabellinoError

if TYPE_CHECKING:
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
        told = row["problem"] or f"{row['matches']} matches"
        to_come = f", {row['fixtures']} to come" if row["fixtures"] else ""
        click.echo(f"{row['competition']:<15} {row['season']:<8} {row['origin']:<8} {told}{to_come}")
    click.echo(f"your own lie in {user_folder()}", err=True)


def _row(file: SeasonFile) -> dict[str, object]:
    """A line of the list; a broken file is listed with its problem, and does not hide the others."""
    from tabellino.league.season_store import load_file

    row: dict[str, object] = {"competition": file.competition, "season": file.season, "origin": file.origin}
    try:
        season = load_file(file)
    except TabellinoError as broken:
        return row | {"matches": None, "fixtures": None, "sources": (), "problem": f"broken: {broken}"}
    kept = {"matches": len(season.matches), "fixtures": len(season.fixtures), "sources": season.sources}
    return row | kept | {"problem": None}


@command.command("add")
@click.argument("files", nargs=-1, required=True)
@click.option("--competition", help="The competition, where the files do not tell it.")
@click.option("--season", help="The season (2025-26), where the files do not tell it.")
def add(files: tuple[str, ...], competition: str | None, season: str | None) -> None:
    """Read results FILES (Football.TXT, football.json, CSV) and keep them in your data folder."""
    from tabellino.league.season_store import add_file

    wrong = 0
    for path in files:
        try:
            kept = add_file(path, competition, season)
        except TabellinoError as refused:
            click.echo(f"tabellino: {refused}", err=True)
            wrong += 1
            continue
        click.echo(f"{kept.competition} {kept.season}: {len(kept.matches)} matches kept from {path}")
        for gap in kept.gaps:
            click.echo(f"note: {gap}", err=True)
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
        if row["problem"] is None and not row["fixtures"]:
            click.echo(f"{rules.key} {name}: {row['matches']} matches are at hand already (--again fetches them anew)")
            return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{rules.name} {name}", total=None)
        kept = fetch(rules.key, name, progress=lambda done, total: bar.update(task, completed=done, total=total),
                     address=address)  # fmt: skip
    click.echo(f"{rules.key} {name}: {len(kept.matches)} matches kept")
    for gap in kept.gaps:
        click.echo(f"note: {gap}", err=True)
