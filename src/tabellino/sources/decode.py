"""Bytes to text: by what the bytes say, and saying which encoding it was."""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata
from collections.abc import Iterator

import msgspec

from tabellino import data
from tabellino.errors import NotText

#: Byte order marks, longest first: that of UTF-32-LE begins with that of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
#: What stands together without blanks, figures or the signs of ordinary print.
_WORD = re.compile(r"[^\s\d'’‘´`.,;:!?¿¡()\[\]{}<>«»“”„\"/\\|&+*=%#@~^$€£§©®–—…·•ºª°²½¼¾_-]+")
#: Letters of Icelandic alone: in what other encodings mean by their bytes, Turkish and Polish have common ones.
_RARE = frozenset("þðÞÐ")
_NON_ASCII = re.compile(rb"[\x80-\xff]+")
#: A look at the start is enough to tell encodings apart, and keeps long texts linear and quick.
_SAMPLE = 20_000


class Decoded(msgspec.Struct, frozen=True):
    """A text and how it was read. `note` is None for plain UTF-8, else a sentence for `Report.warnings`."""

    text: str
    encoding: str
    note: str | None = None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text in some bytes: by byte order mark, as UTF-8, as the page declares, else by what looks like words.

    `declared` is the charset of an HTTP header or an HTML page, None when there is none.
    Raises NotText for empty and binary input, and says what it seems to be.
    """
    if not raw.strip(b" \t\r\n\0"):
        raise NotText("is empty; give a report with text in it")
    for mark, codec, name in MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], codec, name)
    _refuse_known_files(raw)
    for attempt in (_plain_utf8, _utf16_without_mark):
        if decoded := attempt(raw):
            return decoded
    _refuse_binary(raw.decode("latin-1"))
    return _as_declared(raw, declared) or _damaged_utf8(raw) or _most_like_words(raw)


def _marked(raw: bytes, codec: str, name: str) -> Decoded:
    text = raw.decode(codec, errors="replace")
    if not text.strip():
        raise NotText("is empty; give a report with text in it")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    note = None if name == "UTF-8" else f"read as {name}, as its first bytes say"
    if lost:
        note = f"read as {name}, as its first bytes say; {lost} damaged places are shown as \N{REPLACEMENT CHARACTER}"
    return Decoded(text, codec, note)


def _refuse_known_files(raw: bytes) -> None:
    for known in data.load("sources.toml")["signatures"]:
        if raw.startswith(bytes.fromhex(known["hex"])):
            raise NotText(f"is {known['what']}, not a text; {known['next']}")


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1a\x1b")
    if "\0" in sample or odd / len(sample) > data.load("sources.toml")["text"]["max_control_share"]:
        raise NotText("holds binary data, not text; give a plain text or HTML file")


def _plain_utf8(raw: bytes) -> Decoded | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    _refuse_binary(text)
    return Decoded(text, "utf-8")


def _utf16_without_mark(raw: bytes) -> Decoded | None:
    """UTF-16 as some editors write it: half of the bytes of Western prose are zero, always on the same side."""
    least = data.load("sources.toml")["text"]["utf16_zero_share"]
    sample = raw[: _SAMPLE * 2]
    even, odd = (sample[start::2].count(0) / max(1, len(sample) // 2) for start in (0, 1))
    for share, other, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if share >= least and other < least / 10 and len(raw) % 2 == 0:
            try:
                text = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return Decoded(text, codec, "read as UTF-16 without a byte order mark")
    return None


def _as_declared(raw: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    # Browsers read pages that say Latin-1 as Windows-1252 (WHATWG Encoding Standard), because their authors do.
    codec = "cp1252" if declared.lower() in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"} else declared
    try:
        return Decoded(raw.decode(codec), codec, f"read as {declared}, as the page says")
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _damaged_utf8(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", errors="replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(1 for char in text if char > "\x7f") - damaged
    if whole and damaged / (whole + damaged) <= data.load("sources.toml")["text"]["max_damaged_share"]:
        note = f"read as UTF-8 with {damaged} damaged places, shown as \N{REPLACEMENT CHARACTER}"
        return Decoded(text, "utf-8", note)
    return None


def _most_like_words(raw: bytes) -> Decoded:
    best: tuple[int, int] | None = None
    chosen = Decoded("", "")
    for order, encoding in enumerate(data.load("sources.toml")["encodings"]):
        try:
            text = raw.decode(encoding["codec"])
        except UnicodeDecodeError:
            continue
        rank = (sum(_unlikely(word) for word in _words(raw, encoding["codec"])), order)
        if best is None or rank < best:
            best, chosen = rank, Decoded(text, encoding["codec"], _note(raw, encoding))
    return chosen


def _note(raw: bytes, encoding: dict[str, str]) -> str:
    same = encoding["codec"] == "cp1252" and not any(0x80 <= byte <= 0x9F for byte in raw)
    return f"is not UTF-8; read as {encoding['name']}{', the same as Latin-1 for these bytes' if same else ''}"


def _words(raw: bytes, codec: str) -> Iterator[str]:
    """The words with a byte beyond ASCII in them, near the first such bytes."""
    for count, match in enumerate(_NON_ASCII.finditer(raw)):
        if count >= 500:
            return
        around = raw[max(0, match.start() - 20) : match.end() + 20].decode(codec)
        place = len(raw[max(0, match.start() - 20) : match.start()].decode(codec))
        for word in _WORD.finditer(around):
            if word.start() <= place < word.end():
                yield word[0]


def _unlikely(word: str) -> int:
    """How little a decoded word looks like one: scripts mixed, signs or capitals inside, no plain letter at all."""
    scripts = {_script(char) for char in word}
    if "sign" in scripts or len(scripts) > 1:
        return 3
    if any(a.islower() and b.isupper() for a, b in itertools.pairwise(word)):
        return 2
    if _RARE & set(word):
        return 1
    strange = sum(1 for char in word if char > "\x7f")
    return 1 if scripts == {"LATIN"} and len(word) > 2 and strange > len(word) / 2 else 0


def _script(char: str) -> str:
    if not char.isalpha():
        return "sign"
    return unicodedata.name(char, "sign").split(" ")[0]
