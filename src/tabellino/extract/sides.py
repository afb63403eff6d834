"""Which two clubs a report is about, and which of them is at home."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec

from tabellino.domain.chance import chance_of
from tabellino.extract import patterns
from tabellino.extract.home_side import home_odds
from tabellino.extract.mentioned import is_aside
from tabellino.extract.patterns import Alphabet
from tabellino.extract.squads import number_known, shares_known
from tabellino.extract.units import FULL_NAMES, Meaning, Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names.clubs import minor_clubs, nations

#: How much a mention of a club weighs by its place: the headline and the first sentence name the match.
FIRST_SENTENCE, FIRST_SENTENCES, LATER = 4.0, 2.0, 1.0
#: How much a mention weighs by how it names the club: a form that several clubs share says little alone.
BY_FORM = {"name": 1.0, "alias": 1.0, "nickname": 0.8, "short": 0.4, "people": 0.15, "ground": 0.3}
#: A mention that speaks of another day, or says what somebody is elsewhere, is worth so much of another.
ASIDE = 0.35
#: The first sentences are so many.
LEAD = 4
#: "At Craven Cottage" in the first sentences names the club that plays there as well as a name does.
PLAYED_AT = 3.0
#: A club that weighs less than this is hardly named: by a short form of a dozen clubs, say. It is one of the two all
#: the same where the squads know so many of the people.
LEAST, KNOWN = 0.44, 0.8
#: The third club must weigh so much of the second for the squads to be asked whose players are named.
RIVALS, MOST_RIVALS = 0.25, 6
#: Where the second club weighs less than this, the text hardly names it: "United" may be one of twenty.
OPEN, MOST_OPEN = 1.0, 24
#: A form that so many clubs go by says which is meant where the squad of one knows so many of a report's people.
MANY, MEN = 4, 3.0
#: What it is worth, in log-odds, that the squads of two clubs know all the people of a report.
SQUADS = 4.0


class Sides(msgspec.Struct, frozen=True):
    """The two clubs by canonical name, `first` the likelier host; `home` the probability that it is (0.5 to 1).

    `share` is how much of all club mentions belongs to the two: a report of a match gives them most.
    """

    first: str
    second: str
    home: float
    share: float

    def __contains__(self, club: object) -> bool:
        return club in (self.first, self.second)

    def other(self, club: str) -> str:
        """The opponent of one of the two."""
        return self.second if club == self.first else self.first


def nations_play(units: Units, vocabulary: Vocabulary) -> bool:
    """Whether the first sentences name two nations, not for where somebody comes from ("the Scotland striker"), and no
    two clubs but as where somebody plays."""
    text, positions = units.text, vocabulary.positions
    end = text.sentences[min(LEAD, len(text.sentences)) - 1][1]
    nations = {
        key
        for key, after, start in zip(text.keys[:end], [*text.keys[1 : end + 1], ""], text.starts, strict=False)
        if key in vocabulary.nations and text.raw[start].isupper() and after not in positions
    }
    if len(nations) < 2:
        return False
    last = text.ends[end - 1]
    lead = [
        i
        for i in units.clubs
        if units.starts[i] < last and units.codes[i] == patterns.CLUB and not is_aside(units, vocabulary, i)
    ]
    clubs = {club for i in lead for club, how in units.clubs_meant(i) if how in FULL_NAMES}
    return len(clubs) < 2


def names_two_nations(units: Units, vocabulary: Vocabulary) -> bool:
    """Whether the text names two nations, wherever and for whatever."""
    text = units.text
    pairs = zip(text.keys, text.starts, strict=True)
    return len({key for key, start in pairs if key in vocabulary.nations and text.raw[start].isupper()}) > 1


def find_sides(units: Units, vocabulary: Vocabulary, among: frozenset[str] | None = None) -> Sides | None:
    """The two clubs of a report, of these where any are given; None when it does not name two."""
    named = units.clubs_named(alone=True)
    told = _which(units, _told(units, vocabulary, named))
    if among is not None:
        told = [one._replace(worth={club: told for club, told in one.worth.items() if club in among}) for one in told]
    weights = _sum(told)
    pair = _pair(units, told, weights)
    if pair is None:
        return None
    one, two = pair
    share = (weights[one] + weights[two]) / sum(weights.values())
    odds = home_odds(units, vocabulary, one, two)
    if odds < 0:
        one, two, odds = two, one, -odds
    return Sides(one, two, chance_of(odds), share)


class _Told(NamedTuple):
    """A place that speaks for clubs: how much for each that it can mean, and the club whose own name it is."""

    worth: Mapping[str, float]
    owner: str = ""


def _told(units: Units, vocabulary: Vocabulary, named: set[str]) -> list[_Told]:
    """Every place that speaks for a club, and how much: by where it stands, how it names it and what is told there."""
    first = 1 if (units.headline and units.headline[0]) or _short(units) else 0
    at = vocabulary.members("at_ground")
    rivals = _rivals(units, vocabulary)
    found = []
    for i in units.clubs:
        place = units.sentence[i]
        base = FIRST_SENTENCE if place <= first else FIRST_SENTENCES if place < first + 4 else LATER
        base *= ASIDE if i in rivals or is_aside(units, vocabulary, i) else 1.0
        if place < first + LEAD and units.codes[i] == patterns.GROUND and units.codes[i - 1] in at:
            base *= PLAYED_AT
        found.append(_telling(units, i, named, base))
    found += _met(units, vocabulary, named, first)
    return found


def _rivals(units: Units, vocabulary: Vocabulary) -> set[int]:
    """Places that name a club for where it stands in the table: "deixa o Benfica a cinco pontos"."""
    return {
        place
        for pattern, _ in vocabulary.possible("rival", units.codes)
        for match in pattern.finditer(units.codes)
        for place in Alphabet.captured(match).values()
    }


def _telling(units: Units, place: int, named: set[str], worth: float) -> _Told:
    owner = next((club for club, how in units.clubs_meant(place) if how in FULL_NAMES), "")
    return _Told({club: worth * share for club, share in _shares(units, place, named)}, owner)


def _which(units: Units, told: list[_Told]) -> list[_Told]:
    """The same places, where those of a form that many clubs go by and that weighs more than any other second club
    ("City", "United" in a local paper) speak for the one whose players the text names, where the squads know many of
    them there and fewer with any other."""
    totals: dict[frozenset[str], float] = defaultdict(float)
    for one in told:
        totals[frozenset(one.worth)] += sum(one.worth.values())
    named = sorted((worth for clubs, worth in totals.items() if len(clubs) == 1), reverse=True)
    second = named[1] if len(named) > 1 else 0.0
    meant: dict[frozenset[str], str] = {}
    for clubs, worth in totals.items():
        if len(clubs) >= MANY and worth > second:
            known = sorted(((number_known(units.people, club), club) for club in clubs), reverse=True)
            if known[0][0] >= MEN and known[1][0] <= known[0][0] / 2:
                meant[clubs] = known[0][1]
    if not meant:
        return told
    return [
        _Told({meant[clubs]: sum(one.worth.values())}, one.owner) if (clubs := frozenset(one.worth)) in meant else one
        for one in told
    ]


def _sum(told: list[_Told], without: str | None = None) -> dict[str, float]:
    """The weight of each club, not counting what names the club `without`: its own name, or every form that can
    mean it if the text never gives that."""
    weights: dict[str, float] = defaultdict(float)
    full = any(one.owner == without for one in told)
    for one in told:
        if without is None or (one.owner != without and (full or without not in one.worth)):
            for club, worth in one.worth.items():
                weights[club] += worth
    return weights


def _pair(units: Units, told: list[_Told], weights: Mapping[str, float]) -> tuple[str, str] | None:
    """The two clubs; the one that is named first stands first. The same words cannot name both. Where a third club is
    told of nearly as much, the squads say whose players the text names."""
    ranked = sorted(weights, key=lambda club: (-weights[club], club))
    if not ranked:
        return None
    ranked = _likes(ranked, weights)
    others = {club: _sum(told, without=club) for club in ranked[:MOST_RIVALS]}
    second = max((others[ranked[0]][club] for club in ranked[1:]), default=0.0)
    most = MOST_RIVALS if second >= OPEN else MOST_OPEN
    others |= {club: _sum(told, without=club) for club in ranked[MOST_RIVALS:most]}
    rivals = [club for club in ranked[:most] if weights[club] >= RIVALS * second]
    pairs = [pair for pair in combinations(rivals, 2) if others[pair[0]][pair[1]]]
    if len(pairs) > 1:
        known = shares_known(units.people, rivals)
        best = max(pairs, key=lambda p: math.log(weights[p[0]] * others[p[0]][p[1]]) + SQUADS * known[p])
        return best if second >= LEAST or known[best] >= KNOWN else None
    if second < LEAST:
        return None
    return pairs[0] if pairs else (ranked[0], max(ranked[1:], key=lambda club: others[ranked[0]][club]))


def _likes(ranked: Sequence[str], weights: Mapping[str, float]) -> list[str]:
    """The clubs or the nations alone, as a club plays no nation: those whose first two weigh more ("Valencia" may
    be the man who scored for Ecuador)."""
    groups = [[one for one in ranked if (one in nations()) == nation] for nation in (False, True)]
    return max(groups, key=lambda group: (len(group) > 1, sum(weights[one] for one in group[:2])))


def _short(units: Units) -> bool:
    """Whether the first sentence is a title: a line without a full stop."""
    keys, (_, last) = units.text.keys, units.text.sentences[0]
    return len(units.text.sentences) > 1 and keys[last - 1] not in ".!?"


def _shares(units: Units, place: int, named: set[str]) -> Iterator[tuple[str, float]]:
    """Which clubs a form can mean, and how much it says for each: those named in full elsewhere in the text ("United"
    where Manchester United are) before all others."""
    meanings: Sequence[Meaning] = units.clubs_meant(place)
    if len(meanings) > 1:
        meanings = [one for one in meanings if one[0] in named or one[0] not in minor_clubs()] or meanings
    likely = [(club, how) for club, how in meanings if club in named and how in ("short", "nickname")] or meanings
    for club, how in likely:
        yield club, BY_FORM[how] / len(likely)


def _met(units: Units, vocabulary: Vocabulary, named: set[str], first: int) -> Iterator[_Told]:
    """Clubs in a line of score or result weigh more, the more the earlier it stands, and most in the only line that
    begins with the score of two; so does the club that begins the sentence of a result, where the result names the
    other alone ("after United's 1-1 draw with Fulham")."""
    told = [
        (match.start(), [p for p in Alphabet.captured(match).values() if units.codes[p] == patterns.CLUB], section)
        for section in ("result", "score")
        for pattern, row in vocabulary.possible(section, units.codes)
        if row.get("met")
        for match in pattern.finditer(units.codes)
    ]
    line = _only_line(units, [(start, clubs) for start, clubs, section in told if section == "score"])
    for start, clubs, _ in told:
        if any(is_aside(units, vocabulary, place) for place in clubs):
            continue
        for place in clubs + _subject(units, start, clubs[0]) if len(clubs) == 1 else clubs:
            at = units.sentence[place]
            yield _telling(units, place, named, 2 * (FIRST_SENTENCE if at <= first or at == line else LATER / 2))


def _only_line(units: Units, scores: Sequence[tuple[int, list[int]]]) -> int | None:
    """The one sentence that begins with the score of two clubs that the text names elsewhere, too; None where there are
    none or several (results of other matches). `scores` are the unit where each begins, and the clubs in it."""
    found = set[int]()
    for start, clubs in scores:
        if len(clubs) == 2 and start and units.codes[start - 1] == patterns.NEWLINE:
            others = [{club for club, _ in units.clubs_meant(i)} for i in units.clubs if i not in clubs]
            named = ({club for club, _ in units.clubs_meant(place)} for place in clubs)
            found.add(units.sentence[clubs[0]] if all(any(one & other for other in others) for one in named) else -1)
    return found.pop() if len(found) == 1 else None


def _subject(units: Units, before: int, other: int) -> list[int]:
    """The first club of the sentence, before a place, that is not the one at `other`."""
    start = units.codes.rfind(patterns.NEWLINE, 0, before) + 1
    for place in range(start, before):
        if units.codes[place] == patterns.CLUB:
            alike = {club for club, _ in units.clubs_meant(place)} & {club for club, _ in units.clubs_meant(other)}
            return [] if alike else [place]
    return []
