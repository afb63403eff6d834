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


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Berbatov had the ball in the net on 33 minutes, but he had gone a fraction too soon.", "gone too soon"),
        ("Berbatov headed home, only for the referee to spot a push.", "only for the referee"),
        ("Berbatov bundled it over the line, but the winger had strayed offside.", "strayed"),
        ("Berbatov slotted in what he thought was the opener, only for the whistle to have gone.", "what he thought"),
        (
            "Berbatov thought that he had equalised, rolling it in from Dempsey's pass, but the flag was up.",
            "far apart",
        ),
        ("Fulham thought they had taken the lead when Berbatov tucked it away, but the linesman ruled it out.", "they"),
        (
            "The flag went up when Berbatov raced on to the pass and slotted past Tim Howard.",
            "the flag before the goal",
        ),
        ('There had been a "goal" for Berbatov, too, but Dempsey was standing offside.', "in inverted commas"),
        ("Berbatov, a substitute for the injured Dempsey, had one ruled out.", "words between him and his verb"),
        ("Berbatov slotted past Tim Howard. It did not count.", "in a sentence of its own"),
        ("Berbatov tucked it away. But the flag was up.", "the flag in a sentence of its own"),
        ("Berbatov's celebrations were cut short by an offside flag.", "the celebrations alone"),
        ("VAR ruled out Berbatov's equaliser for a marginal offside.", "ruled out, actively"),
        ("Berbatov did get the ball in the net but from an offside position.", "from an offside position"),
    ],
)
def test_a_goal_that_did_not_count_is_his_and_no_goal(text: str, remark: str) -> None:
    assert told(text, DisallowedSays) == ["Berbatov"], remark
    assert not goals(text) or remark == "ruled out, actively", remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Berbatov headed home after 20 minutes but the offside flag stayed down.", "a flag that stayed down"),
        ("Berbatov slotted in despite appeals for offside.", "appeals"),
        ("Berbatov volleyed in, although he looked offside.", "a doubt"),
        ("Berbatov volleyed in. Replays showed he had been offside.", "offside by the replays alone"),
        ("Berbatov fired home after Jagielka had played him onside.", "onside"),
        ("Berbatov headed in and the goal stood after a long check by VAR.", "it stood"),
        ("Berbatov fired Fulham ahead after ten minutes but was booked for celebrating.", "booked for celebrating"),
    ],
)
def test_a_goal_that_stood_is_none_of_those(text: str, remark: str) -> None:
    assert not told(text, DisallowedSays), remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("It could have been different had Berbatov not fluffed his lines from the penalty spot.", "had he not"),
        ("Fulham had a penalty. Berbatov stepped up but his kick was saved by Tim Howard.", "stepped up but"),
        ("Berbatov's kick thudded against a post.", "his kick, against a post"),
        (
            "Berbatov went to the left and the keeper guessed correctly, clutching at the second attempt.",
            "guessed right",
        ),
        ("From the spot Berbatov shot too close to Tim Howard.", "from the spot, before him"),
        ("Berbatov, so reliable from 12 yards, hit the post with his penalty.", "the frame with his penalty"),
    ],
)
def test_a_penalty_missed_in_other_words(text: str, remark: str) -> None:
    assert told(text, MissedPenaltySays) == ["Berbatov"], remark


def test_a_penalty_in_off_the_post_is_no_miss() -> None:
    assert not told("Berbatov's penalty went in off the post.", MissedPenaltySays)
    assert not told("Berbatov stepped up and scored the penalty.", MissedPenaltySays)
