"""Which match it was: competition, date, venue and host, as an English text tells them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tabellino.domain.claim import Claim, FactSays
from tabellino.domain.report import Report, Span
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentioned import meant
from tabellino.extract.officials import official_claims
from tabellino.extract.patterns import Alphabet
from tabellino.extract.tried_where import matches_at
from tabellino.names import clubs

#: Headline, byline and first paragraph name the match.
EARLY = 3
#: A report stands in the paper within six days of its match, so a weekday alone names one day.
WEEK = 7


def fact_claims(context: Context, report: Report) -> Iterator[Claim]:
    """What the text says of the match as such; nothing in a language that has no words for it."""
    if not context.vocabulary.tells_story:
        return
    text = context.units.text.folded.lower()
    words = _words(context.vocabulary.language)
    yield from _competitions(context, report, text, words)
    yield from _venues(context, words)
    yield from _hosts(context, words)
    yield from official_claims(context.units.text.raw, text, context.vocabulary.language, context.vocabulary.particles)
    yield from _dates(context, report, text, words)


class _Words:
    """The compiled tables of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.weights: dict[str, float] = table["weights"]
        calendar = table["calendar"]
        self.competitions = {word: row for row in table["competition"] for word in row["words"]}
        self.competition = _any_of(self.competitions)
        self.not_this_match = _any_of(calendar["not_this_match"])
        self.months = {m: n % 12 + 1 for n, m in enumerate([*calendar["months"], *calendar["short_months"]])}
        self.weekdays = {day: n for n, day in enumerate(calendar["weekdays"])}
        self.weekday = re.compile(rf"\b(?:{'|'.join(self.weekdays)})\b")
        self.other_day = frozenset(calendar["other_day"])
        month = "|".join(sorted(self.months, key=len, reverse=True))
        self.iso = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
        self.day_month = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({month})\.?(?:,? (\d{{4}}))?\b")
        self.month_day = re.compile(rf"\b({month})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?(?!:)")


def _any_of(words: Any) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})\b")


@cache
def _words(language: str) -> _Words:
    from tabellino import data

    return _Words(data.load(f"vocabulary/{language}-story.toml"))


def _claim(context: Context, span: Span, says: FactSays, weight: float) -> Claim:
    return Claim(span, context.units.text.raw[slice(*span)], says, weight=round(min(0.97, weight), 4))


def _is_early(context: Context, offset: int) -> bool:
    sentences = context.units.text.sentences
    return len(sentences) <= EARLY or offset < context.units.text.starts[sentences[EARLY][0]]


def _competitions(context: Context, report: Report, text: str, words: _Words) -> Iterator[Claim]:
    countries = {_country(context.sides.first), _country(context.sides.second)}
    seen: dict[str, int] = {}
    for match in matches_at(text, words.competitions, words.competition):
        row = words.competitions[match[0]]
        if seen.setdefault(row["name"], 0) >= EARLY:
            continue
        seen[row["name"]] += 1
        weight = _competition_weight(row, countries, words.weights)
        if _is_early(context, match.start()):
            weight += words.weights["early"]
        if words.not_this_match.match(text, match.end() + 1):
            weight *= words.weights["not_this_match"]
        yield _claim(context, match.span(), FactSays("competition", row["name"]), weight)


def _country(name: str) -> str:
    club = clubs.club(name)
    return "" if club is None else "*" if club.nation else club.country


def _competition_weight(row: dict[str, Any], countries: set[str], weights: dict[str, float]) -> float:
    """How likely clubs of these countries meet in a competition: leagues are of one country, European cups of
    several."""
    of_one = len(countries) == 1 and "" not in countries
    if row["country"] == "":
        return weights["competition_cup"] if of_one and "*" not in countries else weights["competition_fits"]
    if countries != {row["country"]}:
        return weights["competition_other"]
    return weights["competition_cup"] if row.get("cup") and row["country"] != "*" else weights["competition_fits"]


def _venues(context: Context, words: _Words) -> Iterator[Claim]:
    codes, hosts = context.units.codes, context.sides
    for place in context.units.clubs:
        if codes[place] != patterns.GROUND:
            continue
        named = [club for club, _ in context.units.clubs_meant(place) if club in hosts]
        if not named:
            continue
        before = codes[max(0, place - 3) : place]
        at = not context.members("at_ground").isdisjoint(before)
        how = "venue_named" if not at else "venue_at"
        if at and not _is_early(context, context.units.starts[place]):
            how = "venue_later"
        span, quote = context.quote(place, place + 1)
        says = FactSays("venue", _ground(quote), of=named[0])
        yield _claim(context, span, says, words.weights[how])


def _hosts(context: Context, words: _Words) -> Iterator[Claim]:
    """Which of the two clubs was at home, where the first sentences tell: one claim for a club, of the surest words."""
    sides, seen = context.sides, set()
    rows = sorted(context.vocabulary.possible("home", context.units.codes), key=lambda row: -row[1]["weight"])
    for pattern, row in rows:
        if row["weight"] < words.weights["host_least"]:
            continue
        for match in pattern.finditer(context.units.codes):
            for role, place in Alphabet.captured(match).items():
                club = meant(context.units, place, sides.first, sides.second)
                if club is None or context.units.codes[place] == patterns.GROUND:
                    continue
                host = club if role == "home" else sides.other(club)
                if host not in seen and _is_early(context, context.units.starts[place]):
                    seen.add(host)
                    span, quote = context.quote(match.start(), match.end())
                    yield Claim(span, quote, FactSays("home", host), weight=words.weights["host_told"])


def _ground(words: str) -> str:
    """The ground as written, without article and line breaks."""
    return re.sub(r"^the ", "", " ".join(words.split()), flags=re.IGNORECASE)


def _dates(context: Context, report: Report, text: str, words: _Words) -> Iterator[Claim]:
    """The day of the match: a weekday counted back from the report's day, or a date in full. A date without a year
    ("Feb 14") is told as "--02-14"."""
    written = list(_written(context, report, text, words))
    full = [(span, date) for span, date in written if isinstance(date, datetime.date)]
    base = report.date or (full[0][1] if full else None)
    weekday = _weekday(context, text, words)
    if weekday is not None and base is not None:
        span, day = weekday
        back = (base.weekday() - day) % WEEK
        date = base - datetime.timedelta(days=back)
        yield _claim(context, span, FactSays("date", date.isoformat()), words.weights["date_weekday"])
    for span, date_ in written:
        told = date_.isoformat() if isinstance(date_, datetime.date) else date_
        yield _claim(context, span, FactSays("date", told), words.weights["date_written"])


def _written(context: Context, report: Report, text: str, words: _Words) -> Iterator[tuple[Span, datetime.date | str]]:
    """Dates in full near the beginning of the text."""
    head = text[: _head_end(context)]
    for match in words.iso.finditer(head):
        if date := _date(int(match[1]), int(match[2]), int(match[3])):
            yield match.span(), date
    for pattern, day, month in ((words.day_month, 1, 2), (words.month_day, 2, 1)):
        if not any(name in head for name in words.months):
            continue  # most heads
        for match in pattern.finditer(head):
            number = words.months[match[month]]
            year = int(match[3]) if match[3] else report.date.year if report.date else None
            date = _date(year or 2000, number, int(match[day]))
            if date is not None:
                yield match.span(), date if year else f"--{date.month:02}-{date.day:02}"


def _head_end(context: Context) -> int:
    sentences = context.units.text.sentences
    ends = context.units.text.ends
    return ends[sentences[min(len(sentences), EARLY) - 1][1] - 1] if sentences else 0


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _weekday(context: Context, text: str, words: _Words) -> tuple[Span, int] | None:
    """The first weekday near the beginning that can be the match's."""
    sentences, starts = context.units.text.sentences, context.units.text.starts
    end = starts[sentences[2 * EARLY][0]] if len(sentences) > 2 * EARLY else len(text)
    for match in words.weekday.finditer(text, 0, end):
        before = text[max(0, match.start() - 12) : match.start()].split()
        if not before or before[-1] not in words.other_day:
            return match.span(), words.weekdays[match[0]]
    return None
