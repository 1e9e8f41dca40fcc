"""The one place where genre probabilities are averaged over time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from model.features import HOP_SAMPLES, SAMPLE_RATE

DEFAULT_SECONDS = 3.0
LONGEST_SECONDS = 10.0
MUSIC_SHARE = 0.5
"""Of the windows averaged, that must be music for a genre to be claimed."""
KEPT = math.ceil(LONGEST_SECONDS * SAMPLE_RATE / HOP_SAMPLES) + 1


class Smoother:
    """Mean of the probabilities of the last few seconds, as far as they are music.

    Attributes:
        seconds: how far the mean reaches back, 0 to 10; 0 passes the newest through. May be
            changed at any time.
    """

    def __init__(self, seconds: float = DEFAULT_SECONDS) -> None:
        self.seconds = seconds
        self._count = 0
        self._ends = np.zeros(2 * KEPT, np.int64)
        self._music = np.zeros(2 * KEPT, np.bool_)
        self._rows = np.zeros((2 * KEPT, 0), np.float32)

    def update(
        self, end_sample: int, probabilities: NDArray[np.float32] | None
    ) -> NDArray[np.float32] | None:
        """Add the probabilities, (genres,), of the window that ends at a sample.

        Args:
            end_sample: larger than that of the window before.
            probabilities: None for a window that is no music.

        Returns:
            (genres,) mean of the windows of music that ended less than ``seconds`` ago; None if
            more than half of all that did are no music.
        """
        if probabilities is not None and len(probabilities) != self._rows.shape[1]:
            # Another network's genres; what is kept at this point is no music at all.
            self._rows = np.zeros((2 * KEPT, len(probabilities)), np.float32)
        if self._count == 2 * KEPT:
            for kept in (self._ends, self._music, self._rows):
                kept[:KEPT] = kept[KEPT:]
            self._count = KEPT
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
        """Forget everything: what follows is other sound."""
        self._count = 0
