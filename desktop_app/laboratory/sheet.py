"""A grid of numbers with what is to be seen on it, as a table shows it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.laboratory.presets import Array
from desktop_app.laboratory.writing import number, value_of
from model.convolution import Pair

CellRange = tuple[Pair, Pair]
"""Row and column of the upper left corner; rows and columns."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


@dataclass(frozen=True, eq=False)
class Sheet:
    """What is drawn.

    Attributes:
        values: (rows, columns); nan is left empty.
        inner: where the image is, all around is padding; None: nothing is.
        patch: what lies under the kernel.
        marked: row and column of the one number that it is about.
        editable: whether the numbers can be changed, those of the padding never.
        decimals: the most that are written.
    """

    values: Array
    inner: CellRange | None = None
    patch: CellRange | None = None
    marked: Pair | None = None
    editable: bool = False
    decimals: int = 2

    def in_padding(self, row: int, column: int) -> bool:
        """Whether a number is none of the image's."""
        if self.inner is None:
            return False
        (top, left), (rows, columns) = self.inner
        return not (top <= row < top + rows and left <= column < left + columns)

    def excerpt(self, margin: int) -> Sheet:
        """The numbers around the patch or the marked number, as far as there are any.

        Args:
            margin: rows and columns around it.
        """
        corner, size = self.patch or (self.marked or (0, 0), (1, 1))
        starts, lengths = [], []
        for start, length, whole in zip(corner, size, self.values.shape, strict=True):
            lengths.append(min(length + 2 * margin, whole))
            starts.append(max(0, min(start - margin, whole - lengths[-1])))
        (top, left), (rows, columns) = starts, lengths
        return replace(
            self,
            values=self.values[top : top + rows, left : left + columns],
            inner=self.inner and (_less(self.inner[0], (top, left)), self.inner[1]),
            patch=self.patch and (_less(self.patch[0], (top, left)), self.patch[1]),
            marked=self.marked and _less(self.marked, (top, left)),
        )


def _less(place: Pair, corner: Pair) -> Pair:
    return (place[0] - corner[0], place[1] - corner[1])


class SheetModel(QAbstractTableModel):
    """A sheet for a table.

    Signals:
        edited: row and column of the image, without padding, and the number typed there.
        refused: what is wrong with what was typed, in a sentence.
    """

    edited = Signal(int, int, float)
    refused = Signal(str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.wrong: Pair | None = None

    def show_sheet(self, sheet: Sheet) -> None:
        """Take another sheet; the cell with the focus keeps it if there are as many as before."""
        same = sheet.values.shape == self.sheet.values.shape
        changed = not np.array_equal(sheet.values, self.sheet.values, equal_nan=True)
        if not same:
            self.beginResetModel()
        self.sheet = sheet
        if not same:
            self.endResetModel()
        elif changed:
            # Told only then, because a cell that is being typed into forgets what was typed.
            rows, columns = sheet.values.shape
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """As the sheet has."""
        return 0 if parent.isValid() else self.sheet.values.shape[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """As the sheet has."""
        return 0 if parent.isValid() else self.sheet.values.shape[1]

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        """The number as it is written, or as it is to be edited."""
        if role == Role.DisplayRole:
            return self.written(index.row(), index.column())
        if role == Role.EditRole:
            return f"{self.sheet.values[index.row(), index.column()]:.10g}"
        if role == Role.AccessibleTextRole and self.sheet.in_padding(index.row(), index.column()):
            return "0, padding"
        return None

    def written(self, row: int, column: int) -> str:
        """A number as it stands in its cell."""
        value = float(self.sheet.values[row, column])
        return "" if math.isnan(value) else number(value, self.sheet.decimals)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What of it can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.sheet.editable and not self.sheet.in_padding(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Pass on what was typed, or refuse it."""
        row, column = index.row(), index.column()
        try:
            typed = value_of(str(value))
        except ValueError as error:
            self.wrong = (row, column)
            self.refused.emit(str(error))
            self.dataChanged.emit(index, index)
            return False
        if typed != self.sheet.values[row, column]:
            top, left = self.sheet.inner[0] if self.sheet.inner else (0, 0)
            self.edited.emit(row - top, column - left, typed)
        return True
