"""Half-time scores, who trailed, the crowd, the referee and the host: read out of sentences."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import FactSays, GoalSays, ScoreSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

HEAD = "Fulham beat Everton 2-1 at Craven Cottage on Saturday.\n\n"


def claims_of(text, kind, head=HEAD):
    return [claim for claim in read_report(Report(head + text, "text")).claims if isinstance(claim.says, kind)]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("At half-time it was 1-0.", (1, 0, None)),
        ("At the break the score was Fulham 0-1 Everton.", (0, 1, "Fulham")),
        ("Everton were 1-0 down at the interval.", (1, 0, "Fulham")),
        ("Fulham, 2-0 up at the break, were in control.", (2, 0, "Fulham")),
        ("Everton trailed 2-1 at half-time.", (2, 1, "Fulham")),
        ("Everton led 2-1 at half-time.", (2, 1, "Everton")),
        ("Everton were 2-1 up when the teams went in at half-time.", (2, 1, "Everton")),
        ("Everton led 2-1 as they trooped off for the break.", (2, 1, "Everton")),
        ("Fulham took a 1-0 half-time lead into the dressing room.", (1, 0, "Fulham")),
        ("Everton went into the break 1-0 ahead.", (1, 0, "Everton")),
        ("A goalless first half gave way to a better second.", (0, 0, None)),
        ("It was still goalless at the break.", (0, 0, None)),
    ],
)
def test_the_half_time_score_and_whose_goals_stand_first(text, score):
    told = {(c.says.first, c.says.second, c.says.club_first) for c in claims_of(text, ScoreSays)
            if c.says.moment == "half_time"}  # fmt: skip
    assert told == {score}


@pytest.mark.parametrize(
    "text",
    [
        "The 1-0 win last season came after a goal at the break of day.",
        "Fulham won 3-0 at Goodison Park in March.",
        "A goalless draw would have suited neither side.",
    ],
)
def test_what_tells_no_half_time_score(text):
    assert [c.quote for c in claims_of(text, ScoreSays) if c.says.moment == "half_time"] == []


@pytest.mark.parametrize(
    "text", ["Everton fell behind in the 20th minute.", "Everton went behind after 20 minutes.",
             "Everton conceded again in the 20th minute."]
)  # fmt: skip
def test_who_falls_behind_has_let_one_in(text):
    teams = {one.value for claim in claims_of(text, GoalSays) for one in claim.says.team}
    assert teams == {"Fulham"}


def test_a_man_named_after_the_club_did_it_himself():
    text = "Everton equalised in the 50th minute, but Dimitar Berbatov restored the lead from the spot in the 60th."
    late = [c.says for c in claims_of(text, GoalSays) if c.says.time is not None and c.says.time.best == 60]
    assert late, "the second goal is told"
    assert {one.value for says in late for one in says.team} <= {"Fulham"}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("A crowd of 24,310 saw a poor match.", "attendance", "24310"),
        ("The attendance was just 9,204.", "attendance", "9204"),
        ("It was watched by a sell-out crowd of 25,700.", "attendance", "25700"),
        ("They played in front of 24,310 in the sun.", "attendance", "24310"),
        ("Everton had an away following of 3,000.", "attendance", None),
        ("The average attendance of 21,000 is a record.", "attendance", None),
        ("It was his goal in front of 12 minutes of pressure.", "attendance", None),
        ("Referee Mike Dean waved play on.", "referee", "Mike Dean"),
        ("The match was refereed by Mr Howard Webb.", "referee", "Howard Webb"),
        ("Everton surrounded referee Martin Atkinson.", "referee", "Martin Atkinson"),
        ("The assistant referee Sian Massey raised her flag.", "referee", None),
        ("The former referee Graham Poll disagreed.", "referee", None),
        ("The referee was kept busy.", "referee", None),
    ],
)
def test_the_crowd_and_the_referee(text, field, value):
    told = {c.says.value for c in claims_of(text, FactSays) if c.says.field == field}
    assert told == ({value} if value else set())


@pytest.mark.parametrize(
    ("head", "host"),
    [
        ("Everton won 2-1 at Fulham on Saturday.\n\n", {"Fulham"}),
        ("Everton slipped to a 2-1 home defeat by Fulham.\n\n", {"Everton"}),
        ("Fulham went down 2-1 away to Everton.\n\n", {"Everton"}),
        ("Fulham and Everton drew 1-1 on Saturday.\n\n", set()),
    ],
)
def test_who_was_at_home(head, host):
    text = "Dimitar Berbatov scored in the 20th minute and Tim Cahill in the 60th."
    assert {c.says.value for c in claims_of(text, FactSays, head) if c.says.field == "home"} == host


@pytest.mark.parametrize(
    ("text", "penalty"),
    [
        ("Berbatov scored from the penalty spot in the 30th minute.", True),
        ("Berbatov converted a penalty on 30 minutes.", True),
        ("Tim Howard saved his penalty, but Berbatov scored from the rebound in the 30th minute.", None),
        ("Berbatov scored from inside the penalty area in the 30th minute.", None),
        ("Ruiz missed a penalty and Berbatov added the second in the 30th minute.", None),
        ("Berbatov picked his spot and stroked it past Howard in the 30th minute.", None),
        ("Berbatov scored from the spot in the 30th minute.", True),
    ],
)
def test_a_penalty_belongs_to_its_goal(text, penalty):
    told = {c.says.penalty for c in claims_of(text, GoalSays) if c.says.time and c.says.time.best == 30}
    assert told == {penalty}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Tim Howard had the bad luck to turn the ball into his own net for the opener.", {True}),
        ("Howard put the ball into his own net for the equaliser.", {True}),
        ("Howard scored an own goal in the 20th minute. Cahill struck the equaliser.", {True, None}),
        ("Cahill struck the opener.", {None}),
    ],
)
def test_what_an_own_goal_did_is_the_same_goal(text, own):
    assert {claim.says.own_goal for claim in claims_of(text, GoalSays)} == own
