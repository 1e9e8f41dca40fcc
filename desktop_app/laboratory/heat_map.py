"""Grids too large for numbers, drawn as heat maps: one, or a row of thumbnails."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.presets import Array
from desktop_app.panels.colours import KERNEL_MAP, picture
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.translation import keep_left_to_right, tr

LEAST_LINES, THUMBNAIL_LINES = 3, 2.5
"""Heights in lines of text."""
THUMBNAIL_RATIO = 1.26
"""Width of a thumbnail, as a multiple of its height."""
GAP = 6
Role = QPalette.ColorRole


def strongest(values: Array) -> float:
    """The largest absolute value, ignoring NaN; always positive."""
    return float(np.nanmax(np.abs(values), initial=1e-9))


def draw_heat_map(
    painter: QPainter, at: QRectF, values: Array, ends: tuple[float, float], name: str
) -> None:
    """Draw a grid of numbers as colours, leaving NaN out.

    Args:
        painter: where to draw.
        at: rectangle to fill.
        values: (rows, columns); counted row by row, every value after a NaN is NaN, too.
        ends: values of the first and the last colour.
        name: name of the colour map.
    """
    rows, columns = values.shape
    written = np.isfinite(values).sum(axis=1).tolist()
    colours = picture(np.nan_to_num(values), *ends, name)
    height = at.height() / rows
    for row, count in enumerate(written):
        width = at.width() * count / columns
        target = QRectF(at.x(), at.y() + row * height, width, height)
        painter.drawImage(target, colours, QRectF(0, row, count, 1))


class HeatMap(QWidget):
    """A grid as colours, with the kernel's position outlined."""

    def __init__(self, name: str) -> None:
        super().__init__()
        keep_left_to_right(self)
        self._name = name
        self._content = GridContent(np.zeros((0, 0)))
        self._ends = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_content(self, content: GridContent, ends: tuple[float, float]) -> None:
        """Draw a grid.

        Args:
            content: what to draw.
            ends: values of the first and the last colour.
        """
        self._content, self._ends = content, ends
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colours, the padding and the outline of the patch or the highlighted number."""
        rows, columns = self._content.values.shape
        if not rows * columns:
            return
        painter = QPainter(self)
        at = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.fillRect(at, self.palette().color(Role.AlternateBase))
        draw_heat_map(painter, at, self._content.values, self._ends, self._name)
        painter.setPen(self.palette().color(Role.Mid))
        painter.drawRect(at)
        wide, high = at.width() / columns, at.height() / rows
        if self._content.inner is not None and self._content.inner[1] != (rows, columns):
            (top, left), (height, width) = self._content.inner
            inner = QRectF(at.x() + left * wide, at.y() + top * high, width * wide, height * high)
            painter.save()
            painter.setClipRegion(QRegion(at.toAlignedRect()) - QRegion(inner.toRect()))
            painter.fillRect(at, self.palette().color(Role.AlternateBase))
            painter.restore()
            painter.setPen(
                QPen(self.palette().color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine)
            )
            painter.drawRect(inner)
        patch = self._content.patch
        if patch is None and self._content.marked is not None:
            patch = (self._content.marked, (1, 1))
        if patch is not None:
            (top, left), (height, width) = patch
            place = QRectF(at.x() + left * wide, at.y() + top * high, width * wide, height * high)
            for colour, thick in ((Role.Base, 4.0), (Role.Highlight, 2.0)):
                painter.setPen(QPen(self.palette().color(colour), thick))
                painter.drawRect(place)

    def sizeHint(self) -> QSize:
        """The minimum; the layout stretches the picture."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the kernel's position to be seen."""
        height = LEAST_LINES * self.fontMetrics().height()
        return QSize(2 * height, height)


class MapThumbnails(TooltipWidget):
    """Thumbnails of all maps, side by side.

    Signals:
        chosen: a map was clicked; its number, from 0.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        keep_left_to_right(self)
        self._maps = np.zeros((0, 0, 0))
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_maps(self, maps: Array, shown: int) -> None:
        """Draw the maps.

        Args:
            maps: (maps, rows, columns), NaN after the current step.
            shown: number of the map to highlight, from 0.
        """
        self._maps, self._shown = maps, shown
        self.update()

    def places(self) -> list[QRectF]:
        """The rectangle of each map."""
        count = len(self._maps)
        height = self.height() - 4.0
        width = (self.width() - 4 - (count - 1) * GAP) / max(1, count)
        width = min(width, THUMBNAIL_RATIO * height)
        height = min(height, 2 * width)
        return [QRectF(2 + number * (width + GAP), 2, width, height) for number in range(count)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the maps on one colour scale and highlight the one shown."""
        if not self._maps.size:
            return
        painter = QPainter(self)
        palette = self.palette()
        strength = strongest(self._maps)
        for number, (values, place) in enumerate(zip(self._maps, self.places(), strict=True)):
            painter.fillRect(place, palette.color(Role.AlternateBase))
            draw_heat_map(painter, place, values, (-strength, strength), KERNEL_MAP)
            marked = number == self._shown
            colour = palette.color(Role.Highlight if marked else Role.Mid)
            painter.setPen(QPen(colour, 3 if marked else 1))
            painter.drawRect(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map under the mouse."""
        for number, place in enumerate(self.places()):
            if place.contains(event.position()):
                self.chosen.emit(number)

    def tooltip_at(self, position: QPointF) -> str:
        """The number of the map under the mouse."""
        for number, place in enumerate(self.places()):
            if place.contains(position):
                return tr(
                    "Map of kernel {number} (red: positive, blue: negative); click to show it"
                ).format(number=number + 1)
        return ""

    def sizeHint(self) -> QSize:
        """The minimum; the layout stretches the thumbnails."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for a row of thumbnails."""
        height = round(THUMBNAIL_LINES * self.fontMetrics().height())
        return QSize(2 * height, height)
