"""Ctrl-C while the program starts: what the very first import needs, and nothing slower."""

# Not signal itself, which takes a hundred times as long to import.
import _signal  # type: ignore[import-not-found]
import os

STATUS = 130
SENTENCE = "genre-monitor: Stopped."


def leave_at_once() -> None:
    """From now on Ctrl-C ends the process at once, unless it is ignored.

    That is right while modules are imported and nothing has been begun: an exception in the middle
    of an import can become any other one.
    """
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, leave)


def leave(number: int, frame: object) -> None:
    """End the process with one line; a signal handler."""
    os.write(2, f"{SENTENCE}\n".encode())
    os._exit(STATUS)
