"""Results as JSON, one object per line, with what a later run needs to know to continue."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.library.earlier_output import CompleteLines, IncompatibleOutput, Record
from desktop_app.library.file_analysis import Result
from desktop_app.library.provenance import MADE, Run
from desktop_app.library.serialization import object_of
from desktop_app.library.writers import ResultWriter, TextFileWriter
from resources.languages import gettext

BEGINNING = b'{"file": "'
"""Of every object."""


def json_writer(
    path: Path,
    run: Run,
    *,
    refresh: bool,
    to_object: Callable[[Result], dict[str, Any]] = object_of,
) -> ResultWriter:
    """Open or create a file with one JSON object per line.

    Args:
        path: of the file; objects are appended if it exists.
        run: what it says of a result is written into its object as ``made``.
        to_object: converts a result; ``file`` must be in it.
        refresh: whether the objects of files that have changed since are removed.

    Raises:
        IncompatibleOutput: the file exists and holds something else, results of another model or
            hop, or another run writes to it.
        OSError: it could not be read or written.
    """

    def to_text(result: Result) -> str:
        return json.dumps({**to_object(result), MADE: run.made(result)}) + "\n"

    def parse(lines: CompleteLines) -> Iterator[Record]:
        complete = 0
        foreign = gettext(
            "{path} does not contain JSON results from genre-monitor analyze."
        ).format(path=path)
        try:
            for line in lines:
                found = json.loads(line)
                key = str(found["file"])
                stale = not run.is_current(key, found.get(MADE), path) and refresh
                yield Record(lines.read - complete, key, stale)
                complete = lines.read
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise IncompatibleOutput(foreign) from error
        if not complete and not _begins_a_record(path):
            raise IncompatibleOutput(foreign)

    return TextFileWriter(path, to_text, parse)


def _begins_a_record(path: Path) -> bool:
    """Whether a file is the beginning of the first object, whose run was killed."""
    with path.open("rb") as file:
        found = file.read(len(BEGINNING))
    return BEGINNING.startswith(found)
