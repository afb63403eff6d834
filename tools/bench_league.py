"""The league: tables, imports, claims read and judged."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tabellino.domain.claim import LeagueSays
from tabellino.extract.league_claims import league_claims
from tabellino.league import csv_results
from tabellino.league.judging import Judge
from tabellino.league.moments import find_match
from tabellino.league.readers import read_file, read_text
from tabellino.league.season_store import PACKAGED, available, load, load_file
from tabellino.league.standings import every_date, standings

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

#: Football.TXT files beside the checkout, when they are there; otherwise the packaged seasons are read again and again.
SHARED = Path(__file__).parents[2] / "shared" / "data" / "openfootball" / "italy"
SEASONS = 13
#: About as long as a newspaper's report of a match.
WORDS = 750


def run() -> list[Row]:
    """The rows of the bench, each the best of several rounds: other work on the machine only ever adds."""
    season = load("serie-a", "2025-26")
    match = find_match(season, "Inter v Juventus")
    text, spans, names = _report()
    claims = league_claims(text, spans, names)
    says = [claim.says for claim in claims if isinstance(claim.says, LeagueSays)]

    def judge_all() -> None:
        judge = Judge(season, match)
        for one in says:
            judge.judge(one)

    return [
        ("a table on a date, 380 matches", 1000 * best(lambda: standings(season, date(2026, 5, 24))), "ms", 2.0),
        ("every date of a season", 1000 * best(lambda: list(every_date(season))), "ms", 50.0),
        (f"import of {SEASONS} seasons", best(_import, 3), "s", 1.0),
        (
            f"league claims of a report of {WORDS} words",
            1000 * best(lambda: league_claims(text, spans, names)),
            "ms",
            0.5,
        ),
        (f"judging {len(says)} claims of one report", 1000 * best(judge_all), "ms", None),
        (
            "a packaged season from disk",
            1000 * best(lambda: read_file(PACKAGED / "serie-a" / "2025-26.csv")),
            "ms",
            None,
        ),
    ]


def best(work: Callable[[], object], rounds: int = 15) -> float:
    """Seconds of the fastest of several rounds."""
    fastest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest


def _import() -> None:
    files = sorted(SHARED.glob("*/1-seriea.txt"))[:SEASONS]
    for path in files:
        read_file(path)
    held = [load_file(file) for file in available()][:4]
    for number in range(SEASONS - len(files)):
        read_text(csv_results.write(held[number % len(held)]), "again.csv")


def _report() -> tuple[str, list[tuple[int, int]], list[tuple[int, int, str]]]:
    """A report as long as a real one, of which the last lines speak of the league."""
    play = "Juventus came close again before the break when Bremer headed over from a corner on the left. "
    league = (
        "Inter advanced to 61 points, eight points clear of AC Milan, who have played one match fewer. "
        "Inter have won 11 of their last 12 league matches, while Juventus remained fourth on 46. "
    )
    text = play * ((WORDS - len(league.split())) // len(play.split())) + league
    spans, start = [], 0
    for part in text.split(". ")[:-1]:
        spans.append((start, start + len(part) + 1))
        start += len(part) + 2
    names = sorted(
        (at, at + len(word), name)
        for word, name in (("Juventus", "Juventus"), ("Inter", "Inter"), ("AC Milan", "Milan"))
        for at in _places(text, word)
    )
    return text, spans, names


def _places(text: str, word: str) -> list[int]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:45} {value:8.3f} {unit:3} {'' if bar is None else f'(bar {bar})'}")
