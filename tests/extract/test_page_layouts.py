"""Goals are read from a page in whatever layout it prints them: by whom, when, for which side, and no others."""

from __future__ import annotations

import page_sheets  # noqa: F401 - registers its layouts
import page_sheets_of_languages  # noqa: F401 - registers its layouts
import page_sheets_with_squads  # noqa: F401 - registers its layouts
import pytest
from page_layouts import GOALLESS, LAYOUTS, MATCHES, WITHOUT_MINUTES, Goal, Match, glued_line_ups, matches_for

import tabellino
from tabellino import Report
from tabellino.domain.record import Goal as GoalRead
from tabellino.errors import TabellinoError
from tabellino.names.folding import fold


def is_his(name: str, scorer: str) -> bool:
    """Whether a name is the scorer's, whole or his surname or with an initial, and has no word beside."""
    *given, last = fold(name).replace(".", "").split()
    *whole, surname = fold(scorer).split()
    return last == surname and all(any(word.startswith(one) for word in whole) for one in given)


def is_his_minute(goal: Goal, read: GoalRead) -> bool:
    """Whether the minute of the record is within one of the goal's."""
    if read.minute is None:
        return False
    return abs(read.minute + (read.added_time or 0) - goal.minute - goal.added) <= 1


def is_read(goal: Goal, read: GoalRead, with_minute: bool) -> bool:
    """Whether the record tells this goal, where its minute is printed with that and else with none."""
    if read.scorer is None or (read.team, read.own_goal) != (goal.side, goal.own_goal):
        return False
    when = is_his_minute(goal, read) if with_minute else read.minute is None
    return when and is_his(read.scorer, goal.scorer)


def wrong_in(name: str, match: Match) -> str | None:
    """What is read wrong of a match in a layout, in words; None when all is right."""
    try:
        record = tabellino.read([Report(LAYOUTS[name](match))])
    except TabellinoError as error:
        return str(error)
    extra = list(record.goals)
    missed = []
    for goal in match.goals:
        found = next((read for read in extra if is_read(goal, read, name not in WITHOUT_MINUTES)), None)
        if found is None:
            missed.append(f"{goal.scorer} {goal.minute}")
        else:
            extra.remove(found)
    score = (match.scored("home"), match.scored("away"))
    if not missed and not extra and record.score.full_time == score:
        return None
    others = [f"{read.scorer_told} {read.minute} for {read.team}{' (og)' * read.own_goal}" for read in extra]
    return f"missed {missed}, extra {others}, score {record.score.full_time}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_goal_and_no_other_is_read(name: str) -> None:
    tried = {f"{match.home} - {match.away}": wrong_in(name, match) for match in matches_for(name)}
    wrong = [f"{name}, {match}: {words}" for match, words in tried.items() if words]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("match", [*MATCHES, GOALLESS], ids=lambda match: match.home)
def test_shirt_numbers_glued_to_names_are_minutes_of_no_goals(match: Match) -> None:
    record = tabellino.read([Report(glued_line_ups(match))])
    told = [(goal.scorer, goal.minute) for goal in record.goals if goal.scorer or goal.minute]
    assert not told, f"{match.home} - {match.away}: {told}"
    assert record.score.full_time == (match.scored("home"), match.scored("away"))
