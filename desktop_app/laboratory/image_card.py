"""The image: its source, size and numbers, with the kernel's current position."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.adaptive_grid import AdaptiveGrid
from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import size_text
from desktop_app.laboratory.grid_model import GridContent
from desktop_app.laboratory.grid_view import GridView
from desktop_app.laboratory.labelled_combo_box import LabelledComboBox, integers, row_of
from desktop_app.laboratory.numbered_tabs import NumberedTabs
from desktop_app.laboratory.presets import IMAGES, LINES, preset_name, resized
from desktop_app.panels.card import Card
from desktop_app.panels.colours import MFCC_MAP
from desktop_app.translation import tr
from resources.languages import N_, gettext

LEAST_SIDE, MOST_SIDE = 3, 12
OWN, LIVE = N_("Your own"), N_("Live window")
UNSEEN_SHARE = 2.0
"""Percentage of the image's pixels beyond either end of the colour scale."""


class ImageCard(Card):
    """The input image of the layer shown.

    Signals:
        changed: the experiment that the user wants, and a name for the change.
        channel_chosen: a channel was chosen; its number, from 0.
        refused: an input was rejected; a sentence that says why.
        let_go: a frozen live window is to follow the sound again.
    """

    file_name = "laboratory-image"
    axes = ("channel", "row")
    changed = Signal(object, str)
    channel_chosen = Signal(int)
    refused = Signal(str)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Image"))
        self.choice = LabelledComboBox(
            tr("&Image"),
            [(gettext(name), name) for name in (*IMAGES, OWN, LIVE)],
            tr(
                "An image is a grid of numbers: one from the lecture, your own, or the current "
                "100 × 13 MFCCs."
            ),
        )
        self.rows = LabelledComboBox(
            tr("&Rows"), integers(LEAST_SIDE, MOST_SIDE), tr("Height of the image")
        )
        self.columns = LabelledComboBox(
            tr("Co&lumns"), integers(LEAST_SIDE, MOST_SIDE), tr("Width of the image")
        )
        self.image_depth = LabelledComboBox(
            tr("&Depth"),
            integers(1, 3),
            tr("Number of channels, such as red, green and blue; the kernel has the same depth"),
        )
        self.channels = NumberedTabs(
            tr("Channel"),
            tr("Channel whose pixels and weights are shown"),
            lambda number: tr("Channel {number}").format(number=number),
        )
        self.channels.currentChanged.connect(self.channel_chosen)
        self.grid = GridView(tr("Image"), tr("Type a number into a cell; dashed cells are padding"))
        self.grid.refused.connect(self.refused)
        self.grid.edited.connect(self._edit)
        self.go_on = QPushButton(tr("Continue live"))
        self.go_on.setToolTip(tr("Let the live window follow the sound again"))
        self.go_on.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.go_on.clicked.connect(self.let_go)
        self.values = AdaptiveGrid(self.grid, MFCC_MAP)
        settings = row_of(self.choice, self.rows, self.columns, self.image_depth)
        settings.addWidget(self.go_on)
        self.body.addLayout(settings)
        self.body.addWidget(self.channels)
        self.body.addWidget(self.values, 1)
        self.choice.picked.connect(self._choose)
        self.rows.picked.connect(lambda rows: self._resize(rows, self._image.shape[2]))
        self.columns.picked.connect(lambda columns: self._resize(self._image.shape[1], columns))
        self.image_depth.picked.connect(self._change_depth)

    @property
    def texts_shown(self) -> tuple[QWidget, ...]:
        """The widgets whose text grows with the page."""
        return (self.values.caption,)

    @property
    def canvas(self) -> QWidget:
        """The grid of numbers, with its heat map if it is large."""
        return self.values

    def numbers(self) -> Numbers:
        """The ``image`` without its padding, (channels, rows, columns)."""
        return {"image": self._view.layer.image}

    def show_view(self, view: ExperimentView) -> None:
        """Draw the image of a view."""
        self._view = view
        experiment, layer = view.experiment, view.layer
        self._image = experiment.layer.image
        state = (
            tr("frozen") if view.frozen else tr("live") if layer.image.any() else tr("no sound yet")
        )
        self.say(size_text(*layer.image.shape[1:]) + (f", {state}" if experiment.live else ""))
        self.go_on.setVisible(view.frozen)
        self.choice.show_value(LIVE if experiment.live else experiment.image_name or OWN)
        for choice, length in zip((self.rows, self.columns), self._image.shape[1:], strict=True):
            choice.show_usable(not experiment.live)
            choice.show_value(length)
        self.image_depth.show_usable(not experiment.live and not experiment.is_pooling)
        self.image_depth.show_value(len(self._image) if not experiment.is_pooling else 1)
        self.channels.show_tabs(len(layer.image), view.shown_channel)
        pixels = layer.padded_image[view.shown_channel]
        ends = np.percentile(layer.image, (UNSEEN_SHARE, 100.0 - UNSEEN_SHARE)).tolist()
        inner = (layer.padding, (layer.image.shape[1], layer.image.shape[2]))
        content = GridContent(pixels, inner, editable=not experiment.live)
        if layer.step_count:
            content = replace(content, patch=(layer.corner(view.current_step), layer.size))
        self.values.show_content(content, (ends[0], ends[1]), margin=1)

    def _choose(self, name: str) -> None:
        experiment = self._view.experiment
        if name == LIVE:
            self.changed.emit(replace(experiment, live=True), tr("use live window"))
        elif name == OWN:
            mine = preset_name(self._image, IMAGES) is None
            own = self._image if mine else LINES[np.newaxis]
            self.changed.emit(experiment.with_image(own), tr("use own image"))
        else:
            self.changed.emit(experiment.with_image(IMAGES[name][np.newaxis]), tr("change image"))

    def _resize(self, rows: int, columns: int) -> None:
        image = resized(self._image, rows, columns)
        self.changed.emit(self._view.experiment.with_image(image), tr("resize image"))

    def _change_depth(self, depth: int) -> None:
        layer = self._view.experiment.layer
        if isinstance(layer, Convolution):
            wanted = self._view.experiment.with_layer(layer.with_depth(depth))
            self.changed.emit(wanted, tr("change depth"))

    def _edit(self, row: int, column: int, value: float) -> None:
        image = self._image.copy()
        image[self._view.shown_channel, row, column] = value
        self.changed.emit(self._view.experiment.with_image(image), tr("edit pixel"))
