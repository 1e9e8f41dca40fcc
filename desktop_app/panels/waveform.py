"""The waveform of the latest 51 200 samples as a picture, in which no sample is left out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from model.features import HOP_SAMPLES, WINDOW_FRAMES

IMAGE_SAMPLES = WINDOW_FRAMES * HOP_SAMPLES
"""51 200: one hop per frame."""
QUIETEST = 2.0**-6
"""Limits magnification to 64, so that the noise floor doesn't look like music."""


def extremes(
    samples: NDArray[np.float32], columns: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Compute minimum and maximum sample per pixel column of a strip of 51 200 samples.

    Args:
        samples: (n,) latest samples, n from 1 to 51 200.
        columns: number of columns of the whole strip, 1 to 51 200.

    Returns:
        Minima and maxima, both (columns,); NaN where there are no samples yet.
    """
    missing = IMAGE_SAMPLES - len(samples)
    edges = np.arange(columns) * IMAGE_SAMPLES // columns
    first = int(np.searchsorted(edges, missing))
    found = np.full((2, columns), np.nan, np.float32)
    if first < columns:
        starts = edges[first:] - missing
        found[0, first:] = np.minimum.reduceat(samples, starts)
        found[1, first:] = np.maximum.reduceat(samples, starts)
    return found[0], found[1]


def waveform(
    samples: NDArray[np.float32], columns: int, rows: int, colour: QColor
) -> tuple[QImage, float]:
    """Draw the samples from the minimum to the maximum of every pixel column.

    Args:
        samples: (n,) latest samples, n from 1 to 51 200.
        columns: width of the picture.
        rows: height of the picture.
        colour: of the wave; all else is transparent.

    Returns:
        The picture, and the value at its upper edge, a power of two; the lower one is its negative.
    """
    low, high = extremes(samples, columns)
    limit = 2.0 ** np.ceil(np.log2(max(-samples.min(), samples.max(), QUIETEST)))
    bottom, top = ((0.5 - 0.5 * value / limit) * (rows - 1) for value in (low, high))
    row = np.arange(rows)[:, None]
    inside = (row >= np.floor(top)) & (row <= np.ceil(bottom))
    pixels = np.where(inside, np.uint32(colour.rgb()), np.uint32(0))
    # QImage doesn't own the array's memory; its copy owns its own.
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32).copy()
    return image, float(limit)
