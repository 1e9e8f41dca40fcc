"""Draws a layer's maps, and over them their numbers and kernels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen

from desktop_app.panels.map_layout import Cell

NUMBER_COLOUR, NUMBER_GROUND = QColor("white"), QColor(0, 0, 0, 150)
"""The ground is dark enough for the number to be read on the lightest colour of a map."""
NUMBER_SIZE = 0.75
"""Of other text."""


@dataclass(frozen=True)
class Marks:
    """What is drawn over the maps, and stays as it is from frame to frame.

    Attributes:
        cells: where the maps and kernels are.
        kernels: their images, or none.
        changed: numbers of the kernels marked as changed, from 0.
        current: number of the map that has the keyboard focus; None if none has it.
    """

    cells: tuple[Cell, ...]
    kernels: tuple[QImage, ...]
    changed: frozenset[int]
    current: int | None


def draw_maps(painter: QPainter, cells: tuple[Cell, ...], stacked: QImage, count: int) -> None:
    """Draw maps into their cells.

    Args:
        painter: to draw with.
        cells: of the maps to draw.
        stacked: all maps of the layer, one below the other.
        count: their number.
    """
    width, rows = stacked.width(), stacked.height() // max(1, count)
    for cell in cells:
        # A copy, because an SVG file would contain the whole image for every map.
        painter.drawImage(cell.map, stacked.copy(0, cell.number * rows, width, rows))


def draw_marks(painter: QPainter, palette: QPalette, marks: Marks) -> None:
    """Draw numbers, kernels, and which of them are marked.

    Args:
        painter: in the font of the panel.
        palette: the colours of the panel.
        marks: what to draw.
    """
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * NUMBER_SIZE)
    painter.setFont(font)
    highlight = palette.color(QPalette.ColorRole.Highlight)
    for number, kernel_at, map_at in ((cell.number, cell.kernel, cell.map) for cell in marks.cells):
        if marks.kernels:
            painter.drawImage(kernel_at, marks.kernels[number])
            edge = QPen(palette.color(QPalette.ColorRole.Mid))
            painter.setPen(QPen(highlight, 3) if number in marks.changed else edge)
            painter.drawRect(kernel_at)
        if map_at.height() >= painter.fontMetrics().height():
            _draw_number(painter, map_at.topLeft(), number)
        if number == marks.current:
            painter.setPen(QPen(highlight, 2))
            painter.drawRect(map_at)


def _draw_number(painter: QPainter, at: QPointF, number: int) -> None:
    metrics, words = painter.fontMetrics(), str(number + 1)
    ground = QRectF(at.x(), at.y(), metrics.horizontalAdvance(words) + 6, metrics.height())
    painter.fillRect(ground, NUMBER_GROUND)
    painter.setPen(NUMBER_COLOUR)
    painter.drawText(at + QPointF(3, metrics.ascent()), words)
