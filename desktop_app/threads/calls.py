"""Calls that may never return, such as opening a file on a disk that no longer answers."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import wait as wait_for
from typing import TypeVar

LOOK_SECONDS = 0.05
"""Interval at which a call that takes long is asked whether its result is still wanted."""

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """A call took too long; it may still be running."""


class GivenUp(Exception):
    """The result of a call is no longer wanted; it may still be running."""


class Calls:
    """Makes each call on a thread of its own, which is left behind if the call hangs."""

    def __init__(self, name: str) -> None:
        """Start without a call.

        Args:
            name: of the threads.
        """
        self._name = name
        self._threads: list[threading.Thread] = []

    @property
    def stuck(self) -> bool:
        """Whether a call hasn't returned yet."""
        return any(thread.is_alive() for thread in self._threads)

    def make(
        self,
        work: Callable[[], Result],
        undo: Callable[[Result], None],
        patience_s: float,
        unwanted: Callable[[], bool],
    ) -> Result:
        """Make a call and wait for its result.

        Args:
            work: called on the thread.
            undo: called there with a result that comes too late.
            patience_s: how long to wait for the call, in seconds.
            unwanted: whether to give it up now; asked every ``LOOK_SECONDS``.

        Returns:
            What ``work`` returns.

        Raises:
            NoAnswer: it took too long.
            GivenUp: it is no longer wanted.
            Exception: whatever ``work`` raises.
        """
        answer: Future[Result] = Future()
        # Daemons, so that Python doesn't wait for them at exit.
        thread = threading.Thread(
            target=give_answer, args=(answer, work, undo), name=self._name, daemon=True
        )
        self._threads = [*(each for each in self._threads if each.is_alive()), thread]
        thread.start()
        deadline = time.monotonic() + patience_s
        while not wait_for([answer], LOOK_SECONDS).done:
            given_up = unwanted()
            # Cancelling decides, once for both threads, whether the answer came in time.
            if (given_up or time.monotonic() > deadline) and answer.cancel():
                raise GivenUp if given_up else NoAnswer
        return answer.result()


def give_answer(
    answer: Future[Result], work: Callable[[], Result], undo: Callable[[Result], None] | None
) -> None:
    """Make a call whose answer may be cancelled meanwhile.

    Args:
        answer: gets the result or the exception.
        work: the call.
        undo: called with a result that comes too late.
    """
    try:
        result = work()
    except Exception as error:
        try:
            answer.set_exception(error)
        except InvalidStateError:
            log.warning("a call that was given up has failed", exc_info=error)
        return
    try:
        answer.set_result(result)
    except InvalidStateError:
        if undo is not None:
            undo(result)
