"""Reading a results file of any known layout into a season."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from tabellino.domain.league import Season
from tabellino.errors import DataError, SourceNotFound, UsageError
from tabellino.league import csv_results, football_json, football_txt
from tabellino.league.competitions import Competition, by_football_data, by_title, competition, known
from tabellino.league.schema import Row, assemble, season_name

LAYOUTS = "Football.TXT, football.json, CSV of football-data.co.uk, CSV with date,home,away,home_goals,away_goals"


def read_file(path: Path | str, of: str | None = None, season: str | None = None) -> Season:
    """The season that a results file holds.

    `of` (a competition) and `season` are needed only where the file does not tell them. Raises SourceNotFound,
    UnknownCompetition, and DataError with file, line, what came and what would have been right.
    """
    where = Path(path)
    try:
        raw = where.read_bytes()
    except OSError as missing:
        raise SourceNotFound(f"{path}: {missing.strerror or missing}; give a results file ({LAYOUTS})") from missing
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return read_text(text, str(path), of, season)


def read_text(text: str, file: str, of: str | None = None, season: str | None = None) -> Season:
    """The season in a text; see `read_file`. `file` names it in messages."""
    if "\x00" in text or not text.strip():
        raise DataError(f"{file}:1: the file is {'no text' if text.strip() else 'empty'}; known layouts: {LAYOUTS}")
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if text.lstrip().startswith("{"):
        return _json(text, file, of, season)
    if csv_results.is_own(first):
        return _own(text, file, of, season)
    if csv_results.is_football_data(first):
        return _football_data(text, file, of, season)
    if first.startswith("=") or any(mark in text for mark in ("▪", "»", "Matchday")):
        return _txt(text, file, of, season)
    raise DataError(f"{file}:1: {first[:60]!r} is no results file; known layouts: {LAYOUTS}")


def _txt(text: str, file: str, of: str | None, season: str | None) -> Season:
    title, told_season, told = football_txt.heading(text)
    name = season_name(_needed(season or told_season, file, "season"))
    rules = _which(of, title, file)
    return assemble(football_txt.rows(text, name, file), rules, name, file, told)


def _json(text: str, file: str, of: str | None, season: str | None) -> Season:
    document = football_json.load(text, file)
    title, told_season = football_json.heading(document)
    name = season_name(_needed(season or told_season, file, "season"))
    return assemble(football_json.rows(document, text, file), _which(of, title, file), name, file)


def _own(text: str, file: str, of: str | None, season: str | None) -> Season:
    told = csv_results.head(text)
    name = season_name(_needed(season or next(iter(told.get("season", ())), None), file, "season"))
    rules = _which(of, next(iter(told.get("competition", ())), None), file)
    matches = int(told["matches"][0]) if "matches" in told else None
    rows = list(csv_results.own_rows(text, file))
    read, held = assemble(rows, rules, name, file, matches), len(rows)
    if matches is not None and held != matches:
        raise DataError(
            f"{file}:{len(text.splitlines())}: the file ends after {held} of {matches} matches: it is cut; add it anew"
        )
    return msgspec.structs.replace(read, sources=tuple(told.get("source", read.sources)))


def _football_data(text: str, file: str, of: str | None, season: str | None) -> Season:
    rows = list(csv_results.football_data_rows(text, file))
    code = csv_results.division(text)
    rules = competition(of) if of else by_football_data(code or "")
    if rules is None:
        raise DataError(f"{file}:2: division {code!r} is not known; name the competition: {', '.join(known())}")
    name = season_name(season) if season else _season_of(rows)
    return assemble(rows, rules, name, file)


def _season_of(rows: Iterable[Row]) -> str:
    """The season in which the first match lies: from July on, the one that begins in its year."""
    first = min(row.date for _, row in rows if row.date)
    year = first.year if first.month >= 7 else first.year - 1
    return f"{year}-{(year + 1) % 100:02}"


def _which(of: str | None, title: str | None, file: str) -> Competition:
    if of:
        return competition(of)
    found = competition(title) if title in known() else by_title(title or "")
    if found is None:
        told = f"headed {title!r}, which is no known competition" if title else "does not tell its competition"
        raise DataError(f"{file}:1: the file {told}; name one of {', '.join(known())}")
    return found


def _needed(value: str | None, file: str, what: str) -> str:
    if value is None:
        raise UsageError(f"{file}: the file does not tell its {what}; name it (2025-26)")
    return value
