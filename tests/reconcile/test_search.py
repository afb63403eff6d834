"""The search finds the most probable lawful record: brute force over all of them is the judge."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from solver_cases import WEIGHTS, World

from tabellino.domain.claim import Claim, GoalSays
from tabellino.domain.clock import TimeWindow
from tabellino.reconcile import search as search_module
from tabellino.reconcile.alternatives import alternatives
from tabellino.reconcile.bound import NEVER, Bound, Credits, Gains, Limits
from tabellino.reconcile.entries import Entry
from tabellino.reconcile.evidence import GoalClaim, Hypothesis
from tabellino.reconcile.problem import Problem
from tabellino.reconcile.scoreline import ScoreClaim, Scoreline
from tabellino.reconcile.search import TOLERANCE, Search, key_of

MINUTES = (3.0, 17.0, 44.0, 45.02, 50.0, 76.0)
EFFECTS = ("opener", "equaliser", "lead", "doubles", "extends", "reduces", "winner")
chances = st.sampled_from((0.05, 0.3, 0.6, 0.95))
scores = st.tuples(st.integers(0, 3), st.integers(0, 2))


@st.composite
def goal_claims(draw: st.DrawFn) -> GoalClaim:
    minute = draw(st.none() | st.sampled_from(MINUTES))
    window = None if minute is None else TimeWindow(minute, minute, minute, "exact")
    if draw(st.integers(0, 5)) == 0:
        window = TimeWindow(46.0, 90.0, None, "bound")
    says = GoalSays(
        time=window,
        own_goal=draw(st.sampled_from((None, None, None, True))),
        effects=tuple(draw(st.lists(st.sampled_from(EFFECTS), max_size=1))),
        score_after=draw(st.none() | scores),
        score_order=draw(st.sampled_from((None, "home", "team"))),
        nth_of_player=draw(st.sampled_from((None, None, None, 1, 2))),
        nth_of_team=draw(st.sampled_from((None, None, 2))),
    )
    named = draw(st.lists(st.integers(0, 3), max_size=2, unique=True))
    scorers = {person: draw(chances) / len(named) for person in named}
    if scorers:
        scorers[-1] = max(0.0, 1.0 - sum(scorers.values()))
    side = draw(st.sampled_from((None, "home", "away")))
    sides = {side: draw(chances)} if side else {}
    weight = draw(st.sampled_from((0.2, 0.6, 0.9, 0.985)))
    return GoalClaim(draw(st.integers(0, 2)), 0, Claim((0, 1), "x", says), says, scorers, sides, weight)


@st.composite
def score_claims(draw: st.DrawFn) -> ScoreClaim:
    weight = draw(st.sampled_from((0.3, 0.9, 0.985)))
    moment = draw(st.sampled_from(("full_time", "full_time", "half_time", "during")))
    if moment != "during" and draw(st.integers(0, 3)) == 0:
        return ScoreClaim(0, 0, moment, frozenset(), draw(st.sampled_from(("home", "away", "draw"))), weight)
    score = draw(scores)
    return ScoreClaim(0, 0, moment, frozenset({score, score[::-1]} if draw(st.booleans()) else {score}), None, weight)


@st.composite
def worlds(draw: st.DrawFn, most_goals: int = 5) -> World:
    """Goals at one or two places of the order, for one side or either, and claims that fit several of them."""
    entries = []
    doubts = draw(st.lists(st.sampled_from((0.0, 0.1, 0.7, 2.5)), min_size=8, max_size=8))  # of each man for each side
    for group in range(draw(st.integers(0, most_goals))):
        minute = draw(st.none() | st.sampled_from(MINUTES))
        gaps = st.lists(st.sampled_from((0.5, 30.5, 80.5)), min_size=1, max_size=2, unique=True)
        places = [minute] if minute is not None else draw(gaps)
        person, own_goal = draw(st.integers(-1, 3)), draw(st.integers(0, 5)) == 0
        sides = draw(st.sampled_from((("home",), ("away",), ("home", "away"), ("home", "away"))))
        for side, place in product(sides, places):
            doubt = 0.0 if person < 0 else doubts[2 * person + ((side == "home") != own_goal)]
            cost = draw(st.sampled_from((1.2, 2.0, 4.0))) + doubt
            narrow = 0.0 if minute is not None else draw(st.sampled_from((0.0, 0.4, 1.5)))
            entries.append(Entry(Hypothesis(person, own_goal, side, minute, None, cost, group, doubt), place, narrow))
    entries.sort(key=lambda e: (e.place, e.hypothesis.group, e.hypothesis.side))
    return World(entries, draw(st.lists(goal_claims(), max_size=8)), draw(st.lists(score_claims(), max_size=4)))


def problem_of(world: World) -> Problem:
    return Problem(world.entries, world.claims, Scoreline(world.scores, WEIGHTS["score"]), WEIGHTS["goal"])


def close(one: float, other: float) -> bool:
    return abs(one - other) <= 2 * TOLERANCE


@settings(max_examples=120, deadline=None)
@given(worlds())
def test_no_lawful_record_is_more_probable_than_the_one_found(world: World):
    found = alternatives(problem_of(world), reach=30.0, most_branches=10_000)
    best = max(world.worth_of(record) for record in world.records())
    assert close(found.best.log_probability, best), "the search missed the best record"
    assert close(world.worth_of(found.best.goals), best), "the record found is not worth what the search says"
    assert found.gap == 0.0, "a small problem must end with a proof"


@settings(max_examples=120, deadline=None)
@given(worlds())
def test_the_proof_holds_when_the_bound_is_tightened_again_and_again(world: World):
    """Searches that give up after one branch and better their credits first, as only hard matches make them do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "FIRST_BRANCHES", 1)
        found = alternatives(problem_of(world), reach=30.0, most_branches=10_000)
    best = max(world.worth_of(record) for record in world.records())
    assert close(found.best.log_probability, best), "the search missed the best record"
    assert found.gap == 0.0, "a small problem must end with a proof"


@settings(max_examples=60, deadline=None)
@given(worlds(most_goals=4), st.sampled_from((2.0, 30.0)))
def test_what_denies_a_goal_or_the_score_is_the_best_that_does(world: World, reach: float):
    found = alternatives(problem_of(world), reach=reach, most_branches=10_000)
    least = found.best.log_probability - reach
    counts = Counter(key_of(e.hypothesis) for e in found.best.goals)
    for entry, other in zip(found.best.goals, found.without, strict=True):
        key = key_of(entry.hypothesis)
        best = max(
            world.worth_of(record)
            for record in world.records()
            if sum(key_of(e.hypothesis) == key for e in record) < counts[key]
        )
        assert close(other.log_probability, best) if other else best <= least + TOLERANCE, f"without {key}"
    best = max(world.worth_of(record, not_score=found.best.score) for record in world.records())
    other = found.other_score
    assert close(other.log_probability, best) if other else best <= least + TOLERANCE, "another score"
    assert other is None or other.score != found.best.score


@settings(max_examples=60, deadline=None)
@given(worlds(), st.data())
def test_the_bound_holds_for_any_credits(world: World, draw: st.DataObject):
    """Credits change how tight the bound is, never whether it holds; the same goes for the rest from each state on."""
    problem = problem_of(world)
    nats = st.sampled_from((0.0, 0.5, 2.0, 5.0))
    credits = Credits(
        {c: draw.draw(nats) for c in range(len(world.claims))}, {g: draw.draw(nats) for g in set(problem.group)}
    )
    entries = range(len(world.entries))
    upper, _ = Bound(problem, entries, Limits(), Gains(problem, entries, credits)).forward(NEVER)
    assert upper >= max(world.worth_of(record) for record in world.records()) - TOLERANCE


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_a_search_cut_short_tells_how_much_is_open(world: World):
    """The certificate: what was found and the gap together are never less than the truth."""
    problem = problem_of(world)
    entries = range(len(world.entries))
    search = Search(problem, entries, Limits(), NEVER, Gains(problem, entries, Credits(problem.first_credits())))
    search.offer(())
    search.run(most_branches=2)
    best = max(world.worth_of(record) for record in world.records())
    assert search.value <= best + TOLERANCE
    assert search.value + search.gap() >= best - 2 * TOLERANCE, "the certificate does not cover the best record"


@settings(max_examples=60, deadline=None)
@given(worlds(most_goals=6))
def test_records_are_lawful(world: World):
    found = alternatives(problem_of(world), reach=30.0, most_branches=10_000)
    for solution in (found.best, found.other_score, *found.without):
        if solution is None:
            continue
        groups = [e.hypothesis.group for e in solution.goals]
        assert len(set(groups)) == len(groups), "a goal was taken twice"
        places = [e.place for e in solution.goals]
        assert places == sorted(places), "time runs backwards"
        plays = {(e.hypothesis.person, (e.hypothesis.side == "home") != e.hypothesis.own_goal) for e in solution.goals}
        people = [person for person, _ in plays if person >= 0]
        assert len(set(people)) == len(people), "a man plays for both sides"
        home = sum(e.hypothesis.side == "home" for e in solution.goals)
        assert solution.score[0] >= home, "more goals than the score"
        assert solution.score[1] >= len(groups) - home, "more goals than the score"


def test_a_world_without_claims_has_no_goals():
    found = alternatives(problem_of(World((), (), ())), reach=12.0, most_branches=100)
    assert found.best.goals == ()
    assert found.best.score == (0, 0)
    assert found.other_score is None


@pytest.mark.parametrize(("home", "away"), [(9, 0), (0, 9), (7, 7)])
def test_many_goals_fit_into_the_states(home: int, away: int):
    """High scores were played (149-0 as a protest); every claimed goal of a rout stays."""
    entries, claims = [], []
    for n in range(home + away):
        says = GoalSays(time=TimeWindow(5.0 * n + 1, 5.0 * n + 1, 5.0 * n + 1, "exact"))
        side = "home" if n < home else "away"
        entries.append(Entry(Hypothesis(n, False, side, 5.0 * n + 1, None, 1.2, n), 5.0 * n + 1))
        claims.append(GoalClaim(0, n, Claim((n, n + 1), "x", says), says, {n: 0.95, -1: 0.05}, {side: 0.95}, 0.95))
    found = alternatives(problem_of(World(entries, claims, ())), reach=12.0, most_branches=10_000)
    assert found.best.score == (home, away)
    assert math.isfinite(found.best.log_probability)
