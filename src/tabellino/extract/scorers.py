"""Who did it: the people of a sentence (and those "he" can stand for), ranked by their place beside the trigger."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, pairwise

from tabellino.extract import patterns
from tabellino.extract.antecedents import antecedents, last_description, last_of, stands_for
from tabellino.extract.context import Context
from tabellino.extract.subjects import (
    DOES,
    OWNS,
    UNGOVERNED,
    chained,
    in_aside,
    nearest_subject,
    outdone,
    provides,
    supplies,
)
from tabellino.extract.syntax import following, governor
from tabellino.extract.triggers import Hit

Features = list[tuple[str, float]]
#: Distances, in units, past which a name is simply far.
FAR = 20
#: Of the names of a sentence so many on either side of the trigger are looked at: a list of thousands is no prose.
NEAREST = 30
#: So many units after a trigger the goalkeeper is named who was beaten.
BEATEN_AFTER = 5
#: So many units up to its last hold the club of a description: "the Everton full-back".
DESCRIBED_BY = 3
#: So far behind its article stands the word that describes: "the big defender".
DESCRIBED = 4
#: So near behind his name stands that a man was sent off.
SENT_OFF = 4
#: Log-odds of somebody's side from which on it is known.
KNOWN = 1.0
#: The opening names the men who scored: named in so many of its sentences, each a sign of its own.
OPENING = (2, 4)
#: A report of fewer sentences has no opening apart from what it tells.
LONG = 14
#: "It took them nine minutes to …" begins no more units before the words of a goal.
TOOK = 12
#: Classes of words of which a clause that tells of a goal has one.
SCORED = ("score_v", "struck_v", "finish", "grab_v", "goal_n", "put_v")
#: So near before his name stands what was done to a man: "shrugged off Smith", "robbed the dawdling Smith".
BEATEN = 3


def rank_scorers(context: Context, hit: Hit) -> tuple[dict[int, float], int | None]:
    """Probabilities of the people who can be the subject of a trigger; key -1 is nobody of them. With it the unit of
    the likeliest one's name, None when it is nobody or stands elsewhere. The row of the trigger tells whether it is a
    noun ("the opener"), which needs no subject; an own goal; or told of the ball or the goalkeeper (`of_ball`), so
    that whoever shot was named before. Who it captures as `beaten` did not score."""
    weights: dict[str, float] = context.weights["scorer"]
    none = nobody(hit.row.get("id", ""), noun=bool(hit.row.get("noun")))
    scores: dict[int, float] = {-1: sum(weights.get(name, 0.0) for name in none)}
    places: dict[int, int | None] = {}
    for person, place, features in candidates(context, hit):
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


def candidates(context: Context, hit: Hit) -> Iterator[tuple[int, int | None, Features]]:
    """Everybody who can be meant, with the unit of his name (None: in another sentence, or by a pronoun) and what
    speaks for and against him."""
    first = hit.first
    start, end = context.bounds[context.units.sentence[first]]
    meant = stands_for(context, start, first)
    told = _beaten_told(context, hit)
    unnamed = max(_another(context, start, first), _of_the_goal(context, hit, start))
    passed = _before_he(context, start, first)
    keeper = None if hit.row.get("own_goal") else _keeper_beaten(context, first, min(end, hit.last + BEATEN_AFTER))
    for person, place, features in chain(_named(context, hit, meant), _meant(context, hit, meant)):
        if (told is not None and person == told) or (place or 0) < unnamed or person in passed:
            continue
        if keeper is not None and person != keeper:
            features += _against(context, person, keeper)
        yield person, place, features


def _beaten_told(context: Context, hit: Hit) -> int | None:
    """Who is told by the words to have been beaten: by his name, or as "he", whom the sentences before tell."""
    place = hit.captures.get("beaten")
    if place is None or context.units.codes[place] in (patterns.PERSON, patterns.DESCRIPTION):
        return None if place is None else context.who(place)
    return next((person for person, _ in antecedents(context, place)), None)


def _of_the_goal(context: Context, hit: Hit, start: int) -> int:
    """The unit where the clause of a trigger begins that tells of the goal itself ("and then the equaliser arrived") or
    of how long it took ("and it took them nine minutes to get in front"): nobody named before is its subject. 0 where
    there is none such."""
    codes, first = context.units.codes, hit.first
    took = context.members("took_first")
    for at in range(first - 1, max(start, first - TOOK) - 1, -1):
        if codes[at] in took and codes[at - 1] in context.members("it_subject"):
            return 0 if context.members("minutes").isdisjoint(codes[at:first]) else at
    if hit.row.get("team_subject") and codes[first - 1] in context.members("they"):
        return first  # "had saved from Smith by the time they drew level"
    if codes[first - 1] == patterns.CLUB and codes[first - 2] in context.members("anew_side"):
        return first  # "Smith hooked it off the line, but then Everton struck"
    if _club_does_another(context, hit, start):
        return first
    det = codes[first] in context.members("the_alone")
    noun = first + det
    if codes[noun] not in context.members("goal_itself") or codes[noun + 1] not in context.members("came_v"):
        return 0
    begins = first - 1 if det or codes[first - 1] not in context.members("the_alone") else first - 2
    return first if begins >= start and codes[begins] in context.members("anew") else 0


def _club_does_another(context: Context, hit: Hit, start: int) -> bool:
    """Whether a club does what is told after a goal of the same sentence has been told with its scorer and time: "Smith
    scored in the 15th minute and Everton equalised in the 73rd"."""
    codes, club = context.units.codes, hit.first - 1
    if not hit.row.get("another") or club < start or context.club_at(club) is None:
        return False
    side = club - (codes[club] in context.members("side_noun"))
    before = side - 1 - (codes[side - 1] in context.members("the_alone"))
    if codes[before] not in context.members("clause_w"):
        return False
    scored = any(not context.members(name).isdisjoint(codes[start:before]) for name in SCORED)
    return scored and bool(context.times_in(start, before)) and bool(context.people_in(start, before))


def _before_he(context: Context, start: int, first: int) -> frozenset[int]:
    """Those named right before "he", who is another: "having lost Smith he nodded in", "freed by Smith, he shot"."""
    codes, he = context.units.codes, context.members("he_subject")
    if he.isdisjoint(codes[start:first]):
        return frozenset()
    governs = context.members("oblique") - context.members("as_for")
    passed: set[int] = set()
    others: set[int] = set()
    for place in context.people_in(start, first):
        after, then = codes[place + 1], codes[place + 2]
        beside = after in he or (after == "," and then in he and codes[place - 1] in governs)
        (passed if beside else others).add(context.who(place))
    return frozenset(passed - others)


def _another(context: Context, start: int, first: int) -> int:
    """The unit after the last man of the sentence who is told of by another's name ("his strike partner") and is the
    subject: he is nobody named before. 0 when there is none."""
    codes, others = context.units.codes, context.members("another_man")
    at = last_of(others, codes[start:first]) + start
    if at < start or following(context, at) not in DOES:
        return 0
    beside = context.members("oblique")  # "his strike partner rose above Smith to win it"
    if any(codes[place - 1] not in beside for place in context.people_in(at + 1, first)):
        return 0
    return at + 1 if not context.members("his_w").isdisjoint(codes[at - 3 : at]) else 0


def _keeper_beaten(context: Context, first: int, last: int) -> int | None:
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


def _named(context: Context, hit: Hit, meant: int) -> Iterator[tuple[int, int | None, Features]]:
    first, last, own = hit.first, hit.last, bool(hit.row.get("own_goal"))
    units, members = context.units, context.members
    start, end = context.bounds[units.sentence[first]]
    before, after = context.people_in(start, first), context.people_in(first, end)
    taken_up = _just_named(context, meant) if units.codes[meant] in members("described") and meant >= start else None
    if taken_up is not None:
        before = [place for place in before if place > meant or context.who(place) == taken_up]
    joined = "count" in hit.row and units.codes[last] in members("list_and")
    if "nth_player" in hit.row or joined:  # "for his hat-trick and Smith added the fourth": he is named before
        after = [place for place in after if place < last]
    after = [place for place in after if not supplies(context, place, end)]
    before = [
        place for place in before[-NEAREST:] if not (in_aside(context, place, first) or provides(context, place, meant))
    ]
    passed = [place for place in before if _his_ball_met(context, place)]
    if len(passed) < len(before):
        before = [place for place in before if place not in passed]
    named = [place for place in before if own or not outdone(context, place)] + after[:NEAREST]
    subject = nearest_subject(context, [place for place in named if place < first])
    chain_of_his = chained(context, start, first)
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
        if chain_of_his and place < first:
            features.append((f"chain:{governor(context, place)}", 1.0))
        his = units.codes[place + 2 : place + 5] if units.codes[place + 1] in OWNS else ""
        if not members("assist_next").isdisjoint(his):
            features.append((f"{where}his_pass", 1.0))
        if subject is not None and place < first:
            features.append(("nearest_subject" if place == subject else "after_subject", float(place >= subject)))
        yield person, place, features


def _his_ball_met(context: Context, place: int) -> bool:
    """Whether a man is named for the ball that another goes to meet: "ran on to Smith's corner and headed it in"."""
    codes = context.units.codes
    if codes[place + 1] not in OWNS or codes[place - 1] not in context.members("meets"):
        return False
    return not context.members("assist_next").isdisjoint(codes[place + 2 : place + 4])


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
    if features:
        return features  # in the first sentences they stand for what they saved and said
    if known.stranger:
        features.append(("stranger", 1.0))
    if len(context.bounds) < LONG:
        return features
    sentences = [context.units.sentence[place] for place in named.mentions]
    features += [(f"lede_{most}", 1.0) for most in OPENING if min(sentences, default=most) < most]
    if any(context.units.headline[sentence] for sentence in sentences):
        features.append(("headline", 1.0))
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
    if before in members("and_w") and place - 2 > start and codes[place - 2] == patterns.PERSON:
        before = codes[place - 3] if codes[place - 3] in members("between_w") else before
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


def _meant(context: Context, hit: Hit, meant: int) -> Iterator[tuple[int, int | None, Features]]:
    """People whom a pronoun or a description before the trigger can stand for (`meant`: the unit of the one that is its
    subject), and, where the sentence names nobody before it who can have done it, those of the sentences before."""
    units, first = context.units, hit.first
    start, _ = context.bounds[units.sentence[first]]
    before = units.codes[start:first]
    pronoun = last_of(context.members("he"), before)
    described = last_description(context, start, first) - start
    anchor, subject = max(pronoun, described), meant - start
    if max(anchor, subject) < 0 and any(not _beaten(context, place) for place in context.people_in(start, first)):
        return
    does: Features = [("meant_subject", 1.0), ("chain_meant", float(chained(context, start, first)))]
    if anchor >= 0 or subject < 0:
        earlier = anchor < 0 and not hit.row.get("of_ball")
        how = "earlier_sentence" if earlier else "pronoun" if pronoun >= described else "description"
        base: Features = [(how, 1.0)]
        if anchor >= 0:
            rest = before[anchor:]
            base += [("distance", min(FAR, len(rest)) / 10), *_between(context, rest)]
        yield from _antecedents(context, start + max(anchor, 0), how, base + does if anchor == subject >= 0 else base)
    if subject >= 0 and subject != anchor:
        how = "description" if units.codes[meant] in context.members("described") else "pronoun"
        yield from _antecedents(context, meant, how, [(how, 1.0), *does])


def _antecedents(context: Context, place: int, how: str, base: Features) -> Iterator[tuple[int, int | None, Features]]:
    """Whom the word at a unit can stand for, likeliest first, with what speaks for him."""
    side = _side_described(context, place) if how == "description" else 0.0
    beside = _just_named(context, place) if how == "description" else None
    for rank, (person, latest) in enumerate(antecedents(context, place)):
        if beside not in (None, person) or _sent_off(context, person, place):
            continue
        where: Features = [(f"{how}_rank", float(rank)), *([(f"{how}_latest", 1.0)] if latest else [])]
        if side and abs(context.allegiance[person]) >= KNOWN:
            where.append(("side_described", 1.0 if side * context.allegiance[person] > 0 else -1.0))
        yield person, None, [*base, *where, *_person_features(context, person)]


def _sent_off(context: Context, person: int, before: int) -> bool:
    """Whether somebody was told of last, before a unit, as sent off: he did nothing after that."""
    named = context.units.people[person].mentions
    at = bisect_left(named, before) - 1
    if at < 0:
        return False
    told = context.units.codes[named[at] + 1 : named[at] + 1 + SENT_OFF]
    sent, off = context.members("sent"), context.members("off")
    return any(one in sent and other in off for one, other in pairwise(told))


def _just_named(context: Context, place: int) -> int | None:
    """Who was named right before a description that goes on with what he did: "a ball reached Smith and the midfielder
    made no mistake". None for one beaten or fouled there, for "the Dane", whom his squad tells, and where nobody
    is."""
    codes, ands = context.units.codes, context.members("list_and") | context.members("and")
    if codes[place] == patterns.DESCRIPTION:
        return None
    the = context.members("the_alone")
    article = next((at for at in range(place - 1, place - DESCRIBED, -1) if codes[at] in the), 0)
    at = article - 1
    while article and at > 0 and codes[at] in ands:
        at -= 1
    named = article and at < article - 1 and codes[at] == patterns.PERSON
    if not named or governor(context, at) in UNGOVERNED:
        return None
    beaten = context.members("beats_v") | context.members("beat_w") | context.members("foul_v")
    return context.who(at) if beaten.isdisjoint(context.units.codes[max(0, at - BEATEN) : at]) else None


def _side_described(context: Context, place: int) -> float:
    """For whom the man plays who is described up to a unit ("the Everton defender"): above 0 for the first side, below
    for the second; 0 when the description names neither."""
    clubs = map(context.club_at, range(place, max(place - DESCRIBED_BY, 0), -1))
    club = next(filter(None, clubs), None)
    return 0.0 if club is None else 1.0 if club == context.sides.first else -1.0


def _beaten(context: Context, place: int) -> bool:
    """Whether a man named before what was done is one of those it was done to."""
    return context.units.people[context.who(place)].keeper or outdone(context, place)
