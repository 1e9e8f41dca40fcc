"""The preferences: what else is set in menus and panels, in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from desktop_app.panels.genres import Genres, average_box, threshold_box
from desktop_app.translation import tr
from desktop_app.ui.other_programs import OtherPrograms
from desktop_app.ui.presentation import Presentation
from desktop_app.ui.programs_box import ProgramsBox
from desktop_app.ui.recording_controls import RecordingControls
from desktop_app.ui.scrolled_dialog import ScrolledDialog
from desktop_app.ui.theme import THEMES
from desktop_app.ui.zoom import STEPS
from resources import languages


class Preferences(QObject):
    """Opens the dialog; whatever is changed in it holds at once.

    Signals:
        language_chosen: the user chose a language, such as ``pt_BR``; empty for the system's.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        action: QAction,
        presentation: Presentation,
        genres: Genres,
        recording: RecordingControls,
        programs: OtherPrograms,
        language: str,
    ) -> None:
        """Connect the action.

        Args:
            window: parent of the dialog.
            action: opens it.
            presentation: owns theme and size.
            genres: own averaging time and silence threshold.
            recording: owns the folder for recordings.
            programs: owns the receivers of what is heard.
            language: chosen by the user, empty for the system's.
        """
        super().__init__(window)
        self._window = window
        self._presentation, self._genres, self._recording = presentation, genres, recording
        self._programs, self._language = programs, language
        action.triggered.connect(self.open)

    def open(self) -> None:
        """Show the dialog."""
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("&Language"), self._languages())
        form.addRow(tr("&Theme"), self._theme())
        form.addRow(tr("Si&ze of text and controls"), self._size())
        form.addRow(tr("Avera&ge over"), self._average())
        form.addRow(tr("Silence &below"), self._threshold())
        form.addRow(tr("&Recordings"), self._folder())
        form.addRow(ProgramsBox(self._programs))
        note = QLabel(tr("Changes take effect at once and are remembered."))
        note.setEnabled(False)
        form.addRow(note)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        dialog = ScrolledDialog(self._window, content, close)
        dialog.setWindowTitle(tr("Preferences"))
        close.rejected.connect(dialog.reject)
        # Enter ends the input in a field, and nothing else.
        for button in dialog.findChildren(QPushButton):
            button.setAutoDefault(False)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _languages(self) -> QWidget:
        choice = QComboBox()
        choice.addItem(tr("System language"), "")
        for language in languages.available():
            choice.addItem(languages.own_name(language), language)
        choice.setCurrentIndex(max(choice.findData(self._language), 0))
        choice.activated.connect(lambda index: self._choose_language(choice.itemData(index)))
        return choice

    def _choose_language(self, language: str) -> None:
        if language != self._language:
            self.language_chosen.emit(language)

    def _theme(self) -> QWidget:
        choice = QComboBox()
        for theme in THEMES:
            choice.addItem(tr(theme), theme)
        choice.setCurrentIndex(choice.findData(self._presentation.theme))
        choice.currentIndexChanged.connect(
            lambda index: self._presentation.use_theme(choice.itemData(index))
        )
        return choice

    def _size(self) -> QWidget:
        zoom, choice = self._presentation.zoom, QComboBox()
        choice.addItems([f"{100 * step:.0f} %" for step in STEPS])
        choice.setCurrentIndex(STEPS.index(zoom.factor))
        choice.setToolTip(tr("On this screen; Ctrl++ and Ctrl+− change it too"))
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
        button.setToolTip(tr("Choose where recordings are saved"))

        def choose() -> None:
            self._recording.choose_folder()
            button.setText(str(self._recording.folder))

        button.clicked.connect(choose)
        return button
