"""Missed penalties, disallowed goals, woodwork and clearances off the line, as the reports together tell them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tabellino.domain.chance import log_odds_of
from tabellino.domain.claim import Candidate, DisallowedSays, IncidentSays, MissedPenaltySays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.record import Incident
from tabellino.reconcile.evidence import minutes_apart
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.people import People
from tabellino.reconcile.standing import Told

#: What an incident of the first two lists is called in the record.
NAMES = {"missed_penalties": "missed_penalty", "disallowed_goals": "disallowed_goal"}
#: Which list of the record an incident stands in.
LISTS = {MissedPenaltySays: "missed_penalties", DisallowedSays: "disallowed_goals", IncidentSays: "incidents"}

#: What speaks less for a side than so, in log-odds, is no hint of whose an incident was.
LEAST_ODDS = 0.2


class Happening(msgspec.Struct):
    """One incident with its tellings: `person` is -1 where nobody is named; `odds` are the log-odds of its being
    the home side's; `doubt` the chance that all are wrong."""

    what: str
    kind: str
    person: int = -1
    odds: float = 0.0
    time: float | None = None
    doubt: float = 1.0
    told: list[Told] = msgspec.field(default_factory=list)

    @property
    def side(self) -> str | None:
        """Whose it was, if more speaks for one side than hardly anything."""
        return None if abs(self.odds) < LEAST_ODDS else "home" if self.odds > 0 else "away"

    @property
    def probability(self) -> float:
        """That it happened."""
        return 1.0 - self.doubt


def happenings(
    told: Sequence[Told], people: People, pairing: Pairing, weights: dict[str, Any], witness: dict[int, int]
) -> list[Happening]:
    """Every incident that a report tells of, those of several reports merged, in order of the clock. Tellings of one
    witness (a report, or copies of one) count as one."""
    found: list[Happening] = []
    heard: list[dict[int, float]] = []
    for one in sorted(told, key=lambda t: (not _named(t), t.report, t.number)):
        says = one.claim.says
        if one.claim.manner == "opinion" or not isinstance(says, MissedPenaltySays | DisallowedSays | IncidentSays):
            continue
        new = _happening(one, says, people, pairing)
        place = next((n for n, old in enumerate(found) if _same(old, new, weights["same"])), None)
        if place is None:
            found.append(new)
            heard.append({})
            place = len(found) - 1
        else:
            _join(found[place], new)
        by = witness.get(one.report, one.report)
        heard[place][by] = max(heard[place].get(by, 0.0), weights["told"] * one.claim.weight)
    for happening, chances in zip(found, heard, strict=True):
        happening.doubt = 1.0
        for chance in chances.values():
            happening.doubt *= 1.0 - chance
    return sorted(found, key=lambda h: (h.time if h.time is not None else 999.0, h.kind, h.person))


def _named(told: Told) -> bool:
    return bool(getattr(told.claim.says, "player", ()))


def _happening(
    told: Told, says: MissedPenaltySays | DisallowedSays | IncidentSays, people: People, pairing: Pairing
) -> Happening:
    top = max(says.player, key=lambda candidate: candidate.weight, default=None)
    person = people.find(told.report, top.value) if top is not None and top.weight >= 0.4 else -1
    what = says.what if isinstance(says, IncidentSays) else LISTS[type(says)]
    odds = _odds(says.team, pairing) + (people.known[person].odds if person >= 0 else 0.0)
    return Happening(what, LISTS[type(says)], person, odds, _best(says.time), told=[told])


def _odds(team: tuple[Candidate, ...], pairing: Pairing) -> float:
    """The log-odds of the home side's, as one telling has it."""
    top = max(team, key=lambda candidate: candidate.weight, default=None)
    if top is None or top.value not in (pairing.home, pairing.away):
        return 0.0
    return log_odds_of(top.weight, 0.01) * (1 if top.value == pairing.home else -1)


def _best(time: TimeWindow | None) -> float | None:
    return None if time is None else time.best


def _same(one: Happening, other: Happening, within: float) -> bool:
    """Two tellings of one incident: of one kind, and one man or one time; nothing may speak against it."""
    if one.what != other.what or (one.person >= 0 and other.person >= 0 and one.person != other.person):
        return False
    if one.time is not None and other.time is not None:
        return minutes_apart(one.time, other.time) <= within
    if one.person >= 0 and other.person >= 0:
        return True
    sides = {one.side, other.side} - {None}
    return one.kind != "incidents" and len(sides) < 2


def _join(one: Happening, other: Happening) -> None:
    one.person = one.person if one.person >= 0 else other.person
    one.odds += other.odds
    one.time = one.time if one.time is not None else other.time
    one.told += other.told


def incidents(found: Sequence[Happening], kind: str, people: People, weights: dict[str, Any]) -> tuple[Incident, ...]:
    """Those of one list of the record that are probable enough to stand in it."""
    listed = []
    for happening in found:
        if happening.kind != kind or happening.probability < weights[kind]:
            continue
        minute = Minute.at(happening.time) if happening.time is not None else None
        listed.append(
            Incident(
                what=NAMES.get(kind, happening.what),
                minute=minute.minute if minute else None,
                added_time=minute.added_time if minute else None,
                player=people.known[happening.person].name if happening.person >= 0 else None,
                team=happening.side,  # type: ignore[arg-type]
                probability=round(happening.probability, 4),
                claims=tuple(told.id for told in happening.told),
            )
        )
    return tuple(listed)
