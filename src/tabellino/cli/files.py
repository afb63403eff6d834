"""Files that a command was asked to write: whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """Write a file in one step: who reads it sees the old content or the new, never a part.

    Text is written in UTF-8. The permissions are those of any new file. Raises OSError.
    """
    if path.exists() and not path.is_file():  # /dev/stdout and the like cannot be replaced
        path.write_bytes(_bytes(content))
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    import tempfile  # 5 ms of start for those who write nothing

    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_bytes(content))
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or what the process gives to new files."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
