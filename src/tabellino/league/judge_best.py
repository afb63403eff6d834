"""Judging who is first or last of the league in something: attack, defence, home record, wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabellino.domain.claim import LeagueSays
from tabellino.league.form import ClubMatch, number_of, points_of
from tabellino.league.judging import Judge, Judgement, contradicted, supported, unverifiable
from tabellino.names.numbers import ordinal

#: What "best attack" and its kin count, and whether most is best.
BEST: dict[str, tuple[Callable[[Sequence[ClubMatch]], int], bool, str]] = {
    "best_attack": (lambda found: sum(one.scored for one in found), True, "goals scored"),
    "worst_attack": (lambda found: sum(one.scored for one in found), False, "goals scored"),
    "best_defence": (lambda found: sum(one.conceded for one in found), False, "goals conceded"),
    "worst_defence": (lambda found: sum(one.conceded for one in found), True, "goals conceded"),
    "most_wins": (lambda found: number_of(found, "win"), True, "wins"),
    "fewest_wins": (lambda found: number_of(found, "win"), False, "wins"),
    "most_defeats": (lambda found: number_of(found, "defeat"), True, "defeats"),
    "fewest_defeats": (lambda found: number_of(found, "defeat"), False, "defeats"),
    "most_draws": (lambda found: number_of(found, "draw"), True, "draws"),
    "most_clean_sheets": (lambda found: number_of(found, "clean_sheet"), True, "clean sheets"),
    "best_record": (points_of, True, "points"),
    "worst_record": (points_of, False, "points"),
    "only_unbeaten": (lambda found: number_of(found, "defeat"), False, "defeats"),
    "only_winless": (lambda found: number_of(found, "win"), False, "wins"),
    "fewest_draws": (lambda found: number_of(found, "draw"), False, "draws"),
    "fewest_clean_sheets": (lambda found: number_of(found, "clean_sheet"), False, "clean sheets"),
}


def best(judge: Judge, says: LeagueSays) -> Judgement:
    """ "Best attack", "worst away record", "more wins than any other" (`sole_`), "the only side yet to lose"."""
    detail = says.detail or "best_attack"
    measure, most, name = BEST[detail.removeprefix("sole_")]
    found = {club: judge.matches(says, club) for club in judge.clubs}
    values = {club: measure(matches) for club, matches in found.items()}
    mine = values[says.club or ""]
    rank, leaders = _rank(values, says.club or "", most)
    top = (max if most else min)(values.values())
    reason = f"{says.club}: {mine} {name}{_at(says)}, {ordinal(rank)} of {len(values)}; {' and '.join(leaders)}: {top}"
    if detail.startswith("only_"):
        return supported(reason) if mine == 0 and leaders == [says.club] else contradicted(reason)
    wanted = says.value or 1
    fits = rank == wanted and (not detail.startswith("sole_") or list(values.values()).count(mine) == 1)
    if detail.endswith("_record"):
        return _record(says, found, most, (fits, wanted, reason))
    return supported(reason) if fits else contradicted(reason)


def _rank(values: dict[str, float] | dict[str, int], club: str, most: bool) -> tuple[int, list[str]]:
    """The club's rank, and who is first."""
    mine, top = values[club], (max if most else min)(values.values())
    rank = 1 + sum(value > mine if most else value < mine for value in values.values())
    return rank, sorted(one for one, value in values.items() if value == top)


def _record(
    says: LeagueSays, found: dict[str, tuple[ClubMatch, ...]], most: bool, told: tuple[bool, int, str]
) -> Judgement:
    """A record is counted in points or in points a match: where the clubs have played differently often and the two
    do not agree, neither is held against the words."""
    fits, wanted, reason = told
    rates = {club: points_of(matches) / len(matches) for club, matches in found.items() if matches}
    rank = _rank(rates, says.club or "", most)[0] if says.club in rates else None
    if (rank == wanted) != fits and not (says.detail or "").startswith("sole_"):
        return unverifiable(f"{reason}; by points a match {ordinal(rank) if rank else 'not placed'}")
    return supported(reason) if fits else contradicted(reason)


def _at(says: LeagueSays) -> str:
    return {"home": " at home", "away": " away", None: ""}[says.where]
