"""A grid of numbers as a table: with the kernel's position, the padding and editable cells."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, QSizeF, Qt, Signal
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

from desktop_app.laboratory.grid_model import GridContent, GridModel
from desktop_app.translation import keep_left_to_right
from model.convolution import Pair

LEAST_SHARE = 4
"""A cell takes at most a quarter of the room, however few there are."""
WIDEST = 1.4
"""Largest width of a cell whose text needs no more, as a multiple of its height."""
HIGHEST = 1.1
"""Largest height of a cell, as a multiple of its width."""
TEXT_SHARE = 0.45
"""Height of the text as a share of a cell that is higher than its text needs."""
LEAST_SCALE = 0.85
"""Smallest font of a cell, as a share of the app's."""
BESIDE_TEXT = 6
"""Pixels of a cell's width that its text leaves free."""
FEWEST_ROWS, MOST_ROWS, MOST_COLUMNS = 3, 8, 3
"""Rows and columns for which there is always room; those beyond are reached by scrolling."""
FEWEST_CHARACTERS, CHARACTERS_OF_FRACTIONS = 2, 6
"""Room for −312.5 in a grid of fractions, so that a moving picture does not change its size."""
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
        self._scale = 1.0
        self.setModel(self.grid_model)
        self.setAccessibleName(name)
        keep_left_to_right(self)
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
        before = self.minimumSizeHint()
        self.grid_model.show_content(content)
        if self.minimumSizeHint() != before:
            self.updateGeometry()
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
        """Make the cells, and the font with them, as large as the room allows."""
        values = self.grid_model.content.values
        if not values.size:
            return
        metrics, text = self.fontMetrics(), self._text_room()
        rows, columns = values.shape
        room = self.contentsRect()
        height = room.height() // max(rows, LEAST_SHARE)
        if height < 2 * metrics.height():
            height = min(room.height() // rows, 2 * metrics.height())
        widest = max(round(WIDEST * height), round(text.width()) + 2 * BESIDE_TEXT)
        width = min(room.width() // columns, widest)
        height = min(height, max(round(HIGHEST * width), 2 * metrics.height()))
        share = max(min(1.0, height / text.height()), TEXT_SHARE * height / text.height())
        self._scale = max(LEAST_SCALE, min((width - BESIDE_TEXT) / text.width(), share))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        # The editor of a cell inherits it.
        self.viewport().setFont(font)
        self.horizontalHeader().setDefaultSectionSize(
            max(width, math.ceil(text.width() * self._scale) + BESIDE_TEXT)
        )
        self.verticalHeader().setDefaultSectionSize(
            max(height, math.ceil(text.height() * self._scale))
        )

    def _text_room(self) -> QSizeF:
        """What the longest number needs in the app's font, in pixels."""
        values = self.grid_model.content.values
        fractions = bool((values[np.isfinite(values)] % 1 != 0).any())
        fewest = CHARACTERS_OF_FRACTIONS if fractions else FEWEST_CHARACTERS
        texts = self.grid_model.texts
        characters = max(fewest, *(len(text) for row in texts for text in row), 0)
        metrics = self.fontMetrics()
        return QSizeF(metrics.horizontalAdvance("−" + "0" * (characters - 1)), metrics.height())

    @property
    def text_scale(self) -> float:
        """Size of the numbers, as a multiple of the app's font."""
        return self._scale

    @property
    def overflows(self) -> bool:
        """Whether there are more columns than fit beside each other."""
        columns = self.grid_model.columnCount()
        return columns * self.horizontalHeader().defaultSectionSize() > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cells as large as possible."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the app's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
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
        bold = QFont(self.viewport().font())
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
        palette, here = self.palette(), self.currentIndex()
        if self.grid_model.content.patch is not None:
            around = self.patch_place().adjusted(1, 1, -2, -2)
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

    def patch_place(self) -> QRect:
        """Where the cells under the kernel are drawn, null without a kernel."""
        if self.grid_model.content.patch is None:
            return QRect()
        (top, left), (rows, columns) = self.grid_model.content.patch
        return self._place(top, left).united(self._place(top + rows - 1, left + columns - 1))

    def sizeHint(self) -> QSize:
        """The minimum; the layout stretches the view."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the rows and a few columns of small numbers; others are scrolled to."""
        rows, columns = self.grid_model.content.values.shape
        text = self._text_room() * LEAST_SCALE
        return QSize(
            min(max(1, columns), MOST_COLUMNS) * (math.ceil(text.width()) + BESIDE_TEXT),
            min(max(FEWEST_ROWS, rows), MOST_ROWS) * math.ceil(text.height()),
        )
