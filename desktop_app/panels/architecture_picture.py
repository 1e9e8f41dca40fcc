"""A diagram of the network: its layers as blocks, from the input image to the genres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.layer_blocks import LayerBlock, LayerBlocks
from desktop_app.panels.layer_text import IMAGE, learned, lines, shape_words, tooltip, total
from desktop_app.panels.live_panel import LivePanel
from desktop_app.translation import tr
from model.features import COEFFICIENTS, WINDOW_FRAMES
from resources.languages import gettext

if TYPE_CHECKING:
    from model.classifier import Classifier


class ArchitecturePicture(LivePanel):
    """A diagram of a network's layers, one of which can be chosen.

    Signals:
        layer_chosen: name of the layer that was clicked, or chosen with Enter.
    """

    layer_chosen = Signal(str)
    file_name = "network"

    def __init__(self) -> None:
        super().__init__(tr("Architecture"))
        self.blocks = LayerBlocks()
        self._model: Classifier | None = None
        self.blocks.chosen.connect(self.layer_chosen)
        self.body.addWidget(self.blocks, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.say(tr("Loading the model…"))

    def show_model(self, model: Classifier) -> None:
        """Draw the layers of a newly loaded model."""
        self._model = model
        image = (1, WINDOW_FRAMES, COEFFICIENTS)
        blocks = [
            LayerBlock(
                model.layers[0], tr("image"), image, (shape_words(image),), False, gettext(IMAGE)
            )
        ]
        for place in model.places:
            blocks.append(
                LayerBlock(
                    place.name,
                    place.name,
                    place.output_shape,
                    tuple(lines(place)),
                    learned(place) > 0,
                    tooltip(place, len(model.genres)),
                )
            )
        self.say(total(model.places, model.training_only))
        self.blocks.show_blocks(blocks)

    @property
    def canvas(self) -> QWidget:
        """The diagram, for copying and saving."""
        return self.blocks

    def numbers(self) -> Numbers:
        """The layers as a table; empty before the first model.

        Returns:
            ``layer`` (names), ``maps`` (or units), ``frames`` and ``coefficients`` of the outputs,
            and the number of trained ``parameters``, each (layers,).
        """
        if self._model is None:
            return {}
        found = self._model.places
        shapes = np.array([(*place.output_shape, 1, 1)[:3] for place in found])
        return {
            "layer": np.array([place.name for place in found]),
            "maps": shapes[:, 0],
            "frames": shapes[:, 1],
            "coefficients": shapes[:, 2],
            "parameters": np.array([learned(place) for place in found]),
        }

    def mark(self, layer: str) -> None:
        """Highlight a layer; a name that the network doesn't have highlights none."""
        self.blocks.mark(layer)
