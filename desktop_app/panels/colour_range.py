"""A colour range that fits the values shown without flickering."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEP = 10.0
SHARE = (1.0, 99.0)
"""Percentiles at the two ends of the range; a single outlier must not wash out the rest."""
EVERY = 10
LOOSEST = 1.6
"""A range this many times wider than necessary is tightened."""


class SteadyRange:
    """A range that widens at once when values leave it, but tightens only when far too wide.

    Attributes:
        range: values of the first and the last colour.
    """

    def __init__(self) -> None:
        self.range = (0.0, STEP)
        self._fresh = True
        self._unseen = 0

    def reset(self) -> None:
        """Refit the range to the next values."""
        self._fresh = True

    def follow(self, values: NDArray[np.float32]) -> bool:
        """Adapt the range to the values shown; after a reset at once, then at every tenth call.

        Returns:
            Whether the range changed.
        """
        self._unseen = 0 if self._fresh else (self._unseen + 1) % EVERY
        if self._unseen:
            return False
        low, high = np.percentile(values, SHARE)
        wanted = (float(np.floor(low / STEP) * STEP), float(np.ceil(high / STEP) * STEP))
        now_low, now_high = self.range
        too_tight = wanted[0] < now_low or wanted[1] > now_high
        too_loose = (now_high - now_low) > LOOSEST * max(wanted[1] - wanted[0], STEP)
        if not (self._fresh or too_tight or too_loose):
            return False
        if too_tight and not (self._fresh or too_loose):
            wanted = (min(wanted[0], now_low), max(wanted[1], now_high))
        self._fresh = False
        self.range = (wanted[0], max(wanted[1], wanted[0] + STEP))
        return True
