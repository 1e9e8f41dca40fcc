"""The drawing of a layer's output in its block: a stack of maps, or a column of units."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from model.architecture import Shape
from model.features import COEFFICIENTS, WINDOW_FRAMES

SOLID = QSize(46, 17)
"""Size in pixels of a map of 100 x 13."""
SOLID_HEIGHT = SOLID.height() + 24
"""Height in pixels of the highest drawing with the room around it."""
DEPTH = 1.6
"""Pixels towards the upper right for each doubling of the number of maps."""
UNIT_HEIGHT = 3.4
"""Pixels of height for each doubling of the number of units of a flat layer."""


def solid_width(shape: Shape) -> float:
    """Width in pixels of the drawing of an output of this shape."""
    if len(shape) == 1:
        return 0.0
    return SOLID.width() * shape[1] / WINDOW_FRAMES + DEPTH * round(log2(shape[0]))


def paint_solid(
    painter: QPainter, shape: Shape, area: QRectF, fill: QColor, palette: QPalette
) -> None:
    """Draw a stack of maps (time to the right, coefficients upwards) or a column of units.

    Args:
        painter: where to draw.
        shape: of the output, (maps, frames, coefficients) or (units,).
        area: where the drawing is centred, in pixels.
        fill: colour of the sheets.
        palette: has the colour of their edges.
    """
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 0.7))
    if len(shape) == 1:
        height = UNIT_HEIGHT * log2(shape[0] + 1)
        painter.setBrush(fill)
        painter.drawRect(QRectF(area.center().x() - 3, area.center().y() - height / 2, 6, height))
        return
    maps, frames, coefficients = shape
    width = max(3.0, SOLID.width() * frames / WINDOW_FRAMES)
    height = max(2.5, SOLID.height() * coefficients / COEFFICIENTS)
    behind = round(log2(maps))
    shift = QPointF(DEPTH, -DEPTH)
    front = QRectF(0, 0, width, height)
    front.moveCenter(area.center() - shift * behind / 2)
    for sheet in range(behind, -1, -1):
        painter.setBrush(fill.darker(100 + 5 * sheet))
        painter.drawRect(front.translated(shift * sheet))
