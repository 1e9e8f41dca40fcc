"""An input that is read block by block, on a thread of its own, rather than calling back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.replay_clip import KEPT_SECONDS
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.source import VitalSigns
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from resources.languages import gettext

CHANNELS, BLOCK_FRAMES = 2, 512
CLOSING_SECONDS = 1.0

log = logging.getLogger(__name__)


class BlockwiseInput:
    """Reads stereo sound until it is closed or nothing more comes.

    Attributes:
        name: of the input device that stands for it.
        rate: sample frames per second.
        latency_s: its share of the delay from sound to screen, in seconds.
        segment: the sound.
    """

    channels = CHANNELS
    overflows = 0
    playback = None
    on_device = True
    on_network = False

    def __init__(self, name: str, rate: int, latency_s: float, clock: Clock) -> None:
        """Prepare the thread; :meth:`start` starts it.

        Args:
            name: of the input device that stands for it.
            rate: in Hz.
            latency_s: in seconds.
            clock: times the sound as it arrives, in seconds.
        """
        self.name = name
        self.rate = rate
        self.latency_s = latency_s
        self.segment = StreamSegment(rate, CHANNELS, KEPT_SECONDS, source=name)
        self._clock = clock
        self._ended = False
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="blockwise input", daemon=True)

    def _open(self) -> None:
        """Open what is read; any exception says why it cannot be."""
        raise NotImplementedError

    def _blocks(self) -> Iterator[NDArray[np.float32]]:
        """Yield blocks, (frames, 2), -1 to 1, and release what is read when they end.

        They end when nothing more comes, or soon after ``_closing`` is set.
        """
        raise NotImplementedError

    def _interrupt(self) -> None:
        """End the wait for a block that may never come; called while closing."""

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it stopped on its own, and when it last delivered sound."""
        return VitalSigns(self._ended, self.segment.marked_at)

    def start(self) -> None:
        """Start listening.

        Raises:
            SourceError: it cannot be listened to.
        """
        try:
            self._open()
        except Exception as error:
            # soundcard has no exception of its own.
            raise SourceError(
                gettext("Could not listen to “{name}”: {error}.").format(
                    name=on_screen(self.name), error=error
                )
            ) from error
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._closing.set()
        if self._thread.ident is not None:
            self._interrupt()
            self._thread.join(CLOSING_SECONDS)

    def _run(self) -> None:
        try:
            for block in self._blocks():
                self.segment.ring.write(block)
                self.segment.mark(self.segment.ring.written, self._clock())
        except Exception:
            log.exception("an input can no longer be listened to")
        self._ended = True
