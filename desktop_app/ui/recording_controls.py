"""Recording as the user sees it: one action, where the files go, and word of what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.audio.recorder import Recorder
from desktop_app.engine.source_status import SourceStatus
from desktop_app.formatting.text import clock
from desktop_app.ui.actions import Actions
from desktop_app.ui.settings import APPLICATION, Settings


class RecordingControls(QObject):
    """Follows a recorder and steers it.

    Signals:
        finished: a sentence that says what was recorded, and where it is.
    """

    finished = Signal(str)

    def __init__(
        self, window: QWidget, commands: Actions, recorder: Recorder, settings: Settings
    ) -> None:
        """
        Args:
            window: over which to ask.
            commands: with the actions for it.
            recorder: to steer.
            settings: where the folder is remembered.
        """
        super().__init__(window)
        self._window, self._commands = window, commands
        self._recorder, self._settings = recorder, settings
        self._ran = False
        commands.record.triggered.connect(self._start_or_stop)
        commands.recordings_folder.triggered.connect(self.choose_folder)

    @property
    def folder(self) -> Path:
        """Where recordings go: where the user said, else a folder in that for music."""
        chosen = self._settings.path("recordings")
        if chosen is not None:
            return chosen
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        return Path(music) / APPLICATION

    def choose_folder(self) -> None:
        """Let the user say where recordings go, from the next one on."""
        name = QFileDialog.getExistingDirectory(
            self._window, "Folder for recordings", str(self.folder)
        )
        if name:
            self._settings.remember(recordings=name)

    def follow(self, status: SourceStatus) -> None:
        """Show what the recorder does now."""
        recorder = self._recorder
        running, path = recorder.running, recorder.path
        self._commands.show_recording(running, recorder.seconds, status)
        if self._ran and not running and path is not None:
            self.finished.emit(f"Recorded {clock(recorder.seconds)} in {path}")
        self._ran = running

    def _start_or_stop(self) -> None:
        if self._recorder.running:
            self._recorder.stop()
        else:
            self._recorder.start(self.folder)
