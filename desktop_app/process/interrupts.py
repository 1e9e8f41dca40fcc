"""Ctrl-C in a command: one line and exit status 130, at every moment."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from desktop_app.process.leaving import STATUS, leave


@contextmanager
def to_be_finished() -> Iterator[None]:
    """Within the block the first Ctrl-C raises KeyboardInterrupt, so that what was begun is ended.

    The second one ends the process at once, in case ending takes too long.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is leave:
        signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _interrupt:
            signal.signal(signal.SIGINT, before)


def ignore() -> None:
    """From now on Ctrl-C does nothing, because everything is done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, _leave_silently)
    raise KeyboardInterrupt


def _leave_silently(number: int, frame: FrameType | None) -> None:
    os._exit(STATUS)
