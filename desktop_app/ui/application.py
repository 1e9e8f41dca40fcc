"""The Qt application: starts a monitor, shows its window, and shuts both down."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from threadpoolctl import threadpool_limits

from desktop_app import APPLICATION
from desktop_app.audio.address import Address
from desktop_app.audio.server_events import ServerEvents
from desktop_app.bundled import OWN
from desktop_app.engine.ending import end_if_stuck
from desktop_app.engine.first_source import begin_with
from desktop_app.engine.monitor import Monitor
from desktop_app.panels.icons import app_icon
from desktop_app.translation import Translation
from desktop_app.ui.data_folder import sessions_folder
from desktop_app.ui.garbage import collected_here
from desktop_app.ui.log_file import begin_log, end_log, log_path
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.open_window import OpenWindow, meeting_place
from desktop_app.ui.settings import Settings
from desktop_app.ui.shown_window import ShownWindow
from desktop_app.ui.theme import keep_greys_legible

SOURCE_FIRST_MS = 250
"""The source is opened before anything else begins: each imports modules, and they would wait for
each other. Not even the model is needed before 2.4 seconds have been heard."""


def _qt_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName(APPLICATION)
    app.setWindowIcon(app_icon())
    app.styleHints().colorSchemeChanged.connect(keep_greys_legible)
    return app


def _endings() -> Iterator[signal.Signals]:
    """Signals that close the window."""
    yield signal.SIGINT
    yield signal.SIGTERM
    # The terminal was closed from which it was started, unless that was by nohup.
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        yield signal.SIGHUP


def run(
    files: Sequence[Path],
    model: str,
    observe: Callable[[MainWindow, Monitor], None] = lambda window, monitor: None,
    *,
    address: Address | None = None,
) -> int:
    """Show the window until it is closed.

    Args:
        files: audio files and folders to play; none to listen to an input or, if there is none,
            to play the demo.
        model: name or path as for ``bundled.model_path``, for this run. Empty: the model used last.
        observe: called with the window and the monitor before the window is shown.
        address: of a network stream to listen to instead of files or an input.

    Returns:
        The exit status of the process.
    """
    # BLAS threads spin while they wait, which would take a core from the real-time threads.
    threadpool_limits(1, user_api="blas")
    app = _qt_application()
    with collected_here():
        return _run(app, files, model, observe, address)


def _run(
    app: QApplication,
    files: Sequence[Path],
    model: str,
    observe: Callable[[MainWindow, Monitor], None],
    address: Address | None,
) -> int:
    # As early as possible, so that another start at the same time opens no window of its own.
    others = OpenWindow(app, meeting_place())
    handler = begin_log(log_path())
    settings = Settings()
    monitor = Monitor(device=settings.text("device") or None, sessions_folder=sessions_folder())
    shown = ShownWindow(monitor, settings, Translation(app))
    window = shown.window
    events = ServerEvents(monitor.list_inputs)
    # Closing the window, unlike quitting, saves its settings, and ends a recording.
    for number in _endings():
        # Deferred, because the signal may arrive in the middle of painting.
        signal.signal(number, lambda *_: QTimer.singleShot(0, shown.close))

    def begin() -> None:
        monitor.start()
        begin_with(monitor, files, address)
        window.tour.begin_once()
        QTimer.singleShot(SOURCE_FIRST_MS, begin_rest)

    def begin_rest() -> None:
        # Another language may have been chosen meanwhile, and so another window made.
        window = shown.window
        if model:
            window.controller.use_model(model, for_this_run=True)
        else:
            window.controller.use_model(settings.text("model", OWN), or_own=True)
        window.programs.begin()
        others.called.connect(shown.answer_call)
        others.begin()
        events.start()

    # Opening devices and importing torch is slow, so the window comes first.
    window.first_paint.appeared.connect(begin, Qt.ConnectionType.SingleShotConnection)
    observe(window, monitor)
    window.show()
    try:
        status = app.exec()
    finally:
        others.close()
        # If the display connection is lost, no window is closed.
        shown.window.remember()
        shown.window.programs.end()
        events.close()
        monitor.close()
        shown.window.programs.close()
        end_log(handler)
    end_if_stuck(monitor, status)
    return status
