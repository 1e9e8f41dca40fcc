"""The menu of recently played files."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.audio.file_names import readable
from desktop_app.translation import tr
from desktop_app.ui.settings import Settings

_KEPT = 10


class RecentFiles(QObject):
    """Keeps the list between runs, newest first.

    Signals:
        chosen: the path of the chosen menu item.
    """

    chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: Settings) -> None:
        super().__init__(menu)
        self._menu, self._settings = menu, settings
        self.paths = _paths_in(settings.text("recent"))
        self._newest: Path | None = None
        self._show()

    def note(self, path: Path | None) -> None:
        """Add the file being played to the list; None while there is none."""
        if path is None or path == self._newest:
            return
        self._newest = path
        whole = path.absolute()
        self.paths = [whole, *(other for other in self.paths if other != whole)][:_KEPT]
        self._keep()

    def clear(self) -> None:
        """Empty the list."""
        self.paths = []
        self._keep()

    def _keep(self) -> None:
        self._settings.remember(recent=json.dumps([str(path) for path in self.paths]))
        self._show()

    def _show(self) -> None:
        self._menu.clear()
        for path in self.paths:
            action = self._menu.addAction(readable(path.name).replace("&", "&&"))
            action.setToolTip(readable(path))
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
        self._menu.addSeparator()
        self._menu.addAction(tr("&Clear list")).triggered.connect(lambda _=False: self.clear())
        self._menu.setToolTipsVisible(True)
        self._menu.setEnabled(bool(self.paths))


def _paths_in(text: str) -> list[Path]:
    try:
        names = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    if not isinstance(names, list):
        return []
    return [Path(name) for name in names if isinstance(name, str) and _is_path(name)][:_KEPT]


def _is_path(name: str) -> bool:
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return Path(name).is_absolute() and "\0" not in name
