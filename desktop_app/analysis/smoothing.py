"""The one place where genre probabilities are averaged over time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from model.features import HOP_SAMPLES, SAMPLE_RATE

DEFAULT_SECONDS = 3.0
LONGEST_SECONDS = 10.0
KEPT = math.ceil(LONGEST_SECONDS * SAMPLE_RATE / HOP_SAMPLES) + 1


class Smoother:
    """Mean of the probabilities of the last few seconds of music.

    Attributes:
        seconds: how far the mean reaches back, 0 to 10; 0 passes the newest through. May be
            changed at any time.
    """

    def __init__(self, seconds: float = DEFAULT_SECONDS) -> None:
        self.seconds = seconds
        self._count = 0
        self._ends = np.zeros(2 * KEPT, np.int64)
        self._rows = np.zeros((2 * KEPT, 0), np.float32)

    def update(self, end_sample: int, probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
        """Add the probabilities, (genres,), of the window that ends at a sample.

        Returns:
            (genres,) mean of those whose windows ended less than ``seconds`` ago.
        """
        if self._count == 0:
            self._rows = np.zeros((2 * KEPT, len(probabilities)), np.float32)
        elif self._count == 2 * KEPT:
            self._ends[:KEPT], self._rows[:KEPT] = self._ends[KEPT:], self._rows[KEPT:]
            self._count = KEPT
        self._ends[self._count], self._rows[self._count] = end_sample, probabilities
        self._count += 1
        since = end_sample - self.seconds * SAMPLE_RATE
        first = int(np.searchsorted(self._ends[: self._count], since, side="right"))
        recent = self._rows[min(first, self._count - 1) : self._count]
        return np.asarray(recent.mean(axis=0))

    def reset(self) -> None:
        """Forget everything: what follows is other sound."""
        self._count = 0
