"""Evidence for and against a genre as translucent colours over the MFCC image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FOR = (255, 140, 0)
AGAINST = (0, 160, 255)
"""Orange and blue, which everybody can tell from each other and from the greys of the image."""
STRONGEST = 99.0
"""Percentile of the absolute values that is drawn opaque; a single outlier must not make all the
rest invisible."""


def pixels(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Turn attribution values into translucent pixels.

    Args:
        values: (frames, coefficients), positive for the genre, negative against it.

    Returns:
        (frames, coefficients, 4) red, green, blue and opacity, 0 to 255; a value of 0 is
            transparent.
    """
    amount = np.abs(values)
    strongest = max(float(np.percentile(amount, STRONGEST)), 1e-9)
    out = np.empty((*values.shape, 4), np.uint8)
    out[..., :3] = np.where(values[..., None] > 0, FOR, AGAINST)
    out[..., 3] = 255 * np.minimum(amount / strongest, 1.0)
    return out
