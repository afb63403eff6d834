"""Measure the library on labelled reports and fail when a pinned figure sank: `python -m gate.run` (or `make gate`)."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from gate import cases, corpus, floors, planted, planting, shared_reports, show
from gate.corpus import PARTS
from gate.measures import figures
from gate.measuring import Library, Outcome, run, total
from gate.plant_kinds import words
from gate.reliability import sure_and_right, table

#: The group in which the baselines stand beside the solver.
COMPARED = frozenset({"several", "shared several"})
#: Reports of a match among which an error can be told from the truth: of two, one stands against the other.
THREE = 3
Figures = dict[str, dict[str, float | None]]


def own_groups(part: str | None) -> dict[str, list[cases.Case]]:
    """Row name -> cases of our own corpus, of one part or both."""
    matches = corpus.matches()
    groups = {
        "several": cases.several(matches),
        "short": cases.singles(matches, "short"),
        "other languages": cases.other_languages(matches),
        "full": cases.singles(matches, "full"),
        "long": cases.singles(matches, "long"),
        "retold": cases.singles(matches, "retold"),
        "no match": cases.without_match(corpus.texts_without_match()),
    }
    return {name: [c for c in group if part in (None, c.part)] for name, group in groups.items()}


def measure(library: Library, groups: Mapping[str, Sequence[cases.Case]]) -> dict[str, list[Outcome]]:
    """Every group run through the library."""
    return {name: run(library, group, compare=name in COMPARED) for name, group in groups.items()}


def rows(outcomes: Mapping[str, Sequence[Outcome]]) -> tuple[Figures, dict[str, int]]:
    """Row -> figures, and row -> number of cases: a row a group and part, one for both, one a baseline."""
    found: Figures = {}
    sizes: dict[str, int] = {}
    for group, all_of_it in outcomes.items():
        by_part = {f"{group}, {part}": [o for o in all_of_it if o.case.part == part] for part in PARTS}
        by_part = {name: some for name, some in by_part.items() if some}
        # With one part asked for there is no row for both: it would be held to the wrong floors.
        # Other people's reports have no part, but a row.
        both = {group: list(all_of_it)} if all_of_it and len(by_part) != 1 else {}
        for name, some in (by_part | both).items():
            found[name], sizes[name] = figures(total(o.counts for o in some)), len(some)
            for beside in some[0].beside:
                row = f"{name}: {beside}"
                counts = total(o.beside[beside] for o in some)
                found[row], sizes[row] = _without_given(figures(counts)), len(some)
    return found, sizes


def _without_given(baseline: dict[str, float | None]) -> dict[str, float | None]:
    """Clubs and home side are given to the baselines, so they are no figures of theirs; nor is what they do not say."""
    silent = {"teams", "home_side", "missed_penalty_f1", "disallowed_f1", "crashes"}
    return {name: None if name in silent else figure for name, figure in baseline.items()}


def judged_by_floors(figures_: Figures) -> Figures:
    """The rows that have floors: ours, not the baselines'."""
    return {row: f for row, f in figures_.items() if ": " not in row}


def main(arguments: Sequence[str] | None = None, library: Library | None = None) -> int:
    """Print the tables. Returns 0, 1 when a figure sank below its floor, 2 when there is nothing to measure with."""
    asked = _parse(arguments)
    if library is None:
        try:
            library = cast(Library, importlib.import_module("tabellino.pipeline"))
        except ImportError as error:
            print(f"gate: the library cannot be imported ({error}); run `make test` first", file=sys.stderr)
            return 2
    groups = own_groups(asked.part)
    if asked.part is None:
        groups |= shared_reports.groups(asked.shared)
    outcomes: dict[str, list[Outcome]] = {}
    for name, group in groups.items():
        outcomes |= measure(library, {name: group})
        print(f"gate: {name}, {show.pace(outcomes[name])}", file=sys.stderr)
    measured, sizes = rows(outcomes)
    print(show.table(measured, sizes))
    believed = [pair for name, group in outcomes.items() if "shared" not in name for o in group for pair in o.believed]
    sure = sure_and_right(believed)
    print("\n" + show.reliability(table(believed), sure))
    if asked.verbose:
        for name, done in outcomes.items():
            print(f"\n== {name}\n{show.wrongs(done)}")
    suffix = f", {asked.part}" if asked.part else ""
    measured[f"reliability{suffix}"] = {"sure_and_right": sure}
    measured |= _planted(library, asked)
    return _against_floors(judged_by_floors(measured), asked)


def _planted(library: Library, asked: argparse.Namespace) -> Figures:
    """The table of planted errors, kind by kind for the part that may be looked at, and its rows of figures."""
    scenes = planting.own_scenes(asked.part)
    if asked.part is None and asked.shared.is_dir():
        scenes += planting.shared_scenes(asked.shared, frozenset(words()["shared_held_out"]))
    scenes = tuple(scene for scene in scenes if len(scene.reports) >= THREE)
    done = planted.measure(library, scenes, asked.all_planted)
    pairs = planted.measure(library, planting.in_pairs(scenes), asked.all_planted)
    print("\n" + planted.table(done, pairs))
    if asked.verbose:
        print("\n== planted, tune\n" + "\n".join(r for d in done if d.part == "tune" for r in d.remarks))
    return planted.figures(done)


def _against_floors(measured: Figures, asked: argparse.Namespace) -> int:
    held = floors.load(asked.floors)
    if asked.pin:
        floors.save(floors.pinned(measured, held, asked.allow_lower), asked.floors)
        held = floors.load(asked.floors)
    sunk = floors.breaches(measured, held)
    for breach in sunk:
        print(f"gate: {breach}", file=sys.stderr)
    return 1 if sunk else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gate.run", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="say what was missed and invented, case by case")
    parser.add_argument("--part", choices=PARTS, help="one part of our own corpus alone")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--floors", type=Path, default=floors.PINNED, help="another floors file")
    parser.add_argument("--shared", type=Path, default=shared_reports.BESIDE, help="a folder of other people's reports")
    parser.add_argument("--all-planted", action="store_true", help="every error that can be planted, not some of each")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
