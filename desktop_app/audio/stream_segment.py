"""The one thing that the analysis knows of a source: numbered sample frames that can be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.ring import RingBuffer


@dataclass(frozen=True)
class Block:
    """Sample frames that follow on one another.

    Attributes:
        samples: (n, channels) as the source gave them.
        start: index of the first of them in the feed.
        lost: sample frames that were overwritten unread just before these.
        heard_at: clock time, in seconds, at which the last of them was captured, or for a file
            left the loudspeaker.
    """

    samples: NDArray[np.float32]
    start: int
    lost: int
    heard_at: float


class StreamSegment:
    """An uninterrupted stretch of sound at one rate, from its first sample frame on.

    A source that jumps (a seek, a new file) starts a new feed. The source's thread writes into
    ``ring`` and calls :meth:`mark`; the analysis thread alone calls :meth:`read`.

    Attributes:
        rate: sample frames a second.
        start_s: where in the file the first sample frame lies, in seconds; 0 for a microphone.
        complete: nothing more will be written.
    """

    def __init__(self, rate: int, channels: int, seconds: float, start_s: float = 0.0) -> None:
        self.rate = rate
        self.start_s = start_s
        self.ring = RingBuffer(int(rate * seconds), channels)
        self.complete = False
        self._mark = (0, 0.0)
        self._read = 0

    def mark(self, heard: int, at: float) -> None:
        """Say that the first ``heard`` sample frames have been heard, or will be, at ``at``."""
        self._mark = (heard, at)

    @property
    def marked_at(self) -> float:
        """Clock time of the last mark."""
        return self._mark[1]

    def heard(self, now: float) -> int:
        """How many sample frames have been heard by ``now``.

        A file's mark lies in the future by the loudspeaker's latency: the analysis must not be
        ahead of the ear.
        """
        heard, at = self._mark
        return max(0, heard - math.ceil(max(0.0, at - now) * self.rate))

    def read(self, now: float) -> Block | None:
        """Everything heard by ``now`` that hasn't been read yet, None when that is nothing."""
        heard, at = self._mark
        stop = self.heard(now)
        start = max(self._read, self.ring.oldest())
        while stop > start:
            samples = self.ring.read(start, stop)
            if samples is not None:
                lost = start - self._read
                self._read = stop
                return Block(samples, start, lost, at - (heard - stop) / self.rate)
            start = self.ring.oldest()
        return None

    @property
    def exhausted(self) -> bool:
        """Whether everything that will ever come has been read."""
        return self.complete and self._read >= self.ring.written


Clock = Callable[[], float]
"""Seconds that only grow, like ``time.perf_counter``."""
