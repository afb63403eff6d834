"""`tabellino race`: the rest of a season simulated, and what one match changes about it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tabellino.domain.record import Score
    from tabellino.domain.stakes import MatchEffect, SeasonOdds
    from tabellino.odds.situation import Situation
    from tabellino.odds.strengths import Strengths

Odds = TypeVar("Odds", "SeasonOdds", "MatchEffect")
#: Runs longer than this many seasons show how far they are.
_LONG = 200_000


@click.command()
@click.argument("competition")
@click.option(
    "--season", metavar="SEASON", help="Which season, as 2025-26 (default: that of the day, or the latest at hand)."
)
@click.option("--on", metavar="DATE", help="The morning of this day: results before it are known (default: all are).")
@click.option("--match", "match", metavar="'HOME v AWAY'", help="Before and after this match, and what hangs on it.")
@click.option("--set", "suppose", metavar="'HOME v AWAY=1-1'", multiple=True, help="Suppose a result; may be repeated.")
@click.option("--sims", type=int, help="How many seasons to simulate (default: 100,000).")
@click.option("--seed", type=int, help="Start of the random numbers: the same seed gives the same odds.")
@click.option("--json", "as_json", is_flag=True, help="The odds as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="The odds as CSV, one line a club.")
@click.option(
    "--plot", type=click.Path(path_type=Path, dir_okay=False), help="Also draw the final places: FILE.svg or FILE.png."
)
def race(
    competition: str,
    season: str | None,
    on: str | None,
    match: str | None,
    suppose: tuple[str, ...],
    sims: int | None,
    seed: int | None,
    as_json: bool,
    as_csv: bool,
    plot: Path | None,
) -> None:
    """Simulate the rest of a season: title, Europe, relegation.

    COMPETITION is serie-a, ...; the odds are those of a morning. The strengths come from results known then; the rest
    of the season is played many times over under the competition's own rules for level clubs and play-offs.
    """
    from tabellino.errors import UsageError

    if as_json and as_csv:
        raise UsageError("--json and --csv were given together; one of them can be shown at a time")
    if plot is not None:
        from tabellino.cli.odds_plot import check_plot

        check_plot(plot)
    now, strengths = _situation(competition, season, on, suppose)
    if match is None:
        from tabellino.odds.season import season_odds

        odds = season_odds(now, strengths, simulations=sims, seed=seed, progress=_progress(sims))
        _remark_if_stopped(odds.simulations, sims)
        from tabellino.cli.odds_text import season_csv, season_lines

        _show(odds, season_csv if as_csv else None, season_lines, as_json)
    else:
        from tabellino.odds.match_effect import match_effect

        number = now.fixture(match)
        score = _known_score(now, number)
        effect = match_effect(
            now, strengths, number, score=score, simulations=sims, seed=seed, progress=_progress(sims)
        )
        odds = effect.before
        _remark_if_stopped(odds.simulations, sims)
        from tabellino.cli.odds_text import effect_csv, effect_lines

        _show(effect, effect_csv if as_csv else None, effect_lines, as_json)
    if plot is not None:
        from tabellino.cli.odds_plot import write_plot

        write_plot(plot, odds)


def _situation(
    competition: str, season: str | None, on: str | None, suppose: tuple[str, ...]
) -> tuple[Situation, Strengths]:
    """The season as it stands, with what is supposed, and the strengths known that morning."""
    from tabellino.cli.season_of import season_at
    from tabellino.odds.at_hand import earlier_seasons
    from tabellino.odds.situation import situation, supposing
    from tabellino.odds.strengths import fit_strengths

    day = day_of(on)
    current = season_at(competition, season, day)
    now = situation(current, day)
    strengths = fit_strengths(current, earlier_seasons(current), now.on)
    return supposing(now, dict(map(_supposed, suppose))), strengths


def day_of(on: str | None) -> datetime.date | None:
    """The day of an option --on; None when it was not given. Raises `UsageError`."""
    from tabellino.errors import UsageError

    try:
        return None if on is None else datetime.date.fromisoformat(on)
    except ValueError:
        raise UsageError(f"--on {on!r} is no date; write it as 2026-02-14") from None


def _supposed(words: str) -> tuple[str, Score]:
    import re

    from tabellino.errors import UsageError

    found = re.fullmatch(r"(.+?)\s*=\s*(\d+)\s*[-–:]\s*(\d+)\s*", words)
    if found is None:
        raise UsageError(f"--set {words!r} cannot be read; write it as 'Milan v Napoli=1-1'")
    return found[1], (int(found[2]), int(found[3]))


def _known_score(now: Situation, number: int) -> Score | None:
    """The result that a fixture of that morning had in the end; None while it is not played."""
    fixture = now.fixtures[number]
    for match in now.season.matches:
        if (match.home, match.away) == (fixture.home, fixture.away):
            return match.home_goals, match.away_goals
    return None


def _show(
    odds: Odds, as_csv: Callable[[Odds], str] | None, lines: Callable[[Odds], Iterator[str]], as_json: bool
) -> None:
    """The odds in the form asked for: JSON, CSV where there is a writer for it, lines otherwise."""
    import msgspec

    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(odds), indent=2) + b"\n", nl=False)
    elif as_csv is not None:
        click.echo(as_csv(odds), nl=False)
    else:
        click.echo("\n".join(lines(odds)))


def _progress(sims: int | None) -> Callable[[int, int], None] | None:
    """A line on stderr for long runs at a terminal, None for others."""
    import sys

    if (sims or 0) <= _LONG or not sys.stderr.isatty():
        return None

    def show(made: int, wanted: int) -> None:
        end = "\n" if made >= wanted else ""
        click.echo(f"\r{made:,} of {wanted:,} seasons", err=True, nl=False)
        click.echo(end, err=True, nl=False)

    return show


def _remark_if_stopped(made: int, sims: int | None) -> None:
    if sims is not None and made < sims // 8 * 8:
        line = "" if _progress(sims) is None else "\n"  # the progress stands on a line of its own
        click.echo(f"{line}stopped after {made:,} of {sims:,} seasons; the odds are of those", err=True)
