"""What the first layer makes of the window: every feature map beside the kernel that made it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QToolTip, QWidget

from desktop_app.panels.card import Card
from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, picture

GAP = 6.0
LEAST_CELL = QSize(110, 26)
NUMBER_COLOUR = QColor(255, 255, 255, 170)
BRIGHT_SHARE = 0.01
"""Share of a map's pixels that get the brightest colour, so that a few don't darken the rest."""
FALL = 0.98
"""How fast the brightest value of before is forgotten, a picture: the colours must not flicker."""


class FeatureMaps(Card):
    """The maps of one layer in a grid, live.

    Signals:
        painted: a new picture is on the screen.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__("What its first layer makes of it")
        self.own_levels = QCheckBox("Levels per &map")
        self.own_levels.setToolTip(
            "Give each map and kernel colours of its own, so that weak ones show their shape. Off: "
            "one scale for all, so that brightness can be compared."
        )
        self._grid = _Grid()
        self.own_levels.toggled.connect(self._grid.set_own_levels)
        self._grid.painted.connect(self.painted)
        self.add_control(self.own_levels)
        self.body.addWidget(self._grid, 1)
        self.say("the model is loading …")

    def show_kernels(self, weight: NDArray[np.float32]) -> None:
        """Take the kernels of a newly loaded model, (kernels, 1, height, width)."""
        count, _, height, width = weight.shape
        self.say(f"{count} kernels of {height} × {width} (red +, blue −) and their maps after ReLU")
        self._grid.show_kernels(weight[:, 0])

    def show_maps(self, maps: NDArray[np.float32] | None) -> None:
        """Draw the maps, (maps, frames, coefficients) of 0 or more; None: nothing to show."""
        self._grid.show_maps(maps)


class _Grid(QWidget):
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kernels = np.zeros((0, 3, 3), np.float32)
        self._kernel_pictures: list[QImage] = []
        self._maps: NDArray[np.float32] | None = None
        self._peaks = np.zeros(0, np.float32)
        self._own_levels = False
        self.setMinimumSize(4 * LEAST_CELL.width(), 4 * LEAST_CELL.height())

    def set_own_levels(self, own: bool) -> None:
        self._own_levels = own
        self._draw_kernels()
        self.update()

    def _draw_kernels(self) -> None:
        strengths = np.abs(self._kernels).max(axis=(1, 2), initial=1e-9)
        if not self._own_levels:
            strengths[:] = strengths.max(initial=0.0)
        # Time runs to the right and coefficients upwards, as in the maps.
        self._kernel_pictures = [
            picture(kernel.T[::-1], -strength, strength, KERNEL_MAP)
            for kernel, strength in zip(self._kernels, strengths.tolist(), strict=True)
        ]

    def show_kernels(self, kernels: NDArray[np.float32]) -> None:
        self._kernels = kernels
        self._draw_kernels()
        self._peaks = np.zeros(len(kernels), np.float32)
        self.show_maps(None)

    def show_maps(self, maps: NDArray[np.float32] | None) -> None:
        # A frame of the model before is no longer of these kernels.
        self._maps = maps if maps is not None and len(maps) == len(self._kernels) else None
        if self._maps is not None:
            pixels = self._maps.reshape(len(self._maps), -1)
            bright = int((1.0 - BRIGHT_SHARE) * (pixels.shape[1] - 1))
            highest = np.partition(pixels, bright, axis=1)[:, bright]
            self._peaks = np.maximum(highest, self._peaks * FALL)
        self.update()

    def _cells(self) -> list[tuple[QRectF, QRectF]]:
        """Where kernel and map of each cell go."""
        count = len(self._kernels)
        columns = self._columns(count)
        rows = math.ceil(count / columns) if count else 1
        width = (self.width() - (columns - 1) * 2 * GAP) / columns
        height = (self.height() - (rows - 1) * GAP) / rows
        side = min(height, width * 0.25)
        cells = []
        for number in range(count):
            left = (number % columns) * (width + 2 * GAP)
            top = (number // columns) * (height + GAP)
            kernel = QRectF(left, top + (height - side) / 2, side, side)
            cells.append((kernel, QRectF(left + side + GAP, top, width - side - GAP, height)))
        return cells

    def _columns(self, count: int) -> int:
        """Columns that make the cells look most like 100 x 13 with a kernel beside it."""
        if not count:
            return 1
        choices = range(1, min(count, max(1, self.width() // LEAST_CELL.width())) + 1)

        def misfit(columns: int) -> float:
            rows = math.ceil(count / columns)
            shape = (self.width() / columns) / max(1.0, self.height() / rows)
            holes = rows * columns - count
            return abs(math.log(shape / 4.5)) + holes / count

        return min(choices, key=misfit)

    def _picture(self) -> QImage:
        """All maps below one another, time to the right and coefficients upwards."""
        if self._maps is None:
            return picture(np.zeros((max(1, len(self._kernels)), 1)), 0.0, 1.0, ACTIVATION_MAP)
        highest = self._peaks if self._own_levels else self._peaks.max(keepdims=True)
        shares = self._maps / np.maximum(highest, 1e-9)[:, None, None]
        upright = shares.transpose(0, 2, 1)[:, ::-1]
        return picture(upright.reshape(-1, upright.shape[2]), 0.0, 1.0, ACTIVATION_MAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.75)
        painter.setFont(font)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        pictures = self._picture()
        rows = pictures.height() / max(1, len(self._kernels))
        for number, (kernel_at, map_at) in enumerate(self._cells()):
            painter.drawImage(kernel_at, self._kernel_pictures[number])
            own = QRectF(0, number * rows, pictures.width(), rows)
            painter.drawImage(map_at, pictures, own)
            painter.setPen(edge)
            painter.drawRect(kernel_at)
            painter.setPen(NUMBER_COLOUR)
            painter.drawText(map_at.adjusted(4, 2, 0, 0), str(number + 1))
        self.painted.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._describe(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _describe(self, position: QPoint) -> str:
        for number, (kernel_at, map_at) in enumerate(self._cells()):
            if kernel_at.contains(position):
                rows = ["  ".join(f"{value:+.2f}" for value in row) for row in self._rows(number)]
                return f"Kernel {number + 1}\n" + "\n".join(rows)
            if map_at.contains(position) and self._maps is not None:
                values = self._maps[number]
                frames, coefficients = values.shape
                frame = min(int((position.x() - map_at.x()) / map_at.width() * frames), frames - 1)
                up = 1.0 - (position.y() - map_at.y()) / map_at.height()
                coefficient = min(int(up * coefficients), coefficients - 1)
                return (
                    f"Map {number + 1}: {values[frame, coefficient]:.2f} at frame {frame + 1}, "
                    f"coefficient {coefficient}; highest {values.max():.2f}"
                )
        return ""

    def _rows(self, number: int) -> NDArray[np.float32]:
        return np.asarray(self._kernels[number].T[::-1])

    def sizeHint(self) -> QSize:
        return QSize(800, 280)
