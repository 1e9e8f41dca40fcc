"""Notices when a sound server's sources and programs appear or go, or its default changes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from desktop_app.audio.server_sources import pulse_library

RETRY_SECONDS = 1.0
"""Between two attempts to reach a server that does not answer."""
LISTEN_SECONDS = 0.5
"""Changes are collected for this long, because one device causes several."""

log = logging.getLogger(__name__)


class ServerEvents:
    """Listens to a PulseAudio or PipeWire server on a thread of its own; only on Linux."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """Listen to nothing yet.

        Args:
            changed: called on that thread when the server is there, again after it was gone, and
                after changes, at most twice a second.
        """
        self._changed = changed
        self._closed = threading.Event()

    def start(self) -> None:
        """Begin to listen."""
        # A daemon, because a server that hangs keeps it in a call.
        threading.Thread(target=self._run, name="server events", daemon=True).start()

    def close(self) -> None:
        """Stop listening; the thread ends soon."""
        self._closed.set()

    def _run(self) -> None:
        pulsectl = pulse_library()
        if pulsectl is None:
            return
        while not self._closed.is_set():
            try:
                with pulsectl.Pulse("genre-monitor", connect=False) as pulse:
                    pulse.connect(autospawn=False)
                    self._listen(pulse)
            except (pulsectl.PulseError, pulsectl.PulseDisconnected, OSError) as error:
                log.debug("the sound server does not answer: %s", error)
                self._closed.wait(RETRY_SECONDS)

    def _listen(self, pulse: Any) -> None:
        noticed = threading.Event()
        pulse.event_mask_set("source", "server", "sink_input")
        pulse.event_callback_set(lambda event: noticed.set() if _matters(event) else None)
        # What has changed before.
        self._changed()
        while not self._closed.is_set():
            pulse.event_listen(timeout=LISTEN_SECONDS)
            if noticed.is_set():
                noticed.clear()
                self._changed()


def _matters(event: Any) -> bool:
    # A program's volume changes often.
    return not (event.facility == "sink_input" and event.t == "change")
