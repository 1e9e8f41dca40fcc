"""A grid of numbers with its highlights, and the table model that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.laboratory.formula_text import number_texts, parse_number
from desktop_app.laboratory.presets import Array
from desktop_app.translation import tr
from model.convolution import Pair

CellRange = tuple[Pair, Pair]
"""(row, column) of the upper left corner and (rows, columns)."""
Texts = list[list[str]]
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


@dataclass(frozen=True, eq=False)
class GridContent:
    """The numbers of a grid and how to draw them.

    Attributes:
        values: (rows, columns); NaN is left empty.
        inner: the image without its padding; None if there is no padding.
        patch: the cells under the kernel.
        marked: row and column of the highlighted number.
        editable: whether numbers other than padding can be edited.
    """

    values: Array
    inner: CellRange | None = None
    patch: CellRange | None = None
    marked: Pair | None = None
    editable: bool = False

    def in_padding(self, row: int, column: int) -> bool:
        """Whether a cell belongs to the padding."""
        if self.inner is None:
            return False
        (top, left), (rows, columns) = self.inner
        return not (top <= row < top + rows and left <= column < left + columns)

    def excerpt(self, margin: int) -> GridContent:
        """Cut out the numbers around the patch or the highlighted number.

        Args:
            margin: rows and columns to keep on each side, where there are any.
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
            inner=self.inner and (_relative(self.inner[0], (top, left)), self.inner[1]),
            patch=self.patch and (_relative(self.patch[0], (top, left)), self.patch[1]),
            marked=self.marked and _relative(self.marked, (top, left)),
        )


def _relative(place: Pair, corner: Pair) -> Pair:
    return (place[0] - corner[0], place[1] - corner[1])


def _texts(values: Array) -> Texts:
    """The numbers of a grid, all with as many decimals as one of them needs."""
    columns = values.shape[1]
    texts = number_texts(values.ravel().tolist())
    return [texts[row * columns : (row + 1) * columns] for row in range(len(values))]


class GridModel(QAbstractTableModel):
    """A grid as a Qt table model.

    Attributes:
        content: the grid shown.
        rejected_cell: the cell whose last input was rejected, if any.

    Signals:
        edited: row and column in the image without padding, and the number typed there.
        refused: the input was rejected; a sentence that says why.
    """

    edited = Signal(int, int, float)
    refused = Signal(str)

    def __init__(self, content: GridContent) -> None:
        super().__init__()
        self.content = content
        self._texts = _texts(content.values)
        self.rejected_cell: Pair | None = None

    def show_content(self, content: GridContent) -> None:
        """Show another grid; the focus stays in its cell if the size is the same."""
        same = content.values.shape == self.content.values.shape
        changed = not np.array_equal(content.values, self.content.values, equal_nan=True)
        if not same:
            self.beginResetModel()
        self.content = content
        if changed:
            self._texts = _texts(content.values)
        if not same:
            self.endResetModel()
        elif changed:
            # Only if changed, because the signal resets a cell that is being edited.
            rows, columns = content.values.shape
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the grid."""
        return 0 if parent.isValid() else self.content.values.shape[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns of the grid."""
        return 0 if parent.isValid() else self.content.values.shape[1]

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        """The number as shown, as edited, or as read out by a screen reader."""
        if role == Role.DisplayRole:
            return self.written(index.row(), index.column())
        if role == Role.EditRole:
            return f"{self.content.values[index.row(), index.column()]:.10g}"
        if role == Role.AccessibleTextRole and self.content.in_padding(index.row(), index.column()):
            return tr("0, padding")
        return None

    @property
    def texts(self) -> Texts:
        """The text of each cell, by row; empty for NaN."""
        return self._texts

    def written(self, row: int, column: int) -> str:
        """The text of a cell."""
        return self._texts[row][column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All cells can be selected; only numbers outside the padding can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.content.editable and not self.content.in_padding(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Report the number typed, or reject the input."""
        row, column = index.row(), index.column()
        try:
            typed = parse_number(str(value))
        except ValueError as error:
            self.rejected_cell = (row, column)
            self.refused.emit(str(error))
            self.dataChanged.emit(index, index)
            return False
        if typed != self.content.values[row, column]:
            top, left = self.content.inner[0] if self.content.inner else (0, 0)
            self.edited.emit(row - top, column - left, typed)
        return True
