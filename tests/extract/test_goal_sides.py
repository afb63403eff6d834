"""Whose goal it was, as the words beside a telling say."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report
from tabellino.domain.claim import GoalSays

LEAD = "Everton beat Fulham 3-2 at Goodison Park on Saturday.\n\n"

SIDES = [
    ("Osman gave the home side the lead.", "Everton", "by the ground"),
    ("Osman had given the visitors the lead with 16 minutes played.", "Fulham", "a past perfect"),
    ("Osman levelled for Everton.", "Everton", "for a club"),
    ("Osman pulled one back for the away side.", "Fulham", "for a side"),
    ("Osman grabbed a late winner for the hosts.", "Everton", "what he scored before it"),
    ("Osman doubled Fulham's lead.", "Fulham", "what it did to a lead"),
    ("Osman scored the visitors' second.", "Fulham", "which goal of theirs"),
    ("Everton's second came from Osman.", "Everton", "the goal first"),
    ("Fulham's Osman struck after seven minutes.", "Fulham", "right before the name"),
    ("The Fulham striker Osman scored after seven minutes.", "Fulham", "with his position"),
    ("Osman rescued a point for the hosts with a header.", "Everton", "a point for them"),
    ("Osman's header gave the visitors all three points.", "Fulham", "what it gave them"),
    ("Osman converted a penalty to hand Fulham a win.", "Fulham", "what it gave them, told with the goal"),
    ("Osman stepped up to convert a penalty and hand Fulham a 2-1 win.", "Fulham", "joined by and"),
    ("Osman headed it past the Everton goalie.", "Fulham", "whose goalkeeper was beaten"),
    ("Osman silenced the Everton fans with a header.", "Fulham", "who suffers it"),
    ("Osman scored a first-half penalty against his former club Everton.", "Fulham", "whom he left"),
    ("Osman struck on 14 minutes, only for Fulham to level.", None, "what the others did then"),
    ("Osman cancelled out Fulham's lead.", None, "the lead of the others"),
    ("Osman scored a minute after Fulham's second.", None, "another goal"),
    ("Osman scored to make it a long night for Everton.", None, "who suffers it"),
    ("Osman headed in a corner when Fulham's defence slept.", None, "who let it happen"),
]


@pytest.mark.parametrize(("sentence", "club", "remark"), SIDES)
def test_the_words_beside_a_goal_tell_whose_it_is(sentence: str, club: str | None, remark: str) -> None:
    told = [c for c in tabellino.extract(Report(LEAD + sentence)) if c.span[1] > len(LEAD)]
    goals = [
        c.says for c in told if isinstance(c.says, GoalSays) and c.says.scorer and "Osman" in c.says.scorer[0].value
    ]
    assert goals, remark
    assert goals[0].team[0].value == club if club else not any(goal.team for goal in goals), remark


def test_a_man_called_a_player_of_the_wrong_side_is_contradicted() -> None:
    one = (
        "Everton 1 Fulham 2\n\nClint Dempsey put Fulham ahead after 12 minutes. Osman equalised for the home side on "
        "40 minutes, but Brede Hangeland headed the winner for Fulham in the 71st minute."
    )
    two = (
        "Fulham won 2-1 at Goodison Park. The visitors led through Dempsey after 12 minutes and, after Osman had "
        "levelled on 40, won it in the 71st minute when Hangeland headed in a corner for Fulham."
    )
    wrong = "Everton 1 Fulham 2\n\nDempsey scored in the 12th minute. Everton's Hangeland struck on 71 minutes."
    record = tabellino.read([Report(one, "a"), Report(two, "b"), Report(wrong, "c")])
    claim = next(c for c in record.claims if c.report == 3 and "Hangeland" in c.quote)
    assert claim.verdict == "contradicted", claim.reason
