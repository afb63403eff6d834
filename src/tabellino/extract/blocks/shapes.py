"""What the shape of a row of tokens tells: where a list ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, cast

from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.lexer import MOST_GOALS, Token, lex
from tabellino.extract.blocks.lineups import BEST_MARK
from tabellino.extract.blocks.parts import Tally
from tabellino.extract.blocks.words import block_words, plain

#: So many small words in a row are prose: the list has ended before them.
PROSE_RUN = 3
#: A club before the running score, at the end of a line.
AT_END = lx.TEAM + lx.SCORE
#: Months of no more letters are names, too.
SHORT_MONTH = 5
#: A match has so many.
SIDES = 2
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


def match_of_line(
    folded: str, start: int, end: int, clubs: Mapping[str, str], others: frozenset[str]
) -> Literal["this", "another"] | None:
    """Whose result the line is that begins at a place: that of the match between the two clubs, or of another one; None
    where it is no result."""
    stop = folded.find("\n", start)
    tokens = lex(folded, start, stop if stop >= 0 else end, clubs)
    named = [t for t in tokens if t.kind == lx.TEAM or (t.kind == lx.NAME and plain(str(t.value)) in others)]
    if len(named) < SIDES:
        return None
    one, two = named[:SIDES]
    between = [token for token in tokens if one.end <= token.start < two.start and token.kind != lx.FILL]
    behind = [token for token in tokens if token.start >= two.end and token.kind != lx.FILL]
    score = any(token.kind == lx.SCORE for token in (*between, *behind[:SIDES]))
    if not score and not (_goals_in(between) and _goals_in(behind)):
        return None
    ours = one.kind == two.kind == lx.TEAM and one.value != two.value
    return "this" if ours else "another" if between and _parted(between) else None


def _goals_in(tokens: Sequence[Token]) -> bool:
    """Whether a figure that may count goals stands first, behind dots, brackets and a half-time score."""
    told = next((token for token in tokens if token.kind in (lx.MINUTE, lx.NUMBER, lx.NAME, lx.OTHER)), None)
    return told is not None and told.kind in (lx.MINUTE, lx.NUMBER) and _figure(told) <= MOST_GOALS


def _parted(between: Sequence[Token]) -> bool:
    """Whether two clubs are parted as those of a result are: by a score, a dash or goals, and not by a comma alone."""
    return any(token.kind in (lx.SCORE, lx.DASH, lx.MINUTE, lx.NUMBER) for token in between)


def names_no_man(tokens: Sequence[Token]) -> bool:
    """Whether the first name of a line with a figure is what is counted in a match, or another thing that happens in
    one: "Shots 9", "63' Substitution: Smith", "65' Smith for Jones"."""
    first = next((token for token in tokens if token.kind not in (lx.MINUTE, lx.DASH, lx.BAR)), None)
    if first is None or first.kind != lx.NAME or all(token.kind != lx.MINUTE for token in tokens):
        return False
    words, name = block_words(), plain(str(first.value))
    kinds = "".join(token.kind for token in tokens if token.kind not in (lx.DASH, lx.BAR, lx.DOT))
    if kinds.startswith(lx.MINUTE + lx.NAME + lx.FOR + lx.NAME) and name not in words.labels:  # "65. Smith for Jones"
        return True
    return name in words.statistics or name in words.no_goal or words.labels.get(name) == "other"


def complete(tokens: Sequence[Token], entries: Sequence[Entry]) -> bool:
    """Whether every entry has a name and a minute, and nothing but entries stands there."""
    told = without_notes(tokens)
    if any(t.kind in (lx.OTHER, lx.NUMBER) for t in told):
        return False
    kinds = "".join(t.kind for t in told)
    if "MMM" in kinds or "SS" in kinds:  # columns of a table
        return False
    named = sum(t.kind == lx.NAME for t in told)
    whole = all((e.name is not None or "own_goal" in e.marks) and e.minute is not None for e in entries)
    return whole and named <= 2 * len(entries) and not any(is_date(entry.name) for entry in entries if entry.name)


def is_date(name: str) -> bool:
    """Whether what looks like a name is a month, with its weekday or alone ("Sunday October 28"); short ones alone may
    be men's (May, Jan)."""
    words, parts = block_words(), plain(name).split()
    dated = all(part in words.months or part in words.weekdays for part in parts)
    return dated and (len(parts) > 1 or len(parts[0]) > SHORT_MONTH)


def are_marks(entries: Sequence[Entry]) -> bool:
    """Whether the figures are a paper's marks for players ("Hart 7, Zabaleta 6, …"), not the minutes of goals: of more
    men than score in the first minutes of a match."""
    early = {e.name for e in entries if e.minute is not None and e.added is None and e.minute <= BEST_MARK}
    return len(early) > MOST_EARLY


def without_notes(tokens: Sequence[Token]) -> list[Token]:
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


def without_clubs_beside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a line that begins with a minute, without a club before a score at its end ("4 Smith Fulham 0:1")
    and, where the minute has its sign, in brackets behind a name ("4' Smith (Fulham)"): without it figures may count
    the goals of a season."""
    first = tokens[0] if tokens else None
    signed = first is not None and first.kind == lx.MINUTE and first.end - first.start > len(str(_figure(first)))
    kinds = "".join(token.kind for token in tokens)
    beside = {place + 1 for place in range(len(kinds)) if kinds.startswith(f"{lx.OPEN}{lx.TEAM}{lx.CLOSE}", place)}
    beside = beside if signed else set()
    beside |= {len(kinds) - 2} if first is not None and first.kind == lx.MINUTE and kinds.endswith(AT_END) else set()
    return [token for place, token in enumerate(tokens) if place not in beside]


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
        rest = _goals_first(kept[first + 1 : last])
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


def _goals_first(tokens: list[Token]) -> list[Token]:
    """The goals of a club before its scorers, where they stand behind them: "Stoke (Fuller 18, 45) 2"."""
    if len(tokens) < 3 or tokens[0].kind != lx.OPEN or tokens[1].kind != lx.NAME:
        return tokens
    closes = _closes(tokens)
    goals = tokens[closes + 1 :]
    alone = len(goals) == 1 and goals[0].kind in (lx.MINUTE, lx.NUMBER)
    return [*goals, *tokens[: closes + 1]] if alone else tokens


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
    rf"{lx.TEAM}(?:(?P<score>{lx.SCORE}){lx.TEAM}|{lx.TEAM}(?P<behind>{lx.SCORE})"
    rf"|(?:\([M{lx.NUMBER}]\))?(?P<one>[M{lx.NUMBER}])(?:\([M{lx.NUMBER}]\))?,?{lx.TEAM}"
    rf"(?:\([M{lx.NUMBER}]\))?(?P<two>[M{lx.NUMBER}])(?:\([M{lx.NUMBER}]\))?)"
)


def goals_told(tokens: Sequence[Token]) -> tuple[tuple[str, int], ...]:
    """The two clubs of a line of score with the goals of each; empty for other lines."""
    against = block_words().full_time
    first = next((n for n, token in enumerate(tokens) if token.kind == lx.TEAM), 0)
    if " ".join(plain(str(token.value)) for token in tokens[:first]) in against:  # "Final score"
        tokens = tokens[first:]
    kept = [t for t in tokens if t.kind not in (lx.DASH, lx.FILL, lx.BAR) and plain(str(t.value)) not in against]
    while kept and kept[-1].kind in (lx.DOT, lx.COMMA, lx.COLON):
        kept.pop()
    line = _SCORE_LINE.fullmatch("".join(t.kind for t in kept))
    if line is None:
        return ()
    clubs = [str(t.value) for t in kept if t.kind == lx.TEAM]
    if line["score"] or line["behind"]:
        goals = cast("tuple[int, int]", next(t.value for t in kept if t.kind == lx.SCORE))
    else:
        goals = (_figure(kept[line.start("one")]), _figure(kept[line.start("two")]))
    return tuple(zip(clubs, goals, strict=True))


def _figure(token: Token) -> int:
    return int(token.value[0] if isinstance(token.value, tuple) else str(token.value))
