"""Who does what a trigger tells: the subject of a chain of verbs, in front of the men named along the way."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tabellino.extract.reader import prose_context
from tabellino.extract.scorers import candidates
from tabellino.extract.text import tokenise
from tabellino.extract.triggers import find_hits

BEFORE = "Everton beat Fulham 3-2 with Lukaku, Osman, Riether and Senderos on the field. Barkley found Osman. "


def features_of(sentence: str, trigger: str) -> dict[str, set[str]]:
    """The features of everybody who can be meant, by his name, at the first trigger that begins with a word."""
    context = prose_context(tokenise(BEFORE + sentence), "en")
    assert context is not None
    hit = next(
        hit
        for hit in find_hits(context)
        if context.units.starts[hit.first] >= len(BEFORE)
        and context.units.words(hit.first, hit.last).startswith(trigger)
    )
    found: dict[str, set[str]] = {}
    for person, _, features in candidates(context, hit):
        found.setdefault(context.units.people[person].name, set()).update(name for name, _ in features)
    return found


@pytest.mark.parametrize(
    ("sentence", "trigger", "remark"),
    [
        ("The 16-stone striker rolled Riether and thumped it past Howard.", "thumped", "a description begins"),
        ("The 28-year-old tucked it into the net.", "tucked", "known by his age"),
        ("The striker rolled Riether as if he were not there and thumped it past Howard.", "thumped", "as if he were"),
        ("He nutmegged Riether and slotted it past Howard.", "slotted", "a pronoun begins"),
        ("After ten minutes the winger beat Riether and fired it into the net.", "fired", "after words of time"),
        ("Senderos slipped and the former Getafe man fired it into the net.", "fired", "after another's clause"),
    ],
)
def test_who_is_described_goes_on_with_what_he_began(sentence: str, trigger: str, remark: str) -> None:
    assert "meant_subject" in features_of(sentence, trigger)["Osman"], remark


@pytest.mark.parametrize(
    ("sentence", "trigger", "remark"),
    [
        ("The striker fell and Lukaku fired it into the net.", "fired", "somebody named goes on"),
        ("He fed Lukaku, who fired it into the net.", "fired", "who follows the name"),
        ("The striker Lukaku fired it into the net.", "fired", "the description has its name"),
    ],
)
def test_a_name_after_the_description_takes_its_place(sentence: str, trigger: str, remark: str) -> None:
    assert not any("meant_subject" in features for features in features_of(sentence, trigger).values()), remark


def test_a_chain_tells_how_each_man_in_it_is_governed() -> None:
    found = features_of("Lukaku found Riether, swapped passes with Osman and fired it into the net.", "fired")
    assert "chain:verb" in found["Riether"]
    assert "chain:with" in found["Osman"]
    assert not {"chain:verb", "chain:with"} & found["Lukaku"]


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Lukaku, alongside Riether, fired it into the net.", "beside him"),
        ("Lukaku, picked out where Riether and Osman had left a gap, calmly fired it into the net.", "two men"),
        ("The striker, on only because Riether was tired, fired it into the net.", "a description"),
    ],
)
def test_nobody_scores_who_is_named_in_an_aside_on_another(sentence: str, remark: str) -> None:
    found = features_of(sentence, "fired")
    here = {name for name, features in found.items() if any(feature.startswith("<") for feature in features)}
    assert not {"Riether", "Osman"} & here, remark


def test_after_an_aside_somebody_else_may_go_on() -> None:
    assert "Riether" in features_of("Osman, who had fallen, and Riether, who had not, fired it into the net.", "fired")


def test_the_opening_of_a_long_report_names_who_scores() -> None:
    opening, later = {"lede_4"}, "It rained. " * 6
    story = f"{later}Baines ran up. Jagielka ran and fired it into the net."
    assert opening <= features_of(f"Jagielka came back. {story}{later}", "fired")["Jagielka"]
    assert not opening & features_of(f"{story}{later}", "fired")["Jagielka"], "he is named later alone"
    assert not opening & features_of(f"Jagielka came back. {story}", "fired")["Jagielka"], "a short report"


MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday 14 December 2013. "


@pytest.mark.parametrize(
    ("sentence", "own_goal", "remark"),
    [
        ("Jagielka diverted the ball past a helpless Howard into the net.", True, "past his own goalkeeper"),
        ("Distin turned it past Howard after ten minutes.", True, "no word of an own goal"),
        ("Sidwell diverted the ball past a helpless Howard into the net.", False, "past the others'"),
        ("Lukaku turned it past Stekelenburg after ten minutes.", False, "past the others'"),
    ],
)
def test_whoever_beats_the_goalkeeper_of_his_side_scores_an_own_goal(
    sentence: str, own_goal: bool, remark: str
) -> None:
    told = [claim.says for claim in extract(MATCH + sentence) if isinstance(claim.says, GoalSays)]
    surest = [goal for goal in told if goal.scorer]
    assert surest
    assert all(bool(goal.own_goal) == own_goal for goal in surest), remark


def test_sides_speak_against_the_man_of_the_beaten_goalkeeper() -> None:
    context = prose_context(tokenise(MATCH + "Osman found Jagielka and Sidwell fired it past Howard."), "en")
    assert context is not None
    hit = next(hit for hit in find_hits(context) if context.units.words(hit.first, hit.last).startswith("fired"))
    people = context.units.people
    found = {people[one].name: dict(features) for one, _, features in candidates(context, hit)}
    assert "with_keeper" in found["Jagielka"]
    assert "against_keeper" in found["Sidwell"]


def test_who_sends_the_ball_on_behind_a_trigger_is_not_its_subject() -> None:
    crossed = features_of("Fulham pulled one back as Riether crossed and Senderos headed in.", "pulled")
    assert "Riether" not in crossed
    shot = features_of("Fulham pulled one back as Riether crossed.", "pulled")
    assert "Riether" in shot, "nobody is named to whom he sends it"
