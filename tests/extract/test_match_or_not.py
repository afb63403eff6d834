"""Whether a text reports a match."""

from __future__ import annotations

import pytest

from tabellino.domain.report import Report
from tabellino.extract.reader import read_report


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Hodge hails spirit\n\nMiddlesbrough manager Ken Hodge praised his players after the 2-1 win at Everton. "
            '"They never gave up," he said. "We will enjoy this one."',
            "a manager speaks of the match just played",
        ),
        (
            "Lyon held\n\nLyon coach Remi Faure was angry after a 1-1 draw with Lens. "
            '"We had ten chances and took one," he said.',
            "a draw",
        ),
        (
            "Juventus 2-3 Inter\n\nSerie A, 14 February 2026, Allianz Stadium. Juventus lost 3-2 at home to Inter.",
            "a line with a date",
        ),
        (
            "Everton 1 Fulham 0: why the referee's season is over\n\nMonday 12 November 2007 01:00\n\n"
            "Lukaku headed the winning goal for Everton three minutes from time.",
            "a headline of another kind, with the score in it, and a time of day",
        ),
        (
            "Stoke escaped with a 0-0 draw at home to Hull after the visitors missed a penalty.\n\n"
            "Former Fulham and Everton striker Hallam had his spot-kick saved by Stoke goalkeeper Begovic.",
            "clubs told for what a man was",
        ),
        (
            "FULHAM LEFT IN BITS\n\nEverton hit Fulham for two on Saturday. "
            "Then came that header: Lukaku, launching himself like a swimmer off the blocks "
            "a minute before the interval. Mirallas scored the second with ten minutes to go.",
            "one word of another sport is a figure of speech",
        ),
        (
            "Everton 1-0 Fulham: as it happened\n\n12' GOAL! Everton 1-0 Fulham. Hallam heads in.\n\n"
            "FULL-TIME: Everton 1-0 Fulham.",
            "live notes",
        ),
    ],
)
def test_a_text_that_tells_of_the_match_just_played_is_a_report(text: str, remark: str) -> None:
    assert read_report(Report(text)).no_match is None, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Fulham sign Okoro\n\nFulham have signed striker Ben Okoro from Stoke for two million. He scored in "
            "the 3-1 win over Wigan in October and has agreed a four-year contract.",
            "a transfer",
        ),
        (
            "Hodge sacked\n\nMiddlesbrough have sacked manager Ken Hodge after a 4-0 defeat at Everton. His assistant "
            "will take charge of Saturday's game with Leeds.",
            "a dismissal",
        ),
        (
            "Everton v Fulham preview\n\nEverton are without Hallam (knee) for the visit of Fulham. They won 2-0 at "
            "Stoke last week. Fulham lost 3-1 at Goodison Park last season.",
            "a preview",
        ),
        (
            "Everton and Fulham charged\n\nEverton and Fulham have been charged after a brawl at the end of the 1-1 "
            "draw on Sunday. Both have until 4 May to respond.",
            "a charge",
        ),
        ("Fulham and Everton share a river of stories, and both painted their doors blue.", "no goal and no result"),
        (
            "Bath 23-18 Leicester\n\nTwo tries by the wing and a late penalty saw Bath home against Leicester, who "
            "had a lock sin-binned.",
            "rugby",
        ),
    ],
)
def test_a_text_about_something_else_is_none(text: str, remark: str) -> None:
    assert read_report(Report(text)).no_match is not None, remark
