"""Results as JSON, one object per line, with what a later run needs to know to continue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.library.earlier_output import CompleteLines, IncompatibleOutput, Record
from desktop_app.library.file_analysis import FileState, Result, state_of
from desktop_app.library.serialization import object_of
from desktop_app.library.writers import ResultWriter, TextFileWriter


@dataclass(frozen=True)
class Run:
    """What the results of a run depend on, besides the files.

    Attributes:
        model: identifies the model.
        hop_s: seconds between two moments of the timeline.
    """

    model: str
    hop_s: float


def json_writer(path: Path, run: Run, *, refresh: bool) -> ResultWriter:
    """Open or create a file with one JSON object per line.

    Args:
        path: of the file; objects are appended if it exists.
        run: its model and hop are written into each object as ``made``, beside ``size`` and
            ``modified`` of the file.
        refresh: whether the objects of files that have changed since are removed.

    Raises:
        IncompatibleOutput: the file exists and holds something else, results of another model or
            hop, or another run writes to it.
        OSError: it could not be read or written.
    """

    def to_text(result: Result) -> str:
        made: dict[str, Any] = {"model": run.model, "hop": run.hop_s}
        if result.state is not None:
            made |= {"size": result.state.size, "modified": result.state.modified_ns}
        return json.dumps({**object_of(result), "made": made}) + "\n"

    def parse(lines: CompleteLines) -> Iterator[Record]:
        complete = 0
        foreign = f"{path} does not hold JSON results of genre-monitor analyze."
        try:
            for line in lines:
                found = json.loads(line)
                key = str(found["file"])
                stale = not _is_current(found, run, path) and refresh
                yield Record(lines.read - complete, key, stale)
                complete = lines.read
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise IncompatibleOutput(foreign) from error
        if not complete:
            raise IncompatibleOutput(foreign)

    return TextFileWriter(path, to_text, parse)


def _is_current(found: dict[str, Any], run: Run, path: Path) -> bool:
    """Whether the file of a result is as it was then.

    Raises:
        IncompatibleOutput: the result was made with another model or hop.
    """
    made = found.get("made")
    if made is None:
        raise IncompatibleOutput(
            f"{path} was written by an earlier version of genre-monitor, without the model and "
            "hop, so it cannot be continued."
        )
    if made["model"] != run.model:
        raise IncompatibleOutput(f"{path} holds results of another model.")
    if made["hop"] != run.hop_s:
        raise IncompatibleOutput(f"{path} holds results with --hop {made['hop']:g}.")
    if "size" not in made:
        return True
    state = state_of(found["file"])
    # A file that cannot be found any more has not changed.
    return state is None or state == FileState(made["size"], made["modified"])
