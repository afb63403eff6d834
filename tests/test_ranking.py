"""Many final tables at once are ordered as the league part orders one."""

from __future__ import annotations

import itertools

import msgspec
import numpy as np
import pytest

from odds_helpers import small_season
from tabellino.domain.league import Season
from tabellino.errors import DataError
from tabellino.league.competitions import competition, known
from tabellino.league.standings import standings
from tabellino.odds.ranking import PlayOffRule, Ranking

CLUBS = 5
NAMES = [f"Club {chr(65 + number)}" for number in range(CLUBS)]
PAIRS = list(itertools.permutations(range(CLUBS), 2))


def ranking_of(key: str, season: str, played: list[tuple[int, int, int, int]], left: list[tuple[int, int]]) -> Ranking:
    rules = competition(key).criteria_of(season)
    criteria = [*rules.order, *(rules.if_it_matters or ())]
    home, away = zip(*left, strict=True)
    return Ranking(CLUBS, home, away, played, [0] * CLUBS, criteria, restart=rules.restart)


def table_of(key: str, season: str, scores: np.ndarray) -> list[tuple[str, bool, int]]:
    """The league part's table: club, whether it shares its place, points."""
    matches = [
        msgspec.structs.replace(match, home=NAMES[h], away=NAMES[a], home_goals=int(x), away_goals=int(y))
        for match, (h, a), (x, y) in zip(small_season(CLUBS).matches, PAIRS, scores, strict=True)
    ]
    rows = standings(Season(key, season, tuple(matches))).rows
    return [(row.club, row.shared, row.points) for row in rows]


#: Every order of criteria that any competition has had. Play-offs are tested apart, so Serie A stops before them.
RULES = [
    pytest.param("serie-a", "2021-22", id="head-to-head of the whole group"),
    pytest.param("la-liga", "2021-22", id="head-to-head that begins anew"),
    pytest.param("premier-league", "2018-19", id="goals, then a shared place"),
    pytest.param("premier-league", "2021-22", id="goals, then head-to-head where it matters"),
    pytest.param("bundesliga", "2021-22", id="goals, then head-to-head of those still level"),
    pytest.param("ligue-1", "2016-17", id="goals alone"),
    pytest.param("ligue-1", "2021-22", id="goal difference, four times head-to-head, goals"),
    pytest.param("ligue-1", "2025-26", id="goal difference, head-to-head, goals, wins"),
]


def test_every_order_of_criteria_is_among_the_tested_ones():
    tested = {competition(param.values[0]).criteria_of(param.values[1]) for param in RULES}
    known_ones = {one for key in known() for one in competition(key).criteria if one.points_per_match_from is None}
    assert {one.order for one in known_ones} <= {one.order for one in tested}
    assert {one.if_it_matters for one in known_ones} <= {one.if_it_matters for one in tested}


@pytest.mark.parametrize(("key", "season"), RULES)
@pytest.mark.parametrize("already_played", [0, 13])
@pytest.mark.parametrize("tied", [True, False], ids=["many level on goals too", "few level on goals"])
def test_every_simulated_table_is_that_of_the_rules(key: str, season: str, already_played: int, tied: bool):
    """Low scores, so that two, three and four clubs are often level. Where the rules leave a tie, any order will do."""
    rng = np.random.default_rng(3)
    seasons = 300
    scores = rng.integers(0, 2, (seasons, len(PAIRS), 2)).astype(np.uint8)
    if tied:  # mostly goalless, so that clubs level on points are mostly level on goal difference and goals
        scores[rng.random((seasons, len(PAIRS))) < 0.7] = 0
    scores[:, :already_played] = scores[0, :already_played]
    played = [(h, a, int(x), int(y)) for (h, a), (x, y) in zip(PAIRS, scores[0], strict=True)][:already_played]
    ranking = ranking_of(key, season, played, PAIRS[already_played:])
    home_goals, away_goals = (np.ascontiguousarray(scores[:, already_played:, side].T) for side in (0, 1))
    places, points = ranking.order(home_goals, away_goals, rng)
    level, compared = 0, 0
    for number in range(seasons):
        table = table_of(key, season, scores[number])
        level += len({row[2] for row in table}) < CLUBS
        order = [NAMES[club] for club in places[:, number]]
        assert [points[NAMES.index(club), number] for club in order] == [row[2] for row in table]
        for place, (club, shared, _) in enumerate(table):
            compared += not shared and table[place - 1][2] == table[place][2]
            if not shared:
                assert order[place] == club, f"season {number}: {order} against {table}"
    assert level > 150, "the table of cases must hold ties"
    assert compared > 50, "and clubs level on points that the rules can order"


@pytest.mark.parametrize(
    ("criteria", "first"),
    [
        pytest.param(["h2h_points"], 0, id="A beat B"),
        pytest.param(["goal_difference"], 1, id="B has the better goal difference"),
        pytest.param(["away_wins"], 0, id="A won away"),
        pytest.param(["h2h_away_goals"], 1, id="B scored away against A"),
    ],
)
def test_each_criterion_can_decide(criteria: list[str], first: int):
    """A and B on six points each: A 2-1 B, A beat C away, B beat C twice by far."""
    scores = {(0, 1): (2, 1), (2, 0): (0, 1), (1, 2): (4, 0), (2, 1): (0, 0), (0, 2): (0, 4), (1, 0): (0, 0)}
    del scores[2, 1], scores[1, 0]
    scores[1, 2], scores[2, 1] = (4, 0), (0, 4)
    home, away = zip(*scores, strict=True)
    ranking = Ranking(3, home, away, [], [0, 0, 0], criteria)
    if "away_wins" in criteria:
        scores[2, 1], scores[1, 0] = (1, 0), (3, 0)
        home, away = zip(*scores, strict=True)
        ranking = Ranking(3, home, away, [], [0, 0, 0], criteria)
    goals = np.array(list(scores.values()), np.uint8)
    places, points = ranking.order(goals[:, :1].copy(), goals[:, 1:].copy(), np.random.default_rng(0))
    assert points[0, 0] == points[1, 0], "the two must be level on points"
    assert places[0, 0] == first


def test_deducted_points_count():
    ranking = Ranking(2, [0], [1], [(1, 0, 0, 0)], [3, 0], ["goal_difference"])
    one = np.array([[1]], np.uint8), np.array([[0]], np.uint8)
    places, points = ranking.order(*one, np.random.default_rng(0))
    assert points[:, 0].tolist() == [1, 1], "A won and drew, less three points"
    assert places[0, 0] == 0, "the goal difference is A's"


def test_what_no_criterion_splits_is_decided_by_lot():
    ranking = Ranking(2, [0, 1], [1, 0], [], [0, 0], ["h2h_points", "goal_difference", "goals_for"])
    goals = np.ones((2, 4000), np.uint8)
    places, _ = ranking.order(goals, goals, np.random.default_rng(0))
    assert 0.45 < places[0].mean() < 0.55


@pytest.mark.parametrize("chance", [0.0, 0.3, 1.0])
def test_a_play_off_is_won_as_often_as_told(chance: float):
    rule = PlayOffRule(1, np.full((2, 2), chance))
    ranking = Ranking(2, [0, 1], [1, 0], [], [0, 0], ["goal_difference"], play_offs=[rule])
    home = np.vstack([np.full(8000, 3), np.full(8000, 1)]).astype(np.uint8)
    away = np.zeros((2, 8000), np.uint8)
    places, points = ranking.order(home, away, np.random.default_rng(0))
    assert (points[0] == points[1]).all()
    assert (places[0] == 0).mean() == pytest.approx(chance, abs=0.02), "A is above by goals and plays for it"


def test_no_play_off_without_a_tie():
    rule = PlayOffRule(1, np.zeros((2, 2)))
    ranking = Ranking(2, [0], [1], [], [0, 0], ["goal_difference"], play_offs=[rule])
    places, _ = ranking.order(np.array([[1]], np.uint8), np.array([[0]], np.uint8), np.random.default_rng(0))
    assert places[0, 0] == 0


def test_an_unknown_criterion_is_refused_with_the_known_ones():
    with pytest.raises(DataError, match=r"unknown criteria fair_play; known: points, .*each also with h2h_"):
        Ranking(2, [0], [1], [], [0, 0], ["fair_play"])


def test_more_clubs_than_fit_are_refused():
    with pytest.raises(DataError, match="33 clubs in one table; at most 32"):
        Ranking(33, [0], [1], [], [0] * 33, [])
