"""Pooling: its type, the size of its cells, and the cell of the current step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.experiment import Pooling
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import size_text
from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.labelled_combo_box import (
    LabelledComboBox,
    integers,
    row_of,
    side_by_side,
)
from desktop_app.panels.card import Card

STRIDES = integers(1, 4)


class PoolingCard(Card):
    """The settings of a pooling layer and its current cell.

    Signals:
        changed: the experiment that the user wants, and a name for the change.
    """

    file_name = "laboratory-pooling"
    axes = ("channel", "row")
    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Pooling")
        self.kind = LabelledComboBox(
            "Ty&pe",
            [("max", "max"), ("average", "average")],
            "Max pooling keeps the largest value of each cell; average pooling averages them.",
        )
        self.cell_size = LabelledComboBox(
            "Cell si&ze",
            [(size_text(size, size), size) for size in range(2, 5)],
            "Each cell of this size becomes one number of the output",
        )
        self.vertical = LabelledComboBox(
            "Stride verti&cal", STRIDES, "Rows from one cell to the one below"
        )
        self.horizontal = LabelledComboBox(
            "horizont&al", STRIDES, "Columns from one cell to the next"
        )
        self.horizontal.setAccessibleName("Stride horizontal")
        self.cell = GridView(
            "Cell", "Pixels in the current cell; max pooling keeps the highlighted one"
        )
        self._current = QWidget()
        current = QVBoxLayout(self._current)
        current.setContentsMargins(0, 0, 0, 0)
        self._caption = QLabel("Current cell")
        current.addWidget(self._caption)
        current.addWidget(self.cell, 1)
        settings = row_of(self.kind, self.cell_size)
        settings.add_row(side_by_side(self.vertical, self.horizontal))
        self.body.addLayout(settings)
        self.body.addWidget(self._current, 1)
        self.kind.picked.connect(
            lambda kind: self._want(replace(self._pooling, kind=kind), f"use {kind} pooling")
        )
        self.cell_size.picked.connect(
            lambda size: self._want(
                replace(self._pooling, cell=(size, size), stride=(size, size)), "change cell size"
            )
        )
        self.vertical.picked.connect(lambda rows: self._stride(rows, self._pooling.stride[1]))
        self.horizontal.picked.connect(
            lambda columns: self._stride(self._pooling.stride[0], columns)
        )
        self.say("no weights to learn")

    @property
    def texts_shown(self) -> tuple[QWidget, ...]:
        """The widgets whose text grows with the page."""
        return (self._caption,)

    @property
    def canvas(self) -> QWidget:
        """The current cell."""
        return self._current

    def numbers(self) -> Numbers:
        """The current ``cell``, (rows, columns); empty if there is no step."""
        layer = self._view.layer
        if not isinstance(layer, Pooling) or not layer.step_count:
            return {}
        return {"cell": layer.patch_at(self._view.current_step)[0]}

    def show_view(self, view: ExperimentView) -> None:
        """Draw the pooling layer of a view."""
        self._view = view
        self._pooling = view.experiment.pooling
        shown = view.layer
        if not isinstance(shown, Pooling):
            return
        self.kind.show_value(shown.kind)
        self.cell_size.show_value(shown.cell[0])
        self.vertical.show_value(shown.stride[0])
        self.horizontal.show_value(shown.stride[1])
        if shown.step_count:
            step = view.current_step
            values, winner = shown.patch_at(step)[0], shown.winner(step)
            self.cell.show_content(GridContent(values, marked=winner))
        else:
            self.cell.show_content(GridContent(np.full(shown.cell, np.nan)))

    def _want(self, pooling: Pooling, name: str) -> None:
        self.changed.emit(replace(self._view.experiment, pooling=pooling), name)

    def _stride(self, rows: int, columns: int) -> None:
        self._want(replace(self._pooling, stride=(rows, columns)), "change stride")
