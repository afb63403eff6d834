"""Goals called at the head of a line of a live text: minute, side and scorer are those of the line."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report, extract
from tabellino.domain.claim import GoalSays, ScoreSays

HEAD = "LIVE: EVERTON v FULHAM\n\n1 min: Under way. Steven Naismith kicks off.\n\n"
TAIL = "\n\n88 mins: Leon Osman is booked for a late one on Hugo Rodallega.\n\nFULL-TIME: {}."

#: The line, the final score, then minute, scorer and side of its goal; None where no goal is told.
LINES = [
    ("8 mins: GOAL! Everton 1-0 Fulham. Osman has the freedom of the box.", "1-0", (8, "Osman", "Everton")),
    ("8' GOAL, 1-0. Naismith free-kick, Osman header, nobody near him.", "1-0", (8, "Osman", "Everton")),
    ("8: GOAL! 1-0! Naismith gets there first and catches it flush.", "1-0", (8, "Naismith", "Everton")),
    ("8: WHAT A GOAL! 0-1! Rodallega, on the volley, sweet as you like.", "0-1", (8, "Rodallega", "Fulham")),
    ("8 GOOOAL! Fulham lead! Rodallega is a yard out. He does not ask twice.", "0-1", (8, "Rodallega", None)),
    ("8 MINS: Naismith goes on the charge, Osman meets his cross. Wallop. 1-0.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: GOAL! Everton 1-0 Fulham. Naismith squares to Osman. Tap-in.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: GOAL! Everton 1-0 Fulham. Naismith whips one in, Osman is there.", "1-0", (8, "Osman", "Everton")),
    (
        "8' GOAL! Everton 1-0 Fulham. Own goal by Hangeland! Naismith crosses and he helps it past Schwarzer.",
        "1-0",
        (8, "Hangeland", "Everton"),
    ),
    ("8' Everton 1-0 Fulham (Osman). Naismith with the cross, bang.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: GOAL! Everton 1-0 Fulham (Osman). Naismith pulls it back.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: GOAL! Everton 1-0 Fulham (Osman pen). Rodallega handled.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: GOAL! Everton 1-0 Fulham (Hangeland og). Naismith crosses.", "1-0", (8, "Hangeland", "Everton")),
    (
        "8 GOAL! Everton 1 Fulham 0. It's an own goal. Naismith's cross, Hangeland slides in ahead of Osman and the "
        "ball is in the net.",
        "1-0",
        (8, "Hangeland", "Everton"),
    ),
    ("8 mins: Everton 1 Fulham 0. Osman, from six yards.", "1-0", (8, "Osman", "Everton")),
    ("8 mins: Everton 0 Fulham 0. Osman shoots wide.", "0-0", None),
    ("8 mins: GOAL DISALLOWED! Osman was a yard offside.", "0-0", None),
    ("8 mins: NO GOAL! Osman is flagged.", "0-0", None),
    ("8 mins: GOAL kick to Everton. Osman trots back.", "0-0", None),
    ("8 mins: Everton 0-0 Fulham. Osman shoots wide.", "0-0", None),
    ("8 mins: Osman tries his luck from 25 yards. A yard off target.", "0-0", None),
]


def read(line: str, score: str) -> tuple[list[GoalSays], list[ScoreSays]]:
    text = HEAD + line + TAIL.format(f"Everton {score.replace('-', ' Fulham ')}")
    claims = [claim for claim in extract(text) if claim.weight >= 0.5]
    goals = [claim.says for claim in claims if isinstance(claim.says, GoalSays)]
    return goals, [claim.says for claim in claims if isinstance(claim.says, ScoreSays)]


@pytest.mark.parametrize(("line", "score", "told"), LINES, ids=[line for line, *_ in LINES])
def test_a_goal_called_at_the_head_of_a_line_is_read_from_its_line(
    line: str, score: str, told: tuple[int, str, str | None] | None
) -> None:
    goals, _ = read(line, score)
    if told is None:
        assert not goals, "no goal is told"
        return
    minute, scorer, side = told
    assert goals, "the goal is told"
    assert any(
        goal.time is not None
        and goal.time.best == minute
        and max(goal.scorer, key=lambda one: one.weight).value.endswith(scorer)
        and (side is None or [one.value for one in goal.team] == [side])
        for goal in goals
        if goal.scorer
    ), [(goal.time, goal.scorer, goal.team) for goal in goals]


def test_scores_of_goals_called_are_those_of_their_minutes() -> None:
    text = (
        HEAD
        + "8 mins: GOAL! Everton 1-0 Fulham. Osman, from close in.\n\n20 mins: GOAL! Everton 1-1 Fulham. Rodallega."
        + TAIL.format("Everton 1 Fulham 1")
    )
    scores = [claim.says for claim in extract(text) if isinstance(claim.says, ScoreSays)]
    assert any((s.moment, s.first, s.second) == ("during", 1, 0) for s in scores)
    assert not any((s.moment, s.first, s.second) == ("full_time", 1, 0) for s in scores)


def test_lines_of_which_the_newest_stands_first_are_read_from_the_end() -> None:
    text = (
        "Everton 2-1 Fulham - as it happened\n\nFULL-TIME: Everton 2-1 Fulham\n\n"
        "75 mins: GOAL! Everton 2-1 Fulham. Osman, from close in.\n\n60 mins: Naismith is booked.\n\n"
        "20 mins: GOAL! Everton 1-1 Fulham. Rodallega heads in.\n\n8 mins: GOAL! Everton 1-0 Fulham (Naismith)."
    )
    record = tabellino.read([Report(text)])
    told = [(goal.minute, (goal.scorer or "").split()[-1], goal.team) for goal in record.goals]
    assert told == [(8, "Naismith", "home"), (20, "Rodallega", "away"), (75, "Osman", "home")]


def test_an_own_goal_of_such_a_line_is_his_who_is_named_in_it() -> None:
    text = (
        "Everton 1-0 Fulham - as it happened\n\nFULL-TIME: Everton 1-0 Fulham\n\n80: Rodallega shoots wide.\n\n"
        "77: GOAL! It is one that Hangeland won't want to see again. Low ball in from the flank, the centre-half goes "
        "to cut it out and only manages to divert it past his own keeper.\n\n68: Osman stings the palms.\n\n8: Quiet."
    )
    record = tabellino.read([Report(text)])
    assert [(goal.minute, goal.scorer, goal.own_goal) for goal in record.goals] == [(77, "Hangeland", True)]


def test_minutes_that_go_to_and_fro_make_no_live_text() -> None:
    text = "Everton 2-1 Fulham.\n\n80: Osman ran on.\n\n20: GOAL! Naismith looks back.\n\n60: Rodallega again."
    assert not [
        claim for claim in extract(text) if isinstance(claim.says, GoalSays) and claim.says.team and claim.weight > 0.8
    ]


def test_numbered_paragraphs_make_no_live_text() -> None:
    text = (
        "Everton 1-1 Fulham.\n\n1. A cold night, and Naismith was in.\n\n2. It was 0-1 when Rodallega headed in."
        "\n\n3. Osman levelled. 1-1!\n\n4. Home we went."
    )
    scores = [claim.says for claim in extract(text) if isinstance(claim.says, ScoreSays)]
    assert not [score for score in scores if score.time is not None], "the numbers are no minutes"
