"""The reader: reports a second on one core, over the labelled English reports of gate/."""

from __future__ import annotations

import time
from pathlib import Path

REPORTS = Path(__file__).parents[1] / "gate" / "reports"

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

_ROUNDS = 3


def run() -> list[Row]:
    """Claims of all the long and all the short texts; the best of three rounds, as other work only ever adds."""
    from tabellino.domain.report import Report
    from tabellino.extract.reader import read_report

    rows: list[Row] = []
    for kind in ("long", "short"):
        texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob(f"*/*-{kind}.en.txt"))]
        reports = [Report(text) for text in texts]
        if not reports:
            raise RuntimeError(f"no {kind} English report in {REPORTS}")
        read_report(reports[0])  # the word lists are read once
        fastest = float("inf")
        for _ in range(_ROUNDS):
            start = time.perf_counter()
            for report in reports:
                read_report(report)
            fastest = min(fastest, time.perf_counter() - start)
        words = sum(len(text.split()) for text in texts) // len(texts)
        rows.append((f"reports read, {kind} (some {words} words)", len(reports) / fastest, "/s", None))
    return rows


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:45} {value:8.1f} {unit:3} {'' if bar is None else f'(bar {bar:g})'}")
