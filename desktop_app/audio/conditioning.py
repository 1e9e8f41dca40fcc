"""From a source's sample frames to what the MFCC reads: finite, mono, 22 050 Hz, without DC."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from model.features import HOP_SAMPLES, SAMPLE_RATE, FloatArray

LIMIT = 16.0
"""24 dB over full scale: what a float file may reasonably hold; more is cut off."""
DC_SECONDS = 0.5
"""Time constant with which the DC estimate follows the sound."""


def mono(samples: NDArray[np.float32]) -> FloatArray:
    """Down-mix to the mean of the channels; what isn't a number becomes silence.

    Args:
        samples: (n, channels), full scale at 1.

    Returns:
        (n,) within +-16.
    """
    if not within(samples, LIMIT):
        finite = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
        samples = np.clip(finite, -LIMIT, LIMIT)
    # As a product because numpy's mean over a short axis takes ten times as long.
    return samples @ np.full(samples.shape[1], 1.0 / samples.shape[1], np.float32)


def within(samples: NDArray[np.float32], limit: float) -> bool:
    """Whether all are numbers of at most this magnitude; True for none."""
    if not samples.size:
        return True
    # Comparing with NaN is false, so that one NaN makes both comparisons so.
    return bool(samples.max() <= limit and samples.min() >= -limit)


class Conditioner:
    """A stream of sample frames in, hops of conditioned sound out.

    The result does not depend on how the stream is cut into blocks, so that a file analysed at
    once and the same file played give the same numbers.
    """

    def __init__(self, rate: int) -> None:
        """
        Args:
            rate: sample frames a second of what will be pushed, 1 000 to 768 000.
        """
        self._resampler = (
            None
            if rate == SAMPLE_RATE
            else soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32", quality="HQ")
        )
        self._rest = np.zeros(0, np.float32)
        self._dc: float | None = None
        self._dc_step = HOP_SAMPLES / SAMPLE_RATE / DC_SECONDS
        self._ramp = np.arange(1, HOP_SAMPLES + 1, dtype=np.float32) / np.float32(HOP_SAMPLES)

    def push(self, samples: NDArray[np.float32], last: bool = False) -> FloatArray:
        """Take the next sample frames.

        Args:
            samples: (n, channels); n may be 0.
            last: nothing follows; gives out what the resampler still holds.

        Returns:
            (hops, 512) at 22 050 Hz: all hops that are complete now, each once.
        """
        sound = mono(samples)
        if self._resampler is not None:
            sound = self._resampler.resample_chunk(sound, last=last)
        sound = np.concatenate([self._rest, sound])
        whole = len(sound) - len(sound) % HOP_SAMPLES
        self._rest = sound[whole:]
        hops = sound[:whole].reshape(-1, HOP_SAMPLES).copy()
        if len(hops):
            self._remove_dc(hops)
        return hops

    def _remove_dc(self, hops: FloatArray) -> None:
        """Subtract, in place, a slow mean that slides over each hop to its next value.

        One step a hop at fixed places of the stream: cheap, without jumps at the seams, and the
        same however the stream was cut.
        """
        means = np.add.reduce(hops, axis=1, dtype=np.float64) / HOP_SAMPLES
        values = [means[0] if self._dc is None else self._dc]
        for mean in means.tolist():
            values.append(values[-1] + self._dc_step * (mean - values[-1]))
        self._dc = values[-1]
        before, after = np.array(values[:-1])[:, None], np.array(values[1:])[:, None]
        hops -= before.astype(np.float32) + self._ramp * (after - before).astype(np.float32)
