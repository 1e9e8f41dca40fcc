"""Colour maps as tables of 256 opaque pixels, and arrays turned into images with them."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QImage

MFCC_MAP = "viridis"
ACTIVATION_MAP = "inferno"
MEL_MAP = "magma"
KERNEL_MAP = "CET-D1"
"""Diverging, white at zero, because a weight's sign matters most."""


@cache
def table(name: str) -> NDArray[np.uint32]:
    """Look up one of pyqtgraph's perceptually uniform colour maps as (256,) pixels 0xffRRGGBB."""
    rgb = pg.colormap.get(name).getLookupTable(0.0, 1.0, 256, alpha=False).astype(np.uint32)
    return np.asarray(0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2], np.uint32)


def picture(values: NDArray[np.floating[Any]], low: float, high: float, name: str) -> QImage:
    """Draw an array as an image with one pixel per value.

    Args:
        values: (rows, columns), finite; row 0 is drawn at the top.
        low: value of the first colour.
        high: value of the last colour.
        name: name of the colour map.
    """
    return coloured(colour_numbers(values, low, high), name)


def colour_numbers(values: NDArray[np.floating[Any]], low: float, high: float) -> NDArray[np.uint8]:
    """Number the colours of values: 0 at ``low`` and below, 255 at ``high`` and above."""
    scale = 255.0 / max(high - low, 1e-9)
    numbers = (values - low) * scale
    # In place, because this is done for every picture of two panels.
    np.maximum(numbers, 0.0, out=numbers)
    np.minimum(numbers, 255.0, out=numbers)
    return numbers.astype(np.uint8)


def coloured(numbers: NDArray[np.uint8], name: str) -> QImage:
    """Draw colour numbers, (rows, columns), as an image with one pixel per number."""
    pixels = table(name).take(numbers)
    rows, columns = pixels.shape
    # QImage doesn't own the array's memory; its copy owns its own.
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
