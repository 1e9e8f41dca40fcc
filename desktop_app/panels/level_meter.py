"""Level meter: RMS and peak of the source in dBFS, and a clipping indicator."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.analysis.level import SILENT_DBFS, Level
from desktop_app.formatting.text import signed
from desktop_app.translation import keep_left_to_right, tr

LOWEST_DBFS = -60.0
STEP_DBFS = 0.5
"""Levels that differ by less than about a pixel look the same."""
GREEN, AMBER, RED = QColor("#2e9e5b"), QColor("#d9a21b"), QColor("#d1383d")
AMBER_FROM_DBFS, RED_FROM_DBFS = -12.0, -3.0


class LevelMeterWidget(QWidget):
    """A horizontal meter: RMS bar, peak line, level in figures, clipping indicator."""

    def __init__(self) -> None:
        super().__init__()
        self._level = Level()
        self._words = _words(self._level)
        self._measure()
        self.setAccessibleName(tr("Level"))
        keep_left_to_right(self)
        # With a ground of its own, what is behind it isn't painted again with every change.
        self.setAutoFillBackground(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip(
            tr(
                "Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. "
                "“Clip” lights up when the input reaches full scale: turn it down."
            )
        )

    def show_level(self, level: Level) -> None:
        """Draw a level."""
        before, self._level = self._level, level
        # Levels arrive far more often than one looks different from the last, and figures change
        # less often than the bar.
        if _figure(level) != _figure(before):
            self._words = _words(level)
            self.setAccessibleDescription(self._words)
            self.update()
        elif _drawn(level) != _drawn(before):
            self.update(self._bar_area())

    def changeEvent(self, event: QEvent) -> None:
        """Measure the figures in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self._clip_width = metrics.horizontalAdvance("Clip") + 10
        self._figures_width = metrics.horizontalAdvance("−100 dBFS") + 8

    def _bar(self) -> QRectF:
        width = self.width() - self._clip_width - self._figures_width
        bar = QRectF(0, 0, width, self.height() * 0.5)
        bar.moveTop((self.height() - bar.height()) / 2)
        return bar

    def _bar_area(self) -> QRect:
        """Where the bar and the line of the peak are drawn."""
        return QRect(0, 0, math.ceil(self._bar().right()) + 1, self.height())

    def sizeHint(self) -> QSize:
        """Room for bar, figures and clipping indicator."""
        return self._size(150)

    def minimumSizeHint(self) -> QSize:
        """The same room with a shorter bar."""
        return self._size(30)

    def _size(self, bar: int) -> QSize:
        width = self.fontMetrics().horizontalAdvance("−100 dBFS  Clip")
        return QSize(width + bar, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar, peak, figures and clipping indicator."""
        painter = QPainter(self)
        bar = self._bar()
        track = self.palette().color(QPalette.ColorRole.Mid)
        track.setAlpha(90)
        painter.fillRect(bar, track)
        for low, high, colour in (
            (LOWEST_DBFS, AMBER_FROM_DBFS, GREEN),
            (AMBER_FROM_DBFS, RED_FROM_DBFS, AMBER),
            (RED_FROM_DBFS, 0.0, RED),
        ):
            reached = min(self._level.rms_dbfs, high)
            if reached > low:
                left, right = self._x(bar, low), self._x(bar, reached)
                painter.fillRect(QRectF(left, bar.y(), right - left, bar.height()), colour)
        text = self.palette().color(QPalette.ColorRole.WindowText)
        if self._level.peak_dbfs > LOWEST_DBFS:
            peak = self._x(bar, min(self._level.peak_dbfs, 0.0))
            painter.fillRect(QRectF(peak - 1, bar.y() - 2, 2, bar.height() + 4), text)
        if self._bar_area().contains(event.rect()):
            return
        clip_width, text_width = self._clip_width, self._figures_width
        painter.setPen(text)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(bar.right(), 0, text_width, self.height()), right, self._words)
        if self._level.clipped:
            light = QRectF(self.width() - clip_width + 6, bar.y() - 4, clip_width - 6, 0)
            light.setHeight(bar.height() + 8)
            painter.fillRect(light, RED)
            painter.setPen(Qt.GlobalColor.white)
            painter.drawText(light, Qt.AlignmentFlag.AlignCenter, tr("Clip"))

    @staticmethod
    def _x(bar: QRectF, dbfs: float) -> float:
        return bar.x() + bar.width() * (dbfs - LOWEST_DBFS) / -LOWEST_DBFS


def _words(level: Level) -> str:
    if level.rms_dbfs <= SILENT_DBFS:
        return tr("−∞ dBFS")
    return tr("{level} dBFS").format(level=signed(level.rms_dbfs, 0))


def _figure(level: Level) -> tuple[int, bool, bool]:
    """What of a level makes a difference beside the bar."""
    return round(level.rms_dbfs), level.rms_dbfs <= SILENT_DBFS, level.clipped


def _drawn(level: Level) -> tuple[int, int]:
    """What of a level makes a difference in the bar."""
    return round(level.rms_dbfs / STEP_DBFS), round(level.peak_dbfs / STEP_DBFS)
