"""Missed penalties, disallowed goals, woodwork, clearances off the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import (
    Candidate,
    Claim,
    DisallowedSays,
    IncidentKind,
    IncidentSays,
    MissedPenaltySays,
    Says,
)
from tabellino.extract.context import Context
from tabellino.extract.offences import of_a_third_club
from tabellino.extract.patterns import Alphabet
from tabellino.extract.scorers import rank_scorers
from tabellino.extract.syntax import following, governor
from tabellino.extract.triggers import Hit

#: How surely the words beside what came to nothing name the man.
NAMED = 0.9
#: And how surely the sentence before does.
LIKELY = 0.7
#: How far before the words, in units, something can make them none ("should have been disallowed").
BEFORE = 5
#: What is taken back stands no more units than this before the words that do so.
TAKES_BACK = 12
#: What a sentence of its own takes back stands in the one before, in its last units.
BEFORE_IT = 24
#: No more units than this stand between what denies a deed and the deed.
NEGATES = 2
#: Rows that tell of a missed penalty by denying: "had Smith not missed from the spot".
NEGATED = frozenset({"had_he_not"})
#: What governs a name that can end a clause.
ENDS = frozenset({"for", "by", "to", "past", "with", "preposition"})
#: A man less likely than this to be meant is left out.
LEAST = 0.1


_KINDS: Mapping[str, IncidentKind] = {kind: kind for kind in get_args(IncidentKind)}


class Moment(NamedTuple):
    """What a text tells that was no goal: its kind, the units of its words, the chances of the men meant by their
    numbers, how surely it is told, the unit of the name where the words hold it, and that from which on all tell
    of it."""

    what: str
    first: int
    last: int
    players: Mapping[int, float]
    weight: float
    place: int | None
    core: int

    def undoes(self, first: int, last: int, man: int | None) -> bool:
        """Whether a goal told at units `first` to `last`, by the man of that number, is this that was none: told in
        its words, or by those before that it takes back ("nodded home, only for the goal to be chalked off")."""
        if first < self.last and last > self.core:
            return True
        if self.what != "disallowed" or not 0 <= self.core - last <= TAKES_BACK:
            return False
        return self.place is None or man in self.players


def find_moments(context: Context) -> list[Moment]:
    """What was no goal, told in prose: one for each sentence and kind, and of those of one kind the surest; but two
    men named beside the words are two."""
    found: dict[tuple[int, str], list[Moment]] = {}
    for section in ("miss", "disallowed", "incident"):
        for pattern, row in context.vocabulary.possible(section, context.units.codes):
            for match in pattern.finditer(context.units.codes):
                if row.get("finish") and not context.members("went_wrong").isdisjoint(match[0]):
                    continue  # a shot that went wide was no goal before the flag
                if row.get("back") and not _opens_sentence(context, match.start()):
                    continue
                if section == "miss" and row["id"] not in NEGATED and _never(context, *match.span()):
                    continue
                moment = _moment(context, row, section, match.span(), Alphabet.captured(match))
                told = found.setdefault((context.units.sentence[moment.first], moment.what), [])
                _add(told, moment)
    return sorted((moment for told in found.values() for moment in told), key=lambda moment: moment.first)


def moment_claims(context: Context, moments: Iterable[Moment]) -> Iterator[Claim]:
    """What was no goal, as claims."""
    for moment in moments:
        if moment.weight >= context.weights["moment"]["least"]:
            span, quote = context.quote(moment.first, moment.last)
            yield Claim(span, quote, _says(context, moment), weight=round(moment.weight, 4))


def _add(told: list[Moment], new: Moment) -> None:
    """Add a telling to those of its sentence and kind: words that name the man stand for those that do not."""
    if not told or (new.place is not None and all(old.place is not None and _apart(old, new) for old in told)):
        told.append(new)
    elif (new.place is not None, new.weight) > (told[0].place is not None, told[0].weight) and len(told) == 1:
        told[0] = new


def _apart(one: Moment, other: Moment) -> bool:
    """Whether two tellings that name their men are of two events: of two men, and their words do not overlap."""
    return one.players.keys() != other.players.keys() and (one.last <= other.first or other.last <= one.first)


def _moment(
    context: Context, row: Mapping[str, Any], section: str, span: tuple[int, int], captured: Mapping[str, int]
) -> Moment:
    first, last = span
    what = row.get("what", section)
    place = captured.get("player")
    if place is not None and not row.get("his") and _is_of_another(context, place):
        place = None
    if place is not None:
        players: Mapping[int, float] = {context.who(place): NAMED}
    else:
        players = _man_before(context, first) if row.get("back") else _likely(context, what, first, last)
    strength = row.get("strength", 1.0) + _context_weight(context, what, first, last)
    core = captured.get("core", first)
    if row.get("back"):
        before = context.bounds[max(0, context.units.sentence[first] - 1)][0]
        core = max(before, first - BEFORE_IT)
    return Moment(what, first, last, players, chance_of(strength), place, core)


def _never(context: Context, first: int, last: int) -> bool:
    """Whether the words are that no penalty was missed: "never misses", "did not miss from the spot"."""
    start = max(context.bounds[context.units.sentence[first]][0], first - NEGATES)
    codes, never, missed = context.units.codes, context.members("never_w"), context.members("missed_v")
    return any(codes[at] in missed and codes[at - 1] in never for at in range(max(start, 1), last))


def _opens_sentence(context: Context, first: int) -> bool:
    """Whether nothing stands before the words in their sentence but what joins it to that before ("However,")."""
    start = context.bounds[context.units.sentence[first]][0]
    return context.members("joining").issuperset(context.units.codes[start:first])


def _is_of_another(context: Context, place: int) -> bool:
    """Whether the name in the words is not the man's: one whose team is told of ("Ancelotti's side had two chalked
    off"), or that ends a clause about somebody else ("Pizarro, who came in for Harnik, had a goal taken back")."""
    if context.units.codes[place + 2] in context.members("leads"):
        return True
    return governor(context, place) in ENDS and following(context, place) == "comma"


def _likely(context: Context, what: str, first: int, last: int) -> dict[int, float]:
    """Who is the subject of words that name nobody beside them; a goalkeeper takes no penalty."""
    ranked, _ = rank_scorers(context, Hit({}, first, last, {}))
    people = context.units.people
    return {
        n: p
        for n, p in ranked.items()
        if n >= 0 and p > LEAST and not (what in ("miss", "disallowed") and people[n].keeper)
    }


def _man_before(context: Context, first: int) -> dict[int, float]:
    """Whom the sentence before tells of, for words that are one of their own ("But the flag was up")."""
    start = context.bounds[max(0, context.units.sentence[first] - 1)][0]
    people = context.units.people
    names = (context.who(place) for place in context.salient(first) if place >= start)
    man = next((n for n in names if not people[n].keeper), None)
    return {} if man is None else {man: LIKELY}


def _context_weight(context: Context, what: str, first: int, last: int) -> float:
    units, weights = context.units, context.weights["moment"]
    start, end = context.bounds[units.sentence[first]]
    found = 0.0
    if not context.members("other_time").isdisjoint(units.codes[start:end]):
        found += weights["other_match"]
    if context.quoted[units.sentence[first]]:
        found += weights["quoted"]
    if what in ("miss", "disallowed"):
        if of_a_third_club(context, start, end):
            found += weights["third_club"]
        if not context.members("undone").isdisjoint(units.codes[max(start, first - BEFORE) : last]):
            found += weights["hypothetical"]
    return float(found)


def _says(context: Context, moment: Moment) -> Says:
    people = context.units.people
    players = tuple(Candidate(people[n].name, round(p, 3)) for n, p in moment.players.items())
    team = context.clubs_of(max(moment.players, key=lambda n: moment.players[n], default=-1))
    time = context.nearest_time(moment.first, moment.last)
    if moment.what == "miss":
        return MissedPenaltySays(players, team, time)
    if moment.what == "disallowed":
        return DisallowedSays(players, team, time)
    return IncidentSays(_KINDS[moment.what], players, team, time)
