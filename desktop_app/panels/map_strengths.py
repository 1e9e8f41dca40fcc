"""How strong the maps of a layer are from picture to picture: how bright, and in which order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BRIGHT_SHARE = 0.01
"""Share of a map's pixels that get the brightest colour, so that a few don't darken the rest."""
FALL = 0.98
"""How fast the brightest value of before is forgotten, a picture: the colours must not flicker."""
SORT_EVERY = 30
"""Pictures between two sortings by energy, so that maps can be followed by eye."""


class MapStrengths:
    """Follows the maps of one layer.

    Attributes:
        peaks: (maps,) the magnitude that gets the brightest colour, 0 before the first picture.
        order: numbers of the maps, in the order in which they are shown.
        by_energy: whether the strongest comes first.
    """

    def __init__(self, count: int, *, by_energy: bool) -> None:
        """
        Args:
            count: maps of the layer.
            by_energy: whether the strongest comes first, once there is a picture.
        """
        self.order = list(range(count))
        self.by_energy = by_energy
        self.forget()

    def forget(self) -> None:
        """Start from the next picture: maps of other kernels have other heights."""
        self.peaks = np.zeros(len(self.order), np.float32)
        self._energy = np.zeros(len(self.order), np.float32)
        self._unsorted = 0

    def follow(self, maps: NDArray[np.float32]) -> None:
        """Take in the next picture.

        Args:
            maps: (maps, frames, coefficients).
        """
        pixels = np.abs(maps.reshape(len(maps), -1))
        bright = int((1.0 - BRIGHT_SHARE) * (pixels.shape[1] - 1))
        highest = np.partition(pixels, bright, axis=1)[:, bright]
        self.peaks = np.maximum(highest, self.peaks * FALL)
        energy = np.square(pixels).mean(axis=1)
        self._energy = 0.9 * self._energy + 0.1 * energy if self._energy.any() else energy
        if self.by_energy and self._unsorted == 0:
            self._sort()
        self._unsorted = (self._unsorted + 1) % SORT_EVERY

    def sort_by_energy(self, by_energy: bool) -> None:
        """Strongest map first, now and every SORT_EVERY pictures, or each in its place."""
        self.by_energy = by_energy
        self._unsorted = 0
        if by_energy and self._energy.any():
            self._sort()
            self._unsorted = 1
        else:
            self.order = list(range(len(self.order)))

    def _sort(self) -> None:
        self.order = [int(at) for at in np.argsort(-self._energy, kind="stable")]
