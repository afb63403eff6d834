"""When a goal was scored: every way to tell a minute, what counts from what, and what is the time of something else."""

from __future__ import annotations

import pytest

from tabellino import extract, read
from tabellino.domain.claim import GoalSays
from tabellino.domain.report import Report

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday. "


def minute_of(text: str, scorer: str = "Lukaku") -> float | tuple[float, float] | None:
    """The minute told of the scorer's likeliest telling; the window where the words give no minute."""
    told = []
    for claim in extract(MATCH + text):
        if isinstance(claim.says, GoalSays) and any(
            scorer in one.value and one.weight > 0.3 for one in claim.says.scorer
        ):
            told.append((claim.weight, claim.says.time))
    assert told, f"no goal of {scorer} is read"
    time = max(told, key=lambda one: one[0])[1]
    return None if time is None else time.best or (time.earliest, time.latest)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Lukaku scored in the 21st minute.", 21),
        ("Lukaku's fifth-minute goal settled it.", 5),
        ("Lukaku scored in minute 63.", 63),
        ("They were four down at the break. Forty seconds had been played when Lukaku scored.", 1),
        ("Lukaku's goal made for a twitchy last 13 minutes.", 77),
        ("Lukaku scored twice in the second half.", (46, 90.12)),
        ("Lukaku produced a second-half brace.", (46, 90.12)),
        ("Early on, Lukaku scored twice.", None),
        ("Lukaku scored after twenty-nine minutes.", 29),
        ("Lukaku scored in the thirty-eighth minute.", 38),
        ("Lukaku's seventy-third-minute goal settled it.", 73),
        ("Lukaku scored 13 minutes into yesterday's match.", 13),
        ("Lukaku scored nine minutes into his debut.", 9),
        ("Lukaku scored on 52, and Everton never looked back.", 52),
        ("Lukaku headed the winner with 66 on the clock.", 66),
        ("Lukaku scored with less than four minutes on the clock.", 4),
        ("Lukaku scored on the 50-minute mark.", 50),
        ("Lukaku scored just before the quarter-hour mark.", 15),
    ],
)
def test_the_minute_of_the_clock(text: str, minute: float) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Lukaku scored six minutes from time.", 84),
        ("Lukaku scored 13 minutes or so from the end.", 77),
        ("Lukaku scored with 12 left.", 78),
        ("Lukaku scored with just 20 to go.", 70),
        ("Lukaku scored with a quarter of an hour remaining.", 75),
        ("Lukaku scored two minutes before normal time was up.", 88),
        ("Lukaku scored two minutes before the end of normal time.", 88),
        ("Lukaku scored nine minutes before the interval.", 36),
        ("Lukaku scored with five minutes of the first half remaining.", 40),
        ("Lukaku scored with five minutes remaining before the interval.", 40),
        ("Lukaku scored with less than three minutes left on the clock.", 87),
        ("Lukaku scored with barely two minutes to go.", 88),
        ("Lukaku scored with under ten minutes remaining.", 80),
    ],
)
def test_counted_down(text: str, minute: float) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Lukaku scored four minutes into the second half.", 49),
        ("Lukaku scored seven minutes after the turnaround.", 52),
        ("Lukaku scored within six minutes of the restart.", 51),
        ("Barkley came on at half-time, and within six minutes Lukaku scored.", 51),
        ("Martinez had words at half-time. Five minutes in, Lukaku scored.", 50),
        ("The second period was spiced up after just 50 seconds when Lukaku scored.", 46),
        ("Lukaku scored after 62 minutes of the second half of his career.", None),
    ],
)
def test_counted_from_the_restart(text: str, minute: float | None) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        ("Barkley scored after 20 minutes. Eight minutes later Lukaku equalised.", 28, "from the event told before"),
        (
            "Barkley scored after 20 minutes. It took seven minutes for Fulham to draw level, Lukaku scoring.",
            27,
            "took",
        ),
        ("Barkley hit the bar on 70 minutes and seconds later Lukaku scored.", 70, "seconds are no minute"),
        ("Barkley scored after 20 minutes. Parity lasted four minutes before Lukaku scored.", 24, "what lasted"),
        ("Barkley forced a 71st-minute save. Two minutes later Lukaku scored.", 73, "a save's minute counts, too"),
        (
            "Barkley scored on the stroke of half-time. Two minutes later Lukaku equalised.",
            None,
            "no minute to count from",
        ),
        ("Lukaku opened the scoring inside six minutes.", 6, "from the beginning"),
        (
            "Barkley scored after 20 minutes. Within a minute of Barkley's effort came his second. Lukaku scored.",
            None,
            "of",
        ),
    ],
)
def test_what_counts_from_another_event(text: str, minute: float | None, remark: str) -> None:
    assert minute_of(text) == minute, remark


@pytest.mark.parametrize(
    ("text", "window", "remark"),
    [
        ("Lukaku equalised with the final kick of the first half.", (45, 45.09), "the first half's end"),
        ("Lukaku scored in the final minute of the opening period.", (45, 45.09), "by another name"),
        (
            "Barkley shot wide after 30 minutes. Lukaku scored with the last kick of the half.",
            (45, 45.09),
            "of the half",
        ),
        ("Lukaku scored in first-half stoppage time.", (45.01, 45.09), "added time"),
        ("Lukaku scored in the third minute of stoppage time.", 90.03, "of the match, unless told"),
        ("Lukaku scored in the third minute of stoppage time at the end of the first half.", 45.03, "told"),
        (
            "Barkley went close in the 40th minute, and in stoppage time Lukaku scored. The second half began well.",
            (45.01, 45.12),
            "after the 40th minute and before the second half",
        ),
        ("Lukaku scored in stoppage time.", (90.01, 90.12), "of the match"),
        (
            "Everton were moments from a win when Lukaku scored in stoppage time. They had led at the interval.",
            (90.01, 90.12),
            "the interval told next is not its end, in the opening",
        ),
        ("Osman met a corner late in the first half; Lukaku scored on 61 minutes.", 61, "before a semicolon"),
        ("Osman met a corner late in the first half; Lukaku scored midway through the second.", (62, 73), "the second"),
        (
            "A foul in the 42nd minute changed it, but Lukaku scored in stoppage time. Osman had scored on 76.",
            (90.01, 90.12),
            "an opening does not go by the clock",
        ),
        ("Lukaku scored with seconds left.", (90, 90.12), "at the end"),
        ("Lukaku scored late in the first half.", (35, 45.07), "no more than a window"),
    ],
)
def test_the_end_of_a_half(text: str, window: object, remark: str) -> None:
    assert minute_of(text) == pytest.approx(window), remark


@pytest.mark.parametrize(
    ("text", "minute", "remark"),
    [
        ("Everton took the lead in the 21st minute. Lukaku tapped in from close range.", 21, "announced, then told"),
        ("Barkley won a corner in the 45th minute. Lukaku headed in at the far post.", 45, "the move that led to it"),
        (
            "Barkley was fouled on 33 minutes. The referee pointed. Lukaku scored from the spot.",
            33,
            "the penalty's minute",
        ),
        ("Lukaku headed in at the far post. That was in the 26th minute.", 26, "told afterwards"),
        ("Lukaku headed in. It was 1-1 after 51 minutes.", 51, "told afterwards, with the score"),
        ("Barkley shot wide in the 26th minute. Lukaku headed in.", None, "what came to nothing"),
        ("Barkley was booked in the 26th minute. Lukaku headed in.", None, "a booking's minute"),
        ("Barkley scored in the 26th minute. Lukaku headed in.", None, "another's minute"),
        ("Barkley won a corner in the 26th minute. But Lukaku headed in.", None, "but"),
        ("Lukaku headed in. There were 50 minutes gone when Barkley limped off.", None, "of what follows"),
    ],
)
def test_a_goal_told_over_several_sentences(text: str, minute: float | None, remark: str) -> None:
    assert minute_of(text) == minute, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Lukaku levelled from the spot and then forced a 59th-minute save.", "a save's"),
        ("Lukaku scored before Barkley went close ten minutes from time.", "what came after"),
        ("Lukaku scored although Barkley was sent off after 34 minutes.", "a card's"),
        ("Lukaku has scored more league goals (three) than anybody.", "a tally"),
        ("Lukaku scored his third goal in 12 minutes.", "a duration"),
        ("Lukaku scored twice within six minutes.", "a duration"),
    ],
)
def test_the_time_of_something_else_is_not_the_goals(text: str, remark: str) -> None:
    assert minute_of(text) is None, remark


def test_the_second_of_a_minute_is_no_second_goal() -> None:
    text = "Barkley scored following Lukaku's 35th second opener."
    assert minute_of(text) == 1
    assert minute_of(text, "Barkley") is None


@pytest.mark.parametrize(
    ("text", "minute", "between"),
    [
        ("with the final kick of the first half", 45, (45, 45)),
        ("in the last minute", 90, (90, 90)),
        ("late in the first half", None, (35, 45)),
    ],
)
def test_the_record_gives_a_minute_only_where_the_words_allow_it(
    text: str, minute: int | None, between: tuple[int, int]
) -> None:
    record = read([Report(f"Everton beat Fulham 1-0 at Goodison Park on Saturday. Romelu Lukaku scored {text}.", "a")])
    (goal,) = record.goals
    assert (goal.minute, goal.added_time) == (minute, None)
    assert goal.between == between


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Lukaku scored seven minutes before second-half stoppage time.", 83),
        ("Lukaku equalised two minutes before first-half added time.", 43),
        ("Lukaku scored five minutes short of second-half injury time.", 85),
        ("Lukaku scored seven minutes before the break.", 38),
    ],
)
def test_minutes_before_the_added_time_of_a_half(text: str, minute: float) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize("goal", ["Lukaku heads in the cross.", "What a moment. Lukaku scored for the hosts."])
def test_the_minute_that_begins_a_line_of_a_ticker_is_that_of_the_line_and_of_no_other(goal: str) -> None:
    entries = f"\n\n61' Chance! Kone shoots wide.\n\n76' GOAL! Everton 2-1 Fulham. {goal}\n\n83' GOAL! Everton 3-1.\n"
    assert minute_of(entries) == 76


def test_the_minute_of_an_entry_of_a_list_is_that_of_all_its_sentences() -> None:
    entries = (
        "\n\n- In the 21st minute Kone shot wide.\n\n- In the 76th minute Baines crossed. Everton had won the ball."
    )
    assert minute_of(f"{entries} Lukaku headed in from close range.\n\n- In the 83rd minute Hughes was booked.\n") == 76


def test_a_sentence_that_begins_with_a_minute_tells_of_something_else() -> None:
    assert minute_of("Lukaku headed in Baines's cross. 83' Booking for Hughes.") is None


@pytest.mark.parametrize(
    ("text", "minutes", "remark"),
    [
        ("Lukaku scored six minutes after Sidwell's 12th-minute opener.", (18, 12), "a goal told with its minute"),
        ("Lukaku levelled just two minutes after the 30th-minute opener by Sidwell.", (32, 30), "the name behind it"),
        ("Seven minutes after Sidwell's 15th-minute goal, Lukaku equalised.", (22, 15), "the later goal named last"),
    ],
)
def test_minutes_counted_from_a_goal_that_is_told_behind_them(
    text: str, minutes: tuple[float, float], remark: str
) -> None:
    assert (minute_of(text), minute_of(text, "Sidwell")) == minutes, remark


def test_minutes_before_a_goal_are_no_minute_of_the_clock() -> None:
    assert minute_of("Lukaku scored two minutes before Sidwell's 40th-minute goal.") not in (2, 40, 42)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Lukaku scored in extra time.", (90.01, 120.09)),
        ("Lukaku scored deep into extra-time.", (90.01, 120.09)),
        ("Lukaku's extra-time winner settled it.", (90.01, 120.09)),
        ("Lukaku scored in the first half of extra time.", (91, 105.09)),
        ("Lukaku scored in the second period of extra time.", (106, 120.09)),
        ("Lukaku scored in the 118th minute.", 118),
    ],
)
def test_extra_time(text: str, minutes: float | tuple[float, float]) -> None:
    assert minute_of(text) == minutes


@pytest.mark.parametrize(
    ("text", "scorer", "minute", "remark"),
    [
        ("Aos 20, Matos empatou.", "Matos", 65.0, "after the half has been named"),
        (
            "No primeiro tempo, aos 30, Prado perdera um gol. No segundo tempo, aos 20, Matos empatou.",
            "Matos",
            65.0,
            "twice",
        ),
        ("Aos 50 minutos do segundo tempo, Matos empatou.", "Matos", 90.05, "added time"),
    ],
)
def test_minutes_of_the_second_half_told_as_its_own(text: str, scorer: str, minute: float, remark: str) -> None:
    match = (
        "O Flamengo e o Vasco empataram em 1 a 1 no Maracanã, com Ivo Matos e Lucas Prado em campo. O jogo foi bom. "
        "Nada aconteceu até o intervalo. No segundo tempo, aos 5, Pedro Souza abriu o placar. "
    )
    goals = [claim.says for claim in extract(match + text) if isinstance(claim.says, GoalSays)]
    told = [goal.time.best for goal in goals if goal.time and any(scorer in one.value for one in goal.scorer)]
    assert told == [minute], remark
