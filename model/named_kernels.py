"""Well-known kernels, by name: line detectors, blur and edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from resources.languages import N_

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
    N_("oblique line"): _oblique,
    N_("vertical line"): _vertical,
    N_("horizontal line"): _horizontal,
    N_("blur"): _blur,
    N_("edge"): _edge,
}
"""Name -> function of (rows, columns) that returns the kernel, row 0 at the top.

The lines are the lecture's detectors; the blur averages its patch; the edge is a Laplacian, which
is 0 on any constant patch."""
