"""football.json, the results of openfootball as JSON."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

from tabellino.domain.league import Fixture, Match
from tabellino.errors import DataError
from tabellino.league.schema import Row


def load(text: str, file: str) -> dict[str, Any]:
    """The document. Raises DataError, with the line, when the JSON is broken or is something else."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as broken:
        raise DataError(
            f"{file}:{broken.lineno}: {broken.msg}: the JSON is cut or broken; fetch the file anew"
        ) from broken
    if not isinstance(document, dict) or not ("matches" in document or "rounds" in document):
        raise DataError(f'{file}:1: no results; football.json has {{"name": "Serie A 2025/26", "matches": [...]}}')
    return document


def heading(document: dict[str, Any]) -> tuple[str | None, str | None]:
    """Title and season, each None when the document does not tell."""
    found = re.match(r"^(.*?)\s+(\d{4}(?:[/-]\d{2,4})?)$", str(document.get("name", "")).strip())
    return (found[1], found[2]) if found else (None, None)


def rows(document: dict[str, Any], text: str, file: str) -> Iterator[Row]:
    """Every match and fixture with the line on which its entry begins. Raises DataError."""
    lines = _lines(text)
    for number, (entry, name) in enumerate(_entries(document)):
        line = lines[number] if number < len(lines) else 1
        try:
            yield line, _row(entry, name)
        except (KeyError, TypeError, ValueError, IndexError) as broken:
            told = json.dumps(entry, ensure_ascii=False)[:120]
            right = '{"round", "date": "2025-08-23", "team1", "team2", "score": {"ft": [2, 1]}} would be right'
            raise DataError(
                f"{file}:{line}: {told} is no match ({type(broken).__name__}: {broken}); {right}"
            ) from broken


def _lines(text: str) -> list[int]:
    """The line of each "team1", which every entry has once."""
    lines, at, line = [], 0, 1
    for found in re.finditer(r'"team1"\s*:', text):
        line += text.count("\n", at, found.start())
        at = found.start()
        lines.append(line)
    return lines


def _entries(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str | None]]:
    for entry in document.get("matches", ()):
        yield entry, entry.get("round")
    for group in document.get("rounds", ()):
        for entry in group.get("matches", ()):
            yield entry, group.get("name")


def _row(entry: dict[str, Any], name: str | None) -> Match | Fixture:
    home, away = (_club(entry[key]) for key in ("team1", "team2"))
    date = datetime.date.fromisoformat(entry["date"]) if entry.get("date") else None
    kick_off = _time(entry.get("time"))
    matchday = int(found[1]) if (found := re.fullmatch(r"Matchday (\d+)", name or "")) else None
    round_name = None if matchday else name
    score = entry.get("score") or {}
    if isinstance(score, list):
        score = {"ft": score}
    status = entry.get("status")
    if not score.get("ft"):
        kept = status if status in ("postponed", "cancelled") else None
        return Fixture(date, home, away, matchday, round_name, kick_off, kept)
    if date is None:
        raise ValueError("a score without a date")
    goals = _pair(score.get("et") or score["ft"])
    half = _pair(score["ht"]) if score.get("ht") else None
    return Match(
        date, home, away, *goals, half, matchday, round_name, kick_off,
        awarded=status == "awarded",
        extra_time="et" in score,
        shootout=_pair(score["p"]) if score.get("p") else None,
    )  # fmt: skip


def _club(told: Any) -> str:
    name = told["name"] if isinstance(told, dict) else told
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"{told!r} is no club")
    return name


def _time(told: str | None) -> datetime.time | None:
    found = re.match(r"(\d{1,2}):(\d{2})", told or "")
    if found and int(found[2]) > 59:
        raise ValueError(f"{told!r} is no time; 20:45 would be right")
    return datetime.time(int(found[1]) % 24, int(found[2])) if found else None


def _pair(told: Any) -> tuple[int, int]:
    first, second = told
    if not all(isinstance(goals, int) for goals in (first, second)):
        raise ValueError(f"{told!r} are no goals")
    return first, second
