"""The page that lists the parts of the session, to be renamed, annotated, deleted and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from desktop_app.engine.session import Session
from desktop_app.engine.session_entries import json_of, labels_of, numbers_of
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import display_name
from desktop_app.panels.card import Card
from desktop_app.session.session_table import COLUMNS, GENRE, NOTE, SessionTable

NOTHING = (
    "Nothing yet.\nAnything heard for at least five seconds appears here, from a microphone or a "
    "file."
)
WIDTHS = {"From": 80, "To": 80, "Length": 70, "Source": 260, "Genre": 150, "Probability": 90}


class SessionPage(Card):
    """Shows a session; its parts are kept until the program ends.

    Attributes:
        undo_stack: the user's changes.
    """

    file_name = "session"

    def __init__(self, save: QAction, session: Session) -> None:
        """Show the session as it is now.

        Args:
            save: saves the list.
            session: the session to show and edit.
        """
        super().__init__("Session")
        self.undo_stack = QUndoStack(self)
        self.table = SessionTable(session, self.undo_stack)
        self.view = _View(self.table)
        self.genres: tuple[str, ...] = ()
        self._delete = QAction("&Delete", self)
        self._delete.setToolTip(
            "Delete the selected parts from the list (Del). Undo puts them back."
        )
        self._delete.triggered.connect(self.delete_chosen)
        self.view.setItemDelegateForColumn(GENRE, _GenreNames(self))
        self._empty = QLabel(NOTHING)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._layers = QStackedLayout()
        self._layers.addWidget(self._empty)
        self._layers.addWidget(self.view)
        self.body.addLayout(self._layers, 1)
        self.table.rowsInserted.connect(self._count)
        self.table.rowsRemoved.connect(self._count)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        for action in (self._delete, save):
            button = QToolButton()
            button.setDefaultAction(action)
            self.add_control(button)
        self._count()

    def follow(self) -> None:
        """Show what has changed in the session."""
        self.table.follow()

    def delete_chosen(self) -> None:
        """Delete the selected parts."""
        self.table.remove([index.row() for index in self.view.selectionModel().selectedRows()])

    @property
    def canvas(self) -> QWidget:
        """The table, as a picture."""
        return self.view

    def numbers(self) -> Numbers:
        """The entries as columns; see :func:`session_entries.numbers_of`."""
        return numbers_of(self.table.entries)

    def texts(self) -> Mapping[str, str]:
        """The entries as Audacity labels and as JSON."""
        entries = self.table.entries
        return {".txt": labels_of(entries), ".json": json_of(entries)}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the selected parts on Del."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        count = self.table.rowCount()
        self._layers.setCurrentIndex(int(count > 0))
        self.say(f"{count} part{'' if count == 1 else 's'}, kept until the program ends")
        self._enable()

    def _enable(self) -> None:
        self._delete.setEnabled(self.view.selectionModel().hasSelection())


class _View(QTableView):
    def __init__(self, table: SessionTable) -> None:
        super().__init__()
        self.setModel(table)
        self.setAccessibleName("Parts of the session")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(COLUMNS):
            if name in WIDTHS:
                header.resizeSection(column, WIDTHS[name])
        table.rowsAboutToBeInserted.connect(self._look)
        table.rowsInserted.connect(self._keep_at_the_end)
        self._at_the_end = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space to the window, which plays and pauses, and Del to the page."""
        if event.key() == Qt.Key.Key_Space or event.matches(QKeySequence.StandardKey.Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._at_the_end = bar.value() == bar.maximum()

    def _keep_at_the_end(self) -> None:
        # Don't scroll away from an earlier part that the user is reading.
        if self._at_the_end:
            self.scrollToBottom()


class _GenreNames(QStyledItemDelegate):
    """Offers the genres of the model in use; any other name may be typed."""

    def __init__(self, page: SessionPage) -> None:
        super().__init__(page)
        self._page = page

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        names = QComboBox(parent)
        names.setEditable(True)
        names.addItems(_names(self._page.genres))
        names.setCurrentText(str(index.data()))
        return names

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))


def _names(genres: Sequence[str]) -> list[str]:
    return [display_name(genre) for genre in genres]
