"""A widget whose tooltip depends on the position of the mouse, and never covers its subject."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

MOUSE = 16
"""Height in pixels that Qt leaves for the mouse between the position and the tooltip."""
GAP = 4
MARGIN = 10
"""Of the text within the tooltip, above and below together."""


class TooltipWidget(QWidget):
    """A widget with a tooltip for each position."""

    def tooltip_at(self, position: QPointF) -> str:
        """The tooltip for a position in the widget, empty for none."""
        raise NotImplementedError

    def subject_at(self, position: QPointF) -> QRectF:
        """What the tooltip for a position is about: at first, the whole widget."""
        return QRectF(self.rect())

    def event(self, event: QEvent) -> bool:
        """Show the tooltip when Qt asks for it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            position = QPointF(event.pos())
            text = self.tooltip_at(position)
            # An empty text hides the tooltip of another position.
            QToolTip.showText(self._beside(self.subject_at(position), event, text), text, self)
            return True
        return super().event(event)

    def _beside(self, subject: QRectF, event: QHelpEvent, text: str) -> QPoint:
        """Where to show a text, below its subject, or above it if there is more room."""
        metrics = QFontMetrics(QToolTip.font())
        height = metrics.lineSpacing() * (text.count("\n") + 1) + MARGIN + GAP
        above = self.mapToGlobal(subject.topLeft().toPoint()).y()
        below = self.mapToGlobal(subject.bottomLeft().toPoint()).y()
        screen = self.screen().geometry()
        if below + height <= screen.bottom():
            return QPoint(event.globalX(), below + GAP - MOUSE)
        if above - height >= screen.top():
            return QPoint(event.globalX(), above - height - MOUSE)
        return event.globalPos()
