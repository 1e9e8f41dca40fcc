"""The page on which the session's parts are listed, named, noted and deleted."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

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

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import SourceStatus
from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.exportable import Exportable
from desktop_app.panels.overview_strip import name_of
from desktop_app.session.collector import Collector, Said
from desktop_app.session.entries import json_of, labels_of, numbers_of
from desktop_app.session.table import COLUMNS, GENRE, NOTE, SessionTable

NOTHING = (
    "Nothing to list yet.\nWhat is heard for five seconds on end is listed here, from a microphone "
    "as from a file."
)
WIDTHS = {"From": 80, "To": 80, "Length": 70, "Source": 260, "Genre": 150, "Probability": 90}


class SessionPage(Exportable):
    """Collects parts whether it is shown or not; they are kept until the program ends.

    Attributes:
        undo_stack: every change that the user made.
    """

    file_name = "session"

    def __init__(self, save: QAction, clock: Callable[[], float] = time.perf_counter) -> None:
        """
        Args:
            save: saves the list.
            clock: that of ``AnalysisFrame.heard_at``.
        """
        super().__init__("Session")
        self.undo_stack = QUndoStack(self)
        self.table = SessionTable(self.undo_stack)
        self.view = _View(self.table)
        self.genres: tuple[str, ...] = ()
        self._clock = clock
        self._collector = Collector()
        self._delete = QAction("&Delete", self)
        self._delete.setToolTip("Delete the chosen parts from the list (Del); Undo puts them back")
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
        self.table.rowsInserted.connect(self._follow)
        self.table.rowsRemoved.connect(self._follow)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        for action in (self._delete, save):
            button = QToolButton()
            button.setDefaultAction(action)
            self.add_control(button)
        self._follow()

    def note(self, frame: AnalysisFrame, status: SourceStatus) -> None:
        """Take what is said now; what is only replayed was listed when it was heard."""
        if status.is_replay or frame.stream < status.first_stream:
            return
        # The wall clock may be set, and the other one stands still while the computer sleeps.
        at = time.time() - (self._clock() - frame.heard_at)
        self.table.take(self._collector.note(_said(at, status.source, frame)))

    def end_part(self) -> None:
        """There is no sound any more."""
        self._collector.end()

    def delete_chosen(self) -> None:
        """Take the chosen parts out."""
        self.table.remove([index.row() for index in self.view.selectionModel().selectedRows()])

    @property
    def canvas(self) -> QWidget:
        """The picture; see :class:`Exportable`."""
        return self.view

    def numbers(self) -> Numbers:
        """See :func:`log.numbers_of`."""
        return numbers_of(self.table.log.entries)

    def texts(self) -> Mapping[str, str]:
        """Audacity's labels, and the parts as JSON."""
        entries = self.table.log.entries
        return {".txt": labels_of(entries), ".json": json_of(entries)}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete what is chosen."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        count = self.table.rowCount()
        self._layers.setCurrentIndex(int(count > 0))
        self.say(f"{count} part{'' if count == 1 else 's'}, kept until the program ends")
        self._enable()

    def _enable(self) -> None:
        self._delete.setEnabled(self.view.selectionModel().hasSelection())


def _said(at: float, source: str, frame: AnalysisFrame) -> Said:
    if frame.state in (State.SILENCE, State.NOT_MUSIC):
        return Said(at, source, frame.state.value, None)
    if frame.smoothed is None or frame.network is None:
        return Said(at, source, None, None)
    best = int(frame.smoothed.argmax())
    return Said(at, source, frame.network.genres[best], float(frame.smoothed[best]))


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
        """Leave Space to the window, which plays and pauses, and Delete to the page."""
        if event.key() == Qt.Key.Key_Space or event.matches(QKeySequence.StandardKey.Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        self._at_the_end = bar.value() == bar.maximum()

    def _keep_at_the_end(self) -> None:
        # Whoever has scrolled back to read is left there.
        if self._at_the_end:
            self.scrollToBottom()


class _GenreNames(QStyledItemDelegate):
    """Offers the genres of the model in use, and takes any other name."""

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
    return [name_of(genre) for genre in genres]
