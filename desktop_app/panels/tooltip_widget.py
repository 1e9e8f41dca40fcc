"""A widget whose tooltip depends on the position of the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class TellingWidget(QWidget):
    """A widget with a tooltip for each position."""

    def told_at(self, position: QPointF) -> str:
        """The tooltip for a position in the widget, empty for none."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Show the tooltip when Qt asks for it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            # An empty text hides the tooltip of another position.
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)
