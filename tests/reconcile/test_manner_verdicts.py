"""How a goal was scored and made, the crowd, the referee, the host: drafts held against true reports."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import Candidate, FactSays, MissedPenaltySays, ScoreSays
from tests.reconcile.told_match import TRUE, at, final, goal, reading, record_of, verdict_on


def against(says, *others):
    """The verdict on a draft that says this and the true score, held against reports that say these things."""
    draft = reading("draft", says, final(2, 1))
    found = [reading(f"other{n}x{n * 7}", *other) for n, other in enumerate(others)]
    return record_of(draft, *found).claims[0]


def with_ljajic(**says):
    """A true report in which the last goal is told so."""
    return (TRUE[0], TRUE[1], goal("Ljajic", 71, **says), final(2, 1))


@pytest.mark.parametrize(
    ("remark", "says", "others", "verdict"),
    [
        ("a header that two tell as a penalty", goal("Ljajic", 71, how=("header",)),
         [with_ljajic(penalty=True)] * 2, "contradicted"),
        ("one penalty against one header", goal("Ljajic", 71, how=("header",)),
         [with_ljajic(penalty=True), with_ljajic()], "disputed"),
        ("a shot with the left is how penalties are taken", goal("Ljajic", 71, how=("left foot",)),
         [with_ljajic(penalty=True)] * 2, "supported"),
        ("a penalty that two tell, one as a volley", goal("Ljajic", 71, penalty=True),
         [with_ljajic(how=("volley",)), with_ljajic()], "contradicted"),
        ("a penalty that nobody else has", goal("Ljajic", 71, penalty=True), [with_ljajic()] * 2, "single_source"),
        ("a penalty that another tells, too", goal("Ljajic", 71, penalty=True),
         [with_ljajic(how=("volley",)), with_ljajic(penalty=True)], "supported"),
        ("made by another than two tell", goal("Ljajic", 71, assist="Baselli"),
         [with_ljajic(assist="Moretti")] * 2, "contradicted"),
        ("made by another than one tells", goal("Ljajic", 71, assist="Baselli"),
         [with_ljajic(assist="Moretti"), with_ljajic()], "single_source"),
        ("the last pass is a matter of view where others differ", goal("Ljajic", 71, assist="Baselli"),
         [with_ljajic(assist="Moretti"), with_ljajic(assist="Moretti"), with_ljajic(assist="Baselli")], "supported"),
        ("made by whom the others tell", goal("Ljajic", 71, assist="Moretti"),
         [with_ljajic(assist="Moretti")] * 2, "supported"),
    ],
)  # fmt: skip
def test_how_a_goal_was_scored_and_made(remark, says, others, verdict):
    claim = against(says, *others)
    assert claim.verdict == verdict, f"{remark}: {claim.reason}"


def test_an_own_goal_told_as_a_header_for_the_others():
    own = (TRUE[0], TRUE[1], goal("Radu", 71, team="Torino", own_goal=True), final(2, 1))
    assert against(goal("Radu", 71, how=("header",)), own, own).verdict == "contradicted"
    assert against(goal("Radu", 71), own, own).verdict == "disputed", "a bare list leaves it out"


def crowd(figure):
    return FactSays("attendance", str(figure))


@pytest.mark.parametrize(
    ("remark", "says", "others", "verdict"),
    [
        ("another crowd", crowd(18310), [crowd(24310)] * 2, "contradicted"),
        ("a rounded crowd", crowd(24000), [crowd(24310)] * 2, "supported"),
        ("one crowd against one", crowd(18310), [crowd(24310)], "unverifiable"),
        ("another referee", FactSays("referee", "Rizzoli"), [FactSays("referee", "Tagliavento")] * 2, "contradicted"),
        ("his surname alone", FactSays("referee", "Rizzoli"), [FactSays("referee", "Nicola Rizzoli")] * 2, "supported"),
        ("another competition is often another match's", FactSays("competition", "Coppa Italia"),
         [FactSays("competition", "Serie A")] * 2, "disputed"),
        ("the ground of the visitors", FactSays("venue", "Stadio Olimpico", of="Lazio"),
         [FactSays("home", "Torino")] * 2, "contradicted"),
        ("the visitors told as hosts", FactSays("home", "Lazio"), [FactSays("home", "Torino")] * 2, "contradicted"),
        ("one host against one", FactSays("home", "Lazio"), [FactSays("home", "Torino")], "disputed"),
        ("the host", FactSays("home", "Torino"), [FactSays("home", "Torino")] * 2, "supported"),
    ],
)  # fmt: skip
def test_facts_of_the_match(remark, says, others, verdict):
    claim = against(says, *((*TRUE, other) for other in others))
    assert claim.verdict == verdict, f"{remark}: {claim.reason}"


def test_a_penalty_missed_by_another():
    miss = MissedPenaltySays((Candidate("Immobile", 0.97),), time=at(60))
    wrong = MissedPenaltySays((Candidate("Parolo", 0.97),), time=at(60))
    assert against(wrong, (*TRUE, miss), (*TRUE, miss)).verdict == "contradicted"
    assert against(wrong, (*TRUE, miss)).verdict == "unverifiable", "one word against another"


@pytest.mark.parametrize(
    ("remark", "says"),
    [
        ("the wrong man", goal("Baselli", 71)),
        ("the wrong club", goal("Immobile", 40, team="Torino")),
        ("an opener that was the winner", goal("Ljajic", effects=("opener",))),
        ("a hat-trick", goal("Belotti", nth_of_player=3)),
        ("another half-time score", ScoreSays("half_time", 2, 1, club_first="Torino")),
    ],
)
def test_one_report_s_word_against_another_s_is_no_contradiction(remark, says):
    assert verdict_on(says, others=1).verdict != "contradicted", remark
    assert verdict_on(says, others=2).verdict == "contradicted", remark


def test_a_result_in_a_report_s_first_words_is_its_own():
    """A draft that begins with another winner, and tells no other result."""
    draft = reading("draft", final(0, 3), goal("Belotti", 12))
    others = [reading(f"other{n}x{n * 7}", *TRUE) for n in range(3)]
    assert record_of(draft, *others).claims[0].verdict == "contradicted"
    both = reading("draft", final(0, 3), final(2, 1), goal("Belotti", 12))
    assert record_of(both, *others).claims[0].verdict == "disputed", "the first may be an earlier meeting's"
