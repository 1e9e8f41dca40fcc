"""A grid of numbers as a table: with the kernel's position, the padding and editable cells."""

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

from desktop_app.laboratory.formula_text import number_text
from desktop_app.laboratory.grid_model import GridContent, GridModel
from model.convolution import Pair

LARGEST_CELL = QSize(60, 44)
LARGE = QSize(40, 38)
LARGE_FONT = 1.3
"""Factor by which the font grows in cells of size LARGE or more."""
LEAST_HEIGHT = 21
REJECTED = QColor("#d9484a")
PATCH_ALPHA = 70
Role = QPalette.ColorRole


class GridView(QTableView):
    """A table of numbers.

    Signals:
        edited: row and column in the image without padding, and the number typed there.
        refused: the input was rejected; a sentence that says why.
    """

    edited = Signal(int, int, float)
    refused = Signal(str)

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.grid_model = GridModel(GridContent(np.zeros((0, 0))))
        self.grid_model.edited.connect(self.edited)
        self.grid_model.refused.connect(self.refused)
        self.setModel(self.grid_model)
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

    def show_content(self, content: GridContent) -> None:
        """Draw a grid and scroll to its patch or its highlighted number."""
        self.grid_model.show_content(content)
        self._fit()
        if content.patch is not None:
            (top, left), (rows, columns) = content.patch
            self.scrollTo(self.grid_model.index(top + rows - 1, left + columns - 1))
            self.scrollTo(self.grid_model.index(top, left))
        elif content.marked is not None:
            self.scrollTo(self.grid_model.index(*content.marked))
        self.viewport().update()

    def clear_rejection(self) -> None:
        """Remove the mark of a rejected input."""
        if self.grid_model.rejected_cell is not None:
            self.grid_model.rejected_cell = None
            self.viewport().update()

    def _fit(self) -> None:
        values = self.grid_model.content.values
        if not values.size:
            return
        finite = values[np.isfinite(values)]
        ends = (finite.min(), finite.max()) if finite.size else (0.0,)
        metrics = self.fontMetrics()
        decimals = self.grid_model.content.decimals if (finite % 1 != 0).any() else 0
        widest = max(metrics.horizontalAdvance(f"{number_text(end, 0)}") for end in ends)
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
        """Make the cells as large as possible."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space to the page, where it plays and pauses."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all cells and the kernel's outline over them.

        A delegate, which Qt calls once per cell, would be so slow for a live window that the rest
        of the app stutters.
        """
        content, palette = self.grid_model.content, self.palette()
        painter = QPainter(self.viewport())
        cells = [
            (self._place(row, column), (row, column))
            for row in range(content.values.shape[0])
            for column in range(content.values.shape[1])
        ]
        cells = [(at, cell) for at, cell in cells if at.intersects(event.rect())]
        self._fill(painter, [(at, content.in_padding(*cell)) for at, cell in cells])
        if content.marked is not None:
            painter.fillRect(self._place(*content.marked), palette.color(Role.Highlight))
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
        model, palette = self.grid_model, self.palette()
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
            if cell == model.content.marked:
                painter.save()
                painter.setFont(bold)
                painter.setPen(palette.color(Role.HighlightedText))
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, model.written(*cell))
                painter.restore()
            else:
                painter.setPen(grey if model.content.in_padding(*cell) else colour)
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, model.written(*cell))

    def _outline(self, painter: QPainter) -> None:
        palette, content, here = self.palette(), self.grid_model.content, self.currentIndex()
        if content.patch is not None:
            (top, left), (rows, columns) = content.patch
            last = self._place(top + rows - 1, left + columns - 1)
            around = self._place(top, left).united(last).adjusted(1, 1, -2, -2)
            tint = palette.color(Role.Highlight)
            painter.setPen(QPen(tint, 3))
            tint.setAlpha(PATCH_ALPHA)
            painter.setBrush(tint)
            painter.drawRect(around)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.grid_model.rejected_cell is not None:
            painter.setPen(QPen(REJECTED, 3))
            painter.drawRect(self._place(*self.grid_model.rejected_cell).adjusted(1, 1, -2, -2))
        elif here.isValid() and self.hasFocus():
            painter.setPen(QPen(palette.color(Role.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._place(here.row(), here.column()).adjusted(2, 2, -3, -3))

    def sizeHint(self) -> QSize:
        """The minimum; the layout stretches the view."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for a few numbers; the rest is reached by scrolling."""
        return QSize(3 * LARGEST_CELL.height(), 3 * LEAST_HEIGHT)
