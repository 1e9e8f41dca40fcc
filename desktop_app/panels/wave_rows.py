"""Waveform, log-mel spectrogram and MFCCs of the same time, stacked and painted.

All three rows span the latest 51 200 samples. A frame is drawn at its newest hop but covers
three earlier hops, too; lines from the waveform to the frame's column show which.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette

from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import thousands
from desktop_app.panels.colours import MEL_MAP, MFCC_MAP, picture
from desktop_app.panels.mfcc_plot import TICKS, tick_name
from desktop_app.panels.mfcc_views import RowRanges
from desktop_app.panels.screen_reader import tell_value
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.panels.waveform import IMAGE_SAMPLES, waveform
from desktop_app.translation import QT_TR_NOOP, keep_left_to_right, tr
from model.features import (
    COEFFICIENTS,
    FLOOR_POWER,
    HOP_SAMPLES,
    MEL_BANDS,
    SAMPLE_RATE,
    TOP_DB,
    WINDOW_FRAMES,
    WINDOW_SAMPLES,
)

BEFORE = WINDOW_SAMPLES - IMAGE_SAMPLES
"""1 536: samples to the left of the strip that its first frame also covers."""
FLOOR_DB = float(10.0 * np.log10(FLOOR_POWER))
GAP = 9.0
HELP = QT_TR_NOOP(
    "Point at a frame, or press ← and →, to see which samples it covers.\n"
    "Sound: {rate} samples per second, magnified to the scale shown.\n"
    "Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours "
    "span the {range:.0f} dB used for the MFCCs.\n"
    "MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; "
    "coefficient 0 is at the bottom. Each has its own colour scale."
)
NOT_KEPT = QT_TR_NOOP(
    "No sound was kept: it is kept only if this panel is open when you freeze the display"
)


class WaveRows(TooltipWidget):
    """The rows, in which one frame is marked.

    Signals:
        painted: the rows have been painted.
        marked(int): another frame is marked; 0 is the oldest of 100.
    """

    painted = Signal()
    marked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._samples: NDArray[np.float32] | None = None
        self._log_mel: NDArray[np.float32] | None = None
        self._mfcc = np.zeros((0, COEFFICIENTS), np.float32)
        self._rows = RowRanges(COEFFICIENTS)
        self._marked = WINDOW_FRAMES - 1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("From wave to image"))
        keep_left_to_right(self)
        self._tell()

    def tooltip_at(self, position: QPointF) -> str:
        """What the three rows show, wherever one points."""
        return tr(HELP).format(
            rate=thousands(SAMPLE_RATE), bands=MEL_BANDS, range=TOP_DB, coefficients=COEFFICIENTS
        )

    def show_sound(
        self,
        samples: NDArray[np.float32] | None,
        log_mel: NDArray[np.float32] | None,
        mfcc: NDArray[np.float32],
    ) -> None:
        """Draw a window, newest values last.

        Args:
            samples: (n,) samples covered by the frames, -1 to 1, n up to 52 736; None if not kept.
            log_mel: (frames, 128) in dB; None if not kept.
            mfcc: (frames, 13), up to 100 frames.
        """
        if not len(self._mfcc):
            self._rows.reset()
        self._samples, self._log_mel, self._mfcc = samples, log_mel, mfcc
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to tell the frames apart."""
        return QSize(800, 190)

    def minimumSizeHint(self) -> QSize:
        """Room for a name and a size beside each row."""
        return QSize(360, 8 * self.fontMetrics().height() + round(2 * GAP))

    def numbers(self) -> Numbers:
        """``mfcc`` (frames, 13) and, if kept, ``log_mel`` (frames, 128; dB) and ``samples``."""
        if not len(self._mfcc):
            return {}
        kept = {"log_mel": self._log_mel, "samples": self._samples}
        found = {name: array for name, array in kept.items() if array is not None}
        return {"mfcc": self._mfcc, **found}

    # Geometry.

    def areas(self) -> tuple[QRectF, QRectF, QRectF]:
        """Rectangles of waveform, log-mel and MFCC, with the same left and right edges."""
        metrics = self.fontMetrics()
        left = float(metrics.horizontalAdvance(f"{WINDOW_FRAMES} × {MEL_BANDS}") + 14)
        # Half of "now" is to the right of the edge.
        width = float(self.width() - int(left) - metrics.horizontalAdvance(tr("now")) // 2 - 1)
        # Whole pixels, so that no row of the waveform falls between two.
        height = float((self.height() - metrics.height() - 2 - 2 * int(GAP)) // 3)
        first, second, third = (
            QRectF(left, row * (height + GAP), width, height) for row in range(3)
        )
        return first, second, third

    def column(self, frame: int, area: QRectF) -> QRectF:
        """Rectangle of a frame in the log-mel or MFCC row; frame 0 is the oldest of 100."""
        step = area.width() / WINDOW_FRAMES
        return QRectF(area.left() + frame * step, area.top(), step, area.height())

    def covered(self, frame: int, area: QRectF) -> QRectF:
        """Rectangle of the samples that a frame covers, cut off at the left edge."""
        scale = area.width() / IMAGE_SAMPLES
        begin = max(0, frame * HOP_SAMPLES - BEFORE)
        end = (frame + 1) * HOP_SAMPLES
        left = area.left() + begin * scale
        return QRectF(left, area.top(), (end - begin) * scale, area.height())

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, their names, the time axis and the marked frame."""
        painter = QPainter(self)
        wave, mel, mfcc = self.areas()
        faint = self.palette().color(QPalette.ColorRole.Mid)
        faint.setAlpha(60)
        for area in (wave, mel, mfcc):
            painter.fillRect(area, faint)
        scale = self._paint_wave(painter, wave)
        if self._log_mel is not None and len(self._log_mel):
            loudest = max(float(self._log_mel.max()), FLOOR_DB)
            self._paint_frames(
                painter, mel, self._log_mel, (max(loudest - TOP_DB, FLOOR_DB), loudest), MEL_MAP
            )
        if len(self._mfcc):
            self._rows.follow(self._mfcc)
            shares = self._rows.shares(self._mfcc)
            self._paint_frames(painter, mfcc, shares, (0.0, 1.0), MFCC_MAP)
        self._name_rows(
            painter,
            (
                (tr("Sound"), scale),
                (tr("Log-mel"), f"{WINDOW_FRAMES} × {MEL_BANDS}"),
                (tr("MFCC"), f"{WINDOW_FRAMES} × {COEFFICIENTS}"),
            ),
        )
        self._paint_times(painter, mfcc)
        self._paint_mark(painter)
        self.painted.emit()

    def _paint_wave(self, painter: QPainter, area: QRectF) -> str:
        """Draw minimum and maximum of every pixel column; return the scale as text."""
        if self._samples is None:
            if len(self._mfcc):
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(area, wrapped, tr(NOT_KEPT))
            return ""
        shown = self._samples[-IMAGE_SAMPLES:]
        if not len(shown):
            return ""
        # At device resolution, which may be finer than the painter's coordinates.
        scale = painter.deviceTransform().m11()
        columns, rows = (max(2, round(side * scale)) for side in (area.width(), area.height()))
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        image, limit = waveform(shown, columns, rows, colour)
        painter.drawImage(area, image)
        return f"± {limit:.3g}"

    def _paint_frames(
        self,
        painter: QPainter,
        area: QRectF,
        values: NDArray[np.float32],
        levels: tuple[float, float],
        colours: str,
    ) -> None:
        at = self.column(WINDOW_FRAMES - len(values), area)
        at.setRight(area.right())
        painter.drawImage(at, picture(values.T[::-1], *levels, colours))

    def _name_rows(self, painter: QPainter, names: tuple[tuple[str, str], ...]) -> None:
        height = self.fontMetrics().height()
        for area, (name, size) in zip(self.areas(), names, strict=True):
            top = area.center().y() - height
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(QPointF(0, top + self.fontMetrics().ascent()), name)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(QPointF(0, top + height + self.fontMetrics().ascent()), size)

    def _paint_times(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        height = self.fontMetrics().height()
        for seconds in TICKS:
            x = area.right() + seconds * SAMPLE_RATE / IMAGE_SAMPLES * area.width()
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3))
            words = f"−{tick_name(seconds)} s" if seconds else tick_name(seconds)
            at = QRectF(x - 40, area.bottom() + 2, 80, height)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_mark(self, painter: QPainter) -> None:
        wave, mel, mfcc = self.areas()
        covered = self.covered(self._marked, wave)
        columns = [self.column(self._marked, area) for area in (mel, mfcc)]
        text = self.palette().color(QPalette.ColorRole.Text)
        veil = QColor(text)
        veil.setAlpha(45)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(covered, veil)
        painter.setPen(text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in (covered, *columns):
            painter.drawRect(area)
        for above, below in zip((covered, columns[0]), columns, strict=True):
            painter.drawLine(above.bottomLeft(), below.topLeft())
            painter.drawLine(above.bottomRight(), below.topRight())

    # Mouse and keyboard.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the frame under the mouse."""
        area = self.areas()[0]
        share = (event.position().x() - area.left()) / area.width()
        self._mark(int(np.floor(share * WINDOW_FRAMES)))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark the newest frame again."""
        super().leaveEvent(event)
        self._mark(WINDOW_FRAMES - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the neighbouring frame with ← and →."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._mark(self._marked + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        tell_value(
            self,
            tr("Frame {number} of {count}").format(number=self._marked + 1, count=WINDOW_FRAMES),
        )

    def _mark(self, frame: int) -> None:
        frame = min(max(frame, 0), WINDOW_FRAMES - 1)
        if frame != self._marked:
            self._marked = frame
            self._tell()
            self.marked.emit(frame)
            self.update()
