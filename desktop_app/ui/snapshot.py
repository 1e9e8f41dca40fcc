"""A panel's picture and numbers, captured at one moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPaintDevice,
    QPainter,
    QPalette,
    QPicture,
    QRegion,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from desktop_app.formatting.array_files import Numbers, is_list, npz, table, xlsx
from desktop_app.panels.exportable import Exportable

SCALE = 2
"""Pixels of the picture per pixel on the screen."""
MARGIN = 8
"""Width of the margin around the picture, in screen pixels."""

Formats = Mapping[str, Callable[[], bytes]]
"""File extension with dot -> encodes a file of that format."""


@dataclass(frozen=True)
class Snapshot:
    """What a panel showed at one moment, whatever it shows later.

    Attributes:
        title: the panel's title.
        file_name: suggested file name, without extension.
        picture: recorded drawing commands.
        size: of the picture with its margin, in screen pixels.
        background: colour behind the picture.
        numbers: the arrays behind the picture.
        texts: further formats of the numbers, as file extension with dot -> text.
        axes: what the numbers' dimensions before the last are called in a table.
    """

    title: str
    file_name: str
    picture: QPicture
    size: QSize
    background: QColor
    numbers: Numbers
    texts: Mapping[str, str]
    axes: Sequence[str]

    @classmethod
    def of(cls, panel: Exportable) -> Snapshot:
        """Capture what a panel shows now."""
        canvases = panel.canvases
        picture = QPicture()
        painter = QPainter(picture)
        size = QSize(0, -MARGIN)
        for canvas in canvases:
            at = QPoint(MARGIN, size.height() + 2 * MARGIN)
            # QGraphicsView overrides render() to draw its scene only.
            QWidget.render(canvas, painter, at, QRegion(), QWidget.RenderFlag.DrawChildren)
            height = size.height() + MARGIN + canvas.height()
            size = QSize(max(size.width(), canvas.width()), height)
        painter.end()
        return cls(
            panel.title,
            panel.file_name,
            picture,
            size + QSize(2 * MARGIN, 2 * MARGIN),
            canvases[0].palette().color(QPalette.ColorRole.Base),
            panel.numbers(),
            panel.texts(),
            panel.axes,
        )

    @property
    def picture_formats(self) -> Formats:
        """The formats in which the picture can be saved, the default first."""
        return {".png": self.png, ".svg": self.svg}

    @property
    def number_formats(self) -> Formats:
        """The formats in which the numbers can be saved, the default first."""
        formats: dict[str, Callable[[], bytes]] = {
            ".csv": lambda: table(self.numbers, self.axes),
            ".npz": lambda: npz(self.numbers),
        }
        if is_list(self.numbers):
            formats[".xlsx"] = lambda: xlsx(self.numbers, self.title)
        return formats | {extension: text.encode for extension, text in self.texts.items()}

    def image(self) -> QImage:
        """Render the picture at twice the screen's resolution."""
        image = QImage(self.size * SCALE, QImage.Format.Format_RGB32)
        self._draw(image, SCALE)
        return image

    def png(self) -> bytes:
        """Render the picture as PNG."""
        buffer = _buffer()
        QImageWriter(buffer, b"PNG").write(self.image())
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """Render the picture as SVG, with text and lines as vectors and images embedded."""
        buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        generator.setResolution(self.picture.logicalDpiX())
        generator.setTitle(self.title)
        self._draw(generator, 1)
        return bytes(buffer.data().data())

    def _draw(self, device: QPaintDevice, scale: int) -> None:
        painter = QPainter(device)
        painter.scale(scale, scale)
        painter.fillRect(QRect(QPoint(), self.size), self.background)
        painter.drawPicture(0, 0, self.picture)
        painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
