"""A short tour of the window: five bubbles, each beside the part it describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.actions import Actions
from desktop_app.ui.settings import Settings

WIDTH, GAP = 380, 12
"""Width of the bubble, and its distance from other things, in pixels."""
TOUR = (
    QT_TR_NOOP(
        "Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded "
        "unless you press Record, and nothing leaves this computer."
    ),
    QT_TR_NOOP(
        "This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the "
        "newest on the right."
    ),
    QT_TR_NOOP(
        "These are the feature maps of one layer, one for each of its kernels. Choose any layer; "
        "click a map to enlarge it, or a kernel to change it."
    ),
    QT_TR_NOOP(
        "And this is the network’s answer, from everything it has heard since the music last "
        "changed. When it cannot decide, it names two genres, or says that it is not sure."
    ),
    QT_TR_NOOP(
        "The View menu has more: the sum behind each pixel, why this genre, the history, the "
        "architecture, a list of everything heard in this session, and the laboratory, where you "
        "can try convolution and pooling by hand."
    ),
)
"""The texts for the sources, the MFCC image, the feature maps, the genres and the menu bar."""


@dataclass(frozen=True)
class Stop:
    """One step of the tour.

    Attributes:
        at: the widget it describes.
        words: two or three short sentences.
    """

    at: QWidget
    words: str


class Tour(QFrame):
    """A bubble that moves over a window from one stop to the next.

    Signals:
        ended: the user finished the tour, or skipped it with the button or Esc.
    """

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        """Prepare a tour, still hidden.

        Args:
            window: the window it floats over.
            stops: in order; stops whose widget is hidden are left out.
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
        self.setAccessibleName(tr("Tour"))
        self.count = QLabel()
        self.words = QLabel()
        for label in (self.count, self.words):
            label.setForegroundRole(QPalette.ColorRole.ToolTipText)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.skip = QPushButton(tr("Skip"))
        escape = QKeySequence(Qt.Key.Key_Escape)
        keys = escape.toString(QKeySequence.SequenceFormat.NativeText)
        self.skip.setToolTip(
            tr("Skip the tour; Help ▸ Tour shows it again ({keys})").format(keys=keys)
        )
        self.next = QPushButton(tr("Next"))
        self.next.setDefault(True)
        self.skip.clicked.connect(self.end)
        self.next.clicked.connect(self.show_next)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self._skip_by_key = QShortcut(escape, window)
        self._skip_by_key.activated.connect(self.end)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place)
        self._watched = _with_ancestors([stop.at for stop in self._stops], window)
        for widget in self._watched:
            widget.installEventFilter(self)

    @property
    def framed(self) -> QRect:
        """The part of the window that is framed, in the window's coordinates."""
        return self._frame.geometry()

    def begin(self) -> None:
        """Show the first stop."""
        if self._stops:
            self._show()
            self.next.setFocus()

    def show_next(self) -> None:
        """Show the next stop; after the last one, end the tour."""
        self._number += 1
        if self._number < len(self._stops):
            self._show()
        else:
            self.end()

    def end(self) -> None:
        """Close the bubble and remove everything the tour added to the window."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._skip_by_key.deleteLater()
        for widget in (self._frame, self):
            widget.hide()
            widget.deleteLater()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the described widget when it or one of its ancestors moves or is resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            # Deferred until the layout has settled.
            self._placing.start(0)
        return False

    def _show(self) -> None:
        self.words.setText(tr(self._stops[self._number].words))
        self.count.setText(
            tr("{number} of {count}").format(number=self._number + 1, count=len(self._stops))
        )
        last = self._number == len(self._stops) - 1
        self.next.setText(tr("Done") if last else tr("Next"))
        self.skip.setVisible(not last)
        self.adjustSize()
        _scroll_to(self._stops[self._number].at, self._window)
        self._place()
        for widget in (self._frame, self):
            widget.show()
            widget.raise_()

    def _place(self) -> None:
        window, target = self._window, self._stops[self._number].at
        # The part in sight, where the target is on a page that scrolls.
        seen = target.visibleRegion().boundingRect()
        at = QRect(target.mapTo(window, seen.topLeft()), seen.size())
        self._frame.setGeometry(at.adjusted(-3, -3, 3, 3))
        self.move(beside(at, self.size(), window.rect()))


class TourGuide(QObject):
    """Shows one tour at a time, and remembers that it was shown."""

    def __init__(
        self, window: QWidget, at: Sequence[QWidget], commands: Actions, settings: Settings
    ) -> None:
        """Prepare the tour; nothing is shown yet.

        Args:
            window: the window the tour floats over.
            at: the described widgets, one for each text of ``TOUR``.
            commands: begin the tour, and lead to the page that it describes.
            settings: remember that the tour was shown.
        """
        super().__init__(window)
        commands.tour.triggered.connect(self.begin)
        for page in (commands.laboratory, commands.session):
            page.triggered.connect(self.end)
        self._page = commands.live
        self._window = window
        self._at = at
        self._settings = settings
        self._tour: Tour | None = None

    def begin_once(self) -> None:
        """Start the tour, unless it was finished or skipped before."""
        if not self._settings.flag("tour_seen", False):
            self.begin()

    def begin(self) -> None:
        """Start the tour, from the first stop even if one is running."""
        self.end()
        self._page.trigger()
        self._tour = Tour(self._window, [Stop(*stop) for stop in zip(self._at, TOUR, strict=True)])
        self._tour.ended.connect(self._forget)
        self._tour.begin()

    def end(self) -> None:
        """End the tour if one is running."""
        if self._tour is not None:
            self._tour.end()

    def _forget(self) -> None:
        self._tour = None
        self._settings.remember(tour_seen=True)


def beside(at: QRect, size: QSize, window: QRect) -> QPoint:
    """Find a place for the bubble where it covers as little as possible of what it describes.

    Args:
        at: place of what is described.
        size: of the bubble.
        window: the place in which the bubble must be.

    Returns:
        The bubble's upper left corner: below, above, left or right of ``at`` if it fits there.
    """
    x, y = at.center().x() - size.width() // 2, at.center().y() - size.height() // 2
    wished = (
        QPoint(x, at.bottom() + GAP),
        QPoint(x, at.top() - GAP - size.height()),
        QPoint(at.left() - GAP - size.width(), y),
        QPoint(at.right() + GAP, y),
    )
    room = window.adjusted(GAP, GAP, -GAP - size.width(), -GAP - size.height())
    places = [
        QPoint(
            max(room.left(), min(place.x(), room.right())),
            max(room.top(), min(place.y(), room.bottom())),
        )
        for place in wished
    ]

    def covered(place: QPoint) -> int:
        common = QRect(place, size) & at
        return max(0, common.width()) * max(0, common.height())

    return min(places, key=covered)


def _scroll_to(widget: QWidget, window: QWidget) -> None:
    """Bring a widget into sight if it is on a page that scrolls."""
    ancestor = widget.parentWidget()
    while ancestor is not None and ancestor is not window:
        if isinstance(ancestor, QScrollArea):
            ancestor.ensureWidgetVisible(widget)
        ancestor = ancestor.parentWidget()


def _with_ancestors(widgets: Sequence[QWidget], window: QWidget) -> list[QWidget]:
    found = {window: None}
    for widget in widgets:
        ancestor: QWidget | None = widget
        while ancestor is not None and ancestor is not window:
            found[ancestor] = None
            ancestor = ancestor.parentWidget()
    return list(found)


class _Frame(QWidget):
    """A frame around the described widget; mouse clicks pass through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
