"""Who did it: the people of a sentence (and those "he" can stand for), ranked by their place beside the trigger."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.syntax import following, governor, kind

Features = list[tuple[str, float]]
#: People whom a pronoun can stand for are looked for among so many of the likeliest.
ANTECEDENTS = 3
#: Distances, in units, past which a name is simply far.
FAR = 20
#: Of the names of a sentence so many on either side of the trigger are looked at: a list of thousands is no prose.
NEAREST = 30
#: No more words than so stand between the article and the word that describes ("the 22-year-old under-21 winger").
WORDS = 9
#: No more units than so stand between a name that ends an aside and what is told after it.
ASIDE = 3
#: So many units after a trigger the goalkeeper is named who was beaten.
BEATEN_AFTER = 5
#: Log-odds of somebody's side from which on it is known.
KNOWN = 1.0
#: So near before his name stands what was done to a man: "shrugged off Smith", "robbed the dawdling Smith".
BEATEN = 3
#: What makes the words after a name his: "Brauner's cross".
OWNS = frozenset((patterns.POSSESSIVE, "'"))
#: What stands before a name that nothing governs, and after one that does something (see extract/syntax.py).
UNGOVERNED = frozenset({"start", "comma", "conjunction", "and", "within", "end"})
DOES = frozenset({"verb", "who", "aux", "ing", "comma"})


def rank_scorers(
    context: Context, first: int, last: int, trigger: str = "", *, noun: bool = False, own: bool = False
) -> tuple[dict[int, float], int | None]:
    """Probabilities of the people who can be the subject of the trigger at units `first` to `last`; key -1 is nobody
    of them; `noun` tells that the trigger is one ("the opener"), which needs no subject, `own` that it tells of an own
    goal. With it the unit of the likeliest one's name, None when it is nobody or stands elsewhere."""
    weights: dict[str, float] = context.weights["scorer"]
    scores: dict[int, float] = {-1: sum(weights.get(name, 0.0) for name in nobody(trigger, noun=noun))}
    places: dict[int, int | None] = {}
    for person, place, features in candidates(context, first, last, own=own):
        score = sum([weights.get(name, 0.0) * value for name, value in features])
        if score > scores.get(person, -99.0):
            scores[person], places[person] = score, place
    highest = max(scores.values())
    odds = {person: math.exp(s - highest) for person, s in scores.items()}
    total = sum(odds.values())
    chances = {person: value / total for person, value in odds.items()}
    best = max(chances, key=chances.__getitem__)
    return chances, places.get(best) if best >= 0 else None


def nobody(trigger: str, *, noun: bool) -> tuple[str, str]:
    """The features of the trigger's having no subject by name."""
    return "nobody_of_noun" if noun else "nobody", f"nobody:{trigger}"


def candidates(
    context: Context, first: int, last: int, *, own: bool = False
) -> Iterator[tuple[int, int | None, Features]]:
    """Everybody who can be meant, with the unit of his name (None: in another sentence, or by a pronoun) and what
    speaks for and against him."""
    start, end = context.bounds[context.units.sentence[first]]
    meant = _stands_for(context, start, first)
    beaten = None if own else _beaten(context, first, min(end, last + BEATEN_AFTER))
    for person, place, features in chain(_named(context, first, last, meant), _meant(context, first, meant)):
        if beaten is not None and person != beaten:
            features += _against(context, person, beaten)
        yield person, place, features


def _beaten(context: Context, first: int, last: int) -> int | None:
    """The goalkeeper named in what is told from one unit to another; None when none is, or when it is an own goal."""
    if not context.members("own").isdisjoint(context.units.codes[first:last]):
        return None
    named = [context.who(place) for place in context.people_in(first, last)]
    return next((person for person in named if context.units.people[person].keeper), None)


def _against(context: Context, person: int, keeper: int) -> Features:
    """Whether somebody plays with or against the goalkeeper who is beaten, where both sides are known."""
    his, keepers = context.allegiance[person], context.allegiance[keeper]
    if min(abs(his), abs(keepers)) < KNOWN:
        return []
    return [("with_keeper" if his * keepers > 0 else "against_keeper", 1.0)]


def _named(context: Context, first: int, last: int, meant: int) -> Iterator[tuple[int, int | None, Features]]:
    units, members = context.units, context.members
    start, end = context.bounds[units.sentence[first]]
    before, after = context.people_in(start, first), context.people_in(first, end)
    named = before[-NEAREST:] + after[:NEAREST]
    subject = _nearest_subject(context, [place for place in named if place < first])
    chained = _chained(context, start, first)
    for place in named:
        person = context.who(place)
        if first < place < last:
            if units.codes[place - 1] in members("by"):  # "deflected by Cambiaso past the keeper"
                yield person, place, [("by", 1.0), *_person_features(context, person)]
            continue
        features = _place_features(context, place, first, last, start) + _person_features(context, person)
        where = "<" if place < first else ">"
        features += [
            (f"{where}{governor(context, place)}_it", 1.0),
            (f"{where}it_{following(context, place)}", 1.0),
        ]
        if place < first and not members("beats_v").isdisjoint(units.codes[max(start, place - BEATEN) : place]):
            features.append(("beaten", 1.0))
        if chained and place < first:
            features.append((f"chain:{governor(context, place)}", 1.0))
        aside = first - ASIDE <= place < first and units.codes[place + 1] == ","
        if aside and governor(context, place) not in UNGOVERNED:
            features.append(("aside", 1.0))  # "Smith, on for Jones, headed in"
        his = units.codes[place + 2 : place + 5] if units.codes[place + 1] in OWNS else ""
        if not members("assist_next").isdisjoint(his):
            features.append((f"{where}his_pass", 1.0))
        if subject is not None and place < first:
            features.append(("nearest_subject" if place == subject else "after_subject", float(place >= subject)))
        yield person, place, features


def _chained(context: Context, start: int, first: int) -> bool:
    """Whether a trigger goes on with what somebody did: "Smith turned Jones and slotted home", "…, slotting home"."""
    at = first - 1
    while at > start and kind(context, at) == "adverb":
        at -= 1
    link, does = kind(context, at), kind(context, first)
    if at <= start or does not in ("verb", "ing", "other"):
        return False
    return link == "and" or (link in ("within", "comma") and does == "ing")


def _nearest_subject(context: Context, named: Sequence[int]) -> int | None:
    """The last name of those at these units that nothing governs and that a verb follows."""
    return next((place for place in reversed(named) if _is_subject(context, place, place)), None)


def _is_subject(context: Context, first: int, last: int) -> bool:
    """Whether nothing governs the name or the description from one unit to another, and a verb follows it."""
    return governor(context, first) in UNGOVERNED and following(context, last) in DOES


def _person_features(context: Context, person: int) -> Features:
    """What is known of somebody: nothing of most."""
    found = context.traits.get(person)
    if found is None:
        found = context.traits[person] = _traits(context, person)
    return found


def _traits(context: Context, person: int) -> Features:
    named, known = context.units.people[person], context.known[person]
    features: Features = []
    if named.staff > 0 or known.manager > max(known.first, known.second):
        features.append(("staff", 1.0))
    if named.keeper:
        features.append(("keeper", 1.0))
    if known.stranger:
        features.append(("stranger", 1.0))
    return features


def _place_features(context: Context, place: int, first: int, last: int, start: int) -> Features:
    codes, members = context.units.codes, context.members
    if place >= last:
        told = codes[place - 1] in members("within") or codes[place - 2] in members("within")
        if codes[place - 1] in members("by") or codes[place - 2] in members("by"):
            return [("by", 1.0), ("after_distance", min(FAR, place - last) / 10)]
        return [("after", 1.0), ("after_within", float(told)), ("after_distance", min(FAR, place - last) / 10)]
    between = codes[place + 1 : first]
    after, before = codes[place + 1 : place + 2], codes[place - 1] if place > start else patterns.NEWLINE
    features: Features = [("distance", min(FAR, len(between)) / 10), *_between(context, between)]
    if after in OWNS:
        features.append(("possessive", 1.0))
    if before in members("oblique"):
        gives = before in members("giver") and len(between) <= 3
        features.append(("oblique_near" if gives else "oblique", 1.0))
    elif place == start or before == "," or before in members("subject_before"):
        features.append(("subject", 1.0))
    if not members("who").isdisjoint(between[:2]):
        features.append(("who", 1.0 if patterns.PERSON not in between else 0.3))
    if patterns.CLUB in between[-4:] or not members("a_side").isdisjoint(between[-4:]):
        features.append(("club_between", 1.0))
    if not members("he").isdisjoint(between):
        features.append(("pronoun_between", 1.0))
    return features


def _between(context: Context, codes: str) -> Iterator[tuple[str, float]]:
    """The people and the clauses between two places."""
    if people := codes.count(patterns.PERSON):
        yield "person_between", float(people)
    clause = context.members("clause")
    if "," in codes or not clause.isdisjoint(codes):
        yield "clause_between", float(sum([c in clause or c == "," for c in codes]))


def _meant(context: Context, first: int, meant: int) -> Iterator[tuple[int, int | None, Features]]:
    """People whom a pronoun or a description before the trigger can stand for, and, where the sentence names nobody
    before it, those of the sentences before."""
    units = context.units
    start, _ = context.bounds[units.sentence[first]]
    before = units.codes[start:first]
    pronoun = _last_of(context.members("he"), before)
    described = _last_description(context, start, first) - start
    anchor, subject = max(pronoun, described), meant - start
    if max(anchor, subject) < 0 and context.people_in(start, first):
        return
    does: Features = [("meant_subject", 1.0), ("chain_meant", float(_chained(context, start, first)))]
    if anchor >= 0 or subject < 0:
        how = "earlier_sentence" if anchor < 0 else "pronoun" if pronoun >= described else "description"
        base: Features = [(how, 1.0)]
        if anchor >= 0:
            rest = before[anchor:]
            base += [("distance", min(FAR, len(rest)) / 10), *_between(context, rest)]
        yield from _antecedents(context, start + max(anchor, 0), how, base + does if anchor == subject >= 0 else base)
    if subject >= 0 and subject != anchor:
        how = "description" if units.codes[meant] in context.members("described") else "pronoun"
        yield from _antecedents(context, meant, how, [(how, 1.0), *does])


def _antecedents(context: Context, place: int, how: str, base: Features) -> Iterator[tuple[int, int | None, Features]]:
    """Whom the word at a unit can stand for, likeliest first."""
    people = context.units.people
    seen: set[int] = set()
    latest = max(context.salient(place), default=None)
    for name in context.salient(place):
        person = context.who(name)
        if person in seen or people[person].staff:
            continue
        where: Features = [(f"{how}_rank", float(len(seen)))]
        if name == latest:
            where.append((f"{how}_latest", 1.0))
        yield person, None, [*base, *where, *_person_features(context, person)]
        seen.add(person)
        if len(seen) == ANTECEDENTS:
            return


def _stands_for(context: Context, start: int, end: int) -> int:
    """The last unit of the pronoun or the description that is the subject of what follows, unless somebody named is it
    after that ("The striker rolled Smith and fired past Jones"); `start` - 1 when none is."""
    codes = context.units.codes
    described, he = context.members("described"), context.members("he_alone")
    for at in range(end - 1, start - 1, -1):
        if codes[at] == patterns.PERSON and (_is_subject(context, at, at) or following(context, at) == "who"):
            break
        if (codes[at] not in described and codes[at] not in he) or codes[at - 1] in context.members("no_subject"):
            continue
        beside = at + 2 if codes[at + 1] in context.members("describing") | described else at + 1
        if codes[at] in described and codes[beside : beside + 1] == patterns.PERSON:
            continue  # "the striker Smith", "the Dutch international Kuyt"
        begins = at if codes[at] in he else _article(context, start, at)
        if begins is None or following(context, at) not in DOES:
            continue
        after_time = any(time.last == begins for time in context.times_in(start, begins))
        if after_time or governor(context, begins) in UNGOVERNED:
            return at
    return start - 1


def _article(context: Context, start: int, at: int) -> int | None:
    """The unit of the article of a description that ends at `at`; None when none stands near enough."""
    codes, the = context.units.codes, context.members("the_alone")
    return next((place for place in range(at - 1, max(start, at - WORDS) - 1, -1) if codes[place] in the), None)


def _last_of(members: frozenset[str], codes: str) -> int:
    """Where the last of these characters stands; -1 when none does."""
    return -1 if members.isdisjoint(codes) else max([codes.rfind(c) for c in members.intersection(codes)])


def _last_description(context: Context, start: int, end: int) -> int:
    """The last unit of a range that is "the Frenchman", "the striker": a description that no name follows; `start` - 1
    when none is."""
    codes, described = context.units.codes, context.members("described")
    while end > start and (at := _last_of(described, codes[start:end])) >= 0:
        end = start + at
        if patterns.PERSON not in codes[end + 1 : end + 3]:
            return end
    return start - 1
