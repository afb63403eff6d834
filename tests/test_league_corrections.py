"""The words that an editor can paste in the place of a wrong count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from league_helpers import mentions, season_of, sentences
from tabellino.domain.claim import LeagueSays
from tabellino.extract.league_claims import league_claims
from tabellino.league.corrections import in_place
from tabellino.league.judging import Judge
from tabellino.league.moments import find_match
from tabellino.league.wording import place
from tabellino.names.numbers import in_words, ordinal, ordinal_in_words


@pytest.mark.parametrize(
    ("quote", "told", "right", "put_right", "remark"),
    [
        ("62 points from 25 matches", 62, 61, "61 points from 25 matches", "figures"),
        ("nine points clear", 9, 8, "eight points clear", "words"),
        ("Nine points clear", 9, 8, "Eight points clear", "a capital stays"),
        ("a nine-point lead", 9, 8, "an eight-point lead", "the article goes with the number"),
        ("an 11-point lead", 11, 12, "a 12-point lead", "in figures too"),
        ("An 18-match run", 18, 17, "A 17-match run", "and with a capital"),
        ("dropped to fifth", 5, 4, "dropped to fourth", "a place in words"),
        ("in 5th place", 5, 4, "in 4th place", "a place in figures"),
        ("nineteen victories", 19, 21, "twenty-one victories", "words stay words"),
        ("12 of their last 13", 12, 11, "11 of their last 13", "only the number told"),
        ("six of their last six", 6, 5, None, "which of the two is not clear"),
        ("two games in hand", 2, 1, None, "the noun would have to change"),
        ("one point clear", 1, 8, None, "likewise"),
        ("a win behind them", 1, 3, None, "no number stands there"),
        ("won 2-1 and are 21 points up", 21, 20, "won 2-1 and are 20 points up", "a score is no count"),
        ("three points clear", 3, 0, None, "nought needs other words"),
        ("on 14.5 and 14", 14, 15, "on 14.5 and 15", "a number within another is none"),
    ],
)
def test_a_number_is_put_right_in_the_words_of_the_report(quote, told, right, put_right, remark):
    assert in_place(quote, told, right) == put_right, remark


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from([str, ordinal, in_words, ordinal_in_words]))
def test_the_number_put_right_is_read_as_the_right_one(told, right, write):
    if told != right:
        assert in_place(f"They had {write(told)} of them", told, right) == f"They had {write(right)} of them"


@pytest.mark.parametrize(
    ("value", "words"),
    [(1, "first"), (3, "third"), (8, "eighth"), (12, "twelfth"), (20, "twentieth"), (42, "forty-second")],
)
def test_ordinals_in_words(value, words):
    assert ordinal_in_words(value) == words


def test_places_are_written_as_newspapers_do():
    assert [place(4), place(12), place(17)] == ["fourth", "twelfth", "17th"]


@pytest.mark.parametrize(
    ("sentence", "correction"),
    [
        ("Inter have 62 points.", "61 points"),
        ("Inter are nine points clear of Milan.", "8 points ahead"),
        ("Milan are three points ahead of Inter.", "8 points behind"),
        ("Juventus are fifth in the table.", "fourth"),
        ("Inter have 19 victories in the league.", "20 wins"),
        ("Inter have won 10 of their last 12 league matches.", "eleven wins in twelve matches"),
        ("Inter have won seven league matches in a row.", "six wins in a row"),
        ("Inter have played 24 league matches.", "25 matches"),
        ("Milan have two games in hand.", "one match in hand"),
        ("Inter have scored 61 league goals.", "60 goals"),
        ("Inter have conceded 20 league goals.", "21 goals conceded"),
    ],
)
def test_what_results_say_can_be_pasted_too(sentence: str, correction: str):
    season = season_of("2025-26")
    judge = Judge(season, find_match(season, "Inter v Juventus"))
    claims = league_claims(sentence, sentences(sentence), mentions(sentence), ("Inter", "Juventus"))
    found = [judge.judge(claim.says) for claim in claims if isinstance(claim.says, LeagueSays)]
    assert [one.correction for one in found if one.verdict == "contradicted"] == [correction]
