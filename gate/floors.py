"""Pinned floors: a figure may rise above its floor and never sink below it unnoticed."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
PINNED = HERE / "floors.toml"
#: For these less is better: what is pinned is a ceiling.
CEILINGS = frozenset({"false_matches", "crashes", "believed"})
#: Figures are pinned to four places; a difference smaller than half of the last is none.
SLACK = 0.00005

Figures = Mapping[str, Mapping[str, float | None]]
HEAD = """\
# Floors of `make gate`, by row and figure. Written by `python -m gate.run --pin`; not by hand.
# A figure below its floor (false_matches, crashes, believed: above) fails the gate. --pin raises floors to what was
# measured and lowers none; --pin --allow-lower does, and the diff is to be explained in the commit.
"""


@dataclasses.dataclass(frozen=True)
class Breach:
    """A figure on the wrong side of its floor. `figure` is None when nothing was measured any more."""

    row: str
    name: str
    floor: float
    figure: float | None

    def __str__(self) -> str:
        side = "above" if self.name in CEILINGS else "below"
        got = "no longer measured" if self.figure is None else f"{self.figure:.4f}, {side} the floor"
        return f"{self.row} {self.name}: {got} {self.floor:.4f}"


def load(path: Path = PINNED) -> dict[str, dict[str, float]]:
    """Row -> figure -> floor; empty when nothing is pinned yet."""
    if not path.exists():
        return {}
    return {row: dict(floors) for row, floors in tomllib.loads(path.read_text("utf-8")).items()}


def breaches(figures: Figures, floors: Mapping[str, Mapping[str, float]]) -> list[Breach]:
    """What sank. Rows that were not measured in this run (texts absent, another part asked for) are left alone."""
    return [
        Breach(row, name, floor, measured.get(name))
        for row, pinned in floors.items()
        if (measured := figures.get(row)) is not None
        for name, floor in pinned.items()
        if _worse(name, measured.get(name), floor)
    ]


def pinned(
    figures: Figures, floors: Mapping[str, Mapping[str, float]], allow_lower: bool = False
) -> dict[str, dict[str, float]]:
    """The floors after pinning: the better of floor and figure, or the figure itself with `allow_lower`.

    Rows not measured in this run keep their floors; a figure without an answer (None) pins nothing.
    """
    new = {row: dict(old) for row, old in floors.items()}
    for row, measured in figures.items():
        old = new.setdefault(row, {})
        for name, figure in measured.items():
            if figure is not None and (allow_lower or name not in old or not _worse(name, figure, old[name])):
                old[name] = figure
    return {row: kept for row, kept in new.items() if kept}


def save(floors: Mapping[str, Mapping[str, float]], path: Path = PINNED) -> None:
    """Write the floors as TOML, sorted, so that a diff shows what changed and nothing else."""
    lines = [HEAD]
    for row in sorted(floors):
        lines.append(f'["{row}"]')
        lines += [f"{name} = {value:.4f}" for name, value in sorted(floors[row].items())]
        lines.append("")
    path.write_text("\n".join(lines), "utf-8")


def _worse(name: str, figure: float | None, floor: float) -> bool:
    if figure is None:
        return True
    return figure > floor + SLACK if name in CEILINGS else figure < floor - SLACK
