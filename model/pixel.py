"""How one pixel of a feature map was computed, down to each product, and its receptive field.

Convolutions, pools and norms all have the same form, ``patch x weights + bias``, where the patch
is a part of the maps below. The weights of a convolution are its kernel; those of a max pool are 1
at the maximum and 0 elsewhere; those of a mean pool are 1 over their number; that of a norm is its
gain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.architecture import NORM_EPSILON, Layer, Place
from model.convolution import padded, patch
from model.features import COEFFICIENTS, WINDOW_FRAMES, FloatArray
from model.standardisation import STANDARDISE

POOLS = ("max_pool", "mean_pool")


@dataclass(frozen=True)
class Rectangle:
    """A part of a map in (frames, coefficients); it may extend into the padding around the map."""

    top: int
    left: int
    height: int
    width: int


@dataclass(frozen=True)
class PixelSum:
    """The computation of one pixel of a feature map.

    Attributes:
        layer: name of the layer that the map belongs to.
        kind: of the layer that computed the sum: ``conv``, ``max_pool``, ``mean_pool``, ``norm``,
            or ``relu`` where it does not follow a convolution.
        below: name of the layer whose maps contain the patch, or ``standardise``.
        channels: (D,) numbers of these maps.
        area: position of the patch in them.
        patch: (D, height, width) values, zeros in the padding.
        inside: (height, width), False in the padding.
        weights: (D, height, width).
        bias: added to the products; 0 for a pool.
        rectified: whether a ReLU follows, which sets negative sums to 0.
    """

    layer: str
    kind: str
    below: str
    channels: NDArray[np.int64]
    area: Rectangle
    patch: NDArray[np.float64]
    inside: NDArray[np.bool_]
    weights: NDArray[np.float64]
    bias: float
    rectified: bool

    @property
    def products(self) -> NDArray[np.float64]:
        """Patch times weights, (D, height, width)."""
        return self.patch * self.weights

    @property
    def by_channel(self) -> NDArray[np.float64]:
        """Contribution of each map below to the sum, (D,)."""
        return np.asarray(self.products.sum(axis=(1, 2)))

    @property
    def sum(self) -> float:
        """Sum of all products and the bias, before a ReLU."""
        return float(self.products.sum() + self.bias)

    @property
    def value(self) -> float:
        """Value of the pixel, after a ReLU if there is one."""
        return max(0.0, self.sum) if self.rectified else self.sum

    @property
    def winner(self) -> tuple[int, int] | None:
        """Row and column of the maximum in the patch of a max pool; None for other kinds."""
        if self.kind != "max_pool":
            return None
        row, column = np.argwhere(self.weights[0])[0]
        return int(row), int(column)


def map_layers(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the layers whose outputs are feature maps, in order."""
    return tuple(place for place in places if len(place.output_shape) == 3)


def computed_by(places: Sequence[Place], layer: str) -> Place:
    """Return the layer that computes the sums of a layer: for a ReLU, the convolution before it.

    Raises:
        KeyError: if no layer with feature maps has that name.
    """
    at = _number(places, layer)
    place = places[at]
    if place.layer.kind == "relu" and at and places[at - 1].layer.kind == "conv":
        return places[at - 1]
    return place


def below(places: Sequence[Place], layer: str) -> str:
    """Return the name of the layer that feeds a layer's sums; ``standardise`` for the first.

    Raises:
        KeyError: if no layer with feature maps has that name.
    """
    at = _number(places, computed_by(places, layer).name)
    return places[at - 1].name if at else STANDARDISE


def pixel_sum(
    places: Sequence[Place],
    weights: Mapping[str, FloatArray],
    layer: str,
    number: int,
    at: tuple[int, int],
    maps_below: FloatArray,
) -> PixelSum:
    """Recompute the sum behind one pixel.

    Args:
        places: layers in use, with batch norm folded into the convolutions.
        weights: tensor name -> values.
        layer: name of the layer that the map belongs to.
        number: of the map, from 0.
        at: frame and coefficient of the pixel in that map, from 0.
        maps_below: outputs of the layer named by :func:`below`, (maps, frames, coefficients).

    Raises:
        KeyError: if no layer with feature maps has that name.
        IndexError: if there is no such map or pixel.
    """
    shown = places[_number(places, layer)]
    place = computed_by(places, layer)
    limits = shown.output_shape
    if not all(0 <= n < limit for n, limit in zip((number, *at), limits, strict=True)):
        raise IndexError(f"{layer} has {limits} (maps, frames, coefficients): no {(number, *at)}")
    area = _area(place, Rectangle(*at, 1, 1))
    channels = np.arange(len(maps_below)) if place.layer.kind == "conv" else np.array([number])
    border = _border(place.layer)
    size = (area.height, area.width)
    stride = _stride(place.layer)
    values = patch(padded(maps_below[channels], border), at, size, stride).astype(np.float64)
    inside = patch(padded(np.ones(maps_below.shape[1:]), border), at, size, stride) > 0
    factors, bias = _weights(place, weights, number, values, inside)
    return PixelSum(
        layer,
        place.layer.kind,
        below(places, layer),
        channels,
        area,
        values,
        inside,
        factors,
        bias,
        shown.layer.kind == "relu",
    )


def receptive_field(places: Sequence[Place], layer: str, at: tuple[int, int]) -> Rectangle:
    """Return the part of the 100 x 13 image that a pixel can depend on, excluding padding.

    Args:
        places: layers in use.
        layer: name of the layer that the map belongs to.
        at: frame and coefficient of the pixel in that map, from 0.

    Raises:
        KeyError: if no layer with feature maps has that name.
    """
    area = Rectangle(*at, 1, 1)
    for place in reversed(places[: _number(places, layer) + 1]):
        area = _area(place, area)
    top, left = max(0, area.top), max(0, area.left)
    bottom = min(WINDOW_FRAMES, area.top + area.height)
    right = min(COEFFICIENTS, area.left + area.width)
    # A pixel computed from padding alone depends on no part of the image.
    return Rectangle(top, left, max(0, bottom - top), max(0, right - left))


def _number(places: Sequence[Place], layer: str) -> int:
    for number, place in enumerate(places):
        if place.name == layer and len(place.output_shape) == 3:
            return number
    raise KeyError(layer)


def _slides(layer: Layer) -> bool:
    return layer.kind == "conv" or layer.kind in POOLS


def _border(layer: Layer) -> tuple[int, int]:
    return layer.padding if _slides(layer) else (0, 0)


def _stride(layer: Layer) -> tuple[int, int]:
    return layer.stride if _slides(layer) else (1, 1)


def _area(place: Place, after: Rectangle) -> Rectangle:
    """Return the part of a layer's input from which a part of its output is computed."""
    layer = place.layer
    if not _slides(layer):
        return after
    (top, left), (height, width) = (
        [start * step - side for start, step, side in zip(
            (after.top, after.left), layer.stride, layer.padding, strict=True)],
        [(length - 1) * step + side for length, step, side in zip(
            (after.height, after.width), layer.stride, layer.size, strict=True)],
    )  # fmt: skip
    return Rectangle(top, left, height, width)


def _weights(
    place: Place,
    weights: Mapping[str, FloatArray],
    number: int,
    values: NDArray[np.float64],
    inside: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], float]:
    match place.layer.kind:
        case "conv":
            kernel = weights[f"{place.name}.weight"][number].astype(np.float64)
            return kernel, float(weights[f"{place.name}.bias"][number])
        case "max_pool":
            selection = np.zeros_like(values)
            candidates = np.where(inside, values[0], -np.inf)
            selection.flat[candidates.argmax()] = 1.0
            return selection, 0.0
        case "mean_pool":
            return np.asarray(inside / inside.sum())[None], 0.0
        case "norm":
            gain, shift, mean, variance = (
                float(weights[f"{place.name}.{part}"][number])
                for part in ("weight", "bias", "running_mean", "running_var")
            )
            gain /= float(np.sqrt(variance + NORM_EPSILON))
            return np.full_like(values, gain), shift - mean * gain
    return np.ones_like(values), 0.0
