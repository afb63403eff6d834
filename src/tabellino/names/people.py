"""Names of people: comparing and linking mentions."""

from __future__ import annotations

import re
from functools import lru_cache

from tabellino.names.folding import fold


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without full stops: "N'Golo Kanté" is ("n'golo", "kante"). Initials that lists print
    behind a surname
    come first: "Serrano G." is ("g", "serrano")."""
    return initials_first(tuple(word.rstrip(".") or word for word in fold(name).replace("-", " ").split()))


def initials_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with the initials that stand behind a surname in front of it, without full stops:
    ("serrano", "g.") is ("g", "serrano")."""
    behind = len(words)
    while behind > 1 and len(words[behind - 1].rstrip(".")) == 1:
        behind -= 1
    return (*(word.rstrip(".") for word in words[behind:]), *words[:behind]) if behind < len(words) else words


def same_person(one: str, other: str) -> bool:
    """Whether two names as printed can be one person's: the shorter is the end of the longer, or stands in it, or the
    surnames agree and no given names clash. Empty names are nobody's."""
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short[-1] not in long:  # most pairs: none of what follows can hold
        return False
    if long[-len(short) :] == short or set(short) <= set(long):
        return True
    return a[-1] == b[-1] and _given_agree(a[:-1], b[:-1])


def _given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """No clash of given names: one has none, they share one, or an initial fits."""
    if not a or not b or set(a) & set(b):
        return True
    return any(x[0] == y[0] and (len(x) == 1 or len(y) == 1) for x in a for y in b)


#: Small words of names, as they stand between the others.
PARTICLES = frozenset({"van", "der", "de", "den", "di", "da", "do", "dos", "von", "of", "el", "la", "le", "ten", "ter"})
#: A word of no more letters than this may be initials, alone and beside others.
INITIALS, BESIDE = 3, 2


def as_written(name: str) -> str:
    """A name that a headline or a list prints in capitals, or with its initials behind, as it is written elsewhere:
    "KENNY MILLER" is "Kenny Miller", "MCCARTHY" is "McCarthy", "Serrano G." is "G. Serrano", "MATA Juan" is "Juan
    Mata". Others are left alone, and so are initials."""
    told = tuple(name.split())
    if (ordered := initials_first(told)) is not told:
        name = " ".join([f"{word}." if len(word) == 1 else word for word in ordered])
    told = tuple(name.split())
    capitals = next((n for n, word in enumerate(told) if not word.isupper() or len(word) <= INITIALS), len(told))
    if 0 < capitals < len(told) and all(word.istitle() for word in told[capitals:]):
        name = " ".join([*told[capitals:], *map(_word_as_written, told[:capitals])])  # "MATA Juan"
    if not name.isupper() or max(map(len, name.split()), default=0) <= INITIALS:
        return name
    words = [_word_as_written(word) for word in name.split()]
    return " ".join([word.lower() if n and word.lower() in PARTICLES else word for n, word in enumerate(words)])


def _word_as_written(word: str) -> str:
    if len(word) <= BESIDE:
        return word
    return "".join([_part_as_written(part) for part in re.split(r"([-'’])", word)])


def _part_as_written(part: str) -> str:
    scottish = len(part) > 4 and part.startswith("MC")
    return f"Mc{part[2:].capitalize()}" if scottish else part.capitalize()
