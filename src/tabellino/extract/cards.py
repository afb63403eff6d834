"""Cautions and dismissals told in prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Candidate, CardSays, Claim
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.goal_times import of_a_card
from tabellino.extract.offences import Offences, met_a_third_club, of_a_third_club, whose_card
from tabellino.extract.patterns import Alphabet
from tabellino.extract.signs import places
from tabellino.extract.syntax import governor
from tabellino.extract.times import TimeExpression, number

#: A time further than this from the words of a card, in units, is another event's.
TIME_REACH = 14
#: The same where the words only allude to it: "after the red card, Smith scored in the 70th minute".
NOUN_REACH = 4
#: A time no further than this after the words of a card, in units, belongs to what is quoted of it.
BESIDE = 3
#: A time with so many units between it and an earlier caution is the caution's; a clause between counts for so many.
BOOKED, CLAUSE = 6, 4
#: How surely "sent off for the visitors" gives a man's club, and "ten-man Newcastle" that of the only man sent off.
OF_SIDE, TEN_MEN = 0.92, 0.92
#: How surely the words beside a card name the man, when they name one, and the club of "Derby lost Garrity to …".
NAMED, LOST_BY = 0.9, 0.85
#: Words that tell of a dismissal more strongly than this leave no doubt.
SURE = 1.0
#: How far, in units, words before and after those of a card can make it none, and what tells of staff.
BEFORE, AFTER, STAFF = 7, 4, 3
#: A side is short of a man through injury where its words stand no further than this away, in units.
HURT = 14
#: Between "who" and the words of a card stands "had", and a name.
HAD = 4
#: Words for a dismissal that can be a manager's as well.
NOUNS = frozenset({"dismissal_of", "poss_dismissal"})
#: What makes a name the object of what goes before it.
OBJECTS = frozenset({"verb", "ing", "past", "preposition", "by", "to", "from"})


class _Hit(msgspec.Struct):
    first: int
    last: int
    row: dict[str, Any]
    players: dict[int, float]
    strength: float

    @property
    def top(self) -> int | None:
        """The likeliest man; None when nobody is named."""
        return max(self.players, key=self.players.__getitem__, default=None)

    @property
    def rank(self) -> int:
        """How surely the words name the man: beside them, by their subject, or not at all."""
        return 2 if "{P}" in self.row["pattern"] else 1 if "who" in self.row else 0

    @property
    def tells(self) -> bool:
        """Whether it is told that he was sent off, or only that he had been ("after his dismissal")."""
        return self.rank > 0 and self.row["id"] not in NOUNS


def card_claims(context: Context) -> Iterator[Claim]:
    """Every telling of a card: one claim a sentence and player. Where one man is sent off and the text names the club
    that went on with ten, or two and it names one that went on with nine, it is theirs."""
    claims = list(_told(context))
    cards = [(claim.weight, claim.says) for claim in claims if isinstance(claim.says, CardSays)]
    reds = [(weight, says) for weight, says in cards if says.card == "red"]
    men = {says.player[0].value for weight, says in reds if says.player and weight > 0.5}
    clubs = {says.team[0].value for _, says in reds if not says.player and says.team}
    if not men or len(clubs) != 1 or len(men) != (2 if _went_on_with_nine(context) else 1):
        yield from claims
        return
    team = (Candidate(clubs.pop(), TEN_MEN),)
    for claim in claims:
        says = claim.says
        if isinstance(says, CardSays) and says.player and says.player[0].value in men and says.card == "red":
            claim = msgspec.structs.replace(claim, says=msgspec.structs.replace(says, team=team))
        yield claim


def _went_on_with_nine(context: Context) -> bool:
    """Whether the text tells of a side of nine: "nine-man Derby", "the nine men"."""
    units, nine = context.units, context.members("nine_w")
    return any(
        units.codes[place] in nine and units.codes[place + 1] not in context.members("side_line")
        for place in places(units.codes, nine)
    )


def _told(context: Context) -> Iterator[Claim]:
    sentences: dict[tuple[int, str, bool], list[_Hit]] = defaultdict(list)
    for hit in _hits(context):
        team_only = bool(hit.row.get("team_only"))
        sentences[context.units.sentence[hit.first], hit.row["card"], team_only].append(hit)
    for (sentence, card, _), hits in sorted(sentences.items(), key=lambda item: item[1][0].first):
        for top, own in _by_player(context, hits).items():
            weight = chance_of(max(hit.strength for hit in own) + 0.6 * (len(own) - 1))
            if weight >= context.weights["limits"]["card"]:
                yield _claim(context, sentence, top, card, own, weight)


def _by_player(context: Context, hits: Iterable[_Hit]) -> Mapping[int | None, list[_Hit]]:
    """The hits of one sentence by whom they tell of: words that name nobody tell of him whom the surest name, unless
    that man was sent off as well ("was dismissed after a clash with Smith, who was also sent off")."""
    found: dict[int | None, list[_Hit]] = defaultdict(list)
    for rank in (2, 1, 0):
        named = [hit for hit in hits if hit.rank == rank]
        known = dict(found)
        for hit in named:
            if not known:
                found[hit.top].append(hit)
            elif len(known) == 1 and (hit.top in known or hit.top is None or not _as_well(context, hit, known)):
                found[next(iter(known))].append(hit)
            elif hit.top in known or len(known) == 1:
                found[hit.top].append(hit)
    return found


def _as_well(context: Context, hit: _Hit, known: Mapping[int | None, list[_Hit]]) -> bool:
    """Whether those who are named were sent off beside somebody else, told of before them."""
    also = context.members("as_well")
    return all(
        hit.last <= other.first and not also.isdisjoint(context.units.codes[other.first : other.last])
        for own in known.values()
        for other in own
    )


def _hits(context: Context) -> Iterator[_Hit]:
    """Every place where the grammar finds a card; whoever one names beyond doubt can be meant by words elsewhere."""
    offences, sure = Offences(context), set[int]()
    rows = context.vocabulary.possible("card", context.units.codes)
    for pattern, row in sorted(rows, key=lambda pair: "<player" not in pair[1]["pattern"]):
        for match in pattern.finditer(context.units.codes):
            captured, (first, last) = Alphabet.captured(match), match.span()
            if _is_none(context, captured, row, first, last):
                continue
            strength = _strength(context, first, last, row)
            if row.get("team_only"):
                yield _Hit(first, last, row, {}, strength)
            elif "player" in captured:
                for place in _and_others(context, captured["player"], row, first, last):
                    who = context.who(place)
                    if context.units.people[who].staff:
                        strength += context.weights["card"]["staff"]
                    if strength > SURE and row["card"] == "red":
                        sure.add(who)
                    yield _Hit(first, last, row, {who: NAMED}, strength)
            else:
                chances = whose_card(context, offences, first, last, subject="who" in row, elsewhere=sure)
                players = {who: chance for who, chance in chances.items() if who >= 0 and chance > 0.1}
                yield _Hit(first, last, row, players, strength)


def _is_none(context: Context, captured: Mapping[str, int], row: Mapping[str, Any], first: int, last: int) -> bool:
    """Whether the words are of something else: nine men behind the ball, the red half of a town, a claim dismissed."""
    codes = context.units.codes
    if "men" in captured:
        few = number(context.units.value[captured["men"]], context.vocabulary) in (10, 9, 8)  # law 3: seven at least
        if not few or codes[last] in context.members("side_line"):
            return True
    if row.get("team_only"):
        start, end = context.bounds[context.units.sentence[first]]
        around = codes[max(start, first - HURT) : min(end, last + HURT)]
        return not context.members("hurt").isdisjoint(around)
    if codes[last] in context.members("red_not"):
        return True
    if row.get("doer"):  # "his lunge at Smith earned a second booking"
        return governor(context, captured["player"]) in OBJECTS
    if row["id"] != "player_sent":
        return False
    dismisses = codes[last] == patterns.PERSON or codes[last] in context.members("told_of")
    return dismisses or governor(context, captured["player"]) in OBJECTS


def _and_others(context: Context, place: int, row: Mapping[str, Any], first: int, last: int) -> Iterator[int]:
    """The man named at a unit, and those who were sent off with him: before him ("Keane and Vieira were sent off", "had
    Keane and Vieira sent off"), or after him where they are `listed` ("had two men dismissed, Keane and Vieira")."""
    yield place
    codes, ands = context.units.codes, context.members("list_and")
    if row.get("listed"):
        while codes[place + 1] in ands:
            place += 2 if codes[place + 2] not in ands else 3
            if codes[place] != patterns.PERSON:
                return
            yield place
    elif row["id"] == "had_sent_off" or not context.members("were").isdisjoint(codes[first:last]):
        while codes[place - 1] in ands and codes[place - 2] == patterns.PERSON and place > 2:
            place -= 2
            yield place


def _strength(context: Context, first: int, last: int, row: Mapping[str, Any]) -> float:
    weights = context.weights["card"]
    start, end = context.bounds[context.units.sentence[first]]
    codes = context.units.codes
    before, inside = codes[max(start, first - BEFORE) : first], codes[first:last]
    after = "" if row.get("team_only") else codes[last : min(end, last + AFTER)]  # "ten-man Derby never gave up"
    strength: float = row["strength"] + weights["bias"]
    if _denied(context, _cut(before[::-1], context.members("clause_before"))[::-1] + inside, after):
        strength += weights["hypothetical"]
    if _is_long_ago(context, start, end) or met_a_third_club(context, start, end):
        strength += weights["long_ago"]
    elif not context.members("other_time").isdisjoint(codes[start:end]) or of_a_third_club(context, start, end):
        strength += weights["other_match"]
    of_staff = not row.get("by_referee") and not context.members("staff").isdisjoint(before[-STAFF:] + inside)
    of_staff = of_staff or (row["id"] in NOUNS and _of_a_manager(context, start, end))
    if of_staff or not context.members("stands_n").isdisjoint(after):
        strength += weights["staff"]
    if context.quoted[context.units.sentence[first]]:
        strength += weights["quoted"]
    return strength


def _of_a_manager(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells who leads a team since its manager left: "in temporary charge", "his successor"."""
    codes, within = context.units.codes, context.members("stands_in")
    if not context.members("tenure").isdisjoint(codes[start:end]):
        return True
    charge = context.members("charge_n")
    return any(
        codes[at] in charge and not within.isdisjoint(codes[max(start, at - 2) : at]) for at in range(start, end)
    )


def _denied(context: Context, told: str, after: str) -> bool:
    """Whether the words before a card, or those after it, make it none: "could have been", "avoided", "was spared"."""
    avoid, hypothetical = context.members("avoid"), context.members("hypothetical")
    matter = context.members("no_matter")
    for i, code in enumerate(told):
        if code in avoid or (code in hypothetical and matter.isdisjoint((told + after)[i + 1 : i + 3])):
            return True
    return not avoid.isdisjoint(_cut(after, context.members("clause_before")))


def _is_long_ago(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells of another match: by the year, or by words that no report uses of its own."""
    units = context.units
    return not context.members("long_ago").isdisjoint(units.codes[start:end]) or any(
        units.is_year(place) and units.codes[place - 1] != "," for place in range(start, end)
    )


def _cut(codes: str, stops: frozenset[str]) -> str:
    for i, code in enumerate(codes):
        if code in stops:
            return codes[:i]
    return codes


def _claim(context: Context, sentence: int, top: int | None, card: Any, hits: list[_Hit], weight: float) -> Claim:
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    players = max((hit.players for hit in hits), key=lambda found: max(found.values(), default=0.0))
    second = next((hit.row["second_yellow"] for hit in hits if "second_yellow" in hit.row), None)
    time = _time(context, first, last, TIME_REACH if any(hit.tells for hit in hits) else NOUN_REACH)
    beside = time is not None and last <= time.first <= last + BESIDE
    span, quote = context.quote(_named(context, top, first), time.last if time is not None and beside else last)
    says = CardSays(
        card,
        player=tuple(Candidate(context.units.people[n].name, round(p, 3)) for n, p in players.items()),
        team=_of_side(context, last)
        or _team(context, top, first, next((h for h in hits if h.row["id"] == "had_sent_off"), hits[0]).row),
        time=time.window if time is not None else None,
        second_yellow=second,
    )
    return Claim(span, quote, says, weight=round(weight, 4))


def _named(context: Context, top: int | None, first: int) -> int:
    """Where the quote of a card begins: with the man's name, where he is the subject of its words."""
    start = max(context.bounds[context.units.sentence[first]][0], first - BESIDE)
    named = context.people_in(start, first)
    return named[-1] if named and context.who(named[-1]) == top else first


def _time(context: Context, first: int, last: int, reach: int) -> TimeExpression | None:
    """When it was: the nearest time told in the sentence, and none that an earlier caution has or another clause."""
    start, end = context.bounds[context.units.sentence[first]]
    codes, near = context.units.codes, list[tuple[int, TimeExpression]]()
    for time in context.times_in(start, end):
        if time.window is None or time.weak or (time.later is not None and _counts_from_untimed(context, start)):
            continue
        between = codes[last : time.first] if time.first >= last else codes[time.last : first]
        before = codes[max(start, time.first - BOOKED) : time.first] if time.first < last else ""
        if not context.members("booked_v").isdisjoint(before):
            continue
        if time.first >= last:  # "for two bookings on 67" is one clause
            clauses = sum(code in context.members("clause") - context.members("giver") for code in between)
        else:  # "on 53 and Smith saw red": what another man did before
            clauses = sum(code in context.members("clause") or code == patterns.PERSON for code in between)
        near.append((len(between) + CLAUSE * clauses, time))
    apart, nearest = min(near, key=lambda pair: pair[0], default=(reach + 1, None))
    return nearest if apart <= reach else None


def _counts_from_untimed(context: Context, start: int) -> bool:
    """Whether "nine minutes later" in a sentence that begins at a unit counts from a dismissal of which no
    minute is told: "Smith was sent off for a lunge. Jones joined him nine minutes later"."""
    sentence = context.units.sentence[start]
    if sentence == 0:
        return False
    first, last = context.bounds[sentence - 1]
    timed = any(time.window is not None and time.window.best is not None for time in context.times_in(first, last))
    return not timed and of_a_card(context, context.units.codes[first:last])


def _of_side(context: Context, last: int) -> tuple[Candidate, ...]:
    """The club that the words before unit `last` are right away told of: "were both sent off for the visitors"."""
    codes = context.units.codes
    if codes[last] not in context.members("plays_for"):
        return ()
    club = context.club_at(last + 1 + (codes[last + 1] in context.members("the_alone")))
    return () if club is None else (Candidate(club, OF_SIDE),)


def _team(context: Context, player: int | None, first: int, row: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """The club of whoever was sent off: the player's, or the one that "ten men" names."""
    sides = context.sides
    if row["id"] == "had_sent_off" and (had := _who_had(context, first)):
        return (Candidate(had, TEN_MEN),)
    if player is not None and (clubs := context.clubs_of(player)):
        return clubs
    if row["id"] in ("had_sent_off", "lost_to_card"):
        club = context.subject_club(first)
        return (Candidate(club, LOST_BY),) if club else ()
    if not row.get("team_only"):
        return ()
    if row.get("advantage"):
        club = context.subject_club(first)
        return (Candidate(sides.other(club), 0.6),) if club else ()
    for place in range(first, min(first + 6, len(context.units.codes))):  # "10-man Juventus"
        if context.units.codes[place] == patterns.NEWLINE or context.units.codes[place] in context.members("against"):
            break  # "down to ten men against Liverpool"
        if club := context.club_at(place):
            return (Candidate(club, 0.85),)
    club = context.subject_club(first)
    return (Candidate(club, 0.6),) if club else ()


def _who_had(context: Context, first: int) -> str | None:
    """The club right before "who" or "which" that had a man sent off: "beat Derby, who had Garrity dismissed"."""
    codes, who = context.units.codes, context.members("who")
    start = context.bounds[context.units.sentence[first]][0]
    place = next((at for at in range(first, max(start, first - HAD), -1) if codes[at] in who), None)
    return None if place is None else context.club_at(place - 1 - (codes[place - 1] == ","))
