"""A picture that tells, in a tooltip, what is under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class TellingWidget(QWidget):
    """What is told depends on the place that is pointed at."""

    def told_at(self, position: QPointF) -> str:
        """What there is at a place of the widget, in words; empty for nothing."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Tell when Qt asks for a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            # An empty text hides what was told of another place.
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)
