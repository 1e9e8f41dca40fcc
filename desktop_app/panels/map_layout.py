"""Layout of a layer's maps: equal cells, as close to a map's proportions as possible."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF

GAP = 6.0
LEAST_CELL = QSizeF(100, 26)
WIDEST_SHAPE = 12.0
"""Largest ratio of width to height, for maps of a single coefficient."""
KERNEL_SHARE = 0.25
"""Largest share of a cell's width for its kernel."""
LARGEST_KERNEL = 150.0

MapShape = tuple[int, int, int]
"""Numbers of maps, frames and coefficients."""


@dataclass(frozen=True)
class Cell:
    """The place of one map.

    Attributes:
        number: number of the map, from 0.
        kernel: rectangle of its kernel, empty if none is drawn.
        map: rectangle of the map itself.
    """

    number: int
    kernel: QRectF
    map: QRectF


# The maps are drawn far more often than they move.
@lru_cache(maxsize=4)
def cells(
    order: tuple[int, ...], shape: MapShape, size: tuple[float, float], with_kernels: bool
) -> tuple[Cell, ...]:
    """Arrange maps in rows.

    Args:
        order: map numbers, starting at the top left.
        shape: shape of the layer's output.
        size: width and height of the whole grid, in pixels.
        with_kernels: whether each map has its kernel beside it.
    """
    width, height = size
    columns = best_columns(shape, QSizeF(width, height), with_kernels)
    rows = math.ceil(len(order) / columns) or 1
    gap = min(GAP, 0.15 * height / rows)
    width = (width - (columns - 1) * 2 * GAP) / columns
    height = (height - (rows - 1) * gap) / rows
    placed = []
    for place, number in enumerate(order):
        row, column = divmod(place, columns)
        at = QRectF(column * (width + 2 * GAP), row * (height + gap), width, height)
        placed.append(_cell(number, at, height, with_kernels))
    return tuple(placed)


def large_cell(number: int, size: tuple[float, float], with_kernel: bool) -> Cell:
    """The cell of a single map that fills the whole width and height, in pixels."""
    width, height = size
    whole = QRectF(0, 0, width - 1, height - 1)
    return _cell(number, whole, min(whole.height(), LARGEST_KERNEL), with_kernel)


def best_columns(shape: MapShape, size: QSizeF, with_kernels: bool) -> int:
    """Number of columns with the most map-like cells and few empty ones.

    No map is left alone in the last row.
    """
    count, frames, coefficients = shape
    if not count:
        return 1
    wanted = min(frames / coefficients, WIDEST_SHAPE) * 0.6
    least = LEAST_CELL.width() if with_kernels else LEAST_CELL.width() / 2

    def misfit(columns: int) -> float:
        rows = math.ceil(count / columns)
        looks = (size.width() / columns) / max(1.0, size.height() / rows)
        return abs(math.log(max(looks, 1e-3) / wanted)) + (rows * columns - count) / count

    most = min(count, max(1, int(size.width() / least)))
    return min((c for c in range(1, most + 1) if c == 1 or count % c != 1), key=misfit)


def _cell(number: int, at: QRectF, highest: float, with_kernel: bool) -> Cell:
    if not with_kernel:
        return Cell(number, QRectF(), at)
    side = min(highest, at.width() * KERNEL_SHARE)
    kernel = QRectF(at.left(), at.center().y() - side / 2, side, side)
    return Cell(number, kernel, at.adjusted(side + GAP, 0, 0, 0))
