"""Reports that seem to be of another match because the reader took a wrong club for one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tabellino.domain.claim import GoalSays, ScoreSays
from tabellino.domain.reading import Reading
from tabellino.names.clubs import club
from tabellino.names.folding import fold
from tabellino.names.people import same_person

#: Shorter forms of a club's name are as often another word.
LETTERS = 4
#: Of so many reports of one match another that names both clubs is hardly of another match: with what it tells the
#: reader was at a loss.
MANY = 3
#: So many scorers in common make two reports of one club reports of one match.
SCORERS = 2


def is_of_this_match(reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether a reading that names another pair of clubs is of the match of these readings, which agree on theirs: one
    club is the same, the final score is, and the text names the missing club or a scorer of theirs. Two matches of
    one club with the same score are told together too seldom to tell them apart by more; where the reading has no
    final score, the text names the missing club and `SCORERS` of theirs score in it. Where `MANY` agree, it is enough
    that the text names both of their clubs."""
    clubs, theirs = set(reading.clubs or ()), set(others[0].clubs or ())
    missing = theirs - clubs
    if len(others) >= MANY and all(names_club(reading.report.text, name) for name in theirs):
        return True
    if len(missing) != 1:
        return False
    named, score = names_club(reading.report.text, missing.pop()), final_score(reading)
    shared = {one for one in _scorers((reading,)) if any(same_person(one, other) for other in _scorers(others))}
    if score is None:
        return named and len(shared) >= SCORERS
    return score in {final_score(other) for other in others} and (named or bool(shared))


def final_score(reading: Reading) -> tuple[int, ...] | None:
    """The likeliest final score as told, the higher figure first; None when none is."""
    told = [
        (claim.weight, (claim.says.first, claim.says.second))
        for claim in reading.claims
        if isinstance(claim.says, ScoreSays) and claim.says.moment == "full_time"
    ]
    figures = [(weight, (a, b)) for weight, (a, b) in told if a is not None and b is not None]
    return tuple(sorted(max(figures)[1], reverse=True)) if figures else None


def names_club(text: str, name: str) -> bool:
    """Whether a text names a club by any of its names."""
    return bool(forms_in(text, name))


def forms_in(text: str, name: str) -> frozenset[str]:
    """The names of a club, folded, by which a text names it."""
    known = club(name)
    forms = (name,) if known is None else (name, *known.aliases, *known.nicknames, *known.shorts)
    folded = fold(text)
    told = {fold(form) for form in forms if len(form) >= LETTERS}
    return frozenset(form for form in told if re.search(rf"\b{re.escape(form)}\b", folded))


def _scorers(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for claim in reading.claims:
            if isinstance(claim.says, GoalSays) and claim.says.scorer:
                yield max(claim.says.scorer, key=lambda candidate: candidate.weight).value
