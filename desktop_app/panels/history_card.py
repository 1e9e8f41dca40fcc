"""The history: every genre's probability over time, stacked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop_app.analysis.history import KEPT_SECONDS, HistorySnapshot
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.local import listed
from desktop_app.formatting.text import clock, screen_name
from desktop_app.panels.history_drawing import GAP_SECONDS, HistoryDrawing, HistoryView
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.screen_reader import tell_value
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.translation import keep_left_to_right, tr

HEIGHT, LEAST_HEIGHT = 110, 64
SHORTEST_SECONDS, USUAL_SECONDS = 30.0, 180.0
ZOOM = 1.25
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
        super().__init__(tr("History"))
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


class HistoryStrip(TooltipWidget):
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
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("History of the genres"))
        keep_left_to_right(self)
        tell_value(self, self.span_in_words())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def span_in_words(self) -> str:
        """The stretch of time shown, in words."""
        span = tr("{duration} min").format(duration=clock(self._span_s))
        return (
            tr("{span}, until {duration} ago").format(span=span, duration=clock(self._back_s))
            if self._back_s
            else tr("the last {span}").format(span=span)
        )

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

    @property
    def view(self) -> HistoryView:
        """The stretch of time shown."""
        return HistoryView(self._newest_s, self._back_s, self._span_s)

    def _at(self, x: float) -> float:
        return self._newest_s - self._back_s - self._span_s * (1.0 - x / max(1, self.width()))

    def _move(self, back_s: float, span_s: float) -> None:
        self._span_s = min(max(SHORTEST_SECONDS, span_s), KEPT_SECONDS)
        oldest_s = self.history.points[0].at_s if self.history.points else 0.0
        furthest = max(0.0, self._newest_s - oldest_s - self._span_s / 2)
        self._back_s = min(max(0.0, back_s), furthest)
        tell_value(self, self.span_in_words())
        self.moved.emit()
        self.update()

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the areas, where the answer changes, and the time axis."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        first, last = self._at(0.0) - GAP_SECONDS, self._at(self.width()) + GAP_SECONDS
        if any(first <= point.at_s <= last for point in self.history.points):
            HistoryDrawing(painter, self.view, self.size(), palette).draw(self.history)
        else:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Nothing heard yet"))
        if self.hasFocus():
            painter.setPen(
                QPen(palette.color(QPalette.ColorRole.Highlight), 1, Qt.PenStyle.DotLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

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

    def tooltip_at(self, position: QPointF) -> str:
        """Describe what was heard at a position, and what can be done."""
        help_ = tr("Drag to look back. Scroll to zoom; double-click to return to now.")
        at_s = self._at(position.x())
        near = min(self.history.points, key=lambda point: abs(point.at_s - at_s), default=None)
        if near is None or abs(near.at_s - at_s) > GAP_SECONDS:
            return help_
        ago = tr("{duration} ago").format(duration=clock(self._newest_s - near.at_s))
        if near.probabilities is None:
            return f"{ago}: {screen_name(near.state.value)}\n{help_}"
        best = np.argsort(-near.probabilities)[:TOLD]
        said = listed(
            f"{screen_name(self.history.genres[i])} {100 * near.probabilities[i]:.0f} %"
            for i in best
        )
        return f"{ago}: {said}\n{help_}"
