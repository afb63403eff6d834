"""Claims about table, form and history: found by trigger words, read by patterns, given to the club they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from tabellino.domain.claim import Claim, LeagueSays, LeagueWhat
from tabellino.domain.report import Span
from tabellino.extract.league_form_kinds import REFINE
from tabellino.extract.league_kinds import CLAUSE, Hit
from tabellino.extract.league_subjects import Mention, Subjects
from tabellino.extract.league_words import Form, LeagueWords, Pattern, WordsOf, league_words, plain

#: Words this far before tell the pluperfect ("had lost three in a row").
PLUPERFECT = 30
#: How sure the reading of a league claim is: of 101 with a club, read from 153 real reports of 2004 to 2026, 87 have
#: club, number and kind right (0.86 ± 0.03); most of the others have another club than the one meant.
WEIGHT = 0.86
#: How far back the words that must stand before a form reach.
LOOK_BACK = 110
EUROPEAN_PLACES = re.compile(
    r"(?:champions|europa) league (?!date)(?=place|spot|qualif|berth|ambition|football|hope|race)"
)
#: Groups that read a number or an ordinal.
NUMBER = re.compile(r"[nmo]\d+$")
#: Kinds that are of the league in any case.
OF_THE_TABLE = frozenset(
    ("points", "place", "gap", "level", "played", "left", "games_in_hand", "zone", "decided", "best")
)
#: Kinds that name a year of their own, or reach over seasons.
REACHES_BACK = frozenset(("first_since", "last", "meetings", "run"))
#: Kinds that a "not" right before them makes no claim of.
DENIED = frozenset(("points", "place", "gap", "level", "played", "left", "games_in_hand", "decided", "best", "record"))
#: How far before a claim the words reach that tell of coming into the match.
ENTERING = 70
#: Kinds that a ground named after them restricts.
AT_A_GROUND = frozenset(("of_last", "run", "run_ended", "first_since"))


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
    words_of = WordsOf(low, sentences)
    found = _candidates(low, sentences, words, words_of)
    if not found:
        return ()
    finder = Subjects(text, low, sentences, mentions, subjects, words, words_of)
    claims: list[Claim] = []
    for sentence, candidates in found.items():
        if finder.has("other_season", sentence) or finder.has("other_team", sentence):
            continue
        hits = _preferred(candidates)
        told: set[LeagueSays] = set()
        for hit in hits:
            for span, says in _read(hit, low, words, finder):
                if says not in told:  # two forms may read the same from other words
                    told.add(says)
                    claims.append(Claim(span, text[slice(*span)], says, weight=WEIGHT))
        claims += _continued(text, low, sentence, hits, words, finder)
    return tuple(sorted(claims, key=lambda claim: claim.span))


def _candidates(low: str, sentences: Sequence[Span], words: LeagueWords, words_of: WordsOf) -> dict[Span, list[Hit]]:
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
        for form in words.fitting(low[start:end], forms, low, end):
            hit = _hit(low, start, end, form, sentences[index], words_of)
            if hit is not None:
                found.setdefault(sentences[index], []).append(hit)
    return dict(sorted(found.items()))


def _hit(low: str, start: int, end: int, form: Form, sentence: Span, words_of: WordsOf) -> Hit | None:
    """The form at a word, when what follows and what stands before fit."""
    rest = form.match(low, end, sentence[1], words_of)
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
    return Hit(start, first[0], rest.end(), sentence, form.pattern, groups, tuple(sorted(reads)) or (first,), word)


def _preferred(hits: list[Hit]) -> list[Hit]:
    """Of hits that read the same number, the one of the first pattern; in order of the text."""
    if len(hits) < 2:
        return hits
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
    if _is_not_now(hit, finder):
        return
    if pattern.what == "beyond_results":
        yield (hit.start, hit.end), LeagueSays("beyond_results", finder.club(hit.start, hit.sentence), **pattern.set)
        return
    # a fixture's club stands before the verb, that of a count right before its number
    at = hit.start if pattern.what == "fixture" else hit.reads[0][0]
    if "follows" in pattern.flags:
        club = finder.club_after(hit.end, hit.sentence, near="named_next" in pattern.flags)
        if club is None and "named_next" in pattern.flags:
            return
    elif "owner_inside" in pattern.flags:
        club = finder.owner_in(hit.start, hit.end) or finder.club(at, hit.sentence)
    else:
        club = finder.club(at, hit.sentence)
    club = club or finder.club_for(hit.end, hit.sentence)
    if finder.near("we", hit.sentence, max(hit.sentence[0], hit.start - CLAUSE), hit.end):
        club = None
    a_person = ("people" in pattern.flags or pattern.what == "first_since") and finder.speaks_of_a_person(
        hit.start, hit.sentence, club
    )
    if a_person or (pattern.what not in OF_THE_TABLE and finder.person_does(hit.start, hit.sentence)):
        yield (hit.start, hit.end), LeagueSays("beyond_results", None, detail="a person's own count")
        return
    says = _says(hit, club, low, words, finder)
    if says is not None:
        yield (hit.start, hit.end), says
        if hit.pattern.what == "points_of_last" and says.what == "points":
            yield (hit.start, hit.end), LeagueSays("played", says.club, _played(hit, words), before=says.before)
        if "of_all" in pattern.flags and (games := _played(hit, words)) is not None:
            yield (hit.start, hit.end), LeagueSays("played", says.club, games, league=says.league, before=says.before)


def _played(hit: Hit, words: LeagueWords) -> int | None:
    """The number of matches that a sum is told from."""
    told = next((value for name, value in hit.groups.items() if re.fullmatch(r"m\d+", name)), None)
    return words.number(told) if told else None


def _is_not_now(hit: Hit, finder: Subjects) -> bool:
    if hit.pattern.what in DENIED and finder.words.cue("negation").search(
        finder.low[max(hit.sentence[0], hit.start - 20) : hit.start]
    ):
        return True
    if finder.is_plain(hit.sentence):
        return False
    first, last = hit.sentence
    around = (max(first, hit.start - CLAUSE), min(last, hit.end + CLAUSE))
    another = finder.near("another_time", hit.sentence, *around)
    if another and not ("looks_ahead" in hit.pattern.flags and another[0] == "next season"):
        return True
    if hit.pattern.what not in REACHES_BACK and finder.near("in_a_year", hit.sentence, *around):
        return True
    if "certain" in hit.pattern.flags:
        return False
    if hit.pattern.what not in ("fixture", "beyond_results") and finder.near("future", hit.sentence, around[0], hit.at):
        return True
    return finder.near("conditional", hit.sentence, around[0], hit.at) is not None


def _says(hit: Hit, club: str | None, low: str, words: LeagueWords, finder: Subjects) -> LeagueSays | None:
    """The claim of a hit, all fields but those of its own kind."""
    told = low[hit.start : hit.end]
    groups = hit.groups
    first: dict[str, str | None] = dict.fromkeys("nmok")
    for name, value in groups.items():
        if name[0] in first and name[1:].isdigit() and first[name[0]] is None:
            first[name[0]] = value
    number = first["n"] or first["o"]
    fields: dict[str, Any] = {
        "what": hit.pattern.what,
        "club": club,
        "value": words.number(number) if number else None,
        "of": words.number(first["m"]) if first["m"] else None,
        "outcome": words.outcomes[first["k"]] if first["k"] else None,
        "where": _where(hit, low, words, finder),
        "league": None if "cups_may_count" in hit.pattern.flags else _names_league(hit, low, finder),
        "before": _before(hit, low, finder),
        "bound": _bound(hit, finder),
    }
    fields |= hit.pattern.set
    if finder.has("more_than", hit.sentence) or finder.has("fewer_than", hit.sentence):
        _strictly(fields, hit, low, words)
    refine = REFINE.get(hit.pattern.what)
    if refine and refine(fields, hit, told, low, words, finder) is False:
        return None
    if fields["what"] in AT_A_GROUND and not fields.get("rival"):
        _where_played(fields, hit, low, finder)
    return LeagueSays(**fields)


def _where(hit: Hit, low: str, words: LeagueWords, finder: Subjects) -> str | None:
    """Whether the matches counted are those at home or away: said within the claim, right after it, or before it as
    what the clause is about ("their home form is superb: seven wins from eight")."""
    told = low[hit.start : hit.end]
    after = words.cue("where_after").match(low, hit.end, hit.sentence[1])
    told += after[0] if after else ""
    away = home = None
    if words.cue("a_ground").search(told):
        away = words.cue("away").search(told)
        home = words.cue("home").search(words.cue("away_from_home").sub("away", told))
    elif hit.pattern.what not in OF_THE_TABLE and finder.has("where_topic", hit.sentence):
        topic = words.cue("where_topic").search(low[max(hit.sentence[0], hit.start - CLAUSE) : hit.reads[0][0]])
        if topic:
            return "home" if topic["place"] == "home" else "away"
    return None if away and home else "away" if away else "home" if home else None


def _strictly(fields: dict[str, Any], hit: Hit, low: str, words: LeagueWords) -> None:
    """ "More than twenty" is at least 21."""
    before = low[max(hit.sentence[0], hit.reads[0][0] - 14) : hit.reads[0][0]].rstrip()
    if fields["value"] is None or not before or not any(name[0] in "no" for name in hit.groups):
        return
    if before.endswith(tuple(words.lists["more_than"])) and not before.endswith("no more than"):
        fields |= {"value": fields["value"] + 1, "bound": "at_least"}
    elif before.endswith(tuple(words.lists["fewer_than"])) and not before.endswith("no fewer than"):
        fields |= {"value": fields["value"] - 1, "bound": "at_most"}


def _names_league(hit: Hit, low: str, finder: Subjects) -> bool | None:
    """Whether the words say that the league counts (True), that cups do (False), or neither (None)."""
    first, last = hit.sentence
    around = (max(first, hit.start - CLAUSE), min(last, hit.end + CLAUSE))
    words = finder.words
    if finder.near("all_competitions", hit.sentence, *around):
        return False
    cups = finder.near("names_cups", hit.sentence, *around)
    near = low[slice(*around)]
    if cups:  # "Champions League places" are places in the league's table
        without = EUROPEAN_PLACES.sub("", near)
        cups = words.cue("names_cups").search(without)
        near = words.cue("names_cups").sub("", without)
    if finder.has("names_league", hit.sentence) and words.cue("names_league").search(near):
        return True
    if cups:
        return False
    return True if hit.pattern.what in OF_THE_TABLE else None


def _before(hit: Hit, low: str, finder: Subjects) -> bool:
    """Whether a pluperfect stands between the club and the count."""
    start = max(
        hit.sentence[0], hit.start - PLUPERFECT, *(end for _, end, _ in finder.mentions_in(hit.sentence[0], hit.start))
    )
    if finder.near("had", hit.sentence, start, min(hit.end, hit.start + 12)):
        return True
    if not finder.has("entering", hit.sentence):
        return False
    coming = [
        one.end()
        for one in finder.words.cue("entering").finditer(
            low, max(hit.sentence[0], hit.start - ENTERING), hit.reads[0][0]
        )
    ]
    return bool(coming) and not re.search(r"[;:]|\bbut\b|\band\b", low[coming[-1] : hit.reads[0][0]])


def _bound(hit: Hit, finder: Subjects) -> str:
    before = (max(hit.sentence[0], hit.reads[0][0] - 16), hit.reads[0][0])
    if finder.near("at_least", hit.sentence, *before):
        return "at_least"
    return "at_most" if finder.near("at_most", hit.sentence, *before) else "exact"


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


def _continued(
    text: str, low: str, sentence: Span, hits: list[Hit], words: LeagueWords, finder: Subjects
) -> list[Claim]:
    """After a sum of points or a place, a club and a bare one: "AC Milan 53 with a game in hand, Juve 46"."""
    found = []
    for what, bare in BARE.items():
        first = next((hit for hit in hits if hit.pattern.what == what and not _is_not_now(hit, finder)), None)
        if first is None:
            continue
        form = words.continuing[what]
        for start, end, club in finder.mentions_in(first.end, sentence[1]):
            number = bare.match(low, end, sentence[1])
            if number is None or form.match(low, number.end(), sentence[1]) is None:
                continue
            if low[:start].endswith((" in ", " at ")):
                continue  # a town: "Vitesse, who won in Zwolle, 48"
            if what == "place" and not words.is_place(number[1]):
                continue
            if not any(a < number.end() and number.start(1) < b for hit in hits for a, b in hit.reads):
                span = (start, number.end())
                says = LeagueSays(what, club, words.number(number[1]), league=True)
                found.append(Claim(span, text[slice(*span)], says, weight=WEIGHT))
    return found


#: A sum of points or a place after a club's name, with no more than a verb between.
BARE: dict[LeagueWhat, re.Pattern[str]] = {
    "points": re.compile(r",? \(?(?:(?:are|have|were|is|stand) )?(?:on )?(\d{1,3})\b"),
    "place": re.compile(r",? (?:(?:are|is|lie|stay) )?(?:down )?(\w+)\b"),
}
