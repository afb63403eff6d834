"""What claims about the league say, in plain words."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest

from tabellino.domain.claim import LeagueSays, LeagueWhat
from tabellino.render.page import says

TOLD = [
    (LeagueSays("points", "Inter", 61), "Inter have 61 points"),
    (LeagueSays("points", "Pisa", 1, bound="at_least"), "Pisa have at least one point"),
    (LeagueSays("place", "Inter", 1), "Inter are 1st in the table"),
    (LeagueSays("gap", "Inter", 8, "Milan"), "Inter are eight points ahead of Milan"),
    (LeagueSays("gap", "Inter", 8), "Inter are eight points ahead of the next club"),
    (LeagueSays("gap", "Milan", 8, "Inter", behind=True), "Milan are eight points behind Inter"),
    (LeagueSays("level", "Roma", rival="Juventus"), "Roma are level on points with Juventus"),
    (LeagueSays("played", "Inter", 25), "Inter have played 25 matches"),
    (LeagueSays("games_in_hand", "Milan", 1, "Inter"), "Milan have played one match fewer than Inter"),
    (LeagueSays("zone", "Juventus", detail="top_4"), "Juventus stand in this part of the table: top 4"),
    (LeagueSays("record", "Inter", 19, outcome="win"), "Inter have 19 wins this season"),
    (LeagueSays("record", "Inter", 9, outcome="win", where="home"), "Inter have nine wins this season at home"),
    (LeagueSays("of_last", "Inter", 11, of=12, outcome="win"), "Inter: 11 wins in the last 12 matches"),
    (LeagueSays("run", "Inter", 5, outcome="unbeaten"), "Inter: five matches without defeat in a row"),
    (
        LeagueSays("run", "Inter", 3, outcome="defeat", before=True),
        "Inter: three defeats in a row, before this match",
    ),
    (LeagueSays("run_ended", "Inter", 5, outcome="win"), "Inter: five wins in a row, until this match"),
    (LeagueSays("first_since", "Pisa", 6, outcome="win"), "Pisa: the first win in six matches"),
    (LeagueSays("first_since", "Pisa", outcome="win", since="2025-11"), "Pisa: the first win since November 2025"),
    (LeagueSays("first_since", "Pisa", outcome="win", since="--01"), "Pisa: the first win since January"),
    (LeagueSays("first_since", "Pisa", outcome="win", since="2025-11-04"), "Pisa: the first win since 4 November 2025"),
    (
        LeagueSays("first_since", "Pisa", outcome="win", since="opening"),
        "Pisa: the first win since the first match of the season",
    ),
    (
        LeagueSays("last", "Pisa", outcome="win", where="away", since="--11"),
        "Pisa: the last win was in November away from home",
    ),
    (LeagueSays("left", "Inter", 13), "Inter have 13 matches to play"),
    (LeagueSays("points_of_last", "Inter", 12, of=5), "Inter: 12 points in the last five matches"),
    (LeagueSays("goals", "Inter", 25, detail="recent"), "Inter have scored 25 goals in recent matches"),
    (LeagueSays("goals", "Inter", 1, of=1), "Inter have scored one goal in the last match"),
    (LeagueSays("conceded", "Inter", 21), "Inter have let in 21 goals this season"),
    (LeagueSays("goal_difference", "Inter", 39), "Inter have a goal difference of +39"),
    (LeagueSays("goal_difference", "Pisa", -22), "Pisa have a goal difference of −22"),
    (LeagueSays("best", "Inter", detail="best_attack"), "Inter have this in the league: best attack"),
    (
        LeagueSays("meetings", "Inter", 3, "Juventus", 5, "win"),
        "Inter: three wins in the last five meetings with Juventus",
    ),
    (LeagueSays("decided", "Inter", detail="champions"), "Inter can no longer be caught: champions"),
    (
        LeagueSays("fixture", "Inter", rival="Bodø/Glimt", detail="champions-league", on=datetime.date(2026, 2, 18)),
        "Inter play Bodø/Glimt next, in the Champions League, on Wednesday 18 February 2026",
    ),
    (LeagueSays("beyond_results", detail="a coach's past"), "Something that results do not tell: a coach's past"),
    (LeagueSays("points"), "A club that is not named have some points"),
]


@pytest.mark.parametrize(("said", "phrase"), TOLD, ids=[phrase for _, phrase in TOLD])
def test_a_claim_about_the_league_is_told_in_plain_words(said: LeagueSays, phrase: str):
    assert says.phrase(said) == phrase


def test_every_kind_of_claim_about_the_league_has_words():
    assert {said.what for said, _ in TOLD} == set(get_args(LeagueWhat))
