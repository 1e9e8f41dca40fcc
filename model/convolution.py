"""Convolution and pooling, computed one sum at a time: the lecture's arithmetic.

A kernel is a small grid of weights that slides over an image. At each position the pixels under
it - the *patch* - are multiplied by the weights element by element, and all products plus a bias
are summed: that sum is one pixel of the output. As in every deep-learning library the kernel is not
flipped, so strictly speaking this is cross-correlation.

    image    5 2 3   kernel   1 0 0    5*1 + 2*0 + 3*0
             2 4 1            2 1 0  + 2*2 + 4*1 + 1*0
             5 1 0            1 0 -1 + 5*1 + 1*0 + 0*-1  =  18
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
"""(vertical, horizontal), as in (rows, columns)."""
Pooling = Literal["max", "average", "mean"]
"""``mean`` is a synonym for ``average``."""
Numbers = NDArray[np.floating[Any]]
POOLS: dict[str, Callable[..., Numbers]] = {"max": np.max, "average": np.mean, "mean": np.mean}


def output_length(length: int, size: int, stride: int = 1, padding: int = 0) -> int:
    """Return the number of positions of a kernel along one side of an image.

    Args:
        length: pixels of the image along that side.
        size: pixels of the kernel or pool along that side.
        stride: pixels from one position to the next.
        padding: pixels added at each end.

    Returns:
        (length + 2 * padding - size) // stride + 1; 0 or less if the kernel does not fit.
    """
    return (length + 2 * padding - size) // stride + 1


def padded(image: Numbers, padding: Pair, value: float = 0.0) -> Numbers:
    """Add a constant border to an image.

    Args:
        image: (..., H, W).
        padding: rows above and below, columns left and right.
        value: of the border.

    Returns:
        (..., H + 2 * padding[0], W + 2 * padding[1]).
    """
    border = [(0, 0)] * (image.ndim - 2) + [(side, side) for side in padding]
    return np.pad(image, border, constant_values=value)


def patch(image: Numbers, at: Pair, size: Pair, stride: Pair = (1, 1)) -> Numbers:
    """Return the pixels under a kernel at one of its positions.

    Args:
        image: (..., H, W), already padded.
        at: row and column of the output pixel.
        size: of the kernel, (rows, columns).
        stride: of the kernel, (rows, columns).

    Returns:
        (..., *size), a view.
    """
    top, left = (place * step for place, step in zip(at, stride, strict=True))
    return image[..., top : top + size[0], left : left + size[1]]


def convolve(
    image: NDArray[Any],
    kernel: NDArray[Any],
    *,
    bias: float = 0.0,
    stride: Pair = (1, 1),
    padding: Pair = (0, 0),
) -> Numbers:
    """Convolve an image with one kernel.

    Args:
        image: (H, W), or (D, H, W) for D channels.
        kernel: (h, w), or (D, h, w) with the depth of the image: one grid of weights per channel,
            all summed into one output.
        bias: added to every sum.
        stride: rows and columns from one position to the next, 1 or more.
        padding: rows and columns of zeros around the image, 0 or more.

    Returns:
        (rows, columns), see :func:`output_length`: a single map for any depth. float32 if both
        inputs are float32, otherwise float64.

    Raises:
        ValueError: if the depths differ, the stride is below 1, the padding is negative, or the
            kernel is larger than the padded image.
    """
    image, kernel = _numbers(image), _numbers(kernel)
    if kernel.ndim != image.ndim or kernel.shape[:-2] != image.shape[:-2]:
        raise ValueError(
            f"a kernel of shape {kernel.shape} does not fit an image of shape {image.shape}"
        )
    bordered = padded(image, _checked(padding, 0, "padding"))
    size = (kernel.shape[-2], kernel.shape[-1])
    out = np.empty(_output_shape(bordered, size, stride), np.result_type(image, kernel))
    for at in np.ndindex(out.shape):
        out[at] = (patch(bordered, (at[0], at[1]), size, stride) * kernel).sum() + bias
    return out


def pool(
    image: NDArray[Any], *, size: Pair = (2, 2), stride: Pair | None = None, kind: Pooling = "max"
) -> Numbers:
    """Pool an image, reducing each cell of a grid to one value.

    Args:
        image: (H, W), or (D, H, W), of which each channel is pooled separately.
        size: rows and columns of a cell, 1 or more.
        stride: rows and columns from one cell to the next, 1 or more; None for cells that do not
            overlap.
        kind: ``max``, ``average`` or ``mean``.

    Returns:
        (rows, columns) or (D, rows, columns); incomplete cells at the right and lower border are
        dropped. float32 for float32, otherwise float64.

    Raises:
        ValueError: if the image is not 2-D or 3-D, the size or stride is below 1, a cell is larger
            than the image, or the kind is unknown.
    """
    image = _numbers(image)
    if kind not in POOLS:
        raise ValueError(f"unknown kind of pooling {kind!r}; choose max or average")
    step = size if stride is None else stride
    out = np.empty((*image.shape[:-2], *_output_shape(image, size, step)), image.dtype)
    for at in np.ndindex(out.shape[-2:]):
        cell = patch(image, (at[0], at[1]), size, step)
        out[..., at[0], at[1]] = POOLS[kind](cell, axis=(-2, -1))
    return out


def _output_shape(image: Numbers, size: Pair, stride: Pair) -> Pair:
    _checked(size, 1, "size")
    _checked(stride, 1, "stride")
    rows, columns = (
        output_length(length, side, step)
        for length, side, step in zip(image.shape[-2:], size, stride, strict=True)
    )
    if min(rows, columns) < 1:
        across = " x ".join(map(str, size))
        raise ValueError(f"{across} is larger than the image of shape {image.shape}")
    return rows, columns


def _checked(pair: Pair, least: int, name: str) -> Pair:
    if len(pair) != 2 or min(pair) < least:
        raise ValueError(f"{name} must be two numbers, each at least {least}, not {pair}")
    return pair


def _numbers(values: NDArray[Any]) -> Numbers:
    array = np.asarray(values)
    if array.ndim not in (2, 3):
        raise ValueError(
            f"the shape must be (rows, columns) or (depth, rows, columns), not {array.shape}"
        )
    return array if array.dtype == np.float32 else array.astype(np.float64)
