"""The output: its size, its numbers up to the current step, and the maps of all kernels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.adaptive_grid import AdaptiveGrid
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import (
    left_over_text,
    no_output_text,
    shape_formulas,
    size_text,
)
from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.heat_map import MapThumbnails, strongest
from desktop_app.panels.card import Card
from desktop_app.panels.colours import KERNEL_MAP
from desktop_app.translation import tr

MARGIN = 3
"""Rows and columns of numbers around the highlighted one of an output too large for all."""


class OutputCard(Card):
    """The layer's output up to the current step.

    Signals:
        map_chosen: a map was clicked; its number, from 0.
    """

    file_name = "laboratory-output"
    axes = ("map", "row")
    map_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Output"))
        self.formulas = QLabel()
        self.formulas.setToolTip(
            tr(
                "Number of steps in each direction: the image with its padding, minus the kernel, "
                "divided by the stride and rounded down, plus 1 for the first step."
            )
        )
        self.left_over = QLabel()
        self.problem = QLabel()
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self.formulas, self.left_over, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.grid = GridView(
            tr("Output"),
            tr(
                "Output so far; the number of this step is highlighted. Averages with more than "
                "four decimals are rounded to two."
            ),
        )
        self.values = AdaptiveGrid(self.grid, KERNEL_MAP)
        self.maps = MapThumbnails()
        self.maps.chosen.connect(self.map_chosen)
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.addWidget(self.formulas)
        content.addWidget(self.left_over)
        content.addWidget(self.problem, 1)
        content.addWidget(self.values, 6)
        content.addWidget(self.maps, 1)
        self.body.addWidget(self._content, 1)

    @property
    def texts_shown(self) -> tuple[QWidget, ...]:
        """The widgets whose text grows with the page."""
        return self.formulas, self.left_over, self.problem, self.values.caption

    @property
    def canvas(self) -> QWidget:
        """The output with the formulas of its size."""
        return self._content

    def numbers(self) -> Numbers:
        """The ``output`` (maps, rows, columns), NaN after the current step; empty if none."""
        return {"output": self._view.maps} if self._view.layer.step_count else {}

    def show_view(self, view: ExperimentView) -> None:
        """Draw the output of a view."""
        self._view = view
        layer, shown = view.layer, view.shown_map
        maps = len(layer.maps)
        words = tr("{number} maps of {size}") if maps > 1 else "{size}"
        words = words.format(number=maps, size=size_text(*layer.shape))
        self.say(words if layer.step_count else "")
        self.formulas.setText(shape_formulas(layer))
        self.left_over.setText(left_over_text(layer))
        self.left_over.setVisible(bool(left_over_text(layer)))
        self.problem.setText(no_output_text(layer))
        self.problem.setVisible(not layer.step_count)
        self.values.setVisible(bool(layer.step_count))
        self.maps.setVisible(bool(layer.step_count) and maps > 1)
        self.maps.show_maps(view.maps, shown)
        if layer.step_count:
            strength = strongest(layer.maps[shown])
            content = GridContent(view.maps[shown], marked=layer.output_cell(view.current_step))
            self.values.show_content(content, (-strength, strength), MARGIN)
