"""Inspection of the frame on the screen: the maps of one layer and the sum behind a pixel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.network_choice import NetworkInUse
from model.features import FloatArray
from model.pixel import PixelSum, Rectangle, below, pixel_sum, receptive_field

if TYPE_CHECKING:
    from model.classifier import Classifier


@dataclass(frozen=True)
class MapPixel:
    """A pixel of a feature map.

    Attributes:
        number: of the map, from 0.
        frame: row of the pixel, time.
        coefficient: column of the pixel.
    """

    number: int
    frame: int
    coefficient: int


@dataclass(frozen=True)
class PixelOrigin:
    """How the value of a feature map's pixel was computed.

    Attributes:
        pixel: the pixel.
        layer: name of its layer.
        frames: number of rows of its map.
        sum: the terms that add up to it.
        below: the maps that the sum is taken over, (maps, frames, coefficients).
        value: the pixel's value as the network computed it.
    """

    pixel: MapPixel
    layer: str
    frames: int
    sum: PixelSum
    below: FloatArray
    value: float


class Inspector:
    """Keeps the frame on the screen, live or frozen, and computes its details on request.

    Attributes:
        frame: the one on the screen; None while there is none.
        layer: the layer whose maps are shown, None for none.
        pixel: the pixel of that layer that is inspected, None for none.
        explains_pixel: whether the sum behind the pixel is shown.
    """

    def __init__(self) -> None:
        self.frame: AnalysisFrame | None = None
        self.layer: str | None = None
        self.pixel: MapPixel | None = None
        self.explains_pixel = False
        self._network: Classifier | None = None

    def use_network(self, network: NetworkInUse) -> None:
        """Classify the frame on the screen with another network.

        A frame that has been classified gets a new prediction at once; any other stays as it is.
        """
        answered = self.frame if self.frame is not None and self.frame.network else None
        self._network = network.classifier
        self._drop_foreign_answer()
        if answered is not None:
            self._answer_again(named=answered.answer is not None)

    def show(self, frame: AnalysisFrame) -> None:
        """Inspect another frame."""
        self.frame = frame
        self._drop_foreign_answer()

    def clear(self) -> None:
        """Drop the frame, because it is stale."""
        self.frame = None

    @property
    def wanted_layers(self) -> tuple[str, ...]:
        """The layers whose maps are needed."""
        if self._network is None or self.layer is None:
            return ()
        if self.pixel is None or not self.explains_pixel:
            return (self.layer,)
        return (self.layer, below(self._network.places, self.layer))

    def maps(self) -> FloatArray | None:
        """Maps of the layer shown, (maps, frames, coefficients); None if there are none."""
        return None if self.layer is None else self._maps_of(self.layer)

    def receptive_field(self) -> Rectangle | None:
        """The part of the window that the pixel depends on; None without a pixel to explain."""
        if self._network is None or self.layer is None or self.pixel is None:
            return None
        if not self.explains_pixel:
            return None
        at = (self.pixel.frame, self.pixel.coefficient)
        return receptive_field(self._network.places, self.layer, at)

    def origin(self) -> PixelOrigin | None:
        """The sum behind the pixel; None without a pixel to explain or without maps."""
        network, layer, pixel = self._network, self.layer, self.pixel
        if network is None or layer is None or pixel is None or not self.explains_pixel:
            return None
        source = self._maps_of(below(network.places, layer))
        maps = self._maps_of(layer)
        if source is None or maps is None:
            return None
        at = (pixel.frame, pixel.coefficient)
        found = pixel_sum(network.places, network.weights, layer, pixel.number, at, source)
        value = float(maps[pixel.number][at])
        return PixelOrigin(pixel, layer, maps.shape[1], found, source, value)

    def _maps_of(self, layer: str) -> FloatArray | None:
        """Maps of a layer, computed now if the frame came without them."""
        frame = self.frame
        if frame is None or frame.network is None:
            return None
        if layer not in frame.activations:
            found = frame.network.activations(frame.mfcc, [layer])
            self.frame = replace(frame, activations={**frame.activations, **found})
            return found[layer]
        return frame.activations[layer]

    def _drop_foreign_answer(self) -> None:
        frame = self.frame
        if frame is not None and frame.network not in (None, self._network):
            # Its genres and maps are those of another network.
            self.frame = replace(frame, answer=None, activations={}, network=None)

    def _answer_again(self, *, named: bool) -> None:
        frame, network = self.frame, self._network
        if frame is None or network is None:
            return
        look = network.look(frame.mfcc, self.wanted_layers)
        answer = Answer.of(look.probabilities, network.genres, network.sure_threshold)
        self.frame = replace(
            frame,
            probabilities=look.probabilities,
            answer=answer if named else None,
            averaged_s=0.0,
            activations=look.activations,
            network=network,
        )
