"""Scorers beside or under the goals of their clubs: "Sunderland 3 (Ashworth 22, 53, Deane)". The figure bears the list
out, so that it needs no minutes and may count ("Ashworth 2, Deane")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.parts import CARDS, Part
from tabellino.extract.blocks.shapes import Told, complete, goals_told, listed_alone, parts_by_club
from tabellino.extract.blocks.words import block_words, plain

#: A figure behind a name may count his goals up to so many: the most that one man scored in a match of the Premier
#: League, and in nearly every match of any league.
MOST_COUNTED = 5
#: A result is so many tokens: two clubs and their score, or the goals of each.
RESULT = (3, 4)
#: A club's name has no more words than this.
LONGEST_CLUB = 4
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: So many full stops are looked behind for the end of a list.
MOST_STOPS = 3


def counted(tokens: Sequence[Token], goals: int) -> list[Entry]:
    """The goals of a list that is known to have so many; empty where it has not, or is no list. Figures are minutes
    where that comes out, else those up to `MOST_COUNTED` behind a man named once may count his goals. Something else
    may follow a full stop."""
    if tokens and plain(str(tokens[-1].value)) in block_words().for_words:  # "For Stoke: Huth 20. For Fulham: Hill 70."
        tokens = tokens[:-1]
    stops = [n for n, token in enumerate(tokens) if token.kind == lx.DOT][:MOST_STOPS]
    found: Iterator[list[Entry]] = (_counted(tokens[:end], goals) for end in (*stops, len(tokens)))
    return next((entries for entries in found if entries), [])


def _counted(listed: Sequence[Token], goals: int) -> list[Entry]:
    if not goals or not listed_alone(listed):
        return []
    entries = [entry for entry in read_entries(listed) if entry.marks.isdisjoint(CARDS)]
    if any(entry.name is None and "own_goal" not in entry.marks for entry in entries):
        return []
    if len(entries) == goals:
        return entries
    entries = [one for entry in entries for one in _as_counted(entry, entries)]
    return entries if len(entries) == goals else []


def _as_counted(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """ "Ashworth 2": two goals of no minute."""
    named = Counter(one.name_span for one in entries)
    figure = entry.minute if entry.added is None and entry.half is None and not entry.signed else None
    if figure is None or figure > MOST_COUNTED or named[entry.name_span] > 1:
        return [entry]
    return [replace(entry, minute=None, marks=set(entry.marks), nth=n) for n in range(1, figure + 1)]


def of_clubs(tokens: Sequence[Token]) -> list[Part]:
    """A line of one club's goals or both with who scored them: "Sunderland (1) 3 (Ashworth 22, 53, Deane 88)". Empty
    for other lines, and where no scorer is named; the goals of a club alone where its scorers cannot be told."""
    found = []
    for club in parts_by_club(tokens):
        entries = counted(club.listed, club.tally.goals)
        if not entries and club.listed:
            entries = read_entries(club.listed)
            if not entries:
                return []
            entries = entries if complete(club.listed, entries) else []
        found.append((club, entries))
    if not any(club.listed for club, _ in found):
        return []
    told = any(entries or club.tally.half_time is not None for club, entries in found)
    if (
        len(found) > 1 and not told
    ):  # a line of score with a remark behind it is read as prose: "Basel 2 Manchester United 1 (HT 1-0)"
        return []
    return [part for club, entries in found for part in _parts(club, entries)]


def _parts(club: Told, entries: list[Entry]) -> Iterator[Part]:
    yield Part("tally", club.head, True, club=club.club, tally=club.tally)
    if entries:
        yield Part("goals", (club.listed[0].start, club.listed[-1].end), True, entries=entries, club=club.club)


def behind(tokens: Sequence[Token]) -> list[Part]:
    """The scorers in brackets behind a score: "Fulham 2-1 Everton (Smith 10, 44; Hill 70)"; empty for other lines."""
    body = [t for t in tokens if t.kind not in (lx.FILL, lx.DASH, lx.LINE)]
    opens = (n for n, token in enumerate(body) if token.kind == lx.OPEN)
    place, told = next(((n, told) for n in opens if (told := goals_told(body[:n]))), (0, ()))
    last = next((n for n, token in enumerate(body) if n > place and token.kind == lx.CLOSE), 0)
    if not told or any(token.kind != lx.DOT for token in body[last + 1 :]):
        return []
    listed = body[place + 1 : last]
    entries = of_both(listed, dict(told))
    if not entries:
        entries = read_entries(listed)
        if not entries or not complete(listed, entries):
            return []
    return [Part("goals", (body[place].start, body[last].end), False, entries=entries, beside=True)]


def beside_club(
    folded: str, span: Span, clubs: Mapping[str, str], told: Mapping[str, int]
) -> tuple[str, list[Entry]] | None:
    """A club's name and its scorers with nothing between, as many as the score tells, each with his minute: "Stoke City
    Fuller 18". None for other lines."""
    words = list(islice(_WORDS.finditer(folded, *span), LONGEST_CLUB)) if told else []
    for last in reversed(words):
        club = clubs.get(plain(folded[span[0] : last.end()]))
        if club is not None:
            entries = counted(lex(folded, last.end(), span[1], clubs), told.get(club, 0))
            if entries and all(entry.minute is not None for entry in entries):
                return club, entries
    return None


def latest(tokens: Sequence[Token]) -> Entry | None:
    """The goal that made a score, where it alone stands behind it, in brackets or as a sentence of its own: "16:30 GOAL
    Fulham 2-1 Everton (Smith 75)", "Fulham 2-1 Everton. Smith 75'"; None for other lines."""
    first = next((n for n, token in enumerate(tokens) if token.kind == lx.TEAM), len(tokens))
    body = [token for token in tokens[first:] if token.kind not in (lx.FILL, lx.DASH, lx.LINE)]
    behind = next((n for n in RESULT if goals_told(body[:n])), len(body))
    if behind + 1 >= len(body):
        return None
    told, bracketed = goals_told(body[:behind]), body[behind].kind == lx.OPEN
    if bracketed and body[-1].kind != lx.CLOSE:
        return None
    listed = body[behind + 1 : -1] if bracketed else body[behind + (body[behind].kind == lx.DOT) :]
    entries = read_entries(listed)
    if len(entries) != 1 or entries[0].minute is None or not complete(listed, entries):
        return None
    if bracketed and sum(goals for _, goals in told) == 1 and not first:  # a list of one
        return None
    entries[0].score = told[0][1], told[1][1]
    return entries[0]


def trailing(tokens: Sequence[Token]) -> list[Part]:
    """All the scorers of a match behind its score and a dash or colon: "Fulham v Everton 2-1 (0-1) - Smith 10, Hill 44,
    Jones 70"; empty for other lines."""
    for place, token in enumerate(tokens):
        if token.kind not in (lx.DASH, lx.COLON) or place + 1 == len(tokens):
            continue
        told = goals_told(_without_half_time(tokens[:place]))
        listed = tokens[place + 1 :]
        entries = read_entries(listed) if told else []
        if entries and complete(listed, entries) and len(entries) == sum(goals for _, goals in told):
            return [Part("goals", (listed[0].start, listed[-1].end), False, entries=entries, beside=True)]
    return []


def _without_half_time(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a score without another one in brackets behind it."""
    kinds = "".join(token.kind for token in tokens)
    return tokens[:-3] if kinds.endswith(f"{lx.OPEN}{lx.SCORE}{lx.CLOSE}") else tokens


def of_both(listed: Sequence[Token], told: Mapping[str, int]) -> list[Entry]:
    """A list of the scorers of clubs whose goals are told, first those of the first, a bar or semicolon between; each
    with his club. Empty where they are not as many as the goals."""
    scoring = [(club, goals) for club, goals in told.items() if goals]
    cut = _grouped(listed)
    if len(cut) != len(scoring):
        return []
    found: list[Entry] = []
    for group, ((club, goals), tokens) in enumerate(zip(scoring, cut, strict=True)):
        entries = counted(tokens, goals)
        if not entries:
            return []
        for entry in entries:
            entry.club, entry.group = entry.club or club, group
        found += entries
    return found


def _grouped(tokens: Sequence[Token]) -> list[list[Token]]:
    """Tokens cut at bars and semicolons outside brackets; brackets that hold the whole are left off."""
    kinds = "".join(t.kind for t in tokens)
    if kinds.startswith(lx.OPEN) and kinds.find(lx.CLOSE) == len(tokens) - 1:
        tokens = tokens[1:-1]
    cut: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind == lx.OPEN) - (token.kind == lx.CLOSE)
        if token.kind in (lx.GROUP, lx.BAR) and depth <= 0:
            cut.append([])
        else:
            cut[-1].append(token)
    return [part for part in cut if part]
