"""Network architectures as plain data that a checkpoint can store and a person can read.

An architecture is a tuple of :class:`Layer`. Layers are named as the window shows them: ``conv1``,
``relu1``, ``pool1`` ... Because the description is data, loading a checkpoint executes no code.

The input image is ``(1, frames, coefficients)``: height is time, width is the coefficient.
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
"""Added to the variance in batch normalisation; torch's default."""


@dataclass(frozen=True)
class Layer:
    """One layer; fields that its kind does not use keep their defaults.

    Attributes:
        kind: type of layer. ``norm`` is batch normalisation over channels; ``time_pool``
            concatenates mean and maximum over all frames and flattens the result.
        outputs: kernels of a ``conv``, units of a ``dense``; 0 units means one per output of the
            network.
        size: kernel size of a ``conv`` or a pool, in (frames, coefficients).
        stride: in (frames, coefficients).
        padding: border on each side in (frames, coefficients): zeros for a ``conv``, minus
            infinity for a ``max_pool``, excluded from the mean for a ``mean_pool``.
        rate: fraction of values that a ``dropout`` zeroes during training.
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
    """Describe a convolution; by default 3 x 3, preserving the size of the image."""
    return Layer("conv", kernels, size, stride, padding)


def max_pool(frames: int, coefficients: int) -> Layer:
    """Describe non-overlapping max pooling over (frames, coefficients)."""
    return Layer("max_pool", size=(frames, coefficients), stride=(frames, coefficients))


def _genre_net() -> Architecture:
    norm, relu = Layer("norm"), Layer("relu")
    return (
        conv(16), norm, relu, max_pool(2, 1),
        conv(48, stride=(2, 1)), norm, relu,
        # MFCC are not translation-invariant along the coefficient axis, so from here on the
        # kernels span all coefficients and slide over time only.
        conv(160, (3, COEFFICIENTS), (1, 0)), norm, relu,
        conv(192, (3, 1), (1, 0)), norm, relu, max_pool(2, 1),
        conv(256, (3, 1), (1, 0)), norm, relu,
        Layer("time_pool"), Layer("dropout", rate=0.2), Layer("dense"),
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
"""By the name that ``genre-monitor train --network`` takes; ``course`` is the lecture's network."""


@dataclass(frozen=True)
class Place:
    """A layer at its position in a network.

    Attributes:
        name: kind and number, as in ``conv1``; all kinds of pool are numbered together.
        layer: the layer itself.
        input_shape: of one image, (channels, frames, coefficients) or (units,).
        output_shape: likewise.
        parameters: tensor name -> shape of its weights or, for a ``norm``, running statistics.
    """

    name: str
    layer: Layer
    input_shape: Shape
    output_shape: Shape
    parameters: Mapping[str, Shape]


def places(architecture: Architecture, genres: int) -> tuple[Place, ...]:
    """Propagate the shape of a 100 x 13 image through the layers.

    Args:
        architecture: layers from the image to the logits.
        genres: number of outputs.

    Returns:
        One place per layer, in order.

    Raises:
        ValueError: if the layers do not fit together or do not end in ``genres`` values.
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
        raise ValueError(f"the last layer outputs {shape}, but there are {genres} genres")
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
        raise ValueError(f"layer {name} needs feature maps, not {shape}")
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
    over_padded = any(
        2 * border > size for border, size in zip(layer.padding, layer.size, strict=True)
    )
    if layer.kind != "conv" and over_padded:
        raise ValueError(f"layer {name} is padded by more than half of its size")
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
    """Convert layers to plain dictionaries, omitting defaults."""
    plain = {kind: asdict(Layer(kind)) for kind in KINDS}
    return [
        {k: v for k, v in asdict(layer).items() if k == "kind" or v != plain[layer.kind][k]}
        for layer in architecture
    ]


def from_json(layers: Any) -> Architecture:
    """Rebuild an architecture from the output of :func:`to_json`.

    Raises:
        ValueError: if ``layers`` is not a list of valid :class:`Layer` descriptions.
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
        raise ValueError(f"layer sizes out of range: {layer}")
    return layer
