"""What a layer makes of the window: all its maps, live, and which layer that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import thousands
from desktop_app.panels.exportable import Exportable
from desktop_app.panels.layer_text import learned, shape_words
from desktop_app.panels.map_grid import MapGrid
from model.architecture import Layer, Place
from model.pixel import map_layers

if TYPE_CHECKING:
    from model.classifier import Classifier

SIGNED = ("conv", "norm")
"""Kinds of layers whose values can be under 0 by nature."""


class FeatureMaps(Exportable):
    """The maps of one layer in a grid.

    Signals:
        painted: a new picture is on the screen.
        layer_changed: name of the layer that was chosen.
        reset_asked: the changed kernels are to be the model's own again.
    """

    painted = Signal()
    layer_changed = Signal(str)
    reset_asked = Signal()
    file_name = "feature-maps"

    def __init__(self) -> None:
        super().__init__("Feature maps")
        self._model: Classifier | None = None
        self._places: tuple[Place, ...] = ()
        self._wanted = ""
        self._changed: frozenset[int] = frozenset()
        self.choice = QComboBox()
        self.choice.setAccessibleName("Layer")
        self.choice.setToolTip(
            "Whose maps to show. A convolution's are shown before its ReLU, with values under 0 in "
            "blue; the ReLU keeps what is above 0, and a pool what is largest."
        )
        self.choice.setMinimumContentsLength(16)
        self.choice.currentIndexChanged.connect(self._choose)
        self.by_energy = QCheckBox("By e&nergy")
        self.by_energy.setToolTip(
            "Strongest map first, sorted anew about once a second. Off: every map keeps its place."
        )
        self.own_levels = QCheckBox("Levels per &map")
        self.own_levels.setToolTip(
            "Give each map and kernel colours of its own, so that weak ones show their shape. Off: "
            "one scale for all, so that brightness can be compared."
        )
        self.back = QPushButton("All maps")
        self.back.setToolTip("Show all maps of the layer again (Esc)")
        self.back.hide()
        self.reset = QPushButton("Reset kernels")
        self.reset.setToolTip("Some kernels are not the model's own: take its own again")
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
        self.say("the model is loading …")

    @property
    def layer(self) -> str | None:
        """The layer that is shown; None before the first model."""
        at = self.choice.currentIndex()
        return self._places[at].name if at >= 0 else None

    @property
    def remembered_layer(self) -> str:
        """The layer that is shown, or will be with the first model; empty if none was chosen."""
        return self.layer or self._wanted

    def show_model(self, model: Classifier) -> None:
        """Offer the layers of a newly loaded model; the one shown stays if there is one."""
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

    def show_layer(self, layer: str) -> None:
        """Choose a layer by its name; of one without maps nothing comes.

        Before the first model it is that model's layer that is meant.
        """
        self._wanted = layer
        names = [place.name for place in self._places]
        if layer in names:
            self.choice.setCurrentIndex(names.index(layer))

    def show_kernels(self, model: Classifier, changed: frozenset[int]) -> None:
        """Draw the kernels as they are now, some of them changed."""
        self._model, self._changed = model, changed
        self.grid.show_kernels(self._kernels(), changed)
        self.reset.setVisible(bool(changed))

    def show_maps(self, maps: NDArray[np.float32] | None) -> None:
        """Draw the maps, (maps, frames, coefficients); None: nothing to show."""
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
        """Those of the first convolution, whose depth is 1; deeper ones are no picture."""
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
            self.say(f"map {large + 1} of {place.output_shape[0]}")
            return
        before = self._before(place)
        parts = [_words(before.layer, before.input_shape[0])]
        parts += ["after ReLU"] if place.layer.kind == "relu" else []
        parts += [f"{thousands(count)} parameters"] if (count := learned(before)) else []
        self.say(", ".join(parts))

    def _before(self, place: Place) -> Place:
        at = self._places.index(place)
        return self._places[at - 1] if place.layer.kind == "relu" and at else place

    @property
    def canvas(self) -> QWidget:
        """The picture; see :class:`Exportable`."""
        return self.grid

    def numbers(self) -> Numbers:
        """``maps`` (maps, frames, coefficients) and ``kernels`` (maps, frames, coefficients)."""
        return self.grid.numbers()


def _words(layer: Layer, depth: int) -> str:
    size = " × ".join(map(str, layer.size))
    step = "" if layer.stride == (1, 1) else f", stride {' × '.join(map(str, layer.stride))}"
    match layer.kind:
        case "conv":
            deep = "" if depth == 1 else f"{depth} × "
            return f"{layer.outputs} kernels of {deep}{size}{step}"
        case "max_pool":
            return f"the largest of {size}{step}"
        case "mean_pool":
            return f"the mean of {size}{step}"
        case "norm":
            return "each map times a gain, plus a shift"
    return "what is above 0"
