"""Making untrusted words harmless on the way to the page, without moving a single offset.

Escaping is the business of markupsafe; here go the characters that escaping leaves alone: controls that a browser drops
or turns around, so that a reader would see other words than stand in the text.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

import msgspec

#: What is not shown as it stands. Controls but tab and line feed, halves of surrogate pairs, noncharacters; and the
#: bidirectional embeddings, overrides and isolates, which show words in an order in which they were not written. The
#: plain marks U+200E, U+200F and U+061C stay: right-to-left texts need them and they reorder nothing by themselves.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

#: What would be read as markup.
_MARKUP = re.compile("[<>&\"']")


def visible(text: str) -> str:
    """The text with every control character shown as U+FFFD, one for one: offsets into it stay right."""
    if text.isprintable() or not _HIDDEN.search(text):  # most are printable, and that is seen at once
        return text
    return _HIDDEN.sub(lambda c: " " if c[0] == "\r" else "\ufffd", text)


def escaped(text: str) -> str:
    """The text fit for markup. markupsafe does the same, and wraps every piece in an object of its own: in a page of
    ten reports that is a millisecond."""
    return html.escape(text) if _MARKUP.search(text) else text


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element: it holds no character that could end the element.

    Lone surrogates, which UTF-8 cannot hold, are written as escapes.
    """
    try:
        plain = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        plain = json.dumps(msgspec.to_builtins(value), separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        plain = plain.replace(character, f"\\u{ord(character):04x}")
    return plain


def web_address(source: str) -> str | None:
    """The source when it is an http(s) address that may be linked, else None (a path, "-", another scheme)."""
    if not source.lower().startswith(("https://", "http://")) or len(source) > 2000:
        return None
    return None if any(ord(c) <= 0x20 or ord(c) in range(0x7F, 0xA0) for c in source) else visible(source)
