"""Whether a text reports a match at all: transfer stories, previews and other sports do not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tabellino.domain.claim import Claim, GoalSays, ScoreSays
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentioned import NEAR

#: Goals of one side in figures above this are another sport's score.
HIGHEST = 15
#: A report tells its result in the first sentences, and a story its news in the first of them.
LEAD, NEWS = 4, 3
#: More of a kind than so many say no more.
MOST = 3.0


def match_features(context: Context, claims: Sequence[Claim]) -> dict[str, float]:
    """What speaks for and against the text being a report of a match, by name."""
    goals = [claim for claim in claims if isinstance(claim.says, GoalSays) and claim.weight > 0.3]
    timed = sum(says.time is not None and says.time.best is not None for says in map(_goal, goals))
    told = [(claim, claim.says) for claim in claims if isinstance(claim.says, ScoreSays)]
    scores = [(claim, says) for claim, says in told if says.moment == "full_time"]
    figures = max((claim.weight for claim, says in scores if says.first is not None), default=0.0)
    words = max((claim.weight for claim, says in scores if says.first is None), default=0.0)
    codes = context.units.codes
    other = sum(codes.count(word) for word in context.members("other_sport") if word in codes)
    high = sum(
        max(context.units.score_told(place)) > HIGHEST
        for place in [i for i, code in enumerate(codes) if code == patterns.SCORE]
    )
    lead_ends = context.units.ends[context.bounds[min(LEAD, len(context.bounds)) - 1][1] - 1]
    lead = max((c.weight for c in (*goals, *(claim for claim, _ in scores)) if c.span[0] < lead_ends), default=0.0)
    return {
        "bias": 1.0,
        "lead": lead,
        "met": _met(context, scores, lead_ends),
        "news": math.log1p(_words_of_news(context)),
        "elsewhere": _share(context, "elsewhere"),
        "future": _share(context, "future"),
        "goals": math.log1p(sum(claim.weight for claim in goals)),
        "timed_goals": min(MOST, timed),
        "score": figures,
        "scores": min(
            MOST, len({_pair(says) for claim, says in scores if says.first is not None and claim.weight > 0.3})
        ),
        "result": words,
        "share": context.sides.share,
        "quoted": sum(context.quoted) / max(1, len(context.quoted)),
        "other_sport": math.log1p(other + 2 * high),
        "block": float(any(claim.block for claim in claims)),
    }


def _met(context: Context, scores: Sequence[tuple[Claim, ScoreSays]], ends: int) -> float:
    """How surely the first sentences say in what the two clubs' meeting ended: of whom the figures or the win are is
    known, no third club stands in the sentence, and no word of another day near it."""
    best = 0.0
    for claim, says in scores:
        if claim.span[0] >= ends or (says.club_first is None and not says.winner and not _level(says)):
            continue
        first, last = context.units_of(claim.span)
        start, end = context.bounds[context.units.sentence[first]]
        near = context.units.codes[max(start, first - NEAR) : min(end, last + NEAR)]
        if context.members("another_day").isdisjoint(near) and not context.third_club(start, end):
            best = max(best, claim.weight)
    return best


def _level(says: ScoreSays) -> bool:
    return says.winner == "" or (says.first is not None and says.first == says.second)


def _pair(says: ScoreSays) -> tuple[int, ...]:
    return tuple(sorted((says.first or 0, says.second or 0)))


def _words_of_news(context: Context) -> int:
    """How many different words of transfers, injuries, bans and the like the headline and the first sentences have."""
    last = context.bounds[min(NEWS, len(context.bounds)) - 1][1]
    return len(context.members("news") & set(context.units.codes[:last]))


def _share(context: Context, name: str) -> float:
    """Words of a class for each sentence, outside direct speech."""
    members = context.members(name)
    told = [bounds for bounds, quoted in zip(context.bounds, context.quoted, strict=True) if not quoted]
    return sum(context.units.codes[i] in members for first, last in told for i in range(first, last)) / max(
        1, len(told)
    )


def _goal(claim: Claim) -> GoalSays:
    assert isinstance(claim.says, GoalSays)
    return claim.says


def why_no_match(context: Context, claims: Sequence[Claim]) -> str | None:
    """The reason why a text reports no match, in one sentence; None when it does. A false match costs more than a
    missed one, so the odds must be clearly for it."""
    weights = context.weights["match"]
    features = match_features(context, claims)
    odds = sum(weights.get(name, 0.0) * value for name, value in features.items())
    if odds > weights["needed"]:
        return None
    if features["other_sport"] * weights["other_sport"] < -1:
        return "it reads like a report of another sport"
    if features["goals"] < 0.4 and features["score"] < 0.4:
        return "it tells of no goal and no result"
    return "what it tells of goals and scores is too little to be a report of a match"
