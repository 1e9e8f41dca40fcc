"""What is said of a layer: its shape, its numbers, and one sentence on what such a layer does."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from desktop_app.formatting.text import thousands
from model.architecture import Kind, Place, Shape

IMAGE = (
    "The image: 100 frames of 13 MFCC, each coefficient brought to mean 0 and spread 1 as the "
    "network learnt it; one channel, as a grey picture has."
)
TEACHES: dict[Kind, str] = {
    "conv": "A convolution slides small kernels over its input and writes down, at every place, "
    "how much what lies there looks like each kernel: one map a kernel.",
    "norm": "Batch norm brings every map to about mean 0 and spread 1, so that no map drowns the "
    "others.",
    "relu": "A ReLU keeps what is above 0 and turns the rest into 0: found, or not found.",
    "max_pool": "Max pooling keeps the highest value of every small grid: what was found stays, "
    "exactly where matters less, and the maps shrink.",
    "mean_pool": "Mean pooling keeps the mean of every small grid, so that the maps shrink.",
    "dropout": "Dropout zeroes values by chance while training, so that no unit relies on one.",
    "time_pool": "Pooling over time joins the mean and the highest value of all frames: how much "
    "was found, and how clearly, no matter when.",
    "flatten": "Flattening puts all values of all maps into one row.",
    "dense": "A dense layer adds up all its inputs, each times a weight of its own; the last one "
    "has a unit for every answer.",
}
WITH_KERNEL: tuple[Kind, ...] = ("conv", "max_pool", "mean_pool")
MEASURED = ("running_mean", "running_var")
"""What batch norm measures rather than learns."""


def shape_words(shape: Shape) -> str:
    """(16, 100, 13) -> ``100 × 13 × 16``: frames, coefficients, maps; (512,) -> ``512``."""
    return " × ".join(thousands(side) for side in (*shape[1:], shape[0]))


def learned(place: Place) -> int:
    """How many parameters a layer has learnt."""
    return sum(
        prod(shape)
        for name, shape in place.parameters.items()
        if name.rpartition(".")[2] not in MEASURED
    )


def lines(place: Place) -> list[str]:
    """What the block of a layer says under its name: shape, kernel, stride, padding, parameters."""
    layer = place.layer
    said = [shape_words(place.output_shape)]
    if layer.kind in WITH_KERNEL:
        said.append(f"kernel {_pair(layer.size)}")
        if layer.stride != (1, 1):
            said.append(f"stride {_pair(layer.stride)}")
        if layer.padding != (0, 0):
            said.append(f"padding {_pair(layer.padding)}")
    if count := learned(place):
        said.append(f"{thousands(count)} learnt")
    return said


def tooltip(place: Place, genres: int) -> str:
    """Name, teaching sentence and all numbers of a layer, for a network of so many genres."""
    layer = place.layer
    said = [f"{place.name}: {shape_words(place.input_shape)} → {shape_words(place.output_shape)}"]
    said.append(TEACHES[layer.kind])
    if layer.kind in WITH_KERNEL:
        said.append(
            f"Kernel {_pair(layer.size)}, stride {_pair(layer.stride)}, padding "
            f"{_pair(layer.padding)} (frames × coefficients)."
        )
    for name, shape in place.parameters.items():
        measured = " measured" if name.endswith(MEASURED) else ""
        said.append(f"{name.rpartition('.')[2]}: {' × '.join(map(str, shape))}{measured}")
    if layer.kind == "dense" and place.output_shape == (genres + 1,):
        said.append(f"{genres} genres, and one unit for what is no music.")
    return "\n".join(said)


def total(places: Sequence[Place], training_only: Sequence[Place]) -> str:
    """One line on the whole network.

    Args:
        places: layers in use.
        training_only: layers that only training has.
    """
    said = [f"{thousands(sum(map(learned, places)))} learnt parameters"]
    norms = sum(place.layer.kind == "norm" for place in training_only)
    if norms == 1:
        said.append("a batch norm is worked into the convolution before it")
    elif norms:
        said.append(f"{norms} batch norms are worked into the convolutions before them")
    if any(place.layer.kind == "dropout" for place in training_only):
        said.append("dropout only in training")
    return " · ".join(said)


def _pair(sides: tuple[int, int]) -> str:
    return f"{sides[0]} × {sides[1]}"
