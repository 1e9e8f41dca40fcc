"""The size of the window at its start: never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

USUAL_SIZE = QSize(1280, 720)
"""With the window's frame, in pixels."""
FRAME = QSize(12, 40)
"""What a frame adds to a window at most, in pixels; the true size is known only later."""


def fit_to_screen(window: QWidget) -> None:
    """Make a window that isn't shown yet small enough for its screen."""
    place = fitting(QRect(window.pos(), window.size()), window.screen().availableGeometry())
    window.resize(place.size())
    if place.topLeft() != window.pos():
        window.move(place.topLeft())


def fitting(window: QRect, available: QRect) -> QRect:
    """Return a window's place without its frame, moved and made smaller to fit on the screen.

    Args:
        window: its place without the frame.
        available: the screen without panels and docks.
    """
    room = available.size() - FRAME
    size = window.size().boundedTo(room)
    left = min(window.left(), available.left() + room.width() - size.width())
    top = min(window.top(), available.top() + room.height() - size.height())
    return QRect(
        max(left, available.left()), max(top, available.top()), size.width(), size.height()
    )
