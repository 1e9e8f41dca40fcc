"""Standardisation of windows: independent of volume, and each coefficient of the same weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.features import FloatArray

STANDARDISE = "standardise"
"""Name of the network's input image among its layers."""
LEAST_RMS = 1e-3
"""Lower limit of the divisor, so that windows without contrast are not amplified."""


def per_window(windows: FloatArray) -> FloatArray:
    """Remove the loudness and the dynamic range of each window.

    Args:
        windows: (N, 100, 13) MFCC in librosa's scale.

    Returns:
        (N, 100, 13): each window without the mean of coefficient 0, scaled to an RMS of 1.
    """
    level = windows.copy()
    level[..., 0] -= windows[..., 0].mean(axis=-1, keepdims=True)
    rms = np.sqrt(np.square(level).mean(axis=(-2, -1), keepdims=True))
    return np.asarray(level / np.maximum(rms, LEAST_RMS))


@dataclass(frozen=True)
class Standardisation:
    """Mean and scale of training windows after :func:`per_window`.

    Attributes:
        mean: (13,) of each coefficient.
        scale: (13,) standard deviation of each coefficient, above 0.
    """

    mean: FloatArray
    scale: FloatArray

    @classmethod
    def measured(cls, windows: FloatArray) -> Standardisation:
        """Measure mean and scale over training windows, (N, 100, 13) MFCC in librosa's scale."""
        level = per_window(windows)
        return cls(level.mean(axis=(0, 1)), level.std(axis=(0, 1)))

    def __call__(self, windows: FloatArray) -> FloatArray:
        """Convert (N, 100, 13) MFCC in librosa's scale to (N, 1, 100, 13) input images."""
        return np.asarray((per_window(windows) - self.mean) / self.scale)[:, None]
