"""A grid of any size: written out in numbers, or as a heat map with an excerpt in numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.heat_map import HeatMap
from desktop_app.translation import tr

MOST_NUMBERS = 22
"""Largest number of rows or columns that is written out in full."""


class AdaptiveGrid(QWidget):
    """A grid of numbers below a heat map, which is hidden while all numbers fit."""

    def __init__(self, grid: GridView, colour_map: str) -> None:
        super().__init__()
        self.grid = grid
        self.heat_map = HeatMap(colour_map)
        self.caption = QLabel(tr("Numbers at this step:"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heat_map, 1)
        layout.addWidget(self.caption)
        layout.addWidget(grid, 2)

    def show_content(self, content: GridContent, ends: tuple[float, float], margin: int) -> None:
        """Draw a grid.

        Args:
            content: what to draw.
            ends: values of the first and the last colour.
            margin: rows and columns of numbers shown around the patch of a large grid.
        """
        large = max(content.values.shape) > MOST_NUMBERS
        self.heat_map.setVisible(large)
        self.caption.setVisible(large)
        if large:
            self.heat_map.show_content(content, ends)
            content = content.excerpt(margin)
        self.grid.show_content(content)
