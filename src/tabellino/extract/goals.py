"""Goals told in prose: triggers, who scored, when, and what it did to the score."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tabellino.domain.claim import Candidate, Claim, Effect, GoalSays
from tabellino.domain.clock import TimeWindow
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.manner import manners
from tabellino.extract.patterns import Alphabet
from tabellino.extract.scorers import rank_scorers
from tabellino.extract.syntax import kind
from tabellino.extract.times import TimeExpression

#: Effects that a noun alone tells; the class of each is its name with _n.
NOUN_EFFECTS: tuple[Effect, ...] = ("opener", "equaliser", "winner", "consolation")
#: Effects that one goal cannot have both of.
EXCLUDE = (
    {"opener", "equaliser"},
    {"opener", "reduces"},
    {"equaliser", "winner"},
    {"equaliser", "lead"},
    {"equaliser", "doubles"},
)
#: A time further than this from a trigger (in units, a clause word counting for several) is another event's.
TIME_REACH = 24
#: A time that begins no more units than this after a trigger belongs to its words.
BESIDE = 3
#: No more units than this stand between what a goal did and how it came.
LEADS_TO = 14
#: An exact time is taken over a vague one nearer to the trigger when it is no further than this.
VAGUER = 8
#: How far, in units, words before and after a trigger can make it no goal.
REACH_BEFORE, REACH_AFTER = 9, 7


@dataclass(slots=True)
class Hit:
    """A trigger of the vocabulary at units `first` to `last`."""

    row: dict[str, Any]
    first: int
    last: int
    captures: dict[str, int]
    effects: tuple[Effect, ...] = ()


@dataclass(slots=True)
class Mention:
    """One telling of one goal: hits of one clause that agree on the scorer."""

    hits: list[Hit]
    scorers: dict[int, float]
    sentence: int
    captured: bool = False
    time: TimeExpression | None = None
    window: TimeWindow | None = None
    inherited: bool = False
    features: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0

    @property
    def first(self) -> int:
        return self.hits[0].first  # hits are in order of the text

    @property
    def last(self) -> int:
        return max([hit.last for hit in self.hits])

    @property
    def effects(self) -> set[Effect]:
        """What the goal did, as all its triggers tell."""
        return {effect for hit in self.hits for effect in hit.effects}

    @property
    def top(self) -> int | None:
        """The likeliest scorer; None when nobody is likelier than any."""
        best = max(self.scorers, key=self.scorers.__getitem__, default=None)
        return best if best is not None and best >= 0 and self.scorers[best] >= 0.35 else None

    def top_place(self, context: Context) -> int | None:
        """The unit of the likeliest scorer's name nearest to the trigger in its sentence."""
        start, end = context.bounds[self.sentence]
        named = [place for place in context.people_in(start, end) if context.who(place) == self.top]
        return min(named, key=lambda place: abs(place - self.first), default=None)

    def first_of(self, key: str) -> Any:
        """The first hit's value of a property of the vocabulary's rows."""
        return next((hit.row[key] for hit in self.hits if key in hit.row), None)


def find_hits(context: Context) -> list[Hit]:
    """Every trigger of the text, in order."""
    codes = context.units.codes
    nouns = [(effect, context.members(f"{effect}_n")) for effect in NOUN_EFFECTS]
    hits = []
    for pattern, row in context.vocabulary.possible("goal", codes):
        unless = context.members(row["unless_next"]) if "unless_next" in row else frozenset()
        for match in pattern.finditer(codes):
            if codes[match.end()] in unless:
                continue
            told = match[0]
            effects = [*row.get("effects", ()), *(e for e, words in nouns if not words.isdisjoint(told))]
            hits.append(Hit(row, match.start(), match.end(), Alphabet.captured(match), tuple(effects)))
    naming = [hit for hit in hits if "scorer" in hit.captures and codes[hit.captures["scorer"]] == patterns.PERSON]
    alone = [hit for hit in hits if not any(_part_of(hit, other) for other in naming)]
    return sorted(alone, key=lambda hit: (hit.first, hit.last))


def _part_of(hit: Hit, naming: Hit) -> bool:
    """Whether a trigger is the beginning of one that also names the scorer: "an own goal" of "own goal from Baker"."""
    return (
        "scorer" not in hit.captures
        and naming.first <= hit.last - 1 < naming.last
        and bool(hit.row.get("own_goal")) == bool(naming.row.get("own_goal"))
        and bool(hit.row.get("noun"))
    )


def find_mentions(context: Context) -> list[Mention]:
    """Tellings of goals, in order of the text, with features and weights."""
    by_sentence: dict[int, list[Hit]] = defaultdict(list)
    for hit in find_hits(context):
        by_sentence[context.units.sentence[hit.first]].append(hit)
    mentions: list[Mention] = []
    for sentence, hits in by_sentence.items():
        if sentence in context.blocked or (context.units.headline[sentence] and sentence > 3):
            continue
        mentions += _merge(context, sentence, hits)
    mentions += list(_ellipses(context, mentions))
    mentions.sort(key=lambda mention: (mention.sentence, mention.first))
    _attach_times(context, mentions)
    for mention in mentions:
        mention.features = dict(_features(context, mention))
        mention.weight = _logistic(sum(context.weights["goal"].get(k, 0.0) * v for k, v in mention.features.items()))
    _share_within_episodes(context, mentions)
    return mentions


def _merge(context: Context, sentence: int, hits: Sequence[Hit]) -> list[Mention]:
    """Hits of one sentence become mentions: one for each goal told."""
    mentions: list[Mention] = []
    for hit in hits:
        for scorers, captured in _scorers_of(context, hit):
            mention = Mention([hit], scorers, sentence, captured)
            home = next((other for other in reversed(mentions) if _same_goal(context, other, mention)), None)
            if home is None:
                mentions.append(mention)
                continue
            home.hits.append(hit)
            by_team = all(hit.row.get("team_subject") for hit in home.hits[:-1])
            if (captured and not home.captured) or ((home.top is None or by_team) and mention.top is not None):
                home.scorers, home.captured = scorers, captured
    return mentions


def _scorers_of(context: Context, hit: Hit) -> Iterator[tuple[dict[int, float], bool]]:
    """The scorers of a hit: one distribution, or several where a list of names shares the trigger."""
    place = hit.captures.get("scorer")
    if place is not None and context.units.codes[place] == patterns.PERSON:
        listed = [place]
        if (
            not context.members("plural_goals").isdisjoint(context.units.codes[hit.first : hit.last])
            or hit.row["id"] == "through"
        ):
            listed += _listed_after(context, place)
        for one in listed:
            yield {context.who(one): 0.95, -1: 0.05}, True
        return
    scorers, best = rank_scorers(context, hit.first, hit.last, hit.row["id"], noun=bool(hit.row.get("noun")))
    yield scorers, False
    if best is not None and hit.row["id"] in ("score_v", "on_target", "scoresheet", "struck", "put_ahead", "equalise"):
        for other in _listed_before(context, best):
            yield {context.who(other): 0.9, -1: 0.1}, False


def _listed_after(context: Context, place: int) -> list[int]:
    """Names joined to the one at `place`: "A, B and C"."""
    codes, ands = context.units.codes, context.members("list_and")
    found: list[int] = []
    i = place + 1
    while i < len(codes) and codes[i] in ands:
        step = i + 1
        while step < len(codes) and codes[step] in ands:
            step += 1
        for skip in range(3):  # "and substitute Eric Smith", "and the Dane Smith"
            if step + skip < len(codes) and codes[step + skip] == patterns.PERSON:
                found.append(step + skip)
                i = step + skip + 1
                break
        else:
            return found
    return found


def _listed_before(context: Context, place: int) -> list[int]:
    codes, ands = context.units.codes, context.members("list_and")
    found: list[int] = []
    i = place - 1
    while i > 0 and codes[i] in ands and codes[i] != ",":
        j = i - 1
        if codes[j] != patterns.PERSON:
            break
        found.append(j)
        i = j - 1
        while i > 0 and codes[i] == "," and codes[i - 1] == patterns.PERSON:
            found.append(i - 1)
            i -= 2
    return found


def _same_goal(context: Context, one: Mention, other: Mention) -> bool:
    """Whether two triggers of a sentence tell of one goal."""
    if any(pair <= one.effects | other.effects and not pair <= one.effects for pair in EXCLUDE):
        return False
    if _leads_to(context, one, other):
        return True
    if other.first < one.last and one.captured and not other.captured:
        return True  # words of a telling that names its scorer tell of no other's goal
    if one.top is not None and other.top is not None and one.top != other.top:
        return False
    for key in ("count", "nth"):
        a, b = one.first_of(key), other.first_of(key)
        if a is not None and b is not None and a != b:
            return False
    if {"equaliser"} & other.effects and one.first_of("own_goal") and not other.first_of("own_goal"):
        return False
    if bool(one.first_of("own_goal")) != bool(other.first_of("own_goal")) and one.top is None and other.top is None:
        return False
    gap = context.units.codes[one.last : other.first]
    if _each_has_its_time(context, one, other):
        return False
    if bool(one.first_of("own_goal")) != bool(other.first_of("own_goal")) and not context.members("clause").isdisjoint(
        gap
    ):
        return False
    if one.top is None and other.top is not None and patterns.CLUB in gap:
        return False
    return sum(c in context.members("clause") for c in gap) <= (2 if one.top == other.top else 1) and len(gap) < 18


def _leads_to(context: Context, one: Mention, other: Mention) -> bool:
    """A goal told by what it did for the team and then by how it came: "went ahead in the 17th minute when …"; and an
    own goal told twice in one breath ("past his own goalkeeper for an own goal")."""
    gap = context.units.codes[one.last : other.first]
    if other.first < one.last or len(gap) > LEADS_TO:
        return False
    if one.first_of("own_goal") and other.first_of("own_goal"):
        return True
    return all(hit.row.get("team_subject") for hit in one.hits) and not context.members("within").isdisjoint(gap)


def _each_has_its_time(context: Context, one: Mention, other: Mention) -> bool:
    """Two times in a sentence, one of them between the triggers: two goals ("levelled in the 56th and then, with 11
    minutes to go, steered in a centre")."""
    start, end = context.bounds[one.sentence]
    exact = [
        time.first
        for time in context.times
        if start <= time.first < end and not time.weak and (time.window is None or time.window.best is not None)
    ]
    return len(exact) > 1 and any(one.last <= place < other.first for place in exact)


def _attach_times(context: Context, mentions: Sequence[Mention]) -> None:
    """Give each mention the nearest time of its sentence, and each time at most one mention."""
    units, boundary, turn = context.units, context.members("clause"), context.members("turn")
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    costs: dict[int, float] = {}
    by_times = Counter(units.sentence[time.first] for time in context.times if not time.weak)
    for time in context.times:
        candidates = by_sentence.get(units.sentence[time.first], ())
        best: tuple[float, Mention] | None = None
        for mention in candidates:
            between = _gap(context, time, mention)
            cost = len(between) + 3.0 * sum(c in boundary for c in between)
            if time.first < mention.first:
                cost += 1.0 if turn.isdisjoint(between) else TIME_REACH
            if best is None or cost < best[0]:
                best = cost, mention
        alone = (
            len(candidates) == 1
            and by_times[units.sentence[time.first]] == 1
            and turn.isdisjoint(_gap(context, time, candidates[0]))
        )
        if best is None or (best[0] > TIME_REACH and not alone):
            continue
        cost, mention = best
        held = costs.get(id(mention), 99.0)
        closer = cost < held and not (time.weak or _vaguer(time, mention.time))
        if mention.time is None or closer or (_vaguer(mention.time, time) and cost <= held + VAGUER):
            mention.time, costs[id(mention)] = time, cost
    _resolve_relative(context, mentions)


def _gap(context: Context, time: TimeExpression, mention: Mention) -> str:
    """The units between a time and a telling; none when one holds the other."""
    if time.first >= mention.last:
        return context.units.codes[mention.last : time.first]
    return context.units.codes[time.last : mention.first] if time.last <= mention.first else ""


def _vaguer(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    """Whether the first says less about the clock than the second."""
    if one is None or other is None:
        return False
    return one.weak or (
        one.window is not None and one.window.best is None and (other.window is None or other.window.best is not None)
    )


def _resolve_relative(context: Context, mentions: Sequence[Mention]) -> None:
    """ "Nine minutes later" counts from the event told before it."""
    events = [(time.first, time.window.best) for time in context.times if time.window and time.window.best]
    for mention in mentions:
        time = mention.time
        if time is None:
            continue
        if time.window is not None and not time.maybe_later:
            mention.window = time.window
            continue
        base = next((best for place, best in reversed(events) if place < time.first), None)
        later = time.later
        if later is None:
            mention.window = time.window
        elif base is not None:
            at = base + later
            mention.window = TimeWindow(max(1.0, at - 1), at + 1, float(math.floor(at + 0.5)), "relative")
            events.append((time.first, at))
            events.sort()


def _features(context: Context, mention: Mention) -> Iterator[tuple[str, float]]:
    units = context.units
    ids = {hit.row["id"] for hit in mention.hits}
    yield "bias", 1.0
    strongest = max(ids, key=lambda name: context.weights["goal"].get(f"id:{name}", 0.0))
    yield f"id:{strongest}", 1.0
    yield "another_hit", float(min(2, len(ids) - 1))
    yield f"form:{kind(context, mention.first)}", 1.0
    start, end = context.bounds[mention.sentence]
    before = units.codes[max(start, mention.first - REACH_BEFORE) : mention.first]
    after = units.codes[mention.last : min(end, mention.last + REACH_AFTER)]
    inside = units.codes[mention.first : mention.last]
    after = _cut(after, context.members("clause_hard"))
    before = _cut(before[::-1], context.members("clause_before"))[::-1]
    misses = context.members("miss_after")
    yield (
        "miss_after",
        float(not misses.isdisjoint(after) or not context.members("miss_inside").isdisjoint(inside)),
    )
    yield "miss_before", float(not context.members("miss_before").isdisjoint(before + inside[:2]))
    yield "perfect", float(not context.members("perfect").isdisjoint(before[-2:]))
    sentence = units.codes[start:end]
    yield "other_match", float(sum(c in context.members("other_match") for c in sentence) > 0)
    window = mention.window
    yield "exact_time", float(window is not None and window.best is not None)
    yield "some_time", float(window is not None and window.best is None)
    yield "score_after", float(_score_after(context, mention) is not None)
    yield "scorer_named", float(mention.top is not None)
    yield "scorer_none", float(mention.top is None)
    yield "quoted", float(context.quoted[mention.sentence])
    yield "lead_paragraph", float(mention.sentence < 5)
    yield "third_club", float(context.third_club(start, end))
    yield "question", float("?" in sentence)
    yield "first_person", float(not context.members("first_person").isdisjoint(sentence))
    yield (
        "elsewhere",
        float(
            not context.members("elsewhere").isdisjoint(units.codes[max(start, mention.first - 8) : mention.last + 8])
        ),
    )
    yield "keeper_beaten", float(any(units.people[context.who(place)].keeper for place in _beaten(context, mention)))
    yield "keeper_scorer", float(mention.top is not None and units.people[mention.top].keeper)
    yield "team_only", float(mention.top is None and bool(_team(context, mention, own_goal=False)))


def _beaten(context: Context, mention: Mention) -> list[int]:
    """The names in a telling and right after it, among which a beaten goalkeeper's stands."""
    start, end = context.bounds[mention.sentence]
    named = context.people_in(max(start, mention.first), min(end, mention.last + 4))
    return [place for place in named if context.who(place) != mention.top]


def _cut(codes: str, stops: frozenset[str]) -> str:
    for i, code in enumerate(codes):
        if code in stops:
            return codes[:i]
    return codes


def _score_after(context: Context, mention: Mention) -> tuple[int, int] | None:
    for hit in mention.hits:
        place = hit.captures.get("score")
        if place is not None:
            return context.units.score_told(place)
    return None


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _share_within_episodes(context: Context, mentions: Sequence[Mention]) -> None:
    """A goal told over several sentences: the time in one, the scorer in the next ("Villa were level after 22 minutes.
    … Benteke headed in."). The time goes on to the next mention that has none, the scorer back to the one before."""
    for one, other in itertools.pairwise(mentions):
        apart = other.sentence - one.sentence
        if not 0 < apart <= 3 or min(one.weight, other.weight) < 0.25:
            continue
        if one.top is not None and other.top is not None and one.top != other.top:
            continue
        if other.window is None and one.window is not None and one.window.best is not None and one.time:
            other.window, other.inherited = one.window, True
        together = other.window is None or other.inherited or _agree(one.window, other.window)
        if one.top is None and other.top is not None and one.window is not None and together:
            one.scorers = {n: p * 0.6 for n, p in other.scorers.items() if n >= 0}


def _agree(one: TimeWindow | None, other: TimeWindow | None) -> bool:
    return (
        one is not None and other is not None and one.earliest <= other.latest + 1 and other.earliest <= one.latest + 1
    )


def _ellipses(context: Context, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Goals without a verb of their own: "Gravenberch scored in the 35th minute, Ekitike seconds after half-time"."""
    units, before = context.units, context.members("list_and") | {";"}
    first_of = {mention.sentence: mention.first for mention in reversed(mentions)}
    taken = {place for mention in mentions for place in range(mention.first, mention.last)}
    for time in context.times:
        place = time.first - 1
        sentence = units.sentence[time.first]
        if place > 1 and units.codes[place] == patterns.PERSON and units.codes[place - 1] in before:
            told = first_of.get(sentence)
            if told is not None and told < place and place not in taken:
                hit = Hit({"id": "ellipsis"}, place, place + 1, {"scorer": place})
                yield Mention([hit], {context.who(place): 0.9, -1: 0.1}, sentence, captured=True)


def goal_claims(context: Context, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The mentions as claims."""
    for mention, manner in zip(mentions, manners(context, mentions), strict=True):
        if mention.weight < context.weights["limits"]["goal"]:
            continue
        counts = [hit.row["count"] for hit in mention.hits if "count" in hit.row]
        says = msgspec.structs.replace(_says(context, mention), how=tuple(manner.how), assist=manner.assist)
        span, quote = context.quote(*_told_at(context, mention))
        nth_player = mention.first_of("nth_player")
        if nth_player is not None and mention.top is not None:
            yield Claim(span, quote, msgspec.structs.replace(says, nth_of_player=nth_player), weight=mention.weight)
        elif mention.time is not None and mention.time.others and mention.top is not None:
            for window in (*mention.time.others, says.time):
                yield Claim(span, quote, msgspec.structs.replace(says, time=window), weight=mention.weight)
        elif counts and mention.top is not None:
            for nth in range(1, max(counts) + 1):
                yield Claim(span, quote, _nth(says, nth), weight=mention.weight)
        else:
            yield Claim(span, quote, says, weight=mention.weight)


def _told_at(context: Context, mention: Mention) -> tuple[int, int, int | None]:
    """The units that tell a goal: the triggers, with the time where it stands right beside them, and the name."""
    subject = _subject_place(context, mention)
    first, last = mention.first if subject is None else subject, mention.last
    time = mention.time
    if time is not None and last <= time.first <= last + BESIDE:
        last = time.last
    elif time is not None and first - BESIDE <= time.last <= first:
        first = time.first
    return first, last, mention.top_place(context)


def _nth(says: GoalSays, nth: int) -> GoalSays:
    return msgspec.structs.replace(says, nth_of_player=nth, time=None)


def _says(context: Context, mention: Mention) -> GoalSays:
    own_goal = bool(mention.first_of("own_goal"))
    window = mention.window
    return GoalSays(
        scorer=tuple(
            Candidate(context.units.people[n].name, round(p, 3))
            for n, p in mention.scorers.items()
            if n >= 0 and p > 0.03
        ),
        team=_team(context, mention, own_goal),
        time=window,
        own_goal=own_goal or None,
        penalty=_penalty(context, mention),
        score_after=_score_after(context, mention),
        score_order="team" if _score_after(context, mention) else None,
        effects=tuple(dict.fromkeys(e for hit in mention.hits for e in hit.effects)),
    )


def _penalty(context: Context, mention: Mention) -> bool | None:
    start, end = context.bounds[mention.sentence]
    near = context.units.codes[max(start, mention.first - 6) : min(end, mention.last + 6)]
    return True if not context.members("penalty_n").isdisjoint(near) else None


def _team(context: Context, mention: Mention, own_goal: bool) -> tuple[Candidate, ...]:
    """The club whom the goal counts for, as the words beside the trigger tell."""
    for hit in mention.hits:
        place = hit.captures.get("team")
        if place is not None and (club := context.club_at(place)):
            return (Candidate(club, 0.97),)
    for hit in mention.hits:
        if hit.row.get("team_subject") and (club := context.subject_club(hit.first)):
            return (Candidate(club, 0.9),)
    subject = _subject_place(context, mention)
    if subject is not None and (club := context.club_at(subject)):
        return (Candidate(club, 0.9),)
    return ()


def _subject_place(context: Context, mention: Mention) -> int | None:
    """The unit right before a telling when it is a club that does what is told ("Juventus opened the scoring"), not
    one to which it is done ("against Juventus scored")."""
    place = mention.first - 1
    if place < 0 or context.club_at(place) is None or context.units.codes[place - 1] in context.members("oblique"):
        return None
    return place
