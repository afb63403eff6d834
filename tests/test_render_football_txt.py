"""A match written in Football.TXT reads back as it was; real goal lines read."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_records import RECORD, goal
from tabellino.domain.clock import Minute
from tabellino.domain.record import ScoreLine
from tabellino.errors import DataError
from tabellino.league.goal_lines import ListedGoal, read_goal_line
from tabellino.render.football_txt import UNNAMED, football_txt, goal_line


def test_the_match_is_written_as_the_openfootball_files_write_theirs():
    assert football_txt(RECORD) == (
        "= Serie A 2025/26\n"
        "\n"
        "Sat Feb 14 2026\n"
        "  Inter  v Juventus  3-2 (1-1)  @ San Siro\n"
        "    (Andrea Cambiaso 17' (o.g.) Francesco Pio Esposito 76' Piotr Zieliński 90';"
        " Andrea Cambiaso 26' Manuel Locatelli 83')\n"
        "    Yellow cards: -; Gleison Bremer 50'\n"
        "    Red cards: -; Pierre Kalulu\n"
    )


def test_extra_time_and_shoot_out_follow_the_score():
    goals = (goal(30, "home", "A", (1, 0)), goal(60, "away", "B", (1, 1)), goal(100, "home", "A", (2, 1)))
    score = ScoreLine((2, 1), (1, 0), (2, 1), (5, 3))
    record = msgspec.structs.replace(RECORD, goals=goals, score=score, cards=())
    assert "5-3 pen. 2-1 a.e.t. (1-1, 1-0)" in football_txt(record)


def test_what_is_not_known_is_left_out():
    match = msgspec.structs.replace(RECORD.match, competition=None, season=None, date=None, venue=None)
    record = msgspec.structs.replace(RECORD, match=match, score=ScoreLine((0, 0)), goals=(), cards=())
    assert football_txt(record) == "  Inter  v Juventus  0-0\n"


@pytest.mark.parametrize(
    ("line", "read"),
    [  # (side, name, minute, mark); forms as found in the openfootball files
        (
            "(Schweinsteiger 56', 78' Petit 60' (o.g.);  Nuno Gomes 88')",
            "home Schweinsteiger 56', home Schweinsteiger 78', home Petit 60' og, away Nuno Gomes 88'",
        ),
        ("[-; Csoboth 90+10']", "away Csoboth 90+10'"),
        ("[-;Torres 13']", "away Torres 13'"),
        ("[Havertz 53' (pen.) Musiala 68']", "home Havertz 53' pen, home Musiala 68'"),
        ("(Grosso 119' Del Piero 120+1')", "home Grosso 119', home Del Piero 120+1'"),
        ("Goals: Galic 11' Jerkovic 77', 78'; R. Marin 37' (pen.)  # note", "home Galic 11', home Jerkovic 77',"
         " home Jerkovic 78', away R. Marin 37' pen"),
        ("(Mosquera, Evair; Neymar)", "home Mosquera, home Evair, away Neymar"),
        ("(Petit (o.g.), Evair 17')", "home Petit og, home Evair 17'"),
        ("(N'Golo Kanté 5')", "home N'Golo Kanté 5'"),
    ],
)  # fmt: skip
def test_goal_lines_of_public_files_are_read(line, read):
    told = ", ".join(
        " ".join(
            part
            for part in (one.team, one.scorer, str(one.minute or ""), "og" * one.own_goal, "pen" * one.penalty)
            if part
        )
        for one in read_goal_line(line)
    )
    assert told == read


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("(A 1'; B 2'; C 3')", "has 3 sides; give home goals; away goals"),
        ("(17' A)", "cannot be read at \"17' A\"; write: Name 17'"),
        ("(A 130')", "has minute 130; a match lasts from 1 to 120"),
        ("(A 5' [x])", "cannot be read at"),
    ],
)
def test_a_goal_line_that_cannot_be_read_says_where(line, message):
    with pytest.raises(DataError, match=message):
        read_goal_line(line)


NAMES = st.sampled_from(["Andrea Cambiaso", "N'Golo Kanté", "Di María", "R. Marin", "Pelé", "Łukasz", "O'Neil"])
MINUTES = st.one_of(
    st.none(),
    st.integers(1, 120).map(lambda minute: (minute, None)),
    st.tuples(st.sampled_from([45, 90]), st.integers(1, 12)),
)


@st.composite
def goals(draw):
    """Goals of one match in order, with running score; minutes and scorers may be unknown."""
    made, home, away = [], 0, 0
    for _ in range(draw(st.integers(0, 9))):
        team = draw(st.sampled_from(["home", "away"]))
        home, away = home + (team == "home"), away + (team == "away")
        minute, added = draw(MINUTES) or (None, None)
        kind = draw(st.sampled_from(["", "", "own_goal", "penalty"]))
        marks = {kind: True} if kind else {}
        name = draw(st.one_of(st.none(), NAMES))
        made.append(goal(minute, team, name, (home, away), added_time=added, **marks))
    return tuple(made)


@given(goals())
def test_goals_written_and_read_back_are_the_same(played):
    expected = [
        ListedGoal(
            one.team,
            one.scorer or UNNAMED,
            None if one.minute is None else Minute(one.minute, one.added_time),
            one.own_goal,
            one.penalty,
        )
        for side in ("home", "away")
        for one in played
        if one.team == side
    ]
    assert list(read_goal_line(f"({goal_line(played)})")) == expected
