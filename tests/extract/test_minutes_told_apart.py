"""Minutes told apart from the goal: in the clock's own sentence, at the head of a paragraph, counted from a change, and
where a goal told in the opening is told again."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday.\n\n"


def minute_of(text: str, scorer: str = "Lukaku") -> float | tuple[float, float] | None:
    """The minute told of the scorer's likeliest telling; the window where the words give no minute."""
    told = [
        (claim.weight, claim.says.time)
        for claim in extract(MATCH + text)
        if isinstance(claim.says, GoalSays)
        and any(scorer in one.value and one.weight > 0.3 for one in claim.says.scorer)
    ]
    assert told, f"no goal of {scorer} is read"
    time = max(told, key=lambda one: one[0])[1]
    return None if time is None else time.best or (time.earliest, time.latest)


def test_a_minute_nearest_to_a_goal_that_has_its_own_is_the_other_one_s() -> None:
    text = "Lukaku got the ball rolling for the hosts on 12 minutes and Arteta made it two in the 25th."
    assert (minute_of(text), minute_of(text, "Arteta")) == (12, 25)


def test_a_minute_of_neither_goal_is_given_to_none() -> None:
    text = "Lukaku scored, Smith was booked on 31 minutes and Arteta made it two in the 40th."
    assert (minute_of(text), minute_of(text, "Arteta")) == (None, 40)


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        ("Lukaku needed only 14 minutes to score.", 14, "needed"),
        ("Lukaku had to wait 64 minutes before he scored.", 64, "waited"),
        ("Eight minutes were left when Lukaku scored.", 82, "were left"),
        ("Lukaku scored on the half hour mark.", 30, "half hour in two words, and no hour"),
        ("Lukaku scored five minutes after half time.", 50, "half time in two words"),
        ("Lukaku scored two minutes before half time.", 43, "and before it"),
        ("Lukaku scored in the third of four added minutes.", 90.03, "of those added"),
        ("Lukaku scored with two minutes of added time played.", 90.02, "no minute of the match"),
        ("In the sixth Lukaku scored.", 6, "without the word"),
        ("With a left shot Lukaku scored.", None, "the left foot"),
        ("Lukaku, a menace throughout his 70 minutes on the pitch, scored.", None, "how long he played"),
        ("Lukaku scored, the best player of the 90 minutes in the rain.", None, "all of the match"),
        ("For the first 20 minutes of the second half nothing came. Lukaku scored.", None, "how long it lasted"),
    ],
)
def test_words_for_a_minute(text: str, minute: object, remark: str) -> None:
    assert minute_of(text) == (pytest.approx(minute) if minute is not None else None), remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        (
            "Martinez sent on Lukaku on 60 minutes. It took him three minutes to score. Lukaku tapped in.",
            63,
            "from his coming on",
        ),
        ("Lukaku came on with 25 minutes to go and scored.", None, "the time of the change is not the goal's"),
        ("Lukaku came on and, with 12 minutes left, scored.", 78, "nor is what follows the change's"),
        ("Half-time brought a rethink. Fulham were asleep. Six minutes in, Lukaku scored.", 51, "from the restart"),
        (
            "Barkley was fouled on 19 minutes. Eight minutes after Barkley's departure Lukaku scored.",
            27,
            "from a departure",
        ),
    ],
)
def test_what_a_minute_counts_from(text: str, minute: float | None, remark: str) -> None:
    assert minute_of(text) == minute, remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        ("Lukaku headed in. Just 33 minutes gone, and it was deserved.", 33, "the bare time"),
        ("Lukaku headed in. There were 28 minutes on the clock.", 28, "the clock"),
        ("Lukaku headed in. A fine goal it was. It was the 16th minute.", 16, "a sentence later"),
        ("Lukaku headed in. 67 minutes, and Goodison fell silent.", 67, "no words for when"),
        ("Lukaku headed in. Ten minutes later Barkley limped off.", None, "what happened later"),
        ("Lukaku headed in. After 33 minutes Barkley limped off.", None, "another event"),
        ("Lukaku headed in. Ten minutes in and Barkley limped off.", None, "another's"),
        ("Lukaku headed in.\n\nIt was 2-0 in the 63rd. Barkley bundled it over the line.", None, "the next goal"),
    ],
)
def test_the_clock_told_behind_a_goal(text: str, minute: float | None, remark: str) -> None:
    assert minute_of(text) == minute, remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        (
            "Everton drew first blood in the 23rd minute. Barkley looked up. His ball was low. Lukaku tapped in.",
            23,
            "later",
        ),
        ("In the sixth minute Everton were level, Lukaku heading in from close range.", 6, "the whole sentence"),
        ("Barkley hit the crossbar in the 23rd minute. Mirallas followed up. Lukaku tapped in.", None, "a near miss"),
        ("Barkley was booked in the 23rd minute. Fulham pressed. Lukaku tapped in.", None, "a booking"),
        ("Barkley hit the crossbar in the 29th minute. Instead, Lukaku tapped in.", None, "instead"),
    ],
)
def test_a_paragraph_that_begins_with_a_minute(text: str, minute: float | None, remark: str) -> None:
    assert minute_of(text) == minute, remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        (
            "They were not to be denied in the 73rd minute. Barkley crossed and Lukaku arrived unmarked.",
            73,
            "announced",
        ),
        ("The deadlock was broken on 62 minutes. Barkley's cross was low and Lukaku arrived.", 62, "broken"),
        ("Barkley crossed and Lukaku arrived. That was in the 58th minute.", 58, "told by the clock behind it"),
        ("Barkley came close on 62 minutes. Lukaku wasted a fine chance.", None, "a chance"),
        ("Lukaku was booked in the 62nd minute for a foul on Hughes.", None, "his booking"),
        ("Fulham took the lead on 62 minutes, Ruiz scoring. Lukaku was disgusted.", None, "another's goal"),
        ("Lukaku limped off in the 62nd minute.", None, "when he left"),
    ],
)
def test_a_goal_of_the_opening_told_again(text: str, minute: float | None, remark: str) -> None:
    opening = "Goals from Romelu Lukaku and Ross Barkley gave Everton the win.\n\n"
    assert minute_of(opening + text) == minute, remark
