"""Averages genre probabilities over time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from model.features import HOP_SAMPLES, SAMPLE_RATE

DEFAULT_SECONDS = 3.0
LONGEST_SECONDS = 10.0
MUSIC_SHARE = 0.5
"""Share of the averaged windows that must be music for a genre to be shown."""
MAX_WINDOWS = math.ceil(LONGEST_SECONDS * SAMPLE_RATE / HOP_SAMPLES) + 1


class Smoother:
    """Running mean of the genre probabilities over the music windows of the last seconds.

    Attributes:
        seconds: length of the mean, 0 to 10; 0 passes the newest window through. May be changed at
            any time.
    """

    def __init__(self, seconds: float = DEFAULT_SECONDS) -> None:
        """Start with no windows.

        Args:
            seconds: length of the mean, 0 to 10.
        """
        self.seconds = seconds
        self._count = 0
        self._ends = np.zeros(2 * MAX_WINDOWS, np.int64)
        self._music = np.zeros(2 * MAX_WINDOWS, np.bool_)
        self._rows = np.zeros((2 * MAX_WINDOWS, 0), np.float32)

    def update(
        self, end_sample: int, probabilities: NDArray[np.float32] | None
    ) -> NDArray[np.float32] | None:
        """Add a window and return the new mean.

        Args:
            end_sample: index of the window's end at 22 050 Hz, higher than for the window before.
            probabilities: (genres,), None for a window that is not music.

        Returns:
            (genres,) mean over the music windows that ended within the last ``seconds``; None if
            more than half of all windows in that time are not music.
        """
        if probabilities is not None and len(probabilities) != self._rows.shape[1]:
            # A network with other genres: the worker has reset, so no music window is kept.
            self._rows = np.zeros((2 * MAX_WINDOWS, len(probabilities)), np.float32)
        if self._count == 2 * MAX_WINDOWS:
            for kept in (self._ends, self._music, self._rows):
                kept[:MAX_WINDOWS] = kept[MAX_WINDOWS:]
            self._count = MAX_WINDOWS
        self._ends[self._count] = end_sample
        self._music[self._count] = probabilities is not None
        self._rows[self._count] = 0.0 if probabilities is None else probabilities
        self._count += 1
        since = end_sample - self.seconds * SAMPLE_RATE
        first = int(np.searchsorted(self._ends[: self._count], since, side="right"))
        recent = slice(min(first, self._count - 1), self._count)
        music = self._music[recent]
        if music.mean() < MUSIC_SHARE:
            return None
        return np.asarray(self._rows[recent].sum(axis=0) / np.float32(music.sum()))

    def reset(self) -> None:
        """Forget all windows, because unrelated sound follows."""
        self._count = 0
