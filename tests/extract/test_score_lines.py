"""Scores in figures: the lines that English papers head their reports with, and figures that are none of the match."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import ScoreSays

MATCH = "Everton beat Fulham at Goodison Park on Saturday. "


def told(text: str, moment: str = "full_time") -> list[tuple[int, int, str | None]]:
    """The scores told of a moment, with the club whose goals stand first."""
    return [
        (says.first, says.second, says.club_first)
        for claim in extract(text)
        if isinstance(says := claim.says, ScoreSays) and says.first is not None and says.second is not None
        if says.moment == moment and claim.weight >= 0.5
    ]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        ("Everton 3 Fulham 1", "the plain line"),
        ("Everton 3, Fulham 1: Toffees stroll", "a comma, and what came of it"),
        ("Report: Everton 3 Fulham 1", "after a word for what follows"),
        ("Everton 3 (2) Fulham 1 (0)", "the half-time figures in brackets"),
        ("Everton (2) 3 Fulham (0) 1", "the half-time figures in brackets before"),
        ("Everton 3 Fulham 1 (HT 2-0)", "a remark behind it, which is no list of scorers"),
        ("Everton 3 Fulham 1 (aet)", "another remark"),
        ("Everton three Fulham one", "in words"),
        ("Everton 3\nFulham 1", "a club on each line"),
        ("Toffees stroll\n\nEverton 3\nFulham 1\n", "two lines further down"),
    ],
)
def test_a_score_line_may_set_the_goals_behind_each_club(heading: str, remark: str) -> None:
    assert (3, 1, "Everton") in told(f"{heading}\n\nThe hosts were never troubled at Goodison Park."), remark


@pytest.mark.parametrize(
    "heading", ["Everton (2) 3 Fulham (0) 1", "Everton 3 (2) Fulham 1 (0)", "Everton 3 Fulham 1 (HT 2-0)"]
)
def test_figures_in_brackets_beside_the_goals_are_those_of_half_time(heading: str) -> None:
    text = f"{heading}\n\nGoals from Smith and Jones settled it at Goodison Park."
    assert [score[:2] for score in told(text, "half_time")] == [(2, 0)]
    assert all(claim.says.time is None for claim in extract(text) if claim.kind == "goal"), "(2) is no minute"


@pytest.mark.parametrize(
    ("text", "score", "remark"),
    [
        ("Everton thumped Fulham 4-1 on Saturday.", (4, 1, "Everton"), "what was done to whom"),
        ("Everton were happy, seeing off Fulham 2-0 at Goodison Park.", (2, 0, "Everton"), "in two words"),
        ("Everton overwhelmed Fulham 5-1.", (5, 1, "Everton"), "overwhelmed"),
        ("Everton were stunned by Fulham 2-1.", (2, 1, "Fulham"), "the other way round"),
        ("Not much to cheer, but a 0-0 with Fulham did bring Everton a point.", (0, 0, None), "with an article"),
    ],
)
def test_a_score_behind_the_one_who_was_beaten(text: str, score: tuple[int, int, str | None], remark: str) -> None:
    assert told(text + " It was a cold afternoon at Goodison Park.") == [score], remark


def test_a_score_behind_a_third_club_is_none_of_the_match() -> None:
    assert told(MATCH + "Elsewhere Arsenal thumped Chelsea 4-0 in the rain.") == []


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Everton 46 Fulham 45\n\nThe table after Saturday.", "points of a table"),
        ("Everton 12\nFulham 10\nStoke City 9\n\nThe table after Saturday.", "a table on three lines"),
        (MATCH + "It ended Stoke City 2 Everton 1 in May.", "the score of another match"),
        (MATCH + "Everton 2 Fulham 10 minutes later had another chance.", "minutes"),
        (MATCH + "Last updated 12:14 on Sunday.", "a time of day"),
        (MATCH + "Posted at 9:26 AM.", "a time of day with a short hour"),
        (MATCH + "It began at 8:05 p.m. in the rain.", "a time of day with a nought"),
        (MATCH + "Kick-off at Goodison Park is at 03:00 in Sydney.", "a time of day far away"),
    ],
)
def test_what_looks_like_a_score_line_and_is_none(text: str, remark: str) -> None:
    assert told(text) == [], remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("They go through 6-4 on aggregate.", "on aggregate"),
        ("It is over: 4-1 (7-6 agg) for the hosts.", "agg in brackets"),
        ("An aggregate score of 5-3 flattered them.", "before the figures"),
        ("They went through 4-3 on penalties.", "on penalties"),
        ("The hosts won the shoot-out 5-4 in the rain.", "of a shoot-out"),
        ("They had a 3-0 first-leg deficit to make up.", "what the first leg left"),
        ("It took a 5-4 penalty shoot-out to part them.", "a penalty shoot-out"),
    ],
)
def test_aggregates_and_shoot_outs_are_no_score_of_the_match(text: str, remark: str) -> None:
    figures = {(6, 4), (7, 6), (5, 3), (4, 3), (5, 4), (3, 0)}
    assert figures.isdisjoint(score[:2] for score in told(MATCH + text)), remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Everton drew 2-2 with Fulham and lost on penalties.", "the draw before a shoot-out"),
        ("Everton drew 2-2 with Fulham after a late penalty.", "a penalty within the match"),
    ],
)
def test_the_score_before_a_shoot_out_is_one(text: str, remark: str) -> None:
    assert (2, 2) in [score[:2] for score in told(text)], remark


def test_the_score_after_normal_time_is_not_the_last_word() -> None:
    text = "Everton met Fulham at Goodison Park. Everton led 3-0 in normal time and lost."
    assert told(text) == []
    assert (3, 0) in [score[:2] for score in told(text, "during")]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Everton condemned Fulham to a 2-0 defeat.", "the loser by name"),
        ("Everton condemned the bottom side of the league to a one-sided 2-0 defeat at Fulham's expense.", "far apart"),
        ("Everton inflicted a 2-0 defeat on Fulham.", "inflicted on"),
        ("Fulham slumped to a 2-0 defeat by Everton.", "who slumps to one has lost"),
    ],
)
def test_who_is_condemned_to_a_defeat_has_lost(text: str, remark: str) -> None:
    assert told(text)[:1] == [(2, 0, "Everton")], remark
