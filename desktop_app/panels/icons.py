"""The app's line icons, drawn in the colour of the surrounding text."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource

SIDE = 18
"""Usual size of an icon, in logical pixels."""


def app_icon() -> QIcon:
    """The application icon."""
    return QIcon(str(resource("icons/genre-monitor.svg")))


def icon(name: str, colour: QColor, side: int, scale: float) -> QIcon:
    """Load an icon from ``resources/icons`` in a given colour.

    Args:
        name: file name without extension.
        colour: line colour.
        side: of the icon, in logical pixels.
        scale: device pixels per logical pixel.
    """
    svg = resource(f"icons/{name}.svg").read_bytes().replace(b"#000000", colour.name().encode())
    pixmap = QPixmap(QSize(side, side) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return QIcon(pixmap)
