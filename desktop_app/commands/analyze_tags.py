"""The options of ``genre-monitor analyze`` that write genres into the files' tags."""

from __future__ import annotations

import argparse
import os
import shlex
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app.commands.numbers import probability
from desktop_app.commands.options import Refused, output_of
from desktop_app.formatting.text import visible
from desktop_app.library.executors import Location
from desktop_app.library.file_analysis import Result
from desktop_app.library.serialization import line_of
from desktop_app.library.writers import ResultWriter
from desktop_app.tagging.undo_file import UndoFile, UndoFileError, check_appendable
from resources.languages import gettext


def add_tag_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group(
        gettext("tags"),
        gettext(
            "Files are changed only with --write-tags, and only the genre in their tags. If a "
            "file already has a genre, that is kept. genre-monitor restore-tags undoes the "
            "changes."
        ),
    )
    group.add_argument(
        "--write-tags",
        action="store_true",
        help=gettext(
            "write the genre into the tags of flac, mp3, m4a, ogg, opus, wma, wv, aiff and wav "
            "files, where the answer is sure"
        ),
    )
    group.add_argument(
        "--overwrite",
        action="store_true",
        help=gettext("also tag files that already have another genre"),
    )
    group.add_argument(
        "--min-probability",
        metavar="P",
        type=probability,
        help=gettext(
            "tag files whose genre has at least this probability (0 to 1), whether the "
            "answer is sure or not"
        ),
    )
    group.add_argument(
        "--dry-run",
        action="store_true",
        help=gettext("only say what would be written, without changing any file"),
    )
    group.add_argument(
        "--undo-file",
        metavar="FILE",
        type=output_of,
        help=gettext(
            "file in which to keep the previous genres (default: a new file in the current folder)"
        ),
    )


def tagging_writer(
    options: argparse.Namespace, locations: Sequence[Location], output: ResultWriter | None
) -> ResultWriter:
    """Open what tags the files.

    Args:
        options: of ``analyze``.
        locations: of the files that are analysed.
        output: that the results are written to as well; None: they are printed.
    """
    # Not needed without --write-tags, when the command starts sooner without it.
    from desktop_app.tagging.tagger import Choice
    from desktop_app.tagging.tagging_writer import TaggingWriter

    def say(result: Result, words: str) -> None:
        line = line_of(result) if output is None else visible(result.file)
        print(f"{line}\t{words}", flush=True)

    choice = Choice(options.overwrite, options.min_probability, options.dry_run)
    return TaggingWriter(output, locations, choice, UndoFile(undo_path(options)), say)


def check_tag_options(options: argparse.Namespace) -> None:
    """Check the options before anything is analysed.

    Raises:
        Refused: they don't fit together, or the undo file cannot be written.
    """
    given = {
        "--overwrite": options.overwrite,
        "--min-probability": options.min_probability is not None,
        "--dry-run": options.dry_run,
        "--undo-file": options.undo_file is not None,
    }
    alone = [name for name, is_given in given.items() if is_given]
    if alone and not options.write_tags:
        raise Refused(
            gettext("{alone} belongs to --write-tags. Add that, too.").format(alone=alone[0])
        )
    if options.write_tags and options.output is None and options.format not in (None, "text"):
        raise Refused(
            gettext(
                "--write-tags reports on standard output what it does, so the results need "
                "a file of their own. Name one with -o."
            )
        )
    if not options.write_tags or options.dry_run:
        return
    try:
        check_appendable(undo_path(options))
    except UndoFileError as error:
        raise Refused(str(error)) from error
    folder = undo_path(options).parent
    if not os.access(folder, os.W_OK):
        raise Refused(
            gettext(
                "The undo file cannot be written to {folder}. Name another one with --undo-file."
            ).format(folder=folder)
        )


def undo_path(options: argparse.Namespace) -> Path:
    """Path of the undo file; chosen once, with the current time."""
    if options.undo_file is None:
        options.undo_file = Path(time.strftime("genre-monitor tags %Y-%m-%d %H.%M.%S.undo"))
    path: Path = options.undo_file
    return path


def summary(options: argparse.Namespace) -> str:
    """Say how the tags can be restored; empty if none was written."""
    path = undo_path(options)
    if not options.write_tags or options.dry_run or not path.exists():
        return ""
    return gettext("To undo this: genre-monitor restore-tags {path}").format(
        path=shlex.quote(os.fspath(path))
    )
