"""Claims about table, form and history: found by trigger words, read by patterns, given to the club they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import Claim, LeagueSays
from tabellino.domain.report import Span
from tabellino.extract.league_subjects import Mention, Subjects
from tabellino.extract.league_words import Form, LeagueWords, Pattern, league_words, plain

#: How far from a claim the words reach that put it into another time or under a condition: about one clause.
CLAUSE = 60
#: Words this far before tell the pluperfect ("had lost three in a row").
PLUPERFECT = 30
#: Without clear words for it, the reading of a league claim is right nine times in ten (counted over 60 reports of
#: 2004 to 2013, in which its club, number or kind was wrong in about one of ten).
WEIGHT = 0.9
#: How far back the words that must stand before a form reach.
LOOK_BACK = 110
#: Groups that read a number or an ordinal.
NUMBER = re.compile(r"[nmo]\d+$")
#: Kinds that are of the league in any case.
OF_THE_TABLE = frozenset(("points", "place", "gap", "level", "played", "games_in_hand", "zone", "decided", "best"))
#: Kinds that a ground named after them restricts.
AT_A_GROUND = frozenset(("of_last", "run", "run_ended", "first_since"))


class Hit(msgspec.Struct, frozen=True):
    """A form found: where, with which groups, in which sentence; `reads` are the spans of its numbers."""

    start: int
    end: int
    sentence: Span
    pattern: Any
    groups: dict[str, str]
    reads: tuple[Span, ...]
    word: str


def league_claims(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    subjects: Sequence[str] = (),
    language: str = "en",
) -> tuple[Claim, ...]:
    """The league claims of a report, in order of the text.

    `sentences` are spans of the text, `mentions` (start, end, canonical club name) in order, `subjects` home and away
    club of the match where known. A claim whose club the words leave open has `club` None. Linear in the text.
    """
    words = league_words(language)
    low = plain(text)
    found = _candidates(low, sentences, words)
    if not found:
        return ()
    finder = Subjects(text, low, sentences, mentions, subjects, words)
    claims: list[Claim] = []
    for sentence, candidates in found.items():
        hits = _preferred(candidates)
        for hit in hits:
            claims += [Claim(span, text[slice(*span)], says, weight=WEIGHT) for span, says in _read(hit, low, words, finder)]
        claims += _continued(text, low, sentence, hits, words, finder)
    return tuple(sorted(claims, key=lambda claim: claim.span))


def _candidates(low: str, sentences: Sequence[Span], words: LeagueWords) -> dict[Span, list[Hit]]:
    """All that the forms find, by sentence. One pass over the words: a form is tried only where it can begin."""
    found: dict[Span, list[Hit]] = {}
    starts = [start for start, _ in sentences]
    for start, end in words.starts_in(low):
        forms = words.forms_at(low[start:end], low, end)
        if not forms:
            continue
        index = bisect_left(starts, start + 1) - 1
        if index < 0 or start >= sentences[index][1]:
            continue
        for form in forms:
            hit = _hit(low, start, end, form, sentences[index])
            if hit is not None:
                found.setdefault(sentences[index], []).append(hit)
    return dict(sorted(found.items()))


def _hit(low: str, start: int, end: int, form: Form, sentence: Span) -> Hit | None:
    """The form at a word, when what follows and what stands before fit."""
    rest = form.rest.match(low, end, sentence[1])
    if rest is None:
        return None
    word, first = low[start:end], (start, end)
    if form.pattern.before is not None:
        begin = max(sentence[0], start - LOOK_BACK)
        before = form.pattern.before.search(low[begin:start])
        if before is None:
            return None
        if before.end() > before.start():
            start = begin + before.start()
    groups = {name: value for name, value in rest.groupdict().items() if value}
    reads = [rest.span(name) for name in groups if NUMBER.match(name)]
    if form.reads_first is not None:
        groups[form.reads_first] = word
        if form.reads_first != "k0" and "first_word_free" not in form.pattern.flags:
            reads.append(first)
    return Hit(start, rest.end(), sentence, form.pattern, groups, tuple(sorted(reads)) or (first,), word)


def _preferred(hits: list[Hit]) -> list[Hit]:
    """Of hits that read the same number, the one of the first pattern; in order of the text."""
    kept: list[Hit] = []
    taken: list[Span] = []
    for hit in sorted(hits, key=lambda hit: hit.pattern.rank):
        if any(a < d and c < b for a, b in hit.reads for c, d in taken):
            continue
        taken += hit.reads
        kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _read(hit: Hit, low: str, words: LeagueWords, finder: Subjects) -> Iterator[tuple[Span, LeagueSays]]:
    """What a hit says; nothing when it speaks of another time, a wish or a person."""
    pattern: Pattern = hit.pattern
    if _is_not_now(hit, low, words):
        return
    if pattern.what == "beyond_results":
        yield (hit.start, hit.end), LeagueSays("beyond_results", finder.club(hit.start, hit.sentence), **pattern.set)
        return
    at = hit.reads[0][0]
    club = finder.club_after(hit.end, hit.sentence) if "follows" in pattern.flags else finder.club(at, hit.sentence)
    if ("people" in pattern.flags or pattern.what == "first_since") and finder.speaks_of_a_person(hit.start, hit.sentence, club):
        yield (hit.start, hit.end), LeagueSays("beyond_results", None, detail="a person's own count")
        return
    says = _says(hit, club, low, words, finder)
    if says is not None:
        yield (hit.start, hit.end), says
        if hit.pattern.what == "points_of_last" and says.what == "points":
            played = words.number(next(value for name, value in hit.groups.items() if re.fullmatch(r"m\d+", name)))
            yield (hit.start, hit.end), LeagueSays("played", club, played, before=says.before)


def _is_not_now(hit: Hit, low: str, words: LeagueWords) -> bool:
    first, last = hit.sentence
    around = (max(first, hit.start - CLAUSE), min(last, hit.end + CLAUSE))
    if words.cue("another_time").search(low, *around):
        return True
    if "certain" in hit.pattern.flags:
        return False
    return words.cue("conditional").search(low, around[0], hit.start) is not None


def _says(hit: Hit, club: str | None, low: str, words: LeagueWords, finder: Subjects) -> LeagueSays | None:
    """The claim of a hit, all fields but those of its own kind."""
    told = low[hit.start : hit.end]
    groups = hit.groups
    first = {key: next((v for name, v in groups.items() if re.fullmatch(rf"{key}\d+", name)), None) for key in "nmok"}
    number = first["n"] or first["o"]
    fields: dict[str, Any] = {
        "what": hit.pattern.what,
        "club": club,
        "value": words.number(number) if number else None,
        "of": words.number(first["m"]) if first["m"] else None,
        "outcome": words.outcomes[first["k"]] if first["k"] else None,
        "where": "home" if " home" in f" {told}" else "away" if " away" in f" {told}" else None,
        "league": _names_league(hit, low, words),
        "before": _before(hit, low, words, finder),
        "bound": _bound(hit, low, words),
    }
    fields |= hit.pattern.set
    refine = REFINE.get(hit.pattern.what)
    if refine and refine(fields, hit, told, low, words, finder) is False:
        return None
    if fields["what"] in AT_A_GROUND and not fields.get("rival"):
        _where_played(fields, hit, low, finder)
    return LeagueSays(**fields)


def _names_league(hit: Hit, low: str, words: LeagueWords) -> bool | None:
    """Whether the words say that the league counts (True), that cups do (False), or neither (None)."""
    first, last = hit.sentence
    near = low[max(first, hit.start - CLAUSE) : min(last, hit.end + CLAUSE)]
    if words.cue("all_competitions").search(near):
        return False
    without = re.sub(r"(?:champions|europa) league (?!date)(?=place|spot|qualif|berth|ambition|football|hope|race)", "", near)
    cups = words.cue("names_cups").search(without)
    leagues = words.cue("names_league").search(words.cue("names_cups").sub("", without))
    if leagues:
        return True
    if cups:
        return False
    return True if hit.pattern.what in OF_THE_TABLE else None


def _before(hit: Hit, low: str, words: LeagueWords, finder: Subjects) -> bool:
    """Whether a pluperfect stands between the club and the count."""
    start = max(hit.sentence[0], hit.start - PLUPERFECT, *(end for _, end, _ in finder.mentions_in(hit.sentence[0], hit.start)))
    return words.cue("had").search(low, start, min(hit.end, hit.start + 12)) is not None


def _bound(hit: Hit, low: str, words: LeagueWords) -> str:
    before = low[max(hit.sentence[0], hit.reads[0][0] - 16) : hit.reads[0][0]]
    if words.cue("at_least").search(before):
        return "at_least"
    return "at_most" if words.cue("at_most").search(before) else "exact"


def _where_played(fields: dict[str, Any], hit: Hit, low: str, finder: Subjects) -> None:
    """ "At Stamford Bridge" is at home for one club and away, against it, for the others."""
    hosts = finder.ground(hit.end, hit.sentence)
    if not hosts:
        return
    if fields["club"] in hosts:
        fields["where"] = "home"
    elif fields["what"] == "of_last":
        rival = next((name for name in hosts if name in finder.subjects), hosts[0])
        fields |= {"what": "meetings", "where": "away", "rival": rival}
    else:
        fields |= {"where": "away", "rival": hosts[0]}


# ---- what each kind needs besides; False when the words are no claim after all -----------------------------------


def _gap(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    last = hit.sentence[1]
    after = low[hit.end : min(last, hit.end + CLAUSE)]
    clause = re.split(r"[,;.]| and | but | while | after | as | when | with ", after)[0]
    whole = f"{told}{clause}"
    # a rival follows its preposition: "ahead of Milan", "behind Arsenal", "lead over Juventus"
    if re.match(r" (?:of|over|to|from|on|behind|above|below|clear|ahead)\b", clause) or re.search(r"(?:above|behind|below)$", told):
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


def _in_hand(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
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


def _of_last(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
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
    return any(name.startswith("w") and value.strip() in words.sets["first_matches"] for name, value in hit.groups.items())


def _run(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
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


MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


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
    worst = hit.word in words.sets["worst"]
    fields["detail"] = f"{'worst' if worst else 'best'}_{side}"
    return None


def _fixture(fields: dict[str, Any], hit: Hit, told: str, low: str, words: LeagueWords, finder: Subjects) -> bool | None:
    rival = finder.rival(hit.start, min(hit.sentence[1], hit.end + CLAUSE), fields["club"])
    if rival is None:
        return False
    competition = words.cue("names_cups").search(low, hit.start, min(hit.sentence[1], hit.end + CLAUSE))
    where = "away" if re.match(r"(?:travel|visit|head)", told) else "home" if re.match(r"(?:host|entertain|welcome)", told) else None
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


def _continued(
    text: str, low: str, sentence: Span, hits: list[Hit], words: LeagueWords, finder: Subjects
) -> list[Claim]:
    """After a sum of points, a club and a bare number: "AC Milan 53 with a game in hand, Juve 46"."""
    sums = [hit for hit in hits if hit.pattern.what == "points"]
    form = next((one.forms[0] for one in words.patterns if "continues" in one.flags), None)
    if not sums or form is None:
        return []
    found = []
    for start, end, club in finder.mentions_in(sums[0].end, sentence[1]):
        number = BARE.match(low, end, sentence[1])
        if number is None or form.rest.match(low, number.end(), sentence[1]) is None:
            continue
        if not any(a < number.end() and number.start(1) < b for hit in hits for a, b in hit.reads):
            span = (start, number.end())
            says = LeagueSays("points", club, int(number[1]), league=True)
            found.append(Claim(span, text[slice(*span)], says, weight=WEIGHT))
    return found


#: A number of points after a club's name, with no more than a verb between.
BARE = re.compile(r",? (?:(?:are|have|were|is|stand) )?(?:on )?(\d{1,3})\b")
