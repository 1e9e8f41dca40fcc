"""Copying and saving a panel's picture and numbers, from menus and by shortcut.

The exported state is the one on the screen when the menu was opened or the shortcut pressed,
however long the user then takes to choose a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from desktop_app import APPLICATION
from desktop_app.formatting.reason import reason_of
from desktop_app.panels.exportable import Exportable
from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.settings import Settings
from desktop_app.ui.snapshot import Formats, Snapshot
from model.atomic_write import atomic_write

_FILTERS = {
    ".png": QT_TR_NOOP("PNG picture (*.png)"),
    ".svg": QT_TR_NOOP("SVG picture (*.svg)"),
    ".csv": QT_TR_NOOP("CSV table of the numbers shown (*.csv)"),
    ".npz": QT_TR_NOOP("All arrays for NumPy (*.npz)"),
    ".xlsx": QT_TR_NOOP("Workbook for spreadsheets (*.xlsx)"),
    ".txt": QT_TR_NOOP("Audacity labels (*.txt)"),
    ".json": "JSON (*.json)",
    ".cue": QT_TR_NOOP("Cue sheet (*.cue)"),
}
"""File extension -> filter of the file dialog."""


class Export(QObject):
    """The export actions, in the window's menu and in a context menu on each panel.

    An action exports the panel whose context menu it was chosen from; otherwise the panel under the
    mouse pointer, else the one with the keyboard focus, else the first visible one.

    Attributes:
        copy: copies the picture.
        save_picture: saves the picture.
        save_numbers: saves the numbers.
    """

    def __init__(
        self, window: QWidget, menu: QMenu, panels: Sequence[Exportable], settings: Settings
    ) -> None:
        """Create the actions.

        Args:
            window: parent of the dialogs.
            menu: to add the actions to.
            panels: the panels that can be exported, the preferred ones first.
            settings: remember the folder.
        """
        super().__init__(window)
        self._window = window
        self._menu = menu
        self._panels: list[Exportable] = []
        self._settings = settings
        self._snapshot: Snapshot | None = None
        self.copy = self._add(tr("&Copy picture"), "Ctrl+C", self._copy)
        self.save_picture = self._add(tr("Save &picture…"), "Ctrl+S", self._save_picture)
        self.save_numbers = self._add(tr("Save &numbers…"), "Ctrl+Shift+S", self._save_numbers)
        self._actions = (
            (self.copy, self._copy),
            (self.save_picture, self._save_picture),
            (self.save_numbers, self._save_numbers),
        )
        # With a menu of the menu bar open, the mouse pointer is not at the panel that is meant.
        self._fill(menu, lambda: self._panel(under_cursor=False))
        self.add(panels)

    def add(self, panels: Sequence[Exportable], page: Exportable | None = None) -> None:
        """Export further panels.

        Args:
            panels: the panels, which come after the earlier ones.
            page: the page that they are on, if it can be exported as a whole.
        """
        self._panels += panels
        for panel in panels:
            menu = self._add_context_menu(panel)
            if page is not None:
                self._add_page(menu, page)
        if page is not None:
            self._panels.append(page)
            self._add_context_menu(page)
            self._add_page(self._menu, page)

    def save(self, panel: Exportable) -> None:
        """Let the user save a panel's numbers, even if the panel is hidden."""
        self._save_numbers(Snapshot.of(panel))

    def _add(self, text: str, keys: str, act: Callable[[Snapshot], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self._act(act))
        return action

    def _add_page(self, menu: QMenu, page: Exportable) -> None:
        taken: list[Snapshot] = []

        def take() -> None:
            whole.setEnabled(page.isVisible())
            taken[:] = [Snapshot.of(page)] if page.isVisible() else []

        def export(act: Callable[[Snapshot], None]) -> None:
            act(taken[0])

        whole = menu.addMenu(tr("&Whole page"))
        menu.aboutToShow.connect(take)
        for action, act in self._actions:
            whole.addAction(action.text(), partial(export, act))

    def _add_context_menu(self, panel: Exportable) -> QMenu:
        # What passes the focus on keeps it.
        if panel.focusProxy() is None:
            panel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        panel.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        menu = QMenu(panel)
        self._fill(menu, lambda: panel)
        panel.customContextMenuRequested.connect(lambda at: menu.popup(panel.mapToGlobal(at)))
        return menu

    def _fill(self, menu: QMenu, panel: Callable[[], Exportable | None]) -> None:
        menu.addActions([action for action, _ in self._actions])
        menu.aboutToShow.connect(lambda: self._capture(panel()))
        # A menu hides before it triggers the chosen action.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._forget))

    def _capture(self, panel: Exportable | None) -> None:
        self._snapshot = Snapshot.of(panel) if panel is not None else None

    def _forget(self) -> None:
        self._snapshot = None

    def _act(self, act: Callable[[Snapshot], None]) -> None:
        if self._snapshot is None:
            self._capture(self._panel())
        snapshot, self._snapshot = self._snapshot, None
        if snapshot is None:
            self._warn(tr("There is nothing to save on this page."))
        else:
            act(snapshot)

    def _panel(self, *, under_cursor: bool = True) -> Exportable | None:
        visible = [panel for panel in self._panels if panel.isVisible()]
        focused = self._window.focusWidget()
        for panel in visible:
            if under_cursor and panel.rect().contains(panel.mapFromGlobal(QCursor.pos())):
                return panel
        for panel in visible:
            if focused is not None and panel.isAncestorOf(focused):
                return panel
        return next(iter(visible), None)

    def _copy(self, snapshot: Snapshot) -> None:
        QGuiApplication.clipboard().setImage(snapshot.image())

    def _save_picture(self, snapshot: Snapshot) -> None:
        self._save(snapshot, snapshot.picture_formats)

    def _save_numbers(self, snapshot: Snapshot) -> None:
        if snapshot.numbers:
            self._save(snapshot, snapshot.number_formats)
        else:
            self._warn(
                tr("“{title}” is empty, so there are no numbers to save.").format(
                    title=snapshot.title
                )
            )

    def _save(self, snapshot: Snapshot, formats: Formats) -> None:
        default = next(iter(formats))
        folder = Path(self._settings.text("export_folder"))
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            tr("Save “{title}”").format(title=snapshot.title),
            str(folder / f"{snapshot.file_name}{default}"),
            ";;".join(tr(_FILTERS[extension]) for extension in formats),
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in formats:
            extension = next((e for e in formats if tr(_FILTERS[e]) == chosen), default)
            path = path.with_name(path.name + extension)
            # The dialog asked only about the name without extension.
            if path.exists() and not self._may_replace(path):
                return
        try:
            atomic_write(path, formats[path.suffix.lower()]())
        except OSError as error:
            self._warn(
                tr("Could not save “{name}” in {parent}: {reason}. Choose another folder.").format(
                    name=path.name, parent=path.parent, reason=reason_of(error)
                )
            )
        else:
            self._settings.remember(export_folder=str(path.parent))

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._window,
            APPLICATION,
            tr("“{name}” already exists. Replace it?").format(name=path.name),
        )
        return answer == QMessageBox.StandardButton.Yes

    def _warn(self, sentence: str) -> None:
        QMessageBox.warning(self._window, APPLICATION, sentence)
