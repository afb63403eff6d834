"""Whether two names mean one person or one club: lenient, as a reader would be.

The gate keeps its own small comparison on purpose: a slip in the package's name matching must show here,
not be forgiven by it.
"""

from __future__ import annotations

import re
import unicodedata

#: Letters that Unicode does not take apart into letter and accent.
FOLD = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "ı": "i", "’": "'"}
)
# fmt: off
#: Words in club names that tell no club from another. "United" and "City" are not among them.
CLUB_NOISE = frozenset({
    "fc", "ac", "afc", "as", "ss", "ssc", "us", "sc", "cf", "cd", "ud", "cp", "sv", "sl", "rc", "rcd", "ogc", "vfl",
    "vfb", "tsg", "fsv", "hsc", "bsc", "club", "calcio", "de", "the", "real", "stade", "1", "04", "05", "1899",
    "milano", "ladies", "women",
})
#: Short forms and translations of words in club names that the labels or the records may use.
CLUB_WORDS = {
    "internazionale": "inter", "man": "manchester", "utd": "united", "spurs": "tottenham", "juve": "juventus",
    "wolves": "wolverhampton", "qpr": "queens", "hamburger": "hamburg", "hsv": "hamburg",
    "cologne": "koln", "rennais": "rennes",
}
# fmt: on
#: Written differently in two languages and never both in one name.
DROPPED = frozenset({"munchen", "munich", "munchner"})


#: Mueller is Müller is Muller: the e that stands for two dots is taken away on both sides.
UMLAUT = re.compile(r"([aou])e(?=.)")


def words(name: str | None) -> list[str]:
    """The words of a name without accents, capitals and German e; an empty list for None."""
    decomposed = unicodedata.normalize("NFKD", (name or "").translate(FOLD))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return [UMLAUT.sub(r"\1", w) for w in re.split(r"[^a-z0-9']+", plain) if w]


def same_person(one: str | None, other: str | None) -> bool:
    """One name ends the other, the surnames agree, or all words of one are in the other. False for an unknown name."""
    a, b = words(one), words(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return long[-len(short) :] == short or a[-1] == b[-1] or set(short) <= set(long)


def club_words(name: str | None) -> set[str]:
    """The words that tell a club from others."""
    told = {CLUB_WORDS.get(w, w) for w in words(name)}
    return {w for w in told if w} - CLUB_NOISE - DROPPED


def same_club(one: str | None, other: str | None) -> bool:
    """The telling words of one name are all in the other."""
    a, b = club_words(one), club_words(other)
    return bool(a and b and (a <= b or b <= a))
