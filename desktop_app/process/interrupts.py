"""Ctrl-C in a command: one line and exit status 130, at every moment."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STATUS = 130
SENTENCE = "genre-monitor: Stopped."


def leave_at_once() -> None:
    """From now on Ctrl-C ends the process at once, unless it is ignored.

    That is right while modules are imported and nothing has been begun: an exception in the middle
    of an import can become any other one.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


@contextmanager
def to_be_finished() -> Iterator[None]:
    """Within the block the first Ctrl-C raises KeyboardInterrupt, so that what was begun is ended.

    The second one ends the process at once, in case ending takes too long.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is _leave:
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


def _leave(number: int, frame: FrameType | None) -> None:
    os.write(2, f"{SENTENCE}\n".encode())
    os._exit(STATUS)


def _leave_silently(number: int, frame: FrameType | None) -> None:
    os._exit(STATUS)
