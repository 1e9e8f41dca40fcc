"""The output: its numbers so far, how large it becomes and why, and the maps of all kernels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from desktop_app.laboratory.canvas import Canvas
from desktop_app.laboratory.grid import Grid
from desktop_app.laboratory.picture import Maps, strongest
from desktop_app.laboratory.sheet import Sheet
from desktop_app.laboratory.view import View
from desktop_app.laboratory.writing import by, formulas, left_over, problem
from desktop_app.panels.card import Card
from desktop_app.panels.colours import KERNEL_MAP

MARGIN = 3


class OutputCard(Card):
    """What the layer makes of the image, up to the stop.

    Signals:
        map_chosen: number, from 0, of the map that was clicked.
    """

    map_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("Output")
        self.formulas = QLabel()
        self.formulas.setToolTip(
            "How often the kernel stops: image and padding less the kernel, in strides, and the "
            "first stop. // leaves out what doesn’t fill a stride."
        )
        self.left_over = QLabel()
        self.left_over.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        for words in (self.formulas, self.left_over, self.problem):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.grid = Grid("Output", "The output so far; the marked number is of this stop.")
        self.canvas = Canvas(self.grid, KERNEL_MAP)
        self.maps = Maps()
        self.maps.chosen.connect(self.map_chosen)
        self.body.addWidget(self.formulas)
        self.body.addWidget(self.left_over)
        self.body.addWidget(self.problem, 1)
        self.body.addWidget(self.canvas, 1)
        self.body.addWidget(self.maps)

    def show_view(self, view: View) -> None:
        """Draw the output of a view."""
        layer, shown = view.layer, view.shown_map
        maps = len(layer.maps)
        stack = f"{maps} maps of " if maps > 1 else ""
        self.say(f"{stack}{by(*layer.shape)}" if layer.stops else "")
        self.formulas.setText(formulas(layer))
        self.left_over.setText(left_over(layer))
        self.left_over.setVisible(bool(left_over(layer)))
        self.problem.setText(problem(layer))
        self.problem.setVisible(not layer.stops)
        self.canvas.setVisible(bool(layer.stops))
        self.maps.setVisible(bool(layer.stops) and maps > 1)
        self.maps.show_maps(view.maps, shown)
        if layer.stops:
            strength = strongest(layer.maps[shown])
            sheet = Sheet(view.maps[shown], marked=layer.at(view.here))
            self.canvas.show_sheet(sheet, (-strength, strength), MARGIN)
