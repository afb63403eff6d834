"""A text as tokens and sentences, with offsets into the text as given.

Typographic variants are folded one character to one character, so offsets hold in the text as given.
"""

from __future__ import annotations

import re

import msgspec

#: One character for one: dashes, quotes, spaces, and letters whose lower case has another length.
_FOLD = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\t", " "),
        "\u0130": "I",
        "\u00d7": "x",  # 7×1
        "\u2022": "*",
    }
)

#: Groups: s score (3-2, 1:0), m minute mark (17', 90+3'), o ordinal (17th), n number, w word, p anything else.
#: A hyphenated compound is one word ("half-time"), but not after a figure ("17th-minute" is three tokens).
#: Words come first, being the commonest: no other group begins with a letter.
_TOKEN = re.compile(
    r"(?P<w>[^\W\d_]+(?:(?:-(?=[^\W\d_]{2})|'(?![sS]\b)(?=[^\W\d_])|(?<=\b[A-Z])'(?=[A-Z])|(?<=[^\W\d_])[\u0300-\u036f]+)"
    r"[^\W\d_]*)*)"
    r"|(?P<s>(?<![\w.:/-])(?:\d{1,2} ?[-:] ?\d{1,2}|\d{1,2}x\d{1,2})(?![\w/]|[-:.+]\d|'))"
    r"|(?P<m>\d{1,3}(?: ?\+ ?\d{1,2})? ?'(?!\w)|\d{1,3} ?\+ ?\d{1,2}(?!\d))"
    r"|(?P<o>\d{1,3}(?:st|nd|rd|th)(?![a-zA-Z]))"
    r"|(?P<n>\d[\d.,]*\d|\d)"
    r"|(?P<z>'s(?![a-zA-Z]))"
    r"|(?P<b>\n+)"
    r"|(?P<p>[^\s])"
)

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


class Text(msgspec.Struct):
    """Parallel lists over the tokens of a text: `kind` is a group letter of the tokeniser, `key` the folded lower
    case, `start` and `end` offsets; `sentences` are (first, last exclusive) token indices."""

    raw: str
    folded: str
    kinds: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


def fold_text(text: str) -> str:
    """The text with typographic variants folded, of the same length."""
    return text.translate(_FOLD)


def tokenise(text: str) -> Text:
    """Tokens and sentences of a text, in linear time."""
    folded = fold_text(text)
    lower = folded.lower()
    if len(lower) != len(folded):  # a rare letter whose lower case is longer: lower it letter by letter
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    kinds: list[str] = []
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[tuple[int, int]] = []
    first = 0
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        kind = match.lastgroup or "p"
        if kind == "b":
            after = folded[end : end + 1]
            if len(kinds) > first and not (after.islower() or after in "'," or after == " "):
                sentences.append((first, len(kinds)))
                first = len(kinds)
            continue
        key = lower[start:end]
        if kind == "w" and key[-2:] == "'s":  # "Cambiaso's": the name, then the mark
            kinds.append("w")
            keys.append(key[:-2])
            starts.append(start)
            ends.append(end - 2)
            start, key, kind = end - 2, "'s", "z"
        kinds.append(kind)
        keys.append(key)
        starts.append(start)
        ends.append(end)
        if key in ".!?" and _ends_sentence(folded, key, end, keys):
            sentences.append((first, len(kinds)))
            first = len(kinds)
    if len(kinds) > first:
        sentences.append((first, len(kinds)))
    return Text(text, folded, kinds, keys, starts, ends, sentences)


def _ends_sentence(folded: str, mark: str, end: int, keys: list[str]) -> bool:
    following = folded[end : end + 3].lstrip(_CLOSERS)
    if not following:
        return True
    if not following[0].isspace():
        return False
    if mark == "." and len(keys) > 1:
        before = keys[-2]
        if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
            return False
    rest = folded[end : end + 12].lstrip(_CLOSERS + " \n")
    return not rest or not rest[0].islower()
