"""`tabellino backtest`: how the odds of past seasons did, every one made with what was known that morning."""

from __future__ import annotations

import csv
from pathlib import Path

import click


@click.command()
@click.argument("competition")
@click.option("--seasons", "words", required=True, metavar="A..B", help="Which seasons, as 2023-24..2025-26.")
@click.option("--sims", type=click.IntRange(8), default=20_000, show_default=True, help="Seasons per season forecast.")
@click.option("--forecasts", type=click.Path(path_type=Path, dir_okay=False), help="Also write every forecast as CSV.")
@click.option("--json", "as_json", is_flag=True, help="The track record as JSON.")
def backtest(competition: str, words: str, sims: int, forecasts: Path | None, as_json: bool) -> None:
    """How the odds of past seasons did: scores, calibration.

    Match, season and half-time odds of COMPETITION, each made with what was known that morning. Earlier seasons at
    hand are the history; `tabellino seasons fetch` gets more.
    """
    from tabellino.cli.track_text import track_record_page
    from tabellino.errors import UsageError
    from tabellino.league.competitions import competition as rules_of
    from tabellino.league.season_store import available, load_file
    from tabellino.odds.track_record import forecast_rows, season_range, track_record

    key = rules_of(competition).key
    seasons = [load_file(file) for file in available() if file.competition == key]
    wanted = season_range(words, [season.season for season in seasons])
    summary, made = track_record(seasons, wanted, simulations=sims, note=lambda name: click.echo(name, err=True))
    if len(summary.seasons) < len(wanted):
        done = f"{len(summary.seasons)} of {len(wanted)} seasons"
        click.echo(f"stopped after {done}; the figures are of {', '.join(summary.seasons)}", err=True)
    if forecasts is not None:
        try:
            with forecasts.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(forecast_rows(made))
        except OSError as refused:
            raise UsageError(f"--forecasts {forecasts}: {refused.strerror}; name another file") from refused
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n", nl=False)
    else:
        click.echo(track_record_page(summary), nl=False)
