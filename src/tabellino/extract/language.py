"""Which language a text is in, told by its common words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice

from tabellino import data
from tabellino.extract.text import Text

#: A text of fewer words than this without capitals is a list: its language does not matter.
FEW_WORDS = 12
#: At least this share of a text's words are common words of its language. In 60 reports of seven languages it is
#: 0.2 to 0.5 for the right language; Polish and Dutch reach 0.07 for the nearest wrong one.
LEAST_SHARE = 0.12
#: The share of letters outside ASCII and its accented kin above which another script is written.
OTHER_SCRIPT = 0.3


#: The vocabulary of a text in a language that none of the others knows (ISO 639-2: undetermined).
UNKNOWN = "und"


@cache
def languages() -> Mapping[str, str]:
    """The languages with a vocabulary: ISO 639-1 code to English name."""
    tables = [data.load(name) for name in data.listing("vocabulary")]
    return {table["language"]: table["name"] for table in tables if table.get("detect")}


def not_known() -> str:
    """Why a text in another language is not read, in words."""
    return f"its language is not known; {', '.join(languages().values())} are"


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
    counts = Counter(chain.from_iterable(filter(None, map(common.get, text.keys))))
    if len(list(islice(_small_words(text), FEW_WORDS))) < FEW_WORDS:
        return counts.most_common(1)[0][0] if counts else None if _other_script(text.raw) else "en"
    if not counts:
        return None
    code, hits = counts.most_common(1)[0]
    if hits >= LEAST_SHARE * text.kinds.count("w"):  # of all words, so of those in small letters too
        return code
    return code if hits >= LEAST_SHARE * len(list(_small_words(text))) else None


def _small_words(text: Text) -> Iterator[int]:
    """Where the words begin that have no capital."""
    raw = text.raw
    return (start for kind, start in zip(text.kinds, text.starts, strict=True) if kind == "w" and raw[start].islower())


def _other_script(raw: str) -> bool:
    letters = [c for c in raw[:4000] if c.isalpha()]
    return sum(c > "\u024f" for c in letters) > OTHER_SCRIPT * len(letters)
