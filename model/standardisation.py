"""Makes a window independent of the volume, then gives all coefficients the same weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.features import FloatArray

STANDARDISE = "standardise"
"""What the image that the first layer sees is called among the layers."""
LEAST_RMS = 1e-3
"""A window without any contrast is not blown up."""


def per_window(windows: FloatArray) -> FloatArray:
    """Take the loudness and the dynamic range out of each window.

    Args:
        windows: (N, 100, 13) true-scale MFCC.

    Returns:
        (N, 100, 13) of root mean square 1: without the mean of coefficient 0, over one common
        scale.
    """
    level = windows.copy()
    level[..., 0] -= windows[..., 0].mean(axis=-1, keepdims=True)
    rms = np.sqrt(np.square(level).mean(axis=(-2, -1), keepdims=True))
    return np.asarray(level / np.maximum(rms, LEAST_RMS))


@dataclass(frozen=True)
class Standardisation:
    """What training measured of windows after :func:`per_window`.

    Attributes:
        mean: (13,) of each coefficient.
        scale: (13,) standard deviation of each coefficient, above 0.
    """

    mean: FloatArray
    scale: FloatArray

    @classmethod
    def measured(cls, windows: FloatArray) -> Standardisation:
        """Of training windows, (N, 100, 13) true-scale MFCC."""
        level = per_window(windows)
        return cls(level.mean(axis=(0, 1)), level.std(axis=(0, 1)))

    def __call__(self, windows: FloatArray) -> FloatArray:
        """(N, 100, 13) true-scale MFCC -> (N, 1, 100, 13), the image that conv1 sees."""
        return np.asarray((per_window(windows) - self.mean) / self.scale)[:, None]
