"""What each kind of league claim needs besides its numbers: a rival, a window, a detail.

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
#: Months by their first three letters, which English dates begin with.
MONTHS = {name: n for n, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"), 1)}
MONTHS |= {"sep": 9, "oct": 10, "nov": 11, "dec": 12}


class Hit(msgspec.Struct, frozen=True):
    """A form found: where, with which groups, in which sentence; `reads` are the spans of its numbers."""

    start: int
    end: int
    sentence: Span
    pattern: Any
    groups: dict[str, str]
    reads: tuple[Span, ...]
    word: str


def _gap(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    last = hit.sentence[1]
    after = low[hit.end : min(last, hit.end + CLAUSE)]
    clause = re.split(r"[,;.]| and | but | while | after | as | when | with ", after)[0]
    whole = f"{told}{clause}"
    # a rival follows its preposition: "ahead of Milan", "behind Arsenal", "lead over Juventus"
    if re.match(r" (?:of|over|to|from|on|behind|above|below|clear|ahead)\b", clause) or re.search(
        r"(?:above|behind|below)$", told
    ):
        fields["rival"] = finder.rival(hit.end, hit.end + len(clause), fields["club"])
    fields["rival"] = fields.get("rival") or finder.rival(hit.start, hit.end, fields["club"])
    if fields["rival"]:
        return None
    if words.cue("same_city").search(clause):
        fields["rival"] = finder.same_city(fields["club"])
    elif words.cue("opponents").search(clause):
        fields["rival"] = finder.other_subject(fields["club"])
    elif words.cue("drop").search(whole):
        fields["detail"] = "relegation"
    elif words.cue("top_four").search(clause):
        fields["detail"] = "top_4"
    elif words.cue("leaders").search(clause if not fields.get("behind") else whole) and fields.get("behind"):
        fields["detail"] = "leaders"
    return None


def _level(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["rival"] = finder.rival(hit.start, min(hit.sentence[1], hit.end + 40), fields["club"])
    fields["value"] = None
    return None


def _in_hand(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    after = low[hit.end : min(hit.sentence[1], hit.end + 30)]
    names_rival = re.match(r" (?:than|on|over)\b", after)
    other = finder.other_subject(fields["club"]) if len(finder.subjects) == 2 else None
    fields["rival"] = finder.rival(hit.end, hit.end + len(after), fields["club"]) if names_rival else None
    fields["rival"] = fields["rival"] or finder.first_club(hit.sentence, fields["club"]) or other
    if fields["value"] is None:
        fields["value"] = 1
    return None


def _points(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["where"] = None
    return None


def _place(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["where"] = None
    if "follows" in hit.pattern.flags:
        fields.setdefault("detail", "either")
    lifted = low[max(0, hit.start - 10) : hit.start].endswith((" from the ", " off the "))
    return not lifted and not told.startswith("in the first place")


def _zone(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["value"] = None
    if "zone" in hit.pattern.flags:
        where = f"top_{words.number(hit.groups['top'])}" if "top" in hit.groups else "top_half"
        fields["detail"] = f"out_of_{where}" if told.startswith("out") else where
    return None


def _of_last(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    if _opening(hit, words):
        fields["detail"] = "opening"
    return fields["of"] is not None and fields["value"] <= fields["of"]


def _points_of_last(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    if _opening(hit, words):
        fields["detail"] = "opening"
    elif not any(name.startswith("w") for name in hit.groups):
        fields |= {"what": "points", "of": None}
    return None


def _opening(hit: Hit, words: LeagueWords) -> bool:
    return any(
        name.startswith("w") and value.strip() in words.sets["first_matches"] for name, value in hit.groups.items()
    )


def _run(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["outcome"] = fields["outcome"] or words.outcomes.get(hit.word)
    if "without" in hit.pattern.flags:
        turned = {"win": "winless", "defeat": "unbeaten", "clean_sheet": "conceded"}
        fields["outcome"] = turned.get(fields["outcome"])
        if fields["outcome"] is None:
            return False
    if "whole" in hit.pattern.flags:
        fields |= {"what": "record", "outcome": "defeat", "value": 0}
        return None
    before = low[max(hit.sentence[0], hit.start - 50) : hit.start]
    after = low[hit.end : min(hit.sentence[1], hit.end + 25)]
    ended = re.search(r"\b(?:end(?:ed|ing|s)?|snapp\w+|halt\w*|broke|brought)\b[^,;]*$", before)
    if ended or re.match(r" (?:come|came|coming|was brought|end)\b.{0,12}\bend|(?: \w+)? end(?:ed|s)?\b", after):
        fields["what"] = "run_ended"
        fields["before"] = False
        own = re.search(r"\b(?:their|its)\b[^,;]*$", before)
        fields["club"] = finder.owner(hit.start, hit.sentence) or (fields["club"] if own else None)
    return None


def _record(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["of"] = None
    return fields["outcome"] is not None and fields["value"] is not None


def _first(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    since = (hit.groups.get("since") or "").strip()
    rival = re.search(r"\b(?:over|against|at|on|of)\b", told)
    fields["rival"] = finder.rival(hit.start, hit.end, fields["club"]) if rival else None
    if since:
        fields["since"] = _iso(since)
        return fields["since"] is not None
    return "season" in hit.groups or fields["value"] is not None


def _iso(since: str) -> str | None:
    """ "november 2025" as "2025-11", "2019" as it is; None for a month without a year (the reader knows no date)."""
    found = re.fullmatch(r"(?:([a-z]+)(?: \d{1,2})? ?)?(\d{4})", since)
    if not found:
        return None
    month = MONTHS.get((found[1] or "")[:3])
    return f"{found[2]}-{month:02}" if month else found[2]


def _goals(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if _opening(hit, words):
        fields["detail"] = "opening"
    elif fields["of"] is None and ("recent" in hit.groups or re.search(r"\b(?:recent|last|past)\b", told)):
        fields["detail"] = "recent"
    return None


def _best(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if "only" in hit.groups:
        fields["detail"] = "only_unbeaten"
        return None
    side = "attack" if hit.groups["side"].startswith("attack") else "defence"
    worst = hit.groups.get("rank", hit.word) in words.sets["worst"]
    fields["detail"] = f"{'worst' if worst else 'best'}_{side}"
    return None


def _fixture(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    rival = finder.rival(hit.start, min(hit.sentence[1], hit.end + CLAUSE), fields["club"])
    if rival is None:
        return False
    competition = words.cue("names_cups").search(low, hit.start, min(hit.sentence[1], hit.end + CLAUSE))
    where = (
        "away"
        if re.match(r"(?:travel|visit|head)", told)
        else "home"
        if re.match(r"(?:host|entertain|welcome)", told)
        else None
    )
    fields |= {
        "rival": rival,
        "detail": competition[0].replace(" ", "-") if competition else None,
        "where": where,
        "value": None,
        "league": False if competition else fields["league"],
        "before": False,
    }
    return None


REFINE = {
    "gap": _gap,
    "level": _level,
    "games_in_hand": _in_hand,
    "points": _points,
    "place": _place,
    "zone": _zone,
    "of_last": _of_last,
    "points_of_last": _points_of_last,
    "run": _run,
    "record": _record,
    "first_since": _first,
    "goals": _goals,
    "conceded": _goals,
    "best": _best,
    "fixture": _fixture,
}
