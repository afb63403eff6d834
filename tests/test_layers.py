"""Imports point down: a room may import only from the floors below it."""

from __future__ import annotations

import ast
from pathlib import Path

import tabellino

ROOT = Path(tabellino.__file__).parent

#: room -> rooms it may import. Rooms of one floor do not know each other, except odds, which stands on league.
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "errors": set(),
    "data": set(),
    "names": {"domain", "errors", "data"},
}
for room in ("extract", "league", "store", "render", "sources"):
    MAY_IMPORT[room] = {"domain", "errors", "data", "names"}
MAY_IMPORT["reconcile"] = {"domain", "errors", "data", "names"}
MAY_IMPORT["odds"] = {"domain", "errors", "data", "names", "league"}
MAY_IMPORT["pipeline"] = {*MAY_IMPORT, "odds"}
for room in ("cli", "web", "mcp"):
    MAY_IMPORT[room] = {*MAY_IMPORT["pipeline"], "pipeline"}
MAY_IMPORT["__main__"] = {"cli"}
#: The package's own front door shows what pipeline offers, and how a report comes in.
MAY_IMPORT["__init__"] = {"pipeline", "domain", "errors", "sources"}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            names = [node.module or ""]
            if node.module == "tabellino":
                names = [f"tabellino.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("tabellino.")}
    return rooms


def test_every_room_is_on_the_plan():
    rooms = {room_of(path) for path in ROOT.rglob("*.py")}
    assert rooms <= set(MAY_IMPORT), f"not on the plan: {rooms - set(MAY_IMPORT)}"


def test_no_import_goes_up_or_sideways():
    wrong = [
        f"{path.relative_to(ROOT)} imports {other}"
        for path in ROOT.rglob("*.py")
        for other in imported_rooms(path) - {room_of(path)}
        if other not in MAY_IMPORT[room_of(path)] and other != "__version__"
    ]
    assert wrong == []
