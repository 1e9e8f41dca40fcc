"""The kernels of the convolution: number, size, weights, stride and padding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QTabBar

from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import weight_count_text
from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.labelled_combo_box import LabelledComboBox, integers, row_of
from desktop_app.laboratory.presets import KERNELS, Array, centred, random_kernel
from desktop_app.panels.card import Card

OWN = "Your own"
SIZES: list[tuple[str, object]] = [(f"{size} × {size}", size) for size in (3, 5, 7)]
MOST_KERNELS = 8
STRIDES = integers(1, 4)


class ConvolutionCard(Card):
    """The settings and the weights of a convolutional layer.

    Signals:
        changed: the experiment that the user wants, and a name for the change.
        kernel_chosen: a kernel was chosen; its number, from 0.
        refused: an input was rejected; a sentence that says why.
    """

    changed = Signal(object, str)
    kernel_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__("Kernel")
        self.choice = LabelledComboBox(
            "&Kernel",
            [(name, name) for name in (*KERNELS, OWN)],
            "A kernel is a grid of weights; its output is largest where the image matches it.",
        )
        self.kernel_size = LabelledComboBox(
            "Si&ze", SIZES, "Always odd, so that the kernel has a centre"
        )
        self.random = QPushButton("Rando&m")
        self.random.setToolTip("Random weights, as in a network before training")
        self.random.clicked.connect(self._randomise)
        self.count = LabelledComboBox(
            "Ker&nels",
            integers(1, MOST_KERNELS),
            "Number of kernels; each one makes its own feature map",
        )
        self.kernels = QTabBar()
        self.kernels.setAccessibleName("Kernel shown")
        self.kernels.setToolTip("Kernel whose weights and feature map are shown")
        self.kernels.setExpanding(False)
        self.kernels.setDrawBase(False)
        self.kernels.currentChanged.connect(self.kernel_chosen)
        self.vertical = LabelledComboBox("Stride verti&cal", STRIDES, "Rows per step down")
        self.horizontal = LabelledComboBox("horizont&al", STRIDES, "Columns per step to the right")
        self.horizontal.setAccessibleName("Stride horizontal")
        self.padding = LabelledComboBox(
            "&Padding",
            [("none", False), ("zero", True)],
            "Zeros around the image let the kernel reach its edges, so that the output stays as "
            "large as the image (at stride 1).",
        )
        self.grid = GridView("Weights", "Type a number into a cell; a network learns its weights")
        self.grid.refused.connect(self.refused)
        self.grid.edited.connect(self._edit)
        self.products = GridView("Products", "Each pixel under the kernel times its weight")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = row_of(self.choice, self.kernel_size)
        second = row_of(self.count)
        second.insertWidget(2, self.kernels)
        self.add_control(self.random)
        grids = QGridLayout()
        for column, (caption, grid) in enumerate(
            (("Weights", self.grid), ("Patch × weights", self.products))
        ):
            grids.addWidget(QLabel(caption), 0, column)
            grids.addWidget(grid, 1, column)
            grids.setColumnStretch(column, 1)
        grids.setRowStretch(1, 1)
        for row in (first, second, row_of(self.vertical, self.horizontal, self.padding), grids):
            self.body.addLayout(row)
        self.body.setStretchFactor(grids, 1)

    def _connect(self) -> None:
        self.choice.picked.connect(self._choose)
        self.kernel_size.picked.connect(
            lambda size: self._want(self._layer.with_size(size), "change kernel size")
        )
        self.count.picked.connect(
            lambda count: self._want(self._layer.with_count(count), "change number of kernels")
        )
        self.vertical.picked.connect(lambda rows: self._stride(rows, self._layer.stride[1]))
        self.horizontal.picked.connect(lambda columns: self._stride(self._layer.stride[0], columns))
        self.padding.picked.connect(
            lambda zero: self._want(replace(self._layer, zero_padding=zero), "change padding")
        )

    def show_view(self, view: ExperimentView) -> None:
        """Draw the convolutional layer of a view."""
        self._view = view
        self._layer = view.experiment.convolution
        shown = view.layer
        if not isinstance(shown, Convolution):
            return
        number = view.shown_kernel
        self.say(weight_count_text(shown))
        self.choice.show_value(view.experiment.kernel_name(number) or OWN)
        self.kernel_size.show_value(shown.size[0])
        self.count.show_value(len(shown.kernels))
        self.vertical.show_value(shown.stride[0])
        self.horizontal.show_value(shown.stride[1])
        self.padding.show_value(shown.zero_padding)
        self._show_kernels(len(shown.kernels), number)
        channel = view.shown_channel
        self.grid.show_content(GridContent(shown.kernels[number, channel], editable=True))
        products = np.full(shown.size, np.nan)
        if shown.step_count:
            products = shown.products(number, view.current_step)[channel]
        self.products.show_content(GridContent(products, decimals=0 if view.experiment.live else 2))

    def _show_kernels(self, count: int, shown: int) -> None:
        self.kernels.blockSignals(True)
        while self.kernels.count() > count:
            self.kernels.removeTab(self.kernels.count() - 1)
        while self.kernels.count() < count:
            self.kernels.addTab(str(self.kernels.count() + 1))
        self.kernels.setCurrentIndex(shown)
        self.kernels.blockSignals(False)
        self.kernels.setVisible(count > 1)

    def _want(self, layer: Convolution, name: str) -> None:
        self.changed.emit(replace(self._view.experiment, convolution=layer), name)

    def _stride(self, rows: int, columns: int) -> None:
        self._want(replace(self._layer, stride=(rows, columns)), "change stride")

    def _replace_kernel(self, kernel: Array, name: str) -> None:
        self._want(self._layer.with_kernel(self._view.shown_kernel, kernel), name)

    def _choose(self, name: str) -> None:
        size = self._layer.size[0]
        start = centred(KERNELS[name] if name in KERNELS else np.ones((1, 1)), size)
        self._replace_kernel(np.broadcast_to(start, self._layer.kernels.shape[1:]), "change kernel")

    def _randomise(self) -> None:
        self._replace_kernel(random_kernel(self._layer.kernels.shape[1:]), "randomise weights")

    def _edit(self, row: int, column: int, value: float) -> None:
        kernel = self._layer.kernels[self._view.shown_kernel].copy()
        kernel[self._view.shown_channel, row, column] = value
        self._replace_kernel(kernel, "edit weight")
