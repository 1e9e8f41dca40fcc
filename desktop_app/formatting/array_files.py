"""Named arrays as files: everything as npz, what the picture shows as a CSV table."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = Mapping[str, NDArray[Any]]
"""Name -> array: (n,) values or words, (frames, columns), or (maps, frames, columns). The first is
what a picture shows; the others are behind it."""
ROWS: Mapping[int, tuple[str, ...]] = {1: (), 2: ("frame",), 3: ("map", "frame")}
"""What the rows of a table are counted by, from 0, by the dimensions of the array."""


def npz(numbers: Numbers) -> bytes:
    """All arrays under their names, as ``numpy.load`` reads them."""
    file = io.BytesIO()
    # numpy's own savez takes some names of arrays for its switches.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in numbers.items():
            with archive.open(f"{name}.npy", "w") as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return file.getvalue()


def table(numbers: Numbers) -> bytes:
    """A CSV table with a header, in UTF-8.

    The first array gives the rows: one a value, a frame, or a (map, frame). Arrays after it that
    have the same rows become further columns; others are left to npz.

    Args:
        numbers: at least one array, of 1 to 3 dimensions.
    """
    first = next(iter(numbers.values()))
    axes = ROWS[first.ndim]
    rows = first.shape[: max(1, len(axes))]
    beside = {
        name: array
        for name, array in numbers.items()
        if array.ndim == first.ndim and array.shape[: len(rows)] == rows
    }
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*axes, *(name for item in beside.items() for name in _header(*item))])
    for row in np.ndindex(*rows):
        values = [value for array in beside.values() for value in _values(array[row])]
        writer.writerow([*row[: len(axes)], *values])
    return text.getvalue().encode()


def _header(name: str, array: NDArray[Any]) -> list[str]:
    return [name] if array.ndim == 1 else [f"{name}_{column}" for column in range(array.shape[-1])]


def _values(values: NDArray[Any]) -> Iterator[str]:
    # As numpy writes a float32: the shortest digits that read back equal.
    return (str(value) for value in np.atleast_1d(values))
