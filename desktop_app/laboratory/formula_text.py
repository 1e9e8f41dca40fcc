"""The laboratory's arithmetic as text: numbers, sums, formulas and explanations."""

from __future__ import annotations

from itertools import accumulate

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling, SlidingLayer
from desktop_app.laboratory.presets import LECTURE_IMAGE, LECTURE_KERNEL, Array, preset_name
from model.convolution import output_length

LARGEST = 999.0
"""Largest absolute value that a cell accepts."""
TYPED_DECIMALS = 2
"""Most decimals that a cell accepts, so that a product has no more than are written."""
WRITTEN_DECIMALS, ROUNDED_DECIMALS = 4, 2
EXACT = 1e-7
"""Differences below this come from binary arithmetic."""
SLIDE_ERROR = (
    "The lecture slide shows 5 at the end of the first output row. This is an error on the slide: "
    "the correct sum is 3."
)
SLIDE_ERRORS_WITH_PADDING = (
    "The lecture slides show 5 at the end of the first output row without padding, and −1 in the "
    "corner with padding. Both are errors on the slides: the correct sums are 3 and 1."
)


def number_text(value: float) -> str:
    """Write a number with a true minus sign.

    It has as few decimals as it needs, up to four. One that needs more, such as the average of nine
    numbers, is rounded to two.
    """
    decimals = WRITTEN_DECIMALS if is_written_exactly(value) else ROUNDED_DECIMALS
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def is_written_exactly(value: float) -> bool:
    """Whether :func:`number_text` writes all of a number's decimals."""
    return abs(value - round(value, WRITTEN_DECIMALS)) < EXACT


def parse_number(text: str) -> float:
    """Read the number typed into a cell.

    Raises:
        ValueError: the text is not a number from −999 to 999 with at most two decimals; the message
            says what to enter.
    """
    try:
        value = float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        raise ValueError(
            f"“{text.strip()}” is not a number. Enter a number such as 3 or −0.5."
        ) from None
    if not abs(value) <= LARGEST:
        raise ValueError(f"“{text.strip()}” is out of range. Enter a number from −999 to 999.")
    if value != round(value, TYPED_DECIMALS):
        raise ValueError(
            f"“{text.strip()}” has too many decimals. Enter a number with at most two, such as "
            f"{number_text(round(value, TYPED_DECIMALS))}."
        )
    return value


def sum_text(layer: Convolution | Pooling, kernel: int, step: int) -> str:
    """Write out how the output number of a step is computed.

    Args:
        layer: the convolution or pooling.
        kernel: number of the kernel, from 0; ignored by pooling.
        step: position of the kernel, from 0 to the layer's ``step_count`` - 1.
    """
    if isinstance(layer, Pooling):
        return _pooling_text(layer, step)
    total = float(layer.sums[kernel].flat[step])
    result = number_text(total)
    pixels, weights = layer.patch_at(step), layer.kernels[kernel]
    products = layer.products(kernel, step)
    if len(pixels) == 1:
        lines = [f"{_terms(pixels[0], weights[0])} = {result}"]
    else:
        lines = [
            f"channel {channel + 1}: {_terms(pixels[channel], weights[channel])}"
            f" = {number_text(float(products[channel].sum()))}"
            for channel in range(len(pixels))
        ]
        lines.append(f"sum: {_added(products.sum(axis=(1, 2)).tolist())} = {result}")
    running = " → ".join(number_text(value) for value in accumulate(products.ravel().tolist()))
    lines.append(f"running sum: {running}")
    if layer.rectified:
        lines.append(f"ReLU: max(0, {result}) = {number_text(max(0.0, total))}")
    return "\n".join(lines)


def _terms(pixels: Array, weights: Array) -> str:
    pairs = zip(pixels.ravel().tolist(), weights.ravel().tolist(), strict=True)
    return " + ".join(f"{_factor(pixel)}·{_factor(weight)}" for pixel, weight in pairs)


def _factor(value: float) -> str:
    return f"({number_text(value)})" if number_text(value).startswith("−") else number_text(value)


def _added(values: list[float]) -> str:
    return " + ".join(_factor(value) for value in values)


def _pooling_text(pooling: Pooling, step: int) -> str:
    values = pooling.patch_at(step)[0].ravel().tolist()
    result = float(pooling.maps[0].flat[step])
    if pooling.kind == "max":
        return f"max({', '.join(number_text(value) for value in values)}) = {number_text(result)}"
    equals = "=" if is_written_exactly(result) else "≈"
    return f"({_added(values)}) / {len(values)} {equals} {number_text(result)}"


def shape_formulas(layer: SlidingLayer) -> str:
    """Write out how the output's numbers of rows and columns are computed."""
    rows, columns = (
        f"⌊({length} + 2·{padding} − {size}) / {stride}⌋ + 1 = "
        f"{number_text(output_length(length, size, stride, padding))}"
        for length, size, stride, padding in layer.sides
    )
    return f"rows: {rows}\ncolumns: {columns}"


def no_output_text(layer: SlidingLayer) -> str:
    """Explain why there is no output; empty if there is one."""
    if layer.step_count:
        return ""
    what = "cell" if isinstance(layer, Pooling) else "kernel"
    image = "padded image" if any(layer.padding) else "image"
    around = size_text(*layer.padded_image.shape[-2:])
    return (
        f"No output: the {what} ({size_text(*layer.size)}) is larger than the {image} ({around}). "
        f"Choose a smaller {what} or a larger image."
    )


def left_over_text(layer: SlidingLayer) -> str:
    """Say which part of the image the stride never reaches; empty if there is none."""
    parts = []
    for name, (length, size, stride, padding) in zip(("row", "column"), layer.sides, strict=True):
        left = (length + 2 * padding - size) % stride
        if layer.step_count and left:
            parts.append(f"{left} {name}s" if left > 1 else name)
    return f"The stride skips the last {' and '.join(parts)}." if parts else ""


def size_text(*lengths: int) -> str:
    """Write lengths as a size: 3, 5 -> ``3 × 5``."""
    return " × ".join(map(str, lengths))


def weight_count_text(layer: Convolution) -> str:
    """Write out the number of weights of one kernel."""
    channels, rows, columns = layer.kernels.shape[1:]
    return f"{size_text(rows, columns, channels)} = {rows * columns * channels} weights"


def slide_error_text(experiment: Experiment, kernel: int) -> str:
    """Point out the errors on the lecture's slides while their example is shown; else empty."""
    layer = experiment.convolution
    if (
        experiment.is_pooling
        or experiment.live
        or layer.rectified
        or layer.stride != (1, 1)
        or preset_name(layer.image, {"": LECTURE_IMAGE}) is None
        or preset_name(layer.kernels[kernel], {"": LECTURE_KERNEL}) is None
    ):
        return ""
    return SLIDE_ERRORS_WITH_PADDING if layer.zero_padding else SLIDE_ERROR
