"""The gate's tables as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gate.measuring import Outcome
from gate.reliability import SURE, Bin

#: Figure -> heading of its column.
COLUMNS = {
    "teams": "clubs", "home_side": "home", "score": "score", "half_time": "h-t", "goal_precision": "goals P",
    "goal_recall": "goals R", "minutes": "min", "red_f1": "reds", "missed_penalty_f1": "pen-", "disallowed_f1": "disal",
    "exact": "exact", "contradicted_precision": "contr P", "contradicted_recall": "contr R", "false_matches": "false",
    "crashes": "crash",
}  # fmt: skip
COUNTED = frozenset({"false_matches", "crashes"})
WIDTH = 8


def table(rows: Mapping[str, Mapping[str, float | None]], sizes: Mapping[str, int]) -> str:
    """One line a row, one column a figure; "-" where nothing was asked."""
    longest = max(map(len, rows), default=0)
    head = f"{'':{longest}} {'n':>4} " + "".join(f"{title:>{WIDTH}}" for title in COLUMNS.values())
    return "\n".join([head, *(_line(name, longest, sizes[name], figures) for name, figures in rows.items())])


def _line(name: str, longest: int, size: int, figures: Mapping[str, float | None]) -> str:
    cells = (_cell(column, figures.get(column)) for column in COLUMNS)
    return f"{name:{longest}} {size:>4} " + "".join(f"{cell:>{WIDTH}}" for cell in cells)


def _cell(column: str, figure: float | None) -> str:
    if figure is None:
        return "-"
    return f"{figure:.0f}" if column in COUNTED else f"{figure:.4f}"


def reliability(bins: Sequence[Bin], sure: float | None) -> str:
    """The reliability table, and the share of right facts among those given `SURE` or more."""
    lines = [f"{'probability':>14}{'facts':>8}{'right':>8}{'share':>8}{'mean p':>8}"]
    lines += [
        f"{f'{b.low:.2f} and up':>14}{b.facts:>8}{b.right:>8}{b.right / b.facts:>8.3f}{b.mean:>8.3f}" for b in bins
    ]
    lines.append(f"facts given {SURE} or more: " + ("none" if sure is None else f"{sure:.1%} right (97% asked)"))
    return "\n".join(lines)


def pace(outcomes: Sequence[Outcome]) -> str:
    """How many cases in how many seconds, and the slowest of them."""
    if not outcomes:
        return "no cases"
    slowest = max(outcomes, key=lambda o: o.seconds)
    taken = sum(o.seconds for o in outcomes)
    return f"{len(outcomes)} cases read in {taken:.1f} s; the slowest is {slowest.case.id}, {slowest.seconds:.2f} s"


def wrongs(outcomes: Iterable[Outcome]) -> str:
    """What was missed and invented, case by case; cases without fault are left out."""
    return "\n".join(f"{o.case.id}: " + "; ".join(o.remarks) for o in outcomes if o.remarks)
