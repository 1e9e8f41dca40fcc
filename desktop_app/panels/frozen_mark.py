"""A frame and a word over a picture that is frozen; they are not part of the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.panels.genre_colours import text_on
from desktop_app.translation import QT_TR_NOOP, tr

WORDS = QT_TR_NOOP("‖ Frozen")
EDGE = 2
"""Width of the frame in pixels."""
PADDING = 5


class FrozenMark(QWidget):
    """Covers a picture without taking its mouse; hidden at first."""

    def __init__(self, panel: QWidget, picture: QWidget) -> None:
        """Follow a picture.

        Args:
            panel: what the picture is part of.
            picture: what to mark.
        """
        super().__init__(panel)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr(WORDS))
        self.hide()
        picture.installEventFilter(self)

    def show_frozen(self, frozen: bool) -> None:
        """Mark the picture, or no longer."""
        self.setVisible(frozen)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay above the picture."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the word in the lower left corner."""
        painter = QPainter(self)
        ground = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(ground, EDGE))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(tr(WORDS)) + 2 * PADDING, metrics.height()
        box = QRectF(0, self.height() - height, width, height)
        painter.fillRect(box, ground)
        painter.setPen(text_on(ground))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(WORDS))

    def _follow(self) -> None:
        self.setGeometry(self._picture.geometry())
        self.raise_()
