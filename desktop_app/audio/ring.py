"""A lock-free ring buffer that an audio callback fills and other threads read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class RingBuffer:
    """The last sample frames of a stream, addressed by their index in the stream.

    Each sample is stored twice, ``capacity`` apart, so that every read is one contiguous slice.
    One thread writes, any thread may read; the writer never waits. Before it overwrites anything it
    announces that, so a reader can tell whether its copy was overtaken.

    Attributes:
        capacity: how many sample frames are kept.
        channels: number of channels.
        written: how many sample frames have been written since the beginning; never decreases.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        """Make an empty buffer.

        Args:
            capacity: how many sample frames to keep, at least 1.
            channels: number of channels.
        """
        self.capacity = capacity
        self.channels = channels
        self.written = 0
        self._announced = 0
        self._data = np.zeros((2 * capacity, channels), np.float32)

    def write(self, block: NDArray[np.float32]) -> None:
        """Append a block of sample frames.

        Args:
            block: (n, channels) with n at most ``capacity``.
        """
        count = len(block)
        self._announced = self.written + count
        at = self.written % self.capacity
        head = min(count, self.capacity - at)
        self._data[at : at + head] = block[:head]
        self._data[at + self.capacity : at + self.capacity + head] = block[:head]
        if head < count:
            self._data[: count - head] = block[head:]
            self._data[self.capacity : self.capacity + count - head] = block[head:]
        self.written += count

    def oldest(self) -> int:
        """Return the index of the oldest sample frame that is still safe to read."""
        return max(0, self._announced - self.capacity)

    def read(self, start: int, stop: int) -> NDArray[np.float32] | None:
        """Copy the sample frames from ``start`` up to, not including, ``stop``.

        Args:
            start: index of the first one in the stream.
            stop: index after the last one, at most ``written``.

        Returns:
            (stop - start, channels), or None if the writer has overwritten some of them.

        Raises:
            ValueError: some have not been written yet, or they are more than the buffer holds.
        """
        if not 0 <= stop - start <= self.capacity or stop > self.written:
            raise ValueError(f"cannot read {start} to {stop}: {self.written} written")
        at = start % self.capacity
        block = self._data[at : at + stop - start].copy()
        return block if start >= self.oldest() else None
