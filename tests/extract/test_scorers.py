"""Who scored: the subject of a chain of verbs, not whom he beat; whose own goal; and what only sounds like a goal."""

from __future__ import annotations

import pytest

from tabellino.extract.goals import find_mentions
from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise

BEFORE = (
    "Arsenal beat Everton 3-1 on Saturday. The rain fell all day. There was a big crowd. It was cold. The pitch was "
    "heavy. Arsenal had Thierry Henry, Robert Pires and Cesc Fabregas on the field. Everton had the defender Joseph "
    "Yobo, the goalkeeper Tim Howard and Tim Cahill."
)
#: Told less surely than so, words are as well not read as a goal.
SURE = 0.45


def told(sentence: str) -> set[tuple[str | None, bool]]:
    """The scorer and whether it is an own goal, of each telling that is likely one."""
    context = prose_context(tokenise(f"{BEFORE} {sentence}"), "en")
    assert context is not None
    people = context.units.people
    return {
        (None if mention.top is None else people[mention.top].name, bool(mention.first_of("own_goal")))
        for mention in find_mentions(context)
        if context.units.starts[mention.first] > len(BEFORE) and mention.weight >= SURE
    }


@pytest.mark.parametrize(
    ("sentence", "scorer", "remark"),
    [
        ("Henry took the pass, turned Yobo one way and then the other and the ball was in the net.", "Henry", "turned"),
        ("Henry held off Joseph Yobo and slotted the ball under the body of Howard.", "Henry", "held off"),
        ("Henry cut inside Joseph Yobo and drove it into the bottom corner.", "Henry", "cut inside"),
        ("Henry was tripped by Joseph Yobo, got up and rolled the penalty down the middle.", "Henry", "by whom"),
        ("Henry, on for Fabregas, slid in the second from close range.", "Henry", "on for somebody"),
        ("Henry rose between Yobo and Cahill to nod in the corner.", "Henry", "between two"),
        ("Henry waited for Howard to move and rolled it the other way.", "Henry", "waited for the goalkeeper"),
        ("Henry turned and, before Joseph Yobo could move, the ball was in the net.", "Henry", "who had no time"),
        ("It was headed on by Pires and Henry, unmarked, volleyed it home.", "Henry", "the passer by whose head"),
        ("Up stepped Henry. Howard went one way and the ball the other.", "Henry", "the ball of the sentence before"),
        ("Henry struck it low. Howard got both hands to it but the power took it through him.", "Henry", "hands to it"),
        ("Pires was booked for a foul on Cahill and Henry tucked it into the net.", "Henry", "nobody who was fouled"),
        ("Down went Pires, up stepped Henry and Howard's dive was in vain.", "Henry", "a dive in vain"),
        ("Pires found Henry, who rolled the ball beyond Howard.", "Henry", "who was found"),
        ("Henry, kept out by Yobo where Pires had been let in, coolly slid it home.", "Henry", "a long aside"),
        ("Henry ran at Cahill. The Everton man won it and drove it into the bottom corner.", "Cahill", "his club"),
    ],
)
def test_who_scored(sentence: str, scorer: str, remark: str) -> None:
    names = {name for name, own_goal in told(sentence) if not own_goal}
    assert {name.split()[-1] for name in names if name} == {scorer}, remark


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        (
            "Pires missed his kick, which deceived Yobo, and off the defender's shin it flew into the net.",
            "the defender",
        ),
        ("The ball struck the shin of Joseph Yobo and flew past Howard.", "whose shin"),
        ("Howard punched it against Joseph Yobo and it rebounded into the net.", "rebounded"),
        ("The ball came off Joseph Yobo and in.", "came off and in"),
        ("Pires drilled it across and Joseph Yobo diverted it past his own goalkeeper.", "his own goalkeeper"),
        ("Joseph Yobo beat his own goalkeeper with a header.", "beat his own goalkeeper"),
        ("Pires's cross was turned into his own net by Joseph Yobo.", "by whom at the end"),
        ("Joseph Yobo headed Pires's free-kick into his own goal.", "another's free-kick"),
        ("Joseph Yobo sliced his clearance past Howard and in.", "a clearance"),
        ("Joseph Yobo's back-pass rolled past Howard and in.", "a back-pass"),
        ("A Joseph Yobo own goal made it two.", "his own goal"),
    ],
)
def test_whose_own_goal(sentence: str, remark: str) -> None:
    found = {(name and name.split()[-1], own_goal) for name, own_goal in told(sentence)}
    assert ("Yobo", True) in found, remark
    assert not found & {("Pires", True), ("Howard", True), ("Cahill", True)}, remark


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Henry's shot hit Yobo and went behind.", "a corner"),
        ("Henry headed on to the bar; Pires ran 60 yards and shot into the stand.", "no own goal over two clauses"),
        ("Henry held off Joseph Yobo, swivelled and shot over.", "held off"),
        ("Joseph Yobo's clearance went into touch.", "a clearance to touch"),
        ("Henry had only to tap it in but missed.", "but missed"),
        ("Howard went one way and then the other to deny Henry.", "then the other"),
        ("Howard got a hand to Henry's shot and turned it over.", "a hand that was enough"),
        ("Henry beat Howard but not the post.", "beaten, but not the post"),
    ],
)
def test_what_is_no_goal(sentence: str, remark: str) -> None:
    assert told(sentence) == set(), remark
