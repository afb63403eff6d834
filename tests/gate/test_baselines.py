"""The baselines do on claims what they say they do."""

from __future__ import annotations

from gate.baselines import best_in_hindsight, longest, majority, view_of
from gate.told import Happening, MatchTold
from tabellino.domain.claim import Candidate, CardSays, Claim, GoalSays, Says, ScoreSays
from tabellino.domain.clock import TimeWindow


def claim(says: Says, **fields: object) -> Claim:
    return Claim(span=(0, 1), quote="x", says=says, **fields)


def goal(who: str, club: str, minute: float | None = None, own_goal: bool = False) -> Claim:
    time = None if minute is None else TimeWindow(minute, minute, minute, "exact")
    return claim(GoalSays(scorer=(Candidate(who),), team=(Candidate(club),), time=time, own_goal=own_goal))


def view(*claims: Claim) -> MatchTold:
    return view_of(claims, "Leeds United", "Derby County")


def test_retellings_of_a_goal_are_joined():
    told = view(goal("Ayling", "Derby"), goal("Marcus Ayling", "Derby", 58), goal("Ayling", "Derby", 59))
    assert told.goals == (Happening("Marcus Ayling", "away", 58),)


def test_two_goals_of_one_man_stay_two():
    assert len(view(goal("Brandes", "Leeds", 56), goal("Brandes", "Leeds", 79)).goals) == 2


def test_scores_are_turned_to_home_first_and_opinions_do_not_vote():
    away_first = claim(ScoreSays("full_time", 2, 1, club_first="Derby County"))
    opinion = claim(ScoreSays("full_time", 5, 0), manner="opinion")
    unlikely = claim(ScoreSays("full_time", 4, 0), weight=0.2)
    assert view(away_first, opinion, opinion, unlikely).score == (1, 2)


def test_only_red_cards_send_off():
    red = claim(CardSays("red", (Candidate("Garrity"),), (Candidate("Derby"),)))
    yellow = claim(CardSays("yellow", (Candidate("Pike"),)))
    assert [c.person for c in view(red, yellow).reds] == ["Garrity"]


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
    few, many = [goal("Ayling", "Derby", 58)], [goal("Ayling", "Derby", 68), goal("Traore", "Leeds", 93)]
    assert longest([view(*few), view(*many)], [few, many]) == view(*many)


def test_hindsight_takes_the_report_that_proves_right():
    truth = MatchTold("Leeds United", "Derby County", goals=(Happening("Ayling", "away", 58),))
    right, wrong = view(goal("Ayling", "Derby", 58)), view(goal("Pike", "Derby", 58), goal("Nash", "Derby", 60))
    assert best_in_hindsight([wrong, right], truth) == right
