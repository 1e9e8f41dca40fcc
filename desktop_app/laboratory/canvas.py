"""A sheet of any size: in numbers, or in colours with the numbers around the kernel below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.laboratory.grid import Grid
from desktop_app.laboratory.picture import Picture
from desktop_app.laboratory.sheet import Sheet

MOST_NUMBERS = 22
"""Rows or columns; what has more is drawn in colours."""


class Canvas(QWidget):
    """A picture, hidden while all numbers can be written, above a grid."""

    def __init__(self, grid: Grid, colours: str) -> None:
        super().__init__()
        self.grid = grid
        self.picture = Picture(colours)
        self._words = QLabel("The numbers around it:")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picture)
        layout.addWidget(self._words)
        layout.addWidget(grid, 1)

    def show_sheet(self, sheet: Sheet, ends: tuple[float, float], margin: int) -> None:
        """Draw a sheet.

        Args:
            sheet: what to draw.
            ends: numbers of the first and the last colour.
            margin: rows and columns of numbers around the kernel where it is drawn in colours.
        """
        large = max(sheet.values.shape) > MOST_NUMBERS
        self.picture.setVisible(large)
        self._words.setVisible(large)
        if large:
            self.picture.show_sheet(sheet, ends)
            sheet = replace(sheet.excerpt(margin), decimals=0)
        self.grid.show_sheet(sheet)
