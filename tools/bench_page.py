"""How long the match page of ten reports takes, and how large it is."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "page"

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

_ROUNDS = 60
#: The first page of a process compiles the templates, so it is measured in processes of their own.
_FIRST = """
import sys, time
sys.path.insert(0, sys.argv[1])
import page_samples as samples
from tabellino.render.page import page
record, reports = samples.ten()
start = time.perf_counter()
page(record, reports)
print(time.perf_counter() - start)
"""


def run() -> list[Row]:
    """Ten reports of one match with thirty claims each, league and stakes on the page.

    The best of sixty rounds: the work is the same each time, so whatever is slower was the machine's other business.
    """
    sys.path.insert(0, str(SAMPLES))
    import page_samples as samples

    from tabellino.render.page import card, card_png, page

    record, reports = samples.ten()
    parts = {"stakes": samples.stakes(), "standings": samples.standings(), "football_txt": samples.FOOTBALL_TXT}
    html = page(record, reports, **parts)
    return [
        ("page of ten reports", 1000 * best(lambda: page(record, reports, **parts)), "ms", 30.0),
        ("page of ten reports, size", len(html.encode()) / 1000, "kB", 400.0),
        ("page of ten reports, first of a process", 1000 * first_page(), "ms", None),
        ("card as SVG", 1000 * best(lambda: card(record)), "ms", None),
        ("card as PNG", 1000 * best(lambda: card_png(record)), "ms", None),
    ]


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest call."""
    seconds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def first_page() -> float:
    """Median seconds of the first page of a process, its imports included."""
    command = [sys.executable, "-c", _FIRST, str(SAMPLES)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(5)]
    return statistics.median(float(told) for told in runs)


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:42} {value:8.1f} {unit:3} {'' if bar is None else f'(bar {bar:g})'}")
