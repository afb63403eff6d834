"""Dismissals: who was sent off, when, and how sure that is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

import msgspec

from tabellino.domain.chance import chance_of, log_odds_of
from tabellino.domain.claim import CardSays, Claim
from tabellino.domain.clock import TimeWindow
from tabellino.domain.reading import Reading
from tabellino.reconcile.evidence import minutes_apart
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.people import People


class Dismissal(msgspec.Struct, frozen=True):
    """A man sent off. `claims` are (report, claim) numbers; times as in `TimeWindow`, None when nobody tells.
    `probability` is that of his dismissal, `side_sure` that of his playing for `side`, 1 when it is None."""

    person: int
    side: str | None
    time: float | None
    window: TimeWindow | None
    second_yellow: bool | None
    probability: float
    claims: tuple[tuple[int, int], ...]
    side_sure: float = 1.0


def dismissals(
    readings: Sequence[Reading], pairing: Pairing, people: People, weights: dict[str, float]
) -> list[Dismissal]:
    """Everybody whom the claims, taken together, make more likely sent off than not."""
    told: dict[int, list[tuple[int, int, Claim, CardSays, float]]] = defaultdict(list)
    anybody = 0.0
    of_side: dict[str, float] = {}
    for place, number in enumerate(pairing.reports):
        for index, claim in enumerate(readings[number].claims):
            says = claim.says
            if not isinstance(says, CardSays) or says.card != "red" or claim.manner == "opinion":
                continue
            if not says.player:
                anybody = max(anybody, claim.weight)
                for candidate in says.team:
                    chance = claim.weight * candidate.weight
                    of_side[candidate.value] = max(of_side.get(candidate.value, 0.0), chance)
            for candidate in says.player:
                told[people.find(place, candidate.value)].append((place, index, claim, says, candidate.weight))
    silence = _silence(told, pairing, weights)
    chances = {person: _chance(claims, anybody, weights, pairing.copies, silence) for person, claims in told.items()}
    found = []
    for person, claims in told.items():
        own = [claim for claim in claims if _means(claim, person, told, chances)]
        probability = _chance(own, anybody, weights, pairing.copies, silence)
        if own and not people.known[person].staff and probability >= weights["threshold"]:
            found.append(_dismissal(person, own, people, pairing, probability))
    found = [d for d in found if not any(_mistaken_for(d, other, pairing.copies) for other in found)]
    if len(found) == 1:
        found = [_of_the_ten_men(found[0], of_side, people, pairing, weights["side"])]
    return sorted(found, key=lambda d: (d.time or 999, d.person))


_Telling = tuple[int, int, Claim, CardSays, float]


def _silence(told: Mapping[int, Sequence[_Telling]], pairing: Pairing, weights: dict[str, float]) -> dict[int, float]:
    """By report that is no copy, the nats that its silence about a dismissal speaks against it: few leave one out, and
    hardly any that tells of another man's."""
    sure: dict[int, float] = defaultdict(float)
    for place, _, claim, _, chance in (telling for tellings in told.values() for telling in tellings):
        sure[place] = max(sure[place], claim.weight * chance)
    return {
        place: weights["silent"] + (weights["silent_of_him"] - weights["silent"]) * sure[place]
        for place in range(len(pairing.reports))
        if place not in pairing.copies
    }


def _chance(
    claims: Sequence[_Telling],
    anybody: float,
    weights: dict[str, float],
    copies: Container[int],
    silence: Mapping[int, float],
) -> float:
    """How likely a man was sent off of whom these claims tell; those of copies do not count again. `silence` is what
    each report's saying nothing of him speaks against it. A telling alone makes it no likelier than it is itself."""
    telling = {place for place, *_ in claims}
    worths = [-nats for place, nats in silence.items() if place not in telling]
    for place, _, claim, _, chance in claims:
        if place not in copies:
            p = min(0.97, claim.weight) * chance
            most = math.log(1 - p + p * weights["worth"])
            worths.append(max(0.0, min(most, log_odds_of(p, 0.01) - weights["prior"])))
    odds = weights["prior"] + weights["somebody"] * anybody + math.fsum(worths)
    return chance_of(odds)


def _means(claim: _Telling, person: int, told: dict[int, list[_Telling]], chances: dict[int, float]) -> bool:
    """Whether a claim that can mean several men means this one: by its words, and as likely as he was sent off."""
    rivals = {other: c[4] * chances[other] for other, claims in told.items() for c in claims if c[:2] == claim[:2]}
    return person == max(rivals, key=lambda other: (rivals[other], -other))


def _mistaken_for(d: Dismissal, other: Dismissal, copies: Container[int]) -> bool:
    """Whether the reports that tell of one dismissal took the wrong man: more reports tell of another man's at that
    minute, and none tells of both; or one report alone has a second man whom two others do not know."""
    if not _at_once(d, other):
        return False
    mine, theirs = ({report for report, _ in one.claims if report not in copies} for one in (d, other))
    slip = len(mine) == 1 and len(theirs - mine) > 1  # its prose names one man, its own list and the others another
    return slip or (mine.isdisjoint(theirs) and len(theirs) > len(mine))


def _at_once(d: Dismissal, other: Dismissal) -> bool:
    """Whether two dismissals may be one, by the times told and the sides: men of both clubs are two."""
    if (
        d.side is not None
        and other.side is not None
        and d.side != other.side
        and min(d.side_sure, other.side_sure) > 0.8
    ):
        return False
    if d.time is not None and other.time is not None:
        return minutes_apart(d.time, other.time) <= 1
    windows = [w for w in (d.window, other.window) if w is not None]
    times = [t for t in (d.time, other.time) if t is not None]
    if times:
        return all(window.allows(times[0], 1.0) for window in windows)
    return len(windows) < 2 or windows[0].meets(windows[1])


def _of_the_ten_men(
    d: Dismissal, of_side: dict[str, float], people: People, pairing: Pairing, side: float
) -> Dismissal:
    """The one man sent off plays for those told to be ten: "ten-man Juventus" weighs beside the hints about him."""
    told = side * (of_side.get(pairing.home, 0.0) - of_side.get(pairing.away, 0.0))
    if not told:
        return d
    odds = people.known[d.person].odds + told
    of, sure = _likelier(odds)
    if d.side == ("home" if told > 0 else "away") and (of is None or d.side_sure > sure):
        return d  # what tells of him says so already, and more surely
    return msgspec.structs.replace(d, side=of, side_sure=sure)


def _likelier(odds: float) -> tuple[str | None, float]:
    """The side that log-odds for the home side speak for and its probability; None when they say next to nothing."""
    if abs(odds) <= 0.05:
        return None, 1.0
    return "home" if odds > 0 else "away", chance_of(abs(odds))


def _dismissal(
    person: int,
    claims: Sequence[tuple[int, int, Claim, CardSays, float]],
    people: People,
    pairing: Pairing,
    probability: float,
) -> Dismissal:
    votes: dict[float, list[float]] = defaultdict(list)
    windows: list[TimeWindow] = []
    heard = [(claim, says, chance) for place, _, claim, says, chance in claims if place not in pairing.copies]
    for claim, says, chance in heard:
        if says.time is not None and says.time.best is not None:
            votes[says.time.best].append(claim.weight * chance)
        elif says.time is not None:
            windows.append(says.time)
    time = max(sorted(votes), key=lambda at: math.fsum(votes[at])) if votes else None
    window = min(windows, key=lambda w: (w.latest - w.earliest, w.earliest), default=None)
    seconds = [says.second_yellow for _, says, _ in heard if says.second_yellow is not None]
    sides = [
        chance * log_odds_of(candidate.weight, 0.01) * (1 if candidate.value == pairing.home else -1) / len(says.team)
        for _, says, chance in heard
        for candidate in says.team
    ]
    odds = math.fsum((people.known[person].odds, *sides))
    side, sure = _likelier(odds)
    second = None if not seconds else sum(seconds) * 2 >= len(seconds)
    return Dismissal(
        person, side, time, window, second, probability, tuple(dict.fromkeys((r, i) for r, i, *_ in claims)), sure
    )
