"""The session's entries as a table that can be edited, with undo."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_app.audio.server_sources import on_screen
from desktop_app.engine.session import Session
from desktop_app.engine.session_collector import Part
from desktop_app.engine.session_entries import Entry
from desktop_app.formatting.text import clock, label_of, screen_name
from desktop_app.panels.genre_colours import colour_of
from desktop_app.translation import QT_TR_NOOP, tr
from resources.languages import ngettext

COLUMNS = (
    QT_TR_NOOP("From"), QT_TR_NOOP("To"), QT_TR_NOOP("Length"), QT_TR_NOOP("Source"),
    QT_TR_NOOP("Genre"), QT_TR_NOOP("Probability"), QT_TR_NOOP("Note"), QT_TR_NOOP("Recorded"),
)  # fmt: skip
SOURCE, GENRE, PROBABILITY, NOTE, RECORDED = 3, 4, 5, 6, 7
TIPS = {
    GENRE: QT_TR_NOOP("What was heard. Type or choose another name (F2)."),
    PROBABILITY: QT_TR_NOOP(
        "Probability of the genre, or of the two together, averaged over the part"
    ),
    NOTE: QT_TR_NOOP("Your own note (F2)"),
    RECORDED: QT_TR_NOOP("When it was recorded, according to the file’s name or tags"),
}
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = int(Role.UserRole)
"""The value by which a cell is sorted."""


class SessionTable(QAbstractTableModel):
    """Shows the entries of a session, one row each, in order of time.

    Attributes:
        entries: the entries shown.
        undo: the user's changes.
    """

    def __init__(self, session: Session, undo: QUndoStack) -> None:
        """Show the session as it is now.

        Args:
            session: edited here by the user and extended elsewhere; see :meth:`follow`.
            undo: for the user's changes.
        """
        super().__init__(undo)
        self.session = session
        self.entries: list[Entry] = []
        self.undo = undo
        self._revision = -1
        self._generation = session.generation
        self.follow()

    def follow(self) -> None:
        """Show what has changed in the session since the last call.

        If other entries have taken the place of all, nothing of before can be undone.
        """
        revision = self.session.revision
        if revision == self._revision:
            return
        self._revision = revision
        if self.session.generation != self._generation:
            self._generation = self.session.generation
            self.beginResetModel()
            self.entries = list(self.session.entries)
            self.endResetModel()
            self.undo.clear()
            return
        wanted = {entry.part.number: entry for entry in self.session.entries}
        for row in range(len(self.entries) - 1, -1, -1):
            if self.entries[row].part.number not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.entries[row]
                self.endRemoveRows()
        for row, entry in enumerate(wanted.values()):
            if row == len(self.entries) or self.entries[row].part.number != entry.part.number:
                self.beginInsertRows(QModelIndex(), row, row)
                self.entries.insert(row, entry)
                self.endInsertRows()
            elif self.entries[row] is not entry:
                before, self.entries[row] = self.entries[row], entry
                self._tell(row, before, entry)

    def _tell(self, row: int, before: Entry, now: Entry) -> None:
        # Only the cells that differ: the words in an open editor are reset with theirs.
        for column, (old, new) in enumerate(zip(_cells(before), _cells(now), strict=True)):
            if old != new:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    def remove(self, rows: Sequence[int]) -> None:
        """Remove entries; undo puts them back."""
        numbers = [self.entries[row].part.number for row in rows]
        if numbers:
            self.undo.push(_Removal(self, numbers))

    # The model's interface to Qt.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Names of the columns, and their tooltips."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.DisplayRole:
            return tr(COLUMNS[section])
        return tr(TIPS[section]) if role == Role.ToolTipRole and section in TIPS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make genre and note editable."""
        editable = index.column() in (GENRE, NOTE)
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The content of a cell."""
        entry = self.entries[index.row()]
        column = index.column()
        if role == Role.DisplayRole:
            return _cells(entry)[column]
        if role == Role.EditRole:
            return entry.note if column == NOTE else entry.label
        if role == SORT_ROLE:
            return _sorted_by(entry)[column]
        if role == Role.ToolTipRole:
            return _tooltips(entry)[column]
        if role == Role.DecorationRole and column == GENRE:
            return colour_of(entry.label)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Apply what the user typed; an empty name restores what was heard."""
        entry = self.entries[index.row()]
        words = " ".join(str(value).split())
        if index.column() == GENRE:
            # In the model's spelling, where it is one of its genres.
            words = label_of(words)
            words = "" if words == entry.part.heard else words
            before, field = entry.name, "name"
        else:
            before, field = entry.note, "note"
        if role != Role.EditRole or words == before:
            return False
        self.undo.push(_Words(self, entry.part.number, field, before, words))
        return True


class _Words(QUndoCommand):
    def __init__(
        self, table: SessionTable, number: int, field: str, before: str, after: str
    ) -> None:
        super().__init__(tr("rename part") if field == "name" else tr("edit note"))
        self._table, self._number, self._field = table, number, field
        self._before, self._after = before, after

    def undo(self) -> None:
        self._write(self._before)

    def redo(self) -> None:
        self._write(self._after)

    def _write(self, words: str) -> None:
        self._table.session.describe(self._number, **{self._field: words})
        self._table.follow()


class _Removal(QUndoCommand):
    def __init__(self, table: SessionTable, numbers: Sequence[int]) -> None:
        super().__init__(
            ngettext("delete part", "delete {number} parts", len(numbers)).format(
                number=len(numbers)
            )
        )
        self._table, self._numbers = table, numbers

    def undo(self) -> None:
        self._table.session.restore(self._numbers)
        self._table.follow()

    def redo(self) -> None:
        self._table.session.remove(self._numbers)
        self._table.follow()


def _cells(entry: Entry) -> tuple[str, ...]:
    part = entry.part
    probability = "" if part.probability is None else f"{100 * part.probability:.0f} %"
    return (
        _time(part.began_at), _time(part.ended_at), clock(part.seconds), on_screen(part.source),
        screen_name(entry.label), probability, entry.note, _recorded(part),
    )  # fmt: skip


def _sorted_by(entry: Entry) -> tuple[float | str, ...]:
    part = entry.part
    probability = -1.0 if part.probability is None else part.probability
    recorded = 0.0 if part.recorded is None else part.recorded.timestamp()
    return (
        part.began_at, part.ended_at, part.seconds, on_screen(part.source),
        screen_name(entry.label), probability, entry.note, recorded,
    )  # fmt: skip


def _tooltips(entry: Entry) -> tuple[str, ...]:
    part = entry.part
    renamed = tr("Heard: {heard}").format(heard=screen_name(part.heard)) if entry.name else ""
    return (
        _date(part.began_at), _date(part.ended_at), "", on_screen(part.source), renamed, "",
        entry.note, _recorded(part),
    )  # fmt: skip


def _recorded(part: Part) -> str:
    return "" if part.recorded is None else part.recorded.isoformat(" ", "seconds")


def _time(at: float) -> str:
    """The time, after the day unless it is today."""
    local, now = time.localtime(at), time.localtime()
    today = (local.tm_year, local.tm_yday) == (now.tm_year, now.tm_yday)
    moment = QDateTime.fromSecsSinceEpoch(int(at))
    return QLocale().toString(moment, "HH:mm:ss" if today else tr("d MMM HH:mm:ss"))


def _date(at: float) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(at))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
