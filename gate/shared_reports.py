"""The same measures on a folder of other people's reports, where there is one beside the repository.

The folder is no part of the project and need not be there. Its layout: `many/` (merged.json: one row a match,
single.json: one row a report), `espn-2012/` and `bbc-2004/` (gold.json: one row a text), texts beside them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gate.cases import Case
from gate.told import Happening, MatchTold
from tabellino.domain.report import Report

#: Where the folder is looked for when the command line names none: beside the repository.
BESIDE = Path(__file__).resolve().parent.parent.parent / "shared" / "reports"


def groups(folder: Path = BESIDE) -> dict[str, list[Case]]:
    """Row name -> cases; empty when the folder is not there."""
    if not folder.is_dir():
        return {}
    found: dict[str, list[Case]] = {}
    many = folder / "many"
    if many.is_dir():
        found["shared several"] = _cases(_rows(many / "merged.json"), many / "texts")
        single = _rows(many / "single.json")
        english = [r for r in single if r.get("lang") == "en"]
        others = [r for r in single if r.get("lang") != "en"]
        found["shared short, English"] = _cases(english, many / "texts")
        found["shared short, others"] = _cases(others, many / "texts")
    if (espn := folder / "espn-2012").is_dir():
        found["shared long (espn)"] = _cases(_rows(espn / "gold.json"), espn / "texts")
    if (bbc := folder / "bbc-2004").is_dir():
        found["shared bbc"] = _cases(_rows(bbc / "gold.json"), bbc / "texts")
        found["shared no match"] = _negatives(bbc)
    return found


def several_with_english(folder: Path) -> list[tuple[Case, tuple[int, ...]]]:
    """Each match of several reports with the places of the English ones; empty when the folder is not there."""
    many = folder / "many"
    if not many.is_dir():
        return []
    rows_ = [r for r in _rows(many / "merged.json") if len(r["files"]) > 1]
    return [
        (case, tuple(n for n, file in enumerate(row["files"]) if ".en." in file))
        for row, case in zip(rows_, _cases(rows_, many / "texts"), strict=True)
    ]


def facts_by_file(folder: Path) -> dict[str, tuple[Report, MatchTold]]:
    """Each single text with its facts, by its path in the folder."""
    found = {}
    for gold, texts in (("many/single", "many"), ("espn-2012/gold", "espn-2012"), ("bbc-2004/gold", "bbc-2004")):
        for row in _rows(folder / f"{gold}.json"):
            (report,) = _reports([row["file"]], folder / texts / "texts")
            found[f"{texts}/texts/{row['file']}"] = report, told_in(row)
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["matches"]
    return rows


def _cases(rows: list[dict[str, Any]], texts: Path) -> list[Case]:
    return [
        Case(r.get("match_id") or r["file"], _reports(r.get("files") or [r["file"]], texts), told_in(r)) for r in rows
    ]


def _negatives(bbc: Path) -> list[Case]:
    gold = json.loads((bbc / "gold.json").read_text("utf-8"))
    files = [n["file"] for kind in ("negatives", "other_sport") for n in gold.get(kind, [])]
    return [Case(f, _reports([f], bbc / "texts"), None) for f in files]


def _reports(files: list[str], texts: Path) -> tuple[Report, ...]:
    return tuple(Report(text=(texts / f).read_text("utf-8"), source=f"{n:02d}.txt") for n, f in enumerate(files, 1))


def told_in(row: Mapping[str, Any]) -> MatchTold:
    """The facts of a row of labels; what it does not have is not told."""

    def score(name: str) -> tuple[int, int] | None:
        return None if row.get(name) is None else (row[name][0], row[name][1])

    def events(name: str, person: str) -> tuple[Happening, ...]:
        return tuple(
            Happening(
                e.get(person),
                e.get("team"),
                e.get("minute"),
                e.get("stoppage"),
                bool(e.get("own_goal")),
                bool(e.get("penalty")),
            )
            for e in row.get(name) or []
            if isinstance(e, dict)  # some rows only remark in words that there was one
        )

    return MatchTold(
        home=row["home"],
        away=row["away"],
        score=score("score"),
        half_time=score("half_time"),
        goals=events("goals", "scorer"),
        reds=events("red_cards", "player"),
        missed_penalties=events("missed_penalties", "player"),
        disallowed=events("disallowed", "player"),
    )
