"""Who won, lost or drew, told without figures or with figures in words; and what is wished for, which is no result."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import ScoreSays

MATCH = "Everton entertained Fulham at Goodison Park on Saturday. "


def told(text: str) -> list[ScoreSays]:
    """What the text after the first sentence says of the final score."""
    return [
        claim.says
        for claim in extract(MATCH + text)
        if isinstance(claim.says, ScoreSays) and claim.says.moment == "full_time" and claim.span[0] >= len(MATCH)
    ]


@pytest.mark.parametrize(
    ("text", "winner", "remark"),
    [
        ("Jelavic's early strike was enough to beat Fulham.", "Everton", "the loser alone is named"),
        ("Two goals by Jelavic proved too much for Fulham.", "Everton", "too much for"),
        ("Everton eased past Fulham.", "Everton", "went past them"),
        ("Everton swept Fulham aside.", "Everton", "swept aside, round the loser"),
        ("Fulham made short work of Everton.", "Fulham", "short work"),
        ("Jelavic's header gave Everton three precious points.", "Everton", "three points"),
        ("Dempsey fired Fulham to a deserved win.", "Fulham", "fired to a win"),
        ("Fulham slipped to a fifth defeat of the autumn.", "Everton", "slipped to a defeat"),
        ("Dempsey's goal condemned Everton to another loss.", "Fulham", "condemned to a loss"),
        ("Jelavic's goal set Everton on the way to a third home victory.", "Everton", "on the way to a win"),
        ("Fulham were no match for Everton.", "Everton", "no match for"),
        ("Fulham's misery deepened as Everton took the points.", "Everton", "whose subject is nearest"),
        ("Fulham ended Everton's run of nine games without defeat.", "Fulham", "an unbeaten run ended"),
        ("Everton and Fulham shared the points.", "", "shared the points"),
        ("Fulham held Everton.", "", "a club that is held has not lost"),
        ("Fulham twice fought back to hold Everton.", "", "fought back, and no more than held"),
        ("Everton were held by Fulham.", "", "the passive"),
        ("Everton were held to a draw by Fulham.", "", "held to a draw"),
        ("It is hard to say that Everton merited their point.", "", "their point"),
        ("Everton had to be content with a point.", "", "content with it"),
        ("Everton had to settle for their tenth draw.", "", "the tenth draw, no tenth goal"),
        ("Fulham salvage draw but slide closer to the drop.", "", "in a headline"),
        ("Everton and Fulham cancelled each other out.", "", "cancelled out"),
        ("Fulham went home with a point.", "", "a point"),
        ("Fulham beat Everton on penalties.", "", "who wins on penalties has drawn the match"),
    ],
)
def test_who_won_is_told_without_figures(text: str, winner: str, remark: str) -> None:
    assert [says.winner for says in told(text) if says.first is None][:1] == [winner], remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Everton failed to beat Fulham.", "failed to"),
        ("Everton were hoping to beat Fulham.", "hoped for"),
        ("Fulham were the last side to beat Everton.", "on another day"),
        ("Everton looked content with a draw.", "content with one that need not be"),
        ("A draw looked likely at that stage.", "looked likely"),
        ("Fulham are a point behind Everton.", "points of a table"),
        ("It was only his second goal for Everton.", "no only goal"),
        ("Everton's only sight of goal fell to Jelavic.", "no only goal either"),
        ("It was Fulham's first defeat by Arsenal for years.", "a defeat by a third club"),
        ("It took six minutes for Fulham to draw first blood.", "drawing blood"),
        ("Fulham drew level and looked to have earned a draw.", "it only looked so"),
        ("Bent's header seemed to have rescued a point for Fulham.", "a point that seemed to be rescued"),
        ("Fulham held Everton at arm's length until the break.", "held at arm's length"),
        ("Fulham held on to the ball.", "held on"),
        ("Jagielka had a point when he complained.", "a point made"),
        ("Fulham took a corner and drew a save from Howard.", "drew a save"),
    ],
)
def test_what_is_wished_for_or_of_another_match_is_no_result(text: str, remark: str) -> None:
    assert not told(text), remark


@pytest.mark.parametrize(
    ("text", "score", "remark"),
    [
        ("An own goal gave Everton a 2-1 victory.", (2, 1, "Everton"), "who is given it"),
        ("Jelavic fired Everton to a 3-1 win.", (3, 1, "Everton"), "who is led to it"),
        ("Fulham held off a push from short-handed Everton to win 3-1.", (3, 1, "Fulham"), "the other after `from`"),
        ("Fulham beat them by three goals to nil.", (3, 0, "Fulham"), "by figures, the loser a pronoun"),
        ("Everton went down by the odd goal in three.", (2, 1, "Fulham"), "went down by"),
        ("Jelavic handed Fulham a 2-0 defeat.", (2, 0, "Everton"), "who is given a defeat lost"),
    ],
)
def test_whose_a_score_is(text: str, score: tuple[int, int, str], remark: str) -> None:
    found = [(says.first, says.second, says.club_first) for says in told(text) if says.first is not None]
    assert found[:1] == [score], remark


def test_a_result_is_told_once_a_sentence() -> None:
    assert len(told("Everton eased past Fulham, and to beat Fulham was a relief.")) == 1


def test_the_only_goal_makes_it_one_nil() -> None:
    assert [(says.first, says.second) for says in told("Jelavic scored the only goal of the game.")] == [(1, 0)]
