"""Which reports are better read again, once the others tell which match it was and who was at home."""

from __future__ import annotations

from collections.abc import Sequence

from tabellino.domain.chance import log_odds_of
from tabellino.domain.claim import GoalSays
from tabellino.domain.reading import TOO_LITTLE, Reading
from tabellino.names.clubs import club
from tabellino.names.people import name_words, same_person
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.misread import final_score, forms_in, names_club

#: Goal claims of less weight tell of a scorer too seldom to know a match by him.
READ = 0.5
#: A report speaks of a club when it names so many of its men, each of whom plays for it by at least such log-odds.
MEN, SIDED = 3, 1.0
#: One in which both clubs were taken for others is of theirs when it names so many men of each.
OF_EACH = 2


def in_doubt_of_host(readings: Sequence[Reading], pairing: Pairing, least: float, own: float) -> tuple[int, ...]:
    """The reports (indices) that leave open who was at home, or take the visitors for the hosts for no good reason,
    where the others tell it with a chance of `least`: they are better read with the host known. A report that is as
    sure as `own` of its own host is left alone."""
    total = log_odds_of(pairing.home_probability)
    doubting = []
    for number in pairing.reports:
        reading = readings[number]
        assert reading.clubs is not None
        believed = reading.home if reading.clubs[0] == pairing.home else 1.0 - reading.home
        vote = log_odds_of(believed, 0.02)
        if 1.0 - own < believed < own and total - vote >= log_odds_of(least):
            doubting.append(number)
    return tuple(doubting)


def strangers(readings: Sequence[Reading], pairing: Pairing) -> tuple[int, ...]:
    """The reports (indices) in which the reader found no two clubs, or a wrong one beside one of the two, and that name
    a club of the match: nicknames and towns tell enough to whoever knows it; those that name both, or men of both, and
    whatever it took for them, or told too little to be known alone; and those in a language that is not known whose
    clubs no file knows by these names. Where only one report names the match, a report that names one club of it and
    another is left alone."""
    clubs = {pairing.home, pairing.away}
    found = []
    for number, reading in enumerate(readings):
        if number in pairing.reports:
            continue
        own = set(reading.clubs or ())
        shares = len(own & clubs) == 1 and len(pairing.reports) > 1
        named = [names_club(reading.report.text, name) for name in clubs] if reading.language is not None else []
        told = any(named) and (shares or not own or own == clubs or all(named))
        if is_foreign(reading) or told or (named and _names_both_sides(reading, readings, pairing)):
            found.append(number)
    return tuple(found)


def is_foreign(reading: Reading) -> bool:
    """Whether a report in a language that is not known tells of clubs that no file knows by its names for them."""
    return reading.language is None and any(club(name) is None for name in reading.clubs or ())


def belongs(again: Reading, before: Reading, others: Sequence[Reading]) -> bool:
    """Whether a report that was read as one of the match of the others is: it names two scorers of theirs, or one and
    their final score; or it took wrong clubs for the two (`before`), and names men of each whom the others name; or one
    wrong club, where it names men of the right one, or a scorer of theirs and the wrong club by words that mean the
    right one just as well. One that tells too little to be known alone must name a scorer and the final score."""
    theirs = _scorers(others)
    shared = [name for name in _distinct(_scorers((again,))) if any(same_person(name, one) for one in theirs)]
    score = final_score(again)
    scores = bool(shared) and score is not None and score in {final_score(o) for o in others}
    if again.no_match is not None:
        return scores and again.no_match == TOO_LITTLE
    if len(shared) > 1 or scores:
        return True
    clubs, own = set(again.clubs or ()), set(before.clubs or ())
    if not clubs & own:
        return all(_men_of(club, again, others) >= OF_EACH for club in clubs)
    if len(clubs - own) != 1 or len(own - clubs) != 1:
        return False
    (right,), (wrong,) = clubs - own, own - clubs
    alike = forms_in(again.report.text, wrong) <= forms_in(again.report.text, right)
    return _men_of(right, again, others) >= MEN or (alike and bool(shared))


def _names_both_sides(reading: Reading, readings: Sequence[Reading], pairing: Pairing) -> bool:
    """Whether a report names men of either club whom the reports of the match name as such."""
    others = [readings[number] for number in pairing.reports]
    return all(_men_of(club, reading, others) >= OF_EACH for club in (pairing.home, pairing.away))


def _men_of(club: str, again: Reading, others: Sequence[Reading]) -> int:
    """How many of a club's players a report names whom others name as such, too."""
    found: set[str] = set()
    for other in others:
        side = 1.0 if (other.clubs or ("",))[0] == club else -1.0
        for player in other.players:
            known = not player.staff and player.odds * side >= SIDED
            if known and any(same_person(player.name, one.name) for one in again.players):
                found.add(name_words(player.name)[-1])
    return len(found)


def _scorers(readings: Sequence[Reading]) -> list[str]:
    return [
        max(claim.says.scorer, key=lambda candidate: candidate.weight).value
        for reading in readings
        for claim in reading.claims
        if isinstance(claim.says, GoalSays) and claim.says.scorer and claim.weight >= READ
    ]


def _distinct(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if not any(same_person(name, one) for one in found):
            found.append(name)
    return found
