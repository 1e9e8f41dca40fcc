"""Writes results as a Parquet data set: a folder of part files, each complete in itself."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from desktop_app.library.earlier_output import PROBABILITY, IncompatibleOutput, refuse_earlier
from desktop_app.library.file_analysis import Result
from desktop_app.library.output_lock import FolderLock
from desktop_app.library.provenance import MADE, Run
from desktop_app.library.serialization import column_names, row_of
from desktop_app.library.writers import ResultWriter
from resources.languages import gettext

PART_ROWS = 256
PART_SECONDS = 30.0
"""A part is written after this time at the latest, which bounds what a crash can lose."""
EXTENSION = ".parquet"
UNFINISHED_EXTENSION = ".unfinished"


class ParquetWriter(ResultWriter):
    """Writes one row per file, as :func:`serialization.row_of` makes it, and how it was made."""

    def __init__(self, folder: Path, genres: Sequence[str], run: Run, *, refresh: bool) -> None:
        """Open or create a data set.

        Args:
            folder: created if it is missing; existing parts are kept.
            genres: of the model.
            run: what it says of a result is written into the last column, ``made``, as JSON.
            refresh: whether the rows of files that have changed since are removed.

        Raises:
            IncompatibleOutput: the folder contains something else, or results of another model or
                hop, or another run writes to it.
            OSError: it could not be read or written.
            ImportError: pyarrow is not installed.
        """
        super().__init__()
        import pyarrow
        from pyarrow import parquet

        self._arrow, self._parquet = pyarrow, parquet
        self._folder, self._run, self._refresh = folder, run, refresh
        self._schema = _schema(pyarrow, genres)
        self._rows: list[dict[str, Any]] = []
        self._written_at = time.monotonic()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FolderLock(folder)
        if not self._lock.held:
            self._lock.close()
            raise IncompatibleOutput(
                gettext("Another run of genre-monitor is writing to {folder}.").format(
                    folder=folder
                )
            )
        try:
            for part in sorted(folder.iterdir()):
                self.done.update(self._files_in(part))
        except BaseException:
            self._lock.close()
            raise

    def _files_in(self, part: Path) -> list[str]:
        if part.suffix == UNFINISHED_EXTENSION:
            part.unlink()
            return []
        foreign = gettext(
            "{folder} contains {name}, which was not written by genre-monitor analyze"
        ).format(folder=self._folder, name=part.name)
        if part.suffix != EXTENSION:
            raise IncompatibleOutput(gettext("{problem}.").format(problem=foreign))
        try:
            table = self._parquet.read_table(part)
        except self._arrow.ArrowException as error:
            raise IncompatibleOutput(gettext("{problem}.").format(problem=foreign)) from error
        refuse_earlier(table.schema.names, self._schema.names, self._folder)
        if table.schema.names != self._schema.names:
            raise IncompatibleOutput(gettext("{problem} with this model.").format(problem=foreign))
        files = [str(name) for name in table.column("file").to_pylist()]
        made = table.column(MADE).to_pylist()
        try:
            current = [
                self._run.is_current(file, json.loads(of_file), self._folder) or not self._refresh
                for file, of_file in zip(files, made, strict=True)
            ]
        except (ValueError, TypeError, KeyError) as error:
            raise IncompatibleOutput(gettext("{problem}.").format(problem=foreign)) from error
        if not all(current):
            self._replace(part, table.filter(self._arrow.array(current)))
        return [file for file, kept in zip(files, current, strict=True) if kept]

    def write(self, result: Result) -> None:
        """Add a result; it is on disk once its part is complete."""
        self._rows.append(row_of(result) | {MADE: json.dumps(self._run.made(result))})
        late = time.monotonic() - self._written_at > PART_SECONDS
        if late or len(self._rows) >= PART_ROWS:
            self._write_part()

    def _write_part(self) -> None:
        name = f"part-{time.time_ns():020}-{uuid4().hex[:8]}{EXTENSION}"
        self._replace(self._folder / name, self._arrow.Table.from_pylist(self._rows, self._schema))
        self._rows = []
        self._written_at = time.monotonic()

    def _replace(self, part: Path, table: Any) -> None:
        unfinished = part.with_suffix(UNFINISHED_EXTENSION)
        self._parquet.write_table(table, unfinished)
        unfinished.replace(part)

    def close(self) -> None:
        """Write the rows that do not fill a part."""
        try:
            if self._rows:
                self._write_part()
        finally:
            self._lock.close()


def _schema(arrow: Any, genres: Sequence[str]) -> Any:
    segment = arrow.struct(
        [
            ("start", arrow.float64()),
            ("end", arrow.float64()),
            ("label", arrow.string()),
            ("probability", arrow.float32()),
        ]
    )
    kinds = {
        "duration": arrow.float64(),
        "segments": arrow.list_(segment),
        "sure": arrow.bool_(),
    }
    probabilities = {"probability", *(f"{PROBABILITY}{genre}" for genre in genres)}
    return arrow.schema(
        [
            (name, arrow.float32() if name in probabilities else kinds.get(name, arrow.string()))
            for name in (*column_names(genres), MADE)
        ]
    )
