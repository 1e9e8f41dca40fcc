"""The laboratory's arithmetic as it is written on a slide: numbers, sums, formulas, sentences."""

from __future__ import annotations

from itertools import accumulate

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling, SlidingLayer
from desktop_app.laboratory.presets import LECTURE_IMAGE, LECTURE_KERNEL, Array, preset_name
from model.convolution import output_length

HIGHEST = 999.0
"""What a cell takes, either side of zero."""
SLIP = (
    "The slide prints 5 at the end of the output’s first row{padded}. That is a slip of the slide: "
    "add it up here and it gives 3{corner}."
)


def number(value: float, decimals: int = 2) -> str:
    """A number with as few decimals as it needs, and a real minus."""
    text = f"{value:.{decimals}f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "−")


def value_of(text: str) -> float:
    """The number that was typed into a cell.

    Raises:
        ValueError: in one sentence, what a cell takes.
    """
    try:
        value = float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        raise ValueError(
            f"“{text.strip()}” is no number. A cell takes a number like 3 or −0.5."
        ) from None
    if not abs(value) <= HIGHEST:
        raise ValueError(f"“{text.strip()}” is too much. A cell takes numbers from −999 to 999.")
    return value


def sum_at(layer: Convolution | Pooling, kernel: int, stop: int) -> str:
    """How the output's number at a stop comes about, a line a thought.

    Args:
        layer: whose stop it is.
        kernel: whose sum it is, from 0; a pool has but one.
        stop: from 0 to the layer's stops - 1.
    """
    if isinstance(layer, Pooling):
        return _pool_at(layer, stop)
    result = number(float(layer.maps[kernel].flat[stop]))
    pixels, weights = layer.patch_at(stop), layer.kernels[kernel]
    products = layer.products(kernel, stop)
    if len(pixels) == 1:
        lines = [f"{_terms(pixels[0], weights[0])} = {result}"]
    else:
        lines = [
            f"channel {channel + 1}: {_terms(pixels[channel], weights[channel])}"
            f" = {number(float(products[channel].sum()))}"
            for channel in range(len(pixels))
        ]
        lines.append(f"together: {_added(products.sum(axis=(1, 2)).tolist())} = {result}")
    running = " → ".join(number(value) for value in accumulate(products.ravel().tolist()))
    return "\n".join([*lines, f"running sum: {running}"])


def _terms(pixels: Array, weights: Array) -> str:
    pairs = zip(pixels.ravel().tolist(), weights.ravel().tolist(), strict=True)
    return " + ".join(f"{_factor(pixel)}·{_factor(weight)}" for pixel, weight in pairs)


def _factor(value: float) -> str:
    return f"({number(value)})" if number(value).startswith("−") else number(value)


def _added(values: list[float]) -> str:
    return " + ".join(_factor(value) for value in values)


def _pool_at(pool: Pooling, stop: int) -> str:
    values = pool.patch_at(stop)[0].ravel().tolist()
    result = number(float(pool.maps[0].flat[stop]))
    if pool.kind == "max":
        return f"max({', '.join(number(value) for value in values)}) = {result}"
    return f"({_added(values)}) / {len(values)} = {result}"


def formulas(layer: SlidingLayer) -> str:
    """How many rows and columns the output has, and why."""
    rows, columns = (
        f"({length} + 2·{padding} − {size}) // {stride} + 1 = "
        f"{number(output_length(length, size, stride, padding))}"
        for length, size, stride, padding in layer.sides
    )
    return f"rows: {rows}\ncolumns: {columns}"


def problem(layer: SlidingLayer) -> str:
    """Why there is no output; empty where there is one."""
    if layer.stops:
        return ""
    what = "cell" if isinstance(layer, Pooling) else "kernel"
    image = "padded image" if any(layer.padding) else "image"
    around = by(*layer.around.shape[-2:])
    return (
        f"No output: the {what} of {by(*layer.size)} is larger than the {image} of {around}. "
        f"Take a smaller {what} or a larger image."
    )


def left_over(layer: SlidingLayer) -> str:
    """What of the image the last stops leave out; empty where all of it is seen."""
    parts = []
    for name, (length, size, stride, padding) in zip(("row", "column"), layer.sides, strict=True):
        left = (length + 2 * padding - size) % stride
        if layer.stops and left:
            parts.append(f"{left} {name}s" if left > 1 else name)
    return f"The stride leaves out the last {' and '.join(parts)}." if parts else ""


def by(*lengths: int) -> str:
    """Lengths with a cross between them."""
    return " × ".join(map(str, lengths))


def weights(layer: Convolution) -> str:
    """How many weights one kernel has."""
    channels, rows, columns = layer.kernels.shape[1:]
    return f"{by(rows, columns, channels)} = {rows * columns * channels} weights"


def slip(experiment: Experiment, kernel: int) -> str:
    """What the slides got wrong, where they are on the table; otherwise empty."""
    layer = experiment.convolution
    if (
        experiment.pools
        or experiment.live
        or layer.stride != (1, 1)
        or preset_name(layer.image, {"": LECTURE_IMAGE}) is None
        or preset_name(layer.kernels[kernel], {"": LECTURE_KERNEL}) is None
    ):
        return ""
    if layer.zero_padding:
        return SLIP.format(
            padded=" without padding, and −1 in the padded corner",
            corner=", and the corner 1",
        )
    return SLIP.format(padded="", corner="")
