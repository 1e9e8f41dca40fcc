"""Brightness and order of a layer's maps, steady from frame to frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BRIGHT_SHARE = 0.01
"""Share of a map's pixels drawn in the brightest colour, so that outliers don't darken the rest."""
FEW_PIXELS = 256
"""Of a map; so many are sorted in less time than it takes to tell the bright ones from them."""
MEASURE_EVERY = 3
"""Frames between two measurements: a tenth of a second of wrong brightness can't be seen."""
FALL = 0.94
"""Factor per measurement by which an earlier peak decays; slowly, to keep the colours from
flickering."""
KEPT = 0.73
"""Share of the earlier energy in the next one, per measurement."""
SORT_EVERY = 30
"""Frames between two sorts by energy, so that the eye can follow the maps."""


class MapStrengths:
    """Peaks and sort order of one layer's maps.

    Attributes:
        peaks: (maps,) magnitude of the brightest colour, 0 before the first frame.
        order: map numbers in display order.
        by_energy: whether the strongest map comes first.
    """

    def __init__(self, count: int, *, by_energy: bool) -> None:
        """Start without a frame.

        Args:
            count: number of maps.
            by_energy: whether to sort by energy once there is a frame.
        """
        self.order = list(range(count))
        self.by_energy = by_energy
        self.forget()

    def forget(self) -> None:
        """Start over with the next frame, because other kernels give other values."""
        self.peaks = np.zeros(len(self.order), np.float32)
        self._energy = np.zeros(len(self.order), np.float32)
        self._unmeasured = 0
        self._unsorted = 0

    def follow(self, maps: NDArray[np.float32]) -> None:
        """Update peaks and order with the next frame: the first one, then now and then.

        Args:
            maps: (maps, frames, coefficients).
        """
        if self._unmeasured == 0:
            self._measure(maps)
        self._unmeasured = (self._unmeasured + 1) % MEASURE_EVERY
        if self.by_energy and self._unsorted == 0:
            self._sort()
        self._unsorted = (self._unsorted + 1) % SORT_EVERY

    def _measure(self, maps: NDArray[np.float32]) -> None:
        pixels = np.abs(maps.reshape(len(maps), -1))
        self.peaks = _raised(self.peaks * np.float32(FALL), pixels)
        energy = np.square(pixels).mean(axis=1)
        before = self._energy
        self._energy = KEPT * before + (1.0 - KEPT) * energy if before.any() else energy

    def sort_by_energy(self, by_energy: bool) -> None:
        """Sort by energy now and every SORT_EVERY frames, or keep the layer's order."""
        self.by_energy = by_energy
        self._unsorted = 0
        if by_energy and self._energy.any():
            self._sort()
            self._unsorted = 1
        else:
            self.order = list(range(len(self.order)))

    def _sort(self) -> None:
        self.order = [int(at) for at in np.argsort(-self._energy, kind="stable")]


def _raised(peaks: NDArray[np.float32], pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Raise each peak to the brightness that BRIGHT_SHARE of its map's pixels exceed.

    Args:
        peaks: (maps,), lowest values of the result.
        pixels: (maps, pixels of one), not negative.
    """
    count = pixels.shape[1]
    bright = int((1.0 - BRIGHT_SHARE) * (count - 1))
    if count < FEW_PIXELS:
        return np.maximum(np.partition(pixels, bright, axis=1)[:, bright], peaks)
    raised = peaks.copy()
    for number, values in enumerate(pixels):
        # Only few pixels are brighter than the last peak, and sorting all takes six times as long.
        brighter = values[values > peaks[number]]
        if len(brighter) >= count - bright:
            brighter.sort()
            raised[number] = brighter[bright - count]
    return raised
