"""Laws of the solver on lawful matches and noisy reports of them."""

from __future__ import annotations

import datetime
import random
from collections import Counter

import msgspec
import pytest
from solver_cases import AWAY, HOME, TrueGoal, TrueMatch, lawful_match, reading_of, solved, told

from tabellino import data
from tabellino.domain.reading import Reading
from tabellino.reconcile import solve as solve_module
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.record import make_record
from tabellino.reconcile.views import goal_views

SEEDS = range(40)


def readings_of(seed: int, reports: int = 3, noise: float = 0.15) -> tuple[TrueMatch, list[Reading]]:
    rng = random.Random(seed)
    match = lawful_match(rng)
    return match, [reading_of(match, rng, noise, f"report {n}") for n in range(reports)]


def facts(readings: list[Reading]) -> tuple[object, ...]:
    """The record without what numbers the reports."""
    record = make_record(readings, pairings(readings)[0])
    goals = [msgspec.structs.replace(goal, claims=()) for goal in record.goals]
    cards = [msgspec.structs.replace(card, claims=()) for card in record.cards]
    return record.match, record.score, goals, cards, record.next_best, record.probabilities


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_the_reports_does_not_matter(seed: int):
    _, readings = readings_of(seed, reports=4)
    expected = facts(readings)
    shuffled = random.Random(seed + 1).sample(readings, len(readings))
    assert facts(shuffled) == expected
    assert facts(readings[::-1]) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_a_report_given_twice_changes_nothing(seed: int):
    _, readings = readings_of(seed)
    expected = facts(readings)
    twice = [*readings, readings[0], readings[-1]]
    assert facts(twice) == expected
    assert facts([readings[0], *twice]) == expected


def test_a_copy_is_named_and_its_claims_get_their_verdicts():
    _, readings = readings_of(3)
    record = make_record([*readings, readings[1]], pairings([*readings, readings[1]])[0])
    assert [report.copy_of for report in record.reports] == [None, None, None, 2]
    ids = [claim.id for claim in record.claims]
    assert len([i for i in ids if i.startswith("4#")]) == len([i for i in ids if i.startswith("2#")]) > 0
    verdicts = {claim.id: claim.verdict for claim in record.claims}
    differ = [i for i in ids if i.startswith("2#") and verdicts[i] != verdicts[f"4#{i[2:]}"]]
    assert not differ, "a copy is judged like its original"


@pytest.mark.parametrize("seed", SEEDS)
def test_goals_add_up_to_the_score(seed: int):
    _, readings = readings_of(seed, noise=0.3)
    best = solved(readings).best
    home = sum(e.hypothesis.side == "home" for e in best.goals)
    away = len(best.goals) - home
    assert best.score[0] >= home, "more goals than the score"
    assert best.score[1] >= away, "more goals than the score"
    record = make_record(readings, pairings(readings)[0])
    last = (home, away) if best.score == (home, away) else None  # untold goals may have come before
    assert [goal.score_after for goal in record.goals][-1:] in ([], [last])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_man_plays_for_one_side(seed: int):
    _, readings = readings_of(seed, noise=0.4)
    goals = told(solved(readings))
    plays = Counter((name, (side == "home") != own) for name, side, own, _ in goals if name)
    assert len({name for name, _ in plays}) == len(plays)


@pytest.mark.parametrize("seed", SEEDS)
def test_reports_without_a_mistake_give_the_match(seed: int):
    match, readings = readings_of(seed, noise=0.0)
    answer = solved(readings)
    assert answer.best.score == match.score()
    assert told(answer) == [
        (g.scorer, "home" if g.club == HOME else "away", g.own_goal, float(g.minute)) for g in match.goals
    ]


def wrong(match: TrueMatch, readings: list[Reading]) -> int:
    """How much of the record is not as it was: goals missing, goals invented, and the score."""
    answer = solved(readings)
    truth = Counter((g.scorer, "home" if g.club == HOME else "away", g.own_goal) for g in match.goals)
    found = Counter(goal[:3] for goal in told(answer))
    return (truth - found).total() + (found - truth).total() + (answer.best.score != match.score())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_true_extra_report_never_makes_the_record_worse(seed: int):
    match, readings = readings_of(seed, reports=2, noise=0.3)
    rng = random.Random(seed + 1000)
    before = wrong(match, readings)
    for n in range(2):
        readings.append(reading_of(match, rng, 0.0, f"true {n}"))
        after = wrong(match, readings)
        assert after <= before, f"a true report took the record from {before} to {after} things wrong"
        before = after


def test_enough_true_reports_outweigh_any_two_false_ones():
    match, readings = readings_of(5, reports=2, noise=0.6)
    rng = random.Random(5)
    readings += [reading_of(match, rng, 0.0, f"true {n}") for n in range(6)]
    assert wrong(match, readings) == 0


def test_every_further_report_of_the_same_goal_makes_it_surer():
    match = TrueMatch((TrueGoal("Kenan Yildiz", AWAY, 30, False),))
    rng = random.Random(1)
    readings = [reading_of(match, rng, 0.0, f"report {n}") for n in range(4)]
    sure = [solved(readings[:n]).goal_probability(0) for n in (1, 2, 3, 4)]
    assert sure == sorted(sure)


def test_a_search_cut_short_is_told_in_the_record(monkeypatch: pytest.MonkeyPatch):
    _, readings = readings_of(6, reports=6, noise=0.6)  # hard enough for more than one branch
    weights = data.load("weights/solver.toml")
    monkeypatch.setitem(weights["search"], "most_branches", 1)
    monkeypatch.setattr(solve_module.data, "load", lambda name: weights if name.endswith("solver.toml") else LOAD(name))
    record = make_record(readings, pairings(readings)[0])
    assert any("cut short" in warning for warning in record.warnings)


LOAD = data.load


def test_no_warning_when_every_search_ends_with_a_proof():
    _, readings = readings_of(6, reports=6, noise=0.6)
    record = make_record(readings, pairings(readings)[0])
    assert not any("cut short" in warning for warning in record.warnings)


def test_the_home_side_does_not_hang_on_who_is_named_first():
    """Two reports that each think another club at home, as sure of it: the answer is the same in either order."""
    _, (one, other) = readings_of(1, reports=2, noise=0.0)
    other = msgspec.structs.replace(other, clubs=(AWAY, HOME))
    assert pairings([one, other])[0].home == pairings([other, one])[0].home


def test_dates_put_reports_in_order_but_do_not_weigh():
    _, readings = readings_of(2)
    dated = [
        msgspec.structs.replace(r, report=msgspec.structs.replace(r.report, date=datetime.date(2026, 2, 14 + n)))
        for n, r in enumerate(readings)
    ]
    assert told(solved(dated)) == told(solved(readings))


def test_one_report_alone_is_never_as_sure_as_two():
    match, readings = readings_of(4, reports=2, noise=0.0)
    assert match.goals
    alone = solved(readings[:1])
    assert alone.goal_probability(0) <= data.load("weights/solver.toml")["probability"]["alone"]
    assert solved(readings).goal_probability(0) > alone.goal_probability(0)


def test_a_score_that_nobody_tells_is_never_sure():
    """Goals told beyond doubt add up to a score, but who knows whether they are all?"""
    _, readings = readings_of(4, reports=3, noise=0.0)
    untold = [msgspec.structs.replace(r, claims=r.claims[1:]) for r in readings]
    assert solved(readings).score_probability() > 0.9
    assert solved(untold).score_probability() <= data.load("weights/solver.toml")["probability"]["only_counted"]


def test_a_scorer_is_not_named_where_another_record_is_about_as_probable():
    _, readings = readings_of(4, reports=2, noise=0.0)
    weights = data.load("weights/solver.toml")
    found = solved(readings)
    assert all(view.name for view in goal_views(found))
    found.weights = {**weights, "probability": {**weights["probability"], "least_margin": 100.0}}
    found.without = dict.fromkeys(found.without, found.best)
    assert not any(view.name for view in goal_views(found))


def test_of_a_long_report_alone_a_scorer_in_doubt_is_not_named_but_perhaps():
    _, readings = readings_of(4, reports=2, noise=0.0)
    found = solved(readings[:1])
    nearly = msgspec.structs.replace(found.best, log_probability=found.best.log_probability - 0.8)
    found.without = dict.fromkeys(found.without, nearly)
    assert all(view.name and view.perhaps is None for view in goal_views(found)), "a short one"
    found.words = 1000
    views = goal_views(found)
    assert views
    assert not any(view.name for view in views)
    assert [view.perhaps for view in views] == [found.people.known[view.person].name for view in views]
    together = solved(readings)
    together.without, together.words = dict.fromkeys(together.without, nearly), 1000
    assert all(view.name for view in goal_views(together)), "of two reports each bears the other out"
