"""Draws the sum behind a map pixel: the map below, and grids of patch, kernel and products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.panels.colours import KERNEL_MAP, picture
from desktop_app.panels.number_grid import draw_heading, draw_numbers
from desktop_app.translation import keep_left_to_right, tr
from model.pixel import PixelSum
from model.standardisation import STANDARDISE

GAP, PICTURE = 8.0, 44.0
ROW_LINES = 1.4
"""Height of a row of numbers, in lines of text."""
WIDEST_BESIDE = 3
"""Largest number of columns at which patch, kernel and products fit side by side."""

Matrix = NDArray[np.float64]
Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Grid:
    """A grid of numbers.

    Attributes:
        name: written above it.
        values: (rows, columns), time running to the right and coefficients upwards.
        inside: of the same shape, whether a number is within the map below; None for everywhere.
        winner: row and column of the number that a maximum has chosen; None without one.
    """

    name: str
    values: Matrix
    inside: NDArray[np.bool_] | None = None
    winner: tuple[int, int] | None = None


class PixelDrawing(QWidget):
    """The map below with the patch outlined, and the grids of numbers."""

    def __init__(self) -> None:
        super().__init__()
        keep_left_to_right(self)
        self._found: PixelSum | None = None
        self._below: NDArray[np.float32] | None = None
        self._channel = 0

    def show_sum(self, found: PixelSum, below: NDArray[np.float32]) -> None:
        """Draw the computation of a pixel.

        Args:
            found: the computation.
            below: maps of the layer below, (maps, frames, coefficients).
        """
        self._found, self._below = found, below
        self.setFixedHeight(round(self._height()))

    def show_channel(self, channel: int) -> None:
        """Draw the grids of a channel, from 0."""
        self._channel = channel
        self.update()

    def _beside(self) -> bool:
        return self._found is not None and self._found.area.height <= WIDEST_BESIDE

    def grids(self) -> list[Grid]:
        """The grids, as they are drawn."""
        found = self._found
        if found is None:
            return []
        at, inside = self._channel, _upright(found.inside)
        shown = [Grid(tr("patch"), _upright(found.patch[at]), inside, _upright_place(found))]
        if found.kind == "conv":
            shown.append(Grid(tr("× kernel"), _upright(found.weights[at])))
            shown.append(Grid(tr("≈ products"), _upright(found.products[at]), inside))
        return shown

    def _row(self) -> float:
        return ROW_LINES * self.fontMetrics().height()

    def _height(self) -> float:
        grids = self.grids()
        heading = self.fontMetrics().height() + 2.0
        rows = [len(grid.values) * self._row() + heading + GAP for grid in grids]
        return heading + PICTURE + GAP + (max(rows) if self._beside() else sum(rows))

    def sizeHint(self) -> QSize:
        """As high as the grids."""
        return QSize(270, round(self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, and under it the grids."""
        found = self._found
        if found is None or self._below is None:
            return
        painter = QPainter(self)
        palette = self.palette()
        top = self._draw_below(painter, found, self._below)
        heading = self.fontMetrics().height() + 2.0
        grids = self.grids()
        beside = self._beside()
        width = (self.width() - 2 * GAP) / 3 if beside else float(self.width())
        left = 0.0
        for grid in grids:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            draw_heading(painter, QRectF(left, top, width, heading), grid.name)
            at = QRectF(left, top + heading, width, len(grid.values) * self._row())
            draw_numbers(painter, at, grid.values, grid.inside, grid.winner)
            if beside:
                left += width + GAP
            else:
                top = at.bottom() + GAP

    def _draw_below(self, painter: QPainter, found: PixelSum, below: NDArray[np.float32]) -> float:
        """Draw the map that contains the patch; return the y below it, in pixels."""
        number = int(found.channels[self._channel])
        name = (
            tr("the image as the network sees it")
            if found.below == STANDARDISE
            else tr("{below}, map {number}").format(below=found.below, number=number + 1)
        )
        heading = self.fontMetrics().height() + 2.0
        area = found.area
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        draw_heading(
            painter, QRectF(0, 0, self.width(), heading), tr("in {name}:").format(name=name)
        )
        values = below[number]
        strength = max(float(np.abs(values).max()), 1e-9)
        at = QRectF(0, heading, self.width() - 1.0, PICTURE)
        painter.drawImage(at, picture(values.T[::-1], -strength, strength, KERNEL_MAP))
        frames, coefficients = values.shape
        across, up = at.width() / frames, at.height() / coefficients
        lit = QRectF(
            at.left() + area.top * across,
            at.bottom() - (area.left + area.width) * up,
            area.height * across,
            area.width * up,
        )
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(lit)
        return at.bottom() + GAP


def _upright(values: NDArray[Value]) -> NDArray[Value]:
    """Turn (frames, coefficients) so that time runs to the right and coefficients upwards."""
    return values.T[::-1]


def _upright_place(found: PixelSum) -> tuple[int, int] | None:
    if found.winner is None:
        return None
    frame, coefficient = found.winner
    return found.area.width - 1 - coefficient, frame
