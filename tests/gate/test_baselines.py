"""The baselines do on claims what they say they do."""

from __future__ import annotations

from gate.baselines import View, best_in_hindsight, fullest, majority, view_of
from gate.told import Happening, MatchTold
from tabellino.domain.claim import Candidate, CardSays, Claim, GoalSays, Says, ScoreSays
from tabellino.domain.clock import TimeWindow

TRUTH = MatchTold(
    "Leeds United",
    "Derby County",
    goals=(Happening("Kris Halloran", "home", 17, own_goal=True), Happening("Ayling", "away", 58)),
    reds=(Happening("Garrity", "away"),),
)


def claim(says: Says, **fields: object) -> Claim:
    return Claim(span=(0, 1), quote="x", says=says, **fields)


def goal(who: str, club: str | None, minute: float | None = None, **fields: object) -> Claim:
    time = None if minute is None else TimeWindow(minute, minute, minute, "exact")
    team = (Candidate(club),) if club else ()
    return claim(GoalSays(scorer=(Candidate(who),), team=team, time=time, **fields))


def view(*claims: Claim) -> View:
    return view_of(claims, TRUTH)


def test_retellings_of_a_goal_are_joined():
    told = view(goal("Ayling", "Derby"), goal("Marcus Ayling", "Derby", 58), goal("Ayling", "Derby", 59)).told
    assert told.goals == (Happening("Marcus Ayling", "away", 58),)


def test_two_goals_of_one_man_stay_two():
    assert len(view(goal("Brandes", "Leeds", 56), goal("Brandes", "Leeds", 79)).told.goals) == 2


def test_scored_twice_makes_two_even_without_minutes():
    twice = view(goal("Brandes", "Leeds", nth_of_player=1), goal("Brandes", "Leeds", nth_of_player=2))
    assert len(twice.told.goals) == 2
    assert len(majority([twice, twice]).goals) == 2


def test_where_a_claim_leaves_the_side_open_the_labels_give_it():
    told = view(goal("Halloran", None, 17, own_goal=True), goal("Marcus Ayling", None, 58)).told
    assert [str(g) for g in told.goals] == ["17' Halloran (og) for home", "58' Marcus Ayling for away"]
    wrongly_plain = view(goal("Halloran", None, 17)).told
    assert str(wrongly_plain.goals[0]) == "17' Halloran for away"


def test_scores_are_turned_to_home_first_and_opinions_do_not_vote():
    away_first = claim(ScoreSays("full_time", 2, 1, club_first="Derby County"))
    opinion = claim(ScoreSays("full_time", 5, 0), manner="opinion")
    unlikely = claim(ScoreSays("full_time", 4, 0), weight=0.2)
    running = claim(ScoreSays("during", 0, 1))
    assert view(away_first, opinion, opinion, unlikely, running).told.score == (1, 2)


def test_only_red_cards_send_off():
    red = claim(CardSays("red", (Candidate("Garrity"),)))
    yellow = claim(CardSays("yellow", (Candidate("Pike"),)))
    assert view(red, yellow).told.reds == (Happening("Garrity", "away"),)


def test_the_majority_drops_what_few_tell_and_takes_the_commonest_field():
    own = goal("Halloran", "Leeds", 17, own_goal=True)
    views = [
        view(own, goal("Ayling", "Derby", 58)),
        view(own, goal("Ayling", "Derby", 58)),
        view(goal("Prentice", "Leeds", 17), goal("Ayling", "Derby", 68)),
    ]
    assert [str(g) for g in majority(views).goals] == ["17' Halloran (og) for home", "58' Ayling for away"]


def test_the_majority_minute_is_a_median_of_what_was_told():
    views = [view(goal("Traore", "Leeds", m)) for m in (88, 90, 91)]
    assert majority(views).goals[0].minute == 90


def test_the_fullest_report_is_the_one_that_claims_most():
    few, many = view(goal("Ayling", "Derby", 58)), view(goal("Ayling", "Derby", 68), goal("Traore", "Leeds", 93))
    assert fullest([few, many]) == many.told


def test_hindsight_takes_the_report_that_proves_right():
    right, wrong = view(goal("Ayling", "Derby", 58)), view(goal("Pike", "Derby", 58), goal("Nash", "Derby", 60))
    assert best_in_hindsight([wrong, right], TRUTH) == right.told
