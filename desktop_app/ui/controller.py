"""Passes the user's actions (menus, buttons, keys and drops) to the monitor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.piece_tracker import PieceTracker
from desktop_app.analysis.smoothing import Smoother
from desktop_app.audio.address import ALONE, Address, address_of
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import MODEL_EXTENSION, demo_clips, model_path
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from desktop_app.session.session_chooser import choose_session
from desktop_app.translation import tr
from desktop_app.ui.actions import AT_REST, Actions
from desktop_app.ui.brought import brought_by
from desktop_app.ui.diagnostics import diagnostics
from desktop_app.ui.dialogs import choose_audio, choose_folder, choose_model
from desktop_app.ui.log_file import log_path
from desktop_app.ui.settings import Settings
from resources.languages import gettext

SKIP_SECONDS = 5.0


class Controller(QObject):
    """Controls a monitor.

    Signals:
        noticed: a sentence to show briefly.
    """

    noticed = Signal(str)

    def __init__(
        self, window: QWidget, commands: Actions, monitor: Monitor, settings: Settings
    ) -> None:
        """Connect the actions.

        Args:
            window: parent of the dialogs.
            commands: the window's actions.
            monitor: to control.
            settings: where folders are remembered.
        """
        super().__init__(window)
        self._window = window
        self._monitor = monitor
        self._settings = settings
        self._session_page = commands.session
        commands.open.triggered.connect(self.choose_files)
        commands.open_folder.triggered.connect(self.choose_folder)
        commands.open_copied.triggered.connect(self._open_copied)
        commands.previous.triggered.connect(monitor.previous_file)
        commands.next.triggered.connect(monitor.next_file)
        commands.replay.triggered.connect(monitor.replay)
        commands.demo.triggered.connect(lambda: self.play(demo_clips()))
        commands.listen.triggered.connect(monitor.listen_again)
        commands.refresh.triggered.connect(monitor.refresh_inputs)
        commands.start_stop.triggered.connect(self._start_or_stop)
        commands.play_pause.triggered.connect(self._play_or_pause)
        commands.back.triggered.connect(lambda: monitor.skip(-SKIP_SECONDS))
        commands.forward.triggered.connect(lambda: monitor.skip(SKIP_SECONDS))
        commands.models.triggered.connect(lambda choice: self.use_model(choice.data()))
        commands.open_model.triggered.connect(self.choose_model)
        commands.new_session.triggered.connect(self._begin_session)
        commands.open_session.triggered.connect(self._open_session)
        commands.diagnostics.triggered.connect(self.copy_diagnostics)

    def listen(self, device: str) -> None:
        """Listen to an input device, empty for the system's default."""
        self._monitor.listen(device or None)

    def play(self, paths: list[Path]) -> None:
        """Play audio files one after the other."""
        self._monitor.play(paths)

    def use_model(self, name: str, *, or_own: bool = False, for_this_run: bool = False) -> None:
        """Load a model.

        Args:
            name: of one that comes with the app, or a path; see ``bundled.model_path``.
            or_own: if it can't be loaded, load the app's own and say why.
            for_this_run: whether it is used only until the app is closed or another is chosen.
        """
        self._monitor.models.load(model_path(name), or_own=or_own, for_this_run=for_this_run)

    def choose_model(self) -> None:
        """Let the user choose a model file and load it."""
        if name := choose_model(self._window, self._settings):
            self.use_model(name)

    def choose_files(self) -> None:
        """Let the user choose files and play them."""
        if paths := choose_audio(self._window, self._settings):
            self.play(paths)

    def choose_folder(self) -> None:
        """Let the user choose a folder and play the files in it."""
        if path := choose_folder(self._window, self._settings):
            self.play([path])

    def take(self, dropped: QMimeData) -> None:
        """Open what was dropped: audio files, folders, lists, a model, or an address."""
        brought = brought_by(dropped)
        if brought.addresses and len(brought.addresses) + len(brought.paths) > 1:
            self.noticed.emit(gettext(ALONE))
        elif brought.addresses:
            self._take_address(brought.addresses[0])
        else:
            self.take_paths(list(brought.paths))

    def _take_address(self, text: str) -> None:
        try:
            self._monitor.listen_to_stream(address_of(text))
        except SourceError as error:
            self.noticed.emit(str(error))

    def _open_copied(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        if brought_by(copied).nothing:
            self.noticed.emit(tr("Neither an address nor files were copied."))
        else:
            self.take(copied)

    def take_paths(self, paths: list[Path]) -> None:
        """Play audio files and folders; load a model."""
        models = [path for path in paths if path.suffix == MODEL_EXTENSION]
        music = [path for path in paths if path.suffix != MODEL_EXTENSION]
        if models:
            self.use_model(str(models[-1]))
        if music:
            self.play(music)

    def take_call(self, paths: list[Path], address: Address | None) -> None:
        """Open what another start of the app was asked for: files, a stream, or nothing."""
        self.take_paths(paths)
        if address is not None:
            self._monitor.listen_to_stream(address)

    def average_over(self, seconds: float | None) -> None:
        """Average the probabilities over this many seconds; None for over the piece."""
        self._monitor.worker.answering.average = (
            PieceTracker() if seconds is None else Smoother(seconds)
        )

    def silence_below(self, dbfs: float) -> None:
        """Treat sound below this level, in dBFS, as silence."""
        self._monitor.worker.threshold_dbfs = dbfs

    def copy_diagnostics(self) -> None:
        """Put versions, devices and the end of the log on the clipboard."""
        text = diagnostics(self._monitor.inputs, self._monitor.status(), log_path())
        QGuiApplication.clipboard().setText(text)
        self.noticed.emit(tr("Diagnostics copied: paste them into your report."))

    def _begin_session(self) -> None:
        self._session_page.trigger()
        self._monitor.sessions.begin()

    def _open_session(self) -> None:
        path = choose_session(self._window, self._monitor.sessions)
        if path is not None:
            self._session_page.trigger()
            self._monitor.sessions.open(path)

    def _start_or_stop(self) -> None:
        if self._monitor.status().activity in AT_REST:
            self._monitor.restart()
        else:
            self._monitor.stop()

    def _play_or_pause(self) -> None:
        match self._monitor.status().activity:
            case Activity.PLAYING:
                self._monitor.pause()
            case Activity.PAUSED:
                self._monitor.resume()
            case Activity.ENDED:
                self._monitor.restart()
