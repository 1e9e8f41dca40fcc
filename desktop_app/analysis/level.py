"""Level meter: peak, RMS and clipping, with the ballistics of a programme meter."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.downmix import finite

SILENT_DBFS = -120.0
"""Reading for digital silence, and the lowest reading possible."""
PEAK_FALL_DB_PER_SECOND = 20.0
RMS_SECONDS = 0.3
"""Time constant of the RMS average."""
CLIP_HOLD_SECONDS = 2.0
FULL_SCALE = 0.9999
"""Magnitude from which a sample counts as full scale; 16-bit audio reaches 0.99997."""
CLIP_RUN = 2
"""Samples in a row at full scale that count as clipping; a single one is a normalised peak."""


def dbfs(magnitude: float) -> float:
    """Convert a magnitude, full scale at 1, to dBFS, at least −120."""
    return 20.0 * math.log10(max(magnitude, 10.0 ** (SILENT_DBFS / 20.0)))


def dbfs_of(magnitudes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert magnitudes of any shape, full scale at 1, to dBFS, at least −120."""
    return np.asarray(20.0 * np.log10(np.maximum(magnitudes, 10.0 ** (SILENT_DBFS / 20.0))))


@dataclass(frozen=True)
class Level:
    """A reading of the level meter.

    Attributes:
        peak_dbfs: highest sample of any channel, falling by 20 dB per second.
        rms_dbfs: RMS over all channels, averaged with a time constant of 0.3 s.
        clipped: whether the input clipped within the last two seconds.
    """

    peak_dbfs: float = SILENT_DBFS
    rms_dbfs: float = SILENT_DBFS
    clipped: bool = False


class LevelMeter:
    """Measures the level of a stream, block by block; the block size hardly matters."""

    def __init__(self, rate: int) -> None:
        """Start at silence.

        Args:
            rate: sample rate in Hz.
        """
        self._rate = rate
        self._peak_dbfs = SILENT_DBFS
        self._power = 0.0
        self._since_clip = float("inf")

    def update(self, samples: NDArray[np.float32]) -> Level:
        """Take the next sample frames and return the new reading.

        Args:
            samples: (n, channels) with n at least 1, full scale at 1.
        """
        samples = finite(samples)
        seconds = len(samples) / self._rate
        highest = max(float(samples.max()), -float(samples.min()))
        self._peak_dbfs = max(
            dbfs(highest), self._peak_dbfs - PEAK_FALL_DB_PER_SECOND * seconds, SILENT_DBFS
        )
        flat = samples.reshape(-1)
        kept = math.exp(-seconds / RMS_SECONDS)
        self._power = kept * self._power + (1.0 - kept) * float(flat @ flat) / len(flat)
        clips = highest >= FULL_SCALE and _runs_at_full_scale(samples)
        self._since_clip = 0.0 if clips else self._since_clip + seconds
        return Level(self._peak_dbfs, dbfs(self._power**0.5), self._since_clip < CLIP_HOLD_SECONDS)


def _runs_at_full_scale(samples: NDArray[np.float32]) -> bool:
    full = np.abs(samples) >= FULL_SCALE
    runs = np.lib.stride_tricks.sliding_window_view(full, min(CLIP_RUN, len(full)), axis=0)
    return bool(runs.all(axis=-1).any())
