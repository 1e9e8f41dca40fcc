"""What a convolution and a pooling layer compute, one sum at a time: the lecture's arithmetic.

A kernel is a small grid of weights that slides over an image. Wherever it stops, the pixels under
it - the *patch* - are multiplied with the weights one by one, and all products and a bias are added
up: that sum is one pixel of the output. As in every network library nothing is flipped, so
mathematicians would call it cross-correlation.

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
"""Something down and something across."""
Pooling = Literal["max", "average", "mean"]
"""``mean`` is another word for ``average``."""
Numbers = NDArray[np.floating[Any]]
POOLS: dict[str, Callable[..., Numbers]] = {"max": np.max, "average": np.mean, "mean": np.mean}


def output_length(length: int, size: int, stride: int = 1, padding: int = 0) -> int:
    """How often a kernel of some size stops along one side of an image.

    Args:
        length: pixels of the image along that side.
        size: pixels of the kernel, or of the grid of a pool.
        stride: pixels from one stop to the next.
        padding: zeros added at either end.

    Returns:
        (length + 2 * padding - size) // stride + 1; 0 or less if it doesn't fit at all.
    """
    return (length + 2 * padding - size) // stride + 1


def padded(image: Numbers, padding: Pair, value: float = 0.0) -> Numbers:
    """An image with a border.

    Args:
        image: (..., H, W).
        padding: rows above and below, columns left and right.
        value: of the border.
    """
    border = [(0, 0)] * (image.ndim - 2) + [(side, side) for side in padding]
    return np.pad(image, border, constant_values=value)


def patch(image: Numbers, at: Pair, size: Pair, stride: Pair = (1, 1)) -> Numbers:
    """The pixels that lie under a kernel at one of its stops.

    Args:
        image: (..., H, W), padded already.
        at: row and column of the output.
        size: of the kernel.
        stride: steps from one stop to the next.

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
    """Slide a kernel over an image.

    Args:
        image: (H, W), or (D, H, W): a stack of D channels.
        kernel: (h, w), or (D, h, w) of the image's depth: a grid of weights for each channel, whose
            products all go into the one sum.
        bias: added to every sum.
        stride: rows and columns from one stop to the next, 1 or more.
        padding: rows and columns of zeros around the image, 0 or more.

    Returns:
        (rows, columns), see :func:`output_length`: one map, whatever the depth. Of float32 for
        float32, otherwise of float64.

    Raises:
        ValueError: depths that differ, a stride under 1, a padding under 0, or a kernel that is
            larger than the padded image.
    """
    image, kernel = _numbers(image), _numbers(kernel)
    if kernel.ndim != image.ndim or kernel.shape[:-2] != image.shape[:-2]:
        raise ValueError(f"a kernel of {kernel.shape} doesn't fit an image of {image.shape}")
    around = padded(image, _checked(padding, 0, "padding"))
    size = (kernel.shape[-2], kernel.shape[-1])
    out = np.empty(_output_shape(around, size, stride), np.result_type(image, kernel))
    for at in np.ndindex(out.shape):
        out[at] = (patch(around, (at[0], at[1]), size, stride) * kernel).sum() + bias
    return out


def pool(
    image: NDArray[Any], *, size: Pair = (2, 2), stride: Pair | None = None, kind: Pooling = "max"
) -> Numbers:
    """Lay a grid over an image and keep one number of each of its cells.

    Args:
        image: (H, W), or (D, H, W), of which every channel is pooled for itself.
        size: rows and columns of a cell, 1 or more.
        stride: from one cell to the next, 1 or more; None: cells lie side by side.
        kind: the ``max`` or the ``average`` of a cell.

    Returns:
        (rows, columns) or (D, rows, columns); what doesn't fill a cell at the right and the lower
        border is left out. Of float32 for float32, otherwise of float64.

    Raises:
        ValueError: an image of other dimensions, a size or a stride under 1, a cell larger than the
            image or another kind.
    """
    image = _numbers(image)
    if kind not in POOLS:
        raise ValueError(f"there is no pooling by {kind!r}; there are max and average")
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
        raise ValueError(f"{across} is larger than the image of {image.shape}")
    return rows, columns


def _checked(pair: Pair, least: int, name: str) -> Pair:
    if len(pair) != 2 or min(pair) < least:
        raise ValueError(f"{name} must be two numbers of {least} or more, not {pair}")
    return pair


def _numbers(values: NDArray[Any]) -> Numbers:
    array = np.asarray(values)
    if array.ndim not in (2, 3):
        raise ValueError(f"(rows, columns) or (depth, rows, columns) are needed, not {array.shape}")
    return array if array.dtype == np.float32 else array.astype(np.float64)
