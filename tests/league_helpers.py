"""What tests about the league share: seasons, simple mentions of clubs, a builder of seasons."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from tabellino.domain.league import Match, Season
from tabellino.league.readers import read_file
from tabellino.league.season_store import load
from tabellino.names.clubs import forms
from tabellino.names.folding import fold

#: Real results beside the checkout; tests that want them skip where they are not.
SHARED = Path(__file__).parents[2] / "shared" / "data" / "openfootball"
CODES = {"premier-league": "en", "la-liga": "es", "bundesliga": "de", "ligue-1": "fr"}
PACKAGED = ("2022-23", "2023-24", "2024-25", "2025-26")


def shared_path(competition: str, season: str) -> Path:
    if competition == "serie-a":
        return SHARED / "italy" / season / "1-seriea.txt"
    return SHARED / "football.json" / season / f"{CODES[competition]}.1.json"


@cache
def season_of(name: str) -> Season:
    """ "2025-26" (Serie A, in the package) or "la-liga 2023-24" (beside the checkout, skipped when it is not there)."""
    competition, _, season = name.rpartition(" ")
    if not competition or (competition == "serie-a" and season in PACKAGED):
        return load("serie-a", season)
    path = shared_path(competition, season)
    if not path.is_file():
        pytest.skip(f"{competition} {season}: no results at {path}")
    return read_file(path)


def mentions(text: str) -> list[tuple[int, int, str]]:
    """Clubs by full name, alias or nickname, the longest first; enough for sentences written for tests."""
    words = list(re.finditer(r"[^\s,.;:]*\w", text))
    found, at = [], 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            part = words[at : at + size]
            start, end = part[0].start(), part[-1].end()
            written = re.sub(r"'s?$", "", text[start:end])
            clubs = [one for one, how in forms().get(fold(written), ()) if how in ("name", "alias", "nickname")]
            if clubs and written[0].isupper():
                found.append((start, start + len(written), clubs[0].name))
                at += len(part)
                break
        else:
            at += 1
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\S[^.!?\n]*[.!?]?", text)]


def match(day: int, home: str, away: str, home_goals: int, away_goals: int) -> Match:
    """A match on a day counted from 1 September 2025."""
    return Match(datetime.date(2025, 9, 1) + datetime.timedelta(days=day), home, away, home_goals, away_goals)


def season(*matches: Match, competition: str = "serie-a", name: str = "2025-26") -> Season:
    return Season(competition, name, tuple(sorted(matches, key=lambda m: (m.date, m.home))))


CLUBS_OF_FOUR = ("Inter", "Milan", "Juventus", "Roma")
