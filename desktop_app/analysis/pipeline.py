"""From sample frames to MFCC windows, in the same way for live sources and whole files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.level import dbfs_of
from desktop_app.audio.resampler import Resampler
from model.features import HOP_SAMPLES, WINDOW_HOPS, FloatArray
from model.streaming import Rolling, RollingWindow, StreamingLogMel


@dataclass(frozen=True)
class Hop:
    """One hop of 512 samples that has passed through the pipeline.

    Attributes:
        end_sample: number of samples at 22 050 Hz up to the end of this hop.
        state: of the gate, for the window that ends here: SILENCE, FILLING or MUSIC.
        newer: number of later hops that are already available.
    """

    end_sample: int
    state: State
    newer: int


class Pipeline:
    """Resampler, streaming log-mel, rolling window and silence gate of one stream.

    Attributes:
        window: the last 100 frames, as of the hop yielded last.
    """

    def __init__(self, rate: int, gate: SilenceGate) -> None:
        """Start a stream.

        Args:
            rate: sample rate of the source in Hz.
            gate: decides what is silence.
        """
        self.window = RollingWindow()
        self._sound = Rolling(WINDOW_HOPS, HOP_SAMPLES)
        self._resampler = Resampler(rate)
        self._stream = StreamingLogMel()
        self._gate = gate
        self._end_sample = 0

    @property
    def due(self) -> int:
        """How many sample frames must come, at least, before another hop can be complete; >= 1."""
        return self._resampler.due

    def sound(self) -> FloatArray:
        """Return the samples behind the window.

        Returns:
            (n,) mono samples at 22 050 Hz, oldest first; at most the 52 736 that 100 frames span.
        """
        return self._sound.last().reshape(-1)

    def push(self, samples: NDArray[np.float32], last: bool = False) -> Iterator[Hop]:
        """Take the next sample frames and step through the hops that they complete.

        Run the iterator to its end before the next call. At each step ``window`` and
        :meth:`sound` are those of the hop yielded.

        Args:
            samples: (n, channels) at the source's sample rate; n may be 0.
            last: the stream ends here.

        Yields:
            One hop after the other.
        """
        hops = self._resampler.push(samples, last)
        # A live stream is looked at more often than hops are completed.
        if not len(hops):
            return
        frames = self._stream.push(hops.reshape(-1))
        levels = dbfs_of(np.sqrt(np.vecdot(hops, hops) / HOP_SAMPLES)).tolist()
        self._sound.extend(hops)
        self.window.extend(frames)
        # The first hops of a stream complete no frame; each later one completes exactly one.
        without_frame = len(hops) - len(frames)
        for number, level in enumerate(levels):
            newer = len(levels) - 1 - number
            self._sound.newer, self.window.newer = newer, min(newer, len(frames))
            self._end_sample += HOP_SAMPLES
            state = self._gate.update(level, int(number >= without_frame))
            yield Hop(self._end_sample, state, newer)
