"""Which two clubs a report is about, and which of them is at home."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tabellino.extract import patterns
from tabellino.extract.patterns import Alphabet
from tabellino.extract.units import Units
from tabellino.extract.vocabulary import Vocabulary

#: How much a mention of a club weighs by its place: the headline and the first sentence name the match.
FIRST_SENTENCE, FIRST_SENTENCES, LATER = 4.0, 2.0, 1.0
#: How much a mention weighs by how it names the club: a form that several clubs share says little alone.
BY_FORM = {"name": 1.0, "alias": 1.0, "nickname": 0.8, "short": 0.4, "people": 0.15, "ground": 0.3}


@dataclass(frozen=True, slots=True)
class Sides:
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


def find_sides(units: Units, vocabulary: Vocabulary) -> Sides | None:
    """The two clubs of a report; None when it does not name two."""
    weights: dict[str, float] = defaultdict(float)
    named = units.clubs_named(alone=True)
    first = 1 if (units.headline and units.headline[0]) or _short(units) else 0
    for i in units.clubs:
        place = units.sentence[i]
        base = FIRST_SENTENCE if place <= first else FIRST_SENTENCES if place < first + 4 else LATER
        for club, share in _shares(units, i, named):
            weights[club] += base * share
    mentioned = dict(weights)
    _met(units, vocabulary, weights, named, first)
    ranked = sorted(weights, key=lambda club: (-weights[club], club))
    if len(ranked) < 2:
        return None
    one, two = sorted(ranked[:2], key=lambda club: (-mentioned.get(club, 0.0), club))
    share = (weights[one] + weights[two]) / sum(weights.values())
    odds = _home_odds(units, vocabulary, one, two)
    if odds < 0:
        one, two, odds = two, one, -odds
    return Sides(one, two, 1 / (1 + math.exp(-odds)), share)


def _short(units: Units) -> bool:
    """Whether the first sentence is a title: a line without a full stop."""
    keys, (_, last) = units.text.keys, units.text.sentences[0]
    return len(units.text.sentences) > 1 and keys[last - 1] not in ".!?"


def _shares(units: Units, place: int, named: set[str]) -> Iterator[tuple[str, float]]:
    """Which clubs a form can mean, and how much it says for each: those named in full elsewhere in the text ("United"
    where Manchester United are) before all others."""
    meanings = units.clubs_meant(place)
    likely = [(club, how) for club, how in meanings if club in named and how == "short"] or meanings
    for club, how in likely:
        yield club, BY_FORM[how] / len(likely)


def _met(units: Units, vocabulary: Vocabulary, weights: dict[str, float], named: set[str], first: int) -> None:
    """Clubs in a line of score or result weigh more, the more the earlier it stands."""
    for section in ("result", "score"):
        for pattern, row in vocabulary.possible(section, units.codes):
            if not row.get("met"):
                continue
            for match in pattern.finditer(units.codes):
                for place in Alphabet.captured(match).values():
                    if units.codes[place] == patterns.CLUB:
                        early = FIRST_SENTENCE if units.sentence[place] <= first else LATER / 2
                        for club, share in _shares(units, place, named):
                            weights[club] += 2 * early * share


def meant(units: Units, place: int, one: str, two: str) -> str | None:
    """Which of the two clubs the unit means; None when neither, or when it can be both."""
    named = {club for club, _ in units.clubs_meant(place)}
    if one in named and two in named:
        return None
    return one if one in named else two if two in named else None


def _home_odds(units: Units, vocabulary: Vocabulary, one: str, two: str) -> float:
    """Log-odds that `one` is at home, from the patterns of the vocabulary; each kind of words counts in full once
    and less when repeated."""
    total = 0.0
    seen: dict[tuple[int, str], int] = defaultdict(int)
    for number, (pattern, row) in enumerate(vocabulary.possible("home", units.codes)):
        for match in pattern.finditer(units.codes):
            for role, place in Alphabet.captured(match).items():
                club = meant(units, place, one, two)
                if club is None:
                    continue
                seen[number, club] += 1
                sign = 1.0 if (club == one) == (role == "home") else -1.0
                early = 1.0 if units.sentence[place] < 4 else 0.6
                total += sign * early * row["weight"] / seen[number, club] ** 2
    return total
