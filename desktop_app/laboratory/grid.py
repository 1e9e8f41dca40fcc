"""A grid of numbers on the screen: what slides over it, what is padding, what can be typed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QTableView,
)

from desktop_app.laboratory.sheet import Sheet, SheetModel
from desktop_app.laboratory.writing import number
from model.convolution import Pair

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
        """Draw all cells, and the kernel's outline over them.

        In one go: through a delegate, which Qt calls once a cell, a live window takes so long that
        the rest of the app stutters.
        """
        sheet, palette = self.sheet_model.sheet, self.palette()
        painter = QPainter(self.viewport())
        cells = [
            (self._place(row, column), (row, column))
            for row in range(sheet.values.shape[0])
            for column in range(sheet.values.shape[1])
        ]
        cells = [(at, cell) for at, cell in cells if at.intersects(event.rect())]
        self._fill(painter, [(at, sheet.in_padding(*cell)) for at, cell in cells])
        if sheet.marked is not None:
            painter.fillRect(self._place(*sheet.marked), palette.color(Role.Highlight))
        self._write(painter, cells)
        self._outline(painter)

    def _place(self, row: int, column: int) -> QRect:
        width = self.horizontalHeader().defaultSectionSize()
        height = self.verticalHeader().defaultSectionSize()
        left = column * width - self.horizontalOffset()
        return QRect(left, row * height - self.verticalOffset(), width, height)

    def _fill(self, painter: QPainter, cells: list[tuple[QRect, bool]]) -> None:
        palette = self.palette()
        dashes = QPen(palette.color(Role.PlaceholderText), 1, Qt.PenStyle.DashLine)
        for wanted, pen, role in (
            (False, QPen(palette.color(Role.Mid)), Role.Base),
            (True, dashes, Role.AlternateBase),
        ):
            painter.setPen(pen)
            painter.setBrush(palette.color(role))
            painter.drawRects(
                [at.adjusted(0, 0, -1, -1) for at, padding in cells if padding is wanted]
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(self, painter: QPainter, cells: list[tuple[QRect, Pair]]) -> None:
        model, palette = self.sheet_model, self.palette()
        colour, grey = palette.color(Role.Text), palette.color(Role.PlaceholderText)
        bold = QFont(self.font())
        if (
            cells
            and cells[0][0].width() >= LARGE.width()
            and cells[0][0].height() >= LARGE.height()
        ):
            bold.setPointSizeF(bold.pointSizeF() * LARGE_FONT)
        painter.setFont(bold)
        bold.setBold(True)
        for at, cell in cells:
            if cell == model.sheet.marked:
                painter.save()
                painter.setFont(bold)
                painter.setPen(palette.color(Role.HighlightedText))
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, model.written(*cell))
                painter.restore()
            else:
                painter.setPen(grey if model.sheet.in_padding(*cell) else colour)
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, model.written(*cell))

    def _outline(self, painter: QPainter) -> None:
        palette, sheet, here = self.palette(), self.sheet_model.sheet, self.currentIndex()
        if sheet.patch is not None:
            (top, left), (rows, columns) = sheet.patch
            last = self._place(top + rows - 1, left + columns - 1)
            around = self._place(top, left).united(last).adjusted(1, 1, -2, -2)
            tint = palette.color(Role.Highlight)
            painter.setPen(QPen(tint, 3))
            tint.setAlpha(PATCH_ALPHA)
            painter.setBrush(tint)
            painter.drawRect(around)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.sheet_model.wrong is not None:
            painter.setPen(QPen(WRONG, 3))
            painter.drawRect(self._place(*self.sheet_model.wrong).adjusted(1, 1, -2, -2))
        elif here.isValid() and self.hasFocus():
            painter.setPen(QPen(palette.color(Role.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._place(here.row(), here.column()).adjusted(2, 2, -3, -3))

    def sizeHint(self) -> QSize:
        """No more than it needs: the layout stretches it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few numbers each way; there are scroll bars for more."""
        return QSize(3 * LARGEST_CELL.height(), 3 * LEAST_HEIGHT)
