"""Tellings of goals: triggers of one sentence that tell of one goal, with who may have scored it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from tabellino.domain.claim import Effect
from tabellino.domain.clock import TimeWindow
from tabellino.extract import patterns
from tabellino.extract.blocks.lineups import BEST_MARK
from tabellino.extract.context import Context
from tabellino.extract.listed_names import DESCRIBED, listed_after, listed_before
from tabellino.extract.scorers import rank_scorers
from tabellino.extract.times import TimeExpression, number
from tabellino.extract.triggers import TIME_LENGTH, Hit, find_hits

#: Somebody is meant by a telling when he is its scorer with this chance (at .35 or .5 one goal fewer of 730 is found).
MEANT = 0.42
#: Who is as likely as this to be meant is meant.
SURELY_MEANT = 0.9
#: Effects that one goal cannot have both of.
EXCLUDE = (
    {"opener", "equaliser"},
    {"opener", "reduces"},
    {"equaliser", "winner"},
    {"equaliser", "lead"},
    {"equaliser", "doubles"},
    {"replies", "opener"},
    {"replies", "lead"},
    {"replies", "doubles"},
)
#: Effects of a goal by a side that had fallen behind.
ANSWERS = frozenset({"equaliser", "reduces", "lead"})
#: Words that name at their end who scored: "to open the scoring through Smith".
NAMES_LAST = frozenset({"through", "noun_by", "goals_from"})
#: What several men can each have done: "Smith and Jones found the net".
SHARED = frozenset(
    {"score_v", "on_target", "scoresheet", "struck", "put_ahead", "equalise", "into_net", "finish_home", "replied"}
)
#: So many words stand between whose goal it was and what it did: "Smith's header had soon put them ahead".
BESIDE = 2
#: An aside that ends with who scored goes on for so many units before what the goal did.
ASIDE = 7
#: So many men do not score in one match.
MOST_LISTED = 12
#: What came of it is told within so many units behind a man and his minute.
TOLD_BEHIND = 6
#: No more units than these stand between an own goal told twice, and between what a goal did and how it came.
OWN_GOAL, LEADS_TO = 14, 18


#: A window told between two goals is the first one's, where it is no longer than this and the next time is outside it.
VAGUE = 14.0


class Mention(msgspec.Struct):
    """One telling of one goal: hits of one clause that agree on the scorer."""

    hits: list[Hit]
    scorers: dict[int, float]
    sentence: int
    captured: bool = False
    #: The unit of the scorer's name where a list of names shares the trigger.
    name: int | None = None
    time: TimeExpression | None = None
    window: TimeWindow | None = None
    inherited: bool = False
    #: The club whose goal it was, where the scores of a live text tell.
    club: str | None = None
    features: dict[str, float] = msgspec.field(default_factory=dict)
    weight: float = 0.0

    @property
    def first(self) -> int:
        return self.hits[0].first  # hits are in order of the text

    @property
    def last(self) -> int:
        return self.hits[0].last if len(self.hits) == 1 else max([hit.last for hit in self.hits])

    @property
    def effects(self) -> set[Effect]:
        """What the goal did, as all its triggers tell."""
        return {effect for hit in self.hits for effect in hit.effects}

    @property
    def top(self) -> int | None:
        """The likeliest scorer; None when nobody is likelier than any."""
        best = max(self.scorers, key=self.scorers.__getitem__, default=None)
        return best if best is not None and best >= 0 and self.scorers[best] >= MEANT else None

    def top_place(self, context: Context) -> int | None:
        """The unit of the likeliest scorer's name nearest to the trigger in its sentence."""
        start, end = context.bounds[self.sentence]
        named = [place for place in context.people_in(start, end) if context.who(place) == self.top]
        return min(named, key=lambda place: abs(place - self.first), default=None)

    def first_of(self, key: str) -> Any:
        """The first hit's value of a property of the vocabulary's rows."""
        return next((hit.row[key] for hit in self.hits if key in hit.row), None)


def tellings(context: Context) -> list[Mention]:
    """Every telling of a goal, in order of the text, without time and weight."""
    by_sentence: dict[int, list[Hit]] = defaultdict(list)
    for hit in find_hits(context):
        by_sentence[context.units.sentence[hit.first]].append(hit)
    mentions: list[Mention] = []
    for sentence, hits in by_sentence.items():
        if sentence in context.blocked or (context.units.headline[sentence] and sentence > 3):
            continue
        mentions += _merge(context, sentence, hits)
    mentions += list(_ellipses(context, mentions))
    return sorted(mentions, key=lambda mention: (mention.sentence, mention.first))


def _merge(context: Context, sentence: int, hits: Sequence[Hit]) -> list[Mention]:
    """Hits of one sentence become mentions: one for each goal told."""
    mentions: list[Mention] = []
    for hit in hits:
        for scorers, captured, name in _scorers_of(context, hit):
            mention = Mention([hit], scorers, sentence, captured, name)
            home = next((other for other in reversed(mentions) if _same_goal(context, other, mention)), None)
            if home is None:
                mentions.append(mention)
                continue
            home.hits.append(hit)
            by_team = all(hit.row.get("team_subject") for hit in home.hits[:-1])
            if (captured and not home.captured) or ((home.top is None or by_team) and mention.top is not None):
                home.scorers, home.captured, home.name = scorers, captured, name
            elif mention.top is not None and mention.top == home.top and scorers[mention.top] >= SURELY_MEANT:
                home.scorers = scorers  # "got the equaliser, Smith heading in": the second words leave no doubt
    return mentions


def _scorers_of(context: Context, hit: Hit) -> Iterator[tuple[dict[int, float], bool, int | None]]:
    """The scorers of a hit: one distribution, or several where a list of names shares the trigger; whether the words
    of the trigger hold the name, and its unit where it is one of a list."""
    place = hit.captures.get("scorer")
    if place is not None and context.units.codes[place] == patterns.PERSON:
        listed = [place]
        if (
            not context.members("plural_goals").isdisjoint(context.units.codes[hit.first : hit.last])
            or hit.row["id"] == "through"
            or hit.row.get("listed")
        ):
            listed += listed_after(context, place, counted="count" in hit.row, timed="timed" in hit.row)
        elif "shared" in hit.row:
            listed += listed_before(context, place)
        for one in listed:
            yield {context.who(one): 0.95, -1: 0.05}, True, one if len(listed) > 1 else None
        return
    scorers, best = rank_scorers(context, hit)
    others: list[int] = []
    if best is not None and (hit.row["id"] in SHARED or "shared" in hit.row or _plural_own_goals(context, hit)):
        others = listed_before(context, best)
    yield scorers, False, best if others else None
    for other in others:
        yield {context.who(other): 0.9, -1: 0.1}, False, other


def _plural_own_goals(context: Context, hit: Hit) -> bool:
    """ "A and B scored own goals"."""
    plural = context.members("own_goals")
    return bool(hit.row.get("own_goal")) and not plural.isdisjoint(context.units.codes[hit.first : hit.last])


def exclude_each_other(one: Mention, other: Mention) -> bool:
    """Whether no goal can have done what both tell: the equaliser is no winner."""
    return any(pair <= one.effects | other.effects and not pair <= one.effects for pair in EXCLUDE)


def _same_goal(context: Context, one: Mention, other: Mention) -> bool:
    """Whether two triggers of a sentence tell of one goal."""
    if exclude_each_other(one, other):
        return False
    if one.first_of("conceded") and _answers(context, other):
        return False
    if _at_another_score(context, one, other) or _at_another_score(context, other, one):
        return False
    if "opener" in one.effects and _is_further(context, other):
        return False  # "opened the scoring and added a second"
    if "opener" in one.effects and context.units.codes[other.first - 1] in context.members("before_doing"):
        return False  # "hooking in the opener before smashing home"
    if _leads_to(context, one, other):
        return True
    if other.first < one.last and one.captured and not other.captured:
        return True  # words of a telling that names its scorer tell of no other's goal
    if other.first < one.last and other.hits[0].row["id"] in NAMES_LAST and not one.captured:
        return True  # the same words, now with the name: "to open the scoring through Smith"
    within = other.first <= one.first and one.last <= other.last
    if within and other.captured and not one.captured and one.hits[0].row["id"] == other.hits[0].row["id"]:
        return True  # the same words, now with the name: "den Elfmeter verwandelte Müller"
    if _done_by(context, one, other):
        return True
    if other.first < one.last and other.hits[0].row["id"] == "hit_and_in" and not one.captured:
        return True  # "the cross struck Smith and ended up in the net": no goal of whoever crossed
    if other.first_of("again"):
        return False  # "headed in after ten minutes and repeated the trick on 40"
    top, other_top = one.top, other.top
    if top is not None and other_top is not None and top != other_top:
        return False
    for key in ("count", "nth"):
        a, b = one.first_of(key), other.first_of(key)
        if a is not None and b is not None and a != b:
            return False
    if {one_nth := _nth(context, one), other_nth := _nth(context, other)}.isdisjoint({None}) and one_nth != other_nth:
        return False  # "Smith made it three and then headed a fourth"
    own, other_own = bool(one.first_of("own_goal")), bool(other.first_of("own_goal"))
    if "equaliser" in other.effects and own and not other_own:
        return False
    if own != other_own and top is None and other_top is None:
        return False
    if own and not other_own and other.captured and not one.captured:
        return False  # "an early own goal followed by a Smith strike"
    gap = context.units.codes[one.last : other.first]
    if context.vocabulary.chars.get("only", " ") + context.vocabulary.chars.get("for", " ") in gap:
        return False  # "restored the lead, only for Smith to level"
    if _named_as_the_same(context, one.last, other.first) or not context.members("another_man").isdisjoint(gap):
        return False
    several = one.first_of("nth_player") is not None or (one.first_of("count") or 1) > 1
    if several and _another_named(context, gap):
        return False
    if _each_has_its_time(context, one, other) or _counts_from(context, one, other):
        return False
    clause = context.members("clause")
    told_of_team = other_top is None and all(hit.row.get("team_subject") for hit in other.hits)
    if own != other_own and not (clause.isdisjoint(gap) or told_of_team):
        return False  # but "put through his own goal and Everton were back in front" is one
    if top is None and other_top is not None and patterns.CLUB in gap:
        return False
    if top is not None and other_top is None and _of_the_others(context, gap):
        return False
    return len(gap) < 18 and sum([c in clause for c in gap]) <= (2 if top == other_top or told_of_team else 1)


def _at_another_score(context: Context, one: Mention, other: Mention) -> bool:
    """Whether one is told with the score that it made, and what the other did makes no such score: "stabbed home to
    make it 2-1, before levelling"."""
    place = next((hit.captures["score"] for hit in one.hits if "score" in hit.captures), None)
    made = None if place is None else context.units.score_told(place)
    return made is not None and "equaliser" in other.effects and made[0] != made[1]


def _is_further(context: Context, other: Mention) -> bool:
    """Whether words count a goal as a second or later one."""
    return (_nth(context, other) or 1) > 1


def _nth(context: Context, mention: Mention) -> int | None:
    """Which goal of its side, or of the match, words count one as; None where none do."""
    places = [hit.captures["nth"] for hit in mention.hits if "nth" in hit.captures]
    return next(filter(None, (number(context.units.value[place], context.vocabulary) for place in places)), None)


def _answers(context: Context, other: Mention) -> bool:
    """Whether a goal is told that a side which had fallen behind scored: "fell behind when Smith scored, equalised
    through Jones"."""
    if other.first_of("conceded"):
        return False
    told = context.units.codes[other.first : other.last]
    return not (other.effects.isdisjoint(ANSWERS) and context.members("equalise_v").isdisjoint(told))


def _another_named(context: Context, gap: str) -> bool:
    """Whether a man is named after "and": "for his hat-trick and Smith added the fourth"."""
    ands = context.members("list_and")
    return any(code in ands and after == patterns.PERSON for code, after in pairwise(gap))


def _of_the_others(context: Context, gap: str) -> bool:
    """Whether what follows is told of another side: "after Smith's brace but Everton scored twice"."""
    return patterns.CLUB in gap and not context.members("turn").isdisjoint(gap)


def _named_as_the_same(context: Context, first: int, last: int) -> bool:
    """Whether a man is taken up for another goal: "…, before the same player headed in"."""
    codes, units = context.units.codes, context.units
    if not context.members("same").isdisjoint(codes[first:last]):
        return True
    return any("same" in units.words(place, place + 1).split() for place in context.people_in(first, last))


def _leads_to(context: Context, one: Mention, other: Mention) -> bool:
    """A goal told by what it did for the team and then by how it came: "went ahead in the 17th minute when …"; and an
    own goal told twice in one breath ("past his own goalkeeper for an own goal", "headed in by Smith for an own
    goal")."""
    gap = context.units.codes[one.last : other.first]
    if other.first < one.last or len(gap) > LEADS_TO:
        return False
    for_it = gap[-1:] in context.members("plays_for") and one.top == other.top
    if other.first_of("own_goal") and (one.first_of("own_goal") or for_it):
        return len(gap) <= OWN_GOAL
    leads = context.members("within") | context.members("agent")
    of_a_side = all(hit.row.get("team_subject") or hit.row.get("conceded") for hit in one.hits)
    return of_a_side and not leads.isdisjoint(gap)


def _done_by(context: Context, one: Mention, other: Mention) -> bool:
    """Whether what was done is told right after whose goal did it: "Smith's own goal had given Everton the lead", "a
    corner, headed in by Smith at the near post, made it two"."""
    gap = context.units.codes[one.last : other.first]
    if not one.captured or other.captured or other.first < one.last:
        return False
    if other.first - one.last <= BESIDE and set(gap) <= context.members("aux"):
        return True
    by = context.units.codes[one.first : one.last]
    aside = gap.endswith(",") and len(gap) <= ASIDE and not any(code in context.members("clause") for code in gap)
    return aside and patterns.PERSON not in gap and not context.members("by").isdisjoint(by)


def _each_has_its_time(context: Context, one: Mention, other: Mention) -> bool:
    """Two times in a sentence, one of them between the triggers: two goals ("levelled in the 56th and then, with 11
    minutes to go, steered in a centre")."""
    start, end = context.bounds[one.sentence]
    exact = [
        time.first
        for time in context.times_in(start, end)
        if not time.weak and (time.window is None or time.window.best is not None)
    ]
    if len(exact) > 1 and any(one.first < place < other.first for place in exact):
        return True
    vague = [time.window for time in context.times_in(one.first, other.first) if time.window is not None]
    after = [time.window for time in context.times_in(other.first, end) if time.window is not None]
    if not vague or not after or vague[-1].best is not None or after[0].best is None:
        return False
    return vague[-1].latest - vague[-1].earliest <= VAGUE and not vague[-1].meets(after[0], 1)


def _counts_from(context: Context, one: Mention, other: Mention) -> bool:
    """Whether the first is the goal from which the time of the other counts: "seven minutes after his team-mate had
    scored, Smith drilled in the second"."""
    times = context.times_in(one.first - TIME_LENGTH, one.first)
    return any(time.since[0] <= one.first < time.since[1] <= other.first for time in times)


def _ellipses(context: Context, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Goals without a verb of their own: "Gravenberch scored in the 35th minute, Ekitike seconds after half-time", and
    men with a minute in brackets beside one that has: "Smith (12), Jones (30, 41) and Brown (77) scored"."""
    units, before = context.units, context.members("list_and") | {";"}
    first_of = {mention.sentence: mention.first for mention in reversed(mentions)}
    taken = {place for mention in mentions for place in range(mention.first, mention.last)}
    taken |= {mention.name for mention in mentions if mention.name is not None}
    bracketed = _with_minutes(context)
    again = context.members("again")
    for time in context.times:
        place = _named_before(context, time) - _ends_list(context, time)
        told = first_of.get(units.sentence[time.first], len(units.codes))
        if told < place and not again.isdisjoint(units.codes[place - 1 : place + 1]):
            yield from _again(context, mentions, time)
        if place < 1 or place in taken or units.codes[place] != patterns.PERSON:
            continue
        if place in bracketed and any(_goes_on(context, mention, time) for mention in mentions):
            continue  # "Jones (30) doubled the lead" is told by its words
        if (told < place and units.codes[place - 1] in before) or place in bracketed:
            own = not context.members("own_mark").isdisjoint(units.codes[time.first : time.last])
            listed = place in bracketed  # as sure as a list of scorers under a report
            row = {"id": "bracketed" if listed else "ellipsis", "own_goal": own}
            hit, doubt = Hit(row, place, place + 1, {"scorer": place}), 0.03 if listed else 0.1
            yield Mention([hit], {context.who(place): 1 - doubt, -1: doubt}, units.sentence[place], captured=True)


def _goes_on(context: Context, mention: Mention, time: TimeExpression) -> bool:
    """Whether a goal is told right behind a man's minute in brackets, as his."""
    return 0 <= mention.first - time.last <= BESIDE and mention.top == context.who(time.first - 1)


def _ends_list(context: Context, time: TimeExpression) -> bool:
    """Whether a time behind a comma is that of the man before it, the last of a list or one of it: "goals by Smith, in
    the 15th minute, and Jones, in the 60th"; not "and Jones, in the 60th minute, was booked"."""
    codes = context.units.codes
    apart = codes[time.first - 2 : time.first] == patterns.PERSON + ","
    return apart and codes[time.last] in {".", ";", patterns.NEWLINE} | context.members("and_w")


def _again(context: Context, mentions: Sequence[Mention], time: TimeExpression) -> Iterator[Mention]:
    """The second goal of a man of whom only the time is told: "scored in the 12th minute and again in the 40th"."""
    before = [one for one in mentions if one.sentence == context.units.sentence[time.first] and one.last < time.first]
    if not before or before[-1].top is None or any("count" in hit.row for hit in before[-1].hits):
        return
    earlier = context.times_in(before[-1].first, time.first)
    if earlier and not any(earlier[-1].last < one.first < time.first for one in mentions):
        place = time.first - 1
        hit = Hit({"id": "ellipsis"}, place, place + 1, {})
        yield Mention([hit], dict(before[-1].scorers), before[-1].sentence, captured=True)


def _with_minutes(context: Context) -> set[int]:
    """The names of several men of a sentence with minutes in brackets behind them. Low figures alone are marks: "Smith
    (7), Jones (6)"."""
    codes, found = context.units.codes, defaultdict[int, list[TimeExpression]](list)
    for time in context.times:
        name = _named_before(context, time)
        if codes[time.first] == "(" and codes[name] == patterns.PERSON and not _passed(context, name):
            found[context.units.sentence[time.first]].append(time)
    lists = [_that_went_in(context, times) for times in found.values() if len(times) <= MOST_LISTED]
    return {
        _named_before(context, time)
        for times in lists
        if len(times) > 1 and any(_above(time, BEST_MARK) for time in times)
        for time in times
    }


def _that_went_in(context: Context, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of men in a row, without those of whom it is told that it came to nothing: "Smith (49) against the post
    and Jones (58) against the bar", "Smith (49) and Jones (58) only hit the bar"."""
    codes, joins, nothing = context.units.codes, context.members("list_and"), context.members("came_to_nothing")
    kept: list[TimeExpression] = []
    following, missed = context.bounds[context.units.sentence[times[-1].first]][1], False
    for time in reversed(times):
        between = codes[time.last : following].lstrip(")")
        if not between or not joins.issuperset(between):  # else he shares the fate of the man he is joined to
            missed = not nothing.isdisjoint(between[:TOLD_BEHIND])
        if not missed:
            kept.append(time)
        following = _named_before(context, time)
    return kept[::-1]


def _named_before(context: Context, time: TimeExpression) -> int:
    """The unit before a time; before brackets, that before the words for how a goal was scored ("Smith per Foulelfmeter
    (23.)")."""
    codes, how, place = context.units.codes, context.members("how_scored"), time.first - 1
    while codes[time.first] == "(" and codes[place] in how and place > time.first - DESCRIBED:
        place -= 1
    return place


def _passed(context: Context, name: int) -> bool:
    """Whether a pass is told to be that of the man named at a unit: "nach Flanke von Müller (12.)"."""
    of, passes = context.members("passed_by"), context.members("pass_n")
    codes = context.units.codes
    return codes[name - 1] in of and not passes.isdisjoint(codes[max(0, name - DESCRIBED) : name - 1])


def _above(time: TimeExpression, figure: int) -> bool:
    return time.window is not None and time.window.earliest > figure
