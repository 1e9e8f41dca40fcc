"""The main window that is shown; another language makes it again in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.audio.address import Address
from desktop_app.engine.monitor import Monitor
from desktop_app.translation import Translation
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings


class ShownWindow(QObject):
    """Owns the main window.

    Attributes:
        window: the one that is shown.
    """

    def __init__(self, monitor: Monitor, settings: Settings, translation: Translation) -> None:
        """Create the window in the language that is remembered.

        Args:
            monitor: goes on undisturbed when the window is made again.
            settings: where the language is remembered, empty for the system's.
            translation: of the application.
        """
        super().__init__()
        self._monitor, self._settings, self._translation = monitor, settings, translation
        translation.use(settings.text("language"))
        self.window = self._made()

    def use_language(self, language: str) -> None:
        """Say everything in another language at once, and remember it.

        Args:
            language: one that is available; empty for the system's.
        """
        before = self.window
        before.remember()
        self._settings.remember(language=language)
        self._translation.use(language)
        before.programs.close()
        self.window = self._made()
        self._take_over(before)
        self.window.programs.begin()
        self.window.show()
        before.help.reader.close()
        before.hide()
        before.deleteLater()
        self.window.preferences.open()

    def close(self) -> None:
        """Close the window, which saves its settings."""
        self.window.close()

    def answer_call(self, paths: list[Path], address: Address | None) -> None:
        """Open the files or the stream of another start of the app, and come to the front."""
        self.window.answer_call(paths, address)

    def _made(self) -> MainWindow:
        window = MainWindow(self._monitor, self._settings)
        window.preferences.language_chosen.connect(self.use_language)
        return window

    def _take_over(self, before: MainWindow) -> None:
        """Put into the new window what the old one showed and nobody else knows."""
        now = self.window
        now.commands.freeze.setChecked(before.commands.freeze.isChecked())
        now.setWindowState(before.windowState())
        if before.pages.laboratory is not None:
            now.pages.make_laboratory().put(before.pages.laboratory.experiment)
