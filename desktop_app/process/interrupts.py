"""Ctrl-C in a command: one line and exit status 130, at every moment."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from desktop_app.process.leaving import SENTENCE, STATUS, leave

ANSWER_SECONDS = 5.0
"""After which a main thread that hasn't noticed Ctrl-C hangs, for example in reading a disk."""
LOOK_SECONDS = 1.0
"""Interval at which signals are looked for that the system hasn't delivered."""

_answered = threading.Event()


def end_what_hangs() -> None:
    """From now on Ctrl-C ends the process even if the main thread hangs.

    Python's handlers of signals run on that thread, between two instructions.
    """
    if sys.platform == "win32":
        # There the system needs a socket, and the terminal's window can be closed.
        return
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(heard,), name="Ctrl-C", daemon=True).start()


def _watch(heard: int) -> None:
    # Only a thread that blocks a signal is told that it is pending.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    while True:
        told = select.select([heard], [], [], LOOK_SECONDS)[0]
        # In a call to the system that cannot be interrupted, the main thread isn't even told.
        noticed = os.read(heard, 1)[0] == signal.SIGINT if told else False
        if not noticed and signal.SIGINT not in signal.sigpending():
            continue
        ours = signal.getsignal(signal.SIGINT) in {leave, _interrupt, _leave_silently}
        if ours and not _answered.wait(ANSWER_SECONDS):
            os.write(2, f"{SENTENCE}\n".encode())
            os._exit(STATUS)


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
    _answered.set()
    signal.signal(signal.SIGINT, _leave_silently)
    raise KeyboardInterrupt


def _leave_silently(number: int, frame: FrameType | None) -> None:
    os._exit(STATUS)
