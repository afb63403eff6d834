"""Examples in README and docs: console and Python blocks, run as a reader would and held against what they show.

A console block holds commands behind "$ " with their output under them; a line "..." stands for any lines. The output
of a Python block stands in a text block right after it. Examples run in a folder that holds the sample reports.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(console|python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A command or a piece of Python in a page, what the page shows for it, and where that stands in the page."""

    page: Path
    line: int
    language: str
    code: str
    shown: str
    span: tuple[int, int]


def pages() -> tuple[Path, ...]:
    """README, CONTRIBUTING and the pages of docs/."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    return tuple(page for page in found if page.exists())


def examples(page: Path) -> Iterator[Example]:
    """The examples of a page, in order."""
    text = page.read_text("utf-8")
    blocks = list(_BLOCK.finditer(text))
    for number, block in enumerate(blocks):
        language, start = block[1], block.start(2)
        if language == "console":
            yield from _commands(page, text, block)
        elif language == "python":
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            follows = after is not None and after[1] == "text" and not text[block.end() : after.start()].strip()
            span = after.span(2) if follows and after is not None else (block.end(2), block.end(2))
            yield Example(page, text.count("\n", 0, start) + 1, language, block[2], text[slice(*span)], span)


def _commands(page: Path, text: str, block: re.Match[str]) -> Iterator[Example]:
    parts = list(re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block[2], re.MULTILINE))
    for part in parts:
        start, end = (block.start(2) + offset for offset in part.span(2))
        line = text.count("\n", 0, block.start(2) + part.start()) + 1
        yield Example(page, line, "console", part[1], part[2], (start, end))


@contextlib.contextmanager
def example_folder() -> Iterator[Path]:
    """A folder with the sample reports in it, as the working directory."""
    before, columns = Path.cwd(), os.environ.get("COLUMNS")
    with tempfile.TemporaryDirectory() as name:
        for sample in (resources.files("tabellino.data") / "samples").iterdir():
            (Path(name) / sample.name).write_bytes(sample.read_bytes())
        os.chdir(name)
        os.environ["COLUMNS"] = "80"
        try:
            yield Path(name)
        finally:
            os.chdir(before)
            os.environ.pop("COLUMNS")
            if columns is not None:
                os.environ["COLUMNS"] = columns


def run(example: Example, names: dict[str, Any]) -> str:
    """What an example prints; `names` are what earlier Python of the page defined."""
    if example.language == "python":
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(example.code, f"{example.page.name}:{example.line}", "exec"), names)
        return out.getvalue()
    return _command(example.code)


def _command(line: str) -> str:
    from click.testing import CliRunner

    from tabellino.cli import cli

    words = shlex.split(line)
    if words[0] != "tabellino":
        raise ValueError(f"an example runs {words[0]!r}; only tabellino can be run, put the rest into a sh block")
    args = [name for word in words[1:] for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
    result = CliRunner().invoke(cli, args)
    if result.exit_code not in (0, 1):
        raise ValueError(f"{line!r} ended with {result.exit_code}: {result.stderr}")
    return "".join(f"{row.rstrip()}\n" for row in result.output.splitlines())


def agrees(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed, a line "..." standing for any lines."""
    pieces = [re.escape(piece) for piece in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(pieces), printed) is not None


def renewed(page: Path) -> str:
    """The text of a page with the output of its examples as it is now; those with "..." in them stay."""
    text = page.read_text("utf-8")
    pieces, last, names = [], 0, {}  # type: ignore[var-annotated]
    for example in examples(page):
        printed = run(example, names)
        if example.span[0] != example.span[1] and not agrees(example.shown, printed):
            pieces += [text[last : example.span[0]], printed]
            last = example.span[1]
    return "".join([*pieces, text[last:]])
