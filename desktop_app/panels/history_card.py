"""The history: every genre's probability over time, stacked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop_app.analysis.history import KEPT_SECONDS, STEP_SECONDS, HistorySnapshot, Point
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import clock, display_name
from desktop_app.panels.genre_colours import colour_of, text_on
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.tooltip_widget import TellingWidget

HEIGHT, SCALE = 110, 18
SHORTEST_SECONDS, USUAL_SECONDS = 30.0, 180.0
ZOOM = 1.25
GAP_SECONDS = 4 * STEP_SECONDS
"""Points further apart belong to different stretches of sound."""
TOLD = 3
"""How many genres a tooltip lists."""


class HistoryCard(LivePanel):
    """Draws the history of the genres."""

    file_name = "history"

    def __init__(self, replay: QAction) -> None:
        """Draw nothing yet.

        Args:
            replay: replays the last seconds of an input.
        """
        super().__init__("History")
        self.strip = HistoryStrip()
        button = QToolButton()
        button.setDefaultAction(replay)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_control(button)
        self.body.addWidget(self.strip, 1)
        self.strip.moved.connect(self._say_span)
        self._say_span()

    def show_history(self, history: HistorySnapshot) -> None:
        """Draw the history as it is now."""
        self.strip.show_history(history)

    def _say_span(self) -> None:
        self.say(self.strip.span_in_words())

    @property
    def canvas(self) -> QWidget:
        """The strip, for copying and saving."""
        return self.strip

    def numbers(self) -> Numbers:
        """``seconds_ago``, ``state`` and a probability per genre, (points,) each; NaN without."""
        history = self.strip.history
        if not history.points:
            return {}
        none = np.full(len(history.genres), np.nan, np.float32)
        shares = np.array(
            [none if p.probabilities is None else p.probabilities for p in history.points]
        )
        newest = history.points[-1].at_s
        return {
            "seconds_ago": np.array([round(newest - point.at_s, 2) for point in history.points]),
            "state": np.array([point.state.value for point in history.points]),
            **{genre: shares[:, number] for number, genre in enumerate(history.genres)},
        }


class HistoryStrip(TellingWidget):
    """Time runs to the right, with now at the right edge unless the user looks further back.

    Signals:
        moved: the stretch of time shown has changed.

    Attributes:
        history: what is drawn.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.history = HistorySnapshot()
        self._span_s, self._back_s = USUAL_SECONDS, 0.0
        self._pressed: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("History of the genres")

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def span_in_words(self) -> str:
        """The stretch of time shown, in words."""
        span = f"{clock(self._span_s)} min"
        return f"{span}, until {clock(self._back_s)} ago" if self._back_s else f"the last {span}"

    def show_history(self, history: HistorySnapshot) -> None:
        """Draw the history as it is now; while the user looks back, what is seen stays in place."""
        if history is self.history:
            return
        before = self._newest_s
        self.history = history
        if self._back_s:
            self._move(self._back_s + self._newest_s - before, self._span_s)
        self.update()

    # Geometry.

    @property
    def _newest_s(self) -> float:
        return self.history.points[-1].at_s if self.history.points else 0.0

    def _x(self, at_s: float) -> float:
        return self.width() * (1.0 - (self._newest_s - self._back_s - at_s) / self._span_s)

    def _at(self, x: float) -> float:
        return self._newest_s - self._back_s - self._span_s * (1.0 - x / max(1, self.width()))

    def _move(self, back_s: float, span_s: float) -> None:
        self._span_s = min(max(SHORTEST_SECONDS, span_s), KEPT_SECONDS)
        oldest_s = self.history.points[0].at_s if self.history.points else 0.0
        furthest = max(0.0, self._newest_s - oldest_s - self._span_s / 2)
        self._back_s = min(max(0.0, back_s), furthest)
        self.moved.emit()
        self.update()

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the areas, where the answer changes, and the time axis."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        first, last = self._at(0.0) - GAP_SECONDS, self._at(self.width()) + GAP_SECONDS
        shown = [point for point in self.history.points if first <= point.at_s <= last]
        if not shown:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Nothing heard yet")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stretch in _stretches(shown):
            self._draw_areas(painter, stretch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw_changes(painter, first)
        self._draw_scale(painter)
        if self.hasFocus():
            accent = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_areas(self, painter: QPainter, stretch: list[Point]) -> None:
        height = self.height() - SCALE
        shares = np.array([point.probabilities for point in stretch])
        tops = np.concatenate([np.zeros((len(stretch), 1)), shares.cumsum(axis=1)], axis=1)
        xs = [self._x(point.at_s) for point in stretch]
        # A single point is as wide as the time that it stands for.
        xs = [*xs, xs[-1] + self.width() * STEP_SECONDS / self._span_s]
        tops = np.concatenate([tops, tops[-1:]])
        painter.setPen(Qt.PenStyle.NoPen)
        for number, genre in enumerate(self.history.genres):
            upper = [
                QPointF(x, height * (1 - y)) for x, y in zip(xs, tops[:, number + 1], strict=True)
            ]
            lower = [QPointF(x, height * (1 - y)) for x, y in zip(xs, tops[:, number], strict=True)]
            painter.setBrush(colour_of(genre))
            painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_changes(self, painter: QPainter, first_s: float) -> None:
        height = self.height() - SCALE
        free_from = -1.0
        for point in self.history.changes():
            if point.at_s < first_s:
                continue
            x = self._x(point.at_s)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
            if point.leading is None or x < free_from:
                continue
            genre = self.history.genres[point.leading]
            name = display_name(genre)
            box = QRectF(x + 1, 1, painter.fontMetrics().horizontalAdvance(name) + 8, SCALE)
            free_from = box.right() + 4
            painter.fillRect(box, colour_of(genre))
            painter.setPen(text_on(colour_of(genre)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_scale(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        step = next(s for s in (5, 10, 30, 60, 300, 600, 3600) if self._span_s / s <= 8)
        ago = step * int(self._back_s // step)
        while (x := self._x(self._newest_s - ago)) > 0:
            words = f"−{clock(ago)}" if ago else "now"
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            place = QRectF(
                min(x - width / 2, self.width() - width), self.height() - SCALE, width, SCALE
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
            ago += step

    # What the user does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._pressed = (event.position().x(), self._back_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag older sound into view."""
        if self._pressed is not None:
            x, back_s = self._pressed
            moved = (event.position().x() - x) / max(1, self.width())
            self._move(back_s + self._span_s * moved, self._span_s)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to now."""
        self._pressed = None
        self._move(0.0, USUAL_SECONDS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom in and out; sideways, move back and forth."""
        turned = event.angleDelta()
        if turned.y():
            self._move(self._back_s, self._span_s / ZOOM ** (turned.y() / 120))
        else:
            self._move(self._back_s + self._span_s * turned.x() / 1200, self._span_s)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, zoom with + and −, return to now with End."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key is Qt.Key.Key_Left else -1
            self._move(self._back_s + way * self._span_s / 6, self._span_s)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._move(self._back_s, self._span_s * (ZOOM if key is Qt.Key.Key_Minus else 1 / ZOOM))
        elif key is Qt.Key.Key_End:
            self._move(0.0, self._span_s)
        else:
            super().keyPressEvent(event)

    def told_at(self, position: QPointF) -> str:
        """Describe what was heard at a position, and what can be done."""
        help_ = "Drag to look back. Scroll to zoom; double-click to return to now."
        at_s = self._at(position.x())
        near = min(self.history.points, key=lambda point: abs(point.at_s - at_s), default=None)
        if near is None or abs(near.at_s - at_s) > GAP_SECONDS:
            return help_
        ago = f"{clock(self._newest_s - near.at_s)} ago"
        if near.probabilities is None:
            return f"{ago}: {display_name(near.state.value)}\n{help_}"
        best = np.argsort(-near.probabilities)[:TOLD]
        said = ", ".join(
            f"{display_name(self.history.genres[i])} {100 * near.probabilities[i]:.0f} %"
            for i in best
        )
        return f"{ago}: {said}\n{help_}"


def _stretches(points: list[Point]) -> list[list[Point]]:
    """Runs of consecutive points with probabilities."""
    found: list[list[Point]] = []
    before: Point | None = None
    for point in points:
        if point.probabilities is not None:
            together = (
                before is not None
                and before.probabilities is not None
                and point.stream == before.stream
                and point.at_s - before.at_s < GAP_SECONDS
            )
            if together:
                found[-1].append(point)
            else:
                found.append([point])
        before = point
    return found
