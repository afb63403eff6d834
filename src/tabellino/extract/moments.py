"""Missed penalties, disallowed goals, woodwork, clearances off the line."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tabellino.domain.claim import Candidate, Claim, DisallowedSays, IncidentSays, MissedPenaltySays, Says
from tabellino.extract.context import Context
from tabellino.extract.scorers import rank_scorers


def moment_claims(context: Context) -> Iterator[Claim]:
    """What was no goal, told in prose; one claim for each sentence and kind."""
    seen: set[tuple[int, str]] = set()
    for section in ("miss", "disallowed", "incident"):
        for pattern, row in context.vocabulary.possible(section, context.units.codes):
            for match in pattern.finditer(context.units.codes):
                first, last = match.span()
                sentence = context.units.sentence[first]
                what = row.get("what", section)
                if (sentence, what) in seen:
                    continue
                seen.add((sentence, what))
                span, quote = context.quote(first, last)
                weight = 1 / (1 + math.exp(-row.get("strength", 1.0) - _context_weight(context, sentence)))
                yield Claim(span, quote, _says(context, what, first, last), weight=round(weight, 4))


def _context_weight(context: Context, sentence: int) -> float:
    start, end = context.bounds[sentence]
    weights = context.weights["moment"]
    other = not context.members("other_match").isdisjoint(context.units.codes[start:end])
    return float(weights["other_match"] * other + weights["quoted"] * context.quoted[sentence])


def _says(context: Context, what: str, first: int, last: int) -> Says:
    ranked, _ = rank_scorers(context, first, last)
    players = tuple(
        Candidate(context.units.people[n].name, round(p, 3)) for n, p in ranked.items() if n >= 0 and p > 0.1
    )
    team = context.clubs_of(max(ranked, key=lambda n: ranked[n]))
    time = context.nearest_time(first, last)
    if what == "miss":
        return MissedPenaltySays(players, team, time)
    if what == "disallowed":
        return DisallowedSays(players, team, time)
    return IncidentSays(what, players, team, time)  # type: ignore[arg-type]
