"""The whole file: waveform, genre over time, play head, and a part that is played over and over."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.gate import State
from desktop_app.analysis.segments import Segment
from desktop_app.formatting.text import clock, display_name
from desktop_app.panels.genre_colours import colour_of, text_on
from desktop_app.panels.tooltip_widget import TellingWidget

HEIGHT, BAND = 84, 24
STEP_SECONDS, PAGE_SECONDS = 5.0, 30.0
ZOOM = 1.25
SHORTEST_SECONDS = 2.0
"""Of what is shown when zoomed in as far as it goes, and of what is played over and over."""


class OverviewStrip(TellingWidget):
    """Shown while the source is a file.

    Signals:
        sought: seconds into the file that the user went to.
        loop_changed: (from, to) in seconds that shall be played over and over, or None.
    """

    sought = Signal(float)
    loop_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.loop: tuple[float, float] | None = None
        self._outline: FileOutline | None = None
        self._duration_s = self._position_s = 0.0
        self._from_s, self._shown_s = 0.0, 0.0
        self._pressed_s: float | None = None
        self._selecting = False
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Overview of the file")
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    # What there is to show.

    def show_file(self, duration_s: float) -> None:
        """Begin with another file, of which nothing else is known yet."""
        self._outline, self._duration_s, self._position_s = None, duration_s, 0.0
        self._from_s, self._shown_s = 0.0, duration_s
        self._set_loop(None)
        self._redraw()

    def show_outline(self, outline: FileOutline | None) -> None:
        """Draw what is known by now."""
        if outline is self._outline:
            return
        self._outline = outline
        if outline is not None:
            self.setAccessibleDescription(spoken(outline))
        self._redraw()

    @property
    def parts(self) -> tuple[Segment, ...]:
        """The genres over time, as far as they are known."""
        return self._outline.segments if self._outline is not None else ()

    def show_position(self, seconds: float) -> None:
        """Draw the play head; a part that is zoomed into follows it."""
        before, self._position_s = self._x(self._position_s), seconds
        end_s = self._from_s + self._shown_s
        if (
            self._pressed_s is None
            and self._shown_s < self._duration_s
            and not (self._from_s <= seconds <= end_s)
        ):
            self._look_at(seconds, self._shown_s)
        elif round(before) != round(self._x(seconds)):
            self.update()

    # Geometry.

    def _x(self, seconds: float) -> float:
        return self.width() * (seconds - self._from_s) / max(self._shown_s, 1e-9)

    def _seconds(self, x: float) -> float:
        at = self._from_s + self._shown_s * x / max(1, self.width())
        return min(max(0.0, at), self._duration_s)

    def _look_at(self, from_s: float, shown_s: float) -> None:
        self._shown_s = min(max(shown_s, min(SHORTEST_SECONDS, self._duration_s)), self._duration_s)
        self._from_s = min(max(0.0, from_s), self._duration_s - self._shown_s)
        self._redraw()

    def zoom(self, factor: float, at_s: float) -> None:
        """Show a shorter (factor over 1) or longer part; ``at_s`` stays where it is."""
        shown_s = self._shown_s / factor
        share = (at_s - self._from_s) / max(self._shown_s, 1e-9)
        self._look_at(at_s - share * shown_s, shown_s)

    # Drawing. Everything but the play head changes seldom, so it is kept as a picture.

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw waveform, band, loop and play head."""
        painter = QPainter(self)
        if painter.paintEngine().type() is QPaintEngine.Type.Picture:
            # Whoever saves it wants letters and lines.
            self._draw(painter)
        else:
            if self._picture is None:
                self._picture = self._drawn()
            painter.drawPixmap(0, 0, self._picture)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        if self.loop is not None:
            left, right = (self._x(at) for at in self.loop)
            shade = QColor(accent)
            shade.setAlpha(60)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), shade)
            painter.setPen(QPen(accent, 2))
            for x in (left, right):
                painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        x = self._x(self._position_s)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(pixmap)
        self._draw(painter)
        painter.end()
        return pixmap

    def _draw(self, painter: QPainter) -> None:
        if self._outline is not None:
            self._draw_waveform(painter, self._outline)
            for segment in self._outline.segments:
                self._draw_segment(painter, segment)
        self._draw_what_is_missing(painter)

    def _draw_waveform(self, painter: QPainter, outline: FileOutline) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() - BAND
        first = int(self._from_s / outline.peak_s)
        last = int((self._from_s + self._shown_s) / outline.peak_s) + 2
        peaks = outline.peaks[first:last]
        if not len(peaks):
            return
        # At most one stretch a pixel: more only darkens the picture.
        together = max(1, len(peaks) // max(1, self.width()))
        whole = peaks[: len(peaks) // together * together].reshape(-1, together, 2)
        low, high = whole[:, :, 0].min(axis=1), whole[:, :, 1].max(axis=1)
        loudest = max(1e-3, float(np.abs(outline.peaks).max()))
        xs = [
            self._x((first + (number + 0.5) * together) * outline.peak_s)
            for number in range(len(whole))
        ]
        middle, scale = height / 2.0, (height / 2.0 - 3) / loudest
        upper = [QPointF(x, middle - scale * float(y)) for x, y in zip(xs, high, strict=True)]
        lower = [QPointF(x, middle - scale * float(y)) for x, y in zip(xs, low, strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_segment(self, painter: QPainter, segment: Segment) -> None:
        left, right = self._x(segment.start_s), self._x(segment.end_s)
        box = QRectF(left, self.height() - BAND, right - left, BAND)
        if right < 0 or left > self.width():
            return
        colour = colour_of(segment.label)
        painter.fillRect(box, colour)
        painter.setPen(self.palette().color(QPalette.ColorRole.Base))
        painter.drawLine(box.topRight(), box.bottomRight())
        seen = box.intersected(QRectF(self.rect()))
        name = name_of(segment.label)
        if seen.width() > painter.fontMetrics().horizontalAdvance(name) + 8:
            painter.setPen(text_on(colour))
            painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_what_is_missing(self, painter: QPainter) -> None:
        outline = self._outline
        reached_s = outline.reached_s if outline is not None else 0.0
        if outline is not None and outline.done and not outline.problem:
            return
        left = max(0.0, self._x(reached_s))
        rest = QRectF(left, self.height() - BAND, self.width() - left, BAND)
        if rest.width() <= 0:
            return
        words = outline.problem if outline is not None and outline.done else "Listening ahead …"
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            rest.adjusted(8, 0, -4, 0),
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, max(0, int(rest.width()) - 12)
            ),
        )

    # What the user does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there; with Shift begin a stretch to be played over and over."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._duration_s:
            return
        self._pressed_s = self._seconds(event.position().x())
        self._selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self._selecting:
            self._show_at(self._pressed_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the play head, or the end of the stretch."""
        if self._pressed_s is None:
            return
        at = self._seconds(event.position().x())
        if self._selecting:
            self.loop = (min(at, self._pressed_s), max(at, self._pressed_s))
            self.update()
        else:
            self._show_at(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where the user went."""
        if self._pressed_s is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        at, self._pressed_s = self._seconds(event.position().x()), None
        if not self._selecting:
            self.sought.emit(at)
        elif self.loop is not None and self.loop[1] - self.loop[0] >= SHORTEST_SECONDS / 4:
            self._set_loop(self.loop)
            self.sought.emit(self.loop[0])
        else:
            self._set_loop(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole file again."""
        self._look_at(0.0, self._duration_s)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom in and out where the mouse points; sideways, move along."""
        turned = event.angleDelta()
        if turned.y():
            self.zoom(ZOOM ** (turned.y() / 120), self._seconds(event.position().x()))
        else:
            self._look_at(self._from_s - self._shown_s * turned.x() / 1200, self._shown_s)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages move the play head, + and - zoom, Escape ends the loop."""
        moves = {
            Qt.Key.Key_Left: self._position_s - STEP_SECONDS,
            Qt.Key.Key_Right: self._position_s + STEP_SECONDS,
            Qt.Key.Key_PageUp: self._position_s - PAGE_SECONDS,
            Qt.Key.Key_PageDown: self._position_s + PAGE_SECONDS,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self._duration_s,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.sought.emit(min(max(0.0, moves[key]), self._duration_s))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM, self._position_s)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM, self._position_s)
        elif key is Qt.Key.Key_Escape and self.loop is not None:
            self._set_loop(None)
        else:
            super().keyPressEvent(event)

    def told_at(self, position: QPointF) -> str:
        """Time and genre at a place, and what can be done here."""
        at = self._seconds(position.x())
        here = [part for part in self.parts if part.start_s <= at < part.end_s]
        genre = f", {name_of(here[0].label)} {100 * here[0].probability:.0f} %" if here else ""
        return (
            f"{clock(at)}{genre}\nClick or drag: go there. Shift and drag: play a part over and "
            "over (Esc ends it). Wheel: zoom; double click: the whole file."
        )

    def _show_at(self, seconds: float) -> None:
        self._position_s = seconds
        self.update()

    def _set_loop(self, loop: tuple[float, float] | None) -> None:
        changed, self.loop = loop is not None or self.loop is not None, loop
        if changed:
            self.loop_changed.emit(loop)
        self.update()


def name_of(label: str) -> str:
    """A genre's or a state's word, as it is shown."""
    return label.capitalize() if label in {state.value for state in State} else display_name(label)


def spoken(outline: FileOutline) -> str:
    """The parts in words."""
    return ", ".join(
        f"{clock(part.start_s)} to {clock(part.end_s)} {name_of(part.label)}"
        for part in outline.segments
    )
