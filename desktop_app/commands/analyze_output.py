"""Opens what ``genre-monitor analyze`` writes to: a file, a folder, a pipe or standard output."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.bundled import model_path
from desktop_app.commands.options import Refused, check_output_file
from desktop_app.library.audacity_labels import LABELS
from desktop_app.library.csv_output import csv_writer
from desktop_app.library.cue_format import CUE
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.executors import Location
from desktop_app.library.json_output import json_writer
from desktop_app.library.parquet_writer import ParquetWriter
from desktop_app.library.parts_writer import PartsFormat, PartsWriter, parts_writer
from desktop_app.library.playlist_writer import PlaylistWriter
from desktop_app.library.provenance import Run
from desktop_app.library.stream_output import is_stream, stream_writer
from desktop_app.library.writers import ResultWriter
from desktop_app.library.xlsx_writer import XlsxWriter
from resources import OWN_MODEL
from resources.languages import N_, gettext

FORMATS = ("text", "json", "csv", "xlsx", "m3u8", "cue", "audacity", "parquet")
FORMAT_OF_EXTENSION = {
    ".json": "json", ".jsonl": "json", ".csv": "csv", ".xlsx": "xlsx", ".parquet": "parquet",
    ".m3u8": "m3u8", ".m3u": "m3u8", ".cue": "cue",
}  # fmt: skip
PARTS = {"audacity": LABELS, "cue": CUE}
"""Formats with a text file of its own for each audio file."""
ONE_FILE = ("json", "csv", "xlsx")
GOES_TO = {
    "xlsx": N_("a file"),
    "cue": N_("a file or folder"),
    "m3u8": N_("a folder"),
    "parquet": N_("a folder"),
}
"""Formats that cannot be written to standard output, a pipe or a device."""
STANDARD_OUTPUT = Path("-")
RESUME_HINT = N_("The results so far are kept; continue with --resume.")
WHOLE_HINT = N_("The results so far are kept, but an xlsx file cannot be continued.")


def open_output(
    options: argparse.Namespace, locations: Sequence[Location], genres: Sequence[str]
) -> ResultWriter:
    """Open the output that the options name.

    Args:
        options: of ``analyze``.
        locations: of all files.
        genres: of the model.

    Raises:
        Refused: it holds something else, belongs to another run, does not fit the format, or
            cannot be opened.
    """
    target: Path | None = options.output
    kind = _kind(options)
    streams = target is None or is_stream(target)
    if kind in GOES_TO and streams:
        raise Refused(
            gettext("The {kind} format is written to {place}. Name it with -o.").format(
                kind=kind, place=gettext(GOES_TO[kind])
            )
        )
    if target is None:
        return stream_writer(sys.stdout, kind, genres)
    if streams:
        return _named_stream(target, kind, genres, resume=options.resume)
    if kind == "xlsx" and options.resume:
        raise Refused(
            gettext(
                "An xlsx file is written as a whole at the end, so --resume cannot continue it. "
                "To be able to continue, choose csv, json or parquet."
            )
        )
    if problem := _no_folder(target, kind, len(locations)):
        raise Refused(
            gettext(
                "{problem} are written to a folder. Name one with -o, and add --format {kind}."
            ).format(problem=problem, kind=kind)
        )
    if kind == "text":
        raise Refused(
            gettext(
                "The text format is for reading only. To save results, choose another --format."
            )
        )
    if kind in ONE_FILE:
        check_output_file(target)
    try:
        output = _open_file_output(options, kind, locations, genres)
    except IncompatibleOutput as error:
        raise Refused(gettext("{error} Choose another name.").format(error=error)) from error
    except OSError as error:
        raise Refused(not_written(target, error)) from error
    except ImportError as error:
        raise Refused(
            gettext(
                "The parquet format needs pyarrow. Install it with: "
                "pip install 'genre-monitor[parquet]'."
            )
        ) from error
    if output.done and not options.resume:
        output.close()
        raise Refused(
            gettext(
                "{target} already contains results. Continue it with --resume, or choose "
                "another name."
            ).format(target=target)
        )
    return output


def _named_stream(target: Path, kind: str, genres: Sequence[str], *, resume: bool) -> ResultWriter:
    if resume:
        raise Refused(
            gettext("{target} is a pipe or device, which --resume cannot read.").format(
                target=target
            )
        )
    try:
        stream = target.open("w", encoding="utf-8", errors="surrogateescape", newline="")
    except OSError as error:
        raise Refused(not_written(target, error)) from error
    return stream_writer(stream, kind, genres, name=str(target))


def not_written(target: Path, error: OSError) -> str:
    """Say in one sentence that the output, or a file in it, cannot be written."""
    return gettext("Could not write to {output}: {reason}.").format(
        output=error.filename or target, reason=error.strerror or error
    )


def kept(options: argparse.Namespace) -> str:
    """Say what becomes of the results of a run that ends early; empty without an output."""
    if options.output is None:
        return ""
    return gettext(WHOLE_HINT if _kind(options) == "xlsx" else RESUME_HINT)


def _kind(options: argparse.Namespace) -> str:
    extension = options.output.suffix.lower() if options.output else ""
    return options.format or FORMAT_OF_EXTENSION.get(extension, "text")


def _open_file_output(
    options: argparse.Namespace, kind: str, locations: Sequence[Location], genres: Sequence[str]
) -> ResultWriter:
    target: Path = options.output
    run = Run(_fingerprint(options.model), options.hop, options.track or "")
    refresh: bool = options.resume
    if kind == "parquet":
        return ParquetWriter(target, genres, run, refresh=refresh)
    if kind == "xlsx":
        return XlsxWriter(target, genres, run)
    if kind == "m3u8":
        return PlaylistWriter(target, locations, genres, run, refresh=refresh)
    if kind in PARTS:
        return _open_parts(target, PARTS[kind], locations, run, refresh=refresh)
    if kind == "json":
        return json_writer(target, run, refresh=refresh)
    return csv_writer(target, genres, run, refresh=refresh)


def _no_folder(target: Path, kind: str, files: int) -> str:
    """What is written to a folder, if the output is named like a file; else empty."""
    if FORMAT_OF_EXTENSION.get(target.suffix.lower()) != kind or target.is_dir():
        return ""
    if kind == "m3u8":
        return gettext("Playlists, one per genre,")
    return gettext("The cue sheets of several audio files") if kind == "cue" and files > 1 else ""


def _open_parts(
    target: Path, form: PartsFormat, locations: Sequence[Location], run: Run, *, refresh: bool
) -> ResultWriter:
    if len(locations) == 1 and not target.is_dir():
        return PartsWriter.of_one_file(form, locations[0], target)
    return parts_writer(locations, target, run, form, refresh=refresh)


def _fingerprint(model: str) -> str:
    path = model_path(model) or OWN_MODEL
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
