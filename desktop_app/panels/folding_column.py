"""A column of widgets whose last ones are left out where there is no room for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

SPACING = 6


class FoldingColumn(QWidget):
    """Shows as many of its parts as fit, the first one also where it is only partly seen."""

    def __init__(self, *parts: QWidget) -> None:
        """Put the parts one below the other.

        Args:
            parts: the most important first; it also takes the room to spare, and is left out last,
                at less than its least height.
        """
        super().__init__()
        self._parts = parts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        for part in parts:
            layout.addWidget(part)
        layout.setStretch(0, 1)

    def sizeHint(self) -> QSize:
        """Room for every part."""
        hints = [part.sizeHint() for part in self._parts]
        return QSize(
            max(hint.width() for hint in hints),
            sum(hint.height() for hint in hints) + SPACING * (len(hints) - 1),
        )

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part, and folded to nothing."""
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what no longer fits."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold again when a part has become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        first = self._parts[0]
        needed = max(first.minimumSizeHint().height(), first.minimumHeight())
        first.setVisible(needed <= self.height())
        whole = first.sizeHint().height()
        for part in self._parts[1:]:
            whole += SPACING + part.sizeHint().height()
            part.setVisible(whole <= self.height())
