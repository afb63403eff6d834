"""The earlier seasons at hand that strengths are fitted on."""

from __future__ import annotations

from tabellino.domain.league import Season
from tabellino.league.season_store import available, load_file
from tabellino.odds.settings import StrengthSettings, default_settings


def earlier_seasons(season: Season, settings: StrengthSettings | None = None) -> tuple[Season, ...]:
    """Seasons of the same competition before this one, as far back as results still weigh something."""
    settings = settings or default_settings().strengths
    oldest = int(season.season[:4]) - settings.memory_days // 365 - 1
    return tuple(
        load_file(file)
        for file in available()
        if file.competition == season.competition and file.season < season.season and int(file.season[:4]) >= oldest
    )
