"""All the benches in one table: `make bench`, or `python -m tools.bench [PART ...]`.

Times and sizes are to stay at or under their bar, rates (a unit that ends in "/s") at or over it. A part that fails is
told in its place and the others go on; the exit status is 1 when a part failed or a bar was missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

PARTS = ("front", "reader", "solver", "league", "odds", "page")


def rows_of(part: str) -> list[Row]:
    """The rows of one part."""
    run: Callable[[], list[Row]] = import_module(f"tools.bench_{part}").run
    return run()


def met(row: Row) -> bool | None:
    """Whether a bar is met; None where there is none."""
    _, value, unit, bar = row
    if bar is None:
        return None
    return value >= bar if unit.endswith("/s") else value <= bar


def lines_of(part: str, rows: Sequence[Row]) -> Iterator[str]:
    """The table's lines of one part."""
    for row in rows:
        name, value, unit, bar = row
        reached = {None: "", True: "yes", False: "NO"}[met(row)]
        asked = "" if bar is None else f"{bar:g} {unit}"
        yield f"{part:7} {name:54} {_figure(value):>10} {unit:4} {asked:>10}  {reached}".rstrip()


def _figure(value: float) -> str:
    """Three figures that count, and no more decimals than that."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def main(args: Sequence[str]) -> int:
    """Print the table part by part, as the slow ones take half a minute."""
    unknown = [part for part in args if part not in PARTS]
    if unknown:
        print(f"there is no part {', '.join(unknown)}; these are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(f"{'part':7} {'what':54} {'measured':>10} {'':4} {'bar':>10}  met?")
    fine = True
    for part in args or PARTS:
        try:
            rows = rows_of(part)
        except Exception as problem:
            print(f"{part:7} could not be measured: {type(problem).__name__}: {problem}", flush=True)
            fine = False
            continue
        for told in lines_of(part, rows):
            print(told, flush=True)
        fine = fine and all(met(row) is not False for row in rows)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
