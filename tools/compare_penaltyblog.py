"""Match forecasts side by side with penaltyblog's, on the same matches, with a paired test.

penaltyblog is no dependency: it lives in an environment of its own.

    tabellino backtest serie-a --seasons 2023-24..2025-26 --forecasts forecasts.csv
    python -m venv peer && peer/bin/pip install penaltyblog
    peer/bin/python tools/compare_penaltyblog.py forecasts.csv RESULTS.csv...

RESULTS are the seasons as tabellino keeps them (date,matchday,...,home,away,home_goals,away_goals,...), those of the
history first. Its Dixon-Coles model, the best of its models on these matches, is refitted on every date. Its decay
and history were chosen on Serie A 2021-22 and 2022-23 alone, where of decays from 0.0008 to 0.0035 a day over two and
four years the fastest was best (ranked probability score 0.2041 for both histories, 0.2054 at worst; ours 0.2033).
"""

from __future__ import annotations

import csv
import datetime
import math
import statistics
import sys
from pathlib import Path

DECAY, HISTORY_DAYS = 0.0035, 1460


def main(forecasts: Path, results: list[Path]) -> None:
    """Print the mean scores of both and the paired difference."""
    ours = list(csv.DictReader(forecasts.read_text("utf-8").splitlines()))
    matches = sorted((row for path in results for row in read_season(path)), key=lambda row: row["date"])
    peers = dixon_coles(ours, matches)
    report("Dixon-Coles", ours, peers)


def read_season(path: Path) -> list[dict[str, str]]:
    """The played matches of a season file; lines that begin with # tell of its source."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [row for row in csv.DictReader(lines) if row["home_goals"] not in ("", None)]


def dixon_coles(ours: list[dict[str, str]], matches: list[dict[str, str]]) -> list[tuple[float, float, float]]:
    """penaltyblog's forecasts of the same matches, refitted on every date."""
    import penaltyblog

    found: list[tuple[float, float, float]] = []
    model, fitted = None, ""
    for row in ours:
        if row["date"] != fitted:
            today = datetime.date.fromisoformat(row["date"])
            oldest = (today - datetime.timedelta(days=HISTORY_DAYS)).isoformat()
            known = [m for m in matches if oldest <= m["date"] < row["date"]]
            dates = [datetime.date.fromisoformat(m["date"]) for m in known]
            weights = penaltyblog.models.dixon_coles_weights(dates, xi=DECAY, base_date=today)
            model = penaltyblog.models.DixonColesGoalModel(
                [int(m["home_goals"]) for m in known],
                [int(m["away_goals"]) for m in known],
                [m["home"] for m in known],
                [m["away"] for m in known],
                weights,
            )
            model.fit()
            fitted = row["date"]
        try:
            grid = model.predict(row["home"], row["away"])
            found.append((grid.home_win, grid.draw, grid.away_win))
        except ValueError:  # a promoted club before its first match
            found.append((0.43, 0.26, 0.31))
    return found


def report(name: str, ours: list[dict[str, str]], peers: list[tuple[float, float, float]]) -> None:
    """Mean scores, and the mean difference with its standard error and the number of matches."""
    goals = [int(row["home_goals"]) - int(row["away_goals"]) for row in ours]
    outcomes = [0 if lead > 0 else 1 if lead == 0 else 2 for lead in goals]
    own = [(float(row["home_win"]), float(row["draw"]), float(row["away_win"])) for row in ours]
    for score_name, score in (("ranked probability score", rps), ("log loss", log_loss), ("Brier score", brier)):
        first = [score(p, o) for p, o in zip(own, outcomes, strict=True)]
        second = [score(p, o) for p, o in zip(peers, outcomes, strict=True)]
        gaps = [a - b for a, b in zip(first, second, strict=True)]
        error = statistics.stdev(gaps) / math.sqrt(len(gaps))
        mean = statistics.fmean(gaps)
        print(
            f"{score_name:25} tabellino {statistics.fmean(first):.4f}   {name} {statistics.fmean(second):.4f}   "
            f"difference {mean:+.4f} ± {error:.4f} (z {mean / error:+.2f}, {len(gaps)} matches)"
        )


def rps(p: tuple[float, float, float], outcome: int) -> float:
    """Ranked probability score of one forecast."""
    return ((p[0] - (outcome == 0)) ** 2 + (p[0] + p[1] - (outcome <= 1)) ** 2) / 2


def log_loss(p: tuple[float, float, float], outcome: int) -> float:
    """Minus the logarithm of the chance of what came."""
    return -math.log(p[outcome])


def brier(p: tuple[float, float, float], outcome: int) -> float:
    """Brier score over the three outcomes."""
    return sum((chance - (k == outcome)) ** 2 for k, chance in enumerate(p))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), [Path(arg) for arg in sys.argv[2:]])
