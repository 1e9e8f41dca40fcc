"""The whole file at a glance: waveform, genres over time, playback position and loop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy

from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.segments import Segment
from desktop_app.formatting.local import listed
from desktop_app.formatting.text import clock, screen_name
from desktop_app.panels.overview_drawing import (
    OverviewDrawing,
    band_height,
    ruler_height,
    shade,
)
from desktop_app.panels.regions import Regions
from desktop_app.panels.time_axis import TimeAxis
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.translation import keep_left_to_right, tr

WAVE = 46
"""Height in pixels of the waveform."""
LINE_WIDTH = 2
"""In pixels, of the line at the playback position."""
STEP_SECONDS, PAGE_SECONDS = 5.0, 30.0
ZOOM = 1.25
SHORTEST_LOOP_S = 0.5
Loop = tuple[float, float]
"""From and to, in seconds into the file."""


class OverviewStrip(TooltipWidget):
    """An overview of a file for seeking, zooming and choosing a loop.

    The strip owns neither the playback position nor the loop. It reports what the user asks for
    and draws what it is told. Until it is told more, it draws what the user asked for.

    Signals:
        sought: the user went to this place, in seconds into the file. While the whole file is
            shown, a click seeks at once; zoomed in, a click waits until it can no longer become
            the double click that shows the whole file again.
        loop_changed: the user asked for a loop (from, to) in seconds, or for none (None).
    """

    sought = Signal(float)
    loop_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._outline: FileOutline | None = None
        self._regions: Regions = ()
        self._axis = TimeAxis()
        self._position_s = 0.0
        self._loop: Loop | None = None
        self._pressed_at: QPointF | None = None
        self._dragged = False
        self._selecting = False
        self._selection: Loop | None = None
        self._target_s: float | None = None
        self._picture: QPixmap | None = None
        self._folded = False
        self._click = QTimer(self)
        self._click.setSingleShot(True)
        self._click.timeout.connect(self._seek_to_target)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Overview of the file"))
        keep_left_to_right(self)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """A height for waveform, ruler and names; the width is up to the layout."""
        if self._folded:
            return self.minimumSizeHint()
        return QSize(400, ruler_height(self.font()) + WAVE + band_height(self.font()))

    def minimumSizeHint(self) -> QSize:
        """The height of the names; the waveform is what a low window can do without."""
        return QSize(0, band_height(self.font()))

    def fold(self, folded: bool) -> None:
        """Leave out waveform and ruler, or show them again."""
        if folded is not self._folded:
            self._folded = folded
            self.updateGeometry()

    # What is shown.

    def show_file(self, duration_s: float) -> None:
        """Start over with a file of this length, of which nothing else is known yet."""
        self._outline, self._position_s, self._loop = None, 0.0, None
        self._axis = TimeAxis.whole(duration_s)
        self._release()
        self._redraw()

    def show_outline(self, outline: FileOutline | None) -> None:
        """Draw the waveform and the genres as far as they are known."""
        if outline is self._outline:
            return
        self._outline = outline
        if outline is not None:
            self.setAccessibleDescription(_spoken(outline))
        self._redraw()

    def show_regions(self, regions: Regions) -> None:
        """Draw the parts that the user has named."""
        if regions != self._regions:
            self._regions = regions
            self._redraw()

    def show_position(self, seconds: float) -> None:
        """Draw the playback position; a zoomed view follows it unless the user is seeking."""
        before, self._position_s = self._x(self._position_s), seconds
        if self._pressed_at is not None or self._target_s is not None:
            self.update()
        elif self._axis.zoomed_in and not self._axis.start_s <= seconds <= self._axis.end_s:
            self._show(self._axis.view(seconds, self._axis.shown_s))
        elif round(before) != round(self._x(seconds)):
            # Only the line, because on a short file it moves with nearly every frame.
            for x in (before, self._x(seconds)):
                self.update(round(x) - LINE_WIDTH, 0, 2 * LINE_WIDTH, self.height())

    def show_loop(self, loop: Loop | None) -> None:
        """Draw this loop, (from, to) in seconds, or none."""
        if loop != self._loop:
            self._loop = loop
            self.update()

    def zoom(self, factor: float, fixed_s: float) -> None:
        """Show a shorter part (factor over 1) or a longer one; ``fixed_s`` stays in place."""
        self._show(self._axis.zoomed(factor, fixed_s))

    @property
    def axis(self) -> TimeAxis:
        """The part of the file that is shown."""
        return self._axis

    @property
    def parts(self) -> tuple[Segment, ...]:
        """The genre segments found so far."""
        return self._outline.segments if self._outline is not None else ()

    def _show(self, axis: TimeAxis) -> None:
        self._axis = axis
        self._redraw()

    def _x(self, seconds: float) -> float:
        return self._axis.x(seconds, self.width())

    def _seconds(self, x: float) -> float:
        return self._axis.seconds(x, self.width())

    # Drawing. Everything but position and loop rarely changes, so it is kept as a picture.

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw at the new size."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in new colours or a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline, then loop, selection and playback position on top."""
        painter = QPainter(self)
        if painter.paintEngine().type() is QPaintEngine.Type.Picture:
            # A saved vector image keeps its letters and lines.
            self._draw(painter)
        else:
            if self._picture is None:
                self._picture = self._drawn()
            painter.drawPixmap(0, 0, self._picture)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        for stretch in (self._loop, self._selection):
            if stretch is not None:
                shade(painter, self._x(stretch[0]), self._x(stretch[1]), self.height(), accent)
        x = self._x(self._position_s if self._target_s is None else self._target_s)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), LINE_WIDTH))
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
        painter.setFont(self.font())
        self._draw(painter)
        painter.end()
        return pixmap

    def _draw(self, painter: QPainter) -> None:
        OverviewDrawing(painter, self._axis, self.size(), self.palette()).draw(
            self._outline, self._regions
        )

    # What the user does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to seek, or with Shift to select a loop."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._axis.duration_s:
            return
        self._release()
        self._pressed_at = event.position()
        self._selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self._selecting:
            self._target_s = self._seconds(event.position().x())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the playback position, or the end of the selection."""
        if self._pressed_at is None:
            return
        at = self._seconds(event.position().x())
        moved = (event.position() - self._pressed_at).manhattanLength()
        self._dragged = self._dragged or moved >= QApplication.startDragDistance()
        if self._selecting:
            start = self._seconds(self._pressed_at.x())
            self._selection = (min(at, start), max(at, start))
        else:
            self._target_s = at
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report where the user went, or which loop was selected."""
        if self._pressed_at is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._seconds(event.position().x())
        selecting, selection, dragged = self._selecting, self._selection, self._dragged
        self._release()
        if not selecting:
            self._target_s = at
            if self._axis.zoomed_in and not dragged:
                self._click.start(QApplication.doubleClickInterval())
            else:
                self._seek_to_target()
        elif selection is not None and selection[1] - selection[0] >= SHORTEST_LOOP_S:
            self.ask_for_part(selection)
        else:
            self._ask_for_loop(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole file again, in place of the seek that the first click asked for."""
        self._release()
        self._show(TimeAxis.whole(self._axis.duration_s))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse pointer; scroll sideways."""
        turned = event.angleDelta()
        if turned.y():
            self.zoom(ZOOM ** (turned.y() / 120), self._seconds(event.position().x()))
        else:
            axis = self._axis
            self._show(axis.view(axis.start_s - axis.shown_s * turned.x() / 1200, axis.shown_s))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Seek with arrows, Page, Home and End; zoom with + and −; end the loop with Esc."""
        moves = {
            Qt.Key.Key_Left: self._position_s - STEP_SECONDS,
            Qt.Key.Key_Right: self._position_s + STEP_SECONDS,
            Qt.Key.Key_PageUp: self._position_s - PAGE_SECONDS,
            Qt.Key.Key_PageDown: self._position_s + PAGE_SECONDS,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self._axis.duration_s,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._seek(self._axis.within(moves[key]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM, self._position_s)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM, self._position_s)
        elif key is Qt.Key.Key_Escape and self._loop is not None:
            self._ask_for_loop(None)
        else:
            super().keyPressEvent(event)

    def tooltip_at(self, position: QPointF) -> str:
        """Time and genre at a place, and what the mouse can do here."""
        at = self._seconds(position.x())
        here = [part for part in self.parts if part.start_s <= at < part.end_s]
        named = "".join(f", {r.name}" for r in self._regions if r.start_s <= at < r.end_s)
        genre = f", {screen_name(here[0].label)} {100 * here[0].probability:.0f} %" if here else ""
        return tr(
            "{at}{genre}{named}\nClick or drag to seek. Shift+drag to loop a part "
            "(Esc ends the loop). Scroll to zoom; double-click to show the whole "
            "file."
        ).format(at=clock(at), genre=genre, named=named)

    def _release(self) -> None:
        """Drop whatever the mouse has begun, and a click that still waits."""
        self._click.stop()
        self._pressed_at = self._selection = self._target_s = None
        self._dragged = self._selecting = False

    def _seek_to_target(self) -> None:
        if self._target_s is not None:
            self._position_s = self._target_s
            self._seek(self._target_s)

    def _seek(self, seconds: float) -> None:
        self._release()
        self.update()
        self.sought.emit(seconds)

    def ask_for_part(self, loop: Loop) -> None:
        """Ask for a loop, and go to its beginning."""
        self._ask_for_loop(loop)
        self._seek(loop[0])

    def _ask_for_loop(self, loop: Loop | None) -> None:
        had_one, self._loop = self._loop is not None, loop
        self.update()
        if had_one or loop is not None:
            self.loop_changed.emit(loop)


def _spoken(outline: FileOutline) -> str:
    return listed(
        tr("{begin} to {end} {genre}").format(
            begin=clock(part.start_s), end=clock(part.end_s), genre=screen_name(part.label)
        )
        for part in outline.segments
    )
