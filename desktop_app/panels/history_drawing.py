"""Draws the history: stacked areas, labelled lines where the answer changes, and a time axis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPolygonF

from desktop_app.analysis.history import STEP_SECONDS, HistorySnapshot, Point
from desktop_app.formatting.text import clock, screen_name
from desktop_app.panels.genre_colours import colour_of, text_on
from desktop_app.translation import tr

LEAST_SCALE = 18
"""Least height in pixels of the time axis, and of a label."""
BETWEEN = 6
"""Least distance in pixels between two labels."""
STEPS = (5, 10, 30, 60, 300, 600, 1200, 3600)
"""Seconds between two labels of the time axis."""
GAP_SECONDS = 4 * STEP_SECONDS
"""Points further apart belong to different stretches of sound."""


@dataclass(frozen=True)
class HistoryView:
    """The stretch of time shown.

    Attributes:
        newest_s: clock time of the newest point, in seconds.
        back_s: seconds from there back to the right edge.
        span_s: seconds from the left edge to the right one.
    """

    newest_s: float
    back_s: float
    span_s: float

    @property
    def first_s(self) -> float:
        """Clock time at the left edge."""
        return self.newest_s - self.back_s - self.span_s

    def x(self, at_s: float, width: float) -> float:
        """Distance in pixels from the left edge of a strip of a given width."""
        return width * (at_s - self.first_s) / self.span_s


class HistoryDrawing:
    """Draws a stretch of the history."""

    def __init__(self, painter: QPainter, view: HistoryView, size: QSize, palette: QPalette):
        """Prepare for drawing.

        Args:
            painter: where to draw.
            view: the stretch of time to show.
            size: of the whole drawing, in pixels.
            palette: colours of lines and text.
        """
        self._painter, self._view = painter, view
        self._scale = max(LEAST_SCALE, painter.fontMetrics().height())
        self._width, self._height = size.width(), size.height() - self._scale
        self._text = palette.color(QPalette.ColorRole.WindowText)

    def draw(self, history: HistorySnapshot) -> None:
        """Draw what lies within the view."""
        first, last = self._view.first_s - GAP_SECONDS, self._view.first_s + self._view.span_s
        shown = [point for point in history.points if first <= point.at_s <= last + GAP_SECONDS]
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stretch in _stretches(shown):
            self._draw_areas(history.genres, stretch)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw_changes(history, shown)
        self._draw_scale()

    def _x(self, at_s: float) -> float:
        return self._view.x(at_s, self._width)

    def _draw_areas(self, genres: tuple[str, ...], stretch: list[Point]) -> None:
        painter, height = self._painter, self._height
        shares = np.array([point.probabilities for point in stretch])
        tops = np.concatenate([np.zeros((len(stretch), 1)), shares.cumsum(axis=1)], axis=1)
        xs = [self._x(point.at_s) for point in stretch]
        # A single point is as wide as the time that it stands for.
        xs = [*xs, xs[-1] + self._width * STEP_SECONDS / self._view.span_s]
        tops = np.concatenate([tops, tops[-1:]])
        painter.setPen(Qt.PenStyle.NoPen)
        for number, genre in enumerate(genres):
            upper = [
                QPointF(x, height * (1 - y)) for x, y in zip(xs, tops[:, number + 1], strict=True)
            ]
            lower = [QPointF(x, height * (1 - y)) for x, y in zip(xs, tops[:, number], strict=True)]
            painter.setBrush(colour_of(genre))
            painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_changes(self, history: HistorySnapshot, shown: list[Point]) -> None:
        """Label what was heard, with a line where it began unless that was before the left edge.

        All labels are in one row, so that they leave the areas to be seen. Where not all fit, those
        of the longest stretches do; others have neither label nor line. A label that is longer than
        its stretch covers shorter ones only, because it would seem to name a longer one.
        """
        painter, metrics = self._painter, self._painter.fontMetrics()
        begin, width = shown[0], self._width
        changes = [p for p in history.changes() if begin.at_s < p.at_s]
        heard = [begin, *(p for p in changes if 0.0 <= self._x(p.at_s) < width)]
        lines = np.array([max(0.0, self._x(point.at_s)) for point in heard])
        lengths = np.diff(lines, append=width)
        labels: list[tuple[QRectF, str]] = []
        for number in np.argsort(-lengths, kind="stable").tolist():
            word, line = _heard(history, heard[number]), float(lines[number])
            box = QRectF(line + 1, 0, metrics.horizontalAdvance(screen_name(word)) + 8, self._scale)
            room = box.adjusted(-BETWEEN, 0, BETWEEN, 0)
            covered = lengths[(lines > line) & (lines < box.right())]
            if (
                not word
                or box.right() > width
                or any(covered > lengths[number])
                or any(room.intersects(other) for other, _ in labels)
            ):
                continue
            if number:
                painter.setPen(self._text)
                painter.drawLine(QPointF(line, 0), QPointF(line, self._height))
            labels.append((box, word))
        # Over all lines, which would cut through the labels of what was heard before.
        for box, word in sorted(labels, key=lambda label: label[0].left()):
            colour = colour_of(word)
            painter.fillRect(box, colour)
            painter.setPen(text_on(colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, screen_name(word))

    def _draw_scale(self) -> None:
        painter, view = self._painter, self._view
        painter.setPen(self._text)
        advance = painter.fontMetrics().horizontalAdvance
        widest = advance(_ago(view.back_s + view.span_s)) + 2 * BETWEEN
        step = next((s for s in STEPS if self._width * s / view.span_s >= widest), STEPS[-1])
        ago = step * int(np.ceil(view.back_s / step))
        while (x := self._x(view.newest_s - ago)) > 0:
            words = _ago(ago)
            width = advance(words)
            left = min(x - width / 2, self._width - width)
            if left >= 0.0:
                place = QRectF(left, self._height, width, self._scale)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
            ago += step


def _heard(history: HistorySnapshot, point: Point) -> str:
    """Label of what was heard at a point; empty while it was not known yet."""
    if point.leading is not None:
        return history.genres[point.leading]
    return point.state.label or ""


def _ago(seconds: float) -> str:
    return tr("{duration} ago").format(duration=clock(seconds)) if seconds else tr("now")


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
