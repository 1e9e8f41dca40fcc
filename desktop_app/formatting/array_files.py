"""Named arrays as files: all of them as npz, those shown on screen as a table."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.formatting.spreadsheet import BYTE_ORDER_MARK, harmless
from desktop_app.formatting.workbook import WIDEST, WIDTH, Column, Workbook

Numbers = Mapping[str, NDArray[Any]]
"""Name -> array: (n,) numbers or strings, (frames, columns), or (maps, frames, columns). The first
array is the one shown on screen; the others are background data."""
AXES = ("map", "frame")
"""What the dimensions before the last are called, in arrays of the network."""


def npz(numbers: Numbers) -> bytes:
    """Pack all arrays under their names, for ``numpy.load``."""
    file = io.BytesIO()
    # numpy.savez would take an array named "file" for one of its own arguments.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in numbers.items():
            with archive.open(f"{name}.npy", "w") as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return file.getvalue()


def table(numbers: Numbers, axes: Sequence[str] = AXES) -> bytes:
    """Write a CSV table with a header, in UTF-8, that spreadsheets open as it is meant.

    The first array determines the rows: one per value, frame, or (map, frame); these are counted
    from 0. Later arrays with the same rows become further columns; all others are left out.

    Args:
        numbers: at least one array, of 1 to 3 dimensions.
        axes: names of the dimensions before the last of an array of 3.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in _rows(numbers, axes):
        # numpy writes the fewest digits of a float32 that read back as the same number.
        writer.writerow([harmless(v) if isinstance(v, str) else str(v) for v in row])
    written = text.getvalue()
    # Programs that read numbers only, such as numpy.loadtxt, would stumble over the mark.
    return (written if written.isascii() else BYTE_ORDER_MARK + written).encode()


def is_list(numbers: Numbers) -> bool:
    """Whether the first array is a list, as :func:`xlsx` needs it."""
    return next(iter(numbers.values())).ndim == 1


def xlsx(numbers: Numbers, title: str) -> bytes:
    """Write the rows of :func:`table` as a workbook with one sheet.

    Args:
        numbers: at least one array; the first is a list.
        title: on the tab of the sheet.
    """
    header, *rows = ([_plain(value) for value in row] for row in _rows(numbers, ()))
    widths = [
        max(len(str(value)) for value in column) for column in zip(header, *rows, strict=True)
    ]
    columns = [
        Column(str(name), min(max(WIDTH, width + 2), WIDEST))
        for name, width in zip(header, widths, strict=True)
    ]
    file = io.BytesIO()
    book = Workbook(file)
    sheet = book.sheet(title, columns)
    for row in rows:
        sheet.add(row)
    book.close()
    return file.getvalue()


def _rows(numbers: Numbers, axes: Sequence[str]) -> Iterator[list[Any]]:
    """The header, then the rows, whose values are Python's or numpy's."""
    first = next(iter(numbers.values()))
    axes = axes[len(axes) + 1 - first.ndim :]
    rows = first.shape[: max(1, len(axes))]
    beside = {
        name: array
        for name, array in numbers.items()
        if array.ndim == first.ndim and array.shape[: len(rows)] == rows
    }
    yield [*axes, *(name for item in beside.items() for name in _header(*item))]
    for row in np.ndindex(*rows):
        values = [value for array in beside.values() for value in np.atleast_1d(array[row])]
        yield [*row[: len(axes)], *values]


def _header(name: str, array: NDArray[Any]) -> list[str]:
    return [name] if array.ndim == 1 else [f"{name}_{column}" for column in range(array.shape[-1])]


def _plain(value: Any) -> str | float:
    return value if isinstance(value, str) else float(str(value))
