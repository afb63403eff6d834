"""What the words of a wrong claim should say: its own words with the wrong part put right where that can be done."""

from __future__ import annotations

import re

from tabellino.domain.clock import Minute
from tabellino.names.folding import fold
from tabellino.names.numbers import ordinal
from tabellino.names.surnames import surname
from tabellino.reconcile.reasons import Words, figures, the_minute
from tabellino.reconcile.views import GoalView


def corrected_minute(quote: str, told: float, right: float) -> str:
    """The quote with the minute told replaced by the right one; a phrase with the right minute when it does not
    stand there in figures."""
    was, now = Minute.at(told), Minute.at(right)
    wrong = rf"{was.minute}\s*\+\s*{was.added_time}" if was.added_time else rf"{was.minute}(?!\d|\s*\+)"
    for suffix in ("st|nd|rd|th", ""):
        after = rf"(?:{suffix})(?![\w-]*\d)" if suffix else r"(?![\d-])"
        pattern = re.compile(rf"(?<![\d-]){wrong}{after}")
        if len(pattern.findall(quote)) == 1:
            plain = f"{now.minute}+{now.added_time}" if now.added_time else str(now.minute)
            return pattern.sub(ordinal(now.minute) if suffix and not now.added_time else plain, quote)
    return f"in {the_minute(right)}"


def corrected_score(quote: str, told: tuple[int, int], right: tuple[int, int]) -> str:
    """The quote with the score told replaced; the right score alone when it does not stand there in figures."""
    pattern = re.compile(rf"(?<!\d){told[0]}(\s*[-–:]\s*){told[1]}(?!\d)")
    if len(pattern.findall(quote)) == 1:
        return pattern.sub(rf"{right[0]}\g<1>{right[1]}", quote)
    return figures(right)


def corrected_scorer(quote: str, told: str, right: str) -> str | None:
    """The quote with the name told replaced by the right one; the right name alone when it does not stand there."""
    for wrong, name in ((told, right), (surname(told), surname(right))):
        if quote.count(wrong) == 1:
            return quote.replace(wrong, name)
    if fold(surname(told)) in fold(quote):
        return None
    return right


def the_goal(words: Words, goal: GoalView) -> str:
    """A sentence that tells the goal rightly: "Andrea Cambiaso's own goal put Inter 1-0 up in the 17th minute"."""
    when = f" in {the_minute(goal.time)}" if goal.time is not None else ""
    if goal.name is None:
        return f"{words.clubs[goal.side]} scored{when}"
    if goal.own_goal:
        return f"{goal.name}'s own goal {words.effect(goal)}{when}"
    effect = words.effect(goal)
    for_whom = "" if effect.startswith("put") else f" for {words.clubs[goal.side]}"
    return f"{goal.name} {effect}{for_whom}{when}"
