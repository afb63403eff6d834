"""The numbers behind the odds, read from `data/odds.toml`, where each has its reason."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from tabellino.errors import DataError


class Prior(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is believed of clubs before any result: log rates and variances on that scale."""

    quality_variance: float
    style_variance: float
    promoted_attack: float
    promoted_defence: float
    goals: float
    goals_log_sd: float
    home_advantage: float
    home_advantage_sd: float
    low_score: float
    low_score_sd: float


class StrengthSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How results turn into strengths. Times are in days."""

    half_life_days: float
    season_carry: float
    long_memory_share: float
    long_half_life_days: float
    memory_days: int
    prior: Prior


class SeasonSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the rest of a season is simulated."""

    simulations: int
    seed: int
    spread: float


class RedCardEffect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one study found: factors on the rates of the side with ten and of the other, and goals the other gains."""

    study: str
    ten: float
    eleven: float
    eleven_goals_per_half_hour: float = 0.0


class InPlaySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How goals spread over a match. `rate_by_lead` runs from two behind to two ahead; added time is in minutes."""

    first_half_share: float
    added_time: tuple[int, int]
    rate_by_lead: tuple[float, float, float, float, float]
    fewest_men: int
    red_card: tuple[RedCardEffect, ...]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings of the odds."""

    strengths: StrengthSettings
    season: SeasonSettings
    in_play: InPlaySettings


@functools.cache
def default_settings() -> Settings:
    """The settings that the package carries. Raises `DataError` when the file does not fit its schema."""
    text = resources.files("tabellino.data").joinpath("odds.toml").read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"data/odds.toml: {error}; see docs/odds.md for what each setting means") from error
