"""Which language a text is in, told by its common words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from tabellino import data
from tabellino.extract.text import Text

#: A text of fewer words than this without capitals is a list: its language does not matter.
FEW_WORDS = 12
#: At least this share of a text's words are common words of its language. In 60 reports of seven languages it is
#: 0.2 to 0.5 for the right language; Polish and Dutch reach 0.07 for the nearest wrong one.
LEAST_SHARE = 0.12
#: The share of letters outside ASCII and its accented kin above which another script is written.
OTHER_SCRIPT = 0.3


@cache
def languages() -> Mapping[str, str]:
    """The languages with a vocabulary: ISO 639-1 code to English name."""
    tables = [data.load(name) for name in data.listing("vocabulary")]
    return {table["language"]: table["name"] for table in tables if "detect" in table}


@cache
def _common() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in data.load(f"vocabulary/{code}.toml")["detect"]:
            found[word] = (*found.get(word, ()), code)
    return found


def detect_language(text: Text) -> str | None:
    """The ISO 639-1 code of the text's language; "en" for bare lists, None when no vocabulary knows it."""
    common = _common()
    raw = text.raw
    words = sum([kind == "w" and raw[start].islower() for kind, start in zip(text.kinds, text.starts, strict=True)])
    told = [common[key] for kind, key in zip(text.kinds, text.keys, strict=True) if key in common and kind == "w"]
    counts = Counter(code for codes in told for code in codes)
    if words < FEW_WORDS:
        return counts.most_common(1)[0][0] if counts else None if _other_script(text.raw) else "en"
    if not counts:
        return None
    code, hits = counts.most_common(1)[0]
    return code if hits >= LEAST_SHARE * words else None


def _other_script(raw: str) -> bool:
    letters = [c for c in raw[:4000] if c.isalpha()]
    return sum(c > "\u024f" for c in letters) > OTHER_SCRIPT * len(letters)
