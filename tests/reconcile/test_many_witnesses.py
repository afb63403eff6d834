"""What others must say before a claim is wrong: who errs alike, who tells all goals, what added time leaves open."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report
from tabellino.reconcile.clocks import one_added_time
from tests.reconcile.told_match import TRUE, final, goal, reading, record_of, sent_off


def draft_against(says, *others):
    """The verdict on a draft that says this and nothing else."""
    return record_of(reading("draft", says), *(reading(f"o{n}x{n * 7}", *o) for n, o in enumerate(others))).claims[0]


def test_who_has_another_wrong_minute_is_no_companion():
    others = (TRUE, TRUE, (TRUE[0], TRUE[1], goal("Ljajic", 63), final(2, 1)))
    assert draft_against(goal("Ljajic", 55), *others).verdict == "contradicted"


def test_who_has_the_same_wrong_minute_is_one():
    others = (TRUE, TRUE, (TRUE[0], TRUE[1], goal("Ljajic", 55), final(2, 1)))
    assert draft_against(goal("Ljajic", 55), *others).verdict == "disputed"


def test_who_tells_every_goal_tells_the_score():
    every_goal = TRUE[:3]
    assert draft_against(final(3, 1), TRUE, every_goal).verdict == "contradicted"
    assert draft_against(final(3, 1), TRUE, TRUE[:2]).verdict == "disputed", "one goal is left out"


def test_an_own_goal_of_another_man_is_wrong():
    own = (TRUE[0], TRUE[1], goal("Radu", 71, team="Torino", own_goal=True), final(2, 1))
    said = goal("Parolo", 71, team="Torino", own_goal=True)
    assert draft_against(said, own, own).verdict == "contradicted"
    assert draft_against(goal("Ljajic", 71), own, own).verdict == "disputed", "the shooter's goal is a view of it"


def test_a_goal_for_his_own_side_is_no_own_goal():
    said = reading("draft Ljajic", goal("Ljajic", 71, own_goal=True))
    judged = record_of(said, reading("one", *TRUE), reading("another", *TRUE)).claims[0]
    assert judged.verdict in ("contradicted", "disputed")
    assert "own" in judged.reason


def test_an_equaliser_that_was_none():
    said = reading("draft Belotti", goal("Belotti", 12, effects=("equaliser",)))
    judged = record_of(said, reading("one", *TRUE), reading("another", *TRUE)).claims[0]
    assert judged.verdict == "contradicted"
    assert judged.reason == "the 12th-minute goal was Belotti's and put Torino 1-0 up"


@pytest.mark.parametrize(
    ("remark", "one", "other", "same"),
    [
        ("90+4 and 90+5", 90.04, 90.05, True),
        ("90+4 and the 93rd", 90.04, 93.0, True),
        ("45+1 and 45+3", 45.01, 45.03, True),
        ("45+1 and 90+1", 45.01, 90.01, False),
        ("the 46th is of the second half", 45.01, 46.0, False),
        ("the 88th is not added", 88.0, 90.02, False),
        ("nobody tells", None, 90.02, False),
    ],
)
def test_added_time_of_one_half(remark, one, other, same):
    assert one_added_time(one, other) == same, remark


def test_a_minute_or_two_in_added_time_is_a_matter_of_clocks():
    late = (TRUE[0], TRUE[1], goal("Ljajic", 90), final(2, 1))
    assert draft_against(goal("Ljajic", 94), late, late).verdict != "contradicted"


def test_another_man_sent_off_in_prose_is_wrong_where_all_others_agree():
    said = reading("draft Parolo", sent_off("Parolo"), final(2, 1))
    judged = record_of(said, reading("one", *TRUE), reading("another", *TRUE)).claims[0]
    assert judged.verdict == "contradicted"


TWO_MEN = (
    "Torino 2-1 Lazio. Belotti scored in the 12th minute and Ljajic won it on 71 minutes after Immobile's equaliser in "
    "the 40th. Radu and Parolo were both sent off, the latter in the 64th minute.\n",
    "Torino beat Lazio 2-1. Belotti 12, Ljajic 71; Immobile 40. Radu was sent off in the 43rd minute.\n",
    "Lazio lost 2-1 at Torino: Belotti opened the scoring in the 12th minute, Immobile levelled in the 40th and Ljajic "
    "scored the winner in the 71st. Stefan Radu was dismissed in the 43rd minute.\n",
)


def test_the_minute_of_one_of_two_men_is_not_the_other_s():
    record = tabellino.read([Report(text, f"{n}.txt") for n, text in enumerate(TWO_MEN, 1)])
    assert [c.quote for c in record.claims if c.verdict == "contradicted"] == []


RETOLD = (
    "Inter 3-2 Juventus. Juventus opened the scoring through Andrea Cambiaso, but Inter won in the end: Esposito made "
    "it 2-1 in the 76th minute, Locatelli equalised on 83 minutes and Zielinski won it in the 90th.\n",
    "Inter beat Juventus 3-2 at San Siro. Andrea Cambiaso's own goal gave Inter the lead in the 17th minute, before "
    "Cambiaso made amends with the equaliser in the 26th. Esposito put Inter back in front in the 76th minute, "
    "Locatelli levelled in the 83rd and Zielinski scored the winner in the 90th.\n",
)


def test_a_fact_is_not_disputed_for_a_telling_that_is_wrong_itself():
    record = tabellino.read([Report(text, f"{n}.txt") for n, text in enumerate(RETOLD, 1)])
    wrong = [c.quote for c in record.claims if c.verdict == "contradicted"]
    assert wrong == ["Juventus opened the scoring through Andrea Cambiaso"]
    assert [c.quote for c in record.claims if c.verdict == "disputed"] == []
