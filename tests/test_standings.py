"""Tables under the rules of competition and season."""

from __future__ import annotations

import datetime
import random
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from league_helpers import PACKAGED, match, season, season_of
from tabellino.domain.league import Match, Season
from tabellino.errors import DataError, UnknownCompetition
from tabellino.league.competitions import competition, known
from tabellino.league.moments import Moment, after, find_match
from tabellino.league.schema import clubs_of
from tabellino.league.standings import every_date, standings, zones_at

KNOWN = tomllib.loads((Path(__file__).parent / "data" / "final_tables.toml").read_text("utf-8"))
PUBLISHED = tomllib.loads((Path(__file__).parent / "data" / "published_tables.toml").read_text("utf-8"))
CLUBS = ("Inter", "Milan", "Juventus", "Roma")


def club_order(table_of: Season, **more: object) -> list[str]:
    return [row.club for row in standings(table_of, **more).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "fact"), KNOWN.items(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_final_table_is_the_known_one(name: str, fact: dict[str, object]):
    rows = standings(season_of(name)).rows
    rules, season = competition(name.split(" ")[0]), name.split(" ")[1]
    champion, points = fact["champion"], fact["points"]
    assert (rows[0].club, rows[0].points) == (champion, points), name
    down = [row.club for row in rows if row.place > len(rows) - len(fact["down"])]  # type: ignore[arg-type]
    assert down == fact["down"], f"{name}: relegated, in order of the table"
    in_play_off = [row.club for row in rows if "relegation_play_off" in zones_at(rules, season, row.place)]
    assert in_play_off == [fact["play_off"]] if "play_off" in fact else not in_play_off, f"{name}: relegation play-off"
    spareggio = [row.club for row in rows if (row.note or "").startswith("play-off")]
    assert spareggio == fact.get("spareggio", []), f"{name}: level for the last safe place"


def following(name: str) -> str:
    """The same competition a season later."""
    competition_name, season = name.split(" ")
    return f"{competition_name} {int(season[:4]) + 1}-{int(season[5:]) + 1:02}"


@pytest.mark.parametrize("name", [name for name in KNOWN if following(name) in KNOWN])
def test_who_went_down_is_not_there_the_year_after(name: str):
    """Held against the clubs of the next season, which no table of this one can know."""
    fact, clubs = KNOWN[name], clubs_of(season_of(following(name)))
    down = {*fact["down"], *([fact["play_off"]] if fact.get("stays") is False else [])}
    assert not down & clubs
    assert fact.get("play_off", fact["champion"]) in clubs or fact["stays"] is False
    left = clubs_of(season_of(name)) - clubs
    assert left == down, "nobody else went"


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_table_in_mid_season_is_the_one_that_agencies_printed(name: str):
    season, _, day = name.rpartition(" ")
    table = standings(season_of(season), datetime.date.fromisoformat(day))
    assert [[row.club, row.played, row.points] for row in table.rows] == PUBLISHED[name]["rows"]


def test_the_season_that_ended_early_ranks_by_points_per_match():
    rows = {row.club: row for row in standings(season_of("ligue-1 2019-20")).rows}
    assert rows["Strasbourg"].place == 10, "38 points from 27 matches are more than Angers' 39 from 28"
    assert rows["Angers"].place == 11
    assert (rows["Nice"].place, rows["Reims"].place) == (5, 6), "head-to-head before goal difference in that ruling"


@pytest.mark.parametrize(
    ("name", "club", "day", "played", "points", "remark"),
    [
        ("serie-a 2020-21", "Juventus", (2020, 11, 8), 7, 13, "the match that Napoli did not travel to is awarded"),
        ("serie-a 2020-21", "Napoli", (2020, 11, 8), 7, 14, "lost at the table, and a point deducted"),
        ("serie-a 2020-21", "Juventus", (2020, 12, 22), 13, 24, "annulled: a match fewer"),
        ("serie-a 2020-21", "Napoli", (2020, 12, 22), 12, 24, "annulled: the point is given back"),
        ("ligue-1 2016-17", "Metz", (2017, 1, 5), 18, 17, "two points taken"),
        ("ligue-1 2016-17", "Metz", (2017, 3, 3), 26, 30, "and given back on appeal"),
        ("ligue-1 2023-24", "Montpellier", (2023, 12, 17), 16, 17, "the wire's table of that night"),
        ("ligue-1 2023-24", "Montpellier", (2024, 5, 19), 34, 41, "the final table"),
    ],
)
def test_rulings_hold_while_they_hold(
    name: str, club: str, day: tuple[int, int, int], played: int, points: int, remark: str
):
    row = standings(season_of(name), datetime.date(*day)).row(club)
    assert row is not None
    assert (row.played, row.points) == (played, points), remark


def test_an_award_counts_from_the_day_of_its_ruling():
    held = season_of("bundesliga 2024-25")
    before = standings(held, datetime.date(2025, 1, 8)).row("Bochum")
    then = standings(held, datetime.date(2025, 1, 9)).row("Bochum")
    assert before is not None
    assert then is not None
    assert then.points == before.points + 2, "a draw on the pitch became a win at the table"


def test_a_score_awarded_without_goals_still_gives_the_points():
    row = standings(season_of("ligue-1 2016-17")).row("Lyon")
    assert row is not None
    assert (row.points, row.goals_for, row.goals_against) == (67, 77, 48)


@pytest.mark.parametrize(
    ("day", "points", "remark"),
    [
        ((2023, 1, 19), 37, "before the ruling"),
        ((2023, 1, 20), 22, "fifteen taken"),
        ((2023, 4, 19), 44, "fifteen still taken"),
        ((2023, 4, 20), 59, "given back"),
        ((2023, 5, 22), 59, "ten taken of 69"),
        ((2023, 6, 4), 62, "the final table"),
    ],
)
def test_deductions_hold_from_day_to_day(day: tuple[int, int, int], points: int, remark: str):
    row = standings(season_of("2022-23"), datetime.date(*day)).row("Juventus")
    assert row is not None
    assert row.points == points, remark


def test_a_play_off_decides_the_last_safe_place_once_it_is_played():
    held = season_of("2022-23")
    before = standings(held, datetime.date(2023, 6, 4))
    shared = [(row.place, row.club, row.shared) for row in before.rows if row.place == 17]
    assert sorted(shared) == [(17, "Spezia", True), (17, "Verona", True)]
    later = standings(held, datetime.date(2023, 6, 11))
    assert [(row.place, row.club) for row in later.rows[16:18]] == [(17, "Verona"), (18, "Spezia")]


def test_after_a_match_those_that_kick_off_later_are_to_come():
    held = season_of("2025-26")
    first = find_match(held, "Como v Fiorentina")
    assert first.date == datetime.date(2026, 2, 14)
    table = standings(held, after(first))
    night = standings(held, first.date)
    assert table.row("Inter").played == 24  # type: ignore[union-attr]
    assert night.row("Inter").played == 25  # type: ignore[union-attr]


def test_juventus_are_fourth_before_roma_by_goal_difference_while_a_meeting_is_to_come():
    table = standings(season_of("2025-26"), datetime.date(2026, 2, 14), why=True)
    assert [row.club for row in table.rows[3:5]] == ["Juventus", "Roma"]
    steps = [step for step in table.separations if "Roma" in step.clubs]
    assert steps[0].values is None
    assert steps[0].note == "does not count yet: 1 of 2 matches among them played"
    assert (steps[-1].criterion, steps[-1].values) == ("goal_difference", (20, 15))


def double_round(results: dict[tuple[str, str], tuple[int, int]], of: str, name: str = "2025-26") -> Season:
    """All twelve matches of four clubs; those not given end goalless."""
    pairs = [(home, away) for home in CLUBS for away in CLUBS if home != away]
    rows = [match(day * 7, h, a, *results.get((h, a), (0, 0))) for day, (h, a) in enumerate(pairs)]
    return season(*rows, competition=of, name=name)


#: Inter and Milan end level on nine points: Inter won their meetings, Milan have the better goal difference.
LEVEL = {
    ("Inter", "Milan"): (1, 0),
    ("Inter", "Roma"): (1, 0),
    ("Roma", "Inter"): (1, 0),
    ("Milan", "Roma"): (9, 0),
    ("Milan", "Juventus"): (1, 0),
}


def test_leagues_put_head_to_head_and_goal_difference_in_their_own_order():
    held = double_round(LEVEL, "serie-a", "2021-22")
    top = standings(held).rows[:2]
    assert top[0].points == top[1].points, "the case is made to be level"
    assert [row.club for row in top] == ["Inter", "Milan"]
    assert club_order(double_round(LEVEL, "la-liga"))[:2] == ["Inter", "Milan"]
    for goals_first in ("premier-league", "bundesliga", "ligue-1"):
        assert club_order(double_round(LEVEL, goals_first))[:2] == ["Milan", "Inter"], goals_first


def test_a_title_shared_on_points_waits_for_the_play_off_since_2022_23():
    top = standings(double_round(LEVEL, "serie-a", "2025-26")).rows[:2]
    assert [(row.place, row.shared) for row in top] == [(1, True), (1, True)]
    assert top[0].note == "play-off: one match at the better of the mini-league, penalties at a draw after 90 minutes"
    before = standings(double_round(LEVEL, "serie-a", "2021-22")).rows[:2]
    assert [(row.place, row.shared) for row in before] == [(1, False), (2, False)]


def test_what_results_cannot_break_stays_a_tie():
    table = standings(double_round({}, "la-liga"))
    assert {row.place for row in table.rows} == {1}
    assert all(row.shared for row in table.rows)


def test_the_premier_league_separates_the_level_by_their_own_matches_only_where_it_matters():
    # Inter and Milan level on points, goal difference and goals; Inter won their meeting.
    results = {
        ("Inter", "Milan"): (1, 0),
        ("Milan", "Roma"): (1, 0),
        ("Juventus", "Inter"): (0, 0),
        ("Roma", "Inter"): (1, 0),
    }
    results |= {("Inter", "Roma"): (1, 0), ("Juventus", "Milan"): (0, 1)}
    for name, places in (("2018-19", [1, 1]), ("2019-20", [1, 2])):
        rows = standings(double_round(results, "premier-league", name)).rows
        assert (rows[0].points, rows[0].goal_difference, rows[0].goals_for) == (
            rows[1].points, rows[1].goal_difference, rows[1].goals_for,
        ), "the case is made to be level"  # fmt: skip
        assert [row.place for row in rows[:2]] == places, name


def test_a_mini_league_of_three_counts_only_their_matches():
    # Inter, Milan and Juventus end level; Juventus won at home against both, and Inter have by far the most goals.
    results = {
        ("Juventus", "Inter"): (1, 0), ("Juventus", "Milan"): (1, 0), ("Inter", "Juventus"): (1, 0),
        ("Milan", "Inter"): (1, 0), ("Inter", "Roma"): (9, 0), ("Milan", "Roma"): (1, 0), ("Roma", "Juventus"): (0, 0),
        ("Milan", "Juventus"): (0, 0), ("Inter", "Milan"): (0, 0), ("Juventus", "Roma"): (0, 0),
    }  # fmt: skip
    table = standings(double_round(results, "serie-a", "2021-22"), why=True)
    group = [row for row in table.rows if row.club != "Roma"]
    first = table.separations[0]
    level = [row for row in group if row.points == group[0].points]
    assert set(first.clubs) == {row.club for row in level}
    assert first.criterion == "h2h_points"
    assert len(first.matches) == len(level) * (len(level) - 1)
    assert all("Roma" not in (home, away) for home, away, _, _ in first.matches)
    assert first.values == tuple(sorted(first.values or (), reverse=True))


def test_in_the_bundesliga_who_has_not_met_twice_shares_the_place():
    """Inter and Milan: a win and a defeat each, two goals for; Milan have scored away, which may not count yet."""
    results = [match(0, "Inter", "Roma", 2, 0), match(0, "Juventus", "Milan", 0, 2),
               match(7, "Roma", "Inter", 1, 0), match(7, "Milan", "Juventus", 0, 1)]  # fmt: skip
    shared = standings(season(*results, competition="bundesliga"))
    assert [(row.club, row.place) for row in shared.rows[:2]] == [("Inter", 1), ("Milan", 1)]
    meetings = [match(14, "Inter", "Milan", 1, 1), match(21, "Milan", "Inter", 1, 1)]
    met = standings(season(*results, *meetings, competition="bundesliga"))
    assert [(row.club, row.place) for row in met.rows[:2]] == [("Milan", 1), ("Inter", 2)], "away goals now count"


def test_head_to_head_after_goals_counts_those_still_level_alone():
    """Milan, Inter and Juventus on eight points, Juventus behind on goal difference. Milan have four points from the
    meetings with Inter, who have more than Milan only when those with Juventus are counted."""
    results = {
        ("Milan", "Inter"): (2, 0),
        ("Inter", "Juventus"): (3, 0), ("Juventus", "Inter"): (0, 2),
        ("Juventus", "Roma"): (2, 0), ("Roma", "Juventus"): (0, 2), ("Roma", "Inter"): (1, 0),
    }  # fmt: skip
    table = standings(double_round(results, "ligue-1", "2021-22"), why=True)
    assert [(row.club, row.points, row.goal_difference) for row in table.rows[:3]] == [
        ("Milan", 8, 2), ("Inter", 8, 2), ("Juventus", 8, -1),
    ]  # fmt: skip
    step = table.separations[-1]
    assert (step.criterion, step.clubs, step.values) == ("h2h_points", ("Milan", "Inter"), (4, 1))
    assert len(step.matches) == 2, "those with Juventus are not counted"


def test_rules_change_with_the_season():
    ligue_1 = competition("ligue-1")
    assert ligue_1.criteria_of("2016-17").order == ("goal_difference", "goals_for"), "goals before the meetings"
    assert ligue_1.criteria_of("2017-18").order[1] == "h2h_points"
    assert ligue_1.criteria_of("2024-25").order[-1] == "away_goals"
    assert "away_goals" not in ligue_1.criteria_of("2025-26").order
    assert competition("premier-league").criteria_of("2018-19").if_it_matters == ()
    assert competition("premier-league").criteria_of("2019-20").if_it_matters == ("h2h_points", "h2h_away_goals")
    assert competition("serie-a").play_offs_of("2021-22") == ()
    assert [rule.place for rule in competition("serie-a").play_offs_of("2023-24")] == [1, 17]


def test_zones_follow_the_season():
    serie_a = competition("serie-a")
    assert zones_at(serie_a, "2016-17", 4) == ("europa_league",)
    assert zones_at(serie_a, "2016-17", 5) == ("europa_league",)
    assert zones_at(serie_a, "2016-17", 6) == ("europa_league_with_cup",)
    assert zones_at(serie_a, "2020-21", 6) == ("europa_or_conference_league",), "the first Conference League"
    assert zones_at(serie_a, "2020-21", 7) == ("conference_league_with_cup",)
    assert zones_at(serie_a, "2017-18", 4) == ("champions_league",)
    assert zones_at(serie_a, "2023-24", 5) == ("champions_league",), "one place more that season"
    assert zones_at(competition("bundesliga"), "2023-24", 16) == ("relegation_play_off",)


def test_an_unknown_competition_lists_the_known_ones():
    with pytest.raises(UnknownCompetition, match=r"unknown competition 'serie-z'; known: .*bundesliga.*serie-a"):
        competition("serie-z")


def test_a_season_before_the_rules_is_refused():
    with pytest.raises(DataError, match="Serie A 1990-91: no rules for this season; they begin with 2013-14"):
        standings(season(match(0, "Inter", "Milan", 1, 0), name="1990-91"))


@pytest.mark.parametrize("key", known())
def test_every_rules_file_keeps_its_schema(key: str):
    rules = competition(key)
    assert rules.key == key
    for entry in (*rules.deduction, *rules.awarded):
        assert entry.season >= rules.criteria[0].since, "a ruling of a season for which there are rules"


@pytest.mark.parametrize("name", PACKAGED)
def test_the_table_of_the_last_day_is_the_table_of_all_matches(name: str):
    held = season_of(name)
    tables = list(every_date(held))
    assert tables[-1].rows == standings(held, held.matches[-1].date).rows
    middle = tables[len(tables) // 2]
    assert middle == standings(held, middle.moment), "one pass and one table agree"


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    goals = st.integers(0, 4)
    results = {(h, a): (draw(goals), draw(goals)) for h in CLUBS for a in CLUBS if h != a}
    of = draw(st.sampled_from(("serie-a", "premier-league", "la-liga", "bundesliga", "ligue-1")))
    return double_round(results, of)


@settings(max_examples=60, deadline=None)
@given(seasons())
def test_points_add_up_and_goals_cancel_out(held: Season):
    rows = standings(held).rows
    draws = sum(m.home_goals == m.away_goals for m in held.matches)
    assert sum(row.points for row in rows) == 3 * len(held.matches) - draws
    assert sum(row.goal_difference for row in rows) == 0
    assert all(row.played == row.won + row.drawn + row.lost for row in rows)
    assert [row.points for row in rows] == sorted((row.points for row in rows), reverse=True)


@settings(max_examples=40, deadline=None)
@given(seasons(), st.randoms(use_true_random=False))
def test_shuffling_the_matches_changes_nothing(held: Season, chance: random.Random):
    rows: list[Match] = list(held.matches)
    chance.shuffle(rows)
    assert (
        standings(msgspec.structs.replace(held, matches=tuple(sorted(rows, key=lambda m: m.date)))).rows
        == standings(held).rows
    )


@settings(max_examples=40, deadline=None)
@given(seasons(), st.integers(0, 90))
def test_a_table_on_a_day_counts_the_matches_up_to_it(held: Season, days: int):
    date = datetime.date(2025, 9, 1) + datetime.timedelta(days=days)
    rows = standings(held, Moment(date)).rows
    assert sum(row.played for row in rows) == 2 * sum(m.date <= date for m in held.matches)
