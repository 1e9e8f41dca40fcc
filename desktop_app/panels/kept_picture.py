"""A part of a widget's picture that is drawn once and kept until something in it changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter, QPicture, QPixmap
from PySide6.QtWidgets import QWidget


class KeptPicture:
    """A transparent layer of a widget's picture, for what would take long to draw every time."""

    def __init__(self) -> None:
        self._shown: object = None
        self._pixmap = QPixmap()

    def draw(
        self,
        painter: QPainter,
        widget: QWidget,
        shown: object,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Draw the layer over what has been painted so far.

        Args:
            painter: of the widget.
            widget: as large as the layer.
            shown: everything that the layer depends on, apart from the widget's size, font and
                palette; the layer is painted again if this is no longer equal.
            paint: paints the layer, in the widget's font.
        """
        if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
            # Exported pictures are drawn at any resolution.
            recorded = QPicture()
            _paint(recorded, widget, paint)
            painter.drawPicture(0, 0, recorded)
            return
        scale = widget.devicePixelRatioF()
        looks = (widget.size(), scale, widget.font(), widget.palette().cacheKey())
        if (looks, shown) != self._shown:
            self._shown = (looks, shown)
            self._pixmap = QPixmap(widget.size() * scale)
            self._pixmap.setDevicePixelRatio(scale)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            _paint(self._pixmap, widget, paint)
        painter.drawPixmap(0, 0, self._pixmap)


def _paint(device: QPaintDevice, widget: QWidget, paint: Callable[[QPainter], None]) -> None:
    layer = QPainter(device)
    layer.setFont(widget.font())
    paint(layer)
    layer.end()
