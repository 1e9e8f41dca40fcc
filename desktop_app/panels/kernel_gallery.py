"""All kernels of the first layer with their weights, one of which can be chosen."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.panels.number_grid import draw_numbers
from desktop_app.panels.screen_reader import tell_value
from desktop_app.translation import keep_left_to_right, tr
from model.kernel_edits import KernelEdits

WIDTH, SIDE, GAP = 80.0, 66.0, 8.0
"""Least width and height at which weights are written, and the distance between two kernels, in
pixels."""
LEAST_WIDTH, LEAST_SIDE = 44.0, 22.0
"""Least width and height of a kernel of which only the colours are drawn, in pixels."""
SHAPE = 0.82
"""Largest height of a kernel's weights, as a share of their width."""
SMALLER = 0.85
"""Font size of the weights at their least height, as a share of the panel's."""


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
        self.setAccessibleName(tr("Kernels"))
        keep_left_to_right(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_kernels(self, what_if: KernelEdits) -> None:
        """Draw these kernels and mark the changed and muted ones."""
        self._what_if = what_if
        self._fit()
        self._tell()
        self.update()

    def choose(self, number: int) -> None:
        """Choose a kernel by its number; an unknown number is ignored."""
        if self._what_if is not None and 0 <= number < len(self._what_if.bias):
            self.number = number
            self._tell()
            self.chosen.emit()

    def _tell(self) -> None:
        what_if = self._what_if
        if what_if is not None:
            muted = tr(", muted") * (self.number in what_if.muted)
            changed = tr(", changed") * (self.number in what_if.changed)
            number = tr("Kernel {number} of {count}").format(
                number=self.number + 1, count=len(what_if.bias)
            )
            tell_value(self, number + changed + muted)

    def place(self, number: int) -> QRectF:
        """The rectangle of a kernel's weights."""
        width, side = self._cell(self.columns)
        row, column = divmod(number, self.columns)
        heading = self.fontMetrics().height()
        top = row * (side + heading + GAP) + heading
        return QRectF(column * (width + GAP), top, width, side)

    @property
    def columns(self) -> int:
        """Number of columns at which all kernels are seen, with their weights if possible.

        Where they are only colours, none is left alone in the last row.
        """

        def merit(columns: int) -> tuple[bool, bool, bool, float, int]:
            width, side = self._room(columns)
            side = min(side, SHAPE * width)
            alone = columns > 1 and self._count % columns == 1
            # Of several with the same height, the widest.
            return _are_written(width, side), side >= LEAST_SIDE, not alone, side, -columns

        return max(range(1, self._most_columns() + 1), key=merit)

    @property
    def writes_weights(self) -> bool:
        """Whether there is room for the weights of all kernels; otherwise colours stand alone."""
        return _are_written(*self._cell(self.columns))

    @property
    def _count(self) -> int:
        return 1 if self._what_if is None else len(self._what_if.bias)

    def _most_columns(self) -> int:
        return min(self._count, max(1, int((self.width() + GAP) // (LEAST_WIDTH + GAP))))

    def _room(self, columns: int) -> tuple[float, float]:
        """Width and height that there are for each kernel in so many columns."""
        rows = math.ceil(self._count / columns)
        width = (self.width() - (columns - 1) * GAP) / columns
        return width, self.height() / rows - GAP - self.fontMetrics().height()

    def _cell(self, columns: int) -> tuple[float, float]:
        """Width and height of a kernel in so many columns."""
        width, height = self._room(columns)
        return width, max(LEAST_SIDE, min(height, SHAPE * width))

    def _fit(self) -> None:
        """Take the height that the kernels need at their least."""
        rows = math.ceil(self._count / self._most_columns())
        self.setMinimumHeight(math.ceil(rows * (LEAST_SIDE + self.fontMetrics().height() + GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the kernels as large as they can be."""
        super().resizeEvent(event)
        self._fit()

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
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
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
        font.setPointSizeF(font.pointSizeF() * SMALLER * self.place(0).height() / SIDE)
        palette = self.palette()
        changed, written = what_if.changed, self.writes_weights
        for number in range(len(what_if.bias)):
            at = self.place(number)
            if not at.intersects(QRectF(event.rect())):
                continue
            words = (tr("{number} muted") if number in what_if.muted else "{number}").format(
                number=number + 1
            )
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            painter.drawText(at.topLeft() - QPointF(0.0, 3.0), words + " ✎" * (number in changed))
            painter.setFont(font)
            painter.setOpacity(0.35 if number in what_if.muted else 1.0)
            draw_numbers(painter, at, what_if.kernel(number).astype(np.float64), written=written)
            painter.setOpacity(1.0)
            painter.setFont(self.font())
            if number == self.number:
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 3))
                painter.drawRect(at)
                if self.hasFocus():
                    painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1))
                    painter.drawRect(at.adjusted(-3, -3, 3, 3))


def _are_written(width: float, side: float) -> bool:
    """Whether the weights of a kernel of this size, in pixels, can be read."""
    return width >= WIDTH and side >= SIDE
