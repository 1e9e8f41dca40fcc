"""The last seconds of an input, kept in memory, to be played like a file."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.clip import WINDOW_SECONDS, in_blocks
from desktop_app.audio.decoder import Tags
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError

REPLAYED_SECONDS = 30.0


class ReplayClip:
    """See :class:`sound.Clip`."""

    path = None
    fault = ""
    tags = Tags()

    def __init__(self, name: str, rate: int, samples: NDArray[np.float32]) -> None:
        """
        Args:
            name: see :class:`sound.Clip`.
            rate: sample frames a second.
            samples: (n, channels); never written to.
        """
        self.name = name
        self.rate = rate
        self.channels = samples.shape[1]
        self._samples = samples
        self._at = 0

    @property
    def duration_s(self) -> float:
        """See :class:`sound.Clip`."""
        return len(self._samples) / self.rate

    def read(self, frames: int) -> NDArray[np.float32]:
        """See :class:`sound.Clip`."""
        block = self._samples[self._at : self._at + frames]
        self._at += len(block)
        return block

    def seek(self, seconds: float) -> float:
        """See :class:`sound.Clip`."""
        self._at = min(max(0, round(seconds * self.rate)), len(self._samples))
        return self._at / self.rate

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """See :class:`sound.Clip`."""
        return in_blocks(self)

    def again(self) -> ReplayClip:
        """See :class:`sound.Clip`."""
        return ReplayClip(self.name, self.rate, self._samples)

    def close(self) -> None:
        """Nothing is open."""


def last_heard(source: Source) -> ReplayClip:
    """What an input gave in the last half minute, or since it was opened if that is shorter.

    Args:
        source: an input; may go on writing.

    Raises:
        SourceError: that is less than one look at the sound takes.
    """
    ring = source.feed.ring
    stop = ring.written
    # What is being written now may overtake the oldest that is kept.
    spare = ring.capacity // 16
    start = max(0, stop - round(REPLAYED_SECONDS * source.rate), stop - ring.capacity + spare)
    seconds = (stop - start) / source.rate
    if seconds < WINDOW_SECONDS:
        raise SourceError(
            f"“{source.name}” has given only {seconds:.1f} s so far; what is replayed has at least "
            f"{WINDOW_SECONDS:.1f} s."
        )
    samples = ring.read(start, stop)
    if samples is None:
        raise SourceError(f"The last sound of “{source.name}” couldn't be kept; try again.")
    name = f"{source.name}, the {seconds:.0f} s before {time.strftime('%H:%M:%S')}"
    return ReplayClip(name, source.rate, samples)
