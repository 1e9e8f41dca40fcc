"""Results as a Parquet data set: a folder of parts, each of which is whole."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from desktop_app.library.result import Result
from desktop_app.library.serialization import columns, row_of
from desktop_app.library.writers import ForeignFile, ResultWriter

PART_ROWS = 256
PART_SECONDS = 30.0
"""What is lost at most by a machine that dies."""
ENDING = ".parquet"


class ParquetFolder(ResultWriter):
    """One row a file, as :func:`written.row_of` has it."""

    def __init__(self, folder: Path, genres: Sequence[str]) -> None:
        """
        Args:
            folder: is made, or gone on with.
            genres: of the model.

        Raises:
            NotOurs: what is there is something else.
            OSError: it can't be read or written.
            ImportError: pyarrow is not installed.
        """
        super().__init__()
        import pyarrow
        from pyarrow import parquet

        self._arrow, self._parquet = pyarrow, parquet
        self._folder = folder
        self._schema = _schema(pyarrow, genres)
        self._rows: list[dict[str, Any]] = []
        self._written_at = time.monotonic()
        folder.mkdir(parents=True, exist_ok=True)
        for part in sorted(folder.iterdir()):
            self.done.update(self._files_in(part))

    def _files_in(self, part: Path) -> list[str]:
        if part.suffix == ".unfinished":
            part.unlink()
            return []
        strange = f"{self._folder} holds {part.name}, which is no result of genre-monitor analyze"
        if part.suffix != ENDING:
            raise ForeignFile(f"{strange}.")
        try:
            table = self._parquet.read_table(part)
        except self._arrow.ArrowException as error:
            raise ForeignFile(f"{strange}.") from error
        if table.schema.names != self._schema.names:
            raise ForeignFile(f"{strange} by this model.")
        return [str(name) for name in table.column("file").to_pylist()]

    def write(self, result: Result) -> None:
        """See :class:`ResultWriter`."""
        self._rows.append(row_of(result))
        self.done.add(result.file)
        late = time.monotonic() - self._written_at > PART_SECONDS
        if late or len(self._rows) >= PART_ROWS:
            self._write_part()

    def _write_part(self) -> None:
        name = f"part-{time.time_ns():020}-{uuid4().hex[:8]}"
        unfinished = self._folder / f"{name}.unfinished"
        table = self._arrow.Table.from_pylist(self._rows, self._schema)
        self._parquet.write_table(table, unfinished)
        unfinished.replace(self._folder / f"{name}{ENDING}")
        self._rows = []
        self._written_at = time.monotonic()

    def close(self) -> None:
        """See :class:`ResultWriter`."""
        if self._rows:
            self._write_part()


def _schema(arrow: Any, genres: Sequence[str]) -> Any:
    segment = arrow.struct(
        [
            ("start", arrow.float64()),
            ("end", arrow.float64()),
            ("label", arrow.string()),
            ("probability", arrow.float32()),
        ]
    )
    kinds = {"duration": arrow.float64(), "segments": arrow.list_(segment)}
    shares = {"probability", *(f"p_{genre}" for genre in genres)}
    return arrow.schema(
        [
            (name, arrow.float32() if name in shares else kinds.get(name, arrow.string()))
            for name in columns(genres)
        ]
    )
