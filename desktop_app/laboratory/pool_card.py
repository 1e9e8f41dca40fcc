"""The pool: how large its cells are, what it keeps of each, and the one it looks at now."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from desktop_app.laboratory.choice import Choice, in_a_row, numbers
from desktop_app.laboratory.experiment import Pooling
from desktop_app.laboratory.grid import Grid
from desktop_app.laboratory.sheet import Sheet
from desktop_app.laboratory.view import View
from desktop_app.laboratory.writing import by
from desktop_app.panels.card import Card


class PoolCard(Card):
    """The pooling layer.

    Signals:
        changed: the experiment as the user wants it, and what of it was changed.
    """

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Pool")
        self.kind = Choice(
            "&Keep",
            [("the maximum", "max"), ("the average", "average")],
            "Max pooling keeps the strongest answer of a cell, average pooling the mean of all.",
        )
        self.cell_size = Choice(
            "Grid si&ze",
            [(by(size, size), size) for size in range(2, 5)],
            "How many pixels of the image become one of the output.",
        )
        self.down = Choice("Stride do&wn", numbers(1, 4), "Rows from one cell to the next below.")
        self.across = Choice("a&cross", numbers(1, 4), "Columns from one cell to the next.")
        self.cell = Grid("Cell", "The pixels in the cell; the one that is kept is marked.")
        self.body.addLayout(in_a_row(self.kind, self.cell_size))
        self.body.addLayout(in_a_row(self.down, self.across))
        self.body.addWidget(QLabel("The cell of the grid"))
        self.body.addWidget(self.cell, 1)
        self.kind.picked.connect(lambda kind: self._want(replace(self._pool, kind=kind), "pool"))
        self.cell_size.picked.connect(
            lambda size: self._want(
                replace(self._pool, cell=(size, size), stride=(size, size)), "grid size"
            )
        )
        self.down.picked.connect(lambda step: self._stride(step, self._pool.stride[1]))
        self.across.picked.connect(lambda step: self._stride(self._pool.stride[0], step))
        self.say("no weights: there is nothing to learn")

    def show_view(self, view: View) -> None:
        """Draw the pool of a view."""
        self._view = view
        self._pool = view.experiment.pooling
        shown = view.layer
        if not isinstance(shown, Pooling):
            return
        self.kind.show_value(shown.kind)
        self.cell_size.show_value(shown.cell[0])
        self.down.show_value(shown.stride[0])
        self.across.show_value(shown.stride[1])
        if shown.stops:
            values, winner = shown.patch_at(view.here)[0], shown.winner(view.here)
            self.cell.show_sheet(Sheet(values, marked=winner))
        else:
            self.cell.show_sheet(Sheet(np.full(shown.cell, np.nan)))

    def _want(self, pool: Pooling, words: str) -> None:
        self.changed.emit(replace(self._view.experiment, pooling=pool), words)

    def _stride(self, down: int, across: int) -> None:
        self._want(replace(self._pool, stride=(down, across)), "stride")
