"""Whether a text reports a match at all: transfer stories, previews and other sports do not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tabellino.domain.claim import Claim, DisallowedSays, GoalSays, MissedPenaltySays, ScoreSays
from tabellino.extract import patterns
from tabellino.extract.context import Context

#: Goals of one side in figures above this are another sport's score.
HIGHEST = 15
#: A report tells its result in the first sentences.
LEAD = 4


def match_features(context: Context, claims: Sequence[Claim]) -> dict[str, float]:
    """What speaks for and against the text being a report of a match, by name."""
    goals = [claim for claim in claims if isinstance(claim.says, GoalSays) and claim.weight > 0.3]
    timed = sum(says.time is not None and says.time.best is not None for says in map(_goal, goals))
    told = [(claim, claim.says) for claim in claims if isinstance(claim.says, ScoreSays)]
    scores = [(claim, says.first is not None) for claim, says in told if says.moment == "full_time"]
    figures = max((claim.weight for claim, in_figures in scores if in_figures), default=0.0)
    words = max((claim.weight for claim, in_figures in scores if not in_figures), default=0.0)
    codes = context.units.codes
    other = sum(codes.count(word) for word in context.members("other_sport") if word in codes)
    high = sum(
        max(context.units.score_told(place)) > HIGHEST
        for place in [i for i, code in enumerate(codes) if code == patterns.SCORE]
    )
    lead_ends = context.units.ends[context.bounds[min(LEAD, len(context.bounds)) - 1][1] - 1]
    lead = max((c.weight for c in (*goals, *(claim for claim, _ in scores)) if c.span[0] < lead_ends), default=0.0)
    sentences = max(1, len(context.bounds))
    return {
        "bias": 1.0,
        "lead": lead,
        "elsewhere": sum(codes.count(word) for word in context.members("elsewhere") if word in codes) / sentences,
        "future": sum(codes.count(word) for word in context.members("future") if word in codes) / sentences,
        "goals": math.log1p(sum(claim.weight for claim in (*goals, *_no_goals(claims)))),
        "timed_goals": min(3.0, timed),
        "score": figures,
        "result": words,
        "share": context.sides.share,
        "quoted": sum(context.quoted) / max(1, len(context.quoted)),
        "other_sport": math.log1p(other + 2 * high),
        "block": float(any(claim.block for claim in claims)),
    }


def _no_goals(claims: Sequence[Claim]) -> list[Claim]:
    """Goals that did not count and penalties that were missed: who tells of one tells of a match too."""
    return [c for c in claims if isinstance(c.says, DisallowedSays | MissedPenaltySays) and c.says.player]


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
