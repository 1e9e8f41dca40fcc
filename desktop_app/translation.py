"""The window's texts, and Qt's own, in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from resources import languages


def tr(text: str) -> str:
    """Translate a text of the window into the language in use."""
    return QCoreApplication.translate("", text)


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 (the name by which Qt's tools find texts)
    """Mark a constant for :func:`tr`, which is called where the text is shown."""
    return text


def keep_left_to_right(widget: QWidget) -> None:
    """Have a picture drawn alike in every language: time, numbers and grids run to the right."""
    widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Translation:
    """The translators of an application, for one language at a time."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Say everything that is asked for from now on in a language; numbers and dates as well.

        Args:
            language: one of ``resources.languages.available()``; empty for the system's.

        Raises:
            FileNotFoundError: the language's texts were not compiled.
        """
        code = language or languages.best(
            languages.of_the_system() or QLocale.system().uiLanguages()
        )
        languages.use(code)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [
            translator
            for name, folder in (
                ("qtbase_" + code, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                ("window", str(languages.FOLDER / code)),
            )
            if (translator := QTranslator(self._app)).load(name, folder)
        ]
        for translator in self._installed:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(code))
        self._app.setLayoutDirection(QLocale(code).textDirection())
