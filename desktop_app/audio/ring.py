"""A ring buffer that an audio callback fills and other threads read, without a lock."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class RingBuffer:
    """The last ``capacity`` sample frames of a stream, addressed by their index in the stream.

    Each sample is stored twice, ``capacity`` apart, so that every read is one contiguous slice.
    One thread writes, any may read; the writer never waits. It announces what it is about to
    overwrite before it does so, which lets a reader notice when a copy was overtaken.

    Attributes:
        written: sample frames written since the beginning; grows only.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        self.capacity = capacity
        self.channels = channels
        self.written = 0
        self._announced = 0
        self._data = np.zeros((2 * capacity, channels), np.float32)

    def write(self, block: NDArray[np.float32]) -> None:
        """Append a block.

        Args:
            block: (n, channels), n at most ``capacity``.
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
        """Index of the oldest sample frame that is still safe to read."""
        return max(0, self._announced - self.capacity)

    def read(self, start: int, stop: int) -> NDArray[np.float32] | None:
        """Copy the sample frames from ``start`` up to ``stop``.

        Returns:
            (stop - start, channels), or None when the writer overwrote them in the meantime.

        Raises:
            ValueError: they haven't been written yet, or are more than the buffer holds.
        """
        if not 0 <= stop - start <= self.capacity or stop > self.written:
            raise ValueError(f"cannot read {start} to {stop}: {self.written} written")
        at = start % self.capacity
        block = self._data[at : at + stop - start].copy()
        return block if start >= self.oldest() else None
