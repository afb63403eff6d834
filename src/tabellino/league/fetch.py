"""Getting a season from the openfootball repositories over HTTPS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from tabellino.domain.league import Season
from tabellino.errors import ReadingError, SourceNotFound, TooLarge
from tabellino.league.competitions import competition, known
from tabellino.league.readers import read_text
from tabellino.league.schema import season_name
from tabellino.league.season_store import save

#: A whole season is 40 to 120 kB; what is a hundred times larger is something else.
LARGEST = 10_000_000
#: Seconds to wait for an answer.
PATIENCE = 20.0
#: Called with bytes so far and bytes in all (None when the server does not tell).
Progress = Callable[[int, int | None], None]


def fetch(
    of: str,
    season: str,
    folder: Path | None = None,
    progress: Progress = lambda done, total: None,
    address: str | None = None,
) -> Season:
    """Fetch a season, keep it in the user's folder and return it.

    `address` stands in for the openfootball one, with "{season}" in it. Raises UnknownCompetition, SourceNotFound
    (no such season, no network, no answer), TooLarge, ReadingError and DataError; nothing is kept then.
    """
    rules = competition(of)
    name = season_name(season)
    template = address or rules.openfootball
    if template is None:
        able = ", ".join(key for key in known() if competition(key).openfootball)
        raise SourceNotFound(
            f"{rules.name} cannot be fetched; these can: {able}; add a file with `tabellino seasons add`"
        )
    url = template.format(season=name)
    text = _download(url, f"{rules.name} {name}", progress).decode("utf-8-sig", "replace")
    read = read_text(text, url, rules.key, name)
    kept = msgspec.structs.replace(read, sources=(f"{url} (openfootball, CC0 1.0)" if address is None else url,))
    save(kept, folder)
    return kept


def _download(url: str, what: str, progress: Progress) -> bytes:
    import httpx

    body = bytearray()
    try:
        with httpx.stream("GET", url, timeout=PATIENCE, follow_redirects=True) as answer:
            if answer.status_code == 404:
                raise SourceNotFound(f"{what} is not at {url} (404): is the season written right, and has it begun?")
            if answer.status_code != 200:
                raise ReadingError(f"{url} answered {answer.status_code}, 200 was expected; try again later")
            told = answer.headers.get("content-length", "")
            total = int(told) if told.isdigit() and "content-encoding" not in answer.headers else None
            for piece in answer.iter_bytes():
                body += piece
                progress(len(body), total)
                if len(body) > LARGEST:
                    raise TooLarge(f"{url} is larger than {LARGEST:,} bytes: that is no season of results")
    except httpx.HTTPError as lost:
        raise SourceNotFound(
            f"{what} could not be fetched: no answer from {httpx.URL(url).host} ({type(lost).__name__}). "
            "Is there a network? A file that you have is read by `tabellino seasons add FILE`"
        ) from lost
    return bytes(body)
