"""A text as tokens and sentences, with offsets into the text as given.

Typographic variants are folded one character to one character, so offsets hold in the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, compress
from operator import add, methodcaller

import msgspec

#: One character for one: dashes, quotes, spaces, and letters whose lower case has another length.
_FOLD = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\t", " "),
    "\u0130": "I",
    "\u00d7": "x",  # 7×1
    "\u2022": "*",
}
_FOLDED = re.compile(f"[{''.join(_FOLD)}]")

#: The pieces that make up a text, in this order: words, scores (3-2, 1:0), minute marks (17', 90+3', 45.+1), ordinals
#: (17th), numbers, the possessive mark and every other character by itself, each with the blank after it; line feeds,
#: blanks. A hyphenated compound is one word ("half-time"), but not after a figure ("17th-minute" is three tokens).
_PIECES = (
    r"(?:ELISIONS[^\W\d_]+(?:(?:-(?=[^\W\d_]{2})|'(?![sS]\b)(?=[^\W\d_])|(?<=\b[A-Z])'(?=[A-Z])|(?<=[^\W\d_])[\u0300-\u036f]+)"
    r"[^\W\d_]*)*"
    r"|(?<![\w.:/-])(?:\d{1,2} ?[-:] ?\d{1,2}|\d{1,2}(?:[xX]| [xX] )\d{1,2})(?![\w/]|[-:.+]\d|')"
    r"|\d{1,3}['.]? ?\+ ?\d{1,2}(?!\d)(?: ?'(?!\w))?|\d{1,3} ?'(?!\w)"
    r"|[1-9]\d{0,2}(?:MARKS)"
    r"|\d[\d.,]*\d|\d"
    r"|'s(?![a-zA-Z])"
    r"|\S) ?"
    r"|\n+"
    r"|[^\S\n]+"
)
#: What makes a figure an ordinal where no language is known yet.
ENGLISH_ORDINALS = ("st", "nd", "rd", "th")
#: Kinds of pieces that are no tokens or more than one: blanks, line breaks, words that end in a possessive mark; and
#: full stops, which are other signs as tokens.
_BLANK, _BREAK, _OWNER, _STOP = " ", "b", "'", "."
_JOINTS = re.compile(f"[{_BREAK}{_OWNER}{_STOP}]")
#: What is done to each piece of a text is done in C: a loop of Python's would take as long as all the rest.
_WITHOUT_BLANK = methodcaller("rstrip", " ")

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "jr",
        "sr",
        "vs",
        "v",
        "no",
        "prof",
        "gen",
        "capt",
        "lt",
        "rev",
        "utd",
        "approx",
        "etc",
        "min",
        "mins",
        "sec",
        "secs",
    ]
)
_CLOSERS = "\"')]"
#: A result on two lines, a club on each: "Derby County 2", "Leeds United 1". They are one sentence; more such lines are
#: a table.
_CLUB_LINE = r"[A-Z][A-Za-z.&' ]{2,30} \d{1,2} *"
_CLUB_LINES = re.compile(rf"^(?:{_CLUB_LINE}(?:\n|$)){{2,}}", re.MULTILINE)
#: Such lines stand among the first characters of a text.
HEAD = 400


class Text(msgspec.Struct):
    """Parallel lists over the tokens of a text: `kind` is w word, s score, m minute mark, o ordinal, n number, z
    possessive mark or p another sign; `key` the folded lower case, `start` and `end` offsets; `sentences` are (first,
    last exclusive) token indices."""

    raw: str
    folded: str
    kinds: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


#: A longer sentence is cut after so many tokens (the longest of 460 real reports has 101): what is looked for within a
#: sentence then takes time in proportion to the text, whatever the text.
LONGEST = 250


def fold_text(text: str) -> str:
    """The text with typographic variants folded, of the same length."""
    return _FOLDED.sub(lambda match: _FOLD[match[0]], text)


def tokenise(text: str, ordinals: Sequence[str] = ENGLISH_ORDINALS, elisions: Sequence[str] = ()) -> Text:
    """Tokens and sentences of a text, in linear time. `ordinals` are what a language makes a figure an ordinal with:
    "17th", "17e", "17º"; in German it is a full stop, which then ends no sentence. `elisions` are words that melt into
    the next and are a token of their own before a capital, with a capital or without as they stand there: "l'Inter",
    "d'Ibrahimovic", but "D'Alessandro"."""
    folded = fold_text(text)
    lower = folded.lower()
    if len(lower) != len(folded):  # a rare letter whose lower case is longer: lower it letter by letter
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    pieces = _piece(tuple(ordinals), tuple(elisions)).findall(folded)
    bare = list(map(_WITHOUT_BLANK, pieces))
    kinds = list(map(_kind, bare))
    starts = [0, *accumulate(map(len, pieces))]
    ends = list(map(add, starts, map(len, bare)))
    if _BLANK in kinds:  # indents and double blanks
        solid = [kind != _BLANK for kind in kinds]
        kinds, starts, ends = (list(compress(told, solid)) for told in (kinds, starts, ends))
    keys = list(map(lower.__getitem__, map(slice, starts, ends)))
    return _in_sentences(Text(text, folded, kinds, keys, starts, ends, []))


@lru_cache(maxsize=16)
def _piece(ordinals: tuple[str, ...], elisions: tuple[str, ...]) -> re.Pattern[str]:
    """The pieces of a text in a language with these marks of ordinals and these elisions."""
    melted = rf"\b(?:{'|'.join(map(re.escape, elisions))})(?=[^\W\d_a-zß-öø-ÿ])|" if elisions else ""
    marks = [rf"{mark}(?![^\W\d_])" if mark[-1].isalpha() else re.escape(mark) for mark in ordinals]
    return re.compile(_PIECES.replace("MARKS", "|".join(marks)).replace("ELISIONS", melted))


@lru_cache(maxsize=32768)
def _kind(piece: str) -> str:
    """The kind of a piece without the blank after it, told by its form alone."""
    if not piece:
        return _BLANK
    first, last = piece[0], piece[-1]
    if first.isdecimal():
        if last == "'" or "+" in piece:
            return "m"
        if not last.isdecimal():
            return "o"
        return "n" if piece.strip("-:x ").replace(",", "").replace(".", "").isdecimal() else "s"
    if first.isalnum():
        return _OWNER if piece[-2:] in ("'s", "'S") else "w"
    if first.isspace():
        return _BREAK if first == "\n" else _BLANK
    return "z" if len(piece) > 1 else _STOP if piece in ".!?" else "p"


def _in_sentences(pieces: Text) -> Text:
    """The pieces without line breaks, with possessive marks apart and sentences found."""
    kinds, keys = pieces.kinds, pieces.keys
    text = Text(pieces.raw, pieces.folded, [], [], [], [], [])
    done = first = 0
    heading = _CLUB_LINES.search(text.folded[:HEAD])
    lines = heading[0].splitlines() if heading else []
    joint = heading.start() + len(lines[0]) + 1 if heading and len(lines) == 2 else -1
    for i in [match.start() for match in _JOINTS.finditer("".join(kinds))]:
        end = pieces.ends[i]
        _copy(pieces, text, done, i)
        done = i + 1
        if kinds[i] == _BREAK:
            after = text.folded[end : end + 1]
            ends_here = not (after.islower() or after in "'," or after == " ") and end != joint
        elif kinds[i] == _OWNER:  # "O'S", or "Young's3": the name, then the mark
            for kind, key, begin, stop in (("w", keys[i][:-2], pieces.starts[i], end - 2), ("z", "'s", end - 2, end)):
                text.kinds.append(kind)
                text.keys.append(key)
                text.starts.append(begin)
                text.ends.append(stop)
            continue
        else:
            _copy(pieces, text, i, done)
            text.kinds[-1] = "p"
            ends_here = _ends_sentence(text.folded, keys[i], end, text.keys)
        if ends_here and len(text.kinds) > first:
            text.sentences.append((first, len(text.kinds)))
            first = len(text.kinds)
    _copy(pieces, text, done, len(kinds))
    if len(text.kinds) > first:
        text.sentences.append((first, len(text.kinds)))
    text.sentences = [
        (start, min(start + LONGEST, last)) for first, last in text.sentences for start in range(first, last, LONGEST)
    ]
    return text


def _copy(pieces: Text, text: Text, first: int, last: int) -> None:
    text.kinds += pieces.kinds[first:last]
    text.keys += pieces.keys[first:last]
    text.starts += pieces.starts[first:last]
    text.ends += pieces.ends[first:last]


def _run_together(before: str, following: str) -> bool:
    """A blank left out between two sentences ("clear.The big Dutchman"), unlike "J.Riise" or "www.Example"."""
    return len(before) > 3 and before.isalpha() and following[0].isupper() and following[1:2].islower()


def _ends_sentence(folded: str, mark: str, end: int, keys: list[str]) -> bool:
    following = folded[end : end + 3].lstrip(_CLOSERS)
    if not following:
        return True
    if not following[0].isspace():
        return mark == "." and len(keys) > 1 and _run_together(keys[-2], following)
    if mark == "." and len(keys) > 1:
        before = keys[-2]
        if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
            return False
    rest = folded[end : end + 12].lstrip(_CLOSERS + " \n")
    return not rest or not rest[0].islower()
