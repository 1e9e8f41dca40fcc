"""Opens what ``genre-monitor analyze`` writes to: a file, a folder, a pipe or standard output."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.bundled import model_path
from desktop_app.commands.options import Refused, check_output_file
from desktop_app.formatting.reason import reason_of
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.executors import Location
from desktop_app.library.output_formats import FORMATS, Output, Place, name_of_format
from desktop_app.library.provenance import Run
from desktop_app.library.writers import ResultWriter, StreamWriter
from resources import OWN_MODEL
from resources.languages import N_, gettext

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
    if target is None or _is_stream(target):
        return _open_stream(options, genres)
    opened = _fitting(options, len(locations))
    run = Run(_fingerprint(options.model), options.hop, options.track or "")
    try:
        output = opened(Output(target, locations, genres, run, options.resume))
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


def _fitting(options: argparse.Namespace, files: int) -> Callable[[Output], ResultWriter]:
    """How to open the output on the disk that the options name.

    Args:
        options: of ``analyze``, with an output that is no pipe or device.
        files: number of audio files.

    Raises:
        Refused: it does not fit the format.
    """
    target: Path = options.output
    name = _format_name(options)
    form = FORMATS[name]
    if options.resume and not form.continued:
        raise Refused(
            gettext(
                "An xlsx file is written as a whole at the end, so --resume cannot continue it. "
                "To be able to continue, choose csv, json or parquet."
            )
        )
    in_folder = form.place is Place.FOLDER or files > 1
    named_like_a_file = target.suffix.lower() in form.extensions and not target.is_dir()
    if form.only_in_folder and in_folder and named_like_a_file:
        raise Refused(
            gettext(
                "{problem} are written to a folder. Name one with -o, and add --format {kind}."
            ).format(problem=gettext(form.only_in_folder), kind=name)
        )
    if form.opened is None:
        raise Refused(
            gettext(
                "The text format is for reading only. To save results, choose another --format."
            )
        )
    if form.place is Place.FILE:
        check_output_file(target)
    return form.opened


def _open_stream(options: argparse.Namespace, genres: Sequence[str]) -> ResultWriter:
    """Open standard output, or the pipe or device that the options name.

    Raises:
        Refused: the format or ``--resume`` needs something else, or it cannot be opened.
    """
    target: Path | None = options.output
    name = _format_name(options)
    form = FORMATS[name]
    if form.to_text is None:
        raise Refused(
            gettext("The {kind} format is written to {place}. Name it with -o.").format(
                kind=name, place=gettext(form.place.value)
            )
        )
    if target is None:
        return StreamWriter(sys.stdout, form.to_text, form.header(genres))
    if options.resume:
        raise Refused(
            gettext("{target} is a pipe or device, which --resume cannot read.").format(
                target=target
            )
        )
    try:
        stream = target.open("w", encoding="utf-8", errors="surrogateescape", newline="")
    except OSError as error:
        raise Refused(not_written(target, error)) from error
    return StreamWriter(stream, form.to_text, form.header(genres), name=str(target))


def not_written(target: Path, error: OSError) -> str:
    """Say in one sentence that the output, or a file in it, cannot be written."""
    return gettext("Could not write to {output}: {reason}.").format(
        output=error.filename or target, reason=reason_of(error)
    )


def kept(options: argparse.Namespace) -> str:
    """Say what becomes of the results of a run that ends early; empty without an output."""
    if options.output is None:
        return ""
    return gettext(RESUME_HINT if FORMATS[_format_name(options)].continued else WHOLE_HINT)


def _format_name(options: argparse.Namespace) -> str:
    return options.format or ("text" if options.output is None else name_of_format(options.output))


def _is_stream(path: Path) -> bool:
    """Whether a path is that of a pipe or device, which can be written but not be read again."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _fingerprint(model: str) -> str:
    path = model_path(model) or OWN_MODEL
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
