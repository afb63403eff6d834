"""What the shape of a row of tokens tells: where a list ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.lexer import Token
from tabellino.extract.blocks.lineups import BEST_MARK
from tabellino.extract.blocks.parts import Tally

#: So many small words in a row are prose: the list has ended before them.
PROSE_RUN = 3
#: Not so many men score within the first minutes, up to the best mark for a player.
MOST_EARLY = 4


def without_club(tokens: list[Token]) -> list[Token]:
    """The tokens after a club's name at the start of a line-up."""
    place = 0
    while place < len(tokens) and tokens[place].kind in (lx.COLON, lx.FILL, lx.DASH):
        place += 1
    return tokens[place:]


def without_title(tokens: list[Token]) -> list[Token]:
    """The tokens without what a line of scorers is of: "PREMIER LEAGUE: Cahill 7, Donovan 19"."""
    kinds = "".join(t.kind for t in tokens[:4])
    return tokens[2:] if kinds == lx.NAME + lx.COLON + lx.NAME + lx.MINUTE else tokens


def complete(tokens: Sequence[Token], entries: Sequence[Entry]) -> bool:
    """Whether every entry has a name and a minute, and nothing but entries stands there."""
    told = _without_notes(tokens)
    if any(t.kind in (lx.OTHER, lx.NUMBER) for t in told):
        return False
    kinds = "".join(t.kind for t in told)
    if "MMM" in kinds or "SS" in kinds:  # columns of a table
        return False
    named = sum(t.kind == lx.NAME for t in told)
    whole = all((e.name is not None or "own_goal" in e.marks) and e.minute is not None for e in entries)
    return whole and named <= 2 * len(entries)


def are_marks(entries: Sequence[Entry]) -> bool:
    """Whether the figures are a paper's marks for players ("Hart 7, Zabaleta 6, …"), not the minutes of goals: of more
    men than score in the first minutes of a match."""
    early = {e.name for e in entries if e.minute is not None and e.added is None and e.minute <= BEST_MARK}
    return len(early) > MOST_EARLY


def _without_notes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without those that tell how a goal came: "Okonkwo (31., header, Zabek)" has a comma after the minute
    in its brackets."""
    told: list[Token] = []
    depth, noted = 0, False
    for before, token in zip([None, *tokens], tokens, strict=False):
        depth += (token.kind == lx.OPEN) - (token.kind == lx.CLOSE)
        if depth <= 0:
            noted = False
        elif token.kind == lx.COMMA and before is not None and before.kind in (lx.MINUTE, lx.DOT):
            noted = True
        if not noted:
            told.append(token)
    return told


def before_prose(tokens: list[Token]) -> list[Token]:
    """The tokens before the first run of small words, back to the end of the sentence before it."""
    run = 0
    for place, token in enumerate(tokens):
        if token.kind == lx.OTHER:
            run += 1
        elif token.kind not in (lx.FILL, lx.AND, lx.FOR):
            run = 0
        if run >= PROSE_RUN:
            back = place
            while back > 0 and tokens[back].kind not in (lx.DOT, lx.LINE):
                back -= 1
            return tokens[:back] if back else tokens[: max(0, place - run)]
    return tokens


#: What stands between a club and the scorers of its list: its goals, those of the first half in brackets beside them.
_GOALS = re.compile(
    rf"\.*(?:\((?P<half>[M{lx.NUMBER}])\))?\.*(?P<goals>[M{lx.NUMBER}])(?:\((?P<behind>[M{lx.NUMBER}])\)(?!$))?"
)


class Told(NamedTuple):
    """A club with its goals, where they are told (`head`), and the tokens of who scored them."""

    club: str
    tally: Tally
    head: Span
    listed: list[Token]


def parts_by_club(tokens: Sequence[Token]) -> list[Told]:
    """A line cut at its clubs, each with its goals and the tokens of its scorers, if any ("Sunderland (1) 3 (Ashworth
    22, Deane 88)"); empty when something else stands there."""
    kept = [t for t in tokens if t.kind not in (lx.DASH, lx.COLON, lx.FILL, lx.GROUP, lx.BAR)]
    places = [n for n, t in enumerate(kept) if t.kind == lx.TEAM]
    if not places or places[0] != 0:
        return []
    found = []
    for first, last in zip(places, [*places[1:], len(kept)], strict=True):
        rest = kept[first + 1 : last]
        goals = _GOALS.match("".join(t.kind for t in rest))
        if goals is None:
            return []
        half = max(goals.start("half"), goals.start("behind"))
        tally = Tally(_figure(rest[goals.start("goals")]), _figure(rest[half]) if half >= 0 else None)
        head = kept[first].start, rest[goals.end() - 1].end
        rest = rest[goals.end() :]
        while rest and rest[-1].kind in (lx.COMMA, lx.DOT):
            rest = rest[:-1]
        if rest and rest[0].kind == lx.OPEN and rest[-1].kind == lx.CLOSE and _closes(rest) == len(rest) - 1:
            rest = rest[1:-1]
        found.append(Told(str(kept[first].value), tally, head, rest))
    return found


def _closes(tokens: Sequence[Token]) -> int:
    """The place of the bracket that closes the first one."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.kind == lx.OPEN) - (token.kind == lx.CLOSE)
        if not depth:
            return place
    return len(tokens)


def is_prose(tokens: Sequence[Token]) -> bool:
    """Whether so many small words stand there that it is no list."""
    return sum(t.kind == lx.OTHER for t in tokens) >= PROSE_RUN


def listed_alone(tokens: Sequence[Token]) -> bool:
    """Whether nothing stands there but names with their minutes and marks, however they are parted."""
    return all(t.kind in _LISTED or (t.kind == lx.FILL and not str(t.value).isalpha()) for t in tokens)


_LISTED = frozenset(
    (lx.NAME, lx.MINUTE, lx.MARK, lx.OPEN, lx.CLOSE, lx.COMMA, lx.GROUP, lx.BAR, lx.AND, lx.DASH, lx.DOT, lx.LINE)
)


def are_of_clubs(tokens: Sequence[Token], entries: Sequence[Entry]) -> bool:
    """Whether every name is a club's scorer, and no word stands between: "Stoke - Fuller, Hill. Leeds - Ames." """
    others = [t for t in tokens if t.kind not in (lx.TEAM, lx.COLON)]
    return all(entry.club for entry in entries) and listed_alone(others)


#: A line of a score: the goals between the clubs or behind each, those of the first half in brackets beside them.
_SCORE_LINE = re.compile(
    rf"{lx.TEAM}(?:(?P<score>{lx.SCORE}){lx.TEAM}"
    rf"|(?:\([M{lx.NUMBER}]\))?(?P<one>[M{lx.NUMBER}])(?:\([M{lx.NUMBER}]\))?,?{lx.TEAM}"
    rf"(?:\([M{lx.NUMBER}]\))?(?P<two>[M{lx.NUMBER}])(?:\([M{lx.NUMBER}]\))?)"
)


def goals_told(tokens: Sequence[Token]) -> tuple[tuple[str, int], ...]:
    """The two clubs of a line of score with the goals of each; empty for other lines."""
    kept = [t for t in tokens if t.kind not in (lx.DASH, lx.FILL, lx.BAR)]
    while kept and kept[-1].kind in (lx.DOT, lx.COMMA, lx.COLON):
        kept.pop()
    line = _SCORE_LINE.fullmatch("".join(t.kind for t in kept))
    if line is None:
        return ()
    clubs = [str(t.value) for t in kept if t.kind == lx.TEAM]
    if line["score"]:
        goals = cast("tuple[int, int]", kept[1].value)
    else:
        goals = (_figure(kept[line.start("one")]), _figure(kept[line.start("two")]))
    return tuple(zip(clubs, goals, strict=True))


def _figure(token: Token) -> int:
    return int(token.value[0] if isinstance(token.value, tuple) else str(token.value))
