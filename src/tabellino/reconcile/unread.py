"""What stands in the words of a claim and not in what was read of them: such a claim is not to be called supported."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tabellino.domain.clock import Minute
from tabellino.names.folding import fold_letters
from tabellino.reconcile.clocks import minutes_less
from tabellino.reconcile.times_told import tells_other_things, times_told

Score = tuple[int, int]
#: A score in figures; no season ("2011-12") and no date.
_SCORE = re.compile(r"(?<![\d-])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\d'-])")


def another_minute(quote: str, right: float, apart: float) -> str | None:
    """The minute that the words plainly tell, where it lies further than `apart` from the right one (a place on the
    clock); None where they tell the right one, none, or things that have minutes of their own, cards, say."""
    words = fold_letters(quote)
    if tells_other_things(words, (0, len(words))):
        return None
    times = [time.position for time in times_told(words, (0, len(words))) if time.plainly]
    if not times or any(abs(minutes_less(time, right)) <= apart for time in times):
        return None
    return str(Minute.at(times[0]).minute)


def another_score(quote: str, right: Collection[Score]) -> str | None:
    """The score that the words have in figures, where it is none of the right ones, in whichever order; None where they
    have a right one or none."""
    scores = [(int(match[1]), int(match[2])) for match in _SCORE.finditer(quote)]
    if not scores or any(score in right or score[::-1] in right for score in scores):
        return None
    return f"{scores[0][0]}-{scores[0][1]}"


def word_for_lead(quote: str, words: Collection[str]) -> str | None:
    """The word that says that a side went ahead ("ahead", "Führung"), which a goal that only made it level never did;
    None where there is none of the `words`, which are folded."""
    return next((word for word in re.findall(r"[\w-]+", fold_letters(quote)) if word in words), None)


def another_total(quote: str, scored: int, complete: bool, totals: Mapping[str, int]) -> str | None:
    """The word for all the goals of a man ("brace") that counts fewer than he scored or, where the record knows all
    goals (`complete`), more; None where there is none."""
    told = [(word, totals[word]) for word in re.findall(r"[\w-]+", fold_letters(quote)) if word in totals]
    return next((word for word, total in told if total < scored or (complete and total > scored)), None)
