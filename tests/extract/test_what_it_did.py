"""Goals told by what they did ("doubled the lead", "put the points beyond doubt") and by counting them."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays, ScoreSays
from tests.extract.sentences import MEN, rows

#: Long enough that what follows is no lead of a report: there goals are believed on less.
MATCH = (
    f"Everton beat Fulham 4-2 at Goodison Park on Saturday. {MEN}"
    "The sun shone. The crowd was large. The pitch was soft. Both teams were unchanged. "
)
ROWS = rows("what_it_did")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "An early own goal followed by a Lukaku header earned Everton the points.",
    "Bent's late equaliser at Stoke was forgotten.",
    "Bent replied with a late tackle on Osman.",
    "Osman was the hero in the last round with two goals.",
    "Osman levelled with the last defender and was caught.",
    "Everton's goals usually come from Osman.",
    "It finished 3-2 after Bent and Ruiz had replied for Fulham.",
    "Osman's reply for Everton came within two minutes.",
    "Bent nullified Lukaku's goal six minutes later.",
    "Lukaku snatched victory at the death.",
    "Level they were when Bent met Duff's cross.",
    "Osman proved the hero, scoring in the 90th minute.",
    "Osman's deflected effort was all Everton had to show for their dominance.",
    "It was a fifth goal in six games for Osman.",
    "Fulham leaked another when Osman ran clear.",
    "Howard restored order after a scramble.",
    "Barkley put the cross beyond Lukaku.",
    "Martinez hailed match-winner Lukaku as the best in the league.",
    "Osman's experience proved decisive in midfield.",
    "Osman's goal against Stoke was his first of the season.",
    "Everton had beaten Stoke with goals from Osman and Naismith the previous week.",
}


def scorers(sentence: str) -> dict[str, int]:
    """Whoever is told to have scored, more likely than not, by surname ("": nobody by name), with the highest number
    that a goal of his is given."""
    found: dict[str, int] = {}
    for claim in extract(MATCH + sentence):
        if isinstance(claim.says, GoalSays) and claim.span[0] >= len(MATCH) - 1 and claim.weight >= 0.5:
            best = max(claim.says.scorer, key=lambda candidate: candidate.weight, default=None)
            name = best.value.split()[-1] if best is not None and best.weight > 0.4 else ""
            name += " og" if name and claim.says.own_goal else ""
            found[name] = max(found.get(name, 1), claim.says.nth_of_player or 1)
    return found


def rightly(told: str, read: dict[str, int]) -> bool:
    """Whether the men are read, and of whom several goals are counted so many; goals of nobody by name count only
    where none is told."""
    right = {name.partition("*")[0]: name.partition("*")[2] for name in told.split(",") if name}
    named = {name: goals for name, goals in read.items() if name or not right}
    return named.keys() == right.keys() and all(not n or named[name] >= int(n) for name, n in right.items())


@pytest.mark.parametrize(("sentence", "told"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_what_a_goal_did_tells_of_it(sentence: str, told: str) -> None:
    read = scorers(sentence)
    assert rightly(told, read) == (sentence not in MISREAD), f"read as {read}"


@pytest.mark.parametrize(
    ("sentence", "each"),
    [
        ("It ended in a four-goal draw.", 2),
        ("It finished three apiece.", 3),
        ("The teams finished with a goal apiece.", 1),
        ("It finished two goals each.", 2),
        ("The sides shared six goals.", 3),
        ("Everton drew a six-goal thriller with Fulham.", 3),
        ("Lukaku and Mirallas shared four goals.", None),  # men, not sides
        ("Lukaku and Mirallas scored two apiece.", None),
        ("The sides shared five goals.", None),  # no draw
        ("Everton beat Fulham in a five-goal thriller.", None),  # 3-2, 4-1 or 5-0
    ],
)
def test_a_draw_is_told_by_its_goals(sentence: str, each: int | None) -> None:
    match = "Everton met Fulham at Goodison Park on Saturday. "
    scores = [claim.says for claim in extract(match + sentence) if isinstance(claim.says, ScoreSays)]
    figures = {(says.first, says.second) for says in scores if says.first is not None}
    assert figures == (set() if each is None else {(each, each)}), f"read as {figures}"


@pytest.mark.parametrize("sentence", ["Everton won by a single goal.", "Everton won by three goals."])
def test_a_margin_is_no_score_and_no_goal(sentence: str) -> None:
    match = "Everton met Fulham at Goodison Park on Saturday. "
    for claim in extract(match + sentence):
        assert not isinstance(claim.says, ScoreSays) or claim.says.first is None, claim
        assert not isinstance(claim.says, GoalSays) or claim.weight < 0.5, claim
