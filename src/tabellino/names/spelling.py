"""Spellings of one name: garbled in translation, by ear or from another script."""

from __future__ import annotations

import re
from functools import lru_cache

from tabellino.names.people import name_words, same_person

#: Letters by which two spellings of a surname may differ, by its length: names are garbled in translation
#: ("Kross" for Kroos), but short names that differ in one letter are two names.
SPELLING = {5: 1, 8: 2}
#: Letters that are written one for another in names that have been through another language or script.
SOUNDS = str.maketrans("kqzyw", "ccsiv")
_DOUBLE = re.compile(r"(.)\1")
#: What `likeness` gives a spelling that is garbled.
GARBLED = 0.5


def likeness(one: str, other: str) -> float:
    """How well two spellings fit one person: 0 not at all, 1 the same; surnames may differ by a garbled letter."""
    a, b = name_words(one), name_words(other)
    if not a or not b or (sound(a[-1][0]) != sound(b[-1][0]) and a[-1] not in b and b[-1] not in a):
        return 0.0
    if same_person(one, other):
        return 1.0 if a == b else 0.8
    if one_letter(a[-1]) == one_letter(b[-1]) and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0]):
        return 0.8
    mine, his = sound(a[-1]), sound(b[-1])
    if mine[0] != his[0]:
        return 0.0
    allowed = may_differ(min(len(a[-1]), len(b[-1])))
    given_agree = len(a) == 1 or len(b) == 1 or sound(a[0][0]) == sound(b[0][0])
    if allowed and given_agree and is_garbled(mine, his, allowed):
        return GARBLED
    return 0.0


def may_differ(shorter: int) -> int:
    """By how many letters two spellings of a surname may differ, the shorter of which has so many."""
    return max((edits for length, edits in SPELLING.items() if shorter >= length), default=0)


@lru_cache(maxsize=4096)
def sound(surname: str) -> str:
    """A folded surname, or its first letter, with letters that sound alike as one: whoever translates a report by ear
    or from another script writes "Cross" for Kroos, "Kambyaso" for Cambiaso and "Myuller" for Müller."""
    return one_letter(surname.translate(SOUNDS)).replace("iu", "u")


def one_letter(folded: str) -> str:
    """Folded words with "ae", "oe" and "ue" as one letter each: "Özil" is "Ozil" to some and "Oezil" to others."""
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_garbled(one: str, other: str, allowed: int) -> bool:
    """Whether two spellings differ by so many letters at most. The letters that only one of them has keep most pairs
    apart already; rapidfuzz, which takes 20 ms to import, is asked for the others."""
    if max(len(set(one) - set(other)), len(set(other) - set(one)), abs(len(one) - len(other))) > allowed:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) > 1:
        return False  # Williams and Williamson, Roberts and Robertson
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= allowed


def is_doubled(one: str, other: str) -> bool:
    """Whether two spellings differ by a letter that is written twice in one of them: "Elliott" and "Elliot"."""
    return len(one) != len(other) and _DOUBLE.sub(r"\1", one) == _DOUBLE.sub(r"\1", other)
