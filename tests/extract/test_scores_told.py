"""Scores in figures: of the match, of two legs together, of a shoot-out; and whose they are."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import ScoreSays

NAMED = "Everton and Fulham met at Goodison Park. "


def scores(text: str) -> set[tuple[str, int | None, int | None, str | None]]:
    """Moment, figures and the club whose goals stand first of every score told with some weight."""
    says = [c.says for c in extract(NAMED + text) if isinstance(c.says, ScoreSays) and c.weight > 0.3]
    return {(s.moment, s.first, s.second, s.club_first) for s in says if s.first is not None}


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        (
            "Everton won 2-1, an 8-4 aggregate triumph over Fulham.",
            {("full_time", 2, 1, "Everton")},
            "aggregate after it",
        ),
        (
            "Everton, a point behind Arsenal, had a 2-1 win away to Fulham. Arsenal were beaten 1-0 away to Chelsea.",
            {("full_time", 2, 1, "Everton")},
            "against whom it was",
        ),
        (
            "Everton had a 2-1 win. It rained. It was cold. It was an echo of the 5-1 defeat suffered in May 1989.",
            {("full_time", 2, 1, "Everton")},
            "another year's",
        ),
        ("Everton 2-1 Fulham (agg: 4-3)", {("full_time", 2, 1, "Everton")}, "behind a colon"),
        ("Everton beat Fulham 2-1 (4-3 agg).", {("full_time", 2, 1, "Everton")}, "its short form"),
        ("Everton beat Fulham 2-1 for an aggregate score of 5-3.", {("full_time", 2, 1, "Everton")}, "before it"),
    ],
)
def test_a_score_over_two_legs_is_none_of_the_match(text: str, expected: set[object], remark: str) -> None:
    assert scores(text) == expected, remark


@pytest.mark.parametrize(
    ("text", "figures", "remark"),
    [
        ("Everton won 5-4 on penalties after a 2-2 draw.", (5, 4), "on penalties"),
        ("Everton beat Fulham after winning a dramatic penalty shootout 5-4.", (5, 4), "after the word"),
        ("Fulham lost 4-2 in a tense shoot-out.", (4, 2), "in a shoot-out"),
    ],
)
def test_kicks_of_a_shoot_out_are_told_apart(text: str, figures: tuple[int, int], remark: str) -> None:
    found = scores(text)
    assert {(first, second) for moment, first, second, _ in found if moment == "shootout"} == {figures}, remark
    assert figures not in {(first, second) for moment, first, second, _ in found if moment == "full_time"}, remark


@pytest.mark.parametrize(
    ("text", "first", "remark"),
    [
        ("Fulham went down 2-1 away to Everton.", "Everton", "went down away"),
        ("Everton slumped 2-1 at home to Fulham.", "Fulham", "slumped at home"),
        ("Fulham crashed 4-0 at Everton.", "Everton", "crashed at"),
        ("Moyes's side clinched a 3-1 win. Moyes is the manager of Everton.", None, "a manager whom no squad names"),
        ("Everton were two goals up at half-time. They lost 3-2.", "Fulham", "they are the subject of before"),
        ("Everton met Fulham again. They won 3-2.", "Everton", "of the first club named"),
        ("By then Everton were two up against Fulham. But they lost 3-2.", "Fulham", "after a conjunction"),
    ],
)
def test_whose_score_it_is(text: str, first: str | None, remark: str) -> None:
    told = {club for moment, _, _, club in scores(text) if moment == "full_time"}
    assert first is None or told == {first}, remark


@pytest.mark.parametrize(
    ("text", "club", "remark"),
    [
        ("The Portuguese went 2-0 up before the break.", "Porto", "a people alone"),
        ("The Ukrainian side led 2-0.", "Shakhtar Donetsk", "an adjective before a side"),
        ("The Ukrainians were soon 1-0 ahead.", "Shakhtar Donetsk", "in the plural"),
    ],
)
def test_a_club_is_named_by_its_country(text: str, club: str, remark: str) -> None:
    claims = extract("Porto met Shakhtar Donetsk in the Champions League. " + text)
    told = {c.says.club_first for c in claims if isinstance(c.says, ScoreSays) and c.says.moment == "during"}
    assert told == {club}, remark


def test_a_country_names_no_club_where_both_are_of_it() -> None:
    claims = extract("Porto met Benfica. The Portuguese went 2-0 up before the break.")
    assert {c.says.club_first for c in claims if isinstance(c.says, ScoreSays)} == {None}
