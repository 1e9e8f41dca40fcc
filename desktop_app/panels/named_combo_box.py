"""A combo box without a label on the screen that screen readers know by its name nevertheless."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel


class NamedComboBox(QComboBox):
    """On Linux, Qt tells screen readers the chosen item as the name; only a label names the box."""

    def __init__(self, name: str) -> None:
        """Create an empty box.

        Args:
            name: what is chosen in it.
        """
        super().__init__()
        self.setAccessibleName(name)
        self._label = QLabel(name, self)
        self._label.setBuddy(self)
        self._label.hide()

    def event(self, event: QEvent) -> bool:
        """Keep the label beside the box, where Qt looks for it."""
        parent = self.parentWidget()
        if event.type() is QEvent.Type.ParentChange and parent is not None:
            self._label.setParent(parent)
        return super().event(event)
