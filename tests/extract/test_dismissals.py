"""Who was sent off, as prose tells it, and what only sounds like it."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import extract
from tabellino.domain.claim import CardSays
from tabellino.domain.report import Report

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday. "


def sent_off(text: str) -> list[str]:
    """The men told to be sent off in the text after the result, likeliest reading, in order of their names."""
    found = set()
    for claim in extract(MATCH + text):
        says = claim.says
        if isinstance(says, CardSays) and says.card == "red" and says.player and claim.weight >= 0.5:
            best = max(says.player, key=lambda c: c.weight)
            if best.weight > 0.35:
                found.add(best.value)
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("Parker was sent off for a foul on Lukaku.", ["Parker"], "the plain case"),
        ("Parker, sent off in the 67th minute for a bad foul, had hit the bar.", ["Parker"], "in passing"),
        ("The first red card came after only five minutes, when Parker caught Lukaku.", ["Parker"], "when it came"),
        ("Mark Clattenburg had shown Parker a second yellow card.", ["Parker"], "the referee showed it"),
        ("Brede Hangeland was dismissed on the hour.", ["Brede Hangeland"], "dismissed"),
        ("Parker, already booked, was given his marching orders after 70 minutes.", ["Parker"], "marching orders"),
        ("Parker then saw red for a lunge at Osman.", ["Parker"], "saw red"),
        ("Parker picked up a second booking for dissent.", ["Parker"], "a second booking"),
        ("Parker was shown a straight red for an elbow.", ["Parker"], "a straight red"),
        ("Parker was ordered off by Howard Webb.", ["Parker"], "the referee is not the man"),
        (
            "Parker had been booked before and received a second for a trip on Mirallas.",
            ["Parker"],
            "yellow understood",
        ),
        ("Parker went into the book again and was gone.", ["Parker"], "booked again"),
        ("There were two red cards, with Parker booked twice in ten minutes.", ["Parker"], "booked twice"),
        ("Parker was cautioned for a second time and went.", ["Parker"], "cautioned for a second time"),
        ("Fulham had Parker sent off five minutes from time.", ["Parker"], "a club had him sent off"),
        ("Fulham lost Parker, cautioned for a trip on Osman, to a second yellow card.", ["Parker"], "lost to a card"),
        ("Parker's red card on 60 minutes changed the game.", ["Parker"], "his red card"),
        ("Following the dismissal of defender Parker the hosts took charge.", ["Parker"], "the dismissal of"),
        ("There was a red card for Parker late on.", ["Parker"], "a red card for"),
        ("Webb had no hesitation in sending Parker off.", ["Parker"], "sending him off"),
        ("The referee showed Parker a second yellow card.", ["Parker"], "showed him"),
        ("Parker and Osman were both sent off after a brawl.", ["Osman", "Parker"], "two men"),
        ("There was time for Parker to collect a second yellow card.", ["Parker"], "for him to collect"),
        ("Giant stopper Parker saw red for two bookable offences.", ["Parker"], "described before his name"),
        ("In stoppage time Parker, who had been booked, was shown a second yellow.", ["Parker"], "a clause between"),
        ("When Parker picked up another yellow three minutes later it was settled.", ["Parker"], "another yellow"),
        ("And two minutes from time it was Parker, a second yellow, a foul on Osman.", ["Parker"], "in telegraphese"),
        (
            "Parker, who had been booked, shot all the same and the referee reached for the yellow card again.",
            ["Parker"],
            "yellow again",
        ),
    ],
)
def test_who_was_sent_off(text: str, men: list[str], remark: str) -> None:
    assert sent_off(text) == men, remark


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("Parker hauled down Lukaku 20 yards from goal and was sent off.", ["Parker"], "by the subject"),
        ("Lukaku was brought down by Parker. It was an obvious straight red.", ["Parker"], "a passive"),
        ("Parker elbowed Lukaku. It was an obvious straight red card.", ["Parker"], "in the sentence after"),
        ("Parker's late lunge at Osman earned a second booking.", ["Parker"], "his deed earned it"),
        ("Osman's penalty led to a red card for Parker.", ["Parker"], "not whoever gained by it"),
        ("Parker barged him over and was shown a second yellow card.", ["Parker"], "whoever was fouled"),
        (
            "Parker's arm caught Lukaku in the face. It was an obvious straight red card.",
            ["Parker"],
            "an arm is its man's",
        ),
        ("Lukaku and Osman scored either side of a red card for Parker.", ["Parker"], "nor who scored"),
    ],
)
def test_the_man_fouled_is_not_the_man_dismissed(text: str, men: list[str], remark: str) -> None:
    assert sent_off(text) == men, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Parker avoided a red card for a wild lunge.", "avoided"),
        ("Parker could have been sent off for an elbow on Osman.", "could have been"),
        ("Parker was lucky to escape a second yellow card.", "lucky to escape"),
        ("Everton screamed for Parker to be sent off.", "wanted"),
        ("Osman demanded a red card for Parker.", "demanded"),
        ("Parker should have seen red after an hour.", "should have"),
        ("Parker was not shown a red card.", "denied"),
        ("Martin Jol, the Fulham manager, was sent to the stands.", "a manager to the stands"),
        ("Everton manager David Moyes was dismissed from the dugout.", "a manager from the dugout"),
        ("The referee dismissed claims that Parker had handled.", "a claim dismissed"),
        ("Parker was sent off when the sides met in 2011.", "another year"),
        ("Parker was back from a ban for his red card at Norwich.", "an earlier red card served"),
        ("Parker was sent off against Norwich last week.", "another match"),
        ("Parker was booked for a foul on Osman.", "a caution"),
        ("Parker faced a wall of red shirts and saw red shirts everywhere.", "the colour"),
        ("Mike Dean had no choice: red card.", "the referee had no choice"),
        ("Howard Webb reached for his pocket and produced the red card.", "the referee produced it"),
    ],
)
def test_what_only_sounds_like_a_dismissal(text: str, remark: str) -> None:
    assert sent_off(text) == [], remark


@pytest.mark.parametrize(
    ("text", "team_only", "remark"),
    [
        ("Ten-man Fulham held on.", True, "a man was sent off"),
        ("Fulham played on with ten men after Parker limped off injured.", False, "a man was hurt"),
        ("Fulham had ten men behind the ball.", False, "where they stood"),
        ("Fulham got four men forward.", False, "no side goes on with four"),
    ],
)
def test_ten_men(text: str, team_only: bool, remark: str) -> None:
    told = [c for c in extract(MATCH + text) if isinstance(c.says, CardSays) and c.says.card == "red"]
    assert bool(told) == team_only, remark


def test_the_minute_is_not_that_of_the_earlier_caution() -> None:
    text = "Parker, booked in the 20th minute, was sent off in the 66th minute."
    told = [c.says for c in extract(MATCH + text) if isinstance(c.says, CardSays) and c.says.card == "red"]
    assert [says.time and says.time.best for says in told] == [66], "two minutes are told, and the card is the second"


def test_a_weak_allusion_is_to_the_man_whose_dismissal_is_told() -> None:
    text = (
        MATCH + "Scott Parker was sent off for hauling back Lukaku. "
        "The striker went down and the referee produced the inevitable red card."
    )
    record = tabellino.read([Report(text)])
    assert [card.player for card in record.cards if card.card == "red"] == ["Scott Parker"]


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        (
            "Parker lost his head and was dismissed for a kick at Osman, who was also sent off.",
            ["Osman", "Parker"],
            "two in one sentence",
        ),
        (
            "Parker let his side down when he was ordered off after a brawl with Osman, who was likewise sent off.",
            ["Osman", "Parker"],
            "in other words",
        ),
        ("Parker was unlucky to be booked before Osman was sent off.", ["Osman"], "the first was only booked"),
    ],
)
def test_who_was_sent_off_beside_another(text, men, remark):
    assert sent_off(text) == men, remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        ("Parker was sent off for a lunge.", None, "the lunge has no minute"),
        ("After the interval Parker was sent off.", None, "nor when only its half is told"),
        ("Parker was sent off on 50.", 59.0, "it has one"),
        ("It rained.", 20.0, "it counts from the goal"),
    ],
)
def test_a_minute_counts_from_no_event_of_which_none_is_told(text: str, minute: float | None, remark: str) -> None:
    story = f"{MATCH}Lukaku scored after 11 minutes. {text} Ruiz was dismissed nine minutes later."
    cards = [claim.says for claim in extract(story) if isinstance(claim.says, CardSays)]
    (ruiz,) = [says for says in cards if says.player and says.player[0].value == "Ruiz"]
    assert (ruiz.time.best if ruiz.time else None) == minute, remark
