"""Judgements and their holders: what critics argued is an opinion, never a fact to verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tabellino.domain.claim import Claim, DisallowedSays, FactSays, OpinionSays, ScoreSays
from tabellino.domain.report import Span
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet


def opinion_claims(context: Context) -> Iterator[Claim]:
    """Every judgement of the text, from its holder to the end of the clause; one for each clause."""
    found = sorted(
        ((match.start(), match.end(), Alphabet.captured(match).get("holder"))
         for pattern, _ in context.vocabulary.possible("judgement", context.units.codes)
         for match in pattern.finditer(context.units.codes)),
        key=lambda hit: (hit[2] is None, hit[0]),
    )  # fmt: skip
    ends: list[tuple[int, int]] = []
    for first, last, holder in found:
        if any(a <= first < b for a, b in ends):
            continue
        end = _clause_end(context, last)
        begin = first if holder is not None else _clause_start(context, first)
        ends.append((begin, end))
        span, quote = context.quote(begin, end)
        who = None if holder is None else _name(context, holder)
        yield Claim(span, quote, OpinionSays(holder=who), manner="opinion")


def _name(context: Context, place: int) -> str:
    if context.units.codes[place] == patterns.PERSON:
        return context.units.people[context.who(place)].name
    return context.units.words(place, place + 1).lower()


def _clause_end(context: Context, place: int) -> int:
    """A judgement reaches over "and" and commas to the next semicolon or the end of the sentence."""
    end = context.bounds[context.units.sentence[place - 1]][1]
    return next((i for i in range(place, end) if context.units.codes[i] in ";."), end)


def _clause_start(context: Context, place: int) -> int:
    start = context.bounds[context.units.sentence[place]][0]
    return next((i + 1 for i in range(place - 1, start - 1, -1) if context.units.codes[i] in ";,"), start)


def as_opinions(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those told as somebody's judgement marked so: whatever lies within the words of a held opinion. That
    somebody "thought he had scored" is no judgement of what came to nothing, and who speaks of "the 3-1 defeat by
    Bayern" takes the result for granted."""
    told = list(claims)
    held: list[Span] = [c.span for c in told if isinstance(c.says, OpinionSays) and c.says.holder is not None]
    return [
        msgspec.structs.replace(claim, manner="opinion")
        if not isinstance(claim.says, ScoreSays | FactSays)
        and any(
            start + isinstance(claim.says, DisallowedSays) <= claim.span[0] and claim.span[1] <= end
            for start, end in held
        )
        else claim
        for claim in told
    ]
