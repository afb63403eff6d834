"""Football.TXT, the plain-text results of openfootball.

Two forms of a match line are in use, `Home v Away 2-1 (1-1)` and `Home 2-1 (1-1) Away`; a kick-off stands before the
first match of its time and holds for those under it; a date line holds until the next. Years are often left out: the
weekday tells which of the season's two years is meant.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tabellino.domain.league import Fixture, Match
from tabellino.errors import DataError
from tabellino.league.schema import Row, bounds

MONTHS = {m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"), 1)}
MONTHS |= {"sep": 9, "oct": 10, "nov": 11, "dec": 12}
DAYS = {d: i for i, d in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}

#: A score with what may follow: shoot-out, extra time, the scores after 90 and 45 minutes, a remark.
SCORE = (
    r"(?:(?P<p1>\d+)-(?P<p2>\d+)\s+pen\.?,?\s+)?(?P<f1>\d+)-(?P<f2>\d+)(?P<aet>\s+(?:a\.e\.t\.?|aet))?"
    r"(?:\s+\((?:(?P<r1>\d+)-(?P<r2>\d+)\s*,\s*)?(?P<h1>\d+)-(?P<h2>\d+)\))?"
)
REMARK = r"(?:\s+\[(?P<remark>[^\]]+)\])?"
TIME = r"\s*(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})\s+)?"
SCORE_LAST = re.compile(rf"^{TIME}(?P<home>\S.*?)\s+(?:v|-)\s+(?P<away>\S.*?)\s+{SCORE}{REMARK}\s*(?:@.*)?$")
SCORE_BETWEEN = re.compile(rf"^{TIME}(?P<home>\S.*?)\s+{SCORE}\s+(?P<away>\w.*?){REMARK}\s*(?:@.*)?$")
NO_SCORE = re.compile(rf"^{TIME}(?P<home>\S.*?)\s+v\s+(?P<away>[^\[\d]*?(?:\d+\S*)?[^\[]*?){REMARK}\s*(?:@.*)?$")
#: What a line cut within its score leaves after the away club.
HALF_A_SCORE = re.compile(r"\s\d+-|\(|\s\d+$")
DATE = re.compile(
    r"^\s*\[?(?:(?P<day>[A-Za-z]{3})[a-z]*,?\s+)?(?P<month>[A-Z][a-z]{2})[a-z]*[ /](?P<n>\d{1,2})"
    r"(?:,?\s+(?P<year>\d{4}))?\]?\s*$"
)
ROUND = re.compile(r"^\s*[▪»]\s*(?P<round>.+?)\s*$|^\s*(?P<plain>Matchday \d+)\s*$")
TITLE = re.compile(r"^=+\s*(?P<title>.*?)\s+(?P<season>\d{4}(?:[/-]\d{2,4})?)\s*=*$")
TOLD = re.compile(r"^#\s*Matches\s+(\d+)")


def heading(text: str) -> tuple[str | None, str | None, int | None]:
    """Title, season and number of matches as the file's head tells them, each None when it does not."""
    title = season = told = None
    for line in text.splitlines()[:20]:
        if found := TITLE.match(line):
            title, season = found["title"], found["season"]
        elif found := TOLD.match(line):
            told = int(found[1])
    return title, season, told


def rows(text: str, season: str, file: str) -> Iterator[Row]:
    """Every match and fixture with its line. Raises DataError where a line is neither these nor a heading."""
    return _Reader(season, file).rows(text)


class _Reader:
    def __init__(self, season: str, file: str) -> None:
        self.season, self.file = season, file
        self.first, self.last = bounds(season)
        self.date: datetime.date | None = None
        self.kick_off: datetime.time | None = None
        self.round: str | None = None

    def rows(self, text: str) -> Iterator[Row]:
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.split("#")[0].rstrip()
            if not line.strip() or line.startswith("=") or line.lstrip()[0] in "([":
                continue
            if found := ROUND.match(line):
                self.round = found["round"] or found["plain"]
                self.date = self.kick_off = None
            elif found := DATE.match(line):
                self.date, self.kick_off = self.day(found, number), None
            else:
                yield number, self.match(line, number)

    def day(self, found: re.Match[str], number: int) -> datetime.date:
        """The date of a date line; without a year, the one of the season's years on which the weekday fits."""
        month = MONTHS.get(found["month"].lower())
        if month is None:
            self.refuse(number, f"{found['month']!r} is no month; write it as in 'Sat Aug 24'")
        years = [int(found["year"])] if found["year"] else [self.first.year, self.last.year]
        weekday = DAYS.get((found["day"] or "").lower())
        for year in dict.fromkeys(years):
            try:
                date = datetime.date(year, month or 0, int(found["n"]))
            except ValueError:
                continue
            if self.first <= date <= self.last and weekday in (None, date.weekday()):
                return date
        told = " or ".join(map(str, dict.fromkeys(years)))
        self.refuse(number, f"{found[0].strip()!r} is no day of the season {self.season} (looked in {told})")
        raise AssertionError("unreachable")

    def match(self, line: str, number: int) -> Match | Fixture:
        found = SCORE_LAST.match(line) or SCORE_BETWEEN.match(line)
        plain = None if found else NO_SCORE.match(line)
        if plain and HALF_A_SCORE.search(plain["away"]):
            plain = None
        if not found and not plain:
            self.refuse(
                number, f"{line.strip()!r} is no match; 'Home v Away 2-1 (1-1)' would be, or 'Home 2-1 (1-1) Away'"
            )
        hit = found or plain
        assert hit is not None
        if hit["hour"]:
            if int(hit["minute"]) > 59:
                self.refuse(number, f"{hit['hour']}:{hit['minute']} is no time; 20:45 would be right")
            self.kick_off = datetime.time(int(hit["hour"]) % 24, int(hit["minute"]))
        return self.played(hit, number) if found else self.to_come(hit)

    def day_of_round(self) -> tuple[int | None, str | None]:
        if found := re.fullmatch(r"Matchday (\d{1,2})", self.round or ""):
            return int(found[1]), None
        return None, self.round

    def played(self, hit: re.Match[str], number: int) -> Match:
        if self.date is None:
            self.refuse(number, f"{hit['home']} v {hit['away']} has a score and no date line above it")
        assert self.date is not None
        matchday, name = self.day_of_round()
        half = (int(hit["h1"]), int(hit["h2"])) if hit["h1"] else None
        return Match(
            self.date, hit["home"], hit["away"], int(hit["f1"]), int(hit["f2"]), half, matchday, name, self.kick_off,
            awarded=(hit["remark"] or "").strip() == "awarded",
            extra_time=hit["aet"] is not None,
            shootout=(int(hit["p1"]), int(hit["p2"])) if hit["p1"] else None,
        )  # fmt: skip

    def to_come(self, hit: re.Match[str]) -> Fixture:
        matchday, name = self.day_of_round()
        remark = (hit["remark"] or "").strip()
        status = remark if remark in ("postponed", "cancelled") else None
        return Fixture(self.date, hit["home"], hit["away"], matchday, name, self.kick_off, status)  # type: ignore[arg-type]

    def refuse(self, number: int, why: str) -> None:
        raise DataError(f"{self.file}:{number}: {why}")
