"""The laboratory's arithmetic as text: numbers, sums, formulas and explanations."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate

from desktop_app.formatting.local import with_separator
from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling, SlidingLayer
from desktop_app.laboratory.presets import LECTURE_IMAGE, LECTURE_KERNEL, preset_name
from model.convolution import output_length
from resources.languages import N_, gettext, ngettext

LARGEST = 999.0
"""Largest absolute value that a cell accepts."""
TYPED_DECIMALS = 2
"""Most decimals that a cell accepts, so that a product has no more than are written."""
WRITTEN_DECIMALS, ROUNDED_DECIMALS = 4, 2
NO_BREAK = "\u00a0"
EXACT = 1e-7
"""Differences below this come from binary arithmetic."""
SLIDE_ERROR = N_(
    "The lecture slide shows 5 at the end of the first output row. This is an error on the slide: "
    "the correct sum is 3."
)
SLIDE_ERRORS_WITH_PADDING = N_(
    "The lecture slides show 5 at the end of the first output row without padding, and −1 in the "
    "corner with padding. Both are errors on the slides: the correct sums are 3 and 1."
)


def number_text(value: float) -> str:
    """Write a number with a true minus sign and the decimal separator of the language in use.

    It has as few decimals as it needs, up to four. One that needs more, such as the average of nine
    numbers, is rounded to two.
    """
    return with_separator(_plain(value))


def number_texts(values: Iterable[float]) -> list[str]:
    """Write numbers like :func:`number_text`, with as many decimals as one of them needs.

    Args:
        values: NaN for an empty text.
    """
    texts = ["" if math.isnan(value) else _plain(value) for value in values]
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    return [with_separator(_with_decimals(text, decimals)) for text in texts]


def _with_decimals(text: str, decimals: int) -> str:
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction:0<{decimals}}" if text and decimals else text


def _plain(value: float) -> str:
    """Write a number with a point in every language."""
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
            gettext("“{text}” is not a number. Enter a number such as 3 or −0.5.").format(
                text=text.strip()
            )
        ) from None
    if not abs(value) <= LARGEST:
        raise ValueError(
            gettext("“{text}” is out of range. Enter a number from −999 to 999.").format(
                text=text.strip()
            )
        )
    if value != round(value, TYPED_DECIMALS):
        raise ValueError(
            gettext(
                "“{text}” has too many decimals. Enter a number with at most two, such as "
                "{example}."
            ).format(text=text.strip(), example=number_text(round(value, TYPED_DECIMALS)))
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
    pixels, weights = layer.patch_at(step), layer.kernels[kernel]
    products = layer.products(kernel, step)
    total = float(layer.sums[kernel].flat[step])
    running = list(accumulate(products.ravel().tolist()))
    of_channels = products.sum(axis=(1, 2)).tolist()
    *sums, result, rectified = number_texts([*running, *of_channels, total, max(0.0, total)])
    pairs = zip(number_texts(pixels.ravel()), number_texts(weights.ravel()), strict=True)
    terms = [f"{_factor(pixel)}·{_factor(weight)}" for pixel, weight in pairs]
    if len(pixels) == 1:
        lines = [f"{' + '.join(terms)} = {result}"]
    else:
        channel_sums, count = sums[len(running) :], pixels[0].size
        lines = [
            gettext("channel {number}: {sum} = {result}").format(
                number=channel + 1,
                sum=" + ".join(terms[channel * count : (channel + 1) * count]),
                result=channel_sum,
            )
            for channel, channel_sum in enumerate(channel_sums)
        ]
        lines.append(
            gettext("sum: {sum} = {result}").format(sum=_added(channel_sums), result=result)
        )
    lines.append(gettext("running sum: {running}").format(running=" → ".join(sums[: len(running)])))
    if layer.rectified:
        lines.append(
            gettext("ReLU: max(0, {result}) = {value}").format(result=result, value=rectified)
        )
    return "\n".join(lines)


def _factor(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _added(texts: Sequence[str]) -> str:
    return " + ".join(map(_factor, texts))


def _pooling_text(pooling: Pooling, step: int) -> str:
    values = pooling.patch_at(step)[0].ravel().tolist()
    result = float(pooling.maps[0].flat[step])
    if pooling.kind == "max":
        *texts, largest = number_texts([*values, result])
        return f"max({', '.join(texts)}) = {largest}"
    equals = "=" if is_written_exactly(result) else "≈"
    return f"({_added(number_texts(values))}) / {len(values)} {equals} {number_text(result)}"


def shape_formulas(layer: SlidingLayer) -> str:
    """Write out how the output's numbers of rows and columns are computed.

    In a narrow card a line breaks after the quotient only.
    """
    rows, columns = (
        f"⌊({length} + 2·{padding} − {size}) / {stride}⌋".replace(" ", NO_BREAK)
        + f" +{NO_BREAK}1{NO_BREAK}={NO_BREAK}"
        + number_text(output_length(length, size, stride, padding))
        for length, size, stride, padding in layer.sides
    )
    return gettext("rows: {rows}\ncolumns: {columns}").format(rows=rows, columns=columns)


def no_output_text(layer: SlidingLayer) -> str:
    """Explain why there is no output; empty if there is one."""
    if layer.step_count:
        return ""
    if isinstance(layer, Pooling):
        sentence = gettext(
            "No output: the cell ({cell}) is larger than the image ({image}). Choose a smaller "
            "cell or a larger image."
        )
    elif any(layer.padding):
        sentence = gettext(
            "No output: the kernel ({cell}) is larger than the padded image ({image}). Choose a "
            "smaller kernel or a larger image."
        )
    else:
        sentence = gettext(
            "No output: the kernel ({cell}) is larger than the image ({image}). Choose a smaller "
            "kernel or a larger image."
        )
    around = size_text(*layer.padded_image.shape[-2:])
    return sentence.format(cell=size_text(*layer.size), image=around)


def left_over_text(layer: SlidingLayer) -> str:
    """Say which part of the image the stride never reaches; empty if there is none."""
    if not layer.step_count:
        return ""
    rows, columns = (
        (length + 2 * padding - size) % stride for length, size, stride, padding in layer.sides
    )
    last_rows = ngettext("last row", "last {number} rows", rows).format(number=rows)
    last_columns = ngettext("last column", "last {number} columns", columns).format(number=columns)
    if rows and columns:
        return gettext("The stride skips the {rows} and the {columns}.").format(
            rows=last_rows, columns=last_columns
        )
    if rows or columns:
        return gettext("The stride skips the {rows_or_columns}.").format(
            rows_or_columns=last_rows if rows else last_columns
        )
    return ""


def size_text(*lengths: int) -> str:
    """Write lengths as a size: 3, 5 -> ``3 × 5``."""
    return " × ".join(map(str, lengths))


def weight_count_text(layer: Convolution) -> str:
    """Write out the number of weights of one kernel."""
    channels, rows, columns = layer.kernels.shape[1:]
    return gettext("{size} = {number} weights").format(
        size=size_text(rows, columns, channels), number=rows * columns * channels
    )


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
    return gettext(SLIDE_ERRORS_WITH_PADDING if layer.zero_padding else SLIDE_ERROR)
