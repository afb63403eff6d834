"""Speed of the odds beside their bars, a plain numpy version and a peer: `python -m tools.bench_odds`.

A row is (name, value, unit, bar); bar None where there is none to reach. Times are the best of a few runs. The rows of
penaltyblog are there where it is installed; it is no dependency (tools/compare_penaltyblog.py tells how to get it).
"""

from __future__ import annotations

import datetime
import importlib.util
import resource
import subprocess
import sys
import time
from collections.abc import Callable

Row = tuple[str, float, str, float | None]

MORNING = datetime.date(2026, 2, 14)


def run() -> list[Row]:
    """All measurements; some half a minute on two free cores."""
    from tabellino.league.season_store import load
    from tabellino.odds.grid import score_grid
    from tabellino.odds.season import season_odds
    from tabellino.odds.situation import situation
    from tabellino.odds.strengths import fit_strengths

    season = load("serie-a", "2025-26")
    earlier = [load("serie-a", name) for name in ("2022-23", "2023-24", "2024-25")]
    now = situation(season, MORNING)
    strengths = fit_strengths(season, earlier, MORNING)
    grid = score_grid(strengths, "Inter", "Juventus")
    rows: list[Row] = []
    fit = best(lambda: fit_strengths(season, earlier[1:], MORNING), 5)
    rows.append(("fit on 1,000 matches", fit, "s", 0.05))
    rows += _peer_fit([*earlier[1:], season])
    rows.append(("10,000 seasons", best(lambda: season_odds(now, strengths, simulations=10_000), 5), "s", 0.1))
    few = best(lambda: plain_numpy(now, strengths, 10_000), 3)
    rows.append(("10,000 seasons, plain numpy, goal-difference ties", few, "s", None))
    million = best(lambda: season_odds(now, strengths, simulations=10**6), 3)
    rows.append(("1,000,000 seasons, ties exact", million, "s", 3.0))
    rows.append(("1,000,000 seasons, processor time of two cores", _processor(now, strengths) / 2, "s", None))
    rows.append(("most memory so far", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 500.0))
    plain = best(lambda: plain_numpy(now, strengths, 100_000), 2)
    rows.append(("1,000,000 seasons, plain numpy, goal-difference ties", 10 * plain, "s", None))
    rows.append(("all in-play curves of a match", 1000 * best(lambda: _story(grid), 5), "ms", 20.0))
    rows.append(("tabellino race, 100,000 seasons, start to end", best(_race, 3), "s", 1.5))
    return rows


def best(work: Callable[[], object], times: int) -> float:
    """Seconds of the fastest of a few runs: what else the machine does only ever adds."""
    fastest = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - started)
    return fastest


def plain_numpy(now, strengths, seasons: int) -> float:  # type: ignore[no-untyped-def]
    """The straightforward version: Poisson goals, fixed strengths, ties by goal difference; the leader's title odds."""
    import numpy as np

    place = {club: number for number, club in enumerate(now.clubs)}
    home = np.array([place[f.home] for f in now.fixtures])
    away = np.array([place[f.away] for f in now.fixtures])
    number = np.array([strengths.index(club) for club in now.clubs])
    eta, zeta = strengths.log_rates(number[home], number[away])
    rng = np.random.default_rng(1)
    titles = np.zeros(len(now.clubs))
    start = np.array([now.points[club] for club in now.clubs], float)
    for _ in range(seasons // 10_000):
        x = rng.poisson(np.exp(eta), (10_000, len(home)))
        y = rng.poisson(np.exp(zeta), (10_000, len(home)))
        points = np.tile(start, (10_000, 1))
        for k, (h, a) in enumerate(zip(home, away, strict=True)):
            points[:, h] += 3 * (x[:, k] > y[:, k]) + (x[:, k] == y[:, k]) + 1e-3 * (x[:, k] - y[:, k])
            points[:, a] += 3 * (y[:, k] > x[:, k]) + (x[:, k] == y[:, k]) + 1e-3 * (y[:, k] - x[:, k])
        titles += np.bincount(points.argmax(1), minlength=len(titles))
    return float(titles.max() / seasons)


def _processor(now, strengths) -> float:  # type: ignore[no-untyped-def]
    """Processor seconds of a million seasons, over all threads: what other work on the machine does not change much."""
    from tabellino.odds.season import season_odds

    started = time.process_time()
    season_odds(now, strengths, simulations=10**6)
    return time.process_time() - started


def _peer_fit(seasons) -> list[Row]:  # type: ignore[no-untyped-def]
    """penaltyblog's Dixon-Coles on the same matches; no row where it is not installed."""
    if importlib.util.find_spec("penaltyblog") is None:
        return []
    import penaltyblog

    matches = [match for season in seasons for match in season.matches if match.date < MORNING]
    home, away = [m.home for m in matches], [m.away for m in matches]
    goals = [m.home_goals for m in matches], [m.away_goals for m in matches]
    weights = penaltyblog.models.dixon_coles_weights([m.date for m in matches], xi=0.0035, base_date=MORNING)
    fit = best(lambda: penaltyblog.models.DixonColesGoalModel(*goals, home, away, weights).fit(), 3)
    return [(f"fit on {len(matches):,} matches, penaltyblog", fit, "s", None)]


def _story(grid: object) -> object:
    from tabellino.domain.record import Booking, Goal, MatchInfo, MatchRecord, ScoreLine
    from tabellino.odds.match_story import in_play

    scored = [(17, "home"), (26, "away"), (76, "home"), (83, "away"), (90, "home")]
    goals = tuple(Goal(minute, None, side, "", False, False, None, (), (0, 0), 1.0, ()) for minute, side in scored)  # type: ignore[arg-type]
    card = Booking(44, None, "", "away", "red", True, 1.0, ())
    record = MatchRecord(MatchInfo("", ""), ScoreLine(), goals, (card,), (), (), (), (), (), None, {}, ())
    return in_play(record, grid)  # type: ignore[arg-type]


def _race() -> None:
    code = "from tabellino.cli.race import race; race(['serie-a', '--on', '2026-02-14', '--sims', '100000'])"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


if __name__ == "__main__":
    for name, value, unit, bar in run():
        reached = "" if bar is None else f"   bar {bar:g} {unit}: {'reached' if value <= bar else 'NOT reached'}"
        print(f"{name:55} {value:9.3f} {unit}{reached}")
