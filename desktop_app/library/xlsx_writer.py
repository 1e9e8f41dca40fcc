"""Results as a workbook for spreadsheets: a sheet of the files and one of their parts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import Any

from desktop_app.analysis.segments import objects_of
from desktop_app.formatting.workbook import PERCENT, Column, Workbook
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.file_analysis import Result
from desktop_app.library.output_lock import lock_file
from desktop_app.library.provenance import MADE, Run
from desktop_app.library.serialization import column_names, row_of
from desktop_app.library.writers import ResultNotWritten, ResultWriter
from model.atomic_write import replaced
from resources.languages import gettext

SEGMENTS = "segments"
"""The column of other formats that is a sheet of its own here."""
SECONDS = "0.0"
COLUMNS = {
    "file": Column("file", 60), "duration": Column("duration", 10, SECONDS),
    "genre": Column("genre", 14), "title": Column("title", 30), "artist": Column("artist", 30),
    "tagged_genre": Column("tagged_genre", 16), "error": Column("error", 40),
    "sure": Column("sure", 8), "answer": Column("answer", 20), "recorded": Column("recorded", 20),
    MADE: Column(MADE, 20),
}  # fmt: skip
"""All others are probabilities."""
PARTS = (
    COLUMNS["file"], Column("start", 10, SECONDS), Column("end", 10, SECONDS), Column("label", 14),
    Column("probability", 12, PERCENT), COLUMNS["recorded"],
)  # fmt: skip


class _LateErrors(FileIO):
    """A file that keeps the reason why it cannot be written, and takes the rest as if it could.

    Raised within the zip file, the reason would be printed with a traceback once more when that is
    forgotten.
    """

    error: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Write, or keep the reason why not."""
        try:
            return super().write(data)
        except OSError as error:
            self.error = self.error or error
            return len(data)


class XlsxWriter(ResultWriter):
    """Writes a workbook, which is there when it is closed; until then OUT is empty."""

    def __init__(self, path: Path, genres: Sequence[str], run: Run) -> None:
        """Begin a workbook.

        Args:
            path: of the file, which must not hold anything.
            genres: of the model.
            run: what it says of a result is written into the last column, ``made``, as JSON.

        Raises:
            IncompatibleOutput: the file holds something, or another run writes to it.
            OSError: it could not be written.
        """
        super().__init__()
        self._path, self._run = path, run
        self._names = [name for name in (*column_names(genres), MADE) if name != SEGMENTS]
        self._held = path.open("ab")
        if problem := self._problem():
            self._held.close()
            raise IncompatibleOutput(problem)
        self._replacing = ExitStack()
        self._disk = _LateErrors(self._replacing.enter_context(replaced(path)), "w")
        self._file = BufferedWriter(self._disk)
        self._book = Workbook(self._file)
        self._files = self._book.sheet("Files", [_column(name) for name in self._names])
        self._parts = self._book.sheet("Parts", PARTS)

    def _problem(self) -> str:
        if not lock_file(self._held.fileno()):
            return gettext("Another run of genre-monitor is writing to {path}.").format(
                path=self._path
            )
        if self._held.tell():
            return gettext("{path} exists, and an xlsx file cannot be continued.").format(
                path=self._path
            )
        return ""

    def write(self, result: Result) -> None:
        """Add a file and its parts.

        Raises:
            ResultNotWritten: the sheets are full.
        """
        if not (self._files.has_room(1) and self._parts.has_room(len(result.segments))):
            raise ResultNotWritten(
                gettext(
                    "{path} has no room for {file}, because a sheet has about a million "
                    "rows at most."
                ).format(path=self._path, file=result.file)
            )
        row: dict[str, Any] = row_of(result) | {MADE: json.dumps(self._run.made(result))}
        self._files.add(row[name] for name in self._names)
        for part in objects_of(result.segments):
            self._parts.add([result.file, *part.values(), _clock(result, float(part["start"]))])

    def close(self) -> None:
        """Write the workbook.

        Raises:
            OSError: it could not be written.
        """
        try:
            with self._replacing:
                self._book.close()
                self._file.close()
                if self._disk.error is not None:
                    raise self._disk.error
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._path)) from error
        finally:
            self._file.close()
            self._held.close()


def _clock(result: Result, start_s: float) -> str | None:
    """When a part was recorded, None if that is not known."""
    if result.recorded is None:
        return None
    return (result.recorded + timedelta(seconds=start_s)).isoformat("T", "seconds")


def _column(name: str) -> Column:
    return COLUMNS.get(name) or Column(name, shown_as=PERCENT)
