"""Whether a text reports a match at all: transfer stories, previews and other sports do not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set

from tabellino.domain.claim import Claim, DisallowedSays, GoalSays, MissedPenaltySays, ScoreSays
from tabellino.domain.reading import TOO_LITTLE
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentioned import NEAR
from tabellino.extract.signs import places

#: A page that names more clubs besides the two may have the results of a day, and be about no match of them.
FEW_OTHERS = 2
#: Goals of one side in figures above this are another sport's score.
HIGHEST = 15
#: Such a score says as much as so many words of another sport.
HIGH_COUNTS = 4
#: A report tells its result in the first sentences, and a story its news in the first of them.
LEAD, NEWS = 4, 3
#: A first sentence of more units is no title, whatever it ends in.
TITLE = 20
#: A club within so many units after a result may be one that it was reached against.
BESIDE = 4
#: Goals or results told less surely than this are none.
TOLD = 0.4
#: So many words of other sports say nothing: "like a swimmer off the blocks".
FIGURES_OF_SPEECH = 1
#: A goalless draw says as much as so many goals told.
GOALLESS = 2.0
#: A goal in a sentence that speaks of another meeting counts for so much of one.
LONG_AGO = 0.25
#: Two clubs with a smaller share of all mentions of clubs are as little what a text is about.
LEAST_SHARE = 0.05
#: A report has so many different words of the play, or one of so many if it is brief, beyond those of a bare result.
PLAYED, ONE_OF, RESULT = 6, 6, 15
#: More of a kind than so many say no more.
MOST = 3.0


def match_features(context: Context, claims: Sequence[Claim]) -> dict[str, float]:
    """What speaks for and against the text being a report of a match, by name."""
    goals = [claim for claim in claims if isinstance(claim.says, GoalSays) and claim.weight > 0.3]
    timed = sum(
        says.time is not None and says.time.best is not None and not _of_another(context, claim)
        for claim, says in ((claim, _goal(claim)) for claim in goals)
    )
    told = [(claim, claim.says) for claim in claims if isinstance(claim.says, ScoreSays)]
    scores = [(claim, says) for claim, says in told if says.moment == "full_time"]
    figures = max((claim.weight for claim, says in scores if says.first is not None), default=0.0)
    words = max((claim.weight for claim, says in scores if says.first is None), default=0.0)
    lead_ends = context.units.ends[context.bounds[min(LEAD, len(context.bounds)) - 1][1] - 1]
    told_of_goals = sum(_counts(context, claim) for claim in (*goals, *_no_goals(claims)))
    headed = _headed_by_score(context, scores)
    met, quoted = _met(context, scores, lead_ends), sum(context.quoted) / max(1, len(context.quoted))
    return {
        "bias": 1.0,
        "met": met,
        "met_quoted": met * quoted,  # what was said after it
        "heading": max(_heading(context), _kick_off(context)) if not headed else 0.0,
        "headed": float(headed),
        "years": math.log1p(_years(context)),
        "news": math.log1p(_words_of_news(context)),
        "elsewhere": _share(context, "elsewhere"),
        "goals": math.log1p(told_of_goals + GOALLESS * _goalless(scores)),
        "timed_goals": min(MOST, timed),
        "score": figures,
        "scores": min(MOST, len(_others(context, scores))),
        "result": words,
        "share": math.log(max(LEAST_SHARE, context.sides.share)),
        "play": _play(context),
        "asked": math.log1p(_questions(context)),
        "quoted": quoted,
        "other_sport": math.log1p(max(0, _other_sport(context) - FIGURES_OF_SPEECH)),
        "block": float(any(claim.block for claim in claims)),
    }


def _play(context: Context) -> float:
    """How many different words of the play the text has, against what a report of so many words has at least; nothing
    in a language of which none are known."""
    if not context.vocabulary.play:
        return 0.0
    words = set(context.units.text.keys)
    least = min(PLAYED, max(0, len(words) - RESULT) / ONE_OF)
    return math.log1p(len(context.vocabulary.play & words)) - math.log1p(least)


def _questions(context: Context) -> int:
    """How many sentences ask outside direct speech: an interview's do."""
    text = context.units.text
    ends = [text.keys[last - 1] for _, last in text.sentences]
    return sum(end == "?" and not quoted for end, quoted in zip(ends, context.quoted, strict=False))


def _counts(context: Context, claim: Claim) -> float:
    """How much of a goal a claim counts for: less where the sentence speaks of another meeting."""
    return claim.weight * (LONG_AGO if _of_another(context, claim) else 1.0)


def _of_another(context: Context, claim: Claim) -> bool:
    """Whether the sentence of a claim speaks of another meeting."""
    start, end = context.bounds[context.units.sentence[context.units_of(claim.span)[0]]]
    return not context.members("long_ago").isdisjoint(context.units.codes[start:end])


def _goalless(scores: Sequence[tuple[Claim, ScoreSays]]) -> float:
    """How surely a goalless draw is told: nothing is missing where no goal is."""
    return max((claim.weight for claim, says in scores if says.first == says.second == 0), default=0.0)


def _no_goals(claims: Sequence[Claim]) -> list[Claim]:
    """Goals that did not count and penalties that were missed: who tells of one tells of a match too."""
    return [c for c in claims if isinstance(c.says, DisallowedSays | MissedPenaltySays) and c.says.player]


def _met(context: Context, scores: Sequence[tuple[Claim, ScoreSays]], ends: int) -> float:
    """How surely the first sentences say in what the two clubs' meeting ended: of whom the figures or the win are is
    known, no third club stands in the words or beside them, and no word of another day near."""
    best = 0.0
    for claim, says in scores:
        if claim.span[0] >= ends or (says.club_first is None and not says.winner and not _level(says)):
            continue
        first, last = context.units_of(claim.span)
        start, end = context.bounds[context.units.sentence[first]]
        near = context.units.codes[max(start, first - NEAR) : min(end, last + NEAR)]
        if _is_line(context, claim) and not context.third_club(start, end):
            best = max(best, claim.weight)  # whatever the day
        if context.members("another_day").isdisjoint(near) and not context.third_club(first, min(end, last + BESIDE)):
            best = max(best, claim.weight)
    return best


def _level(says: ScoreSays) -> bool:
    return says.winner == "" or (says.first is not None and says.first == says.second)


def _is_line(context: Context, claim: Claim) -> bool:
    """Whether the words name both clubs beside the figures: "Juventus 2-3 Inter"."""
    first, last = context.units_of(claim.span)
    return sum(context.club_at(place) is not None for place in range(first, last)) > 1


def _others(context: Context, scores: Sequence[tuple[Claim, ScoreSays]]) -> set[frozenset[int]]:
    """The different final scores told otherwise than in a line with both clubs."""
    return {
        frozenset((says.first, says.second))
        for claim, says in scores
        if says.first is not None and says.second is not None and claim.weight > 0.3 and not _is_line(context, claim)
    }


def _words_of_news(context: Context) -> int:
    """How many different words of transfers, injuries, bans and the like the headline and the first sentences have."""
    last = context.bounds[min(NEWS, len(context.bounds)) - 1][1]
    return len(context.members("news") & set(context.units.codes[:last]))


def _heading(context: Context) -> float:
    """1 when the headline names another kind of text: a preview, a review of the season, an interview."""
    if len(context.bounds) < 2:
        return 0.0
    first, last = context.bounds[0]
    title = context.units.codes[last - 1] not in ".!?" and last - first <= TITLE
    return float(title and not context.members("heading").isdisjoint(context.units.codes[first:last]))


def _kick_off(context: Context) -> float:
    """1 when the first sentences tell at what time of day a match begins: it is still to come."""
    end = context.units.ends[context.bounds[min(NEWS, len(context.bounds)) - 1][1] - 1]
    pattern = context.vocabulary.kick_off
    return float(pattern is not None and pattern.search(context.units.text.folded, 0, end) is not None)


def _headed_by_score(context: Context, scores: Sequence[tuple[Claim, ScoreSays]]) -> bool:
    """Whether the headline gives the score of the two, or a line of its own under it: what else it says makes no other
    kind of text of it."""
    ends = context.units.ends[context.bounds[0][1] - 1]
    return any(
        _is_line(context, claim) and (claim.span[0] < ends or _is_standing(context, claim)) for claim, _ in scores
    )


def _is_standing(context: Context, claim: Claim) -> bool:
    """Whether a claim has a line of the head to itself."""
    first, last = context.units_of(claim.span)
    sentence = context.units.sentence[first]
    start, end = context.bounds[sentence]
    return sentence < LEAD and end - start <= last - first + 1


def _years(context: Context) -> int:
    """How many different years the sentences name beside one: a story of the past has several, a report its date."""
    units = context.units
    years = {units.value[i] for i in _places(units.codes, {patterns.NUMBER}) if units.is_year(i)}
    return max(0, len(years) - 1)


def _other_sport(context: Context) -> int:
    """How many words are those of other sports, and a score beyond football's for so many."""
    codes = context.units.codes
    before, after = context.members("sport_not_before"), context.members("sport_not_after")
    told = sum(
        codes[i - 1] not in before and codes[i + 1] not in after
        for i in _places(codes, context.members("other_sport") & set(codes))
    )
    high = sum(max(context.units.score_told(i)) > HIGHEST for i in _places(codes, {patterns.SCORE}))
    return told + HIGH_COUNTS * high


def _places(codes: str, chars: Set[str]) -> Iterator[int]:
    """Where any of some characters stand."""
    for char in chars:
        place = codes.find(char)
        while place >= 0:
            yield place
            place = codes.find(char, place + 1)


def _share(context: Context, name: str) -> float:
    """Words of a class for each sentence, outside direct speech."""
    units, quoted = context.units, context.quoted
    told = [place for place in places(units.codes, context.members(name)) if not quoted[units.sentence[place]]]
    return len(told) / max(1, quoted.count(False))


def _goal(claim: Claim) -> GoalSays:
    assert isinstance(claim.says, GoalSays)
    return claim.says


def _is_sheet(claims: Sequence[Claim]) -> bool:
    """Whether lists tell every goal of a match with its minute: as many as a score has, or with a running score from
    1-0 on. No text without a match does."""
    listed = [_goal(claim) for claim in claims if claim.block and isinstance(claim.says, GoalSays)]
    if not listed:
        told = [claim.says for claim in claims if claim.block and isinstance(claim.says, ScoreSays)]
        return any(says.moment == "full_time" and says.first == says.second == 0 for says in told)
    if any(goal.time is None for goal in listed):
        return False
    totals = sorted(sum(goal.score_after) for goal in listed if goal.score_after is not None)
    if len(listed) > 1 and totals == list(range(1, len(listed) + 1)):
        return True
    scores = [
        c.says for c in claims if isinstance(c.says, ScoreSays) and c.says.moment == "full_time" and c.weight > TOLD
    ]
    return any(says.first is not None and says.first + (says.second or 0) == len(listed) for says in scores)


def why_no_match(context: Context, claims: Sequence[Claim]) -> str | None:
    """The reason why a text reports no match, in one sentence; None when it does. A false match costs more than a
    missed one, so the odds must be clearly for it."""
    others = context.units.clubs_named() - {context.sides.first, context.sides.second}
    if len(others) <= FEW_OTHERS and _is_sheet(claims):
        return None
    weights = context.weights["match"]
    features = match_features(context, claims)
    odds = sum(weights.get(name, 0.0) * value for name, value in features.items())
    told = max(features[name] for name in ("goals", "score", "result", "block"))
    if odds > weights["needed"] and told > TOLD:
        return None
    if features["other_sport"] * weights["other_sport"] < -1:
        return "it reads like a report of another sport"
    if told < TOLD:
        return "it tells of no goal and no result"
    return TOO_LITTLE
