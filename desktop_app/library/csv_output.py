"""Results as CSV: written for spreadsheets, and read again when they have been saved by one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.formatting.spreadsheet import BYTE_ORDER_MARK, harmless, original
from desktop_app.library.earlier_output import (
    CompleteLines,
    IncompatibleOutput,
    Record,
    refuse_earlier,
)
from desktop_app.library.file_analysis import Result
from desktop_app.library.provenance import MADE, Run
from desktop_app.library.serialization import column_names, row_of
from desktop_app.library.writers import ResultWriter, TextFileWriter
from resources.languages import gettext

LONGEST_FIELD = 2**31 - 1
"""The segments of four hours are longer than the 131 072 characters that Python allows."""


def csv_writer(path: Path, genres: Sequence[str], run: Run, *, refresh: bool) -> ResultWriter:
    """Open or create a CSV file with one row per result.

    Args:
        path: of the file; rows are appended if it exists, with or without a byte order mark.
        genres: of the model.
        run: what it says of a result is written into the last column, ``made``.
        refresh: whether the rows of files that have changed since are removed.

    Raises:
        IncompatibleOutput: the file exists and holds something else, or results of another model
            or hop, or another run writes to it.
        OSError: it could not be read or written.
    """
    names = [*column_names(genres), MADE]
    header = BYTE_ORDER_MARK + _csv_line(names)

    def current(key: str, made: str) -> bool:
        try:
            return run.is_current(key, json.loads(made or "null"), path)
        except (ValueError, TypeError, KeyError) as error:
            raise IncompatibleOutput(
                gettext(
                    "{path} does not say in its column {made} how its results were made."
                ).format(path=path, made=MADE)
            ) from error

    def parse(lines: CompleteLines) -> Iterator[Record]:
        csv.field_size_limit(LONGEST_FIELD)
        rows = csv.reader(_without_mark(lines))
        try:
            found = next(rows, None)
            if found is None and _begins(path, header):
                return
            if found != names:
                found = found or []
                _refuse_other_separators(found, names, path)
                refuse_earlier(found, names, path)
                raise IncompatibleOutput(
                    gettext(
                        "{path} does not contain CSV results from genre-monitor analyze with "
                        "this model."
                    ).format(path=path)
                )
            complete = lines.read
            yield Record(complete, None)
            for row in rows:
                if len(row) < len(names):
                    break
                # A spreadsheet may have saved empty rows.
                key = original(row[0]) if any(row) else None
                stale = key is not None and not current(key, row[-1]) and refresh
                yield Record(lines.read - complete, key, stale)
                complete = lines.read
        except csv.Error as error:
            raise IncompatibleOutput(
                gettext("{path} is not complete CSV: {error}.").format(path=path, error=error)
            ) from error

    def to_text(result: Result) -> str:
        return csv_row(result, {MADE: run.made(result)})

    return TextFileWriter(path, to_text, parse, header)


def _without_mark(lines: CompleteLines) -> Iterator[str]:
    """The lines without a byte order mark, which would hide the quotation mark behind it."""
    for number, line in enumerate(lines):
        yield line if number else line.removeprefix(BYTE_ORDER_MARK)


def _begins(path: Path, header: str) -> bool:
    """Whether a file is the beginning of the header, which did not fit on the disk."""
    with path.open("rb") as file:
        return header.encode().startswith(file.read(len(header.encode()) + 1))


def _refuse_other_separators(found: Sequence[str], names: Sequence[str], path: Path) -> None:
    for separator, called in ((";", gettext("semicolons")), ("\t", gettext("tabs"))):
        if next(csv.reader([",".join(found)], delimiter=separator), []) == list(names):
            raise IncompatibleOutput(
                gettext(
                    "{path} has been saved with {separators} in place of commas, so it cannot be "
                    "continued."
                ).format(path=path, separators=called)
            )


def csv_row(result: Result, more: Mapping[str, Any] | None = None) -> str:
    """Convert a result to a CSV row, with the segments, and whether it is sure, as JSON.

    Texts that a spreadsheet would take for a formula get an apostrophe before them.

    Args:
        result: to convert.
        more: name -> value of further columns, written as JSON.
    """
    row = row_of(result) | dict(more or {})
    names = ("segments", "sure", *(more or ()))
    as_json = {name: json.dumps(row[name]) for name in names if row[name] is not None}
    values = (row | as_json).values()
    return _csv_line([harmless(value) if isinstance(value, str) else value for value in values])


def csv_header(genres: Sequence[str]) -> str:
    """First line of CSV with results of a model with these genres."""
    return _csv_line(column_names(genres))


def _csv_line(values: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()
