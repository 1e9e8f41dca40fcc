"""Colour maps as tables of 256 opaque pixels, and numbers turned into pictures with them."""

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
"""Diverging, white at zero: a weight's sign is what matters first."""


@cache
def table(name: str) -> NDArray[np.uint32]:
    """(256,) pixels 0xffRRGGBB of one of pyqtgraph's perceptually uniform colour maps."""
    rgb = pg.colormap.get(name).getLookupTable(0.0, 1.0, 256, alpha=False).astype(np.uint32)
    return np.asarray(0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2], np.uint32)


def picture(values: NDArray[np.floating[Any]], low: float, high: float, name: str) -> QImage:
    """An image with one pixel a value.

    Args:
        values: (rows, columns), finite; row 0 is drawn at the top.
        low: value of the map's first colour.
        high: value of its last.
        name: of the colour map.
    """
    scale = 255.0 / max(high - low, 1e-9)
    index = np.clip((values - low) * scale, 0.0, 255.0).astype(np.uint8)
    pixels = np.ascontiguousarray(table(name)[index])
    rows, columns = pixels.shape
    # QImage doesn't own the memory it is given; the copy does.
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
