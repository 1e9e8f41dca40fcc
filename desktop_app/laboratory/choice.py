"""One of a few values, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel


class Choice(QComboBox):
    """A list of values with their names.

    Signals:
        picked: the user has chosen another value, which it hands over.
    """

    picked = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, object]], tip: str) -> None:
        """Fill the list.

        Args:
            name: with an ampersand before the letter that leads here.
            options: name and value of each.
            tip: one sentence that teaches.
        """
        super().__init__()
        self.label = QLabel(name)
        self.label.setBuddy(self)
        for control in (self, self.label):
            control.setToolTip(tip)
        self.setAccessibleName(name.replace("&", ""))
        self._values = [value for _, value in options]
        self._shown: object = None
        self.addItems([text for text, _ in options])
        # A wheel that scrolls the page must not change what it passes over.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._pick)

    def show_value(self, value: object) -> None:
        """Choose a value without a signal."""
        self._shown = value
        self.setCurrentIndex(self._values.index(value))

    def show_usable(self, usable: bool) -> None:
        """Show it with its label, or neither."""
        self.label.setVisible(usable)
        self.setVisible(usable)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _pick(self, index: int) -> None:
        if self._values[index] != self._shown:
            self._shown = self._values[index]
            self.picked.emit(self._shown)


def numbers(least: int, most: int) -> list[tuple[str, object]]:
    """Whole numbers as options."""
    return [(str(number), number) for number in range(least, most + 1)]


def in_a_row(*choices: Choice) -> QHBoxLayout:
    """Choices beside one another, each behind its label."""
    row = QHBoxLayout()
    for choice in choices:
        row.addWidget(choice.label)
        row.addWidget(choice)
        row.addSpacing(6)
    row.addStretch(1)
    return row
