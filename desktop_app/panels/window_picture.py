"""The pixels of the MFCC image, with the evidence and the receptive field marked in them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from desktop_app.panels.attribution_colours import pixels
from desktop_app.panels.colours import picture
from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.pixel import Rectangle

Values = NDArray[np.float32]
"""(frames, 13), newest last."""
OUTLINE = ((Qt.GlobalColor.black, 4), (Qt.GlobalColor.white, 2))
"""Colours and widths of the lines round a receptive field."""


class WindowPicture:
    """Draws frames x coefficients, newest at the right.

    Attributes:
        values: to draw; empty for none.
        levels: values of the first and the last colour.
        colours: name of the colour map.
        first: the lowest coefficient to draw.
        evidence: to lay over them, (100, 13), or None.
        hops_ago: how many hops before the newest frame the evidence ended.
        opacity: of the strongest evidence, 0 to 1.
        field: the receptive field to outline, or None.
    """

    def __init__(self) -> None:
        self.values: Values = np.zeros((0, COEFFICIENTS), np.float32)
        self.levels = (0.0, 1.0)
        self.colours = ""
        self.first = 0
        self.evidence: Values | None = None
        self.hops_ago = 0
        self.opacity = 1.0
        self.field: Rectangle | None = None

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw into the rectangle for 100 frames; what is further to the left is cut off."""
        painter.save()
        painter.setClipRect(area)
        shown = self.values[:, self.first :]
        if shown.size:
            image = picture(shown.T[::-1], *self.levels, self.colours)
            painter.drawImage(_part(area, len(shown)), image)
        if self.evidence is not None:
            painter.setOpacity(self.opacity)
            image = _translucent(self.evidence[:, self.first :])
            painter.drawImage(_part(area, len(self.evidence), self.hops_ago), image)
            painter.setOpacity(1.0)
        if self.field is not None:
            outlined = self._place(self.field, area)
            # Light between dark, to be seen on every colour.
            for colour, width in OUTLINE:
                painter.setPen(QPen(colour, width))
                painter.drawRect(outlined)
        painter.restore()

    def _place(self, field: Rectangle, area: QRectF) -> QRectF:
        width, height = area.width() / WINDOW_FRAMES, area.height() / (COEFFICIENTS - self.first)
        top = area.bottom() - (field.left + field.width - self.first) * height
        return QRectF(
            area.left() + field.top * width, top, field.height * width, field.width * height
        )


def _part(area: QRectF, frames: int, hops_ago: int = 0) -> QRectF:
    """The rectangle for frames that ended some hops ago."""
    width = area.width() / WINDOW_FRAMES
    left = area.right() - (frames + hops_ago) * width
    return QRectF(left, area.top(), frames * width, area.height())


def _translucent(evidence: Values) -> QImage:
    colours = np.ascontiguousarray(pixels(evidence).transpose(1, 0, 2)[::-1])
    rows, columns, _ = colours.shape
    image = QImage(colours.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    # This copies, too: the array's memory is not the image's.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
