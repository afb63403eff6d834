"""Who stands first among clubs level on points, under the rules of the competition and season."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import msgspec

from tabellino.league.competitions import Criterion
from tabellino.league.ledger import AGAINST, DRAW, FOR, HOME, WIN, WON, Ledger


class Separation(msgspec.Struct, frozen=True):
    """How a group of level clubs was, or was not, separated by one criterion.

    `clubs` are the group as it stands after it; `values` theirs, None when the criterion did not count (`note` says
    why). `matches` are those counted, as (home, away, home goals, away goals); empty for the whole season.
    """

    clubs: tuple[str, ...]
    criterion: str
    values: tuple[int, ...] | None
    matches: tuple[tuple[str, str, int, int], ...] = ()
    note: str | None = None


class TieBreak:
    """Separates groups by criteria in order; collects the steps when `steps` is a list."""

    def __init__(
        self, ledger: Ledger, restart: bool, steps: list[Separation] | None = None, shared_until_met: bool = False
    ) -> None:
        self.ledger = ledger
        self.restart = restart
        self.shared_until_met = shared_until_met
        self.steps = steps

    def separate(
        self, group: Sequence[str], order: Sequence[Criterion], among: Sequence[str] | None = None
    ) -> list[list[str]]:
        """The group as lists from the first to the last, each list of clubs that the criteria leave level.

        `among` is the mini-league whose matches count head-to-head (the group itself when None). It stays the same for
        head-to-head criteria in a row: those that come after goals count among the clubs still level then.
        """
        league = tuple(among or group)
        for index, criterion in enumerate(order):
            if index and not _head_to_head(order[index - 1]):
                league = tuple(group)
            values = self.values(group, criterion, league)
            if values is None:
                if self.shared_until_met:
                    break
                continue
            levels = sorted(set(values.values()), reverse=True)
            if len(levels) == 1:
                self.note(group, criterion, values, league, "level")
                continue
            self.note(group, criterion, values, league, None)
            separated: list[list[str]] = []
            for level in levels:
                part = [club for club in group if values[club] == level]
                rest = order if self.restart else order[index + 1 :]
                mini = league if _head_to_head(criterion) and not self.restart else None
                separated += [part] if len(part) == 1 else self.separate(part, rest, mini)
            return separated
        return [sorted(group)]

    def values(self, group: Sequence[str], criterion: Criterion, league: Sequence[str]) -> dict[str, int] | None:
        """What each club has by the criterion; None when it cannot count yet."""
        if not _head_to_head(criterion):
            return {club: _whole_season(self.ledger, club, criterion) for club in group}
        results = self.ledger.results
        pairs = list(permutations(league, 2))
        played = [(home, away) for home, away in pairs if (home, away) in results]
        if len(played) < len(pairs):
            if self.steps is not None:
                note = f"does not count yet: {len(played)} of {len(pairs)} matches among them played"
                self.steps.append(Separation(tuple(sorted(group)), criterion, None, self.counted(league), note))
            return None
        total = dict.fromkeys(league, 0)
        for home, away in played:
            _count(total, home, away, results[home, away], criterion)
        return {club: total[club] for club in group}

    def counted(self, league: Sequence[str]) -> tuple[tuple[str, str, int, int], ...]:
        results = self.ledger.results
        return tuple((h, a, *results[h, a]) for h, a in permutations(league, 2) if (h, a) in results)

    def note(
        self,
        group: Sequence[str],
        criterion: Criterion,
        values: dict[str, int],
        league: Sequence[str],
        note: str | None,
    ) -> None:
        if self.steps is None:
            return
        clubs = tuple(sorted(group, key=lambda club: (-values[club], club)))
        matches = self.counted(league) if _head_to_head(criterion) else ()
        self.steps.append(Separation(clubs, criterion, tuple(values[club] for club in clubs), matches, note))


def _head_to_head(criterion: Criterion) -> bool:
    return criterion.startswith("h2h_")


def _whole_season(ledger: Ledger, club: str, criterion: Criterion) -> int:
    tally = ledger.tallies[club]
    match criterion:
        case "goal_difference":
            return tally[FOR] - tally[AGAINST]
        case "goals_for":
            return tally[FOR]
        case "away_goals":
            return tally[FOR] - tally[HOME + FOR]
        case "wins":
            return tally[WON]
        case "away_wins":
            return tally[WON] - tally[HOME + WON]
    raise AssertionError(criterion)


def _count(total: dict[str, int], home: str, away: str, score: tuple[int, int], criterion: Criterion) -> None:
    first, second = score
    match criterion:
        case "h2h_points":
            total[home] += WIN if first > second else DRAW if first == second else 0
            total[away] += WIN if second > first else DRAW if first == second else 0
        case "h2h_goal_difference":
            total[home] += first - second
            total[away] += second - first
        case "h2h_goals_for":
            total[home] += first
            total[away] += second
        case "h2h_away_goals":
            total[away] += second
