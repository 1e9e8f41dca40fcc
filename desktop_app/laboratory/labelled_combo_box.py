"""A combo box with a label, whose items stand for values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from desktop_app.formatting.text import without_access_key
from desktop_app.panels.flow_layout import FlowLayout


class LabelledComboBox(QComboBox):
    """A list of named values.

    Attributes:
        label: the label to lay out beside the box.

    Signals:
        picked: the user chose another value; the value.
    """

    picked = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, object]], tip: str) -> None:
        """Fill the list.

        Args:
            name: text of the label, with an ampersand before its mnemonic.
            options: name and value of each item.
            tip: tooltip of box and label.
        """
        super().__init__()
        self.label = QLabel(name)
        self.label.setBuddy(self)
        for control in (self, self.label):
            control.setToolTip(tip)
        self.setAccessibleName(without_access_key(name))
        self._values = [value for _, value in options]
        self._shown: object = None
        self.addItems([text for text, _ in options])
        # Scrolling the page must not change the boxes under the mouse.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._pick)

    def show_value(self, value: object) -> None:
        """Select a value without emitting a signal."""
        self._shown = value
        self.setCurrentIndex(self._values.index(value))

    def show_usable(self, usable: bool) -> None:
        """Show or hide box and label."""
        self.label.setVisible(usable)
        self.setVisible(usable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space to the page, where it plays and pauses; Alt+Down opens the list."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the value only while the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _pick(self, index: int) -> None:
        if self._values[index] != self._shown:
            self._shown = self._values[index]
            self.picked.emit(self._shown)


def integers(least: int, most: int) -> list[tuple[str, object]]:
    """Options for all integers from least to most."""
    return [(str(number), number) for number in range(least, most + 1)]


def row_of(*boxes: LabelledComboBox) -> FlowLayout:
    """Lay out boxes side by side, each after its label, in as many rows as it takes."""
    row = FlowLayout()
    for box in boxes:
        row.add_row(side_by_side(box))
    return row


def side_by_side(*boxes: LabelledComboBox) -> QHBoxLayout:
    """Lay out boxes that stay together, each after its label."""
    row = QHBoxLayout()
    for box in boxes:
        row.addWidget(box.label)
        row.addWidget(box, 1)
    return row
