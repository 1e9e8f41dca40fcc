"""Results on standard output, or any other stream."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from desktop_app.analysis.segments import labels_of
from desktop_app.library.csv_output import csv_header, csv_row
from desktop_app.library.serialization import json_of, line_of
from desktop_app.library.writers import ResultWriter, StreamWriter


def is_stream(path: Path) -> bool:
    """Whether a path is that of a pipe or device, which can be written but not be read again."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def stream_writer(
    stream: TextIO, kind: str, genres: Sequence[str], *, name: str = ""
) -> ResultWriter:
    """Make a writer for a stream and write the header, if the format has one.

    Args:
        stream: to write to.
        kind: ``text``, ``json``, ``csv`` or ``audacity``.
        genres: of the model.
        name: of a stream that is closed at the end; empty for standard output.
    """
    if kind == "csv":
        stream.write(csv_header(genres))
        return StreamWriter(stream, csv_row, name)
    if kind == "audacity":
        return StreamWriter(stream, lambda result: labels_of(result.segments), name)
    line = json_of if kind == "json" else line_of
    return StreamWriter(stream, lambda result: line(result) + "\n", name)
