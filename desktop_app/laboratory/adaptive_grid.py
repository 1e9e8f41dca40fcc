"""A grid of any size: written out in numbers, or as a heat map with an excerpt in numbers."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
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
        self._content: GridContent | None = None
        self._margin = 0
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
            margin: rows and columns of numbers shown around the patch of a large grid, where there
                is room for them.
        """
        self._content, self._margin = content, margin
        large = self._large
        self.heat_map.setVisible(large)
        self.caption.setVisible(large)
        if large:
            self.heat_map.show_content(content, ends)
        self._show_numbers(content)

    @property
    def _large(self) -> bool:
        return self._content is not None and max(self._content.values.shape) > MOST_NUMBERS

    def _show_numbers(self, content: GridContent) -> None:
        """Write out the grid; of a large one, as much as there is room for."""
        if not self._large:
            self.grid.show_content(content)
            return
        for margin in range(self._margin, -1, -1):
            self.grid.show_content(content.excerpt(margin))
            if not self.grid.overflows:
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write out more or less of a large grid."""
        super().resizeEvent(event)
        if self._content is not None and self._large:
            self._show_numbers(self._content)
