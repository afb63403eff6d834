"""Cautions and dismissals told in prose."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import msgspec

from tabellino.domain.claim import Candidate, CardSays, Claim
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet
from tabellino.extract.scorers import rank_scorers
from tabellino.extract.times import number

#: A time further than this from the words of a card, in units, is another event's.
TIME_REACH = 14
#: How surely "ten-man Newcastle" gives the club of the only man sent off.
TEN_MEN = 0.92


def card_claims(context: Context) -> Iterator[Claim]:
    """Every telling of a card: one claim a sentence and player. Where one man is sent off and the text names the club
    that went on with ten, it is his."""
    claims = list(_told(context))
    cards = [(claim.weight, claim.says) for claim in claims if isinstance(claim.says, CardSays)]
    reds = [(weight, says) for weight, says in cards if says.card == "red"]
    men = {says.player[0].value for weight, says in reds if says.player and weight > 0.5}
    clubs = {says.team[0].value for _, says in reds if not says.player and says.team}
    if len(men) != 1 or len(clubs) != 1:
        yield from claims
        return
    team = (Candidate(clubs.pop(), TEN_MEN),)
    for claim in claims:
        says = claim.says
        if isinstance(says, CardSays) and says.player and says.player[0].value in men and says.card == "red":
            claim = msgspec.structs.replace(claim, says=msgspec.structs.replace(says, team=team))
        yield claim


def _told(context: Context) -> Iterator[Claim]:
    found: dict[tuple[int, int | None, str], tuple[float, list[Any]]] = {}
    for pattern, row in context.vocabulary.possible("card", context.units.codes):
        for match in pattern.finditer(context.units.codes):
            first, last = match.span()
            if "men" in (captured := Alphabet.captured(match)) and not _too_few(context, captured["men"]):
                continue
            players = _players(context, captured, row, first, last)
            top = max(players, key=lambda n: players[n], default=None) if players else None
            sentence = context.units.sentence[first]
            strength = _strength(context, first, last, row)
            entry = found.setdefault((sentence, top, row["card"]), (0.0, []))
            found[sentence, top, row["card"]] = (max(entry[0], strength) if entry[1] else strength, entry[1])
            entry[1].append((first, last, row, players, "player" in Alphabet.captured(match)))
    named = {(sentence, card) for (sentence, _, card), (_, hits) in found.items() if any(hit[4] for hit in hits)}
    for (sentence, top, card), (strength, hits) in sorted(found.items(), key=lambda item: item[1][1][0][0]):
        if (sentence, card) in named and top is not None and not any(hit[4] for hit in hits):
            continue  # the words name another man
        weight = 1 / (1 + math.exp(-strength - 0.6 * (len(hits) - 1)))
        if weight < context.weights["limits"]["card"]:
            continue
        yield _claim(context, sentence, top, card, hits, weight)


def _too_few(context: Context, place: int) -> bool:
    """Whether a number of men is that of a side which had men sent off: ten, nine or eight (law 3: seven at least)."""
    return number(context.units.value[place], context.vocabulary) in (10, 9, 8)


def _players(
    context: Context, captured: dict[str, int], row: dict[str, Any], first: int, last: int
) -> dict[int, float]:
    if row.get("team_only"):
        return {}
    if "player" in captured:
        return {context.who(captured["player"]): 0.9}
    ranked, _ = rank_scorers(context, first, last)
    return {n: p for n, p in ranked.items() if n >= 0 and p > 0.1}


def _strength(context: Context, first: int, last: int, row: dict[str, Any]) -> float:
    weights = context.weights["card"]
    start, end = context.bounds[context.units.sentence[first]]
    before = context.units.codes[max(start, first - 6) : first]
    inside = context.units.codes[first:last]
    strength: float = row["strength"] + weights["bias"]
    if any(c in context.members("hypothetical") or c in context.members("avoid") for c in before + inside):
        strength += weights["hypothetical"]
    if not context.members("other_match").isdisjoint(context.units.codes[start:end]):
        strength += weights["other_match"]
    if not context.members("staff").isdisjoint(before[-3:] + inside):
        strength += weights["staff"]
    if context.quoted[context.units.sentence[first]]:
        strength += weights["quoted"]
    return strength


def _claim(context: Context, sentence: int, top: int | None, card: Any, hits: list[Any], weight: float) -> Claim:
    first, last = min(hit[0] for hit in hits), max(hit[1] for hit in hits)
    players = max((hit[3] for hit in hits), key=lambda found: max(found.values(), default=0.0))
    second = next((hit[2]["second_yellow"] for hit in hits if "second_yellow" in hit[2]), None)
    span, quote = context.quote(first, last)
    says = CardSays(
        card,
        player=tuple(Candidate(context.units.people[n].name, round(p, 3)) for n, p in players.items()),
        team=_team(context, top, first, hits[0][2]),
        time=context.nearest_time(first, last, TIME_REACH),
        second_yellow=second,
    )
    return Claim(span, quote, says, weight=round(weight, 4))


def _team(context: Context, player: int | None, first: int, row: dict[str, Any]) -> tuple[Candidate, ...]:
    """The club of whoever was sent off: the player's, or the one that "ten men" names."""
    sides = context.sides
    if player is not None and (clubs := context.clubs_of(player)):
        return clubs
    if not row.get("team_only"):
        return ()
    if row.get("advantage"):
        club = context.subject_club(first)
        return (Candidate(sides.other(club), 0.6),) if club else ()
    for place in range(first, min(first + 6, len(context.units.codes))):  # "10-man Juventus"
        if context.units.codes[place] == patterns.NEWLINE:
            break
        if club := context.club_at(place):
            return (Candidate(club, 0.85),)
    club = context.subject_club(first)
    return (Candidate(club, 0.6),) if club else ()
