"""Finding a match among the seasons at hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from tabellino.domain.league import Match, Season
from tabellino.errors import DataError
from tabellino.league.competitions import competition
from tabellino.league.schema import bounds
from tabellino.league.season_store import SeasonFile, available, load_file
from tabellino.names.clubs import canonical, club

#: A report's date can be the day after the match, or the next but one in a Sunday paper's Monday edition.
DAYS_LATER = 3


class Found(msgspec.Struct, frozen=True):
    """A match among the results. `sure` is False when several fit and this is the likeliest; `swapped` when the clubs
    play at the other's ground in the results."""

    season: Season
    match: Match
    sure: bool = True
    swapped: bool = False


def find(
    home: str,
    away: str,
    date: datetime.date | None = None,
    of: str | None = None,
    score: tuple[int, int] | None = None,
    folder: Path | None = None,
    season_with: datetime.date | None = None,
) -> Found | None:
    """The match of two clubs, as far as date, competition and score (home first) tell it; None when none is at hand.

    With a date, that day's match of the two clubs, or the last one at most three days before it (reports are dated when
    they appear). Without one, the meeting with this score, the latest of several (`sure` is False then); `season_with`
    is a day that the season must hold, where the day of the match is not known. A season is read at most once, and
    only when its file names both clubs, on a line with the score where that alone tells; a broken file of the user's is
    passed over.
    """
    first, second = canonical(home), canonical(away)
    meetings = list(_meetings(first, second, date or season_with, of, folder, score if date is None else None))
    if date is not None:
        meetings = [m for m in meetings if 0 <= (date - m.match.date).days <= DAYS_LATER]
        meetings.sort(key=lambda m: ((date - m.match.date).days, m.swapped))
        return meetings[0] if meetings else None
    if score is not None:
        meetings = [m for m in meetings if m.match.score == (score[::-1] if m.swapped else score)]
    straight = [m for m in meetings if not m.swapped]
    if not straight:
        return None
    latest = max(straight, key=lambda m: m.match.date)
    return msgspec.structs.replace(latest, sure=len(straight) == 1)


def others(season: Season, folder: Path | None = None) -> tuple[Season, ...]:
    """The other seasons at hand of the same competition, for claims that reach back."""
    files = [one for one in available(folder) if one.competition == season.competition and one.season != season.season]
    return tuple(one for one in map(_read, files) if one is not None)


def _meetings(
    first: str,
    second: str,
    date: datetime.date | None,
    of: str | None,
    folder: Path | None,
    score: tuple[int, int] | None = None,
) -> Iterator[Found]:
    key = competition(of).key if of else None
    for file in available(folder):
        if key not in (None, file.competition) or (date and not _may_hold(file, date)):
            continue
        if not _names(file, first, second, score=score):
            continue
        season = _read(file)
        for match in season.matches if season else ():
            if (match.home, match.away) in ((first, second), (second, first)):
                assert season is not None
                yield Found(season, match, swapped=match.home != first)


def _may_hold(file: SeasonFile, date: datetime.date) -> bool:
    first, last = bounds(file.season)
    return first <= date <= last + datetime.timedelta(days=DAYS_LATER)


def _names(file: SeasonFile, *clubs: str, score: tuple[int, int] | None = None) -> bool:
    """Whether the file has each club in some form, on one line with the figures of a score: a look at the text is a
    hundred times cheaper than reading it."""
    try:
        text = Path(file.path).read_text("utf-8", errors="replace")
    except OSError:
        return False
    known = [club(name) for name in clubs]
    forms = [[form for form, _ in one.forms()] if one else [name] for one, name in zip(known, clubs, strict=True)]
    if not _has_each(text, forms) or score is None:
        return _has_each(text, forms)
    return any(_has_figures(line, score) and _has_each(line, forms) for line in text.splitlines())


def _has_figures(line: str, score: tuple[int, int]) -> bool:
    cells = [cell.strip() for cell in line.split(",")]
    return all(cells.count(str(goals)) >= score.count(goals) for goals in score)


def _has_each(text: str, forms: Sequence[Sequence[str]]) -> bool:
    return all(any(form in text for form in each) for each in forms)


def _read(file: SeasonFile) -> Season | None:
    try:
        return load_file(file)
    except DataError:
        return None
