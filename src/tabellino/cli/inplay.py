"""`tabellino inplay`: the chances of win, draw and defeat at one moment of a match."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tabellino.odds.grid import ScoreGrid
    from tabellino.odds.in_play import Men


@click.command()
@click.argument("match", required=False, metavar="['HOME v AWAY']")
@click.option("--competition", default="serie-a", show_default=True, help="Whose season holds the two clubs.")
@click.option(
    "--season", metavar="SEASON", help="Which season, as 2025-26 (default: that of the day, or the latest at hand)."
)
@click.option("--on", metavar="DATE", help="Strengths of this morning (default: of the match's day, or the latest).")
@click.option("--score", "score_words", default="0-0", show_default=True, metavar="H-A", help="The score, home first.")
@click.option("--minute", "minute_words", default="0", show_default=True, metavar="MIN", help="The minute: 45, 90+3.")
@click.option("--red", multiple=True, type=click.Choice(["home", "away"]), help="A man sent off; may be repeated.")
@click.option("--rates", metavar="H,A", help="Expected goals of the two sides at kick-off, instead of two clubs.")
@click.option("--json", "as_json", is_flag=True, help="The chances as JSON.")
def inplay(
    match: str | None,
    competition: str,
    season: str | None,
    on: str | None,
    score_words: str,
    minute_words: str,
    red: tuple[str, ...],
    rates: str | None,
    as_json: bool,
) -> None:
    """Win, draw and defeat from a minute of a match on.

    The score and the men sent off are given. With two clubs, their strengths of that morning count; without, two
    average sides of the competition's latest season meet, or sides with the --rates given. The range over the
    published effects of a red card is shown too.
    """
    from tabellino.errors import UsageError
    from tabellino.odds.in_play import ELEVEN, Line, MatchModel
    from tabellino.odds.settings import default_settings

    settings = default_settings().in_play
    score, (minute, added) = _score(score_words), _minute(minute_words)
    men: Men = (11 - red.count("home"), 11 - red.count("away"))
    if match is not None and rates is not None:
        raise UsageError(f"{match!r} and --rates {rates} were given together; give the clubs or the rates")
    grid = _of_rates(rates) if rates is not None else _of_clubs(match, competition, season, on)
    model = MatchModel(grid, [Line(men, effect) for effect in settings.red_card], settings=settings)
    step = model.clock.step(minute, added)
    by_study = {effect.study: model.chances(step, score, men, effect) for effect in settings.red_card}
    by_study = by_study if men != ELEVEN else {}
    chances = model.chances(step, score, men)
    stayed_on = model.chances(step, score) if men != ELEVEN else None
    if as_json:
        import msgspec

        told = {
            "match": match,
            "minute": minute,
            "added_time": added,
            "score": score,
            "men": men,
            "expected_goals": model.rates,
            "home": chances[0],
            "draw": chances[1],
            "away": chances[2],
            "eleven_against_eleven": stayed_on,
            "by_red_card_study": by_study,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n", nl=False)
        return
    at = f"{minute}+{added}" if added else str(minute)
    click.echo(f"{match or 'two sides'}, minute {at}, {score[0]}-{score[1]}, {men[0]} against {men[1]} men")
    click.echo(f"expected goals at kick-off {model.rates[0]:.2f} and {model.rates[1]:.2f}")
    click.echo(f"{'':36}{'home':>7}{'draw':>7}{'away':>7}")
    rows = [("chances", chances)] if stayed_on is None else [("eleven against eleven", stayed_on), *by_study.items()]
    for name, (home, draw, away) in rows:
        click.echo(f"{name:36}{100 * home:6.1f}%{100 * draw:6.1f}%{100 * away:6.1f}%")


def _score(words: str) -> tuple[int, int]:
    from tabellino.errors import UsageError

    found = re.fullmatch(r"(\d{1,2})\s*[-–:]\s*(\d{1,2})", words.strip())
    if found is None:
        raise UsageError(f"--score {words!r} is no score; write home goals first, as 1-1")
    return int(found[1]), int(found[2])


def _minute(words: str) -> tuple[int, int | None]:
    from tabellino.errors import UsageError

    found = re.fullmatch(r"(\d{1,3})(?:\+(\d{1,2}))?'?", words.strip())
    if found is None:
        raise UsageError(f"--minute {words!r} is no minute; write it as 45 or 90+3")
    return int(found[1]), int(found[2]) if found[2] else None


def _of_rates(words: str) -> ScoreGrid:
    from math import log

    import numpy as np

    from tabellino.errors import UsageError
    from tabellino.odds.grid import ScoreGrid, score_grids
    from tabellino.odds.settings import default_settings

    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)", words.strip())
    home, away = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not (0.05 <= home <= 6 and 0.05 <= away <= 6):
        raise UsageError(f"--rates {words!r} cannot be used; write expected goals from 0.05 to 6, as 1.6,1.1")
    rho = default_settings().strengths.prior.low_score
    return ScoreGrid(score_grids(np.array([log(home)]), np.array([log(away)]), rho)[0])


def _of_clubs(match: str | None, competition: str, season: str | None, on: str | None) -> ScoreGrid:
    from tabellino.cli.race import day_of
    from tabellino.cli.season_of import season_at
    from tabellino.odds.at_hand import earlier_seasons
    from tabellino.odds.grid import average_grid, score_grid
    from tabellino.odds.situation import situation
    from tabellino.odds.strengths import fit_strengths

    day: datetime.date | None = day_of(on)
    current = season_at(competition, season, day)
    now = situation(current, day)
    if match is None:
        return average_grid(fit_strengths(current, earlier_seasons(current), now.on))
    home, away = now.pair(match)
    if day is None:
        played = (m.date for m in current.matches if (m.home, m.away) == (home, away))
        day = next(played, now.on)
    return score_grid(fit_strengths(current, earlier_seasons(current), day), home, away)
