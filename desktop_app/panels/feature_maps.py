"""The live feature maps of one layer, with a list to choose the layer from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSizePolicy, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.local import listed
from desktop_app.panels.layer_text import counted, learned, shape_words
from desktop_app.panels.live_panel import LivePanel, Remembered
from desktop_app.panels.map_grid import MapGrid
from desktop_app.panels.named_combo_box import NamedComboBox
from desktop_app.translation import tr
from model.architecture import Layer, Place
from model.pixel import map_layers

if TYPE_CHECKING:
    from model.classifier import Classifier

SIGNED = ("conv", "norm")
"""Kinds of layers whose output can be negative."""


class FeatureMaps(LivePanel):
    """The feature maps of one layer in a grid.

    Signals:
        painted: the maps have been painted.
        layer_changed: another layer was chosen; its name.
        reset_asked: the user wants the model's own kernels back.
    """

    painted = Signal()
    layer_changed = Signal(str)
    reset_asked = Signal()
    file_name = "feature-maps"

    def __init__(self) -> None:
        super().__init__(tr("Feature maps"))
        self._model: Classifier | None = None
        self._places: tuple[Place, ...] = ()
        self._wanted = ""
        self._changed: frozenset[int] = frozenset()
        self.choice = NamedComboBox(tr("Layer"))
        # Never narrower than its texts, where those beside it are long.
        self.choice.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.choice.setToolTip(
            tr(
                "Layer whose maps are shown. A convolution’s maps are shown before its ReLU, "
                "with negative values in blue; the ReLU turns negative values into 0, and max "
                "pooling keeps the largest value of each cell."
            )
        )
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMinimumContentsLength(8)
        self.choice.currentIndexChanged.connect(self._choose)
        self.by_energy = QCheckBox(tr("Stro&ngest first"))
        self.by_energy.setToolTip(
            tr("Sort the maps by energy about once per second. Off: every map keeps its place.")
        )
        self.own_levels = QCheckBox(tr("Stretch contrast per &map"))
        self.own_levels.setToolTip(
            tr(
                "Give each map and kernel its own colour scale, so that weak ones show their "
                "shape. Off: one scale for all, so that they can be compared."
            )
        )
        self.back = QPushButton(tr("All maps"))
        self.back.setToolTip(tr("Back to all maps of the layer (Esc)"))
        self.back.hide()
        self.reset = QPushButton(tr("Reset kernels"))
        self.reset.setToolTip(tr("Some kernels have been edited: restore the model’s own"))
        self.reset.hide()
        self.grid = MapGrid()
        self.own_levels.toggled.connect(self.grid.set_own_levels)
        self.by_energy.toggled.connect(self.grid.set_by_energy)
        self.back.clicked.connect(lambda: self.grid.enlarge(None))
        self.reset.clicked.connect(self.reset_asked)
        self.grid.enlarged.connect(self._describe)
        self.grid.painted.connect(self.painted)
        controls = (self.choice, self.back, self.reset, self.by_energy, self.own_levels)
        for control in controls:
            self.add_control(control)
        self.body.addWidget(self.grid, 1)
        self.say(tr("Loading the model…"))

    @property
    def layer(self) -> str | None:
        """Name of the layer shown; None before the first model."""
        at = self.choice.currentIndex()
        return self._places[at].name if at >= 0 else None

    def show_model(self, model: Classifier) -> None:
        """Offer the layers of a newly loaded model, keeping the current one if the model has it."""
        before = self.layer or self._wanted
        self._changed = frozenset()
        self.reset.hide()
        self._model, self._places = model, map_layers(model.places)
        names = [place.name for place in self._places]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for place in self._places:
                self.choice.addItem(f"{place.name}: {shape_words(place.output_shape)}")
        self.choice.setCurrentIndex(names.index(before if before in names else model.first_maps))
        self._choose()

    def recall(self, remembered: Remembered) -> None:
        """Restore layer, contrast and order."""
        self.own_levels.setChecked(remembered.flag("levels_per_map", False))
        self.show_layer(remembered.text("layer"))
        self.by_energy.setChecked(remembered.flag("maps_by_energy", False))

    def remember(self) -> Mapping[str, str | float | bool]:
        """Layer, contrast and order."""
        return {
            "levels_per_map": self.own_levels.isChecked(),
            "layer": self.layer or self._wanted,
            "maps_by_energy": self.by_energy.isChecked(),
        }

    def clear(self) -> None:
        """Draw no maps."""
        self.show_maps(None)

    def show_layer(self, layer: str) -> None:
        """Choose a layer by name; a layer without maps is ignored.

        Before the first model is loaded, the name is kept for that model.
        """
        self._wanted = layer
        names = [place.name for place in self._places]
        if layer in names:
            self.choice.setCurrentIndex(names.index(layer))

    def show_kernels(self, model: Classifier, changed: frozenset[int]) -> None:
        """Draw the current kernels and mark the changed ones."""
        self._model, self._changed = model, changed
        self.grid.show_kernels(self._kernels(), changed)
        self.reset.setVisible(bool(changed))

    def show_maps(self, maps: NDArray[np.float32] | None) -> None:
        """Draw the maps, (maps, frames, coefficients), or none."""
        self.grid.show_maps(maps)

    def _place(self) -> Place | None:
        at = self.choice.currentIndex()
        return self._places[at] if at >= 0 else None

    def _choose(self) -> None:
        place = self._place()
        if place is None:
            return
        maps, frames, coefficients = place.output_shape
        signed = place.layer.kind in SIGNED
        self.grid.show_layer((maps, frames, coefficients), self._kernels(), signed=signed)
        self.grid.show_kernels(self._kernels(), self._changed)
        self._describe()
        self.layer_changed.emit(place.name)

    def _kernels(self) -> NDArray[np.float32] | None:
        """Kernels of the first convolution; deeper ones have too many channels to draw."""
        model, place = self._model, self._place()
        if model is None or place is None:
            return None
        if place.name not in (model.first_conv, model.first_maps):
            return None
        return model.kernels(model.first_conv).weight[:, 0]

    def _describe(self) -> None:
        place, large = self._place(), self.grid.large
        self.back.setVisible(large is not None)
        if place is None:
            return
        if large is not None:
            self.say(
                tr("map {number} of {count}").format(number=large + 1, count=place.output_shape[0])
            )
            return
        before = self._before(place)
        parts = [_summary(before.layer, before.input_shape[0])]
        parts += [tr("after ReLU")] if place.layer.kind == "relu" else []
        parts += [counted(count)] if (count := learned(before)) else []
        self.say(listed(parts))

    def _before(self, place: Place) -> Place:
        at = self._places.index(place)
        return self._places[at - 1] if place.layer.kind == "relu" and at else place

    @property
    def canvas(self) -> QWidget:
        """The grid of maps, for copying and saving."""
        return self.grid

    def numbers(self) -> Numbers:
        """``maps`` and ``kernels``, both (maps, frames, coefficients)."""
        return self.grid.numbers()


def _summary(layer: Layer, depth: int) -> str:
    size = " × ".join(map(str, layer.size))
    step = (
        ""
        if layer.stride == (1, 1)
        else tr(", stride {size}").format(size=" × ".join(map(str, layer.stride)))
    )
    match layer.kind:
        case "conv":
            deep = "" if depth == 1 else f"{depth} × "
            return tr("{number} kernels of {size}{stride}").format(
                number=layer.outputs, size=deep + size, stride=step
            )
        case "max_pool":
            return tr("maximum of {size}{stride}").format(size=size, stride=step)
        case "mean_pool":
            return tr("average of {size}{stride}").format(size=size, stride=step)
        case "norm":
            return tr("each map scaled and shifted")
    return tr("negative values set to 0")
