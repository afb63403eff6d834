"""Start to end: how long `tabellino --help` and `tabellino read` on two files take, and how much memory.

An installed package has its modules as bytecode. So that a checkout is measured alike, also where the environment
forbids Python to write any, the processes keep theirs in a folder of the bench, which a run that does not count fills.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from importlib import resources
from pathlib import Path

import tabellino

#: name, value, unit, bar (what must be reached; None where nothing is asked)
Row = tuple[str, float, str, float | None]

_COMMAND = [sys.executable, "-m", "tabellino"]
_ROUNDS = 7


def run() -> list[Row]:
    """The rows of the bench: medians over several processes."""
    samples = resources.files("tabellino.data") / "samples"
    files = [str(samples / name) for name in ("wire.txt", "tabloid.txt")]
    help_seconds, _ = measure(["--help"])
    text_seconds, text_memory = measure(["read", *files])
    json_seconds, json_memory = measure(["read", "--json", *files])
    return [
        ("tabellino --help", help_seconds, "s", 0.25),
        ("tabellino read, two files", text_seconds, "s", 0.6),
        ("tabellino read --json, two files", json_seconds, "s", 0.6),
        ("peak memory of read, two files", text_memory, "MB", None),
        ("peak memory of read --json, two files", json_memory, "MB", None),
    ]


def measure(args: list[str]) -> tuple[float, float]:
    """Median seconds from start to end, and peak memory in MB, of a command line in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="tabellino-bench-") as bytecode:
        _once([*_COMMAND, *args], bytecode)
        runs = [_once([*_COMMAND, *args], bytecode) for _ in range(_ROUNDS)]
    return statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def _once(command: list[str], bytecode: str) -> tuple[float, float]:
    env = os.environ | {"PYTHONPATH": str(Path(tabellino.__file__).parents[1]), "COLUMNS": "80"}
    env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, env, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command[3:])} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024  # kilobytes on Linux


if __name__ == "__main__":
    for name, value, unit, bar in run():
        print(f"{name:40} {value:8.3f} {unit:3} {'' if bar is None else f'(bar {bar})'}")
