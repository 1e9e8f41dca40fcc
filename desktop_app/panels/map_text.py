"""What the mouse and screen readers are told about a map, its pixels and its kernel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.inspector import MapPixel
from desktop_app.formatting.text import signed
from desktop_app.translation import tr


def map_in_words(number: int, count: int) -> str:
    """Name the map chosen with the keyboard.

    Args:
        number: of the map, from 0.
        count: of the layer's maps.
    """
    return tr("Map {number} of {count}").format(number=number + 1, count=count)


def pixel_in_words(at: MapPixel) -> str:
    """Name the pixel chosen with the keyboard."""
    pixel = tr("frame {frame}, coefficient {coefficient}").format(
        frame=at.frame + 1, coefficient=at.coefficient
    )
    return tr("Map {number}, {pixel}").format(number=at.number + 1, pixel=pixel)


def kernel_tooltip(number: int, weights: NDArray[np.float32]) -> str:
    """Write the weights of a kernel, the highest coefficient in the first row.

    Args:
        number: of the kernel, from 0.
        weights: (frames, coefficients).
    """
    rows = ["  ".join(signed(value, 2) for value in row) for row in weights.T[::-1]]
    return "\n".join((tr("Kernel {number}").format(number=number + 1), *rows))


def pixel_tooltip(at: MapPixel, values: NDArray[np.float32]) -> str:
    """Write the value of a pixel and the largest one of its map.

    Args:
        at: the pixel.
        values: (frames, coefficients) of its map.
    """
    return tr(
        "Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}"
    ).format(
        number=at.number + 1,
        value=signed(values[at.frame, at.coefficient], 2),
        frame=at.frame + 1,
        coefficient=at.coefficient,
        maximum=signed(values.max(), 2),
    )
