"""The resampler: sample frames of any source become mono hops at 22 050 Hz without a DC offset."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache, partial

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.audio.downmix import Downmix
from model.features import HOP_SAMPLES, SAMPLE_RATE, FloatArray

DC_SECONDS = 0.5
"""Time constant of the DC estimate."""


class Resampler:
    """Turns a stream of sample frames into hops of 512 samples at 22 050 Hz.

    It mixes down to mono, resamples and removes the DC offset. The result does not depend on how
    the stream is divided into blocks, so a file analysed at once and the same file played live
    give identical numbers.
    """

    def __init__(self, rate: int) -> None:
        """Start a stream.

        Args:
            rate: sample rate of the input in Hz, 1 000 to 768 000.
        """
        self._resampler = None if rate == SAMPLE_RATE else _stream(rate)
        # soxr delivers in bursts. Sample frames taken, and those that the next burst needs.
        self._taken = 0
        self._needed, self._every = (0, 0) if rate == SAMPLE_RATE else _bursts(rate)
        self._downmix = Downmix(rate)
        self._rest = np.zeros(0, np.float32)
        self._dc: float | None = None
        self._dc_step = HOP_SAMPLES / SAMPLE_RATE / DC_SECONDS
        self._ramp = np.arange(1, HOP_SAMPLES + 1, dtype=np.float32) / np.float32(HOP_SAMPLES)

    @property
    def due(self) -> int:
        """How many sample frames must come, at least, before another hop can be complete; >= 1."""
        if self._resampler is None:
            return HOP_SAMPLES - len(self._rest)
        return max(1, self._needed - self._taken)

    def push(self, samples: NDArray[np.float32], last: bool = False) -> FloatArray:
        """Take the next sample frames and return the hops that they complete.

        Args:
            samples: (n, channels), full scale at 1; n may be 0.
            last: the stream ends here, so what the resampler still holds is flushed.

        Returns:
            (hops, 512) at 22 050 Hz; each hop is returned exactly once.
        """
        sound = self._downmix.push(samples)
        if self._resampler is not None:
            before, self._taken = self._taken, self._taken + len(samples)
            sound = self._resampler.resample_chunk(sound, last=last)
            if len(sound):
                # Had it come earlier, an earlier call would have returned it.
                self._needed = max(self._needed, before + 1) + self._every
        sound = np.concatenate([self._rest, sound]) if len(sound) else self._rest
        whole = len(sound) - len(sound) % HOP_SAMPLES
        self._rest = sound[whole:]
        hops = sound[:whole].reshape(-1, HOP_SAMPLES).copy()
        if len(hops):
            self._remove_dc(hops)
        return hops

    def _remove_dc(self, hops: FloatArray) -> None:
        """Subtract a slow running mean in place, interpolated linearly within each hop.

        One step per hop at fixed positions of the stream is cheap, leaves no jumps between hops,
        and does not depend on how the stream was divided into blocks.
        """
        means = np.add.reduce(hops, axis=1, dtype=np.float64) / HOP_SAMPLES
        values = [means[0] if self._dc is None else self._dc]
        for mean in means.tolist():
            values.append(values[-1] + self._dc_step * (mean - values[-1]))
        self._dc = values[-1]
        before, after = np.array(values[:-1])[:, None], np.array(values[1:])[:, None]
        hops -= before.astype(np.float32) + self._ramp * (after - before).astype(np.float32)


def _stream(rate: int) -> soxr.ResampleStream:
    return soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32", quality="HQ")


@lru_cache(maxsize=16)
def _bursts(rate: int) -> tuple[int, int]:
    """Measure how many sample frames the first burst needs, and at least each later one."""
    first = _least_for_more_than(0, rate)
    second = _least_for_more_than(_delivered(rate, first), rate)
    # The distance varies by one where it isn't a whole number.
    return first, second - first - 1


def _least_for_more_than(delivered: int, rate: int) -> int:
    return bisect_right(range(2 * max(rate, SAMPLE_RATE)), delivered, key=partial(_delivered, rate))


def _delivered(rate: int, taken: int) -> int:
    return len(_stream(rate).resample_chunk(np.zeros(taken, np.float32)))
