"""The windows of the last half minute, from which the answer is averaged."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_SAMPLES

KEPT_SECONDS = 30.0
"""From the beginning of the oldest window to the end of the newest."""
MOST = math.floor((KEPT_SECONDS * SAMPLE_RATE - WINDOW_SAMPLES) / HOP_SAMPLES) + 1
MUSIC_SHARE = 0.5
"""Share of the windows that must be music for a genre to be shown."""


class RecentWindows:
    """The genre probabilities of the newest windows since the sound was last interrupted."""

    def __init__(self) -> None:
        self._count = 0
        self._ends = np.zeros(2 * MOST, np.int64)
        self._music = np.zeros(2 * MOST, np.bool_)
        self._rows = np.zeros((2 * MOST, 0), np.float32)

    def add(self, end_sample: int, probabilities: NDArray[np.float32] | None) -> None:
        """Add a window, dropping the oldest if there are too many.

        Args:
            end_sample: index of the window's end at 22 050 Hz, higher than for the window before.
            probabilities: (genres,), as many as for the window before; None for a window that is
                not music.
        """
        if probabilities is not None and len(probabilities) != self._rows.shape[1]:
            # Only windows that are not music, or none at all, came before.
            self._rows = np.zeros((2 * MOST, len(probabilities)), np.float32)
        if self._count == 2 * MOST:
            for kept in (self._ends, self._music, self._rows):
                kept[:MOST] = kept[MOST:]
            self._count = MOST
        self._ends[self._count] = end_sample
        self._music[self._count] = probabilities is not None
        self._rows[self._count] = 0.0 if probabilities is None else probabilities
        self._count += 1

    def clear(self) -> None:
        """Forget all windows, because unrelated sound follows."""
        self._count = 0

    @property
    def _kept(self) -> slice:
        return slice(max(0, self._count - MOST), self._count)

    @property
    def ends(self) -> NDArray[np.int64]:
        """(n,) index of each window's end at 22 050 Hz, oldest first, at most 30 s of them."""
        return self._ends[self._kept]

    @property
    def music(self) -> NDArray[np.bool_]:
        """(n,) whether each of them is music."""
        return self._music[self._kept]

    @property
    def rows(self) -> NDArray[np.float32]:
        """(n, genres) probabilities of each of them; 0 for those that are not music."""
        return self._rows[self._kept]

    def last(self, seconds: float) -> slice:
        """The windows that ended within the last seconds, at least the newest."""
        ends = self.ends
        first = int(np.searchsorted(ends, ends[-1] - seconds * SAMPLE_RATE, side="right"))
        return slice(min(first, len(ends) - 1), len(ends))

    def mostly_music(self, seconds: float) -> bool:
        """Whether at least half of the windows of the last seconds are music."""
        music = self.music[self.last(seconds)]
        return int(np.count_nonzero(music)) >= MUSIC_SHARE * len(music)
