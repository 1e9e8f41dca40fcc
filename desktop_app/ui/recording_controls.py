"""Recording as the user sees it: the action, the folder, and a message when it is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import APPLICATION
from desktop_app.audio.recorder import Recorder, RecordingState
from desktop_app.engine.source_status import SourceStatus
from desktop_app.formatting.text import clock
from desktop_app.translation import tr
from desktop_app.ui.actions import Actions
from desktop_app.ui.settings import Settings


class RecordingControls(QObject):
    """Controls a recorder and reports on it.

    Signals:
        finished: emitted when a recording is saved, with a sentence: how long it is, and where.
    """

    finished = Signal(str)

    def __init__(
        self, window: QWidget, commands: Actions, recorder: Recorder, settings: Settings
    ) -> None:
        """Connect the actions; nothing is recorded yet.

        Args:
            window: parent of the dialog.
            commands: the window's actions, those for recording among them.
            recorder: the recorder to control.
            settings: where the folder is remembered.
        """
        super().__init__(window)
        self._window, self._commands = window, commands
        self._recorder, self._settings = recorder, settings
        self._unsaved = False
        commands.record.triggered.connect(self._start_or_stop)
        commands.recordings_folder.triggered.connect(self.choose_folder)

    @property
    def folder(self) -> Path:
        """Folder for recordings: the user's choice, else one in the system's music folder."""
        chosen = self._settings.path("recordings")
        if chosen is not None:
            return chosen
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        return Path(music) / APPLICATION

    def choose_folder(self) -> None:
        """Let the user choose the folder for the next recordings."""
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Folder for recordings"), str(self.folder)
        )
        if name:
            self._settings.remember(recordings=name)

    def follow(self, status: SourceStatus) -> None:
        """Show what the recorder is doing now."""
        recording = self._recorder.recording
        self._commands.show_recording(recording.running, recording.seconds, status)
        if self._unsaved and recording.saved and recording.files:
            self.finished.emit(_saved(recording))
        self._unsaved = not recording.saved

    def _start_or_stop(self) -> None:
        if self._recorder.recording.running:
            self._recorder.stop()
        else:
            self._recorder.start(self.folder)


def _saved(recording: RecordingState) -> str:
    files = recording.files
    where = (
        f"{files[0]}"
        if len(files) == 1
        else tr("{number} files in {folder}").format(number=len(files), folder=files[0].parent)
    )
    return tr("Recorded {duration} in {where}").format(
        duration=clock(recording.seconds), where=where
    )
