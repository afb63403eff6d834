"""The reasons of verdicts in plain English, one sentence each, without its full stop."""

from __future__ import annotations

from tabellino.domain.clock import Minute
from tabellino.names.numbers import ordinal
from tabellino.names.surnames import surname
from tabellino.reconcile.views import GoalView


class Words:
    """Names of the match for sentences: `clubs` are home and away."""

    def __init__(self, home: str, away: str) -> None:
        self.clubs = {"home": home, "away": away}
        self.home, self.away = home, away

    def goal(self, goal: GoalView) -> str:
        """ "the 17th-minute goal was Cambiaso's own and put Inter 1-0 up"."""
        return f"{self.which(goal)} was {self.whose(goal)} and {self.effect(goal)}"

    def which(self, goal: GoalView) -> str:
        """ "the 17th-minute goal", or, where its minute is not known, "the goal that made it 1-1"."""
        if goal.time is None:
            return f"the goal for {figures(goal.after)}"
        return f"the {minute_adjective(goal.time)} goal"

    def whose(self, goal: GoalView) -> str:
        """ "Cambiaso's own", "Esposito's"; a scorer nobody names is "somebody else's"."""
        if goal.name is None:
            return f"one for {self.clubs[goal.side]}"
        return f"{possessive(goal.name)} own" if goal.own_goal else possessive(goal.name)

    def effect(self, goal: GoalView) -> str:
        """What the goal did to the score: "put Inter 1-0 up", "made it 1-1"."""
        mine, other = goal.after if goal.side == "home" else goal.after[::-1]
        if mine > other:
            return f"put {self.clubs[goal.side]} {mine}-{other} up"
        if mine == other:
            return f"made it {figures(goal.after)}"
        return f"cut {self.clubs[goal.side]}'s deficit to {mine}-{other}"

    def score(self, score: tuple[int, int]) -> str:
        """ "Inter 3-2 Juventus"."""
        return f"{self.home} {figures(score)} {self.away}"


def figures(score: tuple[int, int]) -> str:
    """ "3-2"."""
    return f"{score[0]}-{score[1]}"


def possessive(name: str) -> str:
    """ "Cambiaso's", "Reus'" for the surname of a full name."""
    last = surname(name)
    return f"{last}'" if last.endswith("s") else f"{last}'s"


def minute_adjective(position: float) -> str:
    """ "17th-minute", and "90+3" for added time."""
    at = Minute.at(position)
    return f"{at.minute}+{at.added_time}-minute" if at.added_time else f"{ordinal(at.minute)}-minute"


def the_minute(position: float) -> str:
    """ "the 17th minute", "minute 90+3"."""
    at = Minute.at(position)
    return f"minute {at.minute}+{at.added_time}" if at.added_time else f"the {ordinal(at.minute)} minute"
