"""Scores in words."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import ScoreSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report
from tabellino.extract.spoken_scores import scores_in_words
from tabellino.extract.text import tokenise
from tabellino.extract.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "scores", "remark"),
    [
        ("It finished two-one to the hosts.", [(2, 1)], "a hyphen"),
        ("They drew three-all in the rain.", [(3, 3)], "all"),
        ("Four-nil, and it could have been six.", [(4, 0)], "nil, with a capital"),
        ("They went down by three goals to one.", [(3, 1)], "goals to"),
        ("A win by 5 goals to 2.", [(5, 2)], "figures around goals to"),
        ("Burnley won by the odd goal in seven.", [(4, 3)], "the odd goal"),
        ("The odd goal in three settled it.", [(2, 1)], "at the start of the sentence"),
        ("He played a one-two with Silva.", [], "a pass"),
        ("The odd goal in four is no score.", [], "an even number"),
        ("He added two goals to his tally.", [], "goals added to something"),
        ("It needed a goals to games ratio.", [], "no numbers"),
        ("A four-three-three that never worked.", [], "a formation"),
    ],
)
def test_scores_in_words(text: str, scores: list[tuple[int, int]], remark: str) -> None:
    found = [score for _, (score, _) in scores_in_words(tokenise(text).keys, vocabulary("en"))]
    assert found == scores, remark


def test_a_language_without_the_words_has_none() -> None:
    assert list(scores_in_words(["two-one"], vocabulary("it"))) == []


@pytest.mark.parametrize(
    ("words", "moment", "remark"),
    [
        ("It stayed one-nil until the interval.", "half_time", "until the interval"),
        ("It was two-one at half-time.", "half_time", "at half-time"),
        ("It was one-all going into the break.", "half_time", "going into the break"),
        ("It stayed one-nil until Hallam came on.", None, "until something else"),
    ],
)
def test_a_score_until_the_break_is_that_of_half_time(words: str, moment: str | None, remark: str) -> None:
    reading = read_report(Report(f"Everton beat Fulham 3-1 at Goodison Park. {words}"))
    told = {claim.says.moment for claim in reading.claims if isinstance(claim.says, ScoreSays)}
    assert ("half_time" in told) is (moment == "half_time"), remark
