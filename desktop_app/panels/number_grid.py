"""Draws small matrices as grids of coloured cells: patches, kernels and products."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.formatting.text import signed
from desktop_app.panels.colours import KERNEL_MAP, table

LEAST_POINTS, STEP_POINTS = 5.5, 0.5
"""Smallest font, and by how much one is made smaller until its text fits."""
WINNER_COLOUR = QColor(255, 140, 0)
PADDING_COLOUR = QColor(128, 128, 128, 60)
SMALL_BESIDE_LARGE = 1e-9
LONGEST = "−0.00"


def short(value: float) -> str:
    """Write a number in at most five or six characters."""
    size = abs(value)
    digits = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return signed(value, digits)


def draw_numbers(
    painter: QPainter,
    at: QRectF,
    values: NDArray[np.float64],
    inside: NDArray[np.bool_] | None = None,
    winner: tuple[int, int] | None = None,
    *,
    written: bool = True,
) -> None:
    """Draw a matrix as a grid: red for positive numbers, blue for negative ones.

    Args:
        painter: where to draw; its font size is the largest used, and its pen draws the padding.
        at: rectangle of the grid.
        values: (rows, columns), row 0 at the top.
        inside: (rows, columns), False for padding, which is drawn dashed.
        winner: row and column of a cell to mark.
        written: whether the numbers are written on the colours.
    """
    rows, columns = values.shape
    width, height = at.width() / columns, at.height() / rows
    strength = max(float(np.abs(values).max()), SMALL_BESIDE_LARGE)
    colours = table(KERNEL_MAP)
    text = painter.pen().color()
    font = QFont(painter.font())
    points = _fitting(font.family(), font.pointSizeF(), int(width) - 2, int(height))
    font.setPointSizeF(points)
    painter.save()
    painter.setFont(font)
    for (row, column), value in np.ndenumerate(values):
        cell = QRectF(at.left() + column * width, at.top() + row * height, width, height)
        if inside is not None and not inside[row, column]:
            painter.fillRect(cell, PADDING_COLOUR)
            painter.setPen(QPen(text, 1, Qt.PenStyle.DashLine))
            painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, "0")
            continue
        # The middle of the colour map, so that black numbers stay readable.
        share = 0.5 + 0.3 * float(value) / strength
        painter.fillRect(
            cell.adjusted(0.5, 0.5, -0.5, -0.5), QColor(int(colours[int(255 * share)]))
        )
        painter.setPen(QColor(Qt.GlobalColor.black))
        if written:
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, short(float(value)))
    if winner is not None:
        row, column = winner
        painter.setPen(QPen(WINNER_COLOUR, 3))
        cell = QRectF(at.left() + column * width, at.top() + row * height, width, height)
        painter.drawRect(cell.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.restore()


def draw_heading(painter: QPainter, at: QRectF, words: str) -> None:
    """Write the heading of a grid, smaller where its place is narrower than the words."""
    painter.save()
    painter.setFont(heading_font(painter.font(), words, at.width()))
    painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
    painter.restore()


def heading_font(usual: QFont, words: str, width: float) -> QFont:
    """The usual font, or the largest smaller one in which words fit a width in pixels."""
    font = QFont(usual)
    while QFontMetricsF(font).horizontalAdvance(words) > width and font.pointSizeF() > LEAST_POINTS:
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() - STEP_POINTS))
    return font


@cache
def _fitting(family: str, points: float, width: int, height: int) -> float:
    """The largest font size, in points, at which the longest number fits a cell."""
    while points > LEAST_POINTS:
        font = QFont(family)
        font.setPointSizeF(points)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(LONGEST) <= width and metrics.height() <= height + 2:
            break
        points -= STEP_POINTS
    return points
