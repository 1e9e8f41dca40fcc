"""Descriptions of layers: shape, kernel size, parameters, and what this kind of layer does."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from desktop_app.formatting.text import thousands
from model.architecture import Kind, Place, Shape
from resources.languages import N_, gettext, ngettext

IMAGE = N_(
    "The input image: 100 frames of 13 MFCCs in one channel, like a greyscale image. Each "
    "coefficient is standardised to mean 0 and standard deviation 1, as measured in training."
)
TEACHES: dict[Kind, str] = {
    "conv": N_(
        "A convolution slides small kernels over its input and computes, at every position, "
        "how well the input matches each kernel, which gives one map per kernel."
    ),
    "norm": N_(
        "Batch norm scales every map to roughly mean 0 and standard deviation 1, so that no "
        "map drowns out the others."
    ),
    "relu": N_(
        "A ReLU keeps positive values and sets the rest to 0, so that a pattern counts as "
        "found or as not found."
    ),
    "max_pool": N_(
        "Max pooling keeps the largest value of each small cell: the maps shrink, and what "
        "was found stays, but its exact position matters less."
    ),
    "mean_pool": N_(
        "Average pooling keeps the average of each small cell, so that the maps shrink."
    ),
    "dropout": N_(
        "Dropout sets random values to 0 during training, so that no unit relies on a single input."
    ),
    "time_pool": N_(
        "Pooling over time combines the mean and the maximum over all frames: how often a "
        "pattern was found and how clearly, but not when."
    ),
    "flatten": N_("Flattening joins the values of all maps into one vector."),
    "dense": N_(
        "In a dense layer every unit computes a weighted sum of all inputs; the last layer "
        "has one unit per class."
    ),
}
WITH_KERNEL: tuple[Kind, ...] = ("conv", "max_pool", "mean_pool")
MEASURED = ("running_mean", "running_var")
"""Statistics that batch norm measures rather than learns."""


def shape_words(shape: Shape) -> str:
    """Write a shape, maps last: (16, 100, 13) -> ``100 × 13 × 16``, (512,) -> ``512``."""
    return " × ".join(thousands(side) for side in (*shape[1:], shape[0]))


def learned(place: Place) -> int:
    """Number of trained parameters of a layer."""
    return sum(
        prod(shape)
        for name, shape in place.parameters.items()
        if name.rpartition(".")[2] not in MEASURED
    )


def counted(parameters: int) -> str:
    """Write a number of parameters: 1 -> ``1 parameter``, 4128 -> ``4 128 parameters``."""
    return ngettext("{number} parameter", "{number} parameters", parameters).format(
        number=thousands(parameters)
    )


def lines(place: Place) -> list[str]:
    """Lines for a layer's block: output shape, kernel, stride, padding, number of parameters."""
    layer = place.layer
    text = [shape_words(place.output_shape)]
    if layer.kind in WITH_KERNEL:
        text.append(gettext("kernel {size}").format(size=_pair(layer.size)))
        if layer.stride != (1, 1):
            text.append(gettext("stride {size}").format(size=_pair(layer.stride)))
        if layer.padding != (0, 0):
            text.append(gettext("padding {size}").format(size=_pair(layer.padding)))
    if count := learned(place):
        text.append(counted(count))
    return text


def brief(text: Sequence[str]) -> tuple[str, ...]:
    """Write :func:`lines` in less width: without spaces in sizes, and the count on its own."""
    tight = (line.replace(" × ", "×") for line in text)
    return tuple(part for line in tight for part in _number_and_unit(line))


def _number_and_unit(line: str) -> tuple[str, ...]:
    number, _, unit = line.partition(" ")
    return (number, unit) if unit and number.replace("\u00a0", "").isdigit() else (line,)


def tooltip(place: Place, genres: int) -> str:
    """Name, explanation and all numbers of a layer.

    Args:
        place: the layer and its place in the network.
        genres: number of genres that the network knows.
    """
    layer = place.layer
    text = [f"{place.name}: {shape_words(place.input_shape)} → {shape_words(place.output_shape)}"]
    text.append(gettext(TEACHES[layer.kind]))
    if layer.kind in WITH_KERNEL:
        text.append(
            gettext(
                "Kernel {size}, stride {stride}, padding {padding} (frames × coefficients)."
            ).format(
                size=_pair(layer.size), stride=_pair(layer.stride), padding=_pair(layer.padding)
            )
        )
    for name, shape in place.parameters.items():
        words = gettext("{name}: {size} measured") if name.endswith(MEASURED) else "{name}: {size}"
        text.append(words.format(name=name.rpartition(".")[2], size=" × ".join(map(str, shape))))
    if layer.kind == "dense" and place.output_shape == (genres + 1,):
        text.append(
            gettext("One unit for each of the {genres} genres and one for “not music”.").format(
                genres=genres
            )
        )
    return "\n".join(text)


def total(places: Sequence[Place], training_only: Sequence[Place]) -> str:
    """Summarise the whole network in one line.

    Args:
        places: the layers in use.
        training_only: layers that exist only during training.
    """
    text = [counted(sum(map(learned, places)))]
    norms = sum(place.layer.kind == "norm" for place in training_only)
    if norms:
        text.append(
            ngettext(
                "{number} batch norm folded into the preceding convolution",
                "{number} batch norms folded into the preceding convolutions",
                norms,
            ).format(number=norms)
        )
    if any(place.layer.kind == "dropout" for place in training_only):
        text.append(gettext("dropout during training only"))
    return " · ".join(text)


def _pair(sides: tuple[int, int]) -> str:
    return f"{sides[0]} × {sides[1]}"
