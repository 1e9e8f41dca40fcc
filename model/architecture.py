"""Networks as data: lists of layers that a checkpoint can hold and a person can read.

An architecture is a tuple of :class:`Layer`. Its layers get the names that the window shows:
``conv1``, ``relu1``, ``pool1`` ... Because the description is data, loading a checkpoint executes
none of its code.

The image is ``(1, frames, coefficients)``: time is the height, the coefficient the width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from math import prod
from typing import Any, Literal

from model.convolution import output_length
from model.features import COEFFICIENTS, WINDOW_FRAMES

Kind = Literal[
    "conv", "norm", "relu", "max_pool", "mean_pool", "dropout", "time_pool", "flatten", "dense"
]
KINDS: tuple[Kind, ...] = (
    "conv", "norm", "relu", "max_pool", "mean_pool", "dropout", "time_pool", "flatten", "dense",
)  # fmt: skip
Shape = tuple[int, ...]
NORM_EPSILON = 1e-5
"""torch's, for batch normalisation."""


@dataclass(frozen=True)
class Layer:
    """One layer; the fields that its kind doesn't use stay at their defaults.

    Attributes:
        kind: what it does. ``norm`` is batch normalisation over channels, ``time_pool`` joins mean
            and maximum over all frames and flattens what is left.
        outputs: kernels of a ``conv``, units of a ``dense``; 0 units stand for one per genre.
        size: kernel of a ``conv``, grid of a pool, in (frames, coefficients).
        stride: step in (frames, coefficients).
        padding: border on each side in (frames, coefficients): zeros for a ``conv``, for a
            ``max_pool`` values that never win, for a ``mean_pool`` values that don't count.
        rate: share of values that a ``dropout`` zeroes in training.
    """

    kind: Kind
    outputs: int = 0
    size: tuple[int, int] = (3, 3)
    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)
    rate: float = 0.0


Architecture = tuple[Layer, ...]


def conv(
    kernels: int,
    size: tuple[int, int] = (3, 3),
    padding: tuple[int, int] = (1, 1),
    stride: tuple[int, int] = (1, 1),
) -> Layer:
    """A convolution; by default 3 x 3 with the picture's size kept."""
    return Layer("conv", kernels, size, stride, padding)


def max_pool(frames: int, coefficients: int) -> Layer:
    """Non-overlapping max pooling."""
    return Layer("max_pool", size=(frames, coefficients), stride=(frames, coefficients))


def _genre_net() -> Architecture:
    norm, relu = Layer("norm"), Layer("relu")
    return (
        conv(16), norm, relu, max_pool(2, 1),
        conv(48, stride=(2, 1)), norm, relu,
        # MFCC are not alike under a shift from one coefficient to the next, so from here on the
        # kernels see all coefficients at once and slide over time alone.
        conv(160, (3, COEFFICIENTS), (1, 0)), norm, relu,
        conv(192, (3, 1), (1, 0)), norm, relu, max_pool(2, 1),
        conv(256, (3, 1), (1, 0)), norm, relu,
        Layer("time_pool"), Layer("dropout", rate=0.3), Layer("dense"),
    )  # fmt: skip


def _course_net() -> Architecture:
    norm, relu = Layer("norm"), Layer("relu")
    pool3 = Layer("max_pool", size=(3, 3), stride=(2, 2), padding=(1, 1))
    pool2 = Layer("max_pool", size=(2, 2), stride=(2, 2), padding=(1, 1))
    return (
        conv(32, padding=(0, 0)), relu, pool3, norm,
        conv(32, padding=(0, 0)), relu, pool3, norm,
        conv(32, (2, 2), (0, 0)), relu, pool2, norm,
        Layer("flatten"), Layer("dense", 64), relu, Layer("dropout", rate=0.3), Layer("dense"),
    )  # fmt: skip


ARCHITECTURES: Mapping[str, Architecture] = {"genre-net": _genre_net(), "course": _course_net()}
"""By the name that ``genre-monitor train --network`` takes; ``course`` is the lecture's own."""


@dataclass(frozen=True)
class Place:
    """A layer where it stands in a network.

    Attributes:
        name: kind and number, as in ``conv1``; pools of all kinds count together.
        layer: what stands there.
        input_shape, output_shape: of one image, (channels, frames, coefficients) or (units,).
        parameters: tensor name -> shape of what it learns or, for a ``norm``, has measured.
    """

    name: str
    layer: Layer
    input_shape: Shape
    output_shape: Shape
    parameters: Mapping[str, Shape]


def places(architecture: Architecture, genres: int) -> tuple[Place, ...]:
    """Follow an image of 100 x 13 through the layers.

    Args:
        architecture: layers from the image to one value per genre.
        genres: how many there are.

    Raises:
        ValueError: the layers don't fit one another or don't end in one value per genre.
    """
    shape: Shape = (1, WINDOW_FRAMES, COEFFICIENTS)
    numbers: Counter[str] = Counter()
    found = []
    for layer in architecture:
        stem = "pool" if layer.kind in ("max_pool", "mean_pool") else layer.kind
        numbers[stem] += 1
        name = f"{stem}{numbers[stem]}"
        after = _output_shape(name, layer, shape, genres)
        found.append(Place(name, layer, shape, after, _parameters(name, layer, shape, after)))
        shape = after
    if shape != (genres,):
        raise ValueError(f"the last layer gives {shape} instead of one value for {genres} genres")
    return tuple(found)


def _output_shape(name: str, layer: Layer, shape: Shape, genres: int) -> Shape:
    flat = len(shape) == 1
    match layer.kind:
        case "relu" | "dropout":
            return shape
        case "flatten":
            return (prod(shape),)
        case "dense":
            if not flat:
                raise ValueError(f"layer {name} needs a flat input, not {shape}")
            return (layer.outputs or genres,)
    if flat:
        raise ValueError(f"layer {name} needs maps, not {shape}")
    match layer.kind:
        case "norm":
            return shape
        case "time_pool":
            return (2 * shape[0] * shape[2],)
    height, width = (
        output_length(*side)
        for side in zip(shape[1:], layer.size, layer.stride, layer.padding, strict=True)
    )
    channels = layer.outputs if layer.kind == "conv" else shape[0]
    too_far = any(2 * border > size for border, size in zip(layer.padding, layer.size, strict=True))
    if layer.kind != "conv" and too_far:
        raise ValueError(f"layer {name} pads more than half of its grid")
    if min(channels, height, width) < 1:
        raise ValueError(f"layer {name} does not fit an input of {shape}")
    return (channels, height, width)


def _parameters(name: str, layer: Layer, before: Shape, after: Shape) -> dict[str, Shape]:
    match layer.kind:
        case "conv":
            return {f"{name}.weight": (after[0], before[0], *layer.size), f"{name}.bias": after[:1]}
        case "dense":
            return {f"{name}.weight": (after[0], before[0]), f"{name}.bias": after}
        case "norm":
            parts = ("weight", "bias", "running_mean", "running_var")
            return {f"{name}.{part}": before[:1] for part in parts}
    return {}


def to_json(architecture: Architecture) -> list[dict[str, Any]]:
    """The layers as plain dictionaries, defaults left out."""
    plain = {kind: asdict(Layer(kind)) for kind in KINDS}
    return [
        {k: v for k, v in asdict(layer).items() if k == "kind" or v != plain[layer.kind][k]}
        for layer in architecture
    ]


def from_json(layers: Any) -> Architecture:
    """The inverse of :func:`to_json`.

    Raises:
        ValueError: not a list of layers as described by :class:`Layer`.
    """
    try:
        return tuple(_layer(**layer) for layer in layers)
    except (TypeError, IndexError) as error:
        raise ValueError(f"not a list of layers: {error}") from error


def _layer(kind: Any, **fields: Any) -> Layer:
    if kind not in KINDS:
        raise ValueError(f"unknown kind of layer: {kind!r}")
    pairs = {
        name: (int(value[0]), int(value[1]))
        for name, value in fields.items()
        if name in ("size", "stride", "padding")
    }
    layer = replace(Layer(kind), **{**fields, **pairs})
    if min(*layer.size, *layer.stride) < 1 or min(*layer.padding, layer.outputs) < 0:
        raise ValueError(f"a layer of impossible size: {layer}")
    return layer
