"""What league claims about form and counts need besides their numbers: a window, a rival, a day since when.

As in `league_kinds`, a refinement fills in the fields of a claim, and returns False when the words are no claim.
"""

from __future__ import annotations

import re
from typing import Any

from tabellino.extract.league_kinds import TABLE_KINDS, Hit
from tabellino.extract.league_subjects import Subjects
from tabellino.extract.league_words import LeagueWords

#: What "without" and "not" make of an outcome.
WITHOUT = {"win": "winless", "defeat": "unbeaten", "clean_sheet": "conceded"}
#: Matches that are counted against one rival.
MEETINGS = re.compile(r"\b(?:meetings?|visits?|trips?|head-to-heads?|derbies)\b")
RECORD = re.compile(r"\b(?:record|start)$")
#: How often a side scores in one match at most; a count of goals without a window above it is one of the season.
GOALS_OF_A_MATCH = 9
#: What is counted of the league's clubs, by verb and what it is done to; True counts the most, False the fewest.
MOST = {
    ("scored", "goals"): ("best_attack", "worst_attack"),
    ("conceded", "goals"): ("worst_defence", "best_defence"),
    ("let in", "goals"): ("worst_defence", "best_defence"),
    ("won", "matches"): ("most_wins", "fewest_wins"),
    ("won", "points"): ("best_record", "worst_record"),
    ("lost", "matches"): ("most_defeats", "fewest_defeats"),
    ("drawn", "matches"): ("most_draws", "fewest_draws"),
    ("kept", "clean sheets"): ("most_clean_sheets", "fewest_clean_sheets"),
}


def _opening(hit: Hit, words: LeagueWords) -> bool:
    window = hit.groups.get("w", "").strip()
    return bool(window) and window in words.sets["first_matches"]


def _previous(hit: Hit, words: LeagueWords) -> bool:
    """Whether a window leaves the match itself out."""
    return hit.groups.get("w", "").strip() in words.sets["before_this"]


def _by_ordinal(hit: Hit) -> bool:
    """Whether the number told is an ordinal: the sixth of a series."""
    return any(name[0] == "o" and name[1:].isdigit() for name in hit.groups)


def _rival_after(fields: dict[str, Any], hit: Hit, told: str, finder: Subjects) -> str | None:
    """The club that a count is restricted to matches with: named right after it or by "between the sides"."""
    if re.search(r"\b(?:visits|trips|visit|trip)\b", told):
        fields["where"] = "away"
    named = finder.met(hit.end, hit.sentence, fields["club"])
    if named is None and re.match(r"(?: meetings?| encounters?)? between\b", finder.low[hit.end : hit.end + 30]):
        return finder.other_subject(fields["club"])
    if named is None:
        return None
    how, club = named
    if how in ("at", "to"):
        fields["where"] = "away"
    return club


def of_last(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if fields["value"] is None or fields["of"] is None or fields["value"] > fields["of"]:
        return False
    if fields["value"] == 1 and _by_ordinal(hit):
        fields |= {"what": "first_since", "value": fields["of"], "of": None}
        return None
    if _opening(hit, words):
        fields["detail"] = "opening"
    elif "w" not in hit.groups and re.search(
        r"\b(?:their|its) \S+ (?:league |premier league )?(?:games|matches)$", told
    ):
        fields |= {"what": "record", "of": None}  # "three times from their eight league games": of all so far
        return None
    fields["before"] = fields["before"] or _previous(hit, words)
    rival = _rival_after(fields, hit, told, finder)
    if rival:
        fields |= {"what": "meetings", "rival": rival}
    return rival is not None or not MEETINGS.search(told)


def points_of_last(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    if "max" in hit.groups:
        most = int(hit.groups["max"])
        fields |= {"of": most // 3, "value": fields["value"]}
        return most % 3 == 0 and most > 0 and fields["value"] <= most
    if _opening(hit, words):
        fields["detail"] = "opening"
    elif "w" not in hit.groups:
        fields |= {"what": "points", "of": None}
        return None
    fields["before"] = fields["before"] or _previous(hit, words)
    return None


def meetings(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    if fields["of"] is not None and (fields["value"] is None or fields["value"] > fields["of"]):
        return False
    if fields["value"] == 1 and fields["of"] is not None and _by_ordinal(hit):
        fields |= {"what": "first_since", "value": fields["of"], "of": None}
    rival = _rival_after(fields, hit, told, finder)
    if "rival" in hit.groups:
        rival = finder.rival(hit.start, hit.end, fields["club"])
    fields["before"] = fields["before"] or _previous(hit, words)
    fields["rival"] = rival
    return rival is not None


def run(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["outcome"] = fields["outcome"] or words.outcomes.get(hit.word)
    flags = hit.pattern.flags
    if "without" in flags:
        fields["outcome"] = WITHOUT.get(fields["outcome"])
    if fields["outcome"] is None:
        return False
    if "whole" in flags:
        fields |= {"what": "record", "outcome": "defeat", "value": 0}
        return None
    if "between_both" in flags:
        fields |= {"club": finder.subjects[0] if finder.subjects else None, "rival": None}
        fields["rival"] = finder.other_subject(fields["club"])
        return fields["rival"] is not None
    if _opening(hit, words):
        fields |= {"what": "of_last", "of": fields["value"], "detail": "opening"}
        return None
    fields["before"] = fields["before"] or _previous(hit, words)
    rival = _rival_after(fields, hit, told, finder)
    if rival:
        # "a third straight win over Milan": over Milan three times, or three wins of which this one was over Milan
        fields |= {"rival": rival, "detail": "or_any" if _by_ordinal(hit) else None}
    elif MEETINGS.search(told) and not finder.ground(hit.end, hit.sentence):
        fields["rival"] = finder.other_subject(fields["club"])
        if fields["rival"] is None:
            return False
    _ended(fields, hit, low, words, finder)
    if fields["value"] is not None:
        return None
    # "ended their unbeaten record": the first defeat of the season; of a run without a number nothing is counted
    fields |= {"what": "first_since", "outcome": "defeat"}
    return "no_number" in flags and hit.word in ("unbeaten", "undefeated") and RECORD.search(told) is not None


def _ended(fields: dict[str, Any], hit: Hit, low: str, words: LeagueWords, finder: Subjects) -> None:
    """Whether the run came to its end in the match, and whose it was."""
    start = hit.reads[0][0]
    before = low[max(hit.sentence[0], start - 50) : start]
    after = low[hit.end : min(hit.sentence[1], hit.end + 30)]
    ended = words.cue("ended_before").search(before)
    if not (ended or words.cue("ended_after").match(after)):
        return
    fields |= {"what": "run_ended", "before": False}
    own = re.search(r"\b(?:their|its)\b[^,;]*$", before) is not None
    bad = fields["outcome"] in ("defeat", "winless", "scoreless", "conceded")
    # "ended a winless run" is their own, "ended a winning run" may be anybody's
    mine = own or not ended or (bad and re.search(r"\ban? (?:run of )?$", before) is not None)
    fields["club"] = finder.owner(start, hit.sentence) or (fields["club"] if mine else None)


def record(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields["outcome"] = fields["outcome"] or words.outcomes.get(hit.word)
    fields["of"] = None
    if fields["outcome"] is None or fields["value"] is None:
        return False
    if fields["value"] == 1 and _by_ordinal(hit) and " for the first time " in told:
        return False  # that is told as a first
    return _rival_after(fields, hit, told, finder) is None or fields["where"] is not None


def first_since(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    since = hit.groups.get("since")
    named = re.search(r"\b(?:over|against|at|on|of|beat|defeated|by)\b", told)
    fields["rival"] = finder.rival(hit.start, hit.end, fields["club"]) if named else None
    at_theirs = re.search(r"\bat (?!home)(?!.*\bexpense\b)", told)
    if fields["rival"] and at_theirs and fields["where"] is None:
        fields["where"] = "away"
    if since:
        fields["since"] = words.day_since(since)
        return fields["since"] is not None
    return "season" in hit.groups or fields["value"] is not None


def last(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    fields |= {"value": None, "of": None, "since": words.day_since(hit.groups["since"])}
    named = re.search(r"\b(?:by|over|against|to|at)\b(?! home)", told)
    fields["rival"] = finder.rival(hit.start, hit.end, fields["club"]) if named else None
    return fields["since"] is not None and fields["outcome"] is not None


def goals(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    if "large" in hit.pattern.flags and (fields["value"] or 0) <= GOALS_OF_A_MATCH:
        return False
    if _opening(hit, words):
        fields["detail"] = "opening"
    elif fields["of"] is None and ("recent" in hit.groups or re.search(r"\b(?:recent|last|past)\b", told)):
        fields["detail"] = "recent"
    return None


def goal_difference(
    fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects
) -> bool | None:
    if hit.groups.get("sign", "").strip() in ("minus", "-", "−"):
        fields["value"] = -fields["value"]
    return None


def best(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    flags, groups = hit.pattern.flags, hit.groups
    if "only" in groups or "winless" in groups:
        fields["detail"] = "only_unbeaten" if "only" in groups else "only_winless"
        return None
    if "any_other" in flags or "nobody" in flags:
        did, side = groups.get("did", hit.word), groups.get("side") or "matches"
        side = {"games": "matches", "away goals": "goals", "home goals": "goals"}.get(side, side)
        if did in ("scored", "conceded", "let", "let in") and side == "matches":
            side = "goals"
        found = MOST.get(("let in" if did == "let" else did, side))
        if found is None:
            return False
        fields["detail"] = ("sole_" if "any_other" in flags else "") + found[groups["rank"] != "more"]
        fields["value"] = (fields["value"] + 1) if fields["value"] is not None else None
        return None
    side = groups["side"]
    kind = "attack" if side.startswith("attack") or side == "scorers" else "record" if side == "record" else "defence"
    rank = groups.get("rank", hit.word)
    fields["detail"] = f"{'worst' if rank in words.sets['worst'] else 'best'}_{kind}"
    return None


REFINE = {
    **TABLE_KINDS,
    "of_last": of_last,
    "points_of_last": points_of_last,
    "meetings": meetings,
    "run": run,
    "record": record,
    "first_since": first_since,
    "last": last,
    "goals": goals,
    "conceded": goals,
    "goal_difference": goal_difference,
    "best": best,
}
