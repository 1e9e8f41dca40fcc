"""Serves requests in the background; only the newest one matters."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from desktop_app.threads.guard import Guard

T = TypeVar("T")

log = logging.getLogger(__name__)


class Ticket:
    """Tells the code that serves a request whether the result is still wanted.

    Attributes:
        superseded: set as soon as there is a newer request or the result is no longer wanted.
    """

    def __init__(self, lock: threading.Lock) -> None:
        """Create a valid ticket.

        Args:
            lock: held while one request replaces another.
        """
        self.superseded = threading.Event()
        self._lock = lock

    def deliver(self, result: Callable[[], None]) -> bool:
        """Hand over a result unless it comes too late.

        Args:
            result: called while no newer request can begin; must be quick.

        Returns:
            Whether it was called.
        """
        with self._lock:
            if self.superseded.is_set():
                return False
            result()
            return True


class NewestRequest(Generic[T]):
    """Serves requests on background threads; of those that wait, only the newest is served.

    The threads are daemons: one that hangs, for instance on a network disk, is left behind.
    """

    def __init__(
        self, name: str, work: str, serve: Callable[[T, Ticket], None], *, finish: bool = False
    ) -> None:
        """Start without a request.

        Args:
            name: of the threads.
            work: what they do, as in "internal error while {work}".
            serve: does the work for one request; should check the ticket now and then.
            finish: let a request that is being served finish before the next one begins; else a new
                request supersedes it and begins at once, on another thread.
        """
        self._name = name
        self._serve = serve
        self._finish = finish
        self._guard = Guard(log, work)
        self._lock = threading.Lock()
        self._ticket: Ticket | None = None
        self._running = False
        self._waiting: list[T] = []
        self._threads: list[threading.Thread] = []
        self._closed = False

    @property
    def fault(self) -> str:
        """One sentence if the last request failed unexpectedly, else empty."""
        return self._guard.fault

    @property
    def busy(self) -> bool:
        """Whether there is a request whose result is still wanted."""
        ticket, waiting = self._ticket, self._waiting
        return bool(waiting) or (ticket is not None and not ticket.superseded.is_set())

    def ask(self, request: T) -> None:
        """Serve this request in place of earlier ones; return at once."""
        with self._lock:
            if self._closed:
                return
            if self._finish and self._running:
                self._waiting = [request]
                return
            self._supersede()
            self._guard.clear()
            ticket = Ticket(self._lock)
            thread = threading.Thread(
                target=self._run, args=(request, ticket), name=self._name, daemon=True
            )
            thread.start()
            self._ticket, self._running = ticket, True
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            self._threads.append(thread)

    def cancel(self) -> None:
        """Discard all requests and the last fault; return at once."""
        with self._lock:
            self._supersede()
            self._guard.clear()

    def close(self, timeout_s: float) -> bool:
        """Cancel, take no more requests, and wait for the threads.

        Args:
            timeout_s: for how long, in seconds; a thread that takes longer is left behind.

        Returns:
            Whether all of them have ended.
        """
        with self._lock:
            self._closed = True
            self._supersede()
        deadline = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _supersede(self) -> None:
        self._waiting = []
        if self._ticket is not None:
            self._ticket.superseded.set()

    def _run(self, request: T, ticket: Ticket) -> None:
        try:
            while True:
                self._serve_one(request, ticket)
                with self._lock:
                    ticket.superseded.set()
                    if not self._waiting:
                        self._running = False
                        return
                    request = self._waiting.pop()
                    self._guard.clear()
                    self._ticket = ticket = Ticket(self._lock)
        except BaseException:
            with self._lock:
                ticket.superseded.set()
                self._running = False
            raise

    def _serve_one(self, request: T, ticket: Ticket) -> None:
        try:
            self._serve(request, ticket)
        except Exception as error:
            # Under the lock, so that it is never reported as the fault of a newer request.
            with self._lock:
                if ticket.superseded.is_set():
                    log.warning("a superseded request failed", exc_info=error)
                    return
                with self._guard:
                    raise
