"""What speaks for and against a genre, as colours to look through at the picture under them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FOR = (255, 45, 45)
AGAINST = (150, 215, 255)
"""Red and a light blue: neither is among the colours of the MFCC image, and who can't tell red from
green can tell dark from light."""
STRONGEST = 99.0
"""Percentile of the amounts that covers the picture completely; a single outlier must not make all
the rest invisible."""


def pixels(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """One see-through pixel a value.

    Args:
        values: (frames, coefficients), positive for, negative against.

    Returns:
        (frames, coefficients, 4) red, green, blue and opacity; what is 0 can't be seen.
    """
    amount = np.abs(values)
    strongest = max(float(np.percentile(amount, STRONGEST)), 1e-9)
    out = np.empty((*values.shape, 4), np.uint8)
    out[..., :3] = np.where(values[..., None] > 0, FOR, AGAINST)
    out[..., 3] = 255 * np.minimum(amount / strongest, 1.0)
    return out
