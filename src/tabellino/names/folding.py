"""Folding: one form for the many ways of writing a name."""

from __future__ import annotations

from functools import lru_cache

#: Accented letters of Latin scripts (U+00C0 to U+017F, and the Romanian ones with a comma), and the plain ones under
#: each, as anyascii has them: to import that costs 15 ms, and most texts hold no other letters.
_ACCENTED = (
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïðñòóôõöøùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥ"
    "ĦħĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſȘșȚț"
)
_PLAIN = (
    "AAAAAACEEEEIIIIDNOOOOOOUUUUYaaaaaaceeeeiiiidnoooooouuuuyyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHh"
    "HhIiIiIiIiIiJjKkqLlLlLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsSsTt"
)
_SIGNS = {"\u00a0": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2011": "-", "×": "*", "÷": "/"}
_RARE = {"ʻ": "`", "ə": "e", "Ə": "E", "º": "o"}  # of Polynesia, Azerbaijan, and "1º de Maio"
_LETTERS = ("Ae", "Th", "ss", "ae", "th", "IJ", "ij", "'n", "Ng", "ng", "Oe", "oe", "...", "<<", ">>")
_SEVERAL = dict(zip("ÆÞßæþĲĳŉŊŋŒœ…«»", _LETTERS, strict=True))
_LATIN = str.maketrans(dict(zip(_ACCENTED, _PLAIN, strict=True)) | _SIGNS | _RARE | _SEVERAL)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in small letters, without accents, typographic quotes and double spaces.

    "Zieliński" and "Zielinski", "Bodø/Glimt" and "bodo/glimt" fold alike. The result may be longer than the text
    ("Gießen" becomes "giessen"), so offsets into it are not offsets into the text.
    """
    return " ".join(_in_ascii(text).casefold().split())


def fold_lines(text: str) -> str:
    """As `fold` does for each line of a text, but that white space stays as it is: for long lists, at once."""
    return _in_ascii(text).casefold()


def _in_ascii(text: str) -> str:
    if not text.isascii():
        text = text.translate(_LATIN)
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return text


_LETTER_FOR_LETTER = {sign: plain for sign, plain in _LATIN.items() if isinstance(plain, int) or len(plain) == 1}


def fold_letters(text: str) -> str:
    """The text in small letters and without accents, letter for letter: offsets into it are offsets into the text."""
    plain = (text if text.isascii() else text.translate(_LETTER_FOR_LETTER)).lower()
    return plain if len(plain) == len(text) else text
