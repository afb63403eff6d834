"""Goals told by their number, and men with their minutes in brackets."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report, extract
from tabellino.domain.claim import GoalSays

MATCH = "Everton beat Fulham 4-2 at Goodison Park on Saturday. "


def goals_told(text: str) -> list[GoalSays]:
    found = [c.says for c in extract(MATCH + text) if c.weight >= 0.4 and c.span[0] >= len(MATCH)]
    return [says for says in found if isinstance(says, GoalSays)]


@pytest.mark.parametrize(
    ("text", "nth", "remark"),
    [
        ("Lukaku added a third on the hour.", 3, "added a third"),
        ("Lukaku headed in the fourth.", 4, "headed in the fourth"),
        ("Lukaku made it three from close range.", 3, "made it three"),
        ("Everton's second goal came from Lukaku.", 2, "the club's second"),
        ("Lukaku headed in his second.", None, "the man's second, which may be the fourth of the side"),
        ("Lukaku's third goal came on the hour.", None, "the man's third"),
        ("Lukaku scored.", None, "not counted"),
    ],
)
def test_a_goal_is_counted_for_its_side(text: str, nth: int | None, remark: str) -> None:
    assert {says.nth_of_team for says in goals_told(text)} == {nth}, remark


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        (
            "Lukaku (12), Mirallas (30th min) and Barkley (77) scored for the hosts.",
            [("Lukaku", 12), ("Mirallas", 30), ("Barkley", 77)],
            "before the verb",
        ),
        (
            "Lukaku (12, 14) and Barkley (77, pen) did the damage before Bent (88) and Berbatov (90) replied.",
            [("Lukaku", 12), ("Lukaku", 14), ("Barkley", 77), ("Bent", 88), ("Berbatov", 90)],
            "two minutes close together, a penalty, and those of the others",
        ),
        (
            "Goals from Lukaku (12 and 80) and Mirallas (30) were enough.",
            [("Lukaku", 12), ("Lukaku", 80), ("Mirallas", 30)],
            "after the noun",
        ),
    ],
)
def test_men_with_minutes_in_brackets_score_then(text: str, men: list[tuple[str, int]], remark: str) -> None:
    told = {(says.scorer[0].value, int(says.time.best)) for says in goals_told(text) if says.time and says.time.best}
    assert told >= set(men), remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Everton (4-4-2): Howard; Hibbert, Distin, Jagielka, Baines; Lukaku (Kone 60), Naismith (Barkley 70).",
            "changes",
        ),
        ("Lukaku (21) scored, as everybody had expected of him.", "one man's age"),
    ],
)
def test_other_figures_in_brackets_are_no_minutes_of_goals(text: str, remark: str) -> None:
    assert all(says.time is None or says.time.best not in (60, 70) for says in goals_told(text)), remark
    assert sum(says.scorer[0].value == "Lukaku" for says in goals_told(text)) <= 1, remark


def test_the_mark_in_brackets_belongs_to_its_man() -> None:
    text = "Lukaku (12) and Barkley (77 pen) scored, and Riether (50 og) did so for the wrong side."
    marks = {
        max(says.scorer, key=lambda c: c.weight).value: (bool(says.penalty), bool(says.own_goal))
        for says in goals_told(text)
    }
    assert marks == {"Lukaku": (False, False), "Barkley": (True, False), "Riether": (False, True)}


@pytest.mark.parametrize(
    ("text", "penalty", "remark"),
    [
        ("Lukaku's double, the second a penalty, did it.", None, "one of the two"),
        ("Lukaku scored twice from the spot.", True, "both"),
        ("Lukaku scored two penalties.", True, "both"),
    ],
)
def test_a_penalty_among_two_goals_is_not_both(text: str, penalty: bool | None, remark: str) -> None:
    assert {says.penalty for says in goals_told(text) if says.nth_of_player} == {penalty}, remark


def test_goals_of_one_man_two_minutes_apart_are_two_where_they_are_listed() -> None:
    text = "Germany crushed Brazil 7-1. Klose (23), Kroos (24, 26), Khedira (29) and Schürrle (69, 79) scored."
    record = tabellino.read([Report(text)])
    assert [goal.minute for goal in record.goals if goal.scorer == "Kroos"] == [24, 26]


def test_a_third_with_one_before_it_told_is_still_a_goal() -> None:
    text = "Everton beat Fulham 3-0. Lukaku scored in the 10th minute. Barkley added a third in the 80th minute."
    assert [(g.scorer, g.minute) for g in tabellino.read([Report(text)]).goals] == [("Lukaku", 10), ("Barkley", 80)]


@pytest.mark.parametrize(
    ("text", "penalties", "remark"),
    [
        ("Goals by Lukaku, Barkley from the spot and Osman won it for Everton.", {"Barkley"}, "one man's of a list"),
        ("Penalties from Lukaku and Barkley won it for Everton.", {"Lukaku", "Barkley"}, "all of them"),
        ("Goals from Lukaku and Barkley won it for Everton.", set(), "none"),
    ],
)
def test_a_penalty_in_a_list_is_his_behind_whose_name_it_stands(text: str, penalties: set[str], remark: str) -> None:
    told = goals_told(text)
    assert {says.scorer[0].value for says in told if says.penalty} == penalties, remark
