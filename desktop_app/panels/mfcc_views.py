"""The three ways to show a window of MFCCs, each as values between a first and a last colour."""

from __future__ import annotations

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from desktop_app.panels.colour_range import EVERY, LOOSEST, SHARE
from resources.languages import N_

LEAST_SPAN = 40.0
"""Narrower rows are not stretched further: noise in silence must not look like music."""
NETWORK_LIMIT = 3.0
"""Standard deviations of the first and the last colour of what the network sees."""

Window = NDArray[np.float32]
"""(frames, 13) MFCCs."""


class View(Enum):
    """How the image is coloured; the value is its name in the settings."""

    ROWS = "rows"
    COMMON = "common"
    NETWORK = "network"


TITLES = {
    View.ROWS: N_("MFCC, levels per coefficient"),
    View.COMMON: N_("MFCC, common levels"),
    View.NETWORK: N_("As the network sees it"),
}
TIPS = {
    View.ROWS: N_(
        "Every coefficient has its own colour scale, so that all of them show how the music moves"
    ),
    View.COMMON: N_(
        "One colour scale for all coefficients: the large first ones outshine the others"
    ),
    View.NETWORK: N_(
        "Standardised: without the loudness, and each coefficient on the scale measured in "
        "training. White is average music, red more, blue less. The sums behind the pixels start "
        "here."
    ),
}


class RowRanges:
    """A range of values for each coefficient that fits what is shown without flickering.

    A range widens at once when values leave it, but tightens only when far too wide.

    Attributes:
        low: (13,) values of the first colour.
        high: (13,) values of the last colour.
    """

    def __init__(self, coefficients: int) -> None:
        self.low = np.zeros(coefficients)
        self.high = np.full(coefficients, LEAST_SPAN)
        self._unseen = -1

    def reset(self) -> None:
        """Refit the ranges to the next values."""
        self._unseen = -1

    def follow(self, values: Window) -> None:
        """Adapt the ranges to values, (frames, 13): at once after a reset, else now and then."""
        fresh, self._unseen = self._unseen < 0, (self._unseen + 1) % EVERY
        if self._unseen:
            return
        low, high = np.percentile(values, SHARE, axis=0)
        middle, half = (low + high) / 2.0, np.maximum(high - low, LEAST_SPAN) / 2.0
        low, high = middle - half, middle + half
        loose = fresh | (self.high - self.low > LOOSEST * (high - low))
        self.low = np.where(loose, low, np.minimum(self.low, low))
        self.high = np.where(loose, high, np.maximum(self.high, high))

    def shares(self, values: Window) -> Window:
        """Where values, (frames, 13), are in their ranges: 0 at the first colour, 1 at the last."""
        return ((values - self.low) / (self.high - self.low)).astype(np.float32)
