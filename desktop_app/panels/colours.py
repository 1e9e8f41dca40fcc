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
    scale = 255.0 / max(high - low, 1e-9)
    index = np.minimum(np.maximum((values - low) * scale, 0.0), 255.0).astype(np.uint8)
    pixels = np.ascontiguousarray(table(name).take(index))
    rows, columns = pixels.shape
    # QImage doesn't own the array's memory; its copy owns its own.
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
