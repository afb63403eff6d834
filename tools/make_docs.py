"""Makes the generated files anew, the pages of docs/ and the patterns made ready: `make docs`.

With --check it writes nothing and fails on drift.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.examples import ROOT, example_folder, pages, renewed

_HEAD = """# Command line

Made by `make docs` from the commands themselves.

Data goes to stdout and talk to stderr. The exit status is 0 when the work is done, 1 when something was found wrong
(`check` with a contradicted claim), 2 when the command was used wrongly or there was nothing to read; then one line on
stderr says what came, what would have been right, and what to do next. With `--json` the same line comes as an object
on stdout too (`tabellino schema error`).
"""


#: Help is wrapped for a terminal of 80 columns, whatever the one is in which `make docs` runs.
_WIDTH: dict[str, Any] = {"terminal_width": 80, "max_content_width": 80}


def command_line() -> str:
    """docs/cli.md: the help of every command."""
    from tabellino.cli import COMMANDS, cli

    top = cli.make_context("tabellino", ["--no-such-option"], resilient_parsing=True, **_WIDTH)
    parts = [_HEAD, _help(cli.get_help(top))]
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        context = command.make_context(name, [], parent=top, resilient_parsing=True, **_WIDTH)
        parts += [f"\n## tabellino {name}\n", _help(command.get_help(context))]
    return "".join(parts)


def _help(text: str) -> str:
    return f"\n```\n{text.strip()}\n```\n"


def ready_patterns() -> str:
    """data/ready/en.json: the patterns of English as the reader wants them (see `extract/ready_patterns.py`)."""
    import msgspec

    from tabellino.extract.vocabulary import made_anew

    return msgspec.json.encode(made_anew("en")).decode() + "\n"


#: Generated files: path -> what makes their text.
GENERATED: dict[str, Callable[[], str]] = {
    "docs/cli.md": command_line,
    "src/tabellino/data/ready/en.json": ready_patterns,
}


def wanted() -> dict[Path, str]:
    """Every page that `make docs` is responsible for, as it should be: generated pages, and examples with output."""
    texts = {ROOT / path: make() for path, make in GENERATED.items()}
    with example_folder():
        for page in pages():
            if page not in texts:
                texts[page] = renewed(page)
    return texts


def track_record() -> str:
    """docs/track-record.md. It takes half a minute, so `wanted` and with it the test of drift go without it."""
    from tools.track_record import page

    return page()


#: Generated pages that are slow to make: made by `make docs` and not compared by --check.
SLOW: dict[str, Callable[[], str]] = {
    "docs/track-record.md": track_record,
}
PICTURE = ROOT / "docs" / "match-page.png"
#: The date printed on the page in the picture: its own match's next morning, so that the picture is the same each time.
_MORNING_AFTER = "1771142400"


def make_picture() -> None:
    """The README's picture, taken of the demo's page. Raises RuntimeError, with what to install, without a browser."""
    from click.testing import CliRunner

    from tabellino.cli import cli
    from tools.make_picture import picture

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "demo.html"
        done = CliRunner().invoke(cli, ["demo", "--html", str(page)], env={"SOURCE_DATE_EPOCH": _MORNING_AFTER})
        if done.exit_code:
            raise RuntimeError(f"the demo made no page: {done.stderr}")
        picture(page, PICTURE)


def main(args: list[str]) -> int:
    """Write what has changed, or with --check tell it and return 1."""
    check = "--check" in args
    stale = [(path, text) for path, text in wanted().items() if not path.exists() or path.read_text("utf-8") != text]
    if not check:
        slow = {ROOT / name: make() for name, make in SLOW.items()}
        stale += [(path, text) for path, text in slow.items() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)} {'is not up to date; run make docs' if check else 'made anew'}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if not check:
        try:
            make_picture()
            print(f"{PICTURE.relative_to(ROOT)} taken anew")
        except RuntimeError as missing:
            print(f"{PICTURE.relative_to(ROOT)} stays as it is: {missing}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
