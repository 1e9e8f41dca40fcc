"""Calls to the sound system on another thread, which is left behind if they never return.

If a sound server hangs, opening, closing and listing devices hang with it, for seconds or forever;
a thread with other work to do must not make such a call directly.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Any, TypeVar

from desktop_app.audio.source_error import SourceError
from desktop_app.threads.calls import give_answer
from desktop_app.threads.guard import Guard
from resources.languages import N_, gettext

TIMEOUT_SECONDS = 5.0
"""Longer than the slowest device that answers; wireless ones take two or three seconds."""
SENDING_SECONDS = 1.0
CLOSING_SECONDS = 0.5
UNANSWERED = N_(
    "The sound system is not responding. Retrying automatically; if this persists, restart the "
    "sound server or the computer."
)

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class Unanswered(SourceError):
    """A call was given up, or refused because an earlier one has not returned."""


class DeviceThread:
    """Makes one call at a time; PortAudio does not support two at once."""

    def __init__(self, timeout_s: float = TIMEOUT_SECONDS) -> None:
        """Create it; the thread starts with the first call.

        Args:
            timeout_s: how long to wait for a call, in seconds.
        """
        self._timeout_s = timeout_s
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._last: tuple[Future[Any], threading.Event] | None = None
        self._giving_up = False
        self._guard = Guard(log, N_("calling the sound system"))
        # A daemon, so that it can be left behind in a call that hangs.
        self._thread = threading.Thread(target=self._run, name="devices", daemon=True)

    @property
    def stuck(self) -> bool:
        """Whether the last call has not returned yet."""
        if self._last is None:
            return False
        answer, returned = self._last
        answered = answer.done() and not answer.cancelled()
        return not (answered or returned.is_set())

    def call(
        self, work: Callable[[], Result], undo: Callable[[Result], None] | None = None
    ) -> Result:
        """Make a call and wait for its result.

        Args:
            work: called on the thread.
            undo: called there with a result that comes too late.

        Returns:
            What ``work`` returns.

        Raises:
            Unanswered: it took too long; at once if an earlier call has not returned.
            Exception: whatever ``work`` raises.
        """
        if self.stuck or self._giving_up:
            raise Unanswered(gettext(UNANSWERED))
        answer = self._put(work, undo)
        _wait(answer, self._timeout_s)
        # Decides, once for both threads, whether the answer came in time.
        if answer.cancel():
            raise Unanswered(gettext(UNANSWERED))
        return answer.result()

    def send(self, work: Callable[[], None]) -> None:
        """Make a call whose outcome does not matter; wait briefly, then let it continue."""

        def guarded() -> None:
            with self._guard:
                work()

        timeout_s = 0.0 if self.stuck else SENDING_SECONDS
        _wait(self._put(guarded, None), timeout_s)

    def give_up(self) -> None:
        """End all waiting for calls, now and in the future; may be called from any thread."""
        self._giving_up = True
        if self._last is not None:
            self._last[0].cancel()

    def close(self) -> None:
        """End the thread, or leave it behind if it is stuck."""
        self._calls.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)

    def _put(
        self, work: Callable[[], Result], undo: Callable[[Result], None] | None
    ) -> Future[Result]:
        answer: Future[Result] = Future()
        returned = threading.Event()

        def make() -> None:
            try:
                with self._guard:
                    give_answer(answer, work, undo)
            finally:
                returned.set()

        if self._thread.ident is None:
            self._thread.start()
        self._last = answer, returned
        # A give_up() on another thread may not have seen this call.
        if self._giving_up:
            answer.cancel()
        self._calls.put(make)
        return answer

    def _run(self) -> None:
        while (make := self._calls.get()) is not None:
            make()


def _wait(answer: Future[Any], seconds: float) -> None:
    with contextlib.suppress(CancelledError, FutureTimeoutError):
        answer.exception(seconds)
