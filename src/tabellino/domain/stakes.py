"""What a match changed: odds of a season, and of a match minute by minute. Frozen values, ready to be shown.

Probabilities run from 0 to 1. Every value that rests on chance carries its standard error, the number of simulated
seasons and the seed.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from tabellino.domain.record import Score, Side

Zone = Literal["title", "champions_league", "europe", "relegation_play_off", "relegation"]


class Odds(msgspec.Struct, frozen=True):
    """A probability and its standard error (of the simulation; the model's own error is in the track record)."""

    probability: float
    standard_error: float


class ClubOdds(msgspec.Struct, frozen=True):
    """Where a club's season may end.

    `points` and `played` are those of today. `expected_points` is the mean at the end, `points_spread` its standard
    deviation over the simulated seasons. `places` holds the probability of every final place, the first first.
    `zones` leaves out zones that the competition does not have.
    """

    club: str
    played: int
    points: int
    expected_points: float
    points_spread: float
    places: tuple[float, ...]
    zones: dict[Zone, Odds]


class SeasonOdds(msgspec.Struct, frozen=True):
    """The odds of a season on the morning of `on`, clubs by expected points.

    `last_result` is the date of the newest result used (None when there was none), `matches_left` the fixtures that
    were simulated. `simulations` is the number made: fewer than asked for when the run was stopped. `notes` say in
    words what the odds rest on beyond that.
    """

    competition: str
    season: str
    on: str
    last_result: str | None
    results_used: int
    matches_left: int
    simulations: int
    seed: int
    clubs: tuple[ClubOdds, ...]
    notes: tuple[str, ...] = ()


class ZoneChange(msgspec.Struct, frozen=True):
    """How one result moves one club's odds. The standard error is that of the difference `after - before`, in which
    most of the noise cancels because both rest on the same simulated seasons."""

    club: str
    zone: Zone
    before: float
    after: float
    standard_error: float


class ResultEffect(msgspec.Struct, frozen=True):
    """One result the match could have (or had), how likely it was, and what it moves.

    `result` is "home", "draw", "away" or, for an exact `score`, "score". `changes` holds the clubs and zones that
    move by more than the noise, the largest first.
    """

    result: Literal["home", "draw", "away", "score"]
    score: Score | None
    probability: float
    changes: tuple[ZoneChange, ...]


class Importance(msgspec.Struct, frozen=True):
    """How much hangs on the match for one club: the odds of a zone under its best result less those under the worst."""

    club: str
    zone: Zone
    swing: float
    standard_error: float


class MatchEffect(msgspec.Struct, frozen=True):
    """A season before and after one match. The odds `before` are the mean of those after each result, weighted by the
    probabilities of the results."""

    home: str
    away: str
    date: str | None
    before: SeasonOdds
    results: tuple[ResultEffect, ...]
    importance: tuple[Importance, ...]


class Moment(msgspec.Struct, frozen=True):
    """The match after a minute was played: score, men on the pitch, and the three probabilities.

    `minute` 0 is the kick-off; minutes of added time are 45 + 1 and so on.
    """

    minute: int
    added_time: int | None
    score: Score
    men: tuple[int, int]
    home: float
    draw: float
    away: float


class Swing(msgspec.Struct, frozen=True):
    """What one goal or dismissal moved: probabilities just before and just after, home win first.

    For a dismissal `lowest` and `highest` are the changes of the home side's expected points over the published
    effects of a red card; None for a goal. `minute` is None when the reports do not tell, and the middle of what
    they do tell was used.
    """

    what: Literal["goal", "red_card"]
    minute: int | None
    added_time: int | None
    team: Side
    player: str | None
    before: tuple[float, float, float]
    after: tuple[float, float, float]
    lowest: float | None = None
    highest: float | None = None


class Counterfactual(msgspec.Struct, frozen=True):
    """The match had one man not been sent off: probabilities from that minute on with the score of that minute, as it
    was (`with_card`) and with him on the pitch, for one published effect of a red card."""

    player: str | None
    team: Side
    minute: int
    added_time: int | None
    study: str
    with_card: tuple[float, float, float]
    without: tuple[float, float, float]


class InPlay(msgspec.Struct, frozen=True):
    """The match minute by minute. `expected_goals` are those of the two sides at kick-off, from results alone."""

    expected_goals: tuple[float, float]
    curve: tuple[Moment, ...]
    swings: tuple[Swing, ...]
    counterfactuals: tuple[Counterfactual, ...]
    notes: tuple[str, ...] = ()


class Stakes(msgspec.Struct, frozen=True):
    """Both parts. Each is None where `notes` say why it could not be worked out."""

    season: MatchEffect | None
    in_play: InPlay | None
    notes: tuple[str, ...] = ()
