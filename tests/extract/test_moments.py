"""Missed penalties and goals that did not count: whose they were, and that they are taken for no goals."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import DisallowedSays, GoalSays, MissedPenaltySays

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday. "


def told(text: str, kind: type[MissedPenaltySays | DisallowedSays]) -> list[str | None]:
    """The men of what came to nothing in the text after the result."""
    found: list[str | None] = []
    for claim in extract(MATCH + text):
        if isinstance(claim.says, kind) and claim.weight >= 0.5:
            best = max(claim.says.player, key=lambda c: c.weight, default=None)
            found.append(best.value if best and best.weight > 0.35 else None)
    return found


def goals(text: str) -> list[str]:
    """The likeliest scorers told in the text after the result."""
    return [
        max(c.says.scorer, key=lambda s: s.weight).value
        for c in extract(MATCH + text)
        if isinstance(c.says, GoalSays) and c.says.scorer and c.weight >= 0.5 and c.span[0] >= len(MATCH)
    ]


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("Berbatov missed a penalty after 70 minutes.", ["Berbatov"], "the plain case"),
        (
            "The visitors, for whom Berbatov missed a penalty, went behind again.",
            ["Berbatov"],
            "in a clause of its own",
        ),
        ("Berbatov blazed a 53rd-minute penalty over the bar.", ["Berbatov"], "over the bar"),
        ("Berbatov saw his spot-kick saved by Tim Howard.", ["Berbatov"], "saw it saved"),
        ("Berbatov had a penalty kept out by Tim Howard.", ["Berbatov"], "had it kept out"),
        ("Berbatov's penalty was parried by the goalkeeper.", ["Berbatov"], "his penalty was parried"),
        ("Tim Howard saved Berbatov's penalty.", ["Berbatov"], "the keeper saved his"),
        ("Tim Howard saved a penalty from Berbatov.", ["Berbatov"], "the keeper saved one from him"),
        ("Goalkeeper Tim Howard denied Berbatov from the spot.", ["Berbatov"], "denied from the spot"),
        (
            "Berbatov pulled one back for Fulham having earlier had a spot-kick saved.",
            ["Berbatov"],
            "far from his name",
        ),
        ("Tim Howard saved a penalty.", [None], "nobody tells who took it"),
        ("Berbatov knocked a disputed first-half penalty wide.", ["Berbatov"], "knocked wide"),
        ("Berbatov pulled his penalty against the post.", ["Berbatov"], "pulled against the post"),
        ("Fulham were given a penalty, which Berbatov sliced low and wide.", ["Berbatov"], "which he sliced wide"),
        ("There was a penalty, but Berbatov shot over the bar.", ["Berbatov"], "but he shot over"),
        ("Berbatov scored a penalty after 70 minutes.", [], "a goal"),
        ("Berbatov smashed the penalty into the top corner.", [], "a goal, told with a hard shot"),
        ("Berbatov rolled the penalty in off the post.", [], "in off the post"),
        ("Berbatov shot over from inside the penalty area.", [], "the penalty area"),
        ("Berbatov had a penalty appeal turned down.", [], "an appeal"),
        ("Berbatov could have had a penalty when he was shoved over.", [], "no penalty was given"),
        ("Tim Howard, who saved a late penalty against Norwich, tipped it over.", [], "another match"),
    ],
)
def test_missed_penalties(text: str, men: list[str | None], remark: str) -> None:
    assert told(text, MissedPenaltySays) == men, remark


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("Lukaku had a goal disallowed for offside.", ["Lukaku"], "the plain case"),
        ("Lukaku saw a header chalked off for a push.", ["Lukaku"], "saw it chalked off"),
        ("Lukaku's effort was correctly ruled out.", ["Lukaku"], "his effort was ruled out"),
        ("Lukaku's disallowed goal livened up the crowd.", ["Lukaku"], "his disallowed goal"),
        ("The referee disallowed one from Lukaku.", ["Lukaku"], "one from him"),
        ("Lukaku was denied a late leveller by the assistant referee's flag.", ["Lukaku"], "denied by the flag"),
        ("Lukaku thought he had equalised but the flag was up.", ["Lukaku"], "he thought he had"),
        ("Lukaku put the ball in the net, but the referee had already blown.", ["Lukaku"], "the whistle had gone"),
        ("Lukaku strayed offside before heading in.", ["Lukaku"], "offside before"),
        ("Lukaku had a goal ruled out, and Mirallas had another chalked off.", ["Lukaku", "Mirallas"], "two of them"),
        ("Lukaku was ruled out with a groin injury.", [], "a man is ruled out"),
        ("Lukaku's early strike was cancelled out by Berbatov.", [], "an equaliser"),
        ("Lukaku's goal should have been disallowed.", [], "it was not"),
        ("Lukaku shot wide with the flag up.", [], "no goal before the flag"),
        ("Lukaku headed in from the corner flag's side.", [], "the corner flag"),
    ],
)
def test_goals_that_did_not_count(text: str, men: list[str | None], remark: str) -> None:
    assert told(text, DisallowedSays) == men, remark


@pytest.mark.parametrize(
    ("text", "scorers", "remark"),
    [
        ("Lukaku headed in, only for the goal to be chalked off.", [], "what went before is taken back"),
        ("Lukaku had the ball in the net but was denied by an offside flag.", [], "in words of its own"),
        ("Lukaku's goal after 38 minutes was correctly ruled out.", [], "told with its minute"),
        ("Lukaku had a goal ruled out before Mirallas headed in the winner.", ["Mirallas"], "another's goal after it"),
        ("Mirallas put Everton ahead and Lukaku had a goal ruled out.", ["Mirallas"], "another's goal before it"),
        ("Berbatov pulled one back having earlier had a spot-kick saved.", ["Berbatov"], "his goal after a miss"),
    ],
)
def test_what_came_to_nothing_is_no_goal(text: str, scorers: list[str], remark: str) -> None:
    assert goals(text) == scorers, remark
