"""The view of the session's table: its columns, editing and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.formatting.text import screen_name
from desktop_app.session.session_rows import SessionRows
from desktop_app.session.session_table import GENRE, NOTE, RECORDED, SOURCE
from desktop_app.translation import tr

GENRE_LINES = 12.5
"""Width of the longest answer with its colour, in lines of text."""
BESIDE_LINES = 1.2
"""Width that a cell's text leaves free, and a heading's text leaves to its arrow, in lines."""
RECORDED_PLACE = 2


class SessionView(QTableView):
    """Shows the rows; a click on a heading sorts.

    Attributes:
        genres: offered as names for a part; any other may be typed.
    """

    def __init__(self, rows: SessionRows) -> None:
        """Show rows in order of time."""
        super().__init__()
        self.genres: tuple[str, ...] = ()
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(tr("Parts of the session"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(GENRE, _GenreNames(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # So that all columns stay in sight.
        for column in (SOURCE, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        # Beside the times at which it was heard.
        header.moveSection(RECORDED, RECORDED_PLACE)
        self.show_recorded(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        rows.rowsAboutToBeInserted.connect(self._look)
        rows.rowsInserted.connect(self._keep_at_the_end)
        rows.modelReset.connect(self.show_end)
        for changed in (rows.rowsInserted, rows.rowsRemoved, rows.modelReset):
            changed.connect(self._fit)
        self._fit()
        self._at_the_end = True

    def _fit(self) -> None:
        """Make the columns wide enough for what is in the first and in the last row."""
        metrics, header, model = self.fontMetrics(), self.horizontalHeader(), self._rows
        ends = {0, model.rowCount() - 1} if model.rowCount() else set()
        beside = round(BESIDE_LINES * metrics.height())
        for column in range(model.columnCount()):
            texts = [str(model.index(row, column).data()) for row in ends]
            texts.append(str(model.headerData(column, Qt.Orientation.Horizontal)))
            width = max(map(metrics.horizontalAdvance, texts)) + beside
            if column == GENRE:
                width = round(GENRE_LINES * metrics.height())
            header.resizeSection(column, width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a larger or smaller font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_recorded(self, shown: bool) -> None:
        """Show or hide the column that only parts of some files have something in."""
        self.setColumnHidden(RECORDED, not shown)

    @property
    def chosen(self) -> list[int]:
        """The selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def show_end(self) -> None:
        """Scroll to the newest part, if it is the last row."""
        if self._rows.by_time:
            # Later, because the view's own size may have changed as well.
            QTimer.singleShot(0, self.scrollToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the row on F2; leave Space to the window, which plays and pauses, and Del."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_F2 and current.isValid():
            column = NOTE if current.column() == NOTE else GENRE
            editable = current.siblingAtColumn(column)
            self.setCurrentIndex(editable)
            self.edit(editable)
        elif event.key() == Qt.Key.Key_Space or event.matches(QKeySequence.StandardKey.Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._at_the_end = self._rows.by_time and bar.value() == bar.maximum()

    def _keep_at_the_end(self) -> None:
        # Don't scroll away from an earlier part that the user is reading.
        if self._at_the_end:
            self.scrollToBottom()


class _GenreNames(QStyledItemDelegate):
    """Offers the genres of the model in use."""

    def __init__(self, view: SessionView) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        names = QComboBox(parent)
        names.setAccessibleName(tr("Genre"))
        names.setEditable(True)
        names.addItems([screen_name(genre) for genre in self._view.genres])
        names.setCurrentText(str(index.data()))
        return names

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
