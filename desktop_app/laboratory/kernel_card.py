"""The kernels: their weights, how many there are, and how they slide."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QTabBar

from desktop_app.laboratory.choice import Choice, in_a_row, numbers
from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.grid import Grid
from desktop_app.laboratory.presets import KERNELS, Array, centred, random_kernel
from desktop_app.laboratory.sheet import Sheet
from desktop_app.laboratory.view import View
from desktop_app.laboratory.writing import weights
from desktop_app.panels.card import Card

OWN = "Your own"
SIZES: list[tuple[str, object]] = [(f"{size} × {size}", size) for size in (3, 5, 7)]
MOST_KERNELS = 8
STRIDES = numbers(1, 4)


class KernelCard(Card):
    """The kernels of the convolution.

    Signals:
        changed: the experiment as the user wants it, and what of it was changed.
        kernel_chosen: number, from 0, of the kernel to show.
        refused: what is wrong with what was typed, in a sentence.
    """

    changed = Signal(object, str)
    kernel_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__("Kernel")
        self.choice = Choice(
            "&Kernel",
            [(name, name) for name in (*KERNELS, OWN)],
            "A kernel is a grid of weights; it answers loudest where the image looks like it.",
        )
        self.kernel_size = Choice("Si&ze", SIZES, "Odd, so that the kernel has a middle.")
        self.random = QPushButton("Rando&m")
        self.random.setToolTip("Weights as a network has them before it has learnt anything.")
        self.random.clicked.connect(self._randomise)
        self.count = Choice(
            "Ker&nels",
            numbers(1, MOST_KERNELS),
            "How many kernels the layer has: each makes a feature map of its own.",
        )
        self.kernels = QTabBar()
        self.kernels.setAccessibleName("Kernel shown")
        self.kernels.setToolTip("The kernel whose weights and map are shown.")
        self.kernels.setExpanding(False)
        self.kernels.setDrawBase(False)
        self.kernels.currentChanged.connect(self.kernel_chosen)
        self.down = Choice("Stride do&wn", STRIDES, "Rows from one stop to the next below.")
        self.across = Choice("a&cross", STRIDES, "Columns from one stop to the next.")
        self.padding = Choice(
            "&Padding",
            [("none", False), ("zero", True)],
            "Zeros around the image let the kernel stop at its border too, so that the output "
            "stays as large.",
        )
        self.grid = Grid("Weights", "Type a number into a cell: in a network they are learnt.")
        self.grid.refused.connect(self.refused)
        self.grid.edited.connect(self._edit)
        self.products = Grid("Products", "Every pixel under the kernel times the weight on it.")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = in_a_row(self.choice, self.kernel_size)
        second = in_a_row(self.count)
        second.insertWidget(2, self.kernels)
        self.add_control(self.random)
        grids = QGridLayout()
        for column, (words, grid) in enumerate(
            (("Weights", self.grid), ("Patch times weights", self.products))
        ):
            grids.addWidget(QLabel(words), 0, column)
            grids.addWidget(grid, 1, column)
            grids.setColumnStretch(column, 1)
        grids.setRowStretch(1, 1)
        for row in (first, second, in_a_row(self.down, self.across, self.padding), grids):
            self.body.addLayout(row)
        self.body.setStretchFactor(grids, 1)

    def _connect(self) -> None:
        self.choice.picked.connect(self._choose)
        self.kernel_size.picked.connect(
            lambda size: self._want(self._layer.with_size(size), "size")
        )
        self.count.picked.connect(
            lambda count: self._want(self._layer.with_count(count), "number of kernels")
        )
        self.down.picked.connect(lambda step: self._stride(step, self._layer.stride[1]))
        self.across.picked.connect(lambda step: self._stride(self._layer.stride[0], step))
        self.padding.picked.connect(
            lambda zero: self._want(replace(self._layer, zero_padding=zero), "padding")
        )

    def show_view(self, view: View) -> None:
        """Draw the kernel of a view."""
        self._view = view
        self._layer = view.experiment.convolution
        shown = view.layer
        if not isinstance(shown, Convolution):
            return
        number = view.shown_kernel
        self.say(weights(shown))
        self.choice.show_value(view.experiment.kernel_name(number) or OWN)
        self.kernel_size.show_value(shown.size[0])
        self.count.show_value(len(shown.kernels))
        self.down.show_value(shown.stride[0])
        self.across.show_value(shown.stride[1])
        self.padding.show_value(shown.zero_padding)
        self._show_kernels(len(shown.kernels), number)
        channel = view.shown_channel
        self.grid.show_sheet(Sheet(shown.kernels[number, channel], editable=True))
        products = np.full(shown.size, np.nan)
        if shown.stops:
            products = shown.products(number, view.here)[channel]
        self.products.show_sheet(Sheet(products, decimals=0 if view.experiment.live else 2))

    def _show_kernels(self, count: int, shown: int) -> None:
        self.kernels.blockSignals(True)
        while self.kernels.count() > count:
            self.kernels.removeTab(self.kernels.count() - 1)
        while self.kernels.count() < count:
            self.kernels.addTab(str(self.kernels.count() + 1))
        self.kernels.setCurrentIndex(shown)
        self.kernels.blockSignals(False)
        self.kernels.setVisible(count > 1)

    def _want(self, layer: Convolution, words: str) -> None:
        self.changed.emit(replace(self._view.experiment, convolution=layer), words)

    def _stride(self, down: int, across: int) -> None:
        self._want(replace(self._layer, stride=(down, across)), "stride")

    def _replace_kernel(self, kernel: Array, words: str) -> None:
        self._want(self._layer.with_kernel(self._view.shown_kernel, kernel), words)

    def _choose(self, name: str) -> None:
        size = self._layer.size[0]
        start = centred(KERNELS[name] if name in KERNELS else np.ones((1, 1)), size)
        self._replace_kernel(np.broadcast_to(start, self._layer.kernels.shape[1:]), "kernel")

    def _randomise(self) -> None:
        self._replace_kernel(random_kernel(self._layer.kernels.shape[1:]), "random weights")

    def _edit(self, row: int, column: int, value: float) -> None:
        kernel = self._layer.kernels[self._view.shown_kernel].copy()
        kernel[self._view.shown_channel, row, column] = value
        self._replace_kernel(kernel, "weight")
