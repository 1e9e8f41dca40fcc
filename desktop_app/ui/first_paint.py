"""Notices when a window is on the screen for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

MAX_WAIT_MS = 500


class FirstPaint(QObject):
    """Watches a window from its creation on.

    Signals:
        appeared: the window was painted after it was shown, or has had enough time for that.
    """

    appeared = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._appearing = QTimer(self)
        self._appearing.setSingleShot(True)
        self._appearing.timeout.connect(self._tell)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint; a window that starts minimised has none."""
        if event.type() == QEvent.Type.Show:
            self._appearing.start(MAX_WAIT_MS)
        elif event.type() == QEvent.Type.Paint and self._appearing.isActive():
            # The timer fires when all of the window has been painted.
            self._appearing.start(0)
        return False

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.appeared.emit()
