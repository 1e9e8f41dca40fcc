"""The lecture's images and kernels, and other values to start from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from resources.languages import N_

Array = NDArray[np.float64]


def grid(*rows: str) -> Array:
    """Parse rows of numbers into a read-only array (rows, columns)."""
    values = np.array([[float(number) for number in row.split()] for row in rows])
    values.setflags(write=False)
    return values


IMAGES = {
    N_("Lecture, 6 × 6"): grid(
        "5 2 3 1 2 4",
        "2 4 1 0 3 1",
        "5 1 0 2 8 3",
        "0 2 1 5 2 4",
        "2 7 0 0 2 1",
        "1 3 2 8 7 0",
    ),
    N_("Lecture, 4 × 4"): grid("-1 2 0 2", "3 18 10 -3", "2 12 5 2", "1 3 7 4"),
}
LECTURE_IMAGE, LECTURE_POOLING_IMAGE = IMAGES.values()
KERNELS = {
    N_("Lecture"): grid("1 0 0", "2 1 0", "1 0 -1"),
    N_("Oblique line detector"): np.eye(3),
    N_("Vertical line detector"): grid("0 1 0", "0 1 0", "0 1 0"),
    N_("Lecture, first slide"): grid("1 2 -1", "0 1 2", "-2 1 0"),
    N_("Lecture, 3 by 3"): grid("1 2 9", "1 6 5", "2 2 3"),
    N_("Lecture, 5 by 5"): grid("1 2 9 8 7", "1 6 5 0 0", "2 2 3 1 0", "1 1 -3 0 -1", "1 -2 2 2 3"),
}
"""The kernels on the lecture's slides, in the order in which kernels are added to a layer."""
LECTURE_KERNEL = KERNELS["Lecture"]
LINES = grid(
    "9 0 0 0 0 0 9 0",
    "0 9 0 0 0 0 9 0",
    "0 0 9 0 0 0 9 0",
    "0 0 0 9 0 0 9 0",
    "0 0 0 0 9 0 9 0",
    "0 0 0 0 0 0 9 0",
)
"""An oblique and a vertical line for the detectors to find; the start of the user's own image."""


def preset_name(values: Array, presets: Mapping[str, Array]) -> str | None:
    """Look up the name of a preset; None for the user's own values.

    Args:
        values: (channels, rows, columns).
        presets: IMAGES, or KERNELS of the same size.
    """
    if len(values) == 1:
        for name, preset in presets.items():
            if np.array_equal(values[0], preset):
                return name
    return None


def centred(kernel: Array, size: int) -> Array:
    """Resize a kernel around its centre by padding with zeros or cropping.

    Args:
        kernel: (..., rows, columns), both odd.
        size: new number of rows and columns, odd.
    """
    for axis in (-2, -1):
        more = (size - kernel.shape[axis]) // 2
        if more >= 0:
            border = [(0, 0)] * kernel.ndim
            border[axis] = (more, more)
            kernel = np.pad(kernel, border)
        else:
            kernel = np.take(kernel, range(-more, kernel.shape[axis] + more), axis=axis)
    return kernel


@cache
def kernels_of(size: int) -> Mapping[str, Array]:
    """The presets that fit into a size, with zeros around them: name -> (size, size)."""
    return {name: centred(kernel, size) for name, kernel in KERNELS.items() if len(kernel) <= size}


def random_kernel(shape: tuple[int, ...], seed: int | None = None) -> Array:
    """Draw random integers from -2 to 2, reproducibly if a seed is given."""
    return np.random.default_rng(seed).integers(-2, 3, shape).astype(np.float64)


def further_kernel(number: int, depth: int, size: int) -> Array:
    """Initial weights of an additional kernel, (depth, size, size).

    Args:
        number: number of kernels so far.
        depth: channels of the image.
        size: rows and columns, odd.
    """
    presets = list(kernels_of(size).values())
    if number < len(presets):
        return np.repeat(presets[number][np.newaxis], depth, axis=0)
    return random_kernel((depth, size, size), seed=number)


def further_channel(image: Array) -> Array:
    """Add a channel, a mirror image of the first: (channels + 1, rows, columns)."""
    axis = len(image) % 2
    return np.concatenate([image, np.flip(image[:1], axis=axis + 1)])


def resized(image: Array, rows: int, columns: int) -> Array:
    """Crop an image, or pad it with zeros, on the right and below: (channels, rows, columns)."""
    kept = image[:, :rows, :columns]
    return np.pad(kept, [(0, 0), (0, rows - kept.shape[1]), (0, columns - kept.shape[2])])
