"""A grid of numbers on the screen: what slides over it, what is padding, what can be typed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.laboratory.sheet import Sheet, SheetModel
from desktop_app.laboratory.writing import number

LARGEST_CELL = QSize(60, 44)
LARGE = QSize(40, 38)
LARGE_FONT = 1.3
"""How much larger numbers are written in cells of LARGE or more."""
LEAST_HEIGHT = 21
WRONG = QColor("#d9484a")
PATCH_ALPHA = 70
Role = QPalette.ColorRole


class Grid(QTableView):
    """A sheet as a table.

    Signals:
        edited: row and column of the image, without padding, and the number typed there.
        refused: what is wrong with what was typed, in a sentence.
    """

    edited = Signal(int, int, float)
    refused = Signal(str)

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.sheet_model = SheetModel(Sheet(np.zeros((0, 0))))
        self.sheet_model.edited.connect(self.edited)
        self.sheet_model.refused.connect(self.refused)
        self.setModel(self.sheet_model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw a sheet and keep in sight what it is about."""
        self.sheet_model.show_sheet(sheet)
        self._fit()
        if sheet.patch is not None:
            (top, left), (rows, columns) = sheet.patch
            self.scrollTo(self.sheet_model.index(top + rows - 1, left + columns - 1))
            self.scrollTo(self.sheet_model.index(top, left))
        elif sheet.marked is not None:
            self.scrollTo(self.sheet_model.index(*sheet.marked))
        self.viewport().update()

    def forgive(self) -> None:
        """Take the mark off the cell that was refused."""
        if self.sheet_model.wrong is not None:
            self.sheet_model.wrong = None
            self.viewport().update()

    def _fit(self) -> None:
        values = self.sheet_model.sheet.values
        if not values.size:
            return
        finite = values[np.isfinite(values)]
        ends = (finite.min(), finite.max()) if finite.size else (0.0,)
        metrics = self.fontMetrics()
        decimals = self.sheet_model.sheet.decimals if (finite % 1 != 0).any() else 0
        widest = max(metrics.horizontalAdvance(f"{number(end, 0)}") for end in ends)
        if decimals:
            widest += metrics.horizontalAdvance("." + decimals * "0")
        rows, columns = values.shape
        room = self.contentsRect()
        least = max(LEAST_HEIGHT, metrics.height() + 2)
        width = max(min(room.width() // columns, LARGEST_CELL.width()), widest + 6, least)
        height = max(min(room.height() // rows, LARGEST_CELL.height()), least)
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cells as large as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space to the page, which plays and pauses."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers, and the kernel's outline over them."""
        super().paintEvent(event)
        patch = self.sheet_model.sheet.patch
        if patch is not None:
            (top, left), (rows, columns) = patch
            first = self.visualRect(self.sheet_model.index(top, left))
            last = self.visualRect(self.sheet_model.index(top + rows - 1, left + columns - 1))
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(Role.Highlight), 3))
            painter.drawRect(QRect(first.topLeft(), last.bottomRight()).adjusted(1, 1, -1, -1))

    def sizeHint(self) -> QSize:
        """No more than it needs: the layout stretches it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few numbers each way; there are scroll bars for more."""
        return QSize(3 * LARGEST_CELL.height(), 3 * LEAST_HEIGHT)


class _Cells(QStyledItemDelegate):
    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, palette = self._grid.sheet_model, self._grid.palette()
        row, column = index.row(), index.column()
        padding = model.sheet.in_padding(row, column)
        marked = model.sheet.marked == (row, column)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        fill = Role.Highlight if marked else Role.AlternateBase if padding else Role.Base
        painter.save()
        painter.fillRect(rect, palette.color(fill))
        if model.sheet.in_patch(row, column) and not marked:
            tint = palette.color(Role.Highlight)
            tint.setAlpha(PATCH_ALPHA)
            painter.fillRect(rect, tint)
        edge = QPen(palette.color(Role.Mid))
        if padding:
            edge = QPen(palette.color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if model.wrong == (row, column):
            painter.setPen(QPen(WRONG, 3))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        elif state & QStyle.StateFlag.State_HasFocus and self._grid.hasFocus():
            painter.setPen(QPen(palette.color(Role.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        text = Role.PlaceholderText if padding else Role.Text
        painter.setPen(palette.color(Role.HighlightedText if marked else text))
        font = painter.font()
        font.setBold(marked)
        if rect.width() >= LARGE.width() and rect.height() >= LARGE.height():
            font.setPointSizeF(font.pointSizeF() * LARGE_FONT)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, model.data(index) or "")
        painter.restore()
