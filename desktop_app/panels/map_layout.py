"""Where the maps of a layer go: cells of equal size that look most like a map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

GAP = 6.0
LEAST_CELL = QSizeF(110, 26)
WIDEST_SHAPE = 12.0
"""A map of one coefficient is drawn as a strip of at most this shape."""
KERNEL_SHARE = 0.25
"""Of a cell's width, that its kernel takes at most."""
LARGEST_KERNEL = 150.0

Shape = tuple[int, int, int]
"""Maps, frames, coefficients."""


@dataclass(frozen=True)
class Cell:
    """The place of one map.

    Attributes:
        number: of the map, from 0.
        kernel: where its kernel is drawn, empty if there is none.
        map: where the map itself is.
    """

    number: int
    kernel: QRectF
    map: QRectF


def cells(order: Sequence[int], shape: Shape, size: QSizeF, with_kernels: bool) -> list[Cell]:
    """Lay maps out in rows.

    Args:
        order: their numbers, the first at the top left.
        shape: of the layer.
        size: of the whole, in pixels.
        with_kernels: whether each has its kernel beside it.
    """
    columns = best_columns(shape, size, with_kernels)
    rows = math.ceil(len(order) / columns) or 1
    gap = min(GAP, 0.15 * size.height() / rows)
    width = (size.width() - (columns - 1) * 2 * GAP) / columns
    height = (size.height() - (rows - 1) * gap) / rows
    placed = []
    for place, number in enumerate(order):
        row, column = divmod(place, columns)
        at = QRectF(column * (width + 2 * GAP), row * (height + gap), width, height)
        placed.append(_cell(number, at, height, with_kernels))
    return placed


def large_cell(number: int, size: QSizeF, with_kernel: bool) -> Cell:
    """One map alone; see :func:`cells`."""
    whole = QRectF(0, 0, size.width() - 1, size.height() - 1)
    return _cell(number, whole, min(whole.height(), LARGEST_KERNEL), with_kernel)


def best_columns(shape: Shape, size: QSizeF, with_kernels: bool) -> int:
    """How many columns make the cells look most like a map, with few places left empty."""
    count, frames, coefficients = shape
    if not count:
        return 1
    wanted = min(frames / coefficients, WIDEST_SHAPE) * 0.6
    least = LEAST_CELL.width() if with_kernels else LEAST_CELL.width() / 2

    def misfit(columns: int) -> float:
        rows = math.ceil(count / columns)
        looks = (size.width() / columns) / max(1.0, size.height() / rows)
        return abs(math.log(max(looks, 1e-3) / wanted)) + (rows * columns - count) / count

    return min(range(1, min(count, max(1, int(size.width() / least))) + 1), key=misfit)


def _cell(number: int, at: QRectF, highest: float, with_kernel: bool) -> Cell:
    if not with_kernel:
        return Cell(number, QRectF(), at)
    side = min(highest, at.width() * KERNEL_SHARE)
    kernel = QRectF(at.left(), at.center().y() - side / 2, side, side)
    return Cell(number, kernel, at.adjusted(side + GAP, 0, 0, 0))
