"""A button that says which file of how many is playing, and lists all of them to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QListView, QMenu, QToolButton, QWidgetAction

from desktop_app.audio.file_names import readable
from desktop_app.engine.playlist import Playlist
from desktop_app.translation import tr

LIST_WIDTH = 420
MOST_ROWS = 14
ROW_SPACING = 2
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class PlaylistButton(QToolButton):
    """Hidden unless there are several files.

    Signals:
        chosen: the :class:`Playlist` at the file that the user chose.

    Attributes:
        list: the files, while the button's menu is open.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._playlist: Playlist | None = None
        self._files = _Files(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Playlist"))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setSpacing(ROW_SPACING)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setModel(self._files)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.list)
        menu.addAction(action)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setToolTip(tr("Show all files of the playlist and choose one"))
        self.hide()

    def show_playlist(self, playlist: Playlist | None) -> None:
        """Show a position in a playlist; None for nothing."""
        if playlist is self._playlist:
            return
        self._playlist = playlist
        self.setVisible(playlist is not None and playlist.count > 1)
        self.setText(
            ""
            if playlist is None
            else tr("{number} of {count}").format(number=playlist.number, count=playlist.count)
        )
        if self.menu().isVisible():
            self._files.show_playlist(playlist)

    def _fill(self) -> None:
        # Only now, because a playlist may have many thousands of files.
        self._files.show_playlist(self._playlist)
        if self._playlist is not None:
            row = self.list.sizeHintForRow(0) + 2 * ROW_SPACING
            rows = min(self._playlist.count, MOST_ROWS)
            self.list.setFixedSize(LIST_WIDTH, rows * row + 2 * self.list.frameWidth() + 2)
            current = self._files.index(self._playlist.number - 1, 0)
            self.list.setCurrentIndex(current)
            self.list.scrollTo(current, QListView.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        playlist = self._files.playlist
        # A click is also an activation, by which time the menu has been closed.
        if playlist is not None and self.menu().isVisible():
            self.menu().close()
            self.chosen.emit(playlist.at(index.row() + 1))


class _Files(QAbstractListModel):
    """The files of a playlist; the current one is marked.

    Attributes:
        playlist: the one shown; None for none.
    """

    def __init__(self, parent: PlaylistButton) -> None:
        super().__init__(parent)
        self.playlist: Playlist | None = None

    def show_playlist(self, playlist: Playlist | None) -> None:
        before = self.playlist
        same = before is not None and playlist is not None and before.files == playlist.files
        if same:
            # The list stays where the user has scrolled it.
            self.playlist = playlist
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        else:
            self.beginResetModel()
            self.playlist = playlist
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if self.playlist is None or parent.isValid() else self.playlist.count

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.playlist is None:
            return None
        path = self.playlist.file(index.row() + 1)
        current = index.row() + 1 == self.playlist.number
        match role:
            case Role.DisplayRole:
                return readable(path.name)
            case Role.AccessibleTextRole:
                return readable(path.name) + (tr(", current file") if current else "")
            case Role.ToolTipRole:
                return readable(path)
            case Role.FontRole if current:
                bold = QFont()
                bold.setBold(True)
                return bold
        return None
