"""The Qt application: one monitor, one window, from start to end."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.models import OWN
from desktop_app.monitor import Monitor
from desktop_app.settings import APPLICATION, Settings
from desktop_app.window import MainWindow


def run(file: Path | None, model: str) -> int:
    """Show the window until it is closed.

    Args:
        file: to play; None to listen to the microphone, or without one to play the demo.
        model: name or path; see ``models.model_path``. Empty: the one used last.

    Returns:
        The exit status.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName(APPLICATION)
    settings = Settings()
    monitor = Monitor()
    window = MainWindow(monitor, settings)
    # Closing rather than quitting: the window then remembers how everything stood.
    for number in (signal.SIGINT, signal.SIGTERM):
        # Not at once: the signal may come in the middle of painting.
        signal.signal(number, lambda *_: QTimer.singleShot(0, window.close))

    def begin() -> None:
        monitor.start()
        if file is None:
            monitor.listen(settings.text("device") or None, or_demo=True)
        else:
            monitor.play([file])
        if model:
            window.use_model(model)
        else:
            window.use_model(settings.text("model", OWN), or_own=True)
        window.show_tour_once()

    # Not before the window is on the screen: devices and torch take their time.
    window.appeared.connect(begin, Qt.ConnectionType.SingleShotConnection)
    window.show()
    try:
        return app.exec()
    finally:
        monitor.close()
