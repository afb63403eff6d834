"""The stakes of a record: both parts, or the reason why not."""

from __future__ import annotations

import msgspec
import pytest

from tabellino.domain.record import Goal, MatchInfo, MatchRecord, ScoreLine
from tabellino.domain.stakes import Stakes
from tabellino.league.season_store import load
from tabellino.odds.stakes import stakes


def record(home: str = "Inter", away: str = "Juventus", date: str | None = "2026-02-14") -> MatchRecord:
    scored = [(17, "home"), (26, "away"), (76, "home"), (83, "away"), (90, "home")]
    goals = tuple(Goal(minute, None, side, "x", False, False, None, (), (0, 0), 1.0, ()) for minute, side in scored)
    info = MatchInfo(home, away, "Serie A", "2025-26", date)
    return MatchRecord(info, ScoreLine(full_time=(3, 2)), goals, (), (), (), (), (), (), None, {}, ())


def of(one: MatchRecord) -> Stakes:
    return stakes(one, load("serie-a", "2025-26"), [load("serie-a", "2024-25")], simulations=800)


def test_the_derby_ditalia_has_both_parts_and_travels_as_json():
    both = of(record())
    assert both.season is not None
    assert both.in_play is not None
    assert both.season.before.on == "2026-02-14"
    ended = both.season.results[-1]
    assert ended.score == (3, 2)
    inter = next(change for change in ended.changes if (change.club, change.zone) == ("Inter", "title"))
    assert inter.after > inter.before
    assert both.in_play.curve[-1].score == (3, 2)
    assert msgspec.json.decode(msgspec.json.encode(both), type=Stakes) == both


def test_the_date_of_the_results_goes_before_that_of_the_reports():
    told = of(record(date="2026-02-15"))
    assert told.season is not None
    assert told.season.before.on == "2026-02-14"


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (record(home="Ajax"), "'Ajax' does not play in 2025-26"),
        (record(home="Juventus", away="Juventus", date="2026-02-14"), "Juventus v Juventus is not among"),
    ],
)
def test_what_cannot_be_worked_out_has_its_reason(one: MatchRecord, reason: str):
    told = of(one)
    assert told.season is None
    assert reason in told.notes[0]


def test_without_a_season_there_are_no_stakes():
    assert stakes(record(), None).notes == (
        "no season at hand has this match, so there are no strengths to reckon with",
    )
