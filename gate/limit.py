"""A limit in seconds on one call, so that a search without bounds ends the case and not the gate."""

from __future__ import annotations

import contextlib
import signal
import types
from collections.abc import Iterator


class NoAnswerError(Exception):
    """The call took longer than it may."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises NoAnswerError inside the block once `seconds` have gone by. Works in the main thread of a POSIX system
    (the gate runs there); elsewhere there is no limit."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: types.FrameType | None) -> None:
        raise NoAnswerError(f"no answer in {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
