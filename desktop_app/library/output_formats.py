"""The formats of ``genre-monitor analyze``: what each looks like, and where it can be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from desktop_app.analysis.segments import labels_of
from desktop_app.library.audacity_labels import LABELS
from desktop_app.library.csv_output import csv_header, csv_row, csv_writer
from desktop_app.library.cue_format import CUE
from desktop_app.library.executors import Location
from desktop_app.library.file_analysis import Result
from desktop_app.library.json_output import json_writer
from desktop_app.library.parquet_writer import EXTENSION, ParquetWriter
from desktop_app.library.parts_writer import PartsFormat, PartsWriter, parts_writer
from desktop_app.library.playlist_writer import ENDING, PlaylistWriter
from desktop_app.library.provenance import Run
from desktop_app.library.serialization import json_of, line_of
from desktop_app.library.writers import ResultWriter
from desktop_app.library.xlsx_writer import XlsxWriter
from resources.languages import N_


class Place(Enum):
    """What a format is written to, in words."""

    FILE = N_("a file")
    FOLDER = N_("a folder")
    EITHER = N_("a file or folder")


@dataclass(frozen=True)
class Output:
    """An output on the disk that is to be opened.

    Attributes:
        path: of the file or folder.
        locations: of all audio files.
        genres: of the model.
        run: what the output says of each result.
        refresh: whether the results of files that have changed since are made again.
    """

    path: Path
    locations: Sequence[Location]
    genres: Sequence[str]
    run: Run
    refresh: bool


@dataclass(frozen=True)
class OutputFormat:
    """A format of results.

    Attributes:
        extensions: of outputs that get this format if none is chosen.
        to_text: converts a result for standard output, a pipe or a device; None if it cannot be
            written there.
        header: genres of the model -> what is written there first.
        place: what it is written to on the disk.
        opened: opens that; raises IncompatibleOutput, OSError, and ImportError if a package is
            missing. None if it is only for reading.
        only_in_folder: what cannot be written to a single file, in words, if somebody may think so.
        continued: whether a later run can continue it.
    """

    extensions: tuple[str, ...] = ()
    to_text: Callable[[Result], str] | None = None
    header: Callable[[Sequence[str]], str] = lambda _genres: ""
    place: Place = Place.FILE
    opened: Callable[[Output], ResultWriter] | None = None
    only_in_folder: str = ""
    continued: bool = True


def _opened_parts(form: PartsFormat, output: Output) -> ResultWriter:
    if len(output.locations) == 1 and not output.path.is_dir():
        return PartsWriter.of_one_file(form, output.locations[0], output.path)
    return parts_writer(output.locations, output.path, output.run, form, refresh=output.refresh)


FORMATS = {
    "text": OutputFormat(to_text=lambda result: line_of(result) + "\n"),
    "json": OutputFormat(
        (".json", ".jsonl"),
        to_text=lambda result: json_of(result) + "\n",
        opened=lambda to: json_writer(to.path, to.run, refresh=to.refresh),
    ),
    "csv": OutputFormat(
        (".csv",),
        to_text=csv_row,
        header=csv_header,
        opened=lambda to: csv_writer(to.path, to.genres, to.run, refresh=to.refresh),
    ),
    "xlsx": OutputFormat(
        (".xlsx",),
        opened=lambda to: XlsxWriter(to.path, to.genres, to.run),
        continued=False,
    ),
    "m3u8": OutputFormat(
        (ENDING, ".m3u"),
        place=Place.FOLDER,
        opened=lambda to: PlaylistWriter(
            to.path, to.locations, to.genres, to.run, refresh=to.refresh
        ),
        only_in_folder=N_("Playlists, one per genre,"),
    ),
    "cue": OutputFormat(
        (CUE.ending,),
        place=Place.EITHER,
        opened=lambda to: _opened_parts(CUE, to),
        only_in_folder=N_("The cue sheets of several audio files"),
    ),
    "audacity": OutputFormat(
        to_text=lambda result: labels_of(result.segments),
        place=Place.EITHER,
        opened=lambda to: _opened_parts(LABELS, to),
    ),
    "parquet": OutputFormat(
        (EXTENSION,),
        place=Place.FOLDER,
        opened=lambda to: ParquetWriter(to.path, to.genres, to.run, refresh=to.refresh),
    ),
}
"""Name -> format, in the order in which they are offered."""


def name_of_format(path: Path) -> str:
    """Name of the format that an output gets if none is chosen: by its extension, else text."""
    extension = path.suffix.lower()
    return next((name for name, form in FORMATS.items() if extension in form.extensions), "text")
