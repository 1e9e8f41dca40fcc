"""The sum of a step as text that can be selected, in a box as high as it needs and may."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop_app.translation import tr

FEWEST_LINES, MOST_LINES = 2, 6
MARGIN = 12
"""Pixels of the box's height beside its lines."""


class WrittenSum(QPlainTextEdit):
    """Lines of text, wrapped; more than six of them scroll, and where there is little room, others.

    The box grows with the text but does not shrink while steps of one experiment are shown, because
    everything above it would jump.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines = FEWEST_LINES
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # The card's menu copies the picture.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(tr("Sum of this step"))
        self.setToolTip(tr("How the highlighted output number is computed, product by product"))

    def show_text(self, text: str) -> None:
        """Write a text, and keep its place if someone has scrolled it."""
        if text != self.toPlainText():
            place = self.verticalScrollBar().value()
            self.setPlainText(text)
            self.verticalScrollBar().setValue(place)
            self._grow()

    def shrink(self) -> None:
        """Take only as much room as the text needs now."""
        self._lines = FEWEST_LINES
        self._grow()

    def _grow(self) -> None:
        # The height of a plain text is counted in lines.
        needed = round(self.document().documentLayout().documentSize().height())
        self._lines = max(self._lines, min(MOST_LINES, needed))
        # A line of a document begins at a whole pixel.
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())
        self.setMinimumHeight(FEWEST_LINES * line + MARGIN)
        self.setMaximumHeight(self._lines * line + MARGIN)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.shrink()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a larger or smaller font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.shrink()

    def event(self, event: QEvent) -> bool:
        """Copy the text selected on Ctrl+C; otherwise the window copies the picture."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.setAccepted(self.textCursor().hasSelection())
            return True
        return super().event(event)
