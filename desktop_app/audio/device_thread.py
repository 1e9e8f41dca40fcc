"""Calls to the sound system on a thread of their own, which is left behind if they never return.

A sound server that hangs makes opening, closing and listing devices hang with it, for seconds or
for ever; nobody who has something else to do may make such a call himself.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from desktop_app.audio.source_error import SourceError

PATIENCE_SECONDS = 5.0
"""Longer than the slowest device that answers; wireless ones take two or three seconds."""
SENDING_SECONDS = 1.0
CLOSING_SECONDS = 0.5
UNANSWERED = (
    "The sound system does not answer. It is asked again by itself; if that doesn't help, start "
    "the sound server or the computer anew."
)

Result = TypeVar("Result")


class Unanswered(SourceError):
    """A call was given up, or could not be made because an earlier one hasn't come back."""


class DeviceThread:
    """Makes one call at a time; PortAudio can't bear two."""

    def __init__(self, patience_s: float = PATIENCE_SECONDS) -> None:
        """
        Args:
            patience_s: after which a call is given up.
        """
        self._patience_s = patience_s
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._last: _Call | None = None
        self._giving_up = False
        # As a daemon it can be left behind where it hangs.
        self._thread = threading.Thread(target=self._run, name="devices", daemon=True)

    @property
    def stuck(self) -> bool:
        """Whether a call that was given up hasn't come back yet."""
        return self._last is not None and not self._last.finished

    def call(
        self, work: Callable[[], Result], undo: Callable[[Result], None] | None = None
    ) -> Result:
        """Wait for a call.

        Args:
            work: to do on the thread.
            undo: what to do there with a result that came too late.

        Raises:
            Unanswered: it took too long; also at once while another one is still stuck.
            Exception: whatever ``work`` raises.
        """
        if self.stuck or self._giving_up:
            raise Unanswered(UNANSWERED)
        if self._thread.ident is None:
            self._thread.start()
        self._last = call = _Call(work, undo)
        self._calls.put(call)
        if not call.wait(self._patience_s):
            raise Unanswered(UNANSWERED)
        if call.error is not None:
            raise call.error
        result: Result = call.result
        return result

    def send(self, work: Callable[[], None]) -> None:
        """Make a call whose outcome nobody needs: wait a little, then let it go on behind."""
        waiting = not (self.stuck or self._giving_up)
        if self._thread.ident is None:
            self._thread.start()
        self._last = call = _Call(work, None)
        self._calls.put(call)
        if waiting:
            call.wait(SENDING_SECONDS)

    def give_up(self) -> None:
        """Let nobody wait any more, now and from now on; may be called from any thread."""
        self._giving_up = True
        if self._last is not None:
            self._last.give_up()

    def close(self) -> None:
        """End the thread, or leave it behind if it is stuck."""
        self._calls.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            call.make()


class _Call:
    """One call, and who is first: its result or the end of patience."""

    def __init__(self, work: Callable[[], Any], undo: Callable[[Any], None] | None) -> None:
        self.result: Any = None
        self.error: Exception | None = None
        self.finished = False
        self._work, self._undo = work, undo
        self._given_up = False
        self._lock = threading.Lock()
        self._settled = threading.Event()

    def make(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as raised:
            result, error = None, raised
        with self._lock:
            self.result, self.error = result, error
            late = self._given_up
            self.finished = not late
            self._settled.set()
        if late:
            try:
                if error is None and self._undo is not None:
                    self._undo(result)
            finally:
                self.finished = True

    def wait(self, seconds: float) -> bool:
        """Whether there is a result; if there is none by then, it is given up."""
        self._settled.wait(seconds)
        self.give_up()
        return not self._given_up

    def give_up(self) -> None:
        with self._lock:
            self._given_up = self._given_up or not self._settled.is_set()
            self._settled.set()
