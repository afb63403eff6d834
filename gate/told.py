"""What is told of a match, in the one form in which facts, records and baselines are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tabellino.domain.record import Score, Side

if TYPE_CHECKING:
    from tabellino.domain.record import MatchRecord


class Happening(msgspec.Struct, frozen=True):
    """A goal, a red card, a missed penalty or a disallowed goal.

    `team` is the side a goal counts for, else the player's own; None when not known. `minute` is as printed (1 to
    120), None when not told; `added_time` is None outside added time.
    `or_own_goal_by` stands in labels alone: the words allow the goal to be read as this man's own goal just as well.
    """

    person: str | None
    team: Side | None = None
    minute: int | None = None
    added_time: int | None = None
    own_goal: bool = False
    penalty: bool = False
    or_own_goal_by: str | None = None
    probability: float | None = None

    def clock(self) -> int | None:
        """The minute as one number of elapsed print minutes: 90+4 is 94."""
        return None if self.minute is None else self.minute + (self.added_time or 0)

    def __str__(self) -> str:
        when = "?" if self.minute is None else f"{self.minute}{f'+{self.added_time}' if self.added_time else ''}"
        return f"{when}' {self.person}{' (og)' if self.own_goal else ''} for {self.team}"


class MatchTold(msgspec.Struct, frozen=True):
    """A match as told by labels, by a record or by a baseline. Scores are (home, away), None when not told.

    `home_told` is False for labels of a report which does not say who was at home (nothing is asked then).
    """

    home: str
    away: str
    score: Score | None = None
    half_time: Score | None = None
    goals: tuple[Happening, ...] = ()
    reds: tuple[Happening, ...] = ()
    missed_penalties: tuple[Happening, ...] = ()
    disallowed: tuple[Happening, ...] = ()
    home_told: bool = True


def told_by(record: MatchRecord) -> MatchTold:
    """The part of a record that is measured."""
    goals = tuple(
        Happening(g.scorer, g.team, g.minute, g.added_time, g.own_goal, g.penalty, probability=g.probability)
        for g in record.goals
    )
    reds = tuple(
        Happening(c.player, c.team, c.minute, c.added_time, probability=c.probability)
        for c in record.cards
        if c.card == "red"
    )
    missed, disallowed = (
        tuple(Happening(e.player, e.team, e.minute, e.added_time, probability=e.probability) for e in events)
        for events in (record.missed_penalties, record.disallowed_goals)
    )
    return MatchTold(
        home=record.match.home,
        away=record.match.away,
        score=record.score.full_time,
        half_time=record.score.half_time,
        goals=goals,
        reds=reds,
        missed_penalties=missed,
        disallowed=disallowed,
    )


def turned(told: MatchTold) -> MatchTold:
    """The same match with the other side at home."""
    other: dict[Side | None, Side | None] = {"home": "away", "away": "home", None: None}

    def swap(events: tuple[Happening, ...]) -> tuple[Happening, ...]:
        return tuple(msgspec.structs.replace(e, team=other[e.team]) for e in events)

    return msgspec.structs.replace(
        told,
        home=told.away,
        away=told.home,
        score=told.score and (told.score[1], told.score[0]),
        half_time=told.half_time and (told.half_time[1], told.half_time[0]),
        goals=swap(told.goals),
        reds=swap(told.reds),
        missed_penalties=swap(told.missed_penalties),
        disallowed=swap(told.disallowed),
    )
