"""Passes messages to a receiver on a thread of its own, so that nothing waits for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from desktop_app.analysis.mailbox import Mailbox
from desktop_app.formatting.reason import reason_of
from desktop_app.outputs.message import Message
from resources.languages import gettext

LEAST_SECONDS = 0.1
"""Between two messages, also where everything changes."""
EARLY_SECONDS = 0.025
"""What is offered a moment before its time would otherwise wait for the next offer, which may come
only an interval later."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
"""A receiver that fails is tried again after pauses that double."""
CLOSING_SECONDS = 0.5
"""Nobody waits longer for receivers that hang."""

log = logging.getLogger(__name__)


class ReceiverError(Exception):
    """The receiver cannot be reached; the message says why, without a full stop."""


class ReceiverGivenUp(ReceiverError):
    """Trying again by itself would be of no use, or would bother the user."""


class Receiver(Protocol):
    """Another program, and how it is told.

    Attributes:
        interval_s: seconds after which it is told again though nothing has changed; None for never.
    """

    interval_s: float | None

    @property
    def name(self) -> str:
        """Of it, for messages to the user."""

    def essence(self, message: Message) -> Hashable:
        """The part of a message of whose change the receiver is told at once."""

    def open(self) -> None:
        """Connect; called before the first message, and again after a failure.

        Raises:
            ReceiverError: it cannot be reached.
            ReceiverGivenUp: it is not tried again.
            OSError: likewise.
        """

    def send(self, message: Message) -> None:
        """Pass a message on.

        Raises:
            ReceiverError: it is gone.
            OSError: likewise.
        """

    def close(self) -> None:
        """Disconnect."""


class Channel:
    """Tells one receiver the newest message, at most ten times a second.

    Attributes:
        problem: one sentence while the receiver cannot be reached, else empty.
    """

    def __init__(self, receiver: Receiver, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the thread.

        Args:
            receiver: to tell.
            clock: in seconds.
        """
        self.problem = ""
        self._receiver, self._clock = receiver, clock
        self._mailbox: Mailbox[Message] = Mailbox()
        self._wake = threading.Event()
        self._closed = threading.Event()
        self._essence: Hashable = None
        self._offered_at = self._gone_by = float("-inf")
        self._thread = threading.Thread(target=self._run, name=receiver.name, daemon=True)
        self._thread.start()

    def offer(self, message: Message) -> None:
        """Take the message of this moment; it is passed on if it is due. Returns at once."""
        essence, now = self._receiver.essence(message), self._clock()
        interval = self._receiver.interval_s
        due = interval is not None and now - self._offered_at >= interval - EARLY_SECONDS
        if essence != self._essence or due:
            self._essence, self._offered_at = essence, now
            self._mailbox.post(message)
            self._wake.set()

    @property
    def name(self) -> str:
        """Of the receiver, for messages to the user."""
        return self._receiver.name

    @property
    def running(self) -> bool:
        """Whether the thread has not ended."""
        return self._thread.is_alive()

    def end(self) -> None:
        """Disconnect the receiver; returns at once."""
        if not self._closed.is_set():
            self._gone_by = self._clock() + CLOSING_SECONDS
            self._closed.set()
            self._wake.set()

    def join(self) -> None:
        """Wait until the receiver is disconnected, for half a second after ``end`` at most."""
        self._thread.join(max(0.0, self._gone_by - self._clock()))

    def _run(self) -> None:
        pause, opened = FIRST_PAUSE_S, False
        while not self._closed.is_set():
            self._wake.wait()
            self._wake.clear()
            message = self._mailbox.take()
            if message is None or self._closed.is_set():
                continue
            try:
                if not opened:
                    self._receiver.open()
                    opened = True
                self._receiver.send(message)
            except ReceiverGivenUp as error:
                self._note(error, "%s")
                return
            except Exception as error:
                # Libraries raise much else, for instance of a name that no computer can have.
                self._note(error, "%s Trying again.")
                self._receiver.close()
                opened = False
                self._closed.wait(pause)
                pause = min(2 * pause, LONGEST_PAUSE_S)
                # What was missed is made up for by the newest message.
                self._mailbox.post(self._mailbox.take() or message)
                self._wake.set()
            else:
                if self.problem:
                    log.warning("Sending to %s again.", self._receiver.name)
                pause, self.problem = FIRST_PAUSE_S, ""
                self._closed.wait(LEAST_SECONDS)
        if opened:
            self._receiver.close()

    def _note(self, error: Exception, line: str) -> None:
        problem = gettext("Could not send to {name}: {reason}.").format(
            name=self._receiver.name, reason=reason_of(error)
        )
        # One line, however long it lasts.
        if problem != self.problem:
            self.problem = problem
            log.warning(line, problem)


def close_all(channels: Sequence[Channel]) -> None:
    """Disconnect receivers, all at the same time, and wait half a second at most."""
    for channel in channels:
        channel.end()
    for channel in channels:
        channel.join()
