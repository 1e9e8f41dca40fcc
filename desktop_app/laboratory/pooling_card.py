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
from desktop_app.translation import tr

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
        super().__init__(tr("Pooling"))
        self.kind = LabelledComboBox(
            tr("Ty&pe"),
            [(tr("max"), "max"), (tr("average"), "average")],
            tr("Max pooling keeps the largest value of each cell; average pooling averages them."),
        )
        self.cell_size = LabelledComboBox(
            tr("Cell si&ze"),
            [(size_text(size, size), size) for size in range(2, 5)],
            tr("Each cell of this size becomes one number of the output"),
        )
        self.vertical = LabelledComboBox(
            tr("Stride verti&cal"), STRIDES, tr("Rows from one cell to the one below")
        )
        self.horizontal = LabelledComboBox(
            tr("horizont&al"), STRIDES, tr("Columns from one cell to the next")
        )
        self.horizontal.setAccessibleName(tr("Stride horizontal"))
        self.cell = GridView(
            tr("Cell"), tr("Pixels in the current cell; max pooling keeps the highlighted one")
        )
        self._current = QWidget()
        current = QVBoxLayout(self._current)
        current.setContentsMargins(0, 0, 0, 0)
        self._caption = QLabel(tr("Current cell"))
        current.addWidget(self._caption)
        current.addWidget(self.cell, 1)
        settings = row_of(self.kind, self.cell_size)
        settings.add_row(side_by_side(self.vertical, self.horizontal))
        self.body.addLayout(settings)
        self.body.addWidget(self._current, 1)
        self.kind.picked.connect(
            lambda kind: self._want(
                replace(self._pooling, kind=kind), tr("use {kind} pooling").format(kind=tr(kind))
            )
        )
        self.cell_size.picked.connect(
            lambda size: self._want(
                replace(self._pooling, cell=(size, size), stride=(size, size)),
                tr("change cell size"),
            )
        )
        self.vertical.picked.connect(lambda rows: self._stride(rows, self._pooling.stride[1]))
        self.horizontal.picked.connect(
            lambda columns: self._stride(self._pooling.stride[0], columns)
        )
        self.say(tr("no weights to learn"))

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
        self._want(replace(self._pooling, stride=(rows, columns)), tr("change stride"))
