"""What screen readers are told beyond the names of the controls."""

from __future__ import annotations

from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.analysis.answer import Answer
from desktop_app.formatting.text import screen_name


class GenreAnnouncer:
    """Has the genre read out when it changes, as soon as nothing else is being read."""

    def __init__(self, label: QLabel) -> None:
        """Announce nothing yet.

        Args:
            label: where the genre is shown; while it is hidden, nothing is announced.
        """
        self._label = label
        self._announced = ""

    def follow(self, answer: Answer | None) -> None:
        """Announce an answer whose words are new; None for no genre."""
        if (
            answer is None
            or screen_name(answer.label) == self._announced
            or not self._label.isVisible()
        ):
            return
        self._announced = screen_name(answer.label)
        event = QAccessibleAnnouncementEvent(self._label, screen_name(answer.label))
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)


def tell_value(widget: QWidget, words: str) -> None:
    """Set what a painted widget shows in words, which is read when the keyboard changes it.

    Args:
        widget: the widget, which is a picture to screen readers; see ``ui.accessibility``.
        words: its value.
    """
    if words != widget.accessibleDescription():
        widget.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, words))
