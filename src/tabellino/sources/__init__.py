"""Reports from wherever they are: files, addresses, standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from tabellino.domain.report import Report
from tabellino.errors import ReadingError, SourceNotFound, TooLarge
from tabellino.sources.decode import Decoded, decode
from tabellino.sources.html import article, declared_charset, looks_like_html
from tabellino.sources.limits import max_bytes, too_large
from tabellino.sources.plain import date_of, title_of

__all__ = ["load", "report_from_bytes"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def load(source: str, *, stdin: BinaryIO | None = None, allow_private_addresses: bool = False) -> Report:
    """The report at a path, an http(s) address, or "-" for standard input.

    Text is kept as it is, HTML gives its article. `report.warnings` tells what was odd on the way in.
    `stdin` stands in for the process's own; `allow_private_addresses` lets local servers be read (for tests).
    Raises SourceNotFound, NotText, TooLarge or AddressRefused; the message begins with the source.
    """
    try:
        if _ADDRESS.match(source):
            return _from_address(source, allow_private_addresses)
        raw = _read(stdin or sys.stdin.buffer) if source == "-" else _read_file(source)
        return report_from_bytes(raw, source)
    except ReadingError as problem:
        name = "standard input" if source == "-" else source
        raise type(problem)(f"{name} {problem}") from problem


def report_from_bytes(raw: bytes, source: str, *, address: str | None = None, charset: str | None = None) -> Report:
    """The report in the bytes of a text or a page. Raises NotText."""
    decoded = decode(raw, charset or declared_charset(raw))
    if address is not None or looks_like_html(decoded.text):
        report = article(decoded.text, source, address)
    else:
        report = Report(text=decoded.text, source=source, title=title_of(decoded.text), date=date_of(decoded.text))
    return msgspec.structs.replace(report, warnings=_warnings(source, decoded))


def _from_address(source: str, allow_private: bool) -> Report:
    from tabellino.sources.web import fetch  # sockets and httpx, which files do not need

    page = fetch(source, allow_private=allow_private)
    address = page.address if page.is_html else None
    return report_from_bytes(page.raw, source, address=address, charset=page.charset)


def _warnings(source: str, decoded: Decoded) -> tuple[str, ...]:
    name = "standard input" if source == "-" else source
    return (f"{name}: {decoded.note}",) if decoded.note else ()


def _read_file(source: str) -> bytes:
    path = Path(source)
    try:
        with path.open("rb") as file:
            return _read(file)
    except FileNotFoundError as problem:
        raise SourceNotFound("does not exist; give the path of a file, an http(s) address, or -") from problem
    except IsADirectoryError as problem:
        raise SourceNotFound(f"is a folder; give the files in it, for example {path}/*.txt") from problem
    except PermissionError as problem:
        raise SourceNotFound("may not be read; check its permissions") from problem
    except (OSError, ValueError) as problem:  # a name too long, a null in it, a device that fails
        why = getattr(problem, "strerror", None) or problem
        raise SourceNotFound(f"cannot be read ({why}); give the path of a file") from problem


def _read(file: BinaryIO) -> bytes:
    raw = file.read(max_bytes() + 1)
    if len(raw) > max_bytes():
        raise TooLarge(too_large())
    return raw
