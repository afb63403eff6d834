"""The score of a match over several lines, as pages print it: each club on a line of its own, the goals between them or
behind each ("Fulham", "2", "FT", "3", "Everton")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from tabellino.domain.report import Span
from tabellino.extract.blocks.parts import Tally
from tabellino.extract.blocks.words import BlockWords, block_words, plain

#: A line of a head has no more characters than this.
LONGEST = 32
#: More goals than this are the points or the matches of a table.
MOST_GOALS = 20
#: Blanks that stand side by side in a head are few: without a bound a line of blanks is tried in every way.
_FIGURES = re.compile(r"^[^\S\n]{0,16}\d{1,2}(?:[^\S\n]{0,16}[-: ][^\S\n]{0,16}\d{1,2})?[^\S\n]{0,16}$", re.MULTILINE)
_FIGURE = re.compile(r"\d+")
_HALF = re.compile(r"\((?:[^\W\d]+\.? )?\d{1,2} ?[-:] ?\d{1,2}\)")
#: The lines of a head by what they hold: a club, the goals of one side or of both, those of both at half-time in
#: brackets, a word such as "FT".
CLUB, ONE, BOTH, HALF, WORD, OTHER = "CDPHFo"
_FORMS = re.compile(r"CF?(?:PH?F?|DF*DF?)C|CDF?CD")
#: A score whose second club slipped on to the next line, behind another word: "Fulham 2 - 3", "report Everton".
_SLIPPED = re.compile(
    r"^(?P<one>[^\n\d]{1,48}?)[^\S\n]{1,16}(?P<a>\d{1,2}) ?[-:] ?(?P<b>\d{1,2})[^\S\n]{0,16}\n"
    r"(?:[^\W\d]+[^\S\n])?(?P<two>[^\n\d]+?)$",
    re.MULTILINE,
)
#: The goals behind each club: so stand the points of a table, too.
_BEHIND = "D"


class Head(msgspec.Struct, frozen=True):
    """Two clubs with their goals, and the lines of each: `bare` where nothing tells the figures from those of a
    table."""

    clubs: tuple[str, str]
    tallies: tuple[Tally, Tally]
    spans: tuple[Span, Span]
    bare: bool


def find_heads(folded: str, clubs: Mapping[str, str]) -> list[Head]:
    """The scores that are told over several lines, in order."""
    slipped = list(_slipped(folded, clubs))
    if not _FIGURES.search(folded):
        return slipped
    words = block_words()
    lines = [(*found.span(), found[0].strip()) for found in re.finditer(r"[^\n]*\S[^\n]*", folded)]
    kinds = "".join(_kind(line, clubs, words) for _, _, line in lines)
    found = []
    for form in _FORMS.finditer(kinds):
        first, last = form.span()
        named = [at for at in range(first, last) if kinds[at] == CLUB]
        one, two = (clubs[plain(lines[at][2])] for at in named)
        half = next((_FIGURE.findall(lines[at][2]) for at in range(first, last) if kinds[at] == HALF), [None, None])
        goals = [int(n) for at in range(first, last) if kinds[at] in (ONE, BOTH) for n in _FIGURE.findall(lines[at][2])]
        if one == two or max(goals) > MOST_GOALS:
            continue
        spans = (lines[first][0], lines[named[1] - 1][1]), (lines[named[1]][0], lines[last - 1][1])
        bare = kinds[last - 1] == _BEHIND and WORD not in form[0]
        at_half = [int(n) if n is not None else None for n in half]
        tallies = Tally(goals[0], at_half[0]), Tally(goals[1], at_half[1])
        found.append(Head((one, two), tallies, spans, bare))
    return sorted([*found, *slipped], key=lambda head: head.spans)


def _slipped(folded: str, clubs: Mapping[str, str]) -> Iterator[Head]:
    for told in _SLIPPED.finditer(folded):
        one, two = clubs.get(plain(told["one"])), clubs.get(plain(told["two"]))
        if one is not None and two is not None and one != two:
            goals = Tally(int(told["a"]), None), Tally(int(told["b"]), None)
            yield Head((one, two), goals, ((told.start(), told.end("b")), (told.start("two"), told.end())), bare=False)


def _kind(line: str, clubs: Mapping[str, str], words: BlockWords) -> str:
    if len(line) > LONGEST:
        return OTHER
    if line[0] == "(":
        return HALF if _HALF.fullmatch(line) else OTHER
    if line[0].isdigit():
        return (BOTH if len(_FIGURE.findall(line)) > 1 else ONE) if _FIGURES.fullmatch(line) else OTHER
    key = plain(line)
    return CLUB if key in clubs else WORD if key in words.full_time else OTHER
