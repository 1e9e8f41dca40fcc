"""The Qt application: one monitor, one window, from start to end."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from threadpoolctl import threadpool_limits

from desktop_app.bundled import OWN
from desktop_app.engine.monitor import Monitor, end_without_sound_system
from desktop_app.ui.log_file import begin_log, end_log, log_path
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import APPLICATION, Settings


def run(
    file: Path | None,
    model: str,
    observe: Callable[[MainWindow, Monitor], None] = lambda window, monitor: None,
) -> int:
    """Show the window until it is closed.

    Args:
        file: to play; None to listen to the microphone, or without one to play the demo.
        model: name or path; see ``bundled.model_path``. Empty: the one used last.
        observe: told of window and monitor before the window is shown.

    Returns:
        The exit status.
    """
    # Threads that only wait for one another would take a core from those that have to be on time.
    threadpool_limits(1, user_api="blas")
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName(APPLICATION)
    handler = begin_log(log_path())
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
            window.steering.use_model(model)
        else:
            window.steering.use_model(settings.text("model", OWN), or_own=True)
        window.show_tour_once()

    # Not before the window is on the screen: devices and torch take their time.
    window.appeared.connect(begin, Qt.ConnectionType.SingleShotConnection)
    observe(window, monitor)
    window.show()
    try:
        status = app.exec()
    finally:
        # A display that dies closes no window.
        window.remember()
        monitor.close()
        end_log(handler)
    end_without_sound_system(monitor, status)
    return status
