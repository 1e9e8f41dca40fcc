"""Well-known kernels, by name: line detectors, blur and edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def _oblique(rows: int, columns: int) -> Numbers:
    return np.eye(rows, columns)


def _vertical(rows: int, columns: int) -> Numbers:
    kernel = np.zeros((rows, columns))
    kernel[:, columns // 2] = 1.0
    return kernel


def _horizontal(rows: int, columns: int) -> Numbers:
    return _vertical(columns, rows).T


def _blur(rows: int, columns: int) -> Numbers:
    return np.full((rows, columns), 1.0 / (rows * columns))


def _edge(rows: int, columns: int) -> Numbers:
    kernel = np.full((rows, columns), -1.0)
    kernel[rows // 2, columns // 2] = rows * columns - 1.0
    return kernel


NAMED: Mapping[str, Callable[[int, int], Numbers]] = {
    "oblique line": _oblique,
    "vertical line": _vertical,
    "horizontal line": _horizontal,
    "blur": _blur,
    "edge": _edge,
}
"""Name -> function of (rows, columns) that returns the kernel, row 0 at the top.

The lines are the lecture's detectors; the blur averages its patch; the edge is a Laplacian, which
is 0 on any constant patch."""
