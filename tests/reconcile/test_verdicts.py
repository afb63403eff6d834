"""What becomes of a claim: a table of drafts held against true reports of Torino 2-1 Lazio."""

from __future__ import annotations

import msgspec
import pytest

from tabellino.domain.claim import (
    Candidate,
    CardSays,
    GoalSays,
    LeagueSays,
    MissedPenaltySays,
    OpinionSays,
    ScoreSays,
)
from tabellino.domain.clock import TimeWindow
from tests.reconcile.told_match import TRUE, at, final, goal, reading, record_of, sent_off, verdict_on

BY_50 = TimeWindow(1.0, 50.0, None, "bound")
BY_20 = TimeWindow(1.0, 20.0, None, "bound")
EARLY = TimeWindow(1.0, 15.0, None, "phase")
BY_45 = TimeWindow(1.0, 45.1, None, "bound")
BY_65 = TimeWindow(46.0, 65.0, None, "bound")
LEVEL = {"effects": ("equaliser",)}


@pytest.mark.parametrize(
    ("remark", "says", "verdict", "reason"),
    [
        ("right in all", goal("Belotti", 12), "supported", "2 other reports say the same"),
        ("a minute apart is a matter of clocks", goal("Belotti", 11), "supported", "say the same"),
        ("no minute, same goal", goal("Belotti"), "supported", "say the same"),
        ("nobody named, right minute", GoalSays(time=at(40)), "supported", "say the same"),
        ("three minutes apart, others agree", goal("Ljajic", 74), "contradicted",
         "Ljajic's goal came in the 71st minute"),
        ("two minutes apart in prose", goal("Ljajic", 73), "disputed", "Ljajic's goal came in the 71st minute"),
        ("far apart", goal("Ljajic", 58), "contradicted", "Ljajic's goal came in the 71st minute"),
        ("the wrong man", goal("Baselli", 71), "contradicted",
         "the 71st-minute goal was Ljajic's and put Torino 2-1 up"),
        ("the wrong club", goal("Immobile", 40, team="Torino"), "contradicted", "scored by a player of Lazio"),
        ("an opener that was the equaliser", goal("Immobile", team="Lazio", effects=("opener",)), "contradicted",
         "Belotti's and put Torino 1-0 up"),
        ("an opener that was the winner", goal("Ljajic", effects=("opener",)), "contradicted",
         "Belotti's and put Torino 1-0 up"),
        ("a goal of a man who has none, with what it did", goal("Baselli", effects=("extends",)), "contradicted",
         "the 3 goals of the 2-1 are others', and none is Baselli's"),
        ("a man and a minute may tell of anything", goal("Baselli", 55), "disputed", "none is Baselli's"),
        ("a hat-trick of a man who scored once", goal("Belotti", nth_of_player=3), "contradicted",
         "Belotti scored once"),
        ("a second that may count his season's goals", goal("Belotti", nth_of_player=2), "disputed", "scored once"),
        ("in the first half, at the death", GoalSays((Candidate("Ljajic"),), time=BY_45), "contradicted",
         "Ljajic's goal came in the 71st minute"),
        ("early on: another goal?", GoalSays((Candidate("Ljajic"),), time=EARLY), "disputed", "in the 71st"),
        ("counted from half-time", goal("Ljajic", 26), "disputed", "that minute of the second half"),
        ("a window just missed", GoalSays((Candidate("Ljajic"),), time=BY_65), "disputed", "in the 71st minute"),
        ("his own goal or the shooter's", goal("Radu", 71, own_goal=True), "disputed", "a difference of view"),
        ("level in time, scorer left open", GoalSays(time=BY_50, effects=("equaliser",)), "supported", "say the same"),
        ("not level by then", GoalSays(time=BY_20, effects=("equaliser",)), "disputed",
         "was not level by the 20th minute"),
        ("the final score", final(2, 1), "supported", "2 other reports say the same"),
        ("another final score", final(3, 1), "contradicted", "the match ended Torino 2-1 Lazio"),
        ("the winner in words", ScoreSays("full_time", winner="Torino"), "supported", "say the same"),
        ("won by others, so likely another match's", final(1, 3), "disputed", "the match ended Torino 2-1 Lazio"),
        ("half time as the goals count it", ScoreSays("half_time", 1, 1), "supported", "say the same"),
        ("half time wrong", ScoreSays("half_time", 2, 1, club_first="Torino"), "contradicted",
         "at half-time it was Torino 1-1 Lazio"),
        ("on the way", ScoreSays("during", 1, 1), "supported", "say the same"),
        ("never on the way", ScoreSays("during", 2, 0, club_first="Torino"), "disputed", "was never 2-0"),
        ("behind for a time", ScoreSays("during", 0, 1, club_first="Lazio", winner="Torino"), "supported", "the same"),
        ("never behind", ScoreSays("during", 0, 1, club_first="Torino", winner="Lazio"), "disputed", "Lazio never led"),
        ("sent off", sent_off("Radu", 80), "supported", "say the same"),
        ("sent off earlier", sent_off("Radu", 70), "contradicted", "Radu was sent off in the 80th minute"),
        ("sent off in the wrong half", CardSays("red", (Candidate("Radu", 0.95),), time=BY_45), "contradicted",
         "Radu was sent off in the 80th minute"),
        ("another man sent off then", sent_off("Parolo", 80), "contradicted", "it was Radu of Lazio who was sent off"),
        ("ten men", CardSays("red", team=(Candidate("Lazio", 0.8),)), "supported", "say the same"),
        ("the wrong ten men", CardSays("red", team=(Candidate("Torino", 0.8),)), "contradicted",
         "Radu of Lazio was the one"),
        ("table and form", LeagueSays("points", "Torino", 40), "unverifiable", "held against results"),
        ("a judgement", OpinionSays("critics"), "opinion", "a judgement of critics"),
    ],
)  # fmt: skip
def test_a_claim_held_against_two_true_reports(remark, says, verdict, reason):
    claim = verdict_on(says)
    assert claim.verdict == verdict, f"{remark}: {claim.reason}"
    assert reason in claim.reason, remark


def test_a_half_time_score_the_wrong_way_round_is_never_supported():
    draft = reading("draft", ScoreSays("half_time", 0, 1), goal("Immobile", 50))
    others = [reading(f"one{n}", goal("Belotti", 12), goal("Immobile", 50), final(1, 1)) for n in range(2)]
    claim = record_of(draft, *others).claims[0]
    assert (claim.verdict, claim.correction) == ("disputed", "1-0")


def test_a_minute_is_not_wrong_on_one_report_s_word():
    """Who is right, when one report says 71 and the other 58? An editor has to look."""
    assert verdict_on(goal("Ljajic", 58), others=1).verdict in ("disputed", "single_source")


def test_lists_are_exact_so_two_minutes_apart_are_wrong_there():
    assert verdict_on(goal("Ljajic", 73), block=True).verdict == "contradicted"


def test_who_is_wrong_in_one_thing_still_witnesses_another():
    """A list whose running score is wrong tells the minute as well as any."""
    draft = reading("draft", goal("Ljajic", 58), final(2, 1))
    slip = goal("Ljajic", 71, score_after=(1, 1), score_order="home")
    record = record_of(draft, reading("one1", *TRUE), reading("two2", TRUE[0], TRUE[1], slip, final(2, 1)))
    assert record.claims[0].verdict == "contradicted"


def test_a_rough_time_that_leaves_a_minute_out_speaks_against_it():
    draft = reading("draft", goal("Ljajic", 58), final(2, 1))
    rough = GoalSays((Candidate("Ljajic", 0.97),), time=TimeWindow(65.0, 80.0, None, "rounded"))
    record = record_of(draft, reading("one1", *TRUE), reading("two2", TRUE[0], TRUE[1], rough, final(2, 1)))
    assert record.claims[0].verdict == "contradicted"


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("the tenth minute of added time, read as the tenth", at(10)),
        ("the tenth added minute of the other half", at(45, 10)),
    ],
)
def test_added_time_read_by_halves_is_no_error(remark, told):
    late = (goal("Belotti", 12), goal("Immobile", 40), GoalSays((Candidate("Ljajic", 0.97),), time=at(90, 10)))
    draft = reading("draft", GoalSays((Candidate("Ljajic", 0.97),), time=told), final(2, 1))
    others = [reading(f"one{n}", *late, final(2, 1)) for n in range(3)]
    assert record_of(draft, *others).claims[0].verdict != "contradicted", remark


def test_a_rebound_is_no_penalty_goal():
    """Told as a penalty by one; two tell that he missed it and scored, of whom none tells a penalty goal."""
    missed = MissedPenaltySays((Candidate("Ljajic", 0.97),), time=at(71))
    others = [reading(f"one{n}", *TRUE, missed) for n in range(2)]
    wrong = record_of(reading("draft", goal("Ljajic", 71, penalty=True), final(2, 1)), *others).claims[0]
    assert wrong.verdict == "contradicted"
    assert "Ljajic's penalty was saved or missed" in wrong.reason
    scored = reading("scored", TRUE[0], TRUE[1], goal("Ljajic", 71, penalty=True), final(2, 1))
    open_ = record_of(reading("draft", goal("Ljajic", 71, penalty=True), final(2, 1)), scored, *others).claims[0]
    assert open_.verdict != "contradicted"


def test_who_opened_the_account_of_his_side_is_not_called_wrong():
    claim = verdict_on(goal("Immobile", 40, effects=("opener",)), others=3)
    assert claim.verdict == "disputed"
    told = verdict_on(goal("Immobile", 40, team="Lazio", effects=("opener",)), others=3)
    assert told.verdict == "contradicted"


def test_what_only_one_report_tells_has_a_single_source():
    claim = record_of(reading("alone", *TRUE)).claims[0]
    assert (claim.verdict, claim.reason) == ("single_source", "no other report was given")


def test_a_report_given_twice_does_not_support_itself():
    once = reading("alone", *TRUE)
    claims = record_of(once, once).claims
    assert {claim.verdict for claim in claims} <= {"single_source", "unverifiable", "disputed"}
    assert record_of(once, once).reports[1].copy_of == 1


@pytest.mark.parametrize(
    ("remark", "says"),
    [
        ("a goal that nobody else tells", goal("Moretti", 33)),
        ("a wrong minute", goal("Ljajic", 58)),
        ("a wrong score", final(4, 1)),
        ("a right goal that the reader doubts", goal("Parolo", 71)),
    ],
)
def test_what_the_reader_doubts_is_never_an_error(remark, says):
    assert verdict_on(says, weight=0.3).verdict in ("unverifiable", "disputed"), remark


def test_a_contradicted_claim_says_who_speaks_against_it_and_what_it_should_say():
    claim = verdict_on(goal("Baselli", 71))
    assert claim.against == ("2#3", "3#3")
    assert claim.correction == "Ljajic"
    assert claim.probability < 0.4


def test_a_supported_claim_names_its_support_and_its_probability():
    claim = verdict_on(goal("Belotti", 12))
    assert set(claim.support) == {"2#1", "3#1"}
    assert claim.probability >= 0.9


def test_contradicted_claims_are_counted_for_their_report():
    draft = reading("draft", goal("Belotti", 12), goal("Baselli", 71), final(2, 1))
    record = record_of(draft, reading("one1", *TRUE), reading("two2", *TRUE))
    assert [(info.claims, info.contradicted) for info in record.reports] == [(3, 1), (5, 0), (5, 0)]
    assert record.reports[0].reliability == pytest.approx(2 / 3, abs=1e-3)
    assert record.reports[1].reliability > record.reports[0].reliability


def test_a_clock_that_runs_low_throughout_is_said_once():
    low = (goal("Belotti", 11), goal("Immobile", 39), goal("Ljajic", 70), final(2, 1))
    record = record_of(reading("low", *low), reading("one1", *TRUE), reading("two2", *TRUE))
    assert [warning for warning in record.warnings if "one lower" in warning] == [
        "low.txt prints minutes one lower than the others throughout: its clock, not its goals, differs"
    ]
    assert {claim.verdict for claim in record.claims if claim.report == 1} == {"supported"}


def test_every_claim_is_judged_and_nothing_else():
    readings = (reading("one1", *TRUE), reading("two2", *TRUE))
    claims = record_of(*readings).claims
    assert [(c.report, c.span, c.quote) for c in claims] == [
        (n, c.span, c.quote) for n, r in enumerate(readings, 1) for c in r.claims
    ]
    assert all(claim.reason and "\n" not in claim.reason for claim in claims)


def test_the_order_of_the_reports_changes_no_verdict():
    readings = [reading("draft", goal("Baselli", 71), final(2, 1)), reading("one1", *TRUE), reading("two2", *TRUE)]
    verdicts = []
    for order in (readings, readings[::-1]):
        record = record_of(*order)
        sources = {info.id: info.source for info in record.reports}
        verdicts.append(sorted((sources[c.report], c.span, c.verdict, c.reason) for c in record.claims))
    assert verdicts[0] == verdicts[1]


def test_a_half_time_score_has_the_order_of_its_line():
    """ "Torino 2-1 Lazio (half-time: 0-1)": home side first, so it is not the visitors' lead told from their side."""
    line = (final(2, 1), ScoreSays("half_time", 0, 1))
    draft = reading("draft", *line)
    told = (goal("Belotti", 12), goal("Immobile", 60), goal("Ljajic", 71), final(2, 1))
    others = [reading(f"one{n}", *told) for n in range(2)]
    assert record_of(draft, *others).claims[1].verdict == "contradicted"
    apart = reading("apart", final(2, 1), *told[:3], ScoreSays("half_time", 0, 1))
    assert record_of(apart, *others).claims[4].verdict == "disputed", "told in another place, it may be Lazio's view"


def test_the_wrong_man_sent_off_without_a_minute():
    others = [reading(f"one{n}", *TRUE) for n in range(2)]
    wrong = record_of(reading("draft", *TRUE[:4], sent_off("Boos"), block=True), *others)
    assert wrong.claims[4].verdict != "contradicted", "nobody else names such a man, and a list has other words"
    named = record_of(reading("draft", *TRUE[:4], sent_off("Parolo")), *others)
    assert named.claims[4].verdict == "contradicted"
    assert "Radu of Lazio who was sent off, and nobody else" in named.claims[4].reason
    both = record_of(reading("draft", *TRUE, sent_off("Parolo")), *others)
    assert both.claims[5].verdict != "contradicted", "a report that tells of Radu too may know of a second"


def test_a_goal_given_to_another_scorer_in_so_many_words():
    """Belotti scored too, yet "Belotti ... 71" names him, a minute and nobody else."""
    assert verdict_on(goal("Belotti", 71)).verdict == "contradicted"


def test_a_telling_is_called_wrong_in_a_language_without_fitted_reader_only_where_its_man_is_plain():
    for surely, verdict in ((0.95, "contradicted"), (0.87, "disputed")):
        draft = reading("draft", goal("Ljajic", 60, surely=surely), final(2, 1))
        others = [reading(f"other{n}x{n * 7}", *TRUE) for n in range(3)]
        for language, expected in (("it", verdict), ("en", "contradicted")):
            record = record_of(msgspec.structs.replace(draft, language=language), *others)
            assert record.claims[0].verdict == expected, (language, surely)
