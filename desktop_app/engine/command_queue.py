"""A queue of commands for the source, in the order they were given."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)
class Command:
    """A command for the source.

    Attributes:
        work: carries it out, on the source's thread; raises SourceError.
        switches: whether it replaces the current source instead of controlling it.
        name: of the source that it switches to; empty for none.
        to_input: whether that source is an input device.
        ready: what the work waits for, None for nothing.
        lasting: whether it also applies to later sources.
    """

    work: Callable[[], None]
    switches: bool = False
    name: str = ""
    to_input: bool = False
    ready: Future[Any] | None = None
    lasting: bool = False

    @property
    def can_run(self) -> bool:
        """Whether it has nothing left to wait for."""
        return self.ready is None or self.ready.done()


class CommandQueue:
    """Passes commands from any thread to one thread.

    A command stays queued until :meth:`done`, so the source it switches to is always known. A
    switch that isn't ready blocks the commands behind it until a newer switch overtakes it; lasting
    commands don't wait for it.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._commands: deque[Command] = deque()
        self._running: Command | None = None
        self._closed = False

    def put(self, command: Command) -> None:
        """Append a command; return at once."""
        with self._changed:
            self._commands.append(command)
            self._changed.notify()
        if command.ready is not None:
            command.ready.add_done_callback(lambda _: self._wake())

    def close(self) -> None:
        """Deliver no more commands, and wake the waiting thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._closed

    def head(self, timeout_s: float) -> Command | None:
        """Wait for the next command that can run.

        Args:
            timeout_s: how long to wait, in seconds.

        Returns:
            The command, to be passed to :meth:`done` afterwards; None if there was none in time.
        """
        with self._changed:
            if self._head() is None and not self._closed:
                self._changed.wait(timeout_s)
            self._running = None if self._closed else self._head()
            return self._running

    def done(self, command: Command) -> None:
        """Remove the command that :meth:`head` returned."""
        with self._changed:
            self._commands.remove(command)
            self._running = None

    @property
    def overtaken(self) -> bool:
        """Whether what is being opened is no longer wanted: another source is, or none."""
        with self._changed:
            return self._closed or any(
                command.switches and command.can_run and command is not self._running
                for command in self._commands
            )

    @property
    def switching_to(self) -> str:
        """Name of the newest source that was requested and isn't open yet, else empty."""
        with self._changed:
            names = [command.name for command in self._commands if command.switches]
        return names[-1] if names else ""

    @property
    def switching_to_input(self) -> bool:
        """Whether any input device was requested that isn't open yet."""
        with self._changed:
            return any(command.to_input for command in self._commands)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify()

    def _head(self) -> Command | None:
        while self._commands:
            head = self._commands[0]
            cancelled = head.ready is not None and head.ready.cancelled()
            if head.can_run and not cancelled:
                return head
            if not cancelled and not self._overtaken():
                return next((command for command in self._commands if command.lasting), None)
            self._drop_switch()
        return None

    def _overtaken(self) -> bool:
        return any(command.switches for command in list(self._commands)[1:])

    def _drop_switch(self) -> None:
        """Drop the head and the commands for the source that it would have opened."""
        self._commands.popleft()
        kept = []
        while self._commands and not self._commands[0].switches:
            command = self._commands.popleft()
            if command.lasting:
                kept.append(command)
        self._commands.extendleft(reversed(kept))
