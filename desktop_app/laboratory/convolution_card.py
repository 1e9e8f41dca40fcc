"""The kernels of the convolution: number, size, weights, stride and padding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import weight_count_text
from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.labelled_combo_box import (
    LabelledComboBox,
    integers,
    row_of,
    side_by_side,
)
from desktop_app.laboratory.numbered_tabs import NumberedTabs
from desktop_app.laboratory.presets import KERNELS, Array, centred, random_kernel
from desktop_app.panels.card import Card
from desktop_app.translation import tr
from resources.languages import N_, gettext

OWN = N_("Your own")
SIZES: list[tuple[str, object]] = [(f"{size} × {size}", size) for size in (3, 5, 7)]
MOST_KERNELS = 8
APART = 16
"""Between weights and products, in pixels, so that they don't look like one grid."""
STRIDES = integers(1, 4)


class ConvolutionCard(Card):
    """The settings and the weights of a convolutional layer.

    Signals:
        changed: the experiment that the user wants, and a name for the change.
        kernel_chosen: a kernel was chosen; its number, from 0.
        refused: an input was rejected; a sentence that says why.
    """

    file_name = "laboratory-kernel"
    axes = ("channel", "row")
    changed = Signal(object, str)
    kernel_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Kernel"))
        self.choice = LabelledComboBox(
            tr("&Kernel"),
            [(gettext(name), name) for name in (*KERNELS, OWN)],
            tr("A kernel is a grid of weights; its output is largest where the image matches it."),
        )
        self.kernel_size = LabelledComboBox(
            tr("Si&ze"), SIZES, tr("Always odd, so that the kernel has a centre")
        )
        self.random = QPushButton(tr("Rando&m"))
        self.random.setToolTip(tr("Random weights, as in a network before training"))
        self.random.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.random.clicked.connect(self._randomise)
        self.count = LabelledComboBox(
            tr("Ker&nels"),
            integers(1, MOST_KERNELS),
            tr("Number of kernels; each one makes its own feature map"),
        )
        self.kernels = NumberedTabs(
            tr("Kernel shown"), tr("Kernel whose weights and feature map are shown")
        )
        self.kernels.currentChanged.connect(self.kernel_chosen)
        self.vertical = LabelledComboBox(tr("Stride verti&cal"), STRIDES, tr("Rows per step down"))
        self.horizontal = LabelledComboBox(
            tr("horizont&al"), STRIDES, tr("Columns per step to the right")
        )
        self.horizontal.setAccessibleName(tr("Stride horizontal"))
        self.padding = LabelledComboBox(
            tr("&Padding"),
            [(tr("none"), False), (tr("zero"), True)],
            tr(
                "Zeros around the image let the kernel reach its edges, so that the output stays "
                "as large as the image (at stride 1)."
            ),
        )
        self.grid = GridView(
            tr("Weights"), tr("Type a number into a cell; a real network learns its weights")
        )
        self.grid.refused.connect(self.refused)
        self.grid.edited.connect(self._edit)
        self.products = GridView(tr("Products"), tr("Each pixel under the kernel times its weight"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        settings = row_of(self.choice, self.kernel_size)
        settings.addWidget(self.random)
        settings.add_row(side_by_side(self.count))
        settings.addWidget(self.kernels)
        settings.add_row(side_by_side(self.padding))
        settings.add_row(side_by_side(self.vertical, self.horizontal))
        self._grids = QWidget()
        self._grid_layout = grids = QGridLayout(self._grids)
        self._captions = (QLabel(tr("Weights")), QLabel(tr("Patch × weights")))
        grids.setContentsMargins(0, 0, 0, 0)
        for column, grid in enumerate((self.grid, self.products)):
            grids.addWidget(self._captions[column], 0, column)
            grids.addWidget(grid, 1, column)
        grids.setHorizontalSpacing(APART)
        grids.setColumnStretch(0, 1)
        grids.setRowStretch(1, 1)
        self.body.addLayout(settings)
        self.body.addWidget(self._grids, 1)

    @property
    def texts_shown(self) -> tuple[QWidget, ...]:
        """The widgets whose text grows with the page."""
        return self._captions

    @property
    def canvas(self) -> QWidget:
        """The weights and their products."""
        return self._grids

    def numbers(self) -> Numbers:
        """The kernel shown: weights and, if there is a step, their products with the patch.

        Returns:
            ``weights`` and ``products`` (channels, rows, columns), and all ``kernels`` (kernels,
            channels, rows, columns).
        """
        layer, number = self._view.layer, self._view.shown_kernel
        if not isinstance(layer, Convolution):
            return {}
        numbers = {"weights": layer.kernels[number]}
        if layer.step_count:
            numbers["products"] = layer.products(number, self._view.current_step)
        return numbers | {"kernels": layer.kernels}

    def _connect(self) -> None:
        self.choice.picked.connect(self._choose)
        self.kernel_size.picked.connect(
            lambda size: self._want(self._layer.with_size(size), tr("change kernel size"))
        )
        self.count.picked.connect(
            lambda count: self._want(self._layer.with_count(count), tr("change number of kernels"))
        )
        self.vertical.picked.connect(lambda rows: self._stride(rows, self._layer.stride[1]))
        self.horizontal.picked.connect(lambda columns: self._stride(self._layer.stride[0], columns))
        self.padding.picked.connect(
            lambda zero: self._want(replace(self._layer, zero_padding=zero), tr("change padding"))
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
        self.kernels.show_tabs(len(shown.kernels), number)
        channel = view.shown_channel
        self.grid.show_content(GridContent(shown.kernels[number, channel], editable=True))
        # Products with the live window have fractions and need the room.
        share = 2 if view.experiment.live else 1
        if share != self._grid_layout.columnStretch(1):
            self._grid_layout.setColumnStretch(1, share)
        products = np.full(shown.size, np.nan)
        if shown.step_count:
            products = shown.products(number, view.current_step)[channel]
        self.products.show_content(GridContent(products))

    def _want(self, layer: Convolution, name: str) -> None:
        self.changed.emit(replace(self._view.experiment, convolution=layer), name)

    def _stride(self, rows: int, columns: int) -> None:
        self._want(replace(self._layer, stride=(rows, columns)), tr("change stride"))

    def _replace_kernel(self, kernel: Array, name: str) -> None:
        self._want(self._layer.with_kernel(self._view.shown_kernel, kernel), name)

    def _choose(self, name: str) -> None:
        kernel = KERNELS[name] if name in KERNELS else np.ones((1, 1))
        size = max(len(kernel), self._layer.size[0])
        layer = self._layer.with_size(size)
        values = np.broadcast_to(centred(kernel, size), layer.kernels.shape[1:])
        self._want(layer.with_kernel(self._view.shown_kernel, values), tr("change kernel"))

    def _randomise(self) -> None:
        self._replace_kernel(random_kernel(self._layer.kernels.shape[1:]), tr("randomise weights"))

    def _edit(self, row: int, column: int, value: float) -> None:
        kernel = self._layer.kernels[self._view.shown_kernel].copy()
        kernel[self._view.shown_channel, row, column] = value
        self._replace_kernel(kernel, tr("edit weight"))
