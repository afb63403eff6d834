"""What league claims about the table need besides their numbers: a rival, a zone, an edge.

A refinement fills in the fields of a claim, and returns False when the words are no claim after all.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.league_subjects import Subjects
from tabellino.extract.league_words import LeagueWords

#: How far from a claim the words reach that put it into another time or under a condition: about one clause.
CLAUSE = 60
#: Where a clause ends in which a rival or an edge of the table is named.
CLAUSE_END = re.compile(r"[,;.]| and | but | while | after | as | when | with ")
#: A rival follows its preposition: "ahead of Milan", "behind Arsenal", "lead over Juventus".
TO_WHOM = re.compile(r" (?:of|over|to|from|on|behind|above|below|clear|ahead|than|off)\b")
#: Somebody that a gap is told to.
TO_SOMEBODY = re.compile(r" (?:of|over|than|behind|on|from|off|below|above) (?!the (?:night|day|season)\b|\w+day\b)\w")
#: A place that a gap is told to: "a point adrift of fourth place", "six points short of 17th".
TO_A_PLACE = re.compile(r" (?:of|off|from|outside|behind|below) (\w+)(?: (?:place|spot|position)\b|(?=[.,;]|$))")

#: Points gained in a match, which are no sum.
GAINED = re.compile(r"\b(?:collected|amassed|gathered|taken|picked up|won|claimed|earned|took)\b")
#: A place or zone as the far end of a gap.
A_GAP = re.compile(r"\bpoints?\b[^,;.]{0,25}\b(?:of|off|from|outside|behind|below|above|clear of) (?:the )?$")


class Hit(msgspec.Struct, frozen=True):
    """A form found: where, with which groups, in which sentence; `at` is where its own first word begins, before which
    its pattern may ask for more; `reads` are the spans of its numbers."""

    start: int
    at: int
    end: int
    sentence: Span
    pattern: Any
    groups: dict[str, str]
    reads: tuple[Span, ...]
    word: str


def gap(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if "between" in hit.pattern.flags:
        return _between(fields, hit, finder)
    after = low[hit.end : min(hit.sentence[1], hit.end + CLAUSE)]
    clause = CLAUSE_END.split(after)[0]
    if "no_unit" in hit.pattern.flags:
        named = finder.mentions_in(hit.end, hit.end + 24)
        if not named or named[0][0] > hit.end + 14 or " goal" in low[hit.sentence[0] : hit.end]:
            return False
    if hit.word in ("gap", "deficit") and finder.mentions_in(hit.start, hit.end):  # "the gap to pace-setters Arsenal"
        fields["rival"] = finder.mentions_in(hit.start, hit.end)[0][2]
        named = finder.mentions_in(hit.sentence[0], hit.start)
        fields["club"] = finder.club(hit.start, hit.sentence) if named else None
        return bool(fields["club"] != fields["rival"])
    if TO_WHOM.match(clause) or told.endswith((" of", " above", " behind", " below", " of ", " behind ", " above ")):
        fields["rival"] = finder.rival(hit.end, hit.end + len(clause), fields["club"])
    fields["rival"] = fields.get("rival") or finder.rival(hit.start, hit.end, fields["club"])
    if fields["rival"]:
        return None
    _edge(fields, f"{told}{clause}", clause, words, finder)
    if fields["rival"] or fields.get("detail"):
        return None
    # "three points clear of the champions": whoever that is, it need not be the next club of the table
    return TO_SOMEBODY.match(clause) is None or words.cue("chasing").search(clause) is not None


def _between(fields: dict[str, Any], hit: Hit, finder: Subjects) -> bool:
    """A gap between two clubs: the first is the subject, and which of them is ahead is not told."""
    named = finder.mentions_in(hit.start, hit.end + 25)
    if len(named) < 2:
        return False
    fields |= {"club": named[0][2], "rival": named[1][2], "detail": "either_way", "before": False}
    return True


def _edge(fields: dict[str, Any], whole: str, clause: str, words: LeagueWords, finder: Subjects) -> None:
    """To what a gap is told that names no club: a neighbour, the leaders, the edge of a zone, a place."""
    behind = bool(fields.get("behind"))
    place = TO_A_PLACE.match(clause) or TO_A_PLACE.search(whole)
    if words.cue("same_city").search(clause):
        fields["rival"] = finder.same_city(fields["club"])
    elif words.cue("opponents").search(clause):
        fields["rival"] = finder.other_subject(fields["club"])
    elif words.cue("drop").search(whole):
        fields["detail"] = "relegation"
    elif words.cue("top_four").search(clause):
        fields["detail"] = "top_4"
    elif place and words.is_place(place[1]):
        fields["detail"] = f"place_{words.number(place[1])}"
    elif behind and words.cue("leaders").search(whole):
        fields["detail"] = "leaders"


def level(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["rival"] = finder.rival(hit.start, min(hit.sentence[1], hit.end + 40), fields["club"])
    if fields["rival"] is None:  # "Tottenham and Newcastle have the same number of points"
        fields |= {"club": finder.joined(hit.start, hit.sentence, fields["club"]), "rival": fields["club"]}
        return fields["club"] is not None
    fields["value"] = None
    return fields["rival"] is not None


def in_hand(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    after = low[hit.end : min(hit.sentence[1], hit.end + 30)]
    names_rival = re.match(r" (?:than|on|over)\b", after)
    fields["rival"] = finder.rival(hit.end, hit.end + len(after), fields["club"]) if names_rival else None
    if names_rival and fields["rival"] is None and not words.cue("leaders").search(after):
        return False  # "on everyone around them"
    fields["rival"] = fields["rival"] or finder.first_club(hit.sentence, fields["club"])
    if fields["value"] is None:
        fields["value"] = 1
    return None


def points(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    moved = re.search(r"\b(?:to|on|at) (?:\w+ )?$", low[max(0, hit.start - 12) : hit.reads[0][0]])
    if (fields["value"] or 0) <= 3 and GAINED.search(low, max(0, hit.start - 20), hit.reads[0][0]):
        return False  # the points of the match itself
    if (
        moved or "of_all_points" in hit.pattern.flags
    ):  # where a sum was reached says nothing of where its points were won
        fields["where"] = None
    return None


def place(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["where"] = None
    flags = hit.pattern.flags
    before = low[max(hit.sentence[0], hit.start - 14) : hit.start]
    right_before = low[max(hit.sentence[0], hit.reads[0][0] - 14) : hit.reads[0][0]]
    if "follows" in flags:
        fields.setdefault("detail", "either")
    if "bare" in flags and fields["value"] == 1 and re.search(r"\b(?:go|goes|going|went|left) $", right_before):
        return False  # who shoots first, which side the ball went
    if "apposed" in flags and not any(end == hit.start - 2 for _, end, _ in finder.mentions_in(*hit.sentence)):
        return False
    if right_before.endswith("in ") and finder.stands_with_another(hit.reads[0][0], hit.sentence):
        fields["club"] = None  # "three points ahead of Betis in sixth": whose place it is, the words leave open
    if "follows" not in flags and A_GAP.search(low, max(hit.sentence[0], hit.start - 40), hit.reads[0][0]):
        return False  # "a point adrift of fourth place" tells no place
    lifted = before.endswith((" from the ", " off the ", "failed to "))
    return not lifted and not told.startswith("in the first place")


def zone(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["value"] = None
    if A_GAP.search(low, max(hit.sentence[0], hit.start - 40), hit.reads[0][0]):
        return False
    named = next((name for name in ("top", "bottom") if name in hit.groups), None)
    if named or "half" in hit.groups:
        size = hit.groups.get(named or "half", "half")
        where = f"{named or 'top'}_{size if size == 'half' else words.number(size)}"
        out = str(fields.get("detail", "")).startswith("out") or told.startswith(("out", "clear of"))
        out = out or low[max(0, hit.reads[0][0] - 16) : hit.reads[0][0]].endswith((" out of the ", " outside the "))
        fields["detail"] = f"out_of_{where}" if out else where
    if words.cue("negation").search(low[max(hit.sentence[0], hit.start - 20) : hit.start]):
        detail = str(fields["detail"])
        fields["detail"] = detail.removeprefix("out_of_") if detail.startswith("out_of_") else f"out_of_{detail}"
    return None


def decided(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["value"] = None
    if "top" in hit.pattern.flags:
        size = hit.groups["top"]
        fields["detail"] = "top_half" if size == "half" else f"top_{words.number(size)}"
    if "done_to" in hit.pattern.flags and re.match(r"s(?:ent|ends?|ending)\b", told):
        named = finder.mentions_in(hit.start, hit.end)
        if not named:
            return False
        fields["club"] = named[-1][2]
    return None


def left(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields |= {"of": None, "where": None}
    return None


def fixture(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if "next_up" in hit.pattern.flags:
        named = finder.mentions_in(hit.start, hit.end)
        if named:
            fields["club"] = named[0][2]
    rival = finder.rival(hit.start, min(hit.sentence[1], hit.end + CLAUSE), fields["club"])
    if rival is None:
        return False
    competition = words.cue("names_cups").search(low, hit.start, min(hit.sentence[1], hit.end + CLAUSE))
    away = re.match(r"(?:travel|visit|head)", told) or "trip" in hit.groups
    home = re.match(r"(?:host|entertain|welcome)", told) or "visit" in hit.groups
    fields |= {
        "rival": rival,
        "detail": competition[0].replace(" ", "-") if competition else None,
        "where": "away" if away else "home" if home else None,
        "value": None,
        "league": False if competition else fields["league"],
        "before": False,
    }
    return None


TABLE_KINDS = {
    "gap": gap,
    "level": level,
    "games_in_hand": in_hand,
    "points": points,
    "place": place,
    "zone": zone,
    "decided": decided,
    "left": left,
    "fixture": fixture,
}
