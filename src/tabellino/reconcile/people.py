"""Who is who across reports: one person for all the spellings of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Sequence

import msgspec

from tabellino.domain.claim import CardSays, DisallowedSays, GoalSays, IncidentSays, MissedPenaltySays
from tabellino.domain.reading import Reading
from tabellino.names.people import as_written, name_words, same_person
from tabellino.names.spelling import likeness
from tabellino.names.squads import is_spelt_so
from tabellino.reconcile.copies import in_order

#: Letters from here on are no Latin ones, with accents or without.
LATIN_ENDS = "\u0250"


class Known(msgspec.Struct):
    """One person of the match: `name` is the fullest spelling that most reports use, of those that the squads know
    where they know any: names are garbled in translation."""

    name: str
    names: Counter[str] = msgspec.field(default_factory=Counter)
    odds: float = 0.0
    staff: int = 0
    keeper: bool = False


class People:
    """Everybody named in a set of readings of a match of two `clubs`, the home side first; `find` gives the index for a
    name as one report spells it.

    `odds` of a person are the log-odds of playing for the home side, summed over the reports that are no `copies`.
    In which order the reports are given does not matter.
    """

    def __init__(self, readings: Sequence[Reading], clubs: tuple[str, str], copies: Container[int] = ()) -> None:
        self.known: list[Known] = []
        self._by_report: list[dict[str, int]] = []
        self._alike: dict[str, tuple[int, list[tuple[int, float]]]] = {}
        ordered = in_order([reading.report for reading in readings])
        rank = {number: place for place, number in enumerate(ordered)}
        order = sorted(
            {(name, number) for number, reading in enumerate(readings) for name in _names(reading)},
            key=lambda pair: (-len(name_words(pair[0])), -len(pair[0]), pair[0], rank[pair[1]]),
        )
        tables: list[dict[str, int]] = [{} for _ in readings]
        for name, number in order:
            index = self._match(name, set(tables[number].values()) if len(name_words(name)) > 1 else None)
            if index is None:
                index = len(self.known)
                self.known.append(Known(name))
            tables[number][name] = index
            self.known[index].names[name] += number not in copies
        self._by_report = tables
        self._gather(readings, clubs, [number for number in ordered if number not in copies])

    def _match(self, name: str, taken: set[int] | None) -> int | None:
        """The person this can be; two full names of one report are two people."""
        best: tuple[float, int] | None = None
        for index, score in self._fitting(name):
            if taken is not None and index in taken and not same_person(name, self.known[index].name):
                continue
            if best is None or score > best[0]:
                best = score, index
        return best[1] if best else None

    def _fitting(self, name: str) -> list[tuple[int, float]]:
        """Everybody whom a spelling fits, and how well; those who came since the last time are looked at."""
        looked, fitting = self._alike.get(name, (0, []))
        for index in range(looked, len(self.known)):
            if score := likeness(name, self.known[index].name):
                fitting.append((index, score))
        self._alike[name] = (len(self.known), fitting)
        return fitting

    def _gather(self, readings: Sequence[Reading], clubs: tuple[str, str], witnesses: Iterable[int]) -> None:
        for number in witnesses:
            reading = readings[number]
            sign = 1.0 if reading.clubs and reading.clubs[0] == clubs[0] else -1.0
            for player in reading.players:
                known = self.known[self._by_report[number][player.name]]
                known.odds = max(-6.0, min(6.0, known.odds + sign * player.odds))
                known.staff += player.staff
                known.keeper |= player.keeper
        for known in self.known:
            best = max(
                _spelt_rightly(known.names, clubs),
                key=lambda n: (_is_latin(n), _fullness(n), not n.isupper(), known.names[n], len(n), n),
            )
            known.name = as_written(best)

    def find(self, report: int, name: str) -> int:
        """The person that report number `report` (from 0) means by `name`."""
        return self._by_report[report][name]


def _fullness(name: str) -> int:
    """2 for a given name and a surname, 1 for an initial and a surname, 0 for one word."""
    words = name_words(name)
    return min(len(words), 2) - 1 + (sum(len(word.rstrip(".")) > 1 for word in words) > 1)


def _is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters: a Russian report may tell of the same man."""
    return max(name, default="") < LATIN_ENDS


def _spelt_rightly(names: Collection[str], clubs: Sequence[str]) -> Collection[str]:
    """Those of the spellings of a name that a squad of the match knows, surname and given name; all where none is."""
    if len(names) == 1:
        return names
    return [name for name in names if is_spelt_so(name, clubs)] or names


def _names(reading: Reading) -> Iterable[str]:
    for player in reading.players:
        yield player.name
    for claim in reading.claims:
        says = claim.says
        if isinstance(says, GoalSays):
            yield from (candidate.value for candidate in says.scorer)
            if says.assist:
                yield says.assist
        elif isinstance(says, CardSays | MissedPenaltySays | DisallowedSays | IncidentSays):
            yield from (candidate.value for candidate in says.player)
