"""Grids too large for numbers, drawn as colours: one picture, or a row of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.laboratory.presets import Array
from desktop_app.laboratory.sheet import Sheet
from desktop_app.panels.colours import KERNEL_MAP, picture
from desktop_app.panels.tooltip_widget import TellingWidget

HEIGHT = 120
THUMBNAIL = QSize(58, 46)
GAP = 6
Role = QPalette.ColorRole


def strongest(values: Array) -> float:
    """The largest distance from zero of what isn't nan, over 0."""
    return float(np.nanmax(np.abs(values), initial=1e-9))


def draw(
    painter: QPainter, at: QRectF, values: Array, ends: tuple[float, float], name: str
) -> None:
    """Draw a grid of numbers; where they are nan, nothing.

    Args:
        painter: draws.
        at: where.
        values: (rows, columns), nan only from some number on, row by row.
        ends: numbers of the first and the last colour.
        name: of the colour map.
    """
    rows, columns = values.shape
    written = np.isfinite(values).sum(axis=1).tolist()
    colours = picture(np.nan_to_num(values), *ends, name)
    height = at.height() / rows
    for row, count in enumerate(written):
        width = at.width() * count / columns
        target = QRectF(at.x(), at.y() + row * height, width, height)
        painter.drawImage(target, colours, QRectF(0, row, count, 1))


class Picture(QWidget):
    """A sheet as colours, with the kernel's place on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._sheet = Sheet(np.zeros((0, 0)))
        self._ends = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: Sheet, ends: tuple[float, float]) -> None:
        """Draw a sheet.

        Args:
            sheet: what to draw.
            ends: numbers of the first and the last colour.
        """
        self._sheet, self._ends = sheet, ends
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colours and the outline of what it is about."""
        rows, columns = self._sheet.values.shape
        if not rows * columns:
            return
        painter = QPainter(self)
        at = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.fillRect(at, self.palette().color(Role.AlternateBase))
        draw(painter, at, self._sheet.values, self._ends, self._name)
        painter.setPen(self.palette().color(Role.Mid))
        painter.drawRect(at)
        wide, high = at.width() / columns, at.height() / rows
        if self._sheet.inner is not None and self._sheet.inner[1] != (rows, columns):
            (top, left), (height, width) = self._sheet.inner
            inner = QRectF(at.x() + left * wide, at.y() + top * high, width * wide, height * high)
            painter.save()
            painter.setClipRegion(QRegion(at.toAlignedRect()) - QRegion(inner.toRect()))
            painter.fillRect(at, self.palette().color(Role.AlternateBase))
            painter.restore()
            painter.setPen(
                QPen(self.palette().color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine)
            )
            painter.drawRect(inner)
        patch = self._sheet.patch
        if patch is None and self._sheet.marked is not None:
            patch = (self._sheet.marked, (1, 1))
        if patch is not None:
            (top, left), (height, width) = patch
            place = QRectF(at.x() + left * wide, at.y() + top * high, width * wide, height * high)
            for colour, thick in ((Role.Base, 4.0), (Role.Highlight, 2.0)):
                painter.setPen(QPen(self.palette().color(colour), thick))
                painter.drawRect(place)

    def sizeHint(self) -> QSize:
        """As wide as a card."""
        return QSize(360, HEIGHT)


class Maps(TellingWidget):
    """All maps beside one another.

    Signals:
        chosen: number, from 0, of the map that was clicked.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._maps = np.zeros((0, 0, 0))
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_maps(self, maps: Array, shown: int) -> None:
        """Draw the maps.

        Args:
            maps: (maps, rows, columns), nan is still to come.
            shown: the one to mark.
        """
        self._maps, self._shown = maps, shown
        self.update()

    def _places(self) -> list[QRectF]:
        count = len(self._maps)
        width = min(THUMBNAIL.width(), (self.width() - 4 - (count - 1) * GAP) / max(1, count))
        return [
            QRectF(2 + number * (width + GAP), 2, width, THUMBNAIL.height())
            for number in range(count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the maps on one scale and the frame of the one shown."""
        if not self._maps.size:
            return
        painter = QPainter(self)
        palette = self.palette()
        strength = strongest(self._maps)
        for number, (values, place) in enumerate(zip(self._maps, self._places(), strict=True)):
            painter.fillRect(place, palette.color(Role.AlternateBase))
            draw(painter, place, values, (-strength, strength), KERNEL_MAP)
            marked = number == self._shown
            colour = palette.color(Role.Highlight if marked else Role.Mid)
            painter.setPen(QPen(colour, 3 if marked else 1))
            painter.drawRect(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map that is clicked."""
        for number, place in enumerate(self._places()):
            if place.contains(event.position()):
                self.chosen.emit(number)

    def told_at(self, position: QPointF) -> str:
        """Which map is pointed at."""
        for number, place in enumerate(self._places()):
            if place.contains(position):
                return f"Map of kernel {number + 1}: red is over zero, blue under. Click it."
        return ""

    def sizeHint(self) -> QSize:
        """A row of thumbnails."""
        return QSize(360, THUMBNAIL.height() + 4)
