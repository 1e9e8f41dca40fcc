"""A source that is heard through an output, while a thread of its own provides the sound."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.output import Output


class PlayedSource:
    """Starts and ends the thread and the output together."""

    latency_s = 0.0
    """The segment's times include the output's latency already."""
    overflows = 0
    """No sound is lost before the ring buffer."""

    def __init__(self, output: Output, thread: str, closing_s: float) -> None:
        """Prepare the thread.

        Args:
            output: an open one, which sets the pace.
            thread: its name.
            closing_s: how long to wait for it when closing, in seconds; then it is left behind.
        """
        self._output = output
        self._closing = threading.Event()
        self._closing_s = closing_s
        self._thread = threading.Thread(target=self._provide, name=thread, daemon=True)

    @property
    def on_device(self) -> bool:
        """Whether the output is a device, so that calls to it may hang."""
        return self._output.audible

    def start(self) -> None:
        """Start to provide and to play the sound.

        Raises:
            SourceError: the output could not be started.
        """
        self._thread.start()
        self._output.start(self._render)

    def close(self) -> None:
        """Stop at once, and release everything, or leave that to a thread that hangs."""
        self._closing.set()
        self._output.close()
        if self._thread.ident is None:
            self._release()
        else:
            self._thread.join(self._closing_s)

    def _provide(self) -> None:
        """Provide sound until ``_closing`` is set, then release everything; on the thread."""
        raise NotImplementedError

    def _render(self, out: NDArray[np.float32], heard_at: float) -> None:
        """Play, on the output's thread: no locks, no growing buffers.

        Args:
            out: filled, (frames, channels).
            heard_at: clock time at which its end will be heard, in seconds.
        """
        raise NotImplementedError

    def _release(self) -> None:
        """Close what the sound comes from."""
        raise NotImplementedError
