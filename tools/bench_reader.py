"""The reader: reports a second on one core, over the labelled English reports of gate/."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from gate import corpus

REPORTS = Path(__file__).parents[1] / "gate" / "reports"

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

_ROUNDS = 3
#: Reports a second that are asked of one core.
_BAR = 500


def run() -> list[Row]:
    """Claims of all the long and all the brief texts, and of every report that the gate counts as short; the best of
    three rounds, as other work only ever adds."""
    rows: list[Row] = []
    for kind, name in (("long", "long"), ("short", "in brief")):
        texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob(f"*/*-{kind}.en.txt"))]
        if not texts:
            raise RuntimeError(f"no {kind} English report in {REPORTS}")
        rows.append(_row(name, texts, None))
    reports = [one for match in corpus.matches(REPORTS.parent) for one in match.reports]
    short = [one.text for one in reports if one.language == "en" and one.length == "short"]
    return [*rows, _row("all short ones", short, _BAR)] if short else rows


def _row(name: str, texts: Sequence[str], bar: float | None) -> Row:
    from tabellino.domain.report import Report
    from tabellino.extract.reader import read_report

    reports = [Report(text) for text in texts]
    read_report(reports[0])  # the word lists are read once
    fastest = float("inf")
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for report in reports:
            read_report(report)
        fastest = min(fastest, time.perf_counter() - start)
    words = sum(len(text.split()) for text in texts) // len(texts)
    return f"reports read, {name} (some {words} words)", len(reports) / fastest, "/s", bar


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:45} {value:8.1f} {unit:3} {'' if bar is None else f'(bar {bar:g})'}")
