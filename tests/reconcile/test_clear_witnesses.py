"""Who is a clear witness against a claim, and which words are clear enough to be called wrong."""

from __future__ import annotations

import msgspec
import pytest

import tabellino
from tabellino import Report
from tabellino.domain.claim import ScoreSays
from tabellino.domain.reading import Player
from tests.reconcile.told_match import TRUE, final, goal, reading, record_of, sent_off

WINNER_ONLY = ScoreSays("full_time", winner="Torino")


def in_words(report, number: int, words: str):
    """The same report with other words for one of its claims."""
    claims, text = list(report.claims), report.report.text
    old = claims[number]
    text = text[: old.span[0]] + words + text[old.span[1] :]
    moved = len(words) - (old.span[1] - old.span[0])
    for n, claim in enumerate(claims):
        shift = moved if claim.span[0] > old.span[0] else 0
        span = (claim.span[0] + shift, claim.span[1] + shift)
        claims[n] = msgspec.structs.replace(claim, span=span)
    claims[number] = msgspec.structs.replace(old, span=(old.span[0], old.span[0] + len(words)), quote=words)
    return msgspec.structs.replace(
        report, report=msgspec.structs.replace(report.report, text=text), claims=tuple(claims)
    )


def verdict(draft, *others):
    return record_of(draft, *others).claims[0].verdict


def true_reports(count: int):
    return [reading(f"other{n}x{n * 7}", *TRUE) for n in range(count)]


@pytest.mark.parametrize(
    ("words", "expected", "because"),
    [
        ("Ljajic struck in the 84th minute", "contradicted", "his name and the wrong minute"),
        ("Ljajic struck with six minutes left", "disputed", "another wording than the minute that was read"),
        ("Ljajic struck in the 71st minute", "disputed", "the right minute stands in the words: the reader slipped"),
        ("Ljajic struck from a yard", "disputed", "the minute was read from somewhere else"),
    ],
)
def test_a_wrong_minute_must_stand_in_the_words(words, expected, because):
    draft = in_words(reading("draft", goal("Ljajic", 84), final(2, 1)), 0, words)
    assert verdict(draft, *true_reports(2)) == expected, because


@pytest.mark.parametrize(
    ("words", "expected", "because"),
    [
        ("Parolo levelled in the 40th minute", "contradicted", "his name and the minute of another's goal"),
        ("Parolo had shot wide, the leveller came after 40 minutes", "disputed", "what he had done was before it"),
        ("40 minutes gone; Parolo scored", "disputed", "the minute is told of something else"),
    ],
)
def test_a_wrong_scorer_must_stand_in_words_that_tell_of_nothing_else(words, expected, because):
    draft = in_words(reading("draft", goal("Parolo", 40), goal("Parolo", 60), final(2, 1)), 0, words)
    others = [reading(f"other{n}x{n * 7}", *TRUE[:3], goal("Parolo", 60), final(2, 2)) for n in range(2)]
    assert verdict(draft, *others) == expected, because


def test_initials_are_no_other_man():
    draft = reading("draft", goal("IMM", 40), final(2, 1))
    assert verdict(draft, *true_reports(2)) != "contradicted"


def test_a_red_card_s_minute_from_another_clause_is_not_called_wrong():
    draft = in_words(reading("draft", sent_off("Radu", 60), final(2, 1)), 0, "had lost Radu to a second booking")
    assert verdict(draft, *true_reports(2)) == "disputed"
    assert verdict(reading("draft", sent_off("Radu", 60), final(2, 1)), *true_reports(2)) == "contradicted"


def test_who_tells_only_the_winner_does_not_deny_a_score_with_the_same():
    others = [reading("other0", *TRUE), reading("another1", WINNER_ONLY)]
    assert verdict(reading("draft", final(4, 1)), *others) == "disputed", "the second says nothing against it"
    others = [reading("other0", *TRUE), reading("another1", TRUE[0], final(2, 1))]
    assert verdict(reading("draft", final(4, 1)), *others) == "contradicted"


def test_who_won_in_words_alone_takes_three_to_deny():
    lost = reading("draft", ScoreSays("full_time", winner="Lazio"))
    assert verdict(lost, *true_reports(2)) == "disputed", "such words are easily misread"
    assert verdict(lost, *true_reports(3)) == "contradicted"


def test_a_doubtful_telling_of_a_goal_takes_three_to_deny_its_scorer():
    doubtful = reading("draft Baselli", goal("Baselli", 71), weight=0.8)
    assert verdict(doubtful, *true_reports(2)) == "disputed", "he may have made it, or hit the bar"
    assert verdict(doubtful, *true_reports(3)) == "contradicted"
    assert verdict(reading("draft Baselli", goal("Baselli", 71)), *true_reports(2)) == "contradicted"


def test_a_final_score_with_the_losers_goals_first_is_not_supported():
    assert verdict(reading("draft", final(1, 2, None)), *true_reports(3)) == "disputed"
    assert verdict(reading("draft", final(2, 1, None)), *true_reports(3)) == "supported"


def test_letters_are_no_man_whose_goal_is_one_too_many():
    assert verdict(reading("draft SEA", goal("SEA", 28), block=True), *true_reports(3)) == "unverifiable"


def test_who_names_a_man_of_two_goals_without_saying_which_is_no_witness_to_the_second():
    two = (goal("Belotti", 12), goal("Ljajic", 71), final(2, 1))
    wrong = reading("other0", goal("Belotti", 12), goal("Belotti", 40), goal("Ljajic", 71), final(2, 1))
    retold = reading("another1", goal("Belotti", 12), goal("Belotti"), goal("Ljajic", 71), final(2, 1))
    draft = reading("draft", goal("Immobile", 40), *two)
    assert verdict(draft, wrong, retold) != "contradicted"


def test_an_order_is_denied_by_those_who_tell_it_not_by_a_minute_alone():
    draft = reading("draft", goal("Immobile", 40, effects=("doubles",)), final(2, 1))
    alone = [reading(f"other{n}x{n * 7}", goal("Immobile", 40), final(2, 1)) for n in range(2)]
    told = [reading(f"other{n}x{n * 7}", *TRUE) for n in range(2)]
    assert verdict(draft, *alone) != "contradicted", "nobody tells what was before it"
    assert record_of(draft, *told).claims[0].reason, "with all goals told the order is known"


def test_an_echo_is_never_called_wrong():
    draft = reading("draft", goal("Ljajic", 84), final(2, 1))
    assert verdict(draft, *true_reports(2)) == "contradicted"
    claims = (msgspec.structs.replace(draft.claims[0], echo=True), *draft.claims[1:])
    assert verdict(msgspec.structs.replace(draft, claims=claims), *true_reports(2)) == "unverifiable"


def test_the_minute_is_looked_for_in_the_whole_sentence_when_it_has_no_other():
    draft = reading("draft", sent_off("Radu", 60), final(2, 1))
    text = "It grew harder in the 60th minute, when Radu was dismissed. " + draft.report.text
    start = text.index("Radu was")
    first = msgspec.structs.replace(draft.claims[0], span=(start, start + 18), quote="Radu was dismissed")
    changed = msgspec.structs.replace(
        draft, report=msgspec.structs.replace(draft.report, text=text), claims=(first, *draft.claims[1:])
    )
    assert record_of(changed, *true_reports(2)).claims[0].verdict == "contradicted"


def test_whoever_scored_the_third_did_not_put_his_side_in_front() -> None:
    story = (
        "Bolton 1 Portsmouth 3\n\nKevin Nolan put Bolton ahead after 26 minutes. {}Benjani levelled on 34 minutes. "
        "Matt Taylor made it 2-1 to Portsmouth in the 58th minute. Kanu added the third in the 73rd minute."
    )
    wrong = "Bolton 1 Portsmouth 3\n\nKevin Nolan scored for Bolton after 26 minutes. Kanu put Portsmouth in front."
    record = tabellino.read(
        [Report(story.format(""), "a"), Report(story.format("It rained. "), "b"), Report(wrong, "c")]
    )
    claim = next(c for c in record.claims if c.report == 3 and "in front" in c.quote)
    assert claim.verdict == "disputed"
    assert claim.reason == "the 73rd-minute goal was Kanu's and put Portsmouth 3-1 up"


def test_scores_told_by_all_outweigh_hints_about_one_man() -> None:
    """What the words hint about a man's side is one thing to be wrong about, however many goals he scored."""
    told = (goal("Belotti", 12), goal("Immobile", 71), goal("Belotti", 40), final(2, 1))
    hints = (-2.4, 0.0, 0.0)
    misled = [
        msgspec.structs.replace(reading(name, *told), players=(Player("Belotti", odds), Player("Immobile", 0.0)))
        for name, odds in zip(("a", "b", "c"), hints, strict=True)
    ]
    record = record_of(*misled)
    assert record.score.full_time == (2, 1)
    sides = [(goal.scorer, goal.team) for goal in record.goals]
    assert sides == [("Belotti", "home"), ("Belotti", "home"), ("Immobile", "away")]
