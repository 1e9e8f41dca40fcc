"""The session's entries as a table that can be edited, with undo."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_app.formatting.text import clock
from desktop_app.panels.genre_colours import colour_of
from desktop_app.panels.overview_strip import name_of
from desktop_app.session.collector import Part
from desktop_app.session.entries import Entry, SessionLog

COLUMNS = ("From", "To", "Length", "Source", "Genre", "Probability", "Note")
GENRE, PROBABILITY, NOTE = 4, 5, 6
TIPS = {
    GENRE: "What was heard; type or choose another name (F2)",
    PROBABILITY: "Mean over the part of what the network said",
    NOTE: "Your own words (F2)",
}
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SessionTable(QAbstractTableModel):
    """Rows are entries in order of time.

    Attributes:
        log: what is shown.
        undo: every change that the user made.
    """

    def __init__(self, undo: QUndoStack) -> None:
        super().__init__(undo)
        self.log = SessionLog()
        self.undo = undo
        self._newest = 0

    def take(self, parts: Sequence[Part]) -> None:
        """Show parts that are new or have become longer."""
        for part in parts:
            if part.number > self._newest:
                self._newest = part.number
                self.put_back([Entry(part)])
            elif (row := self.log.lengthen(part)) is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, PROBABILITY))

    def remove(self, rows: Sequence[int]) -> None:
        """Take entries out; undo puts them back."""
        numbers = [self.log.entries[row].part.number for row in rows]
        if numbers:
            self.undo.push(_Removal(self, numbers))

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.log.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Names of the columns, and what they mean."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.DisplayRole:
            return COLUMNS[section]
        return TIPS.get(section) if role == Role.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Name and note can be edited."""
        editable = index.column() in (GENRE, NOTE)
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What stands in a cell."""
        entry = self.log.entries[index.row()]
        column = index.column()
        if role == Role.DisplayRole:
            return _shown(entry)[column]
        if role == Role.EditRole:
            return entry.note if column == NOTE else entry.label
        if role == Role.ToolTipRole:
            return _told(entry)[column]
        if role == Role.DecorationRole and column == GENRE:
            return colour_of(entry.label)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take what the user typed; an empty name is what was heard."""
        entry = self.log.entries[index.row()]
        words = " ".join(str(value).split())
        if index.column() == GENRE:
            # As the model names it, where it is one of its names.
            words = words.lower() if name_of(words.lower()) == words else words
            words = "" if words == entry.part.heard else words
            before, field = entry.name, "name"
        else:
            before, field = entry.note, "note"
        if role != Role.EditRole or words == before:
            return False
        self.undo.push(_Words(self, entry.part.number, field, before, words))
        return True

    # For the commands.

    def write(self, number: int, field: str, words: str) -> None:
        """Set the words on a part."""
        row = self.log.change(number, **{field: words})
        self.dataChanged.emit(self.index(row, 0), self.index(row, NOTE))

    def take_out(self, numbers: Sequence[int]) -> list[Entry]:
        """Remove entries without undo."""
        removed = []
        for number in numbers:
            row = self.log.place_for(number)
            self.beginRemoveRows(QModelIndex(), row, row)
            removed.append(self.log.entries.pop(row))
            self.endRemoveRows()
        return removed

    def put_back(self, entries: Sequence[Entry]) -> None:
        """Insert entries at their places."""
        for entry in entries:
            row = self.log.place_for(entry.part.number)
            self.beginInsertRows(QModelIndex(), row, row)
            self.log.entries.insert(row, entry)
            self.endInsertRows()


class _Words(QUndoCommand):
    def __init__(
        self, table: SessionTable, number: int, field: str, before: str, after: str
    ) -> None:
        super().__init__("renaming a part" if field == "name" else "the note on a part")
        self._table, self._number, self._field = table, number, field
        self._before, self._after = before, after

    def undo(self) -> None:
        self._table.write(self._number, self._field, self._before)

    def redo(self) -> None:
        self._table.write(self._number, self._field, self._after)


class _Removal(QUndoCommand):
    def __init__(self, table: SessionTable, numbers: Sequence[int]) -> None:
        super().__init__(f"deleting {len(numbers)} parts" if numbers[1:] else "deleting a part")
        self._table, self._numbers = table, numbers
        self._removed: list[Entry] = []

    def undo(self) -> None:
        self._table.put_back(self._removed)

    def redo(self) -> None:
        self._removed = self._table.take_out(self._numbers)


def _shown(entry: Entry) -> tuple[str, ...]:
    part = entry.part
    sure = "" if part.probability is None else f"{100 * part.probability:.0f} %"
    return (
        _time(part.began_at), _time(part.ended_at), clock(part.seconds), part.source,
        name_of(entry.label), sure, entry.note,
    )  # fmt: skip


def _told(entry: Entry) -> tuple[str, ...]:
    part = entry.part
    renamed = f"Heard: {name_of(part.heard)}" if entry.name else ""
    return (
        _date(part.began_at), _date(part.ended_at), "", part.source, renamed, "", entry.note,
    )  # fmt: skip


def _time(at: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(at))


def _date(at: float) -> str:
    return time.strftime("%x %X", time.localtime(at))
