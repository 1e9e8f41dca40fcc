"""Draws a file's outline: the waveform above a band of coloured genre segments.

Where there is room for the band alone, it stands for all of it.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF

from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.segments import Segment
from desktop_app.formatting.text import clock, screen_name
from desktop_app.panels.genre_colours import colour_of, text_on
from desktop_app.panels.regions import Region, Regions
from desktop_app.panels.time_axis import TimeAxis
from desktop_app.translation import tr

BAND, ABOVE_TEXT = 24, 8
"""Least height in pixels of the genre segments, and how much higher than their text they are."""
SMALLER = 0.85
"""Font size of the ruler, as a share of that of the names."""
TICK = 4
BETWEEN = 48
"""Least distance in pixels between two times of the ruler."""
QUIETEST_PEAK = 1e-3
MARGIN = 3


class OverviewDrawing:
    """Draws a file's outline at a given zoom."""

    def __init__(self, painter: QPainter, axis: TimeAxis, size: QSize, palette: QPalette) -> None:
        """Prepare for drawing.

        Args:
            painter: where to draw.
            axis: the part of the file to show.
            size: of the whole drawing, in pixels.
            palette: colours of the waveform and the text.
        """
        self._painter, self._axis, self._palette = painter, axis, palette
        self._width, self._height = size.width(), size.height()
        self._ruler, self._band = ruler_height(painter.font()), band_height(painter.font())

    def draw(self, outline: FileOutline | None, regions: Regions = ()) -> None:
        """Draw an outline as far as it is known.

        Args:
            outline: None for a file not analysed yet.
            regions: parts that the user has named.
        """
        roomy = self._height > self._band + self._ruler
        if roomy:
            self._draw_ruler()
        if outline is not None:
            if roomy:
                self._draw_waveform(outline)
            for segment in outline.segments:
                self._draw_segment(segment)
        for region in regions if roomy else ():
            self._draw_region(region)
        if outline is None or not outline.done:
            self._draw_note(
                tr("Analysing the file…"), 0.0 if outline is None else outline.reached_s
            )
        elif outline.problem:
            self._draw_note(outline.problem, outline.reached_s)

    def _x(self, seconds: float) -> float:
        return self._axis.x(seconds, self._width)

    def _draw_ruler(self) -> None:
        painter, font = self._painter, self._painter.font()
        painter.setFont(_small(font))
        painter.setPen(self._palette.color(QPalette.ColorRole.PlaceholderText))
        advance = painter.fontMetrics().horizontalAdvance
        apart = advance(clock(self._axis.duration_s)) + BETWEEN
        for seconds in self._axis.marks(self._width, apart):
            x, words = self._x(seconds), clock(seconds)
            painter.drawLine(QPointF(x, self._ruler - TICK), QPointF(x, self._ruler))
            place = QRectF(x + 3, 0, advance(words), self._ruler)
            if place.right() <= self._width:
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(font)

    def _draw_waveform(self, outline: FileOutline) -> None:
        height = self._height - self._band - self._ruler
        first = int(self._axis.start_s / outline.peak_s)
        last = int(self._axis.end_s / outline.peak_s) + 2
        peaks = outline.peaks[first:last]
        if not len(peaks):
            return
        # At most one pair of peaks per pixel: more would only darken the picture.
        together = max(1, len(peaks) // max(1, self._width))
        groups = peaks[: len(peaks) // together * together].reshape(-1, together, 2)
        low, high = groups[:, :, 0].min(axis=1), groups[:, :, 1].max(axis=1)
        loudest = max(QUIETEST_PEAK, float(np.abs(outline.peaks).max()))
        xs = [
            self._x((first + (number + 0.5) * together) * outline.peak_s)
            for number in range(len(groups))
        ]
        middle, scale = self._ruler + height / 2.0, (height / 2.0 - MARGIN) / loudest
        upper = [QPointF(x, middle - scale * float(y)) for x, y in zip(xs, high, strict=True)]
        lower = [QPointF(x, middle - scale * float(y)) for x, y in zip(xs, low, strict=True)]
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_segment(self, segment: Segment) -> None:
        painter = self._painter
        left, right = self._x(segment.start_s), self._x(segment.end_s)
        if right < 0 or left > self._width:
            return
        box = QRectF(left, self._height - self._band, right - left, self._band)
        colour = colour_of(segment.label)
        painter.fillRect(box, colour)
        painter.setPen(self._palette.color(QPalette.ColorRole.Base))
        painter.drawLine(box.topRight(), box.bottomRight())
        visible = box.intersected(QRectF(0, 0, self._width, self._height))
        name = screen_name(segment.label)
        if visible.width() > painter.fontMetrics().horizontalAdvance(name) + 8:
            painter.setPen(text_on(colour))
            painter.drawText(visible, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_region(self, region: Region) -> None:
        """Frame a part of the waveform, and write its name as far as there is room."""
        painter, font = self._painter, self._painter.font()
        left, right = self._x(region.start_s), self._x(region.end_s)
        if right < 0 or left > self._width:
            return
        height = self._height - self._band - self._ruler
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._palette.color(QPalette.ColorRole.WindowText))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, self._ruler, right - left, height - 1))
        painter.setFont(_small(font))
        metrics = painter.fontMetrics()
        begin, end = max(0.0, left), min(float(self._width), right)
        name = metrics.elidedText(
            region.name, Qt.TextElideMode.ElideRight, max(0, int(end - begin) - 2 * MARGIN)
        )
        if name.strip("…"):
            width = metrics.horizontalAdvance(name) + 2 * MARGIN
            label = QRectF(begin, self._ruler, width, self._ruler)
            painter.fillRect(label, self._palette.color(QPalette.ColorRole.WindowText))
            painter.setPen(self._palette.color(QPalette.ColorRole.Base))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(font)

    def _draw_note(self, text: str, from_s: float) -> None:
        """Write in the band from a moment to the right edge."""
        left = max(0.0, self._x(from_s))
        rest = QRectF(left, self._height - self._band, self._width - left, self._band)
        if rest.width() <= 0:
            return
        painter = self._painter
        painter.setPen(self._palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            rest.adjusted(8, 0, -4, 0),
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, max(0, int(rest.width()) - 12)
            ),
        )


def ruler_height(font: QFont) -> int:
    """Height in pixels of the ruler above the waveform, with names in a font."""
    return QFontMetrics(_small(font)).height()


def band_height(font: QFont) -> int:
    """Height in pixels of the genre segments, with names in a font."""
    return max(BAND, QFontMetrics(font).height() + ABOVE_TEXT)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALLER)
    return small


def shade(painter: QPainter, left: float, right: float, height: float, colour: QColor) -> None:
    """Shade a stretch from x = left to right, in pixels, and outline its ends."""
    translucent = QColor(colour)
    translucent.setAlpha(60)
    painter.fillRect(QRectF(left, 0, right - left, height), translucent)
    painter.setPen(QPen(colour, 2))
    for x in (left, right):
        painter.drawLine(QPointF(x, 0), QPointF(x, height))
