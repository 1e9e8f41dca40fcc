"""All kernels of the first layer with their weights, one of which can be chosen."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.panels.number_grid import draw_numbers
from model.kernel_edits import KernelEdits

COLUMNS, SIDE, GAP = 3, 66.0, 8.0


class KernelGallery(QWidget):
    """The kernels in a grid; each has time to the right and coefficients upwards.

    Attributes:
        number: number of the chosen kernel, from 0.

    Signals:
        chosen: a kernel was chosen, possibly the same one again.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self._what_if: KernelEdits | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_kernels(self, what_if: KernelEdits) -> None:
        """Draw these kernels and mark the changed and muted ones."""
        self._what_if = what_if
        rows = math.ceil(len(what_if.bias) / COLUMNS)
        self.setMinimumHeight(round(rows * (self._cell_height() + GAP)))
        self.update()

    def choose(self, number: int) -> None:
        """Choose a kernel by its number; an unknown number is ignored."""
        if self._what_if is not None and 0 <= number < len(self._what_if.bias):
            self.number = number
            self.chosen.emit()

    def _cell_height(self) -> float:
        return SIDE + self.fontMetrics().height()

    def place(self, number: int) -> QRectF:
        """The rectangle of a kernel's weights."""
        width = (self.width() - (COLUMNS - 1) * GAP) / COLUMNS
        row, column = divmod(number, COLUMNS)
        top = row * (self._cell_height() + GAP) + self.fontMetrics().height()
        return QRectF(column * (width + GAP), top, width, SIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the kernel under the mouse."""
        if self._what_if is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        for number in range(len(self._what_if.bias)):
            if self.place(number).contains(event.position()):
                self.choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between kernels with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self.number + step)

    def sizeHint(self) -> QSize:
        """Room for a few rows; the rest is reached by scrolling."""
        return QSize(270, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kernels in the visible part."""
        what_if = self._what_if
        if what_if is None:
            return
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        palette = self.palette()
        changed = what_if.changed
        for number in range(len(what_if.bias)):
            at = self.place(number)
            if not at.intersects(QRectF(event.rect())):
                continue
            words = f"{number + 1}{' muted' if number in what_if.muted else ''}"
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            painter.drawText(at.topLeft() - QPointF(0.0, 3.0), words + " ✎" * (number in changed))
            painter.setFont(font)
            painter.setOpacity(0.35 if number in what_if.muted else 1.0)
            draw_numbers(painter, at, what_if.kernel(number).astype(np.float64))
            painter.setOpacity(1.0)
            painter.setFont(self.font())
            if number == self.number:
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 3))
                painter.drawRect(at)
                if self.hasFocus():
                    painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1))
                    painter.drawRect(at.adjusted(-3, -3, 3, 3))
