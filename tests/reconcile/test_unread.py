"""Words that say more than was read of them are never called supported."""

import pytest
from msgspec.structs import replace

from tabellino.domain.claim import ScoreSays
from tabellino.reconcile.unread import another_minute, another_score, another_total, word_for_lead
from tests.reconcile.told_match import TRUE, goal, reading, record_of


@pytest.mark.parametrize(
    ("quote", "minute", "remark"),
    [
        ("Belotti gave Torino the lead in the 52nd minute", "52", "another minute"),
        ("Belotti gave Torino the lead in the 12th minute", None, "the right one"),
        ("Belotti struck with 78 minutes left", None, "the right one, counted back"),
        ("Belotti, on in the 52nd minute, struck in the 12th minute", None, "both: one of them is the goal's"),
        ("Belotti scored before he was booked in the 52nd minute", None, "a card has a minute of its own"),
        ("Belotti, 28, gave Torino the lead", None, "a bare number is no minute"),
        ("Belotti gave Torino the lead", None, "no minute"),
    ],
)
def test_a_minute_in_the_words_that_is_not_the_goal_s(quote, minute, remark):
    assert another_minute(quote, 12.0, 2) == minute, remark


@pytest.mark.parametrize(
    ("quote", "score", "remark"),
    [
        ("drew 5-4 with Germany", "5-4", "another score"),
        ("won 2-1", None, "the right one"),
        ("lost 1-2", None, "the right one, the other way round"),
        ("beat Torino", None, "no figures"),
        ("champions in 2011-12 and 2012-13", None, "seasons"),
    ],
)
def test_a_score_in_the_words_that_is_not_the_match_s(quote, score, remark):
    assert another_score(quote, {(2, 1)}) == score, remark


@pytest.mark.parametrize(
    ("quote", "scored", "complete", "word"),
    [
        ("a brace from Belotti", 3, False, "brace"),
        ("a brace from Belotti", 2, True, None),
        ("Belotti's hat-trick", 3, True, None),
        ("Belotti's hat-trick", 2, True, "hat-trick"),
        ("Belotti's hat-trick", 2, False, None),
    ],
)
def test_words_for_all_the_goals_of_a_man(quote, scored, complete, word):
    assert another_total(quote, scored, complete, {"brace": 2, "hat-trick": 3}) == word


@pytest.mark.parametrize(
    ("quote", "word", "remark"),
    [
        ("Belotti put Torino ahead", "ahead", "ahead is not level"),
        ("Belotti brachte Turin in Führung", "fuhrung", "in other letters"),
        ("Belotti put Torino on terms", None, "told with the same verb, and no lead"),
    ],
)
def test_words_for_a_lead_that_a_goal_which_made_it_level_never_gave(quote, word, remark):
    assert word_for_lead(quote, {"ahead", "fuhrung"}) == word, remark


def with_words(claim, words: str):
    """A report whose first claim has these words."""
    made = reading("draft", claim, *TRUE[1:])
    first, *others = made.claims
    quote = words.ljust(len(first.quote))[: len(first.quote)]
    return replace(
        made,
        report=replace(made.report, text=quote + made.report.text[len(quote) :]),
        claims=(replace(first, quote=quote), *others),
    )


@pytest.mark.parametrize(
    ("claim", "words", "verdict"),
    [
        (goal("Belotti"), "Belotti in 52nd minute", "disputed"),
        (goal("Belotti"), "Belotti in 12th minute", "supported"),
        (goal("Immobile", effects=("lead",)), "Immobile ahead", "disputed"),
        (goal("Immobile", effects=("lead",)), "Immobile on terms", "supported"),
        (ScoreSays("full_time", winner="Torino"), "Torino won 4-1", "disputed"),
        (ScoreSays("full_time", winner="Torino"), "Torino won 2-1", "supported"),
    ],
)
def test_what_was_not_read_of_the_words_keeps_a_claim_from_being_supported(claim, words, verdict):
    others = (reading("one", *TRUE), reading("other", *TRUE))
    assert record_of(with_words(claim, words), *others).claims[0].verdict == verdict
