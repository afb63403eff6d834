"""The lists of a report beside its prose, and of a report whose prose is not read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from msgspec.structs import replace

from tabellino import data
from tabellino.domain.claim import Claim, GoalSays, Says, ScoreSays
from tabellino.domain.reading import Player, Reading
from tabellino.domain.report import Report, Span
from tabellino.extract import patterns
from tabellino.extract.blocks import Blocks, Sided, block_claims, orient
from tabellino.extract.context import Context
from tabellino.extract.language import languages, not_known
from tabellino.extract.scores import score_claims
from tabellino.extract.sides import Sides
from tabellino.extract.units import Units
from tabellino.names.folding import fold
from tabellino.names.people import initials_first


def add_blocks(context: Context, blocks: Blocks) -> list[Claim]:
    """The claims of a report's lists. What they tell about sides and players goes into the context before its prose
    is read: which club is at home, and whose player everybody in a list is."""
    person_at = _person_finder(context.units)
    _cut_names(context.units, blocks)

    def odds_of(span: Span) -> float:
        person = person_at(span)
        return context.allegiance[person] if person is not None else 0.0

    def name_of(span: Span, written: str) -> str:
        person = person_at(span)
        known = context.units.people[person].name if person is not None else written
        return known if len(known.split()) >= len(written.split()) else written  # a list has "van Persie" in full

    sided = _sided(context, blocks, odds_of)
    claims, odds = block_claims(context.units.text.raw, blocks, sided, name_of)
    told: dict[int, list[float]] = {}
    for span, value in odds:
        if (person := person_at(span)) is not None:
            told.setdefault(person, []).append(value)
    for person, values in told.items():
        if max(values) * min(values) > 0 or len(values) == 1:  # one name in both line-ups tells nothing
            context.allegiance[person] = max(values, key=abs) or context.allegiance[person]
    if sided.home < 0.5:
        context.sides = Sides(sided.second, sided.first, 1 - sided.home, context.sides.share)
        context.allegiance = [-value for value in context.allegiance]
    else:
        context.sides = replace(context.sides, home=sided.home)
    return claims


def _cut_names(units: Units, blocks: Blocks) -> None:
    """Gives men whose names have words of a list beside them the name that the list has: "Espulsi Rossi", "Rossi Gol",
    "CAMP DE ROSSI" where an own goal is told in capitals."""
    places = [i for i, code in enumerate(units.codes) if code == patterns.PERSON]
    starts = [units.starts[i] for i in places]
    for span in (entry.name_span for part in blocks.parts for entry in part.entries if entry.name_span is not None):
        at = bisect_right(starts, span[0]) - 1
        if (
            at >= 0
            and starts[at] <= span[0] < span[1] <= units.ends[places[at]]
            and ((starts[at], units.ends[places[at]]) != span)
        ):
            units.people[units.people_meant(places[at])[0]].name = units.text.raw[span[0] : span[1]]


def _sided(context: Context, blocks: Blocks, odds_of: Callable[[Span], float]) -> Sided:
    sides = context.sides
    scores = [
        claim.says
        for claim in score_claims(context)
        if isinstance(claim.says, ScoreSays) and claim.says.moment == "full_time" and claim.weight > 0.7
    ]
    return orient(blocks, sides.first, sides.second, sides.home, odds_of, scores)


def _person_finder(units: Units) -> Callable[[Span], int | None]:
    """For the span of a name in a list the person of the report whom it names."""
    places = [i for i, code in enumerate(units.codes) if code == patterns.PERSON]
    starts = [units.starts[i] for i in places]

    def find(span: Span) -> int | None:
        at = bisect_left(starts, span[0])
        for n in (at, at - 1):
            if 0 <= n < len(places) and units.starts[places[n]] < span[1] and units.ends[places[n]] > span[0]:
                meanings = units.people_meant(places[n])
                written = initials_first(tuple(fold(units.text.raw[span[0] : span[1]]).split()))
                if meanings and written[-1] == units.people[meanings[0]].words[-1]:
                    return meanings[0]
        return None

    return find


def read_lists(report: Report, context: Context, blocks: Blocks) -> Reading:
    """The reading of a report in a language whose prose is not read, or that is not known: lists and score lines."""
    code = context.vocabulary.language
    language = languages().get(code)
    unread = f"{language} prose is not read yet: only its lists and score lines were"
    nothing = f"{language} prose is not read yet, and it holds no list of goals and no score line"
    context.weights = {**context.weights, **data.load("weights/lists.toml")}
    listed = add_blocks(context, blocks) if blocks else []
    starts = [context.units.starts[first] for first, _ in context.bounds]
    claims = [c for c in score_claims(context) if bisect_right(starts, c.span[0]) - 1 not in context.blocked]
    claims = sorted([*claims, *listed], key=lambda claim: claim.span)
    sides = context.sides
    told = any(isinstance(c.says, GoalSays) or _is_final(c.says) for c in claims)
    return Reading(
        report,
        (sides.first, sides.second),
        sides.home,
        tuple(claims),
        players(context),
        code if language else None,
        None if told else nothing if language else not_known(),
        warnings=(unread if language else "its language is not known: only its lists and score lines were read",),
    )


def _is_final(says: Says) -> bool:
    return isinstance(says, ScoreSays) and says.moment == "full_time"


def players(context: Context) -> tuple[Player, ...]:
    """Everybody named, with the log-odds of his playing for the first side."""
    return tuple(
        Player(person.name, round(odds, 3), person.staff > 0, person.keeper)
        for person, odds in zip(context.units.people, context.allegiance, strict=True)
    )
