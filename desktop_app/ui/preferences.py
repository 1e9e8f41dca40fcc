"""The preferences: what else is set in menus and panels, in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from desktop_app.panels.genres import Genres, average_box, threshold_box
from desktop_app.ui.other_programs import OtherPrograms
from desktop_app.ui.presentation import Presentation
from desktop_app.ui.programs_box import ProgramsBox
from desktop_app.ui.recording_controls import RecordingControls
from desktop_app.ui.theme import THEMES
from desktop_app.ui.zoom import STEPS


class Preferences(QObject):
    """Opens the dialog; whatever is changed in it holds at once."""

    def __init__(
        self,
        window: QWidget,
        action: QAction,
        presentation: Presentation,
        genres: Genres,
        recording: RecordingControls,
        programs: OtherPrograms,
    ) -> None:
        """Connect the action.

        Args:
            window: parent of the dialog.
            action: opens it.
            presentation: owns theme and size.
            genres: own averaging time and silence threshold.
            recording: owns the folder for recordings.
            programs: owns the receivers of what is heard.
        """
        super().__init__(window)
        self._window = window
        self._presentation, self._genres, self._recording = presentation, genres, recording
        self._programs = programs
        action.triggered.connect(self._open)

    def _open(self) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle("Preferences")
        form = QFormLayout(dialog)
        form.addRow("&Theme", self._theme())
        form.addRow("Si&ze of text and controls", self._size())
        form.addRow("Avera&ge over", self._average())
        form.addRow("Silence &below", self._threshold())
        form.addRow("&Recordings", self._folder())
        form.addRow(ProgramsBox(self._programs))
        note = QLabel("Changes take effect at once and are remembered.")
        note.setEnabled(False)
        form.addRow(note)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        form.addRow(close)
        close.rejected.connect(dialog.reject)
        # Enter ends the input in a field, and nothing else.
        for button in dialog.findChildren(QPushButton):
            button.setAutoDefault(False)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _theme(self) -> QWidget:
        choice = QComboBox()
        choice.addItems(THEMES)
        choice.setCurrentText(self._presentation.theme)
        choice.currentTextChanged.connect(self._presentation.use_theme)
        return choice

    def _size(self) -> QWidget:
        zoom, choice = self._presentation.zoom, QComboBox()
        choice.addItems([f"{100 * step:.0f} %" for step in STEPS])
        choice.setCurrentIndex(STEPS.index(zoom.factor))
        choice.setToolTip("On this screen; Ctrl++ and Ctrl+− change it too")
        choice.currentIndexChanged.connect(lambda number: zoom.choose(STEPS[number]))
        return choice

    def _average(self) -> QWidget:
        box = average_box()
        box.setValue(self._genres.average.value())
        box.valueChanged.connect(self._genres.average.setValue)
        return box

    def _threshold(self) -> QWidget:
        box = threshold_box()
        box.setValue(self._genres.threshold.value())
        box.valueChanged.connect(self._genres.threshold.setValue)
        return box

    def _folder(self) -> QWidget:
        button = QPushButton(str(self._recording.folder))
        button.setToolTip("Choose where recordings are saved")

        def choose() -> None:
            self._recording.choose_folder()
            button.setText(str(self._recording.folder))

        button.clicked.connect(choose)
        return button
