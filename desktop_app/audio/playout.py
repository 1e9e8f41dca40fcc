"""Decoded sound on its way to an output, analysed as it is heard."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.audio.downmix import Downmix
from desktop_app.audio.output import Output
from desktop_app.audio.ring import RingBuffer
from desktop_app.audio.stream_segment import StreamSegment

LONGEST_WAIT_SECONDS = 5.0
MIN_AHEAD_FRAMES = 2048
"""At the lowest sample rates half a second is less than an output requests at once."""


def longest_wait(output: Output) -> float:
    """How long sound may wait to be played by an output, in seconds."""
    return max(LONGEST_WAIT_SECONDS, 4 * MIN_AHEAD_FRAMES / output.rate)


class Playout:
    """Takes sound on one thread, and plays it on the output's thread.

    Attributes:
        segment: what the analysis reads; marked as the sound is played.
    """

    def __init__(self, segment: StreamSegment, output: Output) -> None:
        """Start with no sound.

        Args:
            segment: an empty one that keeps the sound for at least :func:`longest_wait`.
            output: plays it.
        """
        self.segment = segment
        self._output = output
        self._last = False
        # (n, output channels) at the output's rate, and what is still to be written there.
        self._ring = RingBuffer(int(output.rate * longest_wait(output)), output.channels)
        self._waiting = np.zeros((0, output.channels), np.float32)
        self._played = 0
        self._downmix = Downmix(segment.rate)
        self._resampler = (
            None
            if output.rate == segment.rate
            else soxr.ResampleStream(segment.rate, output.rate, output.channels)
        )

    @property
    def ahead(self) -> int:
        """Sample frames at the output's rate that it has not taken yet."""
        return self._ring.written - self._played

    @property
    def ended(self) -> bool:
        """Whether nothing more will be ready to be played."""
        return self._last and not self.full

    @property
    def full(self) -> bool:
        """Whether sound is left that has no room; :meth:`flush` tries again."""
        return bool(len(self._waiting))

    def push(self, block: NDArray[np.float32], *, last: bool) -> None:
        """Take the next sound.

        Args:
            block: (n, channels) at the segment's rate.
            last: whether none follows.
        """
        self.segment.ring.write(block)
        audible, channels = block, self._output.channels
        if channels != self.segment.ring.channels:
            audible = np.repeat(self._downmix.push(block)[:, None], channels, axis=1)
        if self._resampler is not None:
            audible = self._resampler.resample_chunk(audible, last=last)
        self._waiting = np.concatenate([self._waiting, audible])
        self._last = last
        self.flush()

    def flush(self) -> None:
        """Make what has no room yet ready to be played, as far as possible."""
        # From very low rates a resampler delivers more at once than fits.
        room = self._ring.capacity // 2 - self.ahead
        self._ring.write(self._waiting[:room])
        self._waiting = self._waiting[room:]

    def end(self) -> None:
        """Take nothing more, and play only what is ready."""
        self._waiting = self._waiting[:0]
        self._last = True

    def release(self) -> None:
        """End the resampler: soxr complains about each that outlives the interpreter."""
        self._resampler = None

    # On the output's thread: no locks, no growing buffers.
    def render(self, out: NDArray[np.float32], heard_at: float, volume: float) -> None:
        """Play, with silence where nothing is ready.

        Args:
            out: filled, (frames, output channels).
            heard_at: clock time at which its end will be heard, in seconds.
            volume: 0 to 1; what is analysed stays the same.
        """
        segment, ring, rate = self.segment, self._ring, self._output.rate
        ready = min(len(out), ring.written - self._played)
        if ready:
            block = ring.read(self._played, self._played + ready)
            if block is not None:
                out[:ready] = block if volume == 1.0 else block * np.float32(volume)
            self._played += ready
            heard = round(self._played * segment.rate / rate)
            at = heard_at - (len(out) - ready) / rate
            segment.mark(min(heard, segment.ring.written), at)
        out[ready:] = 0.0
        if self.ended and self._played == ring.written and not segment.complete:
            segment.mark(segment.ring.written, heard_at)
            segment.complete = True
