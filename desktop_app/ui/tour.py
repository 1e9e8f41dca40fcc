"""A short tour of the window: five bubbles, each beside what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.settings import Settings

WIDTH, GAP = 380, 12
TOUR = (
    "Choose what is listened to: a microphone, your own files, or the demo. Nothing is recorded "
    "unless you press Record, and nothing leaves this computer.",
    "This is all that the network hears: the last 2.3 seconds as 100 frames of 13 MFCC, newest on "
    "the right.",
    "This is what a layer makes of it, one map for each of its kernels. Choose any layer; click a "
    "map to enlarge it, click a kernel to change it.",
    "And this is what it says. The average over a few seconds is calmer and surer than a single "
    "window.",
    "Under View: the sum behind every pixel, why this genre, the history, the architecture, the "
    "list of what was heard in this session, and the laboratory, where convolution and pooling can "
    "be tried by hand.",
)
"""What the tour says of the sources, the image, the maps, the answer and the menus."""


@dataclass(frozen=True)
class Stop:
    """One step of the tour.

    Attributes:
        at: what it speaks of.
        words: two or three short sentences.
    """

    at: QWidget
    words: str


class Tour(QFrame):
    """A bubble that goes from stop to stop over a window, and ends when it is told to.

    Signals:
        ended: by its last button, by *Skip* or by Esc.
    """

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        """
        Args:
            window: what it floats over.
            stops: in order; those whose widget can't be seen are left out.
        """
        super().__init__(window)
        self._window = window
        self._frame = _Frame(window)
        self._stops = [stop for stop in stops if stop.at.isVisible()]
        self._number = 0
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Tour")
        self.count = QLabel()
        self.words = QLabel()
        for label in (self.count, self.words):
            label.setForegroundRole(QPalette.ColorRole.ToolTipText)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.skip = QPushButton("Skip")
        self.skip.setToolTip("End the tour; Help ▸ Tour starts it again (Esc)")
        self.next = QPushButton("Next")
        self.next.setDefault(True)
        self.skip.clicked.connect(self.end)
        self.next.clicked.connect(self.go_on)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self._skip_by_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._skip_by_key.activated.connect(self.end)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place)
        self._watched = _with_ancestors([stop.at for stop in self._stops], window)
        for widget in self._watched:
            widget.installEventFilter(self)

    def begin(self) -> None:
        """Show the first stop."""
        if self._stops:
            self._show()
            self.next.setFocus()

    def go_on(self) -> None:
        """Go to the next stop; after the last, end."""
        self._number += 1
        if self._number < len(self._stops):
            self._show()
        else:
            self.end()

    def end(self) -> None:
        """Leave the window as it was."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._skip_by_key.deleteLater()
        for widget in (self._frame, self):
            widget.hide()
            widget.deleteLater()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what it speaks of when that moves, also with all that it is a part of."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            # Not before the layout has come to rest.
            self._placing.start(0)
        return False

    def _show(self) -> None:
        self.words.setText(self._stops[self._number].words)
        self.count.setText(f"{self._number + 1} of {len(self._stops)}")
        last = self._number == len(self._stops) - 1
        self.next.setText("Done" if last else "Next")
        self.skip.setVisible(not last)
        self.adjustSize()
        self._place()
        for widget in (self._frame, self):
            widget.show()
            widget.raise_()

    def _place(self) -> None:
        window, target = self._window, self._stops[self._number].at
        at = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        self._frame.setGeometry(at.adjusted(-3, -3, 3, 3))
        above, below = at.top() - GAP - self.height(), at.bottom() + GAP
        top = below if below + self.height() < window.height() else above
        left = max(GAP, min(at.center().x() - WIDTH // 2, window.width() - WIDTH - GAP))
        self.move(left, max(GAP, min(top, window.height() - self.height() - GAP)))


class TourGuide(QObject):
    """Leads one tour at a time, and remembers that it was seen."""

    def __init__(self, window: QWidget, at: Sequence[QWidget], settings: Settings) -> None:
        """
        Args:
            window: what the tour floats over.
            at: what it speaks of, one for each of ``TOUR``.
            settings: where it is remembered.
        """
        super().__init__(window)
        self._window = window
        self._at = at
        self._settings = settings
        self._tour: Tour | None = None

    @property
    def seen(self) -> bool:
        """Whether it was seen or skipped before."""
        return self._settings.flag("tour_seen", False)

    def begin(self) -> None:
        """Begin with the first stop, also in the middle of a tour."""
        self.end()
        self._tour = Tour(self._window, [Stop(*stop) for stop in zip(self._at, TOUR, strict=True)])
        self._tour.ended.connect(self._forget)
        self._tour.begin()

    def end(self) -> None:
        """Nothing if there is no tour."""
        if self._tour is not None:
            self._tour.end()

    def _forget(self) -> None:
        self._tour = None
        self._settings.remember(tour_seen=True)


def _with_ancestors(widgets: Sequence[QWidget], window: QWidget) -> list[QWidget]:
    found = {window: None}
    for widget in widgets:
        ancestor: QWidget | None = widget
        while ancestor is not None and ancestor is not window:
            found[ancestor] = None
            ancestor = ancestor.parentWidget()
    return list(found)


class _Frame(QWidget):
    """What is spoken of, framed; clicks go through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
