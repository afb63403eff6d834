"""HTML: the article of a page, its title, date and outlet, through trafilatura."""

from __future__ import annotations

import datetime
import re
from typing import Any

from tabellino import data
from tabellino.domain.report import Report
from tabellino.errors import NotText

_DOCUMENT = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
_BLOCK = re.compile(r"<(p|div|h[1-6]|section|table|ul|ol|span|br)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: What says that a text is a page stands in its head; scripts may push the body far down, but not <html>.
_HEAD = 4_000
#: Tags of a fragment that has no <html>: fewer may stand in prose about web pages.
_MIN_BLOCKS = 3


def looks_like_html(text: str) -> bool:
    """Whether a text is a page, or a fragment of one, rather than prose."""
    head = text[:_HEAD]
    return _DOCUMENT.search(head) is not None or len(_BLOCK.findall(head)) >= _MIN_BLOCKS


def declared_charset(raw: bytes) -> str | None:
    """The charset that a page's own meta tag names, None when it has none."""
    found = _CHARSET.search(raw[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def article(page: str, source: str, address: str | None = None) -> Report:
    """The report in a page. Its text begins with the headline, as claims may stand there alone.

    `address` is where the page came from, None for a file. Raises NotText for a page without an article.
    """
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        page,
        url=address,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        # Only a date that the page states about itself, never one picked out of prose; and without the upper bound
        # of today that htmldate sets by default, so that a page reads the same on every day.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2999-12-31"},
    )
    body = ((found and found.text) or "").strip()
    if len(body.split()) < data.load("sources.toml")["text"]["min_article_words"]:
        raise NotText("is a page of HTML without an article; open the report itself and give its address or text")
    title = (found.title or "").strip() or None
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    return Report(
        text=text,
        source=source,
        outlet=found.sitename or found.hostname or None,
        title=title,
        date=_date(found.date),
    )


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
