"""Results as CSV: our own layout, and that of football-data.co.uk.

Our own is also how the package and the user's folder keep seasons: comment lines (`# competition: serie-a`) and one
line a match. The number of matches is in the head, so a file cut short is noticed.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping

from tabellino.domain.league import Fixture, Match, Season
from tabellino.errors import DataError
from tabellino.league.schema import Row

COLUMNS = ("date", "matchday", "kick_off", "home", "away", "home_goals", "away_goals", "half_time", "round", "remark")
NEEDED = ("date", "home", "away", "home_goals", "away_goals")
NUMBER = re.compile(r"\d{1,3}")
HALF_TIME = re.compile(r"(\d+)-(\d+)")
SHOOTOUT = re.compile(r"pen (\d+)-(\d+)")
HEAD = re.compile(r"^#\s*(competition|season|source|gap|matches)\s*:\s*(.+?)\s*$")


def is_own(first_line: str) -> bool:
    """Whether the heading of columns is ours."""
    return set(NEEDED) <= set(_columns(first_line))


def is_football_data(first_line: str) -> bool:
    """Whether the heading of columns is that of football-data.co.uk."""
    return {"Date", "HomeTeam", "AwayTeam", "FTHG", "FTAG"} <= set(_columns(first_line))


def head(text: str) -> dict[str, list[str]]:
    """What the comment lines tell: competition, season, source, gap, matches."""
    told: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := HEAD.match(line):
            told.setdefault(found[1], []).append(found[2])
    return told


def own_rows(text: str, file: str) -> Iterator[Row]:
    """The rows of our own layout. Raises DataError."""
    for line, row in _records(text, file, NEEDED):
        yield line, _own(row, f"{file}:{line}")


def football_data_rows(text: str, file: str) -> Iterator[Row]:
    """The rows of a file of football-data.co.uk (Date is d/m/y). Raises DataError."""
    for line, row in _records(text, file, ("Date", "HomeTeam", "AwayTeam", "FTHG", "FTAG")):
        if row.get("Date"):
            yield line, _football_data(row, f"{file}:{line}")


def division(text: str) -> str | None:
    """The division code of a file of football-data.co.uk; None when it has none."""
    reader = csv.DictReader(io.StringIO(text))
    return next((row["Div"] for row in reader if row.get("Div")), None)


def write(season: Season) -> str:
    """The season in our own layout; reading it back gives the same matches, fixtures, sources and gaps."""
    out = io.StringIO()
    lines = [f"# competition: {season.competition}", f"# season: {season.season}"]
    lines += [f"# source: {source}" for source in season.sources]
    lines.append(f"# matches: {len(season.matches) + len(season.fixtures)}")
    out.write("\n".join(lines) + "\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for match in season.matches:
        table.writerow(_cells(match))
    for fixture in season.fixtures:
        table.writerow(_cells(fixture))
    return out.getvalue()


def _cells(row: Match | Fixture) -> list[object]:
    head = [
        row.date or "",
        row.matchday or "",
        row.kick_off.strftime("%H:%M") if row.kick_off else "",
        row.home,
        row.away,
    ]
    if isinstance(row, Fixture):
        return [*head, "", "", "", row.round or "", row.status or ""]
    half = "{}-{}".format(*row.half_time) if row.half_time else ""
    remarks = ["awarded"] * row.awarded + ["aet"] * row.extra_time
    if row.shootout:
        remarks.append("pen {}-{}".format(*row.shootout))
    return [*head, row.home_goals, row.away_goals, half, row.round or "", "; ".join(remarks)]


def _columns(line: str) -> list[str]:
    return [cell.strip().lstrip("\ufeff") for cell in line.split(",")]


def _records(text: str, file: str, needed: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each record with its line; comment and empty lines are passed over."""
    columns: list[str] = []
    least = 0
    for line, raw in enumerate(text.splitlines(), 1):
        if raw.startswith("#") or not raw.strip(" ,"):
            continue
        if not columns:
            columns = _columns(raw)
            least = max(columns.index(name) for name in needed) + 1
            continue
        cells = next(csv.reader([raw])) if '"' in raw else raw.split(",")
        if len(cells) < least:
            raise DataError(
                f"{file}:{line}: {raw[:80]!r} has {len(cells)} of {len(columns)} columns: the file is cut here"
            )
        yield line, dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _own(row: Mapping[str, str], place: str) -> Match | Fixture:
    date = _date(row["date"], place) if row["date"] else None
    matchday = _number(row["matchday"], "matchday", place) if row.get("matchday") else None
    kick_off = _time(row.get("kick_off", ""), place)
    common = (row["home"], row["away"])
    remark = row.get("remark", "")
    for name in ("home", "away"):
        if not row[name]:
            raise DataError(f"{place}: {name} is empty; a match has two clubs")
    if not row["home_goals"] and not row["away_goals"]:
        status = remark if remark in ("postponed", "cancelled") else None
        return Fixture(date, *common, matchday, row.get("round") or None, kick_off, status)  # type: ignore[arg-type]
    if date is None:
        raise DataError(f"{place}: a match with a score and no date; a date such as 2026-02-14 would be right")
    goals = (_number(row["home_goals"], "home_goals", place), _number(row["away_goals"], "away_goals", place))
    shootout = SHOOTOUT.search(remark)
    return Match(
        date, *common, *goals, _half(row.get("half_time", ""), place), matchday, row.get("round") or None, kick_off,
        awarded="awarded" in remark,
        extra_time="aet" in remark,
        shootout=(int(shootout[1]), int(shootout[2])) if shootout else None,
    )  # fmt: skip


def _football_data(row: Mapping[str, str], place: str) -> Match | Fixture:
    date = _british_date(row["Date"], place)
    kick_off = _time(row.get("Time", ""), place)
    if not row["FTHG"] and not row["FTAG"]:
        return Fixture(date, row["HomeTeam"], row["AwayTeam"], kick_off=kick_off)
    goals = (_number(row["FTHG"], "FTHG", place), _number(row["FTAG"], "FTAG", place))
    half = None
    if row.get("HTHG") and row.get("HTAG"):
        half = (_number(row["HTHG"], "HTHG", place), _number(row["HTAG"], "HTAG", place))
    return Match(date, row["HomeTeam"], row["AwayTeam"], *goals, half, kick_off=kick_off)


def _date(text: str, place: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as wrong:
        raise DataError(f"{place}: {text!r} is no date; 2026-02-14 would be right") from wrong


def _british_date(text: str, place: str) -> datetime.date:
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})", text)
    try:
        if found:
            year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3]) - 100 * (int(found[3]) > 92)
            return datetime.date(year, int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise DataError(f"{place}: {text!r} is no date; day/month/year as in 14/02/2026 would be right")


def _number(text: str, name: str, place: str) -> int:
    if not NUMBER.fullmatch(text):
        raise DataError(f"{place}: {name} is {text!r}; a number of goals or a matchday such as 3 would be right")
    return int(text)


def _half(text: str, place: str) -> tuple[int, int] | None:
    if not text:
        return None
    found = HALF_TIME.fullmatch(text)
    if not found:
        raise DataError(f"{place}: half_time is {text!r}; home and away goals as in 1-0 would be right")
    return int(found[1]), int(found[2])


def _time(text: str, place: str) -> datetime.time | None:
    if not text:
        return None
    try:
        return datetime.time.fromisoformat(text)
    except ValueError as wrong:
        raise DataError(f"{place}: {text!r} is no time; 20:45 would be right") from wrong
