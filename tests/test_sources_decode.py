"""Bytes become text by what they say, and the report tells which encoding it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.errors import NotText
from tabellino.sources.decode import decode

ITALIAN = "Così Müller e Perišić: l’Inter è più forte, 3–2 a San Siro"
FRENCH = "L'Inter s'impose face à la Juventus après un but à la 90e minute"
POLISH = "Zieliński strzelił gola w 90. minucie, środkowy pomocnik był bezradny"
RUSSIAN = "Интер обыграл Ювентус со счётом 3:2, победный мяч забил Зелиньский"
TURKISH = "Çalhanoğlu'nun golüyle Fenerbahçe şampiyonluğa yürüyor"
GREEK = "Ο Ολυμπιακός νίκησε με δύο γκολ στο δεύτερο ημίχρονο"


@pytest.mark.parametrize(
    ("text", "codec", "told"),
    [
        (FRENCH, "utf-8", None),  # what is expected needs no remark
        (FRENCH, "utf-8-sig", None),  # a mark before UTF-8 is common and harmless
        (FRENCH, "utf-16", "read as UTF-16, as its first bytes say"),
        (FRENCH, "utf-32", "read as UTF-32, as its first bytes say"),
        (FRENCH, "utf-16-le", "read as UTF-16 without a byte order mark"),
        (FRENCH, "utf-16-be", "read as UTF-16 without a byte order mark"),
        (RUSSIAN, "utf-16-le", "read as UTF-16 without a byte order mark"),
        (FRENCH, "latin-1", "is not UTF-8; read as Windows-1252, the same as Latin-1 for these bytes"),
        (ITALIAN, "cp1252", "is not UTF-8; read as Windows-1252"),  # quotes and dash of Windows
        (POLISH, "cp1250", "is not UTF-8; read as Windows-1250 (Central European)"),
        (POLISH, "iso8859_2", "is not UTF-8; read as ISO 8859-2 (Central European)"),
        (TURKISH, "cp1254", "is not UTF-8; read as Windows-1254 (Turkish)"),
        (RUSSIAN, "cp1251", "is not UTF-8; read as Windows-1251 (Cyrillic)"),
        (RUSSIAN, "koi8_r", "is not UTF-8; read as KOI8-R (Cyrillic)"),
        (GREEK, "cp1253", "is not UTF-8; read as Windows-1253 (Greek)"),
    ],
)
def test_the_encoding_is_found_and_told(text, codec, told):
    text = text.replace("ć", "c") if codec == "cp1252" else text
    found = decode(text.encode(codec))
    assert (found.text, found.note) == (text, told)


def test_a_text_with_a_few_damaged_bytes_stays_utf8():
    raw = (FRENCH * 5).encode().replace("à".encode(), b"\xe0", 1) + "Çalhanoğlu, Zieliński, Kağan".encode()
    found = decode(raw)
    assert "Zieliński" in found.text
    assert found.note == "read as UTF-8 with 1 damaged places, shown as \N{REPLACEMENT CHARACTER}"


def test_a_declared_charset_is_believed_when_the_bytes_allow_it():
    assert decode(RUSSIAN.encode("cp866"), "cp866").text == RUSSIAN
    assert decode(FRENCH.encode("latin-1"), "no-such-charset").text == FRENCH


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),  # a mark with nothing after it
        (b"\xff\xfe \x00", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF, not a text; save or copy its text first"),
        (b"PK\x03\x04....", "is a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (bytes(range(256)) * 20, "holds binary data"),
        (b"Inter 3-2\x00\x01\x02\x03 Juventus", "holds binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is(raw, message):
    with pytest.raises(NotText, match=message):
        decode(raw)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_refusal(raw):
    try:
        found = decode(raw)
    except NotText:
        return
    assert found.text.strip("\0 \t\r\n")


@given(st.text(alphabet=st.characters(exclude_categories=("C",)), min_size=1).filter(str.strip))
def test_utf8_comes_back_unchanged(text):
    raw = text.encode()
    if raw.startswith((b"\xef\xbb\xbf", b"%PDF-", b"{\\rtf")):
        return
    assert decode(raw).text == text
