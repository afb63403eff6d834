"""What a sentence tells of a goal: the trigger, the scorer, whether it was an own goal."""

from __future__ import annotations

import time

import pytest

from tabellino import extract
from tabellino.domain.claim import GoalSays

MATCH = "Everton beat Fulham 3-2 at Goodison Park on Saturday. "


def told(text: str) -> list[tuple[str | None, bool]]:
    """The scorers told in the text after the result, likeliest reading, with whether the goal was his own."""
    found = []
    for claim in extract(MATCH + text):
        if isinstance(claim.says, GoalSays) and claim.weight >= 0.5 and claim.span[0] >= len(MATCH):
            best = max(claim.says.scorer, key=lambda c: c.weight, default=None)
            found.append((best.value if best and best.weight > 0.35 else None, bool(claim.says.own_goal)))
    return found


@pytest.mark.parametrize(
    ("text", "goals", "remark"),
    [
        ("Lukaku opened the scoring in the 10th minute.", [("Lukaku", False)], "the plain case"),
        ("An own goal from Nathan Baker put Everton ahead.", [("Nathan Baker", True)], "one telling, not two"),
        ("The ball struck Kilgallon and rolled over the line.", [("Kilgallon", True)], "without the words own goal"),
        (
            "Berbatov tried to clear and headed past his own goalkeeper.",
            [("Berbatov", True)],
            "past his own goalkeeper",
        ),
        ("Lukaku walked it in after 30 minutes.", [("Lukaku", False)], "any verb with 'it in'"),
        ("Osman kept his nerve from the spot.", [("Osman", False)], "a penalty told by the nerve it took"),
        ("Kone almost opened the scoring but shot wide.", [], "a chance is no goal"),
    ],
)
def test_who_scored(text: str, goals: list[tuple[str | None, bool]], remark: str) -> None:
    assert told(text) == goals, remark


@pytest.mark.parametrize(
    ("text", "goals", "remark"),
    [
        ("Everton opened the scoring on 20 minutes through Mirallas.", [("Mirallas", False)], "named last"),
        (
            "Lukaku had cancelled out Sidwell's early opener by then.",
            [("Lukaku", False), ("Sidwell", False)],
            "who cancels it out, and the goal cancelled",
        ),
        ("Lukaku promptly wiped out the visitors' advantage.", [("Lukaku", False)], "a lead wiped out"),
        ("Mirallas and substitute Naismith found the net.", [("Mirallas", False), ("Naismith", False)], "two men"),
        (
            "A goal just before half-time from captain Jagielka settled the nerves.",
            [("Jagielka", False)],
            "a time between",
        ),
        ("A soft goal conceded to Sidwell did not help.", [("Sidwell", False)], "conceded to him"),
        ("Lukaku tapped in to make it safe.", [("Lukaku", False)], "tapped in, and what it made"),
        ("Lukaku headed Everton back into the game with 20 minutes to go.", [("Lukaku", False)], "back into the game"),
        ("Lukaku fired the hosts back into contention.", [("Lukaku", False)], "back into contention"),
        ("Lukaku's second for Everton was a gem.", [("Lukaku", False)], "his second, no noun"),
        ("An own goal by Baker had soon given Everton the lead.", [("Baker", True)], "whose own goal did it"),
        ("Lukaku rose to head the winning goal.", [("Lukaku", False)], "the verb in the infinitive"),
        ("Barkley played in Lukaku to double the lead.", [("Lukaku", False)], "who was played in"),
        ("Osman picked out the unmarked Lukaku to slot home.", [("Lukaku", False)], "who was picked out"),
        ("Barkley set up Lukaku to restore the lead.", [("Lukaku", False)], "who was set up"),
        ("Lukaku turned in Osman's shot after ten minutes.", [("Lukaku", False)], "who turned in another's shot"),
        ("Lukaku struck two minutes into the second half.", [("Lukaku", False)], "struck, and when"),
        (
            "Mirallas panicked Riether into turning a low cross into his own net.",
            [("Riether", True)],
            "panicked into it",
        ),
        ("Lukaku's unstoppable stunner was the pick.", [("Lukaku", False)], "a stunner"),
    ],
)
def test_more_ways_to_tell_a_goal(text: str, goals: list[tuple[str | None, bool]], remark: str) -> None:
    assert [goal for goal in told(text) if goal[0]] == goals, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("The win extended Everton's lead at the top of the table.", "a lead in the league"),
        ("They increased their lead over Stoke to five points.", "a lead in points"),
        ("Osman, who scored last week's winner, was rested.", "a goal of another day"),
        ("Osman came close to doubling the lead after a run by Barkley.", "close to it"),
        ("Barkley conceded a penalty and was booked.", "a penalty conceded"),
        ("Osman fired wide of Stekelenburg's goal.", "the goal that somebody keeps"),
        ("Osman shot at Stekelenburg's goal from afar.", "a shot at it"),
        ("Howard could only parry Sidwell's shot.", "a shot parried"),
        ("Howard comfortably held Sidwell's header.", "a header held"),
        ("Osman's volley came back off the post.", "off the post and out"),
        ("Osman's drive was tipped over by Stekelenburg.", "a shot tipped over"),
        ("Osman's low shot hit the post.", "a shot against the post"),
        ("There was a throw from Riether and a misplaced header from Hangeland.", "a header gone wrong"),
        ("Moderate levels of noise greeted the teams.", "levels of something"),
        ("Osman swung the ball in from the left.", "a ball swung in"),
        ("Osman and Barkley both converted their penalties.", "kicks of a shoot-out"),
        ("After three postponements it finally went ahead on Saturday.", "a match that went ahead"),
        ("Barkley got to the second round with Leeds.", "a round of a cup"),
        ("Osman's long run was a contender for goal of the season.", "a prize"),
        ("Osman raced clear, beating Riise to play in a colleague.", "a man beaten for pace"),
        ("Howard's sending off handed Fulham a big advantage.", "a man more"),
        ("A red card for Kone gave the visitors the advantage.", "told of the card"),
        ("Lukaku gave Everton the numerical advantage by drawing the foul.", "an advantage in numbers"),
        ("Lukaku hit the side netting after 20 minutes.", "the outside of the net"),
        ("Osman nearly equalised in the 20th minute.", "nearly"),
    ],
)
def test_idioms_that_only_read_like_a_goal(text: str, remark: str) -> None:
    assert told(text) == [], remark


@pytest.mark.parametrize(
    ("text", "goals", "remark"),
    [
        ("Lukaku scored his fifth goal of the season.", [("Lukaku", False)], "his fifth of the season is a goal"),
        ("Lukaku scored his first goal since last March.", [("Lukaku", False)], "since another day"),
        ("Lukaku's volley came back off the post and into the net.", [("Lukaku", False)], "off the post and in"),
        ("Lukaku shot past Stekelenburg.", [("Lukaku", False)], "past the keeper himself"),
    ],
)
def test_goals_told_with_words_of_such_idioms(text: str, goals: list[tuple[str | None, bool]], remark: str) -> None:
    assert told(text) == goals, remark


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("A Romelu Lukaku hat-trick did for Fulham.", ["Lukaku"] * 3, "the name before it"),
        ("A hat-trick from Lukaku did for Fulham.", ["Lukaku"] * 3, "the name behind it"),
        ("Lukaku's fine hat-trick did for Fulham.", ["Lukaku"] * 3, "whose it is"),
        ("Lukaku's brace had Everton in charge.", ["Lukaku"] * 2, "a brace"),
        ("Two of the goals were scored by Lukaku.", ["Lukaku"] * 2, "two of the goals"),
    ],
)
def test_how_many_goals_are_told_at_once(text: str, men: list[str], remark: str) -> None:
    found = [
        max(claim.says.scorer, key=lambda c: c.weight).value.split()[-1]
        for claim in extract(MATCH + text)
        if isinstance(claim.says, GoalSays) and claim.says.scorer and claim.span[0] >= len(MATCH)
    ]
    assert found == men, remark


def test_a_lead_restored_and_lost_again_are_two_goals() -> None:
    text = "Mirallas restored the lead on 50 minutes, only for Sidwell to find a second leveller."
    assert {man for man, _ in told(text)} == {"Mirallas", "Sidwell"}


def test_a_time_before_but_is_not_the_time_of_what_follows() -> None:
    claims = extract(MATCH + "Michu missed a chance in the fifth minute, but Caulker rose to score the winner.")
    goals = [c.says for c in claims if isinstance(c.says, GoalSays) and c.weight > 0.4]
    assert goals, "the winner is read"
    assert all(says.time is None or says.time.best != 5 for says in goals)


@pytest.mark.parametrize(
    "words",
    [
        "Smith, Jones, ",
        "Smith scored ",
        "he scored his second goal in the 5th minute, ",
        "It came on 5 minutes. Osman crossed and Smith headed in. ",
    ],
)
def test_no_text_takes_more_time_than_its_length_asks(words: str) -> None:
    """A sentence without an end; a reader that compares all with all would need hours for the longer one."""

    def seconds(length: int) -> float:
        started = time.process_time()
        extract(MATCH + words * (length // len(words)))
        return time.process_time() - started

    seconds(1_000)
    short, long = seconds(15_000), seconds(60_000)
    assert long < 10 * short + 1.0, f"{words!r}: four times the text took {long:.1f} s after {short:.1f} s"


@pytest.mark.parametrize(
    ("text", "goals", "remark"),
    [
        ("Lotte Berg opened the scoring before Berg headed her second.", ["Lotte Berg"], "what women do"),
        ("Everton doubled Fulham's misery when Osman headed in.", ["Osman"], "no lead and no tally"),
        ("Barkley crossed for Naismith, who doubled Everton's tally.", ["Naismith"], "the tally of a side"),
        ("Osman fired a fierce low shot from 20 yards beyond goalkeeper Stekelenburg.", ["Stekelenburg", "Osman"], ""),
        ("Naismith headed his side back into the match.", ["Naismith"], "back into the match"),
        ("Osman finished off a fine Baines cross.", ["Osman"], "finished a cross"),
    ],
)
def test_further_words_tell_of_a_goal(text: str, goals: list[str], remark: str) -> None:
    found = {name for name, own_goal in told(text) if name and not own_goal}
    assert found <= set(goals), remark
    assert found & set(goals), remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Baines threw in a long corner and Jagielka waited.", "a delivery"),
        ("Barkley whipped in a cross that nobody met.", "a cross"),
        ("Fulham conceded a fourth-minute corner.", "a corner conceded"),
        ("Osman fired wide of Stekelenburg's goal.", "the frame is somebody's goal"),
        ("Everton fell silent ahead of kick-off.", "ahead of a time"),
        ("Howard denied Dembele a chance to put Fulham ahead.", "what was kept from happening"),
    ],
)
def test_words_like_those_of_goals_tell_of_none(text: str, remark: str) -> None:
    assert told(text) == [], remark


@pytest.mark.parametrize(
    ("text", "men", "remark"),
    [
        ("Hangeland and Senderos both scored own goals.", {"Hangeland", "Senderos"}, "two before the words"),
        ("Own goals by Hangeland and Senderos settled it.", {"Hangeland", "Senderos"}, "two after them"),
        ("An own goal to Hangeland made it 2-1.", {"Hangeland"}, "to the man"),
    ],
)
def test_own_goals_of_one_or_more(text: str, men: set[str], remark: str) -> None:
    assert {name for name, own_goal in told(text) if own_goal} == men, remark


def test_the_same_player_struck_again() -> None:
    goals = told("Mirallas tapped in the rebound before the same player headed home in the 60th minute.")
    assert len(goals) == 2, "two goals of one man"


def times(text: str) -> dict[str, float | None]:
    """The best minute of each scorer's surest telling."""
    found = {}
    claims = [c for c in extract(MATCH + text) if isinstance(c.says, GoalSays) and c.says.scorer]
    for claim in sorted(claims, key=lambda c: c.weight):
        best = max(claim.says.scorer, key=lambda c: c.weight)
        found[best.value] = claim.says.time.best if claim.says.time else None
    return found


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Everton led through goals from Osman (14th) and Barkley (33rd).", {"Osman": 14, "Barkley": 33}, "ordinals"),
        (
            "The goals came from Osman (14th minute) and Barkley (33rd minute).",
            {"Osman": 14, "Barkley": 33},
            "minutes",
        ),
        ("Fulham led through goals by Ruiz (59) and Parker (66).", {"Ruiz": 59, "Parker": 66}, "figures"),
    ],
)
def test_names_in_a_list_have_the_minutes_in_brackets_behind_them(
    text: str, expected: dict[str, float], remark: str
) -> None:
    assert {name: minute for name, minute in times(text).items() if name in expected} == expected, remark


def test_a_place_in_the_table_in_brackets_is_no_minute() -> None:
    found = times("Everton (4th) won at home to Fulham (18th) as Osman scored.")
    assert found == {"Osman": None}


@pytest.mark.parametrize(
    ("text", "man", "remark"),
    [
        ("Barkley headed the ball into the path of Naismith to slot past Stekelenburg.", "Naismith", "the path of"),
        ("Barkley ran at Parker before teeing up Naismith to fire home.", "Naismith", "teeing up"),
        ("Baines crossed low, picking out Naismith to tap in from close range.", "Naismith", "picking out"),
        ("Barkley picked out Naismith with a long pass and then scored himself.", "Barkley", "no goal of his"),
    ],
)
def test_for_whom_the_ball_was_played(text: str, man: str, remark: str) -> None:
    assert {name for name, _ in told(text)} == {man}, remark


def test_a_line_up_with_its_changes_in_brackets_is_no_list_of_scorers() -> None:
    text = "Goals from Osman (Pienaar 60), Barkley (Naismith 71), Mirallas, Baines, Coleman and Jagielka's pass."
    assert {name for name, _ in told(text)} <= {"Osman"}
