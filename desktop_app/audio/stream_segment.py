"""A segment: uninterrupted sound of a source, which is all that the analysis sees of it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.ring import RingBuffer

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Block:
    """Consecutive sample frames.

    Attributes:
        samples: (n, channels) as the source delivered them, full scale at 1.
        start: index of the first of them in the segment.
        lost: sample frames that were overwritten unread just before these.
        heard_at: clock time, in seconds, at which the last of them was captured or, for a file,
            played.
    """

    samples: NDArray[np.float32]
    start: int
    lost: int
    heard_at: float


class StreamSegment:
    """Uninterrupted sound of a source at one sample rate.

    A seek or another file starts a new segment. The source's thread writes into ``ring`` and calls
    :meth:`mark`; only the analysis thread calls :meth:`read`.

    Attributes:
        number: unique in the process and increasing, from 1. Everything computed from a segment
            carries it, so that stale results can be recognised.
        rate: sample frames per second.
        start_s: position of the first sample frame in the file, in seconds; 0 for an input.
        source: name of the device or file.
        replay: whether an input delivered this sound before.
        recorded: when the file's beginning was recorded; None if that is not known.
        ring: the sample frames.
        complete: nothing more will be written.
    """

    def __init__(
        self,
        rate: int,
        channels: int,
        seconds: float,
        start_s: float = 0.0,
        *,
        source: str = "",
        replay: bool = False,
        recorded: datetime | None = None,
    ) -> None:
        """Create an empty segment.

        Args:
            rate: sample frames per second.
            channels: number of channels.
            seconds: how much of it is kept for reading, at least one sample frame.
            start_s: position of the first sample frame in the file, in seconds.
            source: name of the device or file.
            replay: whether an input delivered this sound before.
            recorded: when the file's beginning was recorded; None if that is not known.
        """
        self.number = next(_numbers)
        self.rate = rate
        self.start_s = start_s
        self.source = source
        self.replay = replay
        self.recorded = recorded
        self.ring = RingBuffer(max(1, int(rate * seconds)), channels)
        self.complete = False
        self._mark = (0, 0.0)
        self._read = 0

    def mark(self, heard: int, at: float) -> None:
        """Record that the first ``heard`` sample frames have been or will be heard by ``at``."""
        self._mark = (heard, at)

    @property
    def marked_at(self) -> float:
        """Clock time of the last mark."""
        return self._mark[1]

    def heard(self, now: float) -> int:
        """Number of sample frames that have been heard by ``now``.

        A file's mark is in the future by the output's latency, so that the analysis is not ahead
        of the ear.
        """
        heard, at = self._mark
        return max(0, heard - math.ceil(max(0.0, at - now) * self.rate))

    def read(self, now: float, least: int = 1) -> Block | None:
        """Read everything heard by ``now`` that hasn't been read yet.

        Args:
            now: clock time, in seconds.
            least: number of sample frames that are worth reading.

        Returns:
            None if there are fewer, unless no more will be written; or if there are none.
        """
        heard, at = self._mark
        stop = self.heard(now)
        if stop - self._read < least and not self.complete:
            return None
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
