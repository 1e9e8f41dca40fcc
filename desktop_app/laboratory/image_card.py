"""The image: which one it is, its size, its numbers, and where the kernel lies on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar

from desktop_app.laboratory.canvas import Canvas
from desktop_app.laboratory.choice import Choice, in_a_row, numbers
from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.grid import Grid
from desktop_app.laboratory.presets import IMAGES, LINES, preset_name, resized
from desktop_app.laboratory.sheet import Sheet
from desktop_app.laboratory.view import View
from desktop_app.laboratory.writing import by
from desktop_app.panels.card import Card
from desktop_app.panels.colours import MFCC_MAP

LEAST_SIDE, MOST_SIDE = 3, 12
OWN, LIVE = "Your own", "Live window"
UNSEEN_SHARE = 2.0
"""Percent of the live window's pixels that may be beyond either end of the colours."""


class ImageCard(Card):
    """The image of what is on the table.

    Signals:
        changed: the experiment as the user wants it, and what of it was changed.
        channel_chosen: number, from 0, of the channel to show.
        refused: what is wrong with what was typed, in a sentence.
    """

    changed = Signal(object, str)
    channel_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__("Image")
        self.choice = Choice(
            "&Image",
            [(name, name) for name in (*IMAGES, OWN, LIVE)],
            "An image is a grid of numbers: one of the lecture’s, one you type, or the 100 × 13 "
            "MFCC of what is heard now.",
        )
        self.rows = Choice("&Rows", numbers(LEAST_SIDE, MOST_SIDE), "How high the image is.")
        self.columns = Choice("Co&lumns", numbers(LEAST_SIDE, MOST_SIDE), "How wide the image is.")
        self.image_depth = Choice(
            "&Depth",
            numbers(1, 3),
            "How many channels the image has, like red, green and blue; the kernel has as many.",
        )
        self.channels = QTabBar()
        self.channels.setAccessibleName("Channel")
        self.channels.setDrawBase(False)
        self.channels.setExpanding(False)
        self.channels.setToolTip("The channel whose numbers and weights are shown.")
        self.channels.currentChanged.connect(self.channel_chosen)
        self.grid = Grid("Image", "Type a number into a cell; dashed cells are padding.")
        self.grid.refused.connect(self.refused)
        self.grid.edited.connect(self._edit)
        self.canvas = Canvas(self.grid, MFCC_MAP)
        self.body.addLayout(in_a_row(self.choice))
        self.body.addLayout(in_a_row(self.rows, self.columns, self.image_depth))
        self.body.addWidget(self.channels)
        self.body.addWidget(self.canvas, 1)
        self.choice.picked.connect(self._choose)
        self.rows.picked.connect(lambda rows: self._resize(rows, self._image.shape[2]))
        self.columns.picked.connect(lambda columns: self._resize(self._image.shape[1], columns))
        self.image_depth.picked.connect(self._deepen)

    def show_view(self, view: View) -> None:
        """Draw the image of a view."""
        self._view = view
        experiment, layer = view.experiment, view.layer
        self._image = experiment.layer.image
        heard = " heard now" if layer.image.any() else ", nothing heard yet"
        self.say(by(*layer.image.shape[1:]) + (heard if experiment.live else ""))
        self.choice.show_value(LIVE if experiment.live else experiment.image_name or OWN)
        for choice, length in zip((self.rows, self.columns), self._image.shape[1:], strict=True):
            choice.show_usable(not experiment.live)
            choice.show_value(length)
        self.image_depth.show_usable(not experiment.live and not experiment.pools)
        self.image_depth.show_value(len(self._image) if not experiment.pools else 1)
        self._show_channels(len(layer.image), view.shown_channel)
        values = layer.around[view.shown_channel]
        ends = np.percentile(layer.image, (UNSEEN_SHARE, 100.0 - UNSEEN_SHARE)).tolist()
        inner = (layer.padding, (layer.image.shape[1], layer.image.shape[2]))
        sheet = Sheet(values, inner, editable=not experiment.live)
        if layer.stops:
            sheet = replace(sheet, patch=(layer.corner(view.here), layer.size))
        self.canvas.show_sheet(sheet, (ends[0], ends[1]), margin=1)

    def _show_channels(self, count: int, shown: int) -> None:
        self.channels.blockSignals(True)
        while self.channels.count() > count:
            self.channels.removeTab(self.channels.count() - 1)
        while self.channels.count() < count:
            self.channels.addTab(f"Channel {self.channels.count() + 1}")
        self.channels.setCurrentIndex(shown)
        self.channels.blockSignals(False)
        self.channels.setVisible(count > 1)

    def _choose(self, name: str) -> None:
        experiment = self._view.experiment
        if name == LIVE:
            self.changed.emit(replace(experiment, live=True), "image")
        elif name == OWN:
            mine = preset_name(self._image, IMAGES) is None
            own = self._image if mine else LINES[np.newaxis]
            self.changed.emit(experiment.with_image(own), "image")
        else:
            self.changed.emit(experiment.with_image(IMAGES[name][np.newaxis]), "image")

    def _resize(self, rows: int, columns: int) -> None:
        image = resized(self._image, rows, columns)
        self.changed.emit(self._view.experiment.with_image(image), "size of the image")

    def _deepen(self, depth: int) -> None:
        layer = self._view.experiment.layer
        if isinstance(layer, Convolution):
            wanted = self._view.experiment.with_layer(layer.with_depth(depth))
            self.changed.emit(wanted, "depth")

    def _edit(self, row: int, column: int, value: float) -> None:
        image = self._image.copy()
        image[self._view.shown_channel, row, column] = value
        self.changed.emit(self._view.experiment.with_image(image), "pixel")
